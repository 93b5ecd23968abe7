"""Knows the furniture of printed pages: page numbers, and the heads and feet that stand beside them.

A number is a page's when it goes up by one from page to page; whatever else a text tells in numbers stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.locale import every
from projektkort.project.status.markers import alternatives
from projektkort.project.status.running import common_head, heads_with_numbers

PAGE = 200  # characters between two bare numbers that can be those of pages
SERIES = 3  # bare numbers that go up by one; fewer are chance
TAIL = 40  # characters at the end of a line in which a page number stands
FOOT_SIGNS = " \t|·•–—-"
FOOT = 100  # characters of a foot that stands before its number
SENTENCE = tuple('.!?:;)»”"')
READ = frozenset({LineKind.TEXT, LineKind.ITEM, LineKind.HEADING})

Slice = tuple[int, int]
Skipped = Mapping[int, int]
"""By line: the offset up to which it belongs to the list of contents."""


class Mark(Frozen):
    """A page number with the signs about it: its line, and its slice of the source.

    `sure`: words or signs say that it is one (“Page 3 of 20”, “- 3 -”, a running head). `alone`: the line bears
    nothing else. `leads`: it stands at the top of its page. `behind_sentence`: the text before it is at an end.
    """

    line: int
    number: int
    start: int
    end: int
    sure: bool
    alone: bool
    leads: bool = False
    behind_sentence: bool = False

    @property
    def style(self) -> tuple[bool, bool, bool]:
        """Numbers of one document look alike."""
        return self.sure, self.alone, self.leads


class Paper(Frozen):
    """The page numbers in order, and what is furniture in each line."""

    marks: tuple[Mark, ...]
    slices: Mapping[int, tuple[Slice, ...]]

    @property
    def ends(self) -> frozenset[int]:
        """The lines that end their page, be it in nothing but its number."""
        return frozenset(mark.line for mark in self.marks if not mark.leads)

    def page_of(self, line: int) -> int | None:
        """The number of the page that a line stands on; None where pages have none."""
        if self.marks and self.marks[0].leads:
            at = bisect_right(self.marks, line, key=attrgetter("line")) - 1
            return self.marks[at].number if at >= 0 else self.marks[0].number - 1
        at = bisect_left(self.marks, line, key=attrgetter("line"))
        return self.marks[at].number if at < len(self.marks) else None

    def kept(self, index: int, line: Line) -> Slice:
        """The slice of a line that is text: what furniture leaves of it."""
        whole = line.whole.strip()
        start, end = whole.start, whole.end
        for low, high in self.slices.get(index, ()):
            start, end = (max(start, high), end) if low <= start else (start, min(end, low))
        return start, max(start, end)


def paper_of(lines: Sequence[Line], skipped: Skipped) -> Paper:
    """The furniture of a document."""
    found = [*_numbers(lines, skipped), *_led(lines, skipped)]
    chain = _longest(sorted(found, key=lambda mark: mark.start)) or _whole(lines, found)
    alone = [mark for mark in found if mark.sure and mark.alone]
    marks = sorted({mark.line: mark for mark in (*alone, *chain)}.values(), key=lambda mark: mark.line)
    slices: dict[int, tuple[Slice, ...]] = {mark.line: ((mark.start, mark.end),) for mark in marks}
    for index, more in (*_feet(lines, marks), *_tops(lines, marks, skipped)):
        slices[index] = (*slices.get(index, ()), more)
    return Paper(tuple(marks), slices)


@cache
def _number() -> re.Pattern[str]:
    """A page number at the end of a line, with the words and signs about it."""
    word = rf"(?P<word>\b{alternatives(every('pages'))}\s*)?"
    of = rf"(?P<of>\s*(?:/|\b{alternatives(every('of_pages'))}\b)\s*\d{{1,3}}|\s*\(\s*\d{{1,3}}\s*\))?"
    return re.compile(
        rf"(?:^|(?<=\s))(?P<open>[-–—]\s*)?{word}(?<![\d.,])(?P<number>[1-9]\d{{0,2}}){of}(?P<close>\s*[-–—])?\s*$",
        re.IGNORECASE,
    )


def _numbers(lines: Sequence[Line], skipped: Skipped) -> Iterator[Mark]:
    """Every number at the end of a line that may be a page's."""
    for index, line in enumerate(lines):
        value, start = line.whole.value, line.whole.start
        if line.kind not in READ or line.whole.segments is not None or not re.search(r"\d", value[-8:]):
            continue
        begin = max(skipped.get(index, 0) - start, 0)
        match = _number().search(value, max(begin, len(value) - TAIL))
        if match is None:
            continue
        before = value[begin : match.start()].strip()
        alone = not before and begin == 0
        sure = bool(match["of"] or (alone and (match["word"] or (match["open"] and match["close"]))))
        if sure or not _counted(before):
            place = (start + match.start(), start + len(value.rstrip()))
            ended = before.endswith(SENTENCE)
            yield Mark(index, int(match["number"]), *place, sure, alone, behind_sentence=ended)


def _counted(before: str) -> bool:
    """Whether the word before a number says what it numbers: a week, a report."""
    return bool(before) and before.rsplit(maxsplit=1)[-1].casefold() in every("guards") | every("reports")


def _led(lines: Sequence[Line], skipped: Skipped) -> Iterator[Mark]:
    """Every number beside a running head at the beginning of a line."""
    texts = {i: each.whole for i, each in enumerate(lines) if each.kind is LineKind.TEXT and i not in skipped}
    for index, number, length in heads_with_numbers({i: text.value for i, text in texts.items()}):
        start = texts[index].start
        yield Mark(index, number, start, start + length, sure=True, alone=False, leads=True)


def _longest(found: Sequence[Mark]) -> list[Mark]:
    """The longest chain of numbers in one style that go up by one, each a page's length behind the one before."""
    best: dict[tuple[object, int], list[Mark]] = {}
    for mark in found:
        before = best.get((mark.style, mark.number - 1), [])
        first = mark.sure or mark.alone or mark.start >= PAGE
        chain = [*before, mark] if before and _follows(mark, before, found) else [mark] if first else []
        if len(chain) > len(best.get((mark.style, mark.number), [])):
            best[mark.style, mark.number] = chain
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) >= (2 if longest and longest[0].sure else SERIES) else []


def _whole(lines: Sequence[Line], found: Sequence[Mark]) -> list[Mark]:
    """The two bare numbers of a document of two pages: by themselves, the second is its end, and none answers a label
    above it."""
    marks = sorted((mark for mark in found if mark.alone and not mark.sure), key=lambda mark: mark.start)
    if [mark.number for mark in marks] != [1, 2] or marks[1].start - marks[0].end < PAGE:
        return []
    if any(not line.blank for line in lines[marks[1].line + 1 :]):
        return []
    return [] if any(_answers(lines, mark.line) for mark in marks) else marks


def _answers(lines: Sequence[Line], index: int) -> bool:
    """Whether the text before a line is a label or a heading without an answer of its own."""
    before = next((line for line in reversed(lines[:index]) if not line.blank), None)
    if before is None or before.kind is LineKind.HEADING:
        return True
    return before.label is not None and not before.label.value.value and not before.cells


def _follows(mark: Mark, chain: Sequence[Mark], found: Sequence[Mark]) -> bool:
    """Whether a number lies a page behind the last one; the last page of all may be short."""
    if mark.sure or mark.start - chain[-1].end >= PAGE:
        return True
    return mark is found[-1] and len(chain) > 1 and (mark.alone or mark.behind_sentence)


def _feet(lines: Sequence[Line], marks: Sequence[Mark]) -> Iterator[tuple[int, Slice]]:
    """What stands before page numbers on page after page: a foot that repeats."""
    texts = {mark.line: lines[mark.line].whole.value[: mark.start - lines[mark.line].whole.start] for mark in marks}
    repeated = Counter(text.strip(FOOT_SIGNS) for text in texts.values())
    for index, text in texts.items():
        if 0 < len(text.strip(FOOT_SIGNS)) <= FOOT and repeated[text.strip(FOOT_SIGNS)] > 1:
            start = lines[index].whole.start
            yield index, (start, start + len(text))


def _tops(lines: Sequence[Line], marks: Sequence[Mark], skipped: Skipped) -> Iterator[tuple[int, Slice]]:
    """What stands first on page after page: a head without a number of its own."""
    tops = [index for mark in marks if not mark.leads and (index := _next(lines, mark.line, skipped)) is not None]
    size = common_head([lines[index].whole.value for index in tops])
    for index in tops if size else ():
        *_, last = zip(range(size), re.finditer(r"\S+", lines[index].whole.value), strict=False)
        start = lines[index].whole.start
        yield index, (start, start + last[1].end())


def _next(lines: Sequence[Line], index: int, skipped: Skipped) -> int | None:
    """The line with which the next page begins."""
    behind = (at for at in range(index + 1, len(lines)) if not lines[at].blank and at not in skipped)
    return next(behind, None)
