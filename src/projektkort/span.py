"""Knows where something stands: lines and columns of a text, slices of it, and values read from slices.

All offsets count characters of the decoded text, from 0. Lines and columns count from 1, ends are exclusive.
What a slice means is left to others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import total_ordering
from itertools import pairwise

from projektkort.frozen import Frozen

# Only these three end a line. U+2028, U+2029, U+0085, \v and \f do not, though str.splitlines thinks so.
LINE_BREAK = re.compile(r"\r\n|\n|\r")

Segment = tuple[int, int, int]
"""(offset in the value, offset in the source, length): these characters of the value stand there in the source."""
Segments = tuple[Segment, ...] | Callable[[], tuple[Segment, ...]] | None


@total_ordering
class Span(Frozen):
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
            self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]
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
        return Span(*self.position(start), *self.position(max(start, end)))


class Place(Frozen):
    """A slice of a source text. Its span is computed when somebody asks."""

    lines: Lines
    start: int
    end: int

    def __init__(self, lines: Lines, start: int, end: int) -> None:
        put = object.__setattr__  # by hand: places and texts are made by the thousand
        put(self, "lines", lines)
        put(self, "start", start)
        put(self, "end", end)

    @property
    def span(self) -> Span:
        return self.lines.span(self.start, self.end)

    @property
    def line(self) -> int:
        return self.lines.position(self.start)[0]

    @property
    def text(self) -> str:
        """The characters as they stand in the source."""
        return self.lines.text[self.start : self.end]


class Text(Frozen):
    """A value read from the source, with the place of every character of it.

    `segments` is None where value and source agree character by character; otherwise the segments, or a
    function that finds them when a place inside the value is asked for (folded YAML, escapes).
    """

    value: str
    lines: Lines
    start: int
    end: int
    segments: Segments = None

    def __init__(self, value: str, lines: Lines, start: int, end: int, segments: Segments = None) -> None:
        put = object.__setattr__
        put(self, "value", value)
        put(self, "lines", lines)
        put(self, "start", start)
        put(self, "end", end)
        put(self, "segments", segments)

    @property
    def place(self) -> Place:
        return Place(self.lines, self.start, self.end)

    @property
    def span(self) -> Span:
        return self.place.span

    @property
    def line(self) -> int:
        return self.place.line

    def spread(self) -> tuple[Segment, ...]:
        """The segments, whatever the form they are kept in."""
        if self.segments is None:
            return ((0, self.start, len(self.value)),) if self.value else ()
        return self.segments() if callable(self.segments) else self.segments

    def at(self, start: int, end: int) -> Place:
        """Where the characters `start` to `end` of the value stand in the source."""
        if self.segments is None:
            return Place(self.lines, self.start + start, self.start + end)
        inside = self._between(start, max(end, start + 1))
        if not inside:
            return self.place
        first, last = inside[0], inside[-1]
        begin = first[1] + max(0, start - first[0])
        stop = last[1] + min(last[2], max(end - last[0], 0))
        return Place(self.lines, begin, max(begin, stop))

    def _between(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments of some of the characters; they stand in order, so that a long text need not be gone through."""
        segments = self.spread()
        first = bisect_right(segments, start, key=lambda segment: segment[0] + segment[2])
        return segments[first : bisect_left(segments, end, lo=first, key=lambda segment: segment[0])]

    def slice(self, start: int, end: int | None = None) -> Text:
        """A part of the value as a Text of its own; ends beyond the value are cut to it."""
        start, end, _ = slice(start, end).indices(len(self.value))
        end = max(start, end)
        if self.segments is None:
            return Text(self.value[start:end], self.lines, self.start + start, self.start + end)
        cut = []
        for value, source, length in self._between(start, end):
            low, high = max(value, start), min(value + length, end)
            cut.append((low - start, source + low - value, high - low))
        place = self.at(start, end)
        return Text(self.value[start:end], self.lines, place.start, place.end, tuple(cut))

    def strip(self, characters: str | None = None) -> Text:
        """The value without white space (or `characters`) at its ends; the same Text where there is none."""
        left = len(self.value) - len(self.value.lstrip(characters))
        kept = len(self.value.strip(characters))
        return self if kept == len(self.value) else self.slice(left, left + kept)

    def split(self, pattern: re.Pattern[str]) -> list[Text]:
        """The pieces between the matches of `pattern`, in order, empty ones too."""
        cuts = [0, *(edge for match in pattern.finditer(self.value) for edge in match.span()), len(self.value)]
        return [self.slice(a, b) for a, b in list(pairwise(cuts))[::2]]

    @staticmethod
    def empty(lines: Lines, offset: int) -> Text:
        """An empty value that would stand at `offset`."""
        return Text("", lines, offset, offset)

    @staticmethod
    def parted(texts: Iterable[Text]) -> Iterator[tuple[str, Text]]:
        """The texts, each with what parts it from the one before: nothing, a new line, or an empty line where the
        source has one."""
        before: Text | None = None
        for text in texts:
            between = text.lines.text[before.end : text.start] if before is not None else ""
            yield "" if before is None else "\n\n" if len(LINE_BREAK.findall(between)) > 1 else "\n", text
            before = text

    @staticmethod
    def join(texts: Iterable[Text], separator: str = "\n") -> Text:
        """One value of several, with `separator` (which has no place) between them; at least one text."""
        pieces = list(texts)
        if len(pieces) == 1:
            return pieces[0]
        segments: list[Segment] = []
        offset = 0
        for piece in pieces:
            segments += [(offset + value, source, length) for value, source, length in piece.spread()]
            offset += len(piece.value) + len(separator)
        value = separator.join(piece.value for piece in pieces)
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        return Text(value, pieces[0].lines, start, end, tuple(segments))
