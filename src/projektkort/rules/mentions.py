"""Knows what running text counts, and when two such counts contradict each other; the words stand in mentions.yaml.

"At least 3 concerts a year" and "at least 4 concerts" are two mentions of one thing. Where anything tells that they
are of two things (another owner, place or year), they are: a hint that is wrong costs more than one that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import combinations, islice

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.locale.numerals import spell
from projektkort.rules.lists import either, lists, whole
from projektkort.rules.traces import SENTENCE
from projektkort.span import Text

SPELLED = 20  # above it people write figures
CHAIN = 3  # words behind a number among which its noun is
TAIL = 5  # letters that two compounds must end in alike to be of one thing
CONTENT = 4  # letters of a word that says something
AROUND = 240  # characters before and behind a number that may tell what it holds for
MANY = 300  # mentions that are compared with one another; a longer text is no description
FRAME = 2  # words beside the noun that two plain counts must share
YEARS = range(1900, 2101)
CLAUSE = cache(partial(re.compile, r"[,;:()]"))
WORD = cache(partial(re.compile, r"\w[\w-]*"))
LETTERS = cache(partial(re.compile, r"\s+([^\W\d_][\w-]*)"))


class Mention(Frozen):
    """A number and what it counts: `bound` is least, most, whole or nothing, `every` so many times a year or 0."""

    number: int
    bound: str
    noun: str
    every: int
    sentence: int
    owners: frozenset[str]
    aims: frozenset[str]
    frame: frozenset[str]
    text: Text


class Words(Frozen):
    """The words of one language."""

    number: re.Pattern[str]
    spelled: dict[str, int]
    bounds: dict[str, re.Pattern[str]]
    every: dict[int, re.Pattern[str]]
    often: frozenset[str]
    stops: frozenset[str]
    units: frozenset[str]
    owner: re.Pattern[str]
    neutral: frozenset[str]
    past: re.Pattern[str]
    qualities: tuple[str, ...]
    plural: tuple[str, ...]


def contradictions(texts: Iterable[Text], language: str | None) -> Iterator[tuple[Mention, Mention]]:
    """Two mentions of one thing with numbers that do not go together, the first pair for each thing."""
    if language not in LANGUAGES:
        return
    seen: set[str] = set()
    for one, other in combinations(islice(_mentions(texts, _words(language)), MANY), 2):
        if _alike(one, other) and _differ(one, other) and not seen & {one.noun, other.noun}:
            seen |= {one.noun, other.noun}
            yield one, other


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one thing, as far as can be told."""
    if one.sentence == other.sentence or one.bound != other.bound:
        return False
    if _apart(one.owners, other.owners) or _apart(one.aims, other.aims):
        return False
    if one.bound:
        return _same(one.noun, other.noun)
    few, many = sorted((one.frame, other.frame), key=len)
    return one.noun == other.noun and len(few) >= FRAME and few <= many


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= TAIL and long.endswith(short))


def _differ(one: Mention, other: Mention) -> bool:
    """Whether the numbers do not go together; so many a year may make the number of several years."""
    if one.every == other.every:
        return one.number != other.number
    often, seldom = sorted((one, other), key=lambda mention: -mention.every)
    return seldom.number % often.number != 0


def _mentions(texts: Iterable[Text], words: Words) -> Iterator[Mention]:
    sentence = 0
    for text in texts:
        edges = [0, *(edge for match in SENTENCE().finditer(text.value) for edge in match.span()), len(text.value)]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            sentence += 1
            if not words.past.search(text.value, start, end):
                yield from _counted(text, start, end, sentence, words)


def _counted(text: Text, begin: int, stop: int, sentence: int, words: Words) -> Iterator[Mention]:
    """The mentions of one sentence of a text; of a very long one only what stands near a number counts."""
    value = text.value[begin:stop]
    for match in words.number.finditer(value):
        counted = _noun(value, match.end(), words)
        said = match["number"].casefold()
        number = int(said) if said.isdecimal() else words.spelled.get(said, 0)
        bound = next((name for name, pattern in words.bounds.items() if pattern.search(match["bound"] or "")), "")
        if counted is None or not number or (number in YEARS and not bound):
            continue
        noun, end = counted
        before = value[max(0, match.start() - AROUND) : match.start()]
        behind = CLAUSE().split(value[end : end + AROUND], maxsplit=1)[0]
        around = f"{before} {value[match.start() : end]} {behind}"
        yield Mention(
            number=number,
            bound=bound,
            noun=noun,
            every=next((times for times, pattern in words.every.items() if pattern.search(around)), 0),
            sentence=sentence,
            owners=frozenset(_owners(before, words)) - words.neutral,
            aims=_content(behind, words) - words.neutral,
            frame=_content(f"{before} {behind}", words),
            text=text.slice(begin + match.start(), begin + end),
        )


def _noun(value: str, at: int, words: Words) -> tuple[str, int] | None:
    """What is counted, and where that ends: behind a number, without adjectives; None for a measure."""
    chain: list[tuple[str, int]] = []
    while len(chain) < CHAIN and (match := LETTERS().match(value, at)):
        word, at = match[1].casefold(), match.end()
        if word in words.stops:
            break
        chain.append((word, at))
    chain = [link for link in chain if link[0] not in words.often]
    while len(chain) > 1 and chain[0][0].endswith(words.qualities):
        del chain[0]
    if words.plural:
        chain = [link for link in chain if link[0].endswith(words.plural)][-1:]
    if not chain or chain[0][0] in words.units or len(chain[0][0]) < CONTENT:
        return None
    return chain[0]


def _owners(before: str, words: Words) -> Iterator[str]:
    """Whom, where or when a number holds for: definite nouns, what "each" stands before, years."""
    yield from (next(filter(None, match.groups())).casefold() for match in words.owner.finditer(before))
    yield from (word for word in WORD().findall(before) if word.isdecimal() and int(word) in YEARS)


def _content(text: str, words: Words) -> frozenset[str]:
    found = (word.casefold() for word in WORD().findall(text))
    return frozenset(word for word in found if len(word) >= CONTENT and word not in words.stops | words.often)


@cache
def _words(language: str) -> Words:
    own, often = lists("mentions")[language], lists("often")[language]
    spelled = {spell(number, language): number for number in range(2, SPELLED)}
    bounds = {name: whole(own[name]) for name in ("least", "most", "whole")}
    bound = either(word for name in bounds for word in own[name])
    endings = "|".join(own["definite"])
    definite = rf"|([^\W\d_]{{3,}}(?:{endings}))(?!\w)" if endings else ""
    return Words(
        number=re.compile(
            rf"(?:(?<!\w)(?P<bound>{bound})\s+)?(?<![\w.,:/+–-])(?P<number>\d{{1,4}}|{either(spelled)})(?=\s+[^\W\d_])",
            re.IGNORECASE,
        ),
        spelled=spelled,
        bounds=bounds,
        every={int(times): whole(each) for times, each in often.items()},
        often=frozenset(word for each in often.values() for phrase in each for word in phrase.split()),
        stops=frozenset(own["stops"]),
        units=frozenset(own["units"]),
        owner=re.compile(rf"(?<!\w)(?:(?:{either(own['each'])})\s+([^\W\d_]{{3,}}){definite})", re.IGNORECASE),
        neutral=frozenset(own["neutral"]),
        past=whole(own["past"]),
        qualities=tuple(own["qualities"]),
        plural=tuple(own["plural"]),
    )
