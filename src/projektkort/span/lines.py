"""Knows where the lines of a text begin, so that an offset becomes a line and a column. What a slice is, `text` knows.

All offsets count characters of the decoded text, from 0. Lines and columns count from 1, ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import total_ordering
from itertools import accumulate

from projektkort.frozen import Frozen

# Only these three end a line. U+2028, U+2029, U+0085, \v and \f do not, though str.splitlines thinks so.
LINE_BREAK = re.compile(r"\r\n|\n|\r")


@total_ordering
class Span(Frozen, guarded=False):
    """Lines and columns from 1, counted in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __lt__(self, other: Span) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int, int]:
        return self.line, self.column, self.end_line, self.end_column


class Where(Frozen):
    """Where something stands in a word processor's document: in a cell of a table, else in a paragraph.

    All count from 1, and 0 (or no column) is none: the paragraphs outside tables, empty ones too; the tables; the
    rows of one, and its columns as letters.
    """

    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: str = ""


Origin = tuple[int, Where | None]
"""From this offset on, text comes from there; None: from a place without a name, such as the margin of a page."""


class Lines:
    """A decoded text and the offsets where its lines begin, found once, when first asked for.

    `origins` are, for a text that was made of a word processor's document, the offsets where another of its paragraphs
    or cells begins, in order.
    """

    __slots__ = ("_starts", "origins", "text")

    def __init__(self, text: str, origins: Sequence[Origin] = ()) -> None:
        self.text = text
        self.origins = origins
        self._starts: list[int] | None = None

    def where(self, offset: int) -> Where | None:
        """Where the character at an offset stood before the text was made; None for a text as it was written."""
        at = bisect_right(self.origins, offset, key=lambda origin: origin[0])
        return self.origins[at - 1][1] if at else None

    @property
    def starts(self) -> list[int]:
        """The offset of each line's first character; one line at least."""
        if self._starts is None:
            self._starts = _starts(self.text)
        return self._starts

    @property
    def count(self) -> int:
        """How many lines the text has; a line break at the very end opens one more, empty line."""
        return len(self.starts)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line break."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < self.count else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset; the offset just behind the last character is allowed."""
        number = bisect_right(self.starts, offset)
        return number, offset - self.starts[number - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` to `end`."""
        starts = self._starts or self.starts
        end = end if end > start else start
        first = bisect_right(starts, start)
        last = bisect_right(starts, end, first)
        return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def _starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in LINE_BREAK.finditer(text))]
    return list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))  # the same, much faster
