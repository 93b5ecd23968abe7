"""Reads a text of a test as a goal report, and says in short which goals it tells."""

from __future__ import annotations

from projektkort.engine import Loaded, Request, load
from projektkort.project.models import Goal, Project
from projektkort.source import decode


def loaded(text: str, path: str = "x.md", *, language: str = "da") -> Loaded:
    """A text read as a goal report, in Danish unless told."""
    head = f"sprog: {language}\n" if path.endswith(".yaml") else f"Sprog: {language}\n\n"
    return load(decode((head + text).encode(), path), Request(schema="goal-report"))


def report(text: str, path: str = "x.md", *, language: str = "da") -> Project:
    return loaded(text, path, language=language).project


def goals(text: str, *, language: str = "da") -> tuple[Goal, ...]:
    return report(text, language=language).goals


def in_yaml(text: str) -> tuple[Goal, ...]:
    return report(text, "x.yaml").goals


def table(*rows: str) -> str:
    """Rows of cells between semicolons as a table between TABs."""
    return "\n".join("\t".join(cell.strip() for cell in row.split(";")) for row in rows) + "\n"


def names(found: tuple[Goal, ...]) -> list[tuple[str | None, str | None, str | None, str]]:
    """Number, sub-goal, theme and words of each goal."""
    return [(goal.id, goal.subgoal, goal.theme.value if goal.theme else None, goal.text.value) for goal in found]


def states(found: tuple[Goal, ...]) -> list[tuple[str | None, str | None, str | None]]:
    """Number, status and grade of each goal."""
    return [
        (goal.id, goal.status.text.value if goal.status else None, goal.status.grade if goal.status else None)
        for goal in found
    ]


def measures(goal: Goal) -> list[str]:
    return [text.value for text in goal.measures]


def times(goal: Goal) -> list[str]:
    return [text.value for text in goal.times]


def dates(goal: Goal) -> list[str]:
    """The first day of each date, or the text of one whose year is not known."""
    return [
        date.period.start.isoformat() if date.period.start else date.period.text if date.period.yearless else "?"
        for date in goal.dates
    ]


def notes(goal: Goal) -> list[str]:
    return [text.value for text in goal.notes]


def left(project: Project) -> list[tuple[str | None, str]]:
    """The sections that are left, with their text."""
    return [(section.id, section.text.value) for section in project.sections if section.id != "language"]
