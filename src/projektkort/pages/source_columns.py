"""Knows the columns of a table of the source that no column of ours shows, such as what was spent in one period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from projektkort.frozen import Frozen
from projektkort.pages.cover import CELL_BREAK, clean, covers
from projektkort.project.models import Section, Side
from projektkort.span import LINE_BREAK, Place, Text


class SourceColumn(Frozen):
    """One column: its head as written, and its cells by the places where their rows begin."""

    head: str
    cells: dict[int, str]

    @property
    def figures(self) -> bool:
        """Whether it holds figures: no cell begins with a letter."""
        return not any(cell[:1].isalpha() for cell in self.cells.values())


def source_columns(side: Side, sections: Sequence[Section], shown: dict[int, tuple[str, ...]]) -> list[SourceColumn]:
    """The columns of the table that a side was read from, where a line has a cell there that is not `shown`."""
    heads = source_heads(side, sections)
    rows = {row.place.start: _cells(row.place.text) for row in side.rows}
    unseen = [
        at for at in range(len(heads)) if any(not covers(cells, rows[start][at]) for start, cells in shown.items())
    ]
    return [SourceColumn(head=heads[at], cells={start: cells[at] for start, cells in rows.items()}) for at in unseen]


def source_heads(side: Side, sections: Sequence[Section]) -> list[str]:
    """The heads of that table; none where its rows have none, or not as many cells."""
    heads = _heads(min((row.place for row in side.rows), key=lambda place: place.start, default=None), sections)
    whole = len(heads) > 1 and all(len(_cells(row.place.text)) == len(heads) for row in side.rows)
    return heads if whole else []


def _cells(row: str) -> list[str]:
    """The cells of a row, the empty ones, too; what stands outside of its first and last mark is none."""
    pieces = [clean(piece.strip("*_ ")) for piece in CELL_BREAK.split(row.strip())]
    opened, closed = row.lstrip().startswith("|"), row.rstrip().endswith("|")
    return pieces[int(opened) : len(pieces) - int(closed)]


def _heads(first: Place | None, sections: Iterable[Section]) -> list[str]:
    """The heads above the first row: the line before it, a drawn rule aside."""
    for section in sections:
        lines: list[Text] = section.text.split(LINE_BREAK)
        at = next((at for at, line in enumerate(lines) if first and line.value and line.start == first.start), 0)
        above = [line.value for line in lines[:at] if any(map(str.isalpha, line.value))]
        if above:
            return _cells(above[-1])
    return []
