"""Knows the names of people and organisations in a document, and which two of them are one, spelt in two ways.

Names are taken where a document tells who applies, answers, pays and takes part, and in running text behind a word for
what somebody does ("contact Eva Berg"); the same name is then looked for in running text. Two people of one family, a
word with another ending and an abbreviation are no two spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, islice, product, zip_longest

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
PART = late(r"[\s,;:()\[\]|/](?:(?<![^\S\n])|(?:og|och|and|samt|v\.|v/|ved|hos|c/o|[-\u2013])\s)")
"""A sign, the end of a line, or a word with blanks around it; one class of characters begins them all, to be fast."""
MARKS = " \t-*+\u2022\u2013"
"""What may stand before an item of a list, and around it."""
SHORTEST = 4  # letters of two words that may be one, spelt in two ways
ALONE = 8  # letters of a name of one word
MOST = 200  # names that others are compared with; a longer list is a register
LONGEST = 30  # letters of a word for what somebody does, and what parts it from the name
WORDS = 5  # of a name; what is longer is a sentence


Words = tuple[str, ...]
Slice = tuple[int, int, Words]
"""Where a name begins and ends in a text, and its words in small letters."""
Run = tuple[Text, re.Match[str]]
"""A row of words with capitals in a text."""


class Name(Frozen, guarded=False):
    """A slice of a text that is a name, and its words in small letters."""

    within: Text
    start: int
    end: int
    words: Words

    @property
    def text(self) -> Text:
        """The name where it stands; made for the few that are told."""
        return self.within.slice(self.start, self.end)


def spelt_twice(project: Project) -> Iterator[tuple[Name, Name]]:
    """The names that are spelt otherwise than an earlier one, each spelling once, with that one."""
    paired = [text for text in running(project) if PAIR.search(text.value)]
    runs = [(text, match) for text in paired for match in CAPITALISED.finditer(text.value)]
    fields = (Name(text, *found) for text in _fields(project) for found in _slices(text.value))
    known = list(islice(chain(fields, _introduced(runs)), MOST))
    if not known:
        return
    named = (*known, *_mentions(runs, known))
    first = {name.words: name for name in reversed(known)}
    near = _near(dict.fromkeys([name.words for name in named]), first)
    hits = [(name, first[other]) for name in named for other in near.get(name.words, ())] if near else []
    pairs: dict[frozenset[Words], tuple[Name, Name]] = {}
    for hit in sorted(hits, key=lambda hit: hit[0].text.start):
        earlier, later = sorted(hit, key=lambda each: each.text.start)
        pairs.setdefault(frozenset((earlier.words, later.words)), (later, earlier))
    yield from pairs.values()


def _near(spellings: Iterable[Words], known: Container[Words]) -> Mapping[Words, Sequence[Words]]:
    """The known spellings that each is one with: only such are compared as are the same without one word."""
    alike: dict[tuple[str | None, ...], list[Words]] = {}
    for words in spellings:
        for at, word in enumerate(words):
            if len(word) >= SHORTEST:
                alike.setdefault((*words[:at], None, *words[at + 1 :]), []).append(words)
    near: defaultdict[Words, list[Words]] = defaultdict(list)
    for group in (each for each in alike.values() if len(each) > 1):
        for words, other in product(group, [words for words in group if words in known]):
            if are_one(words, other):
                near[words].append(other)
    return near


def _fields(project: Project) -> Iterator[Text]:
    """The texts that tell names: of the head, of the partners, and the funders."""
    yield from (section.text for wanted in NAMED if (section := project.section(wanted)))
    yield from (line.label for line in project.financing.lines) if project.financing else ()


@kept
def _slices(value: str) -> Sequence[Slice]:
    """What stands between the commas of a text, and the words with capitals in it."""
    found: list[Slice] = []
    cuts = [0, *chain.from_iterable([match.span() for match in PART.finditer(value)]), len(value)]
    for begin, stop in zip(cuts[::2], cuts[1::2], strict=True):
        piece = value[begin:stop].lstrip(MARKS)
        if not piece[:1].isupper():
            continue
        start, piece = stop - len(piece), piece.rstrip(MARKS)
        if not _is_long(piece) and len(words := tuple(normalise(piece).split())) <= WORDS:
            found.append((start, start + len(piece), words))
    for match in CAPITALISED.finditer(value) if PAIR.search(value) else ():
        found.append((*match.span(), tuple(normalise(match[0]).split())))
    return found


def _is_long(piece: str) -> bool:
    """Whether a piece has too many words for a name, told without normalising them."""
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


def _mentions(runs: Iterable[Run], known: Iterable[Name]) -> Iterator[Name]:
    """The words in running text that may be a known name of so many words, wherever they begin."""
    sizes = frozenset([len(name.words) for name in known if len(name.words) > 1])
    spoken = {word for name in known for word in name.words}
    for text, match in runs if sizes else ():
        if spoken.isdisjoint(match[0].casefold().split(" ")):
            continue  # most have no word of any known name, and are not looked at
        for begin, stop, words in _within(match[0], sizes):
            yield Name(text, match.start() + begin, match.start() + stop, words)


@kept
def _within(run: str, sizes: frozenset[int]) -> Sequence[Slice]:
    """All that stands in a row of words with so many words."""
    said = run.split(" ")
    starts = list(accumulate([len(word) + 1 for word in said], initial=0))
    cuts = ((starts[at], starts[at + size] - 1) for size in sizes for at in range(len(said) - size + 1))
    return [(begin, stop, tuple(normalise(run[begin:stop]).split())) for begin, stop in cuts]


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
