"""Knows how lines are cut into headings and text between them. What a page's end has parted, `joints` knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.document.inline import piece
from projektkort.document.labels import find, plain
from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen, replace
from projektkort.project.status.contents import Contents
from projektkort.project.status.headings import Heading
from projektkort.project.status.pages import Paper


class Piece(Frozen):
    """A line, or a part of one, and whether a page ends behind it."""

    line: Line
    paged: bool = False


def cut(lines: Sequence[Line], paper: Paper, contents: Contents | None, headings: Sequence[Heading]) -> Iterator[Piece]:
    """The lines without furniture, each heading a line of its own."""
    inside = range(contents.first, contents.last + 1) if contents else range(0)
    by_line: dict[int, list[Heading]] = {}
    for heading in headings:
        by_line.setdefault(heading.line, []).append(heading)
    ends = paper.ends
    for index, line in enumerate(lines):
        start, end = paper.kept(index, line)
        if contents is not None and index in inside:
            if index == contents.first and start < contents.begin:  # the document's title
                yield Piece(_slice(line, start, contents.begin))
            start = max(start, contents.end)
        paged = index in ends
        if line.blank and index not in inside:
            yield Piece(line, paged)
        elif start >= end:
            yield Piece(_slice(line, end, end), paged)
        elif index in by_line:
            *parts, last = _parted(line, start, end, by_line[index])
            yield from map(Piece, parts)
            yield Piece(last, paged)
        else:
            yield Piece(_clipped(line, start, end), paged)


def _slice(line: Line, start: int, end: int) -> Line:
    """A stretch of the source, of a line of text, as a line of its own; blank where it is empty."""
    whole = line.whole.slice(start - line.whole.start, end - line.whole.start).strip()
    return Line(LineKind.TEXT, piece(whole), whole) if whole.value else Line(LineKind.BLANK, whole, whole)


def _parted(line: Line, start: int, end: int, headings: Sequence[Heading]) -> Iterator[Line]:
    if line.kind is LineKind.HEADING:
        yield line
        return
    at = start
    for heading in headings:
        before = _slice(line, at, heading.start)
        if not before.blank:
            yield before
        titled = _slice(line, heading.start, heading.end)
        yield replace(titled, kind=LineKind.HEADING, level=heading.level)
        at = heading.end
    rest = _slice(line, at, end)
    if not rest.blank:
        yield rest


def _clipped(line: Line, start: int, end: int) -> Line:
    """The line without furniture at its ends; the same where there is none."""
    stripped = line.whole.strip()
    if (start, end) == (stripped.start, stripped.end):
        return line
    if line.kind is LineKind.TEXT or start > line.text.start or line.text.segments is not None:
        short = _slice(line, start, end)
        if short.blank:
            return short
        return replace(short, label=find(short.whole, short.text) or plain(short.text, own=True))
    whole = line.whole.slice(0, end - line.whole.start)
    text = line.text.slice(0, max(0, end - line.text.start)).strip()
    return replace(line, whole=whole, text=text, label=find(text, text) if text.value else None, cells=())
