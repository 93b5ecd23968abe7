"""Knows rows of goals that are not written on one line between bars: cells that go on in the next lines, as copied from
a PDF, and columns of spaces. What the columns hold is left to `columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.frozen import Frozen, replace
from projektkort.project.goals.columns import Columns, headed, repeats
from projektkort.project.goals.number import numbered
from projektkort.schema.labels import Labels
from projektkort.span import Text

WORDS = frozenset({LineKind.TEXT, LineKind.ITEM})
PIECE = re.compile(r"\S+(?:[ \xa0]\S+)*")
MOST = 40  # lines of a row
ASIDE = 2  # characters that a cell may stand beside its head


class Shaped(Frozen):
    """The lines of a document, as many as before; `more` are the lines that a row took in, by its index."""

    lines: tuple[Line, ...]
    more: dict[int, tuple[int, ...]]


def shaped(lines: Sequence[Line], labels: Labels) -> Shaped:
    """The lines with each row of goals as one row, wherever there is no doubt which cells its pieces belong to."""
    shape = _Shape(lines, labels)
    shape.run()
    return Shaped(tuple(shape.lines), shape.more)


class _Shape:
    """Walks the lines of a document once, changing its own list of them."""

    def __init__(self, lines: Sequence[Line], labels: Labels) -> None:
        self.lines = list(lines)
        self.labels = labels
        self.more: dict[int, tuple[int, ...]] = {}
        self.tables = max((line.table for line in lines), default=0)

    def run(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            tabbed = line.kind is LineKind.ROW and "\t" in line.text.value
            columns = headed(line.cells, (), self.labels) if tabbed or _is_spaced(line) else None
            at += 1
            if columns is not None:
                at = self._tabbed(at, columns) if tabbed else self._spaced(at, columns)

    def _tabbed(self, at: int, columns: Columns) -> int:
        """Joins the rows below a head between TABs; returns the index behind the last of them."""
        table = self.lines[at - 1].table
        while at < len(self.lines) and self.lines[at].kind in WORDS | {LineKind.ROW}:
            row = self._row(at, columns)
            if row is None:
                return at
            end = self._fold(at, row) if not repeats(self.lines[at].cells, columns) else at + 1
            self.lines[at] = replace(self.lines[at], table=table)
            at = end
        return at

    def _row(self, at: int, columns: Columns) -> list[list[Text]] | None:
        """The pieces of each cell of the row that begins on a line; None: it begins none. Nothing is joined in doubt:
        the row has a number, the lines below it have none, and together they have as many cells as the head."""
        line = self.lines[at]
        if line.kind is not LineKind.ROW:
            return None
        cells = [[cell] for cell in line.cells]
        if len(cells) < len(columns) and self._is_numbered(line):
            joined = self._joined(at, cells, len(columns))
            if joined is not None and self._is_graded(joined, columns):
                return joined
        return cells

    def _joined(self, at: int, first: Sequence[list[Text]], width: int) -> list[list[Text]] | None:
        cells = [list(cell) for cell in first]
        for line in self.lines[at + 1 : at + 1 + MOST]:
            if line.kind not in WORDS | {LineKind.ROW} or self._is_numbered(line):
                return None
            pieces = line.cells or (line.text,)
            cells[-1].append(pieces[0])
            cells += [[piece] for piece in pieces[1:]]
            if len(cells) >= width:
                return cells if len(cells) == width else None
        return None

    def _fold(self, at: int, cells: list[list[Text]]) -> int:
        """Makes one row of the lines that its pieces stand on, and of the end of its last cell below."""
        end = at + sum(len(cell) - 1 for cell in cells) + 1
        while end < len(self.lines) and _goes_on(self.lines[end], cells[-1][-1]):
            cells[-1].append(self.lines[end].text)
            end += 1
        if end > at + 1:
            whole = Text.join(line.whole for line in self.lines[at:end])
            joined = tuple(Text.join([piece for piece in cell if piece.value] or cell[:1]) for cell in cells)
            self.lines[at] = replace(self.lines[at], text=whole.strip(), whole=whole, cells=joined)
            self._take(at, end)
        return end

    def _take(self, at: int, end: int) -> None:
        self.more[at] = tuple(range(at + 1, end))
        for other in self.more[at]:
            empty = Text.empty(self.lines[other].whole.lines, self.lines[other].whole.start)
            self.lines[other] = Line(LineKind.BLANK, empty, empty)

    def _is_numbered(self, line: Line) -> bool:
        return any(numbered(piece, self.labels, None).id is not None for piece in line.cells or (line.text,))

    def _is_graded(self, cells: Sequence[list[Text]], columns: Columns) -> bool:
        """Whether the cells under the head of the status tell one."""
        states = [cell for cell, column in zip(cells, columns, strict=True) if column.role == "status"]
        return all(self.labels.graded("\n".join(piece.value for piece in cell)).grade for cell in states)

    def _spaced(self, at: int, columns: Columns) -> int:
        """Makes rows of the lines below a head whose cells stand under its words; returns the index behind them."""
        head = self.lines[at - 1]
        starts = [column.head.start - head.whole.start for column in columns]
        rows: list[tuple[Text, ...]] = []
        while at + len(rows) < len(self.lines):
            row = self._under(self.lines[at + len(rows)], starts)
            if row is None:
                break
            rows.append(row)
        if not any(sum(cell.value != "" for cell in row) > 1 for row in rows):
            return at
        self.tables += 1
        for place, cells in enumerate((head.cells, *rows), at - 1):
            line = self.lines[place]
            self.lines[place] = replace(line, kind=LineKind.ROW, label=None, cells=cells, table=self.tables)
        return at + len(rows)

    def _under(self, line: Line, starts: Sequence[int]) -> tuple[Text, ...] | None:
        """The cells of a line under the heads that begin at `starts`; None where it is no row below them."""
        if line.kind not in WORDS:
            return None
        cells = [Text.empty(line.whole.lines, line.whole.start)] * len(starts)
        pieces = [line.whole.slice(*span) for span in _spans(line.whole.value, starts)]
        for piece in pieces:
            begin = piece.start - line.whole.start
            column = _column(begin, starts)
            if cells[column].value or (column and begin > starts[column] + ASIDE):
                return None
            cells[column] = piece
        alone = len(pieces) == 1 and bool(cells[0].value) and not pieces[0].value[0].islower()
        return None if alone and not self._is_numbered(line) else tuple(cells)


def _spans(value: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the pieces of a line stand; one as wide as its column ends at the next head, if no other begins there."""
    spans = [found.span() for found in PIECE.finditer(value)]
    begun = {_column(begin, starts) for begin, _ in spans}
    free = [start for at, start in enumerate(starts) if at not in begun] if len(spans) > 1 else []
    for begin, end in spans:
        cuts = [start for start in free if begin + 1 < start < end and value[start - 1].isspace()]
        yield from zip([begin, *cuts], [*(cut - 1 for cut in cuts), end], strict=True)


def _column(begin: int, starts: Sequence[int]) -> int:
    """The column under whose head a piece begins."""
    return max((at for at, start in enumerate(starts) if start <= begin + ASIDE), default=0)


def _is_spaced(line: Line) -> bool:
    return line.kind is LineKind.TEXT and len(line.cells) > 1


def _goes_on(line: Line, before: Text) -> bool:
    """Whether a line without a TAB is the end of the cell above."""
    plain = line.label is None or line.label.style is LabelStyle.PLAIN
    return line.kind is LineKind.TEXT and plain and before.value != "" and line.text.value[:1].islower()
