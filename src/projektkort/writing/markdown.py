"""Knows how a sheet is written as Markdown: title, lines of the head, headings, lists, tables in pipes."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.writing.escape import Escape, in_comment
from projektkort.writing.scalar import plain
from projektkort.writing.sheet import Block, Cell, Group, Listed, Part, Sheet, Table, Told
from projektkort.writing.telling import marker, titled
from projektkort.writing.words import capital

BREAK = "<br>"


def as_markdown(sheet: Sheet, escape: Escape) -> str:
    """The text of a sheet as Markdown; `escape` sees to it that no text of it is taken for a mark or a label."""
    blocks = [block for block in _Writer(sheet, escape).blocks() if block]
    return "\n\n".join(blocks) + "\n"


class _Writer:
    """One sheet on its way to Markdown; blocks are parted by blank lines."""

    def __init__(self, sheet: Sheet, escape: Escape) -> None:
        self.sheet, self.escape = sheet, escape

    def blocks(self) -> Iterator[str]:
        """The blocks in order, some perhaps empty."""
        sheet = self.sheet
        settings = [f"{key.lower()}: {plain(value)}" for key, value in sheet.settings]
        front = [*settings, *sheet.waivers]
        yield "\n".join(["---", *front, "---"]) if front else ""
        yield "\n".join(map(_comment, sheet.note))
        yield self._title(sheet.title)
        yield self.escape.prose(sheet.text)
        brief = next((at for at, part in enumerate(sheet.parts) if not part.brief), len(sheet.parts))
        head = (*((sheet.title,) if sheet.title.brief else ()), *sheet.parts[:brief])
        yield "\n".join(line for part in head for line in self._brief(part))
        for part in sheet.parts[brief:]:
            yield from self._part(part, 2)
        yield from map(_comment, sheet.comments)

    def _title(self, title: Part) -> str:
        """The title as a heading; as a line of the head where it is to be filled in, or reads like a label."""
        return f"# {self.escape.heading(_inline(title.blocks))}" if title.blocks and not title.brief else ""

    def _brief(self, part: Part) -> Iterator[str]:
        value = self.escape.value(_inline(part.blocks))
        note = " ".join(map(_comment, part.note))
        yield " ".join(filter(None, (f"{capital(part.label)}:", value, note)))

    def _part(self, part: Part, level: int) -> Iterator[str]:
        yield "\n".join([f"{'#' * level} {capital(part.label)}", *map(_comment, part.note)])
        for each in part.blocks:
            yield from self._block(each, level)
        for inner in part.parts:
            yield from self._part(inner, level + 1)

    def _block(self, each: Block, level: int) -> Iterator[str]:
        if isinstance(each, str):
            yield self.escape.prose(each)
        elif isinstance(each, Listed):
            yield "\n".join(f"- {self.escape.value(item)}" for item in each.items)
        elif isinstance(each, Table):
            yield self._table(each)
        elif each.example:
            yield _comment("\n".join(block for group in each.groups for block in self._group(group, level + 1)))
        else:
            for group in each.groups:
                yield from self._group(group, level + 1)

    def _table(self, table: Table) -> str:
        rule = ["---:" if at in table.figures else "---" for at in range(len(table.heads))]
        rows = [self._row(table.heads), f"|{'|'.join(rule)}|", *map(self._row, table.rows)]
        if table.example:
            rows.append(_comment(self._row(table.example)))
        return "\n".join(rows)

    def _row(self, cells: tuple[Cell, ...]) -> str:
        return "| " + " | ".join(self._cell(cell) for cell in cells) + " |"

    def _cell(self, cell: Cell) -> str:
        texts = cell.split("\n") if isinstance(cell, str) else [line for text in cell for line in text.split("\n")]
        return BREAK.join(self.escape.cell(text) for text in texts if text)

    def _group(self, group: Group, level: int) -> Iterator[str]:
        yield f"{'#' * level} {self.escape.heading(titled(group, self.sheet.language))}"
        for told in group.told:
            yield from self._told(told, level + 1)

    def _told(self, told: Told, level: int) -> Iterator[str]:
        heading = marker(told.number, told.period, self.sheet.language)
        if heading:
            yield f"{'#' * level} {heading}"
        yield self.escape.prose(told.text)
        for part in told.parts:
            yield from self._part(part, level + bool(heading))


def _inline(blocks: tuple[Block, ...]) -> str:
    return " ".join(" ".join(each.split()) for each in blocks if isinstance(each, str))


def _comment(text: str) -> str:
    return f"<!-- {in_comment(text)} -->" if text else ""
