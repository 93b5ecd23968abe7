"""Knows which lines of a text make a table together. What its columns hold, others know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from projektkort.document.layout import ROW, TEXT, Line
from projektkort.schema.labels import Labels

LETTER = re.compile(r"[^\W\d_]")


def tables_in(lines: Sequence[Line], labels: Labels) -> Iterator[range]:
    """The tables, in order: rows of one number, or a run of lines in three columns or more.

    A row that heads funders begins a table of its own.
    """
    at = 0
    while at < len(lines):
        if lines[at].kind is ROW:
            end = _rows_end(lines, at, labels)
            yield range(at, end)
        else:
            end = _spaced_end(lines, at)
            if end > at + 1 and any(len(line.cells) > 2 for line in lines[at:end]):
                yield range(at, end)
        at = max(end, at + 1)


def _rows_end(lines: Sequence[Line], start: int, labels: Labels) -> int:
    end = start + 1
    while end < len(lines) and lines[end].table == lines[start].table and not _heads_funders(lines[end], labels):
        end += 1
    return end


def _spaced_end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].kind is TEXT and len(lines[end].cells) > 1:
        end += 1
    return end


def _heads_funders(line: Line, labels: Labels) -> bool:
    last = line.cells[-1].value if line.cells else ""
    if last and not LETTER.search(last):
        return False  # as a row of amounts, which stand last
    heads = [cell.value for cell in reversed(line.cells) if cell.value]
    if len(heads) < 2 or not all(map(LETTER.search, heads)):
        return False
    return labels.column(heads[-1]) == "funder" and all(map(labels.column, heads))
