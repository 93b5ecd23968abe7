"""Reads a text of a test as a project, and says in short what was read."""

from __future__ import annotations

from typing import Any

from projektkort.engine import Loaded, Request, load
from projektkort.pages.inspection import Inspected, as_data, plain
from projektkort.project.models import Project, Section, Side
from projektkort.source import decode

DANISH = "Sprog: da\n\n"


def loaded(text: str, path: str = "x.md", schema: str | None = None) -> Loaded:
    return load(decode(text.encode(), path), Request(schema=schema))


def project(text: str, path: str = "x.md", schema: str | None = None) -> Project:
    return loaded(text, path, schema).project


def in_yaml(text: str, schema: str | None = None) -> Project:
    return project(text, "x.yaml", schema)


def data(text: str, path: str = "x.md", schema: str | None = None) -> dict[str, Any]:
    """What `inspect` writes."""
    read = loaded(text, path, schema)
    return as_data(Inspected(path, read.project, read.choice.schema.id, read.choice.by))


def problems(text: str, path: str = "x.md", schema: str | None = None) -> list[tuple[str, str]]:
    """What reading and binding have to say: rule, and the words it points at."""
    return [(problem.rule, problem.place.text) for problem in loaded(text, path, schema).problems]


def budget(text: str) -> Side:
    """The costs in the lines below "Budget" in a Danish document."""
    side = project(f"{DANISH}Budget:\n\n{text}").budget
    assert side is not None
    return side


def financing(text: str) -> Side:
    """The income in the lines below "Finansiering" in a Danish document."""
    side = project(f"{DANISH}Finansiering:\n\n{text}").financing
    assert side is not None
    return side


def yaml_side(text: str) -> Side:
    """The costs of a Danish document in YAML."""
    side = in_yaml(f"sprog: da\n{text}").budget
    assert side is not None
    return side


def lines(side: Side | None) -> list[tuple[str, str | None]]:
    """Label and amount of each line."""
    assert side is not None
    return [(line.label.value, plain(line.amount)) for line in side.lines]


def total(side: Side | None) -> str | None:
    """The stated total."""
    assert side is not None
    return plain(side.total.amount) if side.total else None


def figure(side: Side | None) -> str | None:
    """What a side comes to."""
    assert side is not None
    return plain(side.figure)


def ids(sections: tuple[Section, ...]) -> list[tuple[str | None, str]]:
    """Id and text of each section."""
    return [(section.id, section.text.value) for section in sections]


def seen(*values: object) -> tuple[object, ...]:
    """The values side by side, to be compared with figures of any type."""
    return values
