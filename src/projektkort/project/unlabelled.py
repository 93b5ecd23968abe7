"""Knows a budget that stands under no heading of its own: lines with amounts, one below the other, and their total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.document.layout import Line, LineKind
from projektkort.project.field import Field
from projektkort.project.row import Row, Tongue
from projektkort.project.row_line import line_row
from projektkort.project.row_text import text_rows
from projektkort.project.sums import Sum, may_total, sum_kind
from projektkort.schema.labels import Labels

TABLE = frozenset({LineKind.ROW, LineKind.RULE, LineKind.BLANK})
LEAST = 2  # lines above the total; one amount and a total may be anything


def unlabelled_rows(fields: Iterable[Field], labels: Labels, tongue: Tongue) -> tuple[Field, list[Row]] | None:
    """The first such rows, total included, and the field that they stand in; None where there are none."""
    for field in fields:
        if isinstance(field.body, tuple) and field.id not in {"budget", "financing"} and _may_total(field.body):
            for run in _runs(field.body, labels, tongue):
                rows = text_rows(run, labels, tongue).rows
                sums = [sum_kind(row.label.value, "budget", labels) is Sum.TOTAL for row in rows]
                if any(sums) and len(rows) > LEAST:
                    return field, rows
    return None


def _may_total(lines: Sequence[Line]) -> bool:
    return bool(lines) and may_total(lines[0].whole.lines.text[lines[0].whole.start : lines[-1].whole.end])


def _runs(lines: Sequence[Line], labels: Labels, tongue: Tongue) -> Iterator[Sequence[Line]]:
    """The lines between prose around what may be a total: rows of tables, and lines that are a label and an amount."""
    stop = 0
    for at, line in enumerate(lines):
        if at < stop or not may_total(line.whole.value) or not _is_row(line, labels, tongue):
            continue
        start = at
        while start > stop and _is_row(lines[start - 1], labels, tongue):
            start -= 1
        stop = at + 1
        while stop < len(lines) and _is_row(lines[stop], labels, tongue):
            stop += 1
        yield lines[start:stop]


def _is_row(line: Line, labels: Labels, tongue: Tongue) -> bool:
    if line.kind in TABLE:
        return True
    row = line_row(line, labels, tongue)
    return row is not None and row.amount is not None and row.amount.meant
