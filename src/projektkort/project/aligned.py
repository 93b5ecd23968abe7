"""Knows under which column each cell of a row stands, also where only blanks part the cells."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.document.layout import ROW, Line, on_one_line
from projektkort.span import Text


def aligned(line: Line, heads: Sequence[Text], width: int) -> Sequence[Text]:
    """The cells under their columns: where blanks made a row without pipes too short, its last cell is the amount."""
    cells = [on_one_line(cell) if "\n" in cell.value else cell for cell in line.cells]
    if len(cells) >= width or len(cells) < 2 or "|" in line.whole.value:
        return cells
    tabbed = "\t" in line.whole.value
    if line.kind is ROW and not tabbed:
        return cells
    placed = None if tabbed else _by_place(cells, heads, width)
    if placed is not None:
        return placed
    empty = Text.empty(cells[-1].lines, cells[-2].end)
    return [*cells[:-1], *([empty] * (width - len(cells))), cells[-1]]


def _by_place(cells: Sequence[Text], heads: Sequence[Text], width: int) -> list[Text] | None:
    """The cells below the heads whose left or right edges they share most nearly; None where two want one head."""
    edges = [_edges(head) for head in heads if head.value]
    wanted: dict[int, Text] = {}
    for cell in cells:
        left, right = _edges(cell)
        near = [min(abs(left - start), abs(right - end)) for start, end in edges]
        wanted.setdefault(near.index(min(near)) if near else 0, cell)
    if len(edges) < width or len(wanted) < len(cells) or list(wanted) != sorted(wanted):
        return None
    return [wanted.get(at) or Text.empty(cells[-1].lines, cells[-1].end) for at in range(width)]


def _edges(text: Text) -> tuple[int, int]:
    """The columns of the page in which a text begins and ends."""
    column = text.lines.position(text.start)[1]
    return column, column + len(text.value)
