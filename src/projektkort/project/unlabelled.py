"""Knows a budget that stands under no heading of its own: lines with amounts, one below the other, and their total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.document.layout import Line, LineKind
from projektkort.project.field import Field
from projektkort.project.row import Row, Tongue
from projektkort.project.row_line import line_row
from projektkort.project.row_text import text_rows
from projektkort.project.sums import Sum, sum_kind
from projektkort.schema.labels import Labels

LEAST = 2  # lines above the total; one amount and a total may be anything


def unlabelled_rows(fields: Iterable[Field], labels: Labels, tongue: Tongue) -> tuple[Field, list[Row]] | None:
    """The first such rows, total included, and the field that they stand in; None where there are none."""
    for field in fields:
        if isinstance(field.body, tuple) and field.id not in {"budget", "financing"}:
            for run in _runs(field.body, labels, tongue):
                rows = text_rows(run, labels, tongue).rows
                sums = [sum_kind(row.label.value, "budget", labels) is Sum.TOTAL for row in rows]
                if any(sums) and len(rows) > LEAST:
                    return field, rows
    return None


def _runs(lines: Sequence[Line], labels: Labels, tongue: Tongue) -> Iterator[list[Line]]:
    """The lines between prose: rows of tables, and lines that are a label and an amount."""
    run: list[Line] = []
    for line in lines:
        if line.kind in {LineKind.ROW, LineKind.RULE, LineKind.BLANK} or _is_row(line, labels, tongue):
            run.append(line)
        else:
            yield run
            run = []
    yield run


def _is_row(line: Line, labels: Labels, tongue: Tongue) -> bool:
    row = line_row(line, labels, tongue)
    return row is not None and row.amount is not None and row.amount.meant
