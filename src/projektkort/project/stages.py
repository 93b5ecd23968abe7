"""Knows the stages of a schedule as texts, one each: also where its columns are the two ends, or times with marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from projektkort.document.layout import Line, LineKind, Mapping, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.patterns import late
from projektkort.period import Precision
from projektkort.period import read as read_period
from projektkort.project.field import Field, literal, pieces
from projektkort.project.nodes import node_pieces
from projektkort.schema.labels import Labels
from projektkort.span import Text

QUARTER = late(r"(?:(?:19|20)\d\d[ /-]?)?[KQ]\.?\s?[1-4](?:[ /-]?(?:19|20)\d\d)?")
MARK = 2  # signs at most that only say that a time is one of a stage's
LEAST = 2  # columns of times
Pair = tuple[Text | None, Text]
"""A head, and what stands below it."""


def stages(field: Field, labels: Labels, language: str | None) -> Iterator[Text]:
    """The lines, items and rows under a label; the start and the end of a stage stand as one period in its text."""
    if isinstance(field.body, Items):
        for item in field.body.items:
            ends = _mapped(item, labels) if isinstance(item, Mapping) else None
            yield from [ends] if ends is not None else node_pieces(Items((item,), field.body.place))
        return
    if not isinstance(field.body, tuple):
        yield from pieces(field)
        return
    if field.value is not None and field.value.value:
        yield field.value
    for _, group in groupby(field.body, key=lambda line: line.table):
        lines = tuple(group)
        told = _table([line for line in lines if line.kind is LineKind.ROW], labels, language)
        yield from told or pieces(Field(field.id, field.label, None, lines))


def _table(rows: Sequence[Line], labels: Labels, language: str | None) -> list[Text]:
    """The rows below a head that names both ends or several times; none where it is no such head."""
    if not rows:
        return []
    heads, body = rows[0].cells, [[*zip_longest(rows[0].cells, row.cells)] for row in rows[1:]]
    filled = [[(head, cell) for head, cell in row if cell is not None and cell.value] for row in body]
    if {"start", "end"} <= {labels.key(head.value) for head in heads}:
        return [_spanning(row, labels) for row in filled if row]
    times = [head for head in heads if _is_time(head, language)]
    if len(times) < LEAST:
        return []
    below = [cell for row in filled for head, cell in row if head in times]
    if not below or any(len(cell.value) > MARK or cell.value[-1].isdecimal() for cell in below):
        return []
    return [_marked(times, row) for row in filled if row]


def _mapped(item: Mapping, labels: Labels) -> Text | None:
    if not {"start", "end"} <= {labels.key(each.key.value) for each in item.entries}:
        return None
    pairs: list[Pair] = [(each.key, each.value.text) for each in item.entries if isinstance(each.value, Scalar)]
    if len(pairs) < len(item.entries):
        return None
    return _spanning([pair for pair in pairs if pair[1].value], labels)


def _spanning(row: Sequence[Pair], labels: Labels) -> Text:
    """A row with its two ends as one: “Meeting place: July 2025 – December 2026: under way”."""
    ends = [cell for head, cell in row if head is not None and labels.key(head.value) in {"start", "end"}]
    texts = [Text.join(ends, " \u2013 ") if cell is ends[0] else cell for _, cell in row if cell not in ends[1:]]
    return Text.join(texts, ": ")


def _marked(times: Sequence[Text], row: Sequence[Pair]) -> Text:
    """A row with the times that are marked in it: “Slipway: Q3 2026 – Q4 2026”."""
    marked = [head for head, _ in row if head in times]
    own = [cell for head, cell in row if head not in times]
    runs = [list(run) for there, run in groupby(times, key=lambda head: head in marked) if there]
    told = [" \u2013 ".join(dict.fromkeys((run[0].value, run[-1].value))) for run in runs]
    return Text.join([*own, *([literal(" / ".join(told), row[-1][1])] if told else [])], ": ")


def _is_time(head: Text, language: str | None) -> bool:
    return bool(QUARTER.fullmatch(head.value)) or read_period(head.value, language).precision is not Precision.NONE
