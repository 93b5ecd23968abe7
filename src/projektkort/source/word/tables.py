"""Knows which tables are tables and which only hold a form together, and how the rows of one fit. How it is all
written down, `markdown` knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.frozen import replace
from projektkort.source.word.blocks import Block, Cell, Paragraph, Run, Table

PROSE = 60  # characters of a paragraph that is more than a word or an amount
LABEL = 120
_NOTHING = Cell(())


def is_frame(table: Table) -> bool:
    """Whether what stands in the cells is written one below the other.

    So with a single column, with a table or a heading over text in a cell, and with long answers beside labels.
    """
    rows = [row for row in table.rows if row]
    if all(len(_filled(row)) <= 1 for row in rows) and max(map(len, rows), default=0) == 1:
        return True
    return any(_is_page(cell) for row in rows for cell in row) or _is_form(rows)


def label_of(row: Sequence[Cell]) -> Paragraph | None:
    """The label in the first of two cells, in bold; None where the row is not one of label and answer."""
    if len(row) == 2 and _is_label(row[0]) and row[1].text:
        return replace(_said(row[0])[0], runs=(Run(row[0].text, bold=True),))
    return None


def fitted(table: Table) -> list[tuple[Cell, ...]]:
    """The rows with as many cells each, spans as empty cells behind; a row of nothing is empty.

    Where all rows have as many cells, however they are drawn, these are the columns. A column of nothing is none.
    """
    rows = [row for row in table.rows if len(row) > 1]
    if len({len(row) for row in rows}) == 1:
        width = len(rows[0])
        return [(*row, *[_NOTHING] * (width - len(row))) if _filled(row) else () for row in table.rows]
    spread = [tuple(part for cell in row for part in (cell, *[_NOTHING] * (cell.columns - 1))) for row in table.rows]
    width = max(map(len, spread), default=0)
    even = [(*row, *[_NOTHING] * (width - len(row))) for row in spread]
    used = [at for at in range(width) if any(row[at].text for row in even)]
    return [tuple(row[at] for at in used) if _filled(row) else () for row in even]


def letter(column: int) -> str:
    """The letters of a column that counts from 0: A to Z, AA, AB and so on."""
    letters = ""
    column += 1
    while column:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


def _is_form(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether labels stand left and answers right, and some answer is more than a line in a cell can tell."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < len(rows) and any(len(row) > 2 for row in rows):
        return False
    return bool(pairs) and all(_is_label(row[0]) for row in pairs) and any(_is_long(row[1]) for row in pairs)


def _is_page(cell: Cell) -> bool:
    """Whether a cell holds a table, or a heading with text under it."""
    said = _said(cell)
    return any(isinstance(block, Table) for block in cell.blocks) or any(block.level for block in said[:-1])


def _is_label(cell: Cell) -> bool:
    text = cell.text
    return len(_said(cell)) == 1 and len(text) <= LABEL and not any(c.isdecimal() for c in text) and "\n" not in text


def _is_long(cell: Cell) -> bool:
    said = _said(cell)
    return len(said) > 1 and any(block.number or len(block.text) >= PROSE for block in said)


def _said(cell: Cell) -> list[Paragraph]:
    return [block for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip()]


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.text]


def flow(table: Table) -> Iterator[tuple[int, int, tuple[Block, ...]]]:
    """What stands in a frame, in reading order: the row and column from 0, and the blocks of each cell."""
    for at, row in enumerate(table.rows):
        label = label_of(row)
        for column, cell in enumerate(row):
            yield at, column, (label,) if label is not None and column == 0 else cell.blocks
