"""Knows the names of people and organisations in a document, and which two of them are one, spelt in two ways.

Names are taken where a document tells who applies, answers, pays and takes part, and in running text behind a word for
what somebody does ("contact Eva Berg"); the same name is then looked for in running text. Two people of one family, a
word with another ending and an abbreviation are no two spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise, zip_longest

from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.project.models import Project
from projektkort.rules.lists import lists
from projektkort.rules.traces import running
from projektkort.schema.kept import kept
from projektkort.schema.labels import normalise
from projektkort.span import Text

NAMED = ("applicant", "responsible", "contact", "partners")
"""The sections that tell names, and little else."""
_WORD = r"[A-Z\u00c0-\u00de][^\W\d_]++(?:-[^\W\d_]++)*+"
CAPITALISED = late(rf"{_WORD}(?: {_WORD})++")
"""Two words and more that begin with capitals, as names of people do."""
PAIR = late(r" (?=[A-Z\u00c0-\u00de])(?<=[^\W\d_] )")
"""Wherever CAPITALISED is, PAIR is in it; it begins with one sign, which takes a third of the time to look for."""
PART = late(r"[\s,;:()\[\]|/](?:(?<!\s)|(?<=\n)|(?:og|och|and|samt|v\.|v/|ved|hos|c/o|[-\u2013])\s)")
"""A sign, the end of a line, or a word with blanks around it; one class of characters begins them all, to be fast."""
BLANK = late(r" ")
MARKS = " \t-*+\u2022\u2013"
"""What may stand before an item of a list, and around it."""
SHORTEST = 4  # letters of two words that may be one, spelt in two ways
ALONE = 8  # letters of a name of one word
MOST = 200  # names that others are compared with; a longer list is a register
LONGEST = 30  # letters of a word for what somebody does, and what parts it from the name
WORDS = 5  # of a name; what is longer is a sentence


Run = tuple[Text, re.Match[str]]
"""A row of words with capitals in a text."""


class Name(Frozen, guarded=False):
    """A slice of a text that is a name, and its words in small letters."""

    within: Text
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def text(self) -> Text:
        """The name where it stands; made for the few that are told."""
        return self.within.slice(self.start, self.end)


def spelt_twice(project: Project) -> Iterator[tuple[Name, Name]]:
    """The names that are spelt otherwise than an earlier one, each spelling once, with that one."""
    paired = [text for text in running(project) if PAIR.search(text.value)]
    runs = [(text, match) for text in paired for match in CAPITALISED.finditer(text.value)]
    fields = (name for text in _fields(project) for name in _names(text))
    known = list(islice(chain(fields, _introduced(runs)), MOST))
    if not known:
        return
    by_words: defaultdict[tuple[int, str], dict[tuple[str, ...], Name]] = defaultdict(dict)
    for name in known:
        for at, word in enumerate(name.words):
            by_words[at, word].setdefault(name.words, name)
    single = {name.words: name for name in reversed(known) if len(name.words) == 1}
    named = (*known, *_mentions(runs, by_words))
    near: dict[tuple[str, ...], list[Name]] = {}
    for words in {name.words for name in named}:
        others = _sharing(words, by_words) if len(words) > 1 else single.values()
        near[words] = [other for other in others if words != other.words and are_one(words, other.words)]
    hits = [(name, other) for name in named for other in near[name.words]]
    pairs: dict[frozenset[tuple[str, ...]], tuple[Name, Name]] = {}
    for hit in sorted(hits, key=lambda hit: hit[0].text.start):
        first, second = sorted(hit, key=lambda each: each.text.start)
        pairs.setdefault(frozenset((first.words, second.words)), (second, first))
    yield from pairs.values()


def _fields(project: Project) -> Iterator[Text]:
    """The texts that tell names: of the head, of the partners, and the funders."""
    yield from (section.text for wanted in NAMED if (section := project.section(wanted)))
    yield from (line.label for line in project.financing.lines) if project.financing else ()


def _names(text: Text) -> Iterator[Name]:
    """What stands between the commas of a text, and the words with capitals in it."""
    return (Name(text, *name) for name in _slices(text.value))


@kept
def _slices(value: str) -> Sequence[tuple[int, int, tuple[str, ...]]]:
    """Where the names of a text begin and end, and their words in small letters."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    cuts = [0, *(edge for match in PART.finditer(value) for edge in match.span()), len(value)]
    for begin, stop in list(pairwise(cuts))[::2]:
        piece = value[begin:stop].lstrip(MARKS)
        start, piece = stop - len(piece), piece.rstrip(MARKS)
        if piece[:1].isupper() and not _is_long(piece) and len(words := tuple(normalise(piece).split())) <= WORDS:
            found.append((start, start + len(piece), words))
    for match in CAPITALISED.finditer(value):
        found.append((*match.span(), tuple(normalise(match[0]).split())))
    return found


def _is_long(piece: str) -> bool:
    """Whether so many words are seen at once that it need not be told which they are."""
    return "<" not in piece and sum([word.isalpha() for word in piece.split()]) > WORDS


def _introduced(runs: Iterable[Run]) -> Iterator[Name]:
    """The names behind a word for what somebody does; it may begin with a capital as well."""
    roles = _roles()
    for text, match in runs:
        start, said = match.start(), match[0].split(" ")
        if said[0].casefold() in roles:
            start, said = start + len(said[0]) + 1, said[1:]
        elif roles.isdisjoint(text.value[max(0, start - LONGEST) : start].casefold().replace(":", " ").split()[-1:]):
            continue
        if 1 < len(said) <= WORDS:
            yield Name(text, start, match.end(), tuple(normalise(" ".join(said)).split()))


def _mentions(runs: Iterable[Run], known: dict[tuple[int, str], dict[tuple[str, ...], Name]]) -> Iterator[Name]:
    """The words in running text that may be a known name of so many words, wherever they begin."""
    sizes = {len(words) for names in known.values() for words in names if len(words) > 1}
    spoken = {word for _, word in known}
    for text, match in runs if sizes else ():
        said = match[0].split(" ")
        if spoken.isdisjoint(match[0].casefold().split(" ")):
            continue  # most have no word of any known name, and are not looked at
        starts = [match.start(), *(match.start() + each.end() for each in BLANK.finditer(match[0]))]
        for at, count in ((at, size) for size in sizes for at in range(len(said) - size + 1)):
            end = starts[at] + len(" ".join(said[at : at + count]))
            yield Name(text, starts[at], end, tuple(normalise(text.value[starts[at] : end]).split()))


def _sharing(words: tuple[str, ...], known: dict[tuple[int, str], dict[tuple[str, ...], Name]]) -> Iterable[Name]:
    """The known names with as many words, one of them the same in the same place."""
    for shared in enumerate(words):
        for others, other in known.get(shared, {}).items():
            if len(others) == len(words):
                yield other


def are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of as many words are one but for a slip in one word."""
    differing = [at for at, (a, b) in enumerate(zip_longest(one, other)) if a != b]
    if len(differing) != 1 or len(one) != len(other):
        return False
    [at] = differing
    a, b = one[at], other[at]
    if not _slipped(a, b) or (len(one) == 1 and min(len(a), len(b)) < ALONE):
        return False
    given = _given()
    people = len(one) > 1 and not given.isdisjoint((one[0], other[0]))
    if at == 0 and a in given and b in given:
        return False
    return not (_is_genitive(a, b) if people else is_inflected(a, b))


def _slipped(one: str, other: str) -> bool:
    """Whether two words differ by one letter more, less or other, or two that changed places."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or len(long) - len(short) > 1 or any(map(str.isdecimal, one + other)):
        return False
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]


def _is_genitive(one: str, other: str) -> bool:
    return f"{one}s" == other or f"{other}s" == one


def is_inflected(one: str, other: str) -> bool:
    """Whether two words have one stem, and endings that grammar gives."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    endings = _endings()
    return any(one[at:] in endings and other[at:] in endings for at in range(max(same - 2, SHORTEST), same + 1))


@cache
def _given() -> frozenset[str]:
    return frozenset(name.casefold() for name in lists("given")["names"])


@cache
def _roles() -> frozenset[str]:
    return frozenset(lists("given")["roles"])


@cache
def _endings() -> frozenset[str]:
    return frozenset(lists("given")["endings"])
