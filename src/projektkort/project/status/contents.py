"""Knows the list of contents of a printed document: where it stands, its titles and their pages.

It may be glued into one line or stand in lines of its own. Which of its titles are headings, `headings` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.locale import every
from projektkort.project.status.markers import alternatives
from projektkort.span import Text

LEADERS = r"(?:\.{2,}+|…++|\.(?:\s\.){2,}+|_{3,}+|·{2,}+|-{4,}+)[\s.…·_-]*+"  # never tried again with fewer signs
GLUED = re.compile(rf"\s*+(?P<title>[^\s.…·_-].{{0,160}}?)\s*+{LEADERS}(?P<page>\d{{1,3}})(?!\d)")
ALONE = re.compile(r"\s*(?P<title>\S.{0,160}?)(?:\t|\s)\s*(?<!\d)(?P<page>\d{1,3})\s*")
# Without leaders a page is only one where a title follows it: "Focus area 1 - Path 3 Economy 5".
BARE = re.compile(
    r"\s*+(?P<title>(?:\d{1,2}(?:\.\d{1,2})*+[.)]?\s+)?[^\W\d_][^\n]{0,100}?)\s++(?P<page>\d{1,3})"
    r"(?=\s*$|\s+\d{1,3}\s*$|\s+(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?[^\W\d_a-z\u00df-\u00ff])"
)
MARKS = " \t#*_"
FIRST = 10  # lines in which the list may begin behind the title, on its line
FEWEST = 2  # titles; one alone is a sentence with dots
UNSAID = frozenset({LineKind.BLANK, LineKind.RULE})


class Title(Frozen):
    """One title of the list, and the page on which it says that the title stands."""

    text: Text
    page: int


class Contents(Frozen):
    """The list: its titles, and its lines from `first` to `last`; it is the source from the offset `begin` to `end`."""

    titles: tuple[Title, ...]
    first: int
    last: int
    begin: int
    end: int
    led: bool
    """Whether dots lead to the pages; where they do not, it may be any list of lines that end in numbers."""

    def pieces(self, lines: Sequence[Line]) -> Iterator[Text]:
        """Every line of the list, the last one as far as it belongs to it."""
        for line in lines[self.first : self.last + 1]:
            start = line.whole.start
            text = line.whole.slice(max(0, self.begin - start), max(0, self.end - start)).strip()
            if text.value:
                yield text


def contents_of(lines: Sequence[Line]) -> Contents | None:
    """The first list of contents; None where there is none."""
    said = [index for index, line in enumerate(lines) if line.kind not in UNSAID and line.whole.segments is None]
    for at, index in enumerate(said):
        value = lines[index].whole.value
        word = _word().match(value) or (_glued_word().search(value) if at < FIRST else None)
        if word is not None:
            found = _list(lines, index, word)
            if found is not None and (found.led or _recurs(found)):
                return found
    return None


def _recurs(contents: Contents) -> bool:
    """Whether most of three titles or more stand in the text once more."""
    behind = contents.titles[-1].text.lines.text[contents.end :].casefold()
    again = [title for title in contents.titles if title.text.value.casefold() in behind]
    return len(contents.titles) > FEWEST and 2 * len(again) > len(contents.titles)


@cache
def _word() -> re.Pattern[str]:
    """A word for the list at the beginning of a line."""
    return re.compile(rf"[{MARKS}]*{alternatives(every('contents'))}\b[{MARKS}:]*(?=\s|$)", re.IGNORECASE)


@cache
def _glued_word() -> re.Pattern[str]:
    """The same within a line, behind the title of the document, written with a capital."""
    return re.compile(rf"(?<=\s)(?=[^\W\d_a-z])(?i:{alternatives(every('contents'))})\b:?(?=\s)")


def _list(lines: Sequence[Line], first: int, word: re.Match[str]) -> Contents | None:
    titles: list[Title] = []
    led, at = True, word.end()
    last, end = first, lines[first].whole.start + at
    for index in range(first, len(lines)):
        line = lines[index]
        if line.kind in UNSAID:
            continue
        begin = at if index == first else 0
        page = titles[-1].page if titles else 0
        found, stop = _titles(line.whole, begin, page)
        if not found:
            found, stop = _alone(line.whole, page) if index > first else _titles(line.whole, begin, page, BARE)
            led = led and not found
        titles += found
        if found:
            last, end = index, line.whole.start + stop
        if line.whole.value[stop:].strip():
            break
    begin = lines[first].whole.start + word.start()
    return Contents(tuple(titles), first, last, begin, end, led) if len(titles) >= FEWEST else None


def _titles(whole: Text, begin: int, page: int, shape: re.Pattern[str] = GLUED) -> tuple[list[Title], int]:
    """The titles with which a line goes on at `begin`, their pages never going back, and where the last one ends."""
    found: list[Title] = []
    stop = begin
    while match := shape.match(whole.value, stop):
        title = _title(whole, match)
        if title is None or title.page < page:
            break
        found.append(title)
        page, stop = title.page, match.end()
    return found, stop


def _alone(whole: Text, page: int) -> tuple[list[Title], int]:
    """A line that is a title and its page, without anything that leads from one to the other."""
    match = ALONE.fullmatch(whole.value)
    title = _title(whole, match) if match else None
    return ([title], len(whole.value)) if title is not None and title.page >= page else ([], 0)


def _title(whole: Text, match: re.Match[str]) -> Title | None:
    text = whole.slice(*match.span("title")).strip(MARKS + "|")
    return Title(text, int(match["page"])) if any(letter.isalpha() for letter in text.value) else None
