"""Knows sub-projects that stand in a table: one a row, its other cells under their heads what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.field import pair
from projektkort.project.models import Entry, Subproject
from projektkort.project.status.accounts import FIGURES
from projektkort.project.status.entries import titled
from projektkort.project.status.heads import Head
from projektkort.project.status.markers import title_marker
from projektkort.project.status.regions import CLOSED, HOLDERS
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.spelling import key
from projektkort.span import Place, Text

TOLD = frozenset({"status", "explanation", "measures", "fulfilment"})
AIM = "goal"


class Tabled(Frozen):
    """The sub-projects of a table, its heads, and the lines that are it."""

    subprojects: tuple[Subproject, ...]
    heads: Text
    lines: tuple[int, ...]


def tabled(lines: Sequence[Line], heads: Sequence[Head], schema: Schema, labels: Labels) -> Iterator[Tabled]:
    """The tables of sub-projects; one that tells of the same again stays.

    `heads` are those of the document, for the section that a table stands in.
    """
    seen: set[str] = set()
    tables: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.table:
            tables.setdefault(line.table, []).append(at)
    for own in tables.values():
        head, *rows = (lines[each] for each in own if lines[each].kind is LineKind.ROW)
        titles = {key(row.cells[0].value) for row in rows if row.cells}
        filled = len(titles) == len(rows) and "" not in titles and seen.isdisjoint(titles)
        if rows and filled and _holds(head, _section(own[0], heads), schema, labels):
            seen |= titles
            begin = next(lines[each].whole.start for each in own if lines[each] is not head)
            first, *others = (_subproject(row, head, schema) for row in rows)
            place = Place(first.place.lines, begin, first.place.end)  # with the rule below the heads
            found = (first.model_copy(update={"place": place}), *others)
            yield Tabled(found, head.whole.strip(), tuple(own))


def _section(index: int, heads: Sequence[Head]) -> str | None:
    above = [head for head in heads if head.index < index and head.id is not None]
    return above[-1].id if above else None


def _holds(head: Line, section: str | None, schema: Schema, labels: Labels) -> bool:
    """Whether the heads are of a sub-project and of what is told of it: neither amounts nor goals, nor a schedule."""
    first, *others = (cell.value for cell in head.cells)
    roles = {labels.goal_column(cell) for cell in others}
    if section in CLOSED or AIM in roles or labels.goal_column(first) == AIM or TOLD.isdisjoint(roles):
        return False
    if any(labels.column(cell) in FIGURES for cell in others):
        return False
    match = labels.section(first)
    named = match is not None and match.id == "subprojects" and match.near is None
    return (
        named or section in HOLDERS - {"situation"} or title_marker(f"{first} 1", schema.markers.subproject) is not None
    )


def _subproject(row: Line, head: Line, schema: Schema) -> Subproject:
    title, number = titled(row.cells[0], schema.markers.subproject)
    told = [pair(name, cell) for name, cell in zip(head.cells[1:], row.cells[1:], strict=False) if cell.value]
    place = row.whole.strip().place
    text = Text.join(told) if told else Text.empty(place.lines, place.end)
    entries = (Entry(number=None, period=None, text=text, place=place),) if told else ()
    return Subproject(title=title, number=number, place=place, entries=entries)
