"""Knows how a line falls into cells: pipes, TABs, semicolons, wide gaps. What a cell means is left to others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from projektkort.document.in_cell import as_told, row_of
from projektkort.document.inline import HOLE, bare
from projektkort.document.layout import on_one_line
from projektkort.span import Text

_BAR = re.compile(r"\|")
_ANY_BAR = re.compile(r"\\.|`[^`]*`|(?P<bar>\|)")
_TAB = re.compile(r"\t")
_SEMICOLON = re.compile(";")
_MARKUP = frozenset("*_<")
_GAP = re.compile(r"\t|[^\S\x1f]{2,}")

Row = tuple[Text, ...]


def bars(body: str) -> list[int]:
    """Where the pipes stand that part cells: not those behind a backslash or in a code span."""
    if "\\" in body or "`" in body:
        return [match.start() for match in _ANY_BAR.finditer(body) if match["bar"]]
    return [match.start() for match in _BAR.finditer(body)]


def barred(content: Text) -> Row:
    """The cells between the pipes that part them."""
    body = content.value
    if "\\" in body or "`" in body:
        return piped(content, bars(body))
    pieces, lines, at, row = body.split("|"), content.lines, content.start, []
    if body[-1] == "|" and len(body) > 1:
        pieces.pop()
    if body[0] == "|":
        pieces, at = pieces[1:], at + 1
    for piece in pieces:
        if kept := piece.strip():
            first = kept[0]
            start = at + piece.index(first)
            text = Text(kept, lines, start, start + len(kept))
            row.append(bare(text) if first in _MARKUP else text)
        else:
            row.append(Text("", lines, at, at))
        at += len(piece) + 1
    if "<" in body or "&" in body or HOLE in body:
        return tuple([as_told(text) for text in row])
    return tuple(row)


def piped(content: Text, cuts: Sequence[int]) -> Row:
    """The cells between the pipes at `cuts`; a pipe at either end of the content only closes the row."""
    size = len(content.value)
    first = 1 if cuts[0] == 0 else 0
    last = size - 1 if cuts[-1] == size - 1 > 0 else size
    starts = [first, *[at + 1 for at in cuts if 0 < at < last]]
    return row_of(content, zip(starts, [*[at - 1 for at in starts[1:]], last], strict=True))


def tabbed(content: Text) -> Row:
    """The cells between TABs, each TAB one step, as spreadsheets and pasted tables have them."""
    return _between(content, _TAB)


def listed(content: Text) -> Row:
    """The cells between semicolons, as in a list saved from a spreadsheet."""
    return _between(content, _SEMICOLON)


def aligned(content: Text) -> Row:
    """The pieces between TABs or wide gaps; none where there is only one piece."""
    body = content.value
    if "  " not in body and "\t" not in body and "\xa0" not in body:
        return ()
    pieces = tuple([piece for piece in _between(content, _GAP) if piece.value])
    return pieces if len(pieces) > 1 else ()


def row_text(row: Row) -> Text:
    """A row as one line of text, a bar between its cells."""
    return Text.join([on_one_line(each) for each in row], " | ")


def grid(rows: Sequence[Row]) -> list[Row]:
    """The rows of one table of TABs, where several TABs in a row may only have moved the text to its column.

    Empty cells go where the rows become equally long only without them, and where a whole column is empty.
    """
    if len(rows) == 1:
        return list(rows)
    filled = [tuple(each for each in row if each.value) for row in rows]
    if len({len(row) for row in rows}) > 1 and len({len(row) for row in filled}) == 1:
        return filled
    used = {at for row in rows for at, each in enumerate(row) if each.value}
    return [tuple(each for at, each in enumerate(row) if at in used) for row in rows]


def _between(content: Text, gap: re.Pattern[str]) -> Row:
    edges = [0, *[edge for match in gap.finditer(content.value) for edge in match.span()], len(content.value)]
    return row_of(content, zip(edges[::2], edges[1::2], strict=True))
