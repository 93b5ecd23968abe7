"""Knows tables that are drawn with lines: `+---+---+`, or the signs for boxes of terminals and old programs.

A row of theirs may take several lines of the text; whether it does, the rules between them tell, and what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, repeat, zip_longest

from projektkort.document import cells
from projektkort.document.block import Block
from projektkort.document.cells import Row, row_text
from projektkort.document.figures import is_figure
from projektkort.document.inline import HOLE
from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.span import LINE_BREAK, Lines, Text

_BAR = re.compile("[\u2502\u2503\u2551]")
_BOX = "\u2500-\u257f"
_RULE = re.compile(rf"(?:\+(?=[-=:])|[{_BOX}])[-+=:|\s{_BOX}]*")
_LEVEL = re.compile("[-=\u2500\u2501\u2550]{2}")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LEAST = 2  # rows without a rule that are a table


class _Drawn(Frozen):
    """A line of a table: a rule, a comment, or cells with the room that each has for text."""

    kind: LineKind
    whole: Text
    cells: Row = ()
    room: tuple[int, ...] = ()


def drawn_tables(text: str, lines: Lines, begin: int) -> Iterator[Block]:
    """The tables behind `begin`; `text` is the source with holes for what is hidden."""
    run: list[_Drawn] = []
    for start, raw in zip(lines.starts, LINE_BREAK.split(text), strict=True):
        line = _drawn(Text(raw, lines, start, start + len(raw)), run) if start >= begin else None
        if line is not None:
            run.append(line)
            continue
        yield from _block(run)
        run = []
    yield from _block(run)


def _drawn(raw: Text, run: Sequence[_Drawn]) -> _Drawn | None:
    """What a line is in a table; None where it is outside all of them."""
    body = raw.strip()
    whole = Text(raw.lines.text[raw.start : raw.end], raw.lines, raw.start, raw.end)
    if not body.value:
        return _Drawn(LineKind.COMMENT, whole) if run and HOLE in raw.value else None
    if _RULE.fullmatch(body.value) and _LEVEL.search(body.value):
        return _Drawn(LineKind.RULE, whole)
    bars = [match.start() for match in _BAR.finditer(body.value)]
    if not bars and run and body.value[0] == "|":
        bars = cells.bars(body.value)
    if not bars:
        return None
    size = len(body.value)
    edges = [*([] if bars[0] == 0 else [-1]), *bars, *([] if bars[-1] == size - 1 else [size])]
    room = tuple(behind - before - len("| |") for before, behind in pairwise(edges))
    return _Drawn(LineKind.ROW, whole, cells.piped(body, bars), room)


def _block(run: list[_Drawn]) -> Iterator[Block]:
    """The table that a run of lines is, if it is one; comments behind its last rule or row are no part of it."""
    while run and run[-1].kind is LineKind.COMMENT:
        run.pop()
    rows = sum(line.kind is LineKind.ROW for line in run)
    if rows == 0 or (rows < _LEAST and len(run) == rows):
        return
    groups: list[list[_Drawn]] = []
    for line in run:
        if line.kind is LineKind.ROW and groups and groups[-1][0].kind is LineKind.ROW:
            groups[-1].append(line)
        else:
            groups.append([line])
    drawn = [group for group in groups if group[0].kind is LineKind.ROW]
    read: list[Line] = []
    for group in groups:
        one = len(group) > 1 and _is_one(_values(group), ruled=len(drawn) > _LEAST)
        read += [_line(part) for part in ([group] if one else [[line] for line in group])]
    yield Block(run[0].whole.start, run[-1].whole.end, tuple(read))


def _values(lines: Sequence[_Drawn]) -> list[list[str]]:
    return [[each.value for each in line.cells] for line in lines if line.cells]


def _is_one(rows: Sequence[Sequence[str]], *, ruled: bool) -> bool:
    """Whether the lines between two rules are one row; `ruled` says that the table has rules between its rows.

    Two amounts below one another are two rows. A line whose first cell is empty, or goes on in a small letter where
    the one above began with a capital, is none of its own; nor, between rules, is one with any empty cell.
    """
    others = rows[1:]
    columns = list(zip_longest(*rows, fillvalue=""))
    if any(sum(map(is_figure, column)) > 1 for column in columns):
        return False
    if any(not row[0] for row in others):
        return True
    if any(head[:1].isupper() and any(value[:1].islower() for value in below) for head, *below in columns):
        return True
    return ruled and any(not value for row in others for value in row)


def _line(group: Sequence[_Drawn]) -> Line:
    first, last = group[0], group[-1]
    lines = first.whole.lines
    whole = Text(lines.text[first.whole.start : last.whole.end], lines, first.whole.start, last.whole.end)
    if not first.cells:
        return Line(first.kind, whole.strip(), whole)
    columns = zip(zip_longest(*(line.cells for line in group)), chain(first.room, repeat(0)), strict=False)
    row = tuple(_joined([piece for piece in column if piece is not None], room) for column, room in columns)
    return Line(LineKind.ROW, row_text(row), whole, cells=row)


def _joined(pieces: Sequence[Text], room: int) -> Text:
    """The lines of a cell as one value, parted by line breaks where somebody began a new one, else by spaces.

    A line goes on where its first word had no room in the one above, and begins in a small letter or with a year; in
    a capital, too, where another one of the cell goes on.
    """
    text: Text | None = None
    prose = any(piece.value[:1].islower() for piece in pieces)
    for above, piece in pairwise([*pieces[:1], *pieces]):
        if text is None or not piece.value:
            text = text or (piece if piece.value else None)
            continue
        narrow = above.value and len(above.value) + len(piece.value.split(maxsplit=1)[0]) >= room
        goes_on = piece.value[0].islower() or _YEAR.match(piece.value) or (prose and piece.value[0].isupper())
        text = Text.join([text, piece], " " if narrow and goes_on else "\n")
    return text or pieces[0]
