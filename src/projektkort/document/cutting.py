"""Knows how tables whose rows are no lines of the text are cut out of it. What is left, `walk` reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from projektkort.document.block import Block
from projektkort.document.layout import Line
from projektkort.frozen import Frozen
from projektkort.span import Lines

_TAG = re.compile("<[tT]")
_CORNER = re.compile(r"\+[-=]")


class Strip(Frozen):
    """What is read as one line: text from `start` on, or the lines of a table that have been read.

    `tag` is the tag of HTML that makes a line a heading or an item: h1 … h6, li.
    """

    start: int
    text: str
    ready: tuple[Line, ...] = ()
    tag: str = ""


def blocks_of(text: str, lines: Lines, begin: int) -> list[Block]:
    """The tables of HTML and those drawn with lines, in order; `text` is the source with holes for what is hidden."""
    found: list[Block] = []
    if _TAG.search(text):
        from projektkort.document.html_tables import html_tables  # noqa: PLC0415 - few texts have them

        found += html_tables(text, lines, begin)
    if _CORNER.search(text) or "\u2502" in text or "\u2503" in text or "\u2551" in text:
        from projektkort.document.drawn_tables import drawn_tables  # noqa: PLC0415 - as above

        found += drawn_tables(text, lines, begin)
    whole: list[Block] = []
    for block in sorted(found, key=lambda block: block.start):
        if not whole or block.start >= whole[-1].end:
            whole.append(block)
    return whole


def cut(raw: Sequence[str], starts: Sequence[int], blocks: Sequence[Block]) -> Iterator[Strip]:
    """The lines of a text without their breaks, each table as one; what stands beside a table is a line of its own."""
    ahead = iter(blocks)
    block = next(ahead, None)
    for start, text in zip(starts, raw, strict=True):
        done, end, whole = start, start + len(text), True
        while block and block.start < end:
            if (before := text[done - start : max(block.start - start, 0)]).strip():
                yield Strip(done, before)
            if block.start >= start:
                yield Strip(block.start, "", block.lines)
            done, whole = min(block.end, end), False
            if block.end > end:
                break
            block = next(ahead, None)
        if whole or text[done - start :].strip():
            yield Strip(done, text[done - start :])
