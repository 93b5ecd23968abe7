"""Knows tables of HTML: where they begin and end, their rows and cells, also where people left out closing tags.

What stands inside a cell, `inline` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from projektkort.document import labels
from projektkort.document.block import Block
from projektkort.document.cells import Row, row_text
from projektkort.document.in_cell import cell
from projektkort.document.layout import Label, LabelStyle, Line, LineKind
from projektkort.frozen import Frozen
from projektkort.span import Lines, Text

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)(?P<rest>(?:\s[^<>]*)?)/?>",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?P<way>col|row)span\s*=\s*[\"']?\s*(?P<count>\d{1,3})", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")
_CELLS = frozenset({"td", "th"})
_HOLDERS = _CELLS | {"caption"}
_OPENERS = frozenset({"table", "thead", "tbody", "tr"})
_WIDEST = 50  # columns that a cell may span

Tag = re.Match[str]


class _Cell(Frozen):
    """What stands in a cell, and how many columns and rows it takes."""

    text: Text
    head: bool = False
    columns: int = 1
    rows: int = 1


class _Strip(Frozen):
    """A row, or with `free` a caption or words between the rows; `start` is where its tag begins."""

    start: int
    cells: list[_Cell]
    in_head: bool = False
    free: bool = False

    @property
    def heads(self) -> bool:
        """Whether it is a row of heads."""
        return self.in_head or all(each.head for each in self.cells)


def html_tables(text: str, lines: Lines, begin: int) -> Iterator[Block]:
    """The tables behind `begin`; `text` is the source with holes for what is hidden. Without a cell there is none."""
    run: list[Tag] = []
    depth = 0
    for tag in _TAG.finditer(text, begin):
        if run and _is_outside(run[-1]) and _begins_anew(text[run[-1].end() : tag.start()], run, tag):
            yield from _block(text, lines, run)
            run, depth = [], 0
        name, opens = _name(tag), not tag["close"]
        if not run and (not opens or name not in _OPENERS):
            continue
        run.append(tag)
        if name == "table":
            depth += 1 if opens else -1
            if depth <= 0:
                yield from _block(text, lines, run)
                run, depth = [], 0
    yield from _block(text, lines, run)


def _name(tag: Tag) -> str:
    return tag["name"].lower()


def _is_outside(tag: Tag) -> bool:
    """Whether no cell is open behind a tag."""
    return bool(tag["close"]) or _name(tag) not in _HOLDERS


def _begins_anew(between: str, run: Sequence[Tag], tag: Tag) -> bool:
    """Whether a table that was never closed has ended: text follows that is no part of it, or another table."""
    if between.strip() and (_name(run[0]) != "table" or _EMPTY_LINE.search(between)):
        return True
    return _name(tag) == "table" and not tag["close"] and bool(run[-1]["close"])


def _block(text: str, lines: Lines, run: Sequence[Tag]) -> Iterator[Block]:
    if not run:
        return
    start, end = run[0].start(), run[-1].end()
    if not _is_outside(run[-1]):
        blank = _EMPTY_LINE.search(text, end)
        end = blank.start() if blank else len(text)
    strips = [strip for strip in _strips(Text(text[start:end], lines, start, end), run) if strip.cells]
    if not all(strip.free for strip in strips):
        yield Block(start, end, tuple(_lines(strips, lines, start, end)))


def _strips(table: Text, run: Sequence[Tag]) -> list[_Strip]:
    """The rows of a table, and what stands outside them."""
    strips: list[_Strip] = []
    row: _Strip | None = None
    holder: Tag | None = None  # the tag of the cell that is open
    at, in_head = table.start, False
    for tag in [*_own(run), None]:
        stop = tag.start() if tag else table.end
        inside = table.slice(at - table.start, stop - table.start)
        if holder or inside.value.strip():
            if row is None:
                free = holder is None or _name(holder) == "caption"
                row = _Strip(holder.start() if holder else at, [], in_head, free)
                strips.append(row)
            row.cells.append(_cell(holder, inside))
        if tag is None:
            break
        name, opens = _name(tag), not tag["close"]
        holder, at = (tag if opens and name in _HOLDERS else None), tag.end()
        in_head = opens if name == "thead" else in_head
        if name not in _CELLS or (row and row.free):
            row = _Strip(stop, [], in_head) if name == "tr" and opens else None
            strips += [row] if row else []
    return strips


def _own(run: Sequence[Tag]) -> Iterator[Tag]:
    """The tags without those of tables inside the cells: these part lines there, no more."""
    depth = 0
    for tag in run:
        opens, table = not tag["close"], _name(tag) == "table"
        depth += table and opens
        if depth <= 1:
            yield tag
        depth -= table and not opens


def _cell(holder: Tag | None, inside: Text) -> _Cell:
    if holder is None:
        return _Cell(cell(inside))
    spans = {found["way"].lower(): int(found["count"]) for found in _SPAN.finditer(holder["rest"])}
    columns, rows = (max(1, spans.get(way, 1)) for way in ("col", "row"))
    return _Cell(cell(inside), _name(holder) == "th", min(columns, _WIDEST), rows)


def _lines(strips: Sequence[_Strip], lines: Lines, start: int, end: int) -> Iterator[Line]:
    """The lines of a table. Each goes on to where the next one begins, so that no sign is left out."""
    rows = [strip for strip in strips if not strip.free]
    heads = list(takewhile(lambda row: row.heads, rows))
    last_head = heads[-1] if 0 < len(heads) < len(rows) else None
    below: dict[int, int] = {}
    edges = [start, *(strip.start for strip in strips[1:]), end]
    for strip, (first, stop) in zip(strips, pairwise(edges), strict=True):
        whole = Text(lines.text[first:stop], lines, first, stop)
        if strip.free:
            yield _free(Text.join([each.text for each in strip.cells]), whole.strip())
            continue
        row = _placed(strip.cells, below)
        close = row[-1].end - first if strip is last_head else None
        yield Line(LineKind.ROW, row_text(row), whole.slice(0, close).strip(), cells=row)
        if close is not None:
            rest = whole.slice(close).strip()
            yield Line(LineKind.RULE, Text.empty(lines, rest.start), rest)


def _free(said: Text, whole: Text) -> Line:
    """A caption, which may be a label, or what somebody wrote between the rows."""
    label = Label(said, Text.empty(said.lines, said.end), LabelStyle.PLAIN) if labels.short(said, own=True) else None
    return Line(LineKind.TEXT, said, whole, label=label)


def _placed(cells: Sequence[_Cell], below: dict[int, int]) -> Row:
    """The cells in their columns: empty ones stand where a cell spans several columns, or rows further down.

    `below` says for how many rows more a column is taken, and is brought up to date.
    """
    row: list[Text] = []
    for each in cells:
        row += [Text.empty(each.text.lines, each.text.start)] * _taken(len(row), below)
        if each.rows > 1:
            below |= dict.fromkeys(range(len(row), len(row) + each.columns), each.rows - 1)
        row += [each.text, *[Text.empty(each.text.lines, each.text.end)] * (each.columns - 1)]
    row += [Text.empty(row[-1].lines, row[-1].end)] * _taken(len(row), below)
    return tuple(row)


def _taken(column: int, below: dict[int, int]) -> int:
    """How many columns from this one on cells further up take."""
    first = column
    while below.get(column):
        below[column] -= 1
        column += 1
    return column - first
