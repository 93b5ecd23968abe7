"""Knows where the titles of a list of contents stand in the text, and how deep each of them is.

A title may be glued to the text before and behind it. It counts where it stands in the order of the list, as whole
words, where something begins: a line, a sentence, or at least its page. What looks like one elsewhere is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.status.contents import Contents, Title
from projektkort.project.status.markers import lead_before, title_marker
from projektkort.project.status.pages import SENTENCE, Paper
from projektkort.schema.labels import Labels, normalise
from projektkort.schema.model import Markers

TOP = 2  # the level of a section; the document's own title is above it
WORD = re.compile(r"\w+")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
CLOSED = re.compile(r"[)?!]*")  # what may close a title, and is a part of it
GAP = 5  # signs between two words of a title
BEHIND = " \t:.,–—-"
AROUND = 60  # characters before and behind a title that are looked at
HOLDERS = frozenset({"situation", "subprojects", "schedule"})
"""Sections whose sub-titles are the names of sub-projects."""
WHOLE, STRONG, APART, WEAK = 9, 6, 3, 2  # a line of its own; the beginning of something; behind a figure; in a sentence
ON_PAGE = 6


class Heading(Frozen):
    """A title of the list as it stands in a line: its slice of the source, and its level."""

    line: int
    start: int
    end: int
    level: int


class _Found(Frozen):
    """A place where a title may stand."""

    title: int
    line: int
    start: int
    end: int
    worth: int


def headings_of(
    lines: Sequence[Line], paper: Paper, contents: Contents, markers: Markers, labels: Labels
) -> list[Heading]:
    """The titles that stand in the text, in order."""
    levels = _levels(contents.titles, markers, labels)
    found = sorted(_candidates(lines, paper, contents, markers), key=lambda each: (each.start, each.title))
    return [Heading(each.line, each.start, each.end, levels[each.title]) for each in _best(found)]


def _levels(titles: Sequence[Title], markers: Markers, labels: Labels) -> list[int]:
    levels: list[int] = []
    below: set[str] = set()
    above, numbered = "", False
    for title in titles:
        text = title.text.value
        number = NUMBERED.match(text)
        match = labels.section(text)
        known = match.id if match is not None and match.near is None else ""
        marked = title_marker(text, markers.subproject) is not None
        if number and not marked:
            level = TOP + number[1].count(".")
        elif known and not marked:
            level = TOP
        else:
            level = TOP + (marked or numbered or above in HOLDERS or normalise(text) in below)
        if level == TOP:
            above, numbered = known, number is not None
        else:
            below.add(normalise(text))
        levels.append(level)
    return levels


class _Sought(Frozen):
    """A title to be looked for, and the number that may stand before its words."""

    title: int
    number: str
    capital: bool
    marked: bool
    page: int


class _Words:
    """What may follow some words in a title, and the titles that end with them."""

    __slots__ = ("behind", "ended")

    def __init__(self) -> None:
        self.behind: defaultdict[str, _Words] = defaultdict(_Words)
        self.ended: list[_Sought] = []


def _sought(titles: Sequence[Title], markers: Markers) -> _Words:
    """The titles, to be looked for word by word."""
    first = _Words()
    for at, title in enumerate(titles):
        marker = title_marker(title.text.value, markers.subproject)
        number = NUMBERED.match(title.text.value) if marker is None or marker.begin else None
        words = WORD.findall(title.text.value, number.end() if number else 0)
        last = first
        for word in words:
            last = last.behind[word.casefold()]
        if words:
            told, capital = number[1] if number else "", words[0][0].isupper()
            last.ended.append(_Sought(at, told, capital, marker is not None, title.page))
    return first


def _begun(words: Sequence[re.Match[str]], at: int, first: _Words) -> list[tuple[_Sought, int]]:
    """The titles that begin with one of the words of a text, in the order of the list, each with its last word."""
    found: list[tuple[_Sought, int]] = []
    known = first.behind.get(words[at][0].casefold())
    while known is not None:
        found += [(sought, at) for sought in known.ended]
        at += 1
        if at == len(words) or words[at].start() - words[at - 1].end() > GAP:
            break
        known = known.behind.get(words[at][0].casefold())
    return sorted(found, key=lambda each: each[0].title)


class _Stretch(Frozen):
    """What a line says without furniture: the line, its kind, the page it stands on, its slice of the source."""

    line: int
    kind: LineKind
    page: int | None
    start: int
    end: int


def _candidates(lines: Sequence[Line], paper: Paper, contents: Contents, markers: Markers) -> Iterator[_Found]:
    first = _sought(contents.titles, markers)
    text = contents.titles[0].text.lines.text
    for stretch in _stretches(lines, paper, contents):
        edge = stretch.start  # where a heading ended that another one may follow
        words = list(WORD.finditer(text, stretch.start, stretch.end))
        for at, word in enumerate(words):
            for sought, last in _begun(words, at, first):
                closed = CLOSED.match(text, words[last].end(), stretch.end)
                assert closed is not None  # it matches nothing, too
                found = _judged(word, closed.end(), sought, stretch, edge, markers)
                if found is not None:
                    yield found
                    edge = max(edge, found.end)


def _stretches(lines: Sequence[Line], paper: Paper, contents: Contents) -> Iterator[_Stretch]:
    for index, line in enumerate(lines):
        if line.kind in {LineKind.TEXT, LineKind.ITEM, LineKind.HEADING} and line.whole.end > contents.end:
            start, end = paper.kept(index, line)
            yield _Stretch(index, line.kind, paper.page_of(index), max(start, contents.end), end)


def _judged(
    word: re.Match[str], end: int, sought: _Sought, stretch: _Stretch, edge: int, markers: Markers
) -> _Found | None:
    """The place from a title's first word to its end, if a title can stand there."""
    text, start = word.string, word.start()
    window = text[max(stretch.start, start - AROUND) : start]
    lead = lead_before(window, markers.subproject)
    start -= lead or _behind(window, sought.number)
    before = text[max(stretch.start, start - AROUND) : start]
    behind = text[end : min(stretch.end, end + AROUND)].lstrip(BEHIND)
    if behind[:1].islower() or before.endswith(("-", "/")) or (sought.capital and not word[0][0].isupper()):
        return None
    at = start - len(before) + len(before.rstrip())
    kind = _kind(before.rstrip(), behind, begins=at <= stretch.start, follows=sought.marked or lead > 0 or at == edge)
    worth = _worth(kind, stretch.page, sought.page)
    if worth == 0 or (kind is not WHOLE and stretch.kind is not LineKind.TEXT):
        return None
    return _Found(sought.title, stretch.line, start, end, worth)


def _kind(before: str, behind: str, *, begins: bool, follows: bool) -> int:
    """How much a place looks like that of a title, by what stands before and behind it."""
    if begins:
        return STRONG if behind else WHOLE
    if follows or before.endswith(SENTENCE):
        return STRONG
    return WEAK if before[-1:].isalpha() else APART


def _behind(before: str, number: str) -> int:
    """How many characters the number of a title takes before it, with its point and the space behind."""
    if not number:
        return 0
    found = re.search(rf"(?<![\d.]){re.escape(number)}[.)]?\s+\Z", before)
    return len(before) - found.start() if found else 0


def _worth(kind: int, page: int | None, told: int) -> int:
    """How much speaks for a place: where it stands, and whether that is the page that the list tells; 0: too little."""
    if page is None:
        return kind if kind > WEAK else 0
    if abs(page - told) <= 1:
        return kind + ON_PAGE - ON_PAGE // 2 * abs(page - told)
    return 1 if kind >= STRONG else 0


def _best(found: Sequence[_Found]) -> list[_Found]:
    """The chain of places worth most in which titles follow one another in the order of the list.

    A chain is known by its last place; `before` leads from each place back to the one before it. `front` holds for
    rising titles the chain worth most that ends with one of them; a chain whose last place has not ended yet waits.
    """
    before: list[int] = []
    worth: list[int] = []
    front: list[int] = []
    waiting: list[tuple[int, int]] = []
    for at, each in enumerate(found):
        while waiting and waiting[0][0] <= each.start:
            _put(front, heappop(waiting)[1], found, worth)
        behind = bisect_left(front, each.title, key=lambda kept: found[kept].title)
        before.append(front[behind - 1] if behind else -1)
        worth.append(each.worth + (worth[before[at]] if behind else 0))
        heappush(waiting, (each.end, at))
    while waiting:
        _put(front, heappop(waiting)[1], found, worth)
    chain: list[_Found] = []
    at = front[-1] if front else -1
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _put(front: list[int], chain: int, found: Sequence[_Found], worth: Sequence[int]) -> None:
    """Puts one more chain into the front, for those that end no earlier and are worth no more; unless one that ends no
    later is worth as much."""
    behind = bisect_right(front, found[chain].title, key=lambda kept: found[kept].title)
    if behind == 0 or worth[front[behind - 1]] < worth[chain]:
        first = bisect_left(front, found[chain].title, key=lambda kept: found[kept].title)
        front[first : bisect_right(front, worth[chain], key=worth.__getitem__)] = [chain]
