"""Knows how the blocks of a document are written as Markdown, and from which of them each line and cell came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from projektkort.frozen import Frozen
from projektkort.source.word import escape
from projektkort.source.word.blocks import BULLET, PAGE_NUMBER, Block, Cell, Content, Paragraph, Run, Table
from projektkort.source.word.tables import fitted, flow, is_frame, letter
from projektkort.source.word.words import heading_of
from projektkort.span import Origin, Where

DEEPEST = 6  # levels of headings
_MARKER = re.compile(r"[0-9]{1,3}[.)]|[A-Za-z]\)")
_LONGEST_LABEL = 120
_APART = re.compile(r"\t+| {3,}")  # the three parts of a header: left, in the middle, right
_BREAK = re.compile(r"[\n\x0b\f\r]")


class Written(Frozen):
    """Markdown, and the origins of its characters in order."""

    text: str
    origins: tuple[Origin, ...]


def write(content: Content) -> Written:
    """All of a document: its text, and behind it what stands at the foot or in the margins of its pages."""
    titled = any(isinstance(block, Paragraph) and block.level == 1 and block.text.strip() for block in content.blocks)
    writer = _Writer(0 if titled else 1)
    writer.blocks(content.blocks, None)
    if content.notes:
        writer.title(heading_of("notes", content.language))
        for note in content.notes:
            writer.note(note.mark, note.blocks)
    margins = tuple(Paragraph((Run(line),)) for line in _margins(content))
    if margins:
        writer.title(heading_of("margins", content.language))
        writer.blocks(margins, None)
    return writer.done()


class _Writer:
    """A text on its way; `raised` is by how much headings stand higher where no title is above them."""

    def __init__(self, raised: int) -> None:
        self._raised = raised
        self._lines: list[str] = []
        self._origins: list[tuple[int, int, Where | None]] = []  # line, column, where
        self._last = ""  # what the last line belongs to: "item" or "row", whose like stand close together
        self._indents: list[int] = []  # of the items that are open, by their depth

    def done(self) -> Written:
        """The text so far."""
        starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        origins = tuple((starts[line] + column, where) for line, column, where in self._origins)
        return Written("".join(f"{line}\n" for line in self._lines), origins)

    def blocks(self, blocks: Sequence[Block], where: Where | None) -> None:
        """Writes blocks that all stand in one place, or each in its own."""
        for block in blocks:
            own = where or (Where(paragraph=block.at) if block.at else None)
            if isinstance(block, Table):
                self._table(block, own)
            else:
                self._paragraph(block, own)

    def title(self, text: str) -> None:
        """Writes the heading of an end: one that stands inside no other."""
        self._put([f"# {text}"], None)

    def note(self, mark: str, blocks: Sequence[Block]) -> None:
        """Writes a note behind its mark, one paragraph below the other."""
        first, *rest = [line for block in blocks for line in _plain_lines(block)] or [""]
        self._put([f"[^{mark}]: {escape.inner(first)}", *map(escape.escaped, rest)], None)

    def _paragraph(self, paragraph: Paragraph, where: Where | None) -> None:
        if not paragraph.text.strip():
            return
        if paragraph.level:
            text = escape.heading(" ".join(paragraph.text.split()))
            number = f"{paragraph.number} " if paragraph.number not in {"", BULLET} else ""
            self._put([f"{'#' * min(max(paragraph.level - self._raised, 1), DEEPEST)} {number}{text}"], where)
        elif paragraph.number == BULLET or _MARKER.fullmatch(paragraph.number):
            self._item(paragraph, where)
        else:
            lines = [_line(runs) for runs in _split(paragraph.runs)]
            if paragraph.number:
                mark = "**" if lines[0].startswith("**") else ""
                lines[0] = f"{mark}{paragraph.number} {lines[0].removeprefix(mark)}"
            if not self._lines and escape.is_front(lines[0]):
                lines[0] = f"\\{lines[0]}"
            self._put(lines, where, "row" if all("\t" in line for line in lines) else "")

    def _item(self, paragraph: Paragraph, where: Where | None) -> None:
        """An item, set in as far as the text of the item that it belongs to."""
        if self._last != "item":
            self._indents = []
        del self._indents[paragraph.depth :]
        indent = sum(self._indents)
        self._indents += [0] * (paragraph.depth - len(self._indents)) + [len(paragraph.number) + 1]
        first, *rest = [_line(runs) for runs in _split(paragraph.runs)]
        lines = [f"{' ' * indent}{paragraph.number} {first}"]
        lines += [f"{' ' * sum(self._indents)}{line}" for line in rest]
        self._put(lines, where, "item")

    def _table(self, table: Table, where: Where | None) -> None:
        if is_frame(table):
            for at, column, blocks in flow(table):
                self.blocks(blocks, _cell_of(table, at, column) or where)
            return
        rows = fitted(table)
        width = max(map(len, rows), default=0)
        shown = [(at, row) for at, row in enumerate(rows) if row]
        if shown and width > 1 and _is_caption(shown[0][1]):
            at, (caption, *_) = shown.pop(0)
            self.blocks(caption.blocks, _cell_of(table, at, 0) or where)
        for place, (at, row) in enumerate(shown):
            origins: list[Origin] = []
            line = "|"
            for column, cell in enumerate(row):
                text = _in_cell(cell)
                origins.append((len(line) if column else 0, _cell_of(table, at, column) or where))
                line += f" {text} |" if text else " |"
            delimiter = [] if place else ["|" + " --- |" * len(row)]
            self._put([line, *delimiter], origins, "table" if place else "")
            self._last = "table"

    def _put(self, lines: Sequence[str], where: Where | list[Origin] | None, kind: str = "") -> None:
        """Writes lines that stand in one place, or in one from each of several columns on."""
        if self._lines and not (kind and kind == self._last):
            self._lines.append("")
        origins = where if isinstance(where, list) else [(0, where)]
        self._origins += [(len(self._lines), column, each) for column, each in origins]
        self._lines += [line.rstrip(" ") for line in lines]
        self._last = kind


def _cell_of(table: Table, row: int, column: int) -> Where | None:
    return Where(table=table.number, row=row + 1, column=letter(column)) if table.number else None


def _is_caption(row: Sequence[Cell]) -> bool:
    """Whether the first row is a line above the table: one cell from side to side."""
    return bool(row[0].text) and not any(cell.text for cell in row[1:]) and row[0].columns > 1


def _in_cell(cell: Cell) -> str:
    """The paragraphs of a cell on one line. (A cell with a table in it is in no table that is written so.)"""
    lines = [line for block in cell.blocks for line in _plain_lines(block)]
    return "<br>".join(escape.cell(" ".join(line.split("\t"))) for line in lines)


def _plain_lines(block: Block) -> Iterator[str]:
    """The lines of a paragraph as text; those of a table cell by cell."""
    if isinstance(block, Table):
        for row in block.rows:
            yield from (line for cell in row for inside in cell.blocks for line in _plain_lines(inside))
        return
    number = f"{block.number} " if block.number else ""
    for line in _BREAK.split(block.text.strip()):
        if line.strip():
            yield number + line.strip()
            number = ""


def _split(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs line by line; blank lines at both ends of a paragraph are none."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = _BREAK.split(run.text)
        lines[-1].append(Run(first, run.bold))
        lines += [[Run(other, run.bold)] for other in others]
    filled = [at for at, line in enumerate(lines) if any(run.text.strip() for run in line)]
    return lines[filled[0] : filled[-1] + 1]


def _line(runs: Sequence[Run]) -> str:
    """One line: in bold where all of it is, with a bold label where one stands before a colon, else plain."""
    whole = "".join(run.text for run in runs)
    text = whole.strip()
    if "\t" in text:
        return escape.escaped(whole.strip(" "))  # a TAB at either end stands for an empty cell
    size = _bold_size(runs)
    bold, rest = text[:size].strip(), text[size:].strip()
    if not bold or len(bold) > _LONGEST_LABEL:
        return escape.escaped(text)
    if not rest:
        return f"**{escape.inner(bold)}**"
    if bold.endswith(":"):
        return f"**{escape.inner(bold)}** {escape.inner(rest)}"
    if rest.startswith(":"):
        return f"**{escape.inner(bold)}:** {escape.inner(rest[1:].strip())}".rstrip()
    return escape.escaped(text)


def _bold_size(runs: Sequence[Run]) -> int:
    """How many characters at the start of the line are bold; white space has no weight."""
    size = blank = 0
    started = False
    for run in runs:
        if run.text.strip() and not run.bold:
            break
        blank += 0 if started else len(run.text) - len(run.text.lstrip())
        started = started or bool(run.text.strip())
        size += len(run.text)
    return size - blank


def _margins(content: Content) -> list[str]:
    """What stands in the margins and not in the text, each once and without numbers of pages."""
    said = {line for block in content.blocks for line in _plain_lines(block)}
    lines = (line for block in content.margins for line in _plain_lines(block))
    pieces = (piece.strip() for line in lines for piece in _APART.split(line) if PAGE_NUMBER not in piece)
    return list(dict.fromkeys(piece for piece in pieces if piece and piece not in said))
