"""Knows slices of a text, and values read from them, with the place of each character. What they mean, others know."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from projektkort.frozen import Frozen
from projektkort.span.lines import LINE_BREAK, Lines, Span

Segment = tuple[int, int, int]
"""(offset in the value, offset in the source, length): these characters of the value stand there in the source."""
Segments = tuple[Segment, ...] | Callable[[], tuple[Segment, ...]] | None


class Place(Frozen, guarded=False):
    """A slice of a source text. Its span is computed when somebody asks."""

    lines: Lines
    start: int
    end: int

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


class Text(Frozen, guarded=False):
    """A value read from the source, with the place of every character of it.

    `segments` is None where value and source agree character by character; otherwise the segments, or a
    function that finds them when a place inside the value is asked for (folded YAML, escapes).
    """

    value: str
    lines: Lines
    start: int
    end: int
    segments: Segments = None

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
        segments = self.segments.within(start, end) if isinstance(self.segments, _Joined) else self.spread()
        first = bisect_right(segments, start, key=lambda segment: segment[0] + segment[2])
        return segments[first : bisect_left(segments, end, lo=first, key=lambda segment: segment[0])]

    def slice(self, start: int, end: int | None = None) -> Text:
        """A part of the value as a Text of its own; ends beyond the value are cut to it."""
        if end is None or not 0 <= start <= end <= len(self.value):
            start, end, _ = slice(start, end).indices(len(self.value))
            end = max(start, end)
        if self.segments is None:
            return Text(self.value[start:end], self.lines, self.start + start, self.start + end)
        cut = []
        for value, source, length in self._between(start, end):
            low, high = max(value, start), min(value + length, end)
            cut.append((low - start, source + low - value, high - low))
        if not cut or start == end:
            place = self.at(start, end)
            return Text(self.value[start:end], self.lines, place.start, place.end, tuple(cut))
        begin, (_, last, length) = cut[0][1], cut[-1]
        return Text(self.value[start:end], self.lines, begin, max(begin, last + length), tuple(cut))

    def tight(self) -> Text:
        """All of the value, placed as its slice would be: from its first character on, though what it is joined of may
        begin before."""
        if self.segments is None:
            return self
        segments = self.segments
        edges = segments.edges() if isinstance(segments, _Joined) else None
        if edges is None:
            segments = tuple([segment for segment in self.spread() if segment[2]])
            if not segments:
                return self
            (_, begin, _), (_, last, length) = segments[0], segments[-1]
            edges = begin, last + length
        begin, end = edges
        return Text(self.value, self.lines, begin, max(begin, end), segments)

    def strip(self, characters: str | None = None) -> Text:
        """The value without white space (or `characters`) at its ends; the same Text where there is none."""
        kept = self.value.strip(characters)
        if len(kept) == len(self.value):
            return self
        left = len(self.value) - len(self.value.lstrip(characters))
        return self.slice(left, left + len(kept))

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
        return _spanning(separator.join([piece.value for piece in pieces]), pieces, _Joined(pieces, separator))

    @staticmethod
    def of(parts: Sequence[Text | str]) -> Text:
        """One value of texts, at least one, and of words that stand nowhere in the source."""
        mixed: Sequence[Any] = parts  # for mypy: to ask `isinstance` of each costs twice as much
        texts: list[Text] = [part for part in mixed if part.__class__ is Text]
        if len(parts) == 1:
            return texts[0]
        value = "".join([part.value if part.__class__ is Text else part for part in mixed])
        return _spanning(value, texts, _Joined(parts))


def _spanning(value: str, texts: Sequence[Text], segments: Segments) -> Text:
    """A value made of texts, from where the first of them begins to where the last one ends."""
    start, end = min([text.start for text in texts]), max([text.end for text in texts])
    return Text(value, texts[0].lines, start, end, segments)


class _Joined:
    """The segments of texts one behind the other, found when they are first asked for."""

    __slots__ = ("_leaves", "_offsets", "_parts", "_separator")

    def __init__(self, parts: Sequence[Text | str], separator: str = "") -> None:
        self._parts, self._separator = parts, separator
        self._leaves: list[Text | str] = []
        self._offsets: list[int] = []

    def __call__(self) -> tuple[Segment, ...]:
        self._part()
        return self._of(0, len(self._leaves))

    def edges(self) -> tuple[int, int] | None:
        """Where its first text begins and its last one ends, if all of them stand in the source as they are."""
        texts = [part for part in self._parts if not isinstance(part, str) and part.value]
        if not texts or any(text.segments is not None for text in texts):
            return None
        return texts[0].start, texts[-1].end

    def within(self, start: int, end: int) -> tuple[Segment, ...]:
        """All segments of the parts in which these characters stand; the other parts are not asked for theirs."""
        self._part()
        return self._of(max(bisect_right(self._offsets, start) - 1, 0), bisect_left(self._offsets, end))

    def _of(self, first: int, last: int) -> tuple[Segment, ...]:
        found: list[Segment] = []
        for offset, leaf in zip(self._offsets[first:last], self._leaves[first:last], strict=True):
            if not isinstance(leaf, str):
                found += [(offset + at, source, length) for at, source, length in leaf.spread()]
        return tuple(found)

    def _part(self) -> None:
        """Finds all that is joined, also to the parts themselves, and where each of it begins in the value."""
        if not self._offsets:
            self._add_to(self._leaves)
            lengths = [len(leaf) if isinstance(leaf, str) else len(leaf.value) for leaf in self._leaves]
            self._offsets = list(accumulate(lengths[:-1], initial=0))

    def _add_to(self, leaves: list[Text | str]) -> None:
        for index, part in enumerate(self._parts):
            if index and self._separator:
                leaves.append(self._separator)
            if isinstance(part, str) or not isinstance(part.segments, _Joined):
                leaves.append(part)
            else:
                part.segments._add_to(leaves)

    def __eq__(self, other: object) -> bool:
        return self() == (other() if callable(other) else other)

    def __hash__(self) -> int:
        return hash(self())
