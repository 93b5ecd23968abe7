"""Knows the tables of goals among the lines of a document, also where they go on behind a page break.

A table goes on where its head is repeated, and in the next one of its width that has no head. What its columns hold,
`columns` knows; what its rows say, `rows`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.field import UNSAID
from projektkort.project.goals.columns import Cells, Columns, headed, repeats, settled
from projektkort.project.goals.contents import sums_up
from projektkort.schema.labels import Labels
from projektkort.span import Text

TITLE = 1  # level of a heading that is the title
HEADS = 2  # so many known heads of amounts make a row the head of another table
FURNITURE = 5  # words at the edge of a page: "Side 2 af 5"


class Row(Frozen):
    """One row: the index of its line, its cells, and whether it is the first one behind a break of the table."""

    at: int
    line: Line
    broken: bool = False

    @property
    def cells(self) -> tuple[Text, ...]:
        return self.line.cells


class Table(Frozen):
    """The columns of a table of goals, its rows, the indexes of the lines that are its heads, and the heading above."""

    columns: Columns
    rows: tuple[Row, ...]
    heads: tuple[int, ...]
    above: int | None = None


class _Open:
    """A table while its rows are being collected; `closed`: only its own head can open it again."""

    __slots__ = ("above", "broken", "closed", "columns", "heads", "number", "rows")

    def __init__(self, columns: Columns, at: int, number: int, above: int | None) -> None:
        self.columns, self.heads, self.above, self.number = columns, [at], above, number
        self.rows: list[Row] = []
        self.broken = self.closed = False

    def head(self, at: int, number: int) -> None:
        self.heads.append(at)
        self.number, self.broken, self.closed = number, True, False

    def row(self, at: int, line: Line) -> None:
        self.rows.append(Row(at, line, self.broken or line.table != self.number))
        self.number, self.broken = line.table, False


def tables_of(lines: Sequence[Line], labels: Labels, language: str | None) -> Iterator[Table]:
    """The tables of goals in the order written."""
    for opened in _Search(lines, labels).run():
        columns = settled(opened.columns, [row.cells for row in opened.rows], labels, language)
        if columns is not None and opened.rows:
            yield Table(columns, tuple(opened.rows), tuple(opened.heads), opened.above)


class _Search:
    """Walks the lines of a document once."""

    def __init__(self, lines: Sequence[Line], labels: Labels) -> None:
        self.lines = [(at, line) for at, line in enumerate(lines) if line.kind not in UNSAID]
        self.labels = labels
        self.rows: dict[int, Line] = {}  # the last row so far of each table
        self.found: list[_Open] = []
        self.current: _Open | None = None

    def run(self) -> list[_Open]:
        for position, (at, line) in enumerate(self.lines):
            if line.kind is LineKind.ROW:
                self._row(position, at, line)
            elif line.kind is LineKind.HEADING:
                self.current = None
            elif self.current and line.kind is not LineKind.RULE and not _is_furniture(line):
                self.current.closed = True
        return self.found

    def _row(self, position: int, at: int, line: Line) -> None:
        before = self.lines[position - 1] if position else None
        above = self.rows.get(line.table)
        first = above is None or _is_caption(above)
        columns = headed(line.cells, self._below(position), self.labels) if first else None
        self.rows[line.table] = line
        current = self.current
        if current and repeats(line.cells, current.columns):
            current.head(at, line.table)
        elif columns:
            heading = before is not None and before[1].kind is LineKind.HEADING and before[1].level > TITLE
            self.current = _Open(columns, at, line.table, before[0] if before and heading else None)
            self.found.append(self.current)
        elif current and (line.table == current.number or self._goes_on(current, position, line)):
            current.row(at, line)
        elif current:
            current.closed = True

    def _below(self, position: int) -> list[Cells]:
        """The cells of the other rows of a table."""
        number = self.lines[position][1].table
        rest = takewhile(lambda each: each[1].table == number, islice(self.lines, position + 1, None))
        rows = [line.cells for _, line in rest if line.kind is LineKind.ROW]
        return [cells for cells in rows if not sums_up(cells, self.labels)]

    def _goes_on(self, current: _Open, position: int, line: Line) -> bool:
        """Whether a table is the rest of the one before: as wide, with no head of its own and nothing in between."""
        if current.closed or not current.rows or len(line.cells) != len(current.columns):
            return False
        below = self.lines[position + 1][1] if position + 1 < len(self.lines) else None
        ruled = below is not None and below.kind is LineKind.RULE and below.table == line.table
        return not ruled and sum(self.labels.column(cell.value) is not None for cell in line.cells) < HEADS


def _is_caption(line: Line) -> bool:
    """Whether a row has one cell only: a title above the head of its table."""
    return len({cell.value for cell in line.cells} - {""}) == 1


def _is_furniture(line: Line) -> bool:
    """Whether a line may stand at the edge of a page: short, with a number."""
    return len(line.text.value.split()) <= FURNITURE and any(map(str.isdecimal, line.text.value))
