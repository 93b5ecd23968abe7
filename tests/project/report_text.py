"""Reads a text of a test as a status report, and says in short what was read."""

from __future__ import annotations

from project_text import project

from projektkort.project.models import Entry, Project, Subproject

FILL = "Arbejdet er gået som planlagt, og alle de frivillige har taget del i det hele vejen igennem. "
LONG = FILL * 3


def report(text: str, path: str = "x.md") -> Project:
    return project(text, path, "status-report")


def danish(text: str) -> Project:
    return report(f"---\nsprog: da\n---\n{text}")


def period(entry: Entry) -> tuple[str, str] | None:
    found = entry.period
    return (str(found.start), str(found.end)) if found else None


def told(subproject: Subproject) -> list[tuple[int | None, tuple[str, str] | None, str]]:
    """Number, period and text of each entry."""
    return [(entry.number, period(entry), entry.text.value) for entry in subproject.entries]


def titles(read: Project) -> list[tuple[int | None, str]]:
    return [(each.number, each.title.value) for each in read.subprojects]


def text_of(read: Project, wanted: str) -> str:
    section = read.section(wanted)
    assert section is not None
    return section.text.value


def unplaced(read: Project) -> list[str]:
    return [text.value for text in read.unplaced]
