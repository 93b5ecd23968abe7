"""Knows what the text of a word processor consists of, whichever it was. How that is written down, others know."""

from __future__ import annotations

from projektkort.frozen import Frozen

BULLET = "-"
"""What stands in front of the items of a list without numbers."""

PAGE_NUMBER = "\0"
"""Stands in the margins of pages for the number of one; no text of XML holds this character."""


class Run(Frozen):
    """A piece of text in one weight; line breaks and TABs are the characters."""

    text: str
    bold: bool = False


class Paragraph(Frozen):
    """One paragraph. `number` is what the program writes in front of it, `depth` how deep its list lies.

    `level` is that of a heading from 1; `at` is its number among those outside tables, 0 within one.
    """

    runs: tuple[Run, ...]
    level: int = 0
    number: str = ""
    depth: int = 0
    at: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Cell(Frozen):
    """A cell of a table, and how many columns of its grid it takes."""

    blocks: tuple[Block, ...]
    columns: int = 1

    @property
    def text(self) -> str:
        """All that it says, to be looked at."""
        return "\n".join(_text(block) for block in self.blocks).strip()


class Table(Frozen):
    """A table of cells as drawn. `number` counts those of the document from 1; a table inside something else has 0.

    `at` is the paragraph that such a table hangs on, or 0.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: int = 0
    at: int = 0


Block = Paragraph | Table


class Note(Frozen):
    """A footnote or endnote: its mark in the text, and what it says."""

    mark: str
    blocks: tuple[Block, ...]


class Content(Frozen):
    """All of a document: its text, the notes in the order of their marks, what stands in the margins of its pages.

    `language` is that of the text as the program knows it, a
    tag such as "da-DK", or "".
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    margins: tuple[Block, ...] = ()
    language: str = ""


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "\n".join(cell.text for row in block.rows for cell in row)
