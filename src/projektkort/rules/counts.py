"""Knows how many dated deeds a goal asks for in its own words; the words stand in counts.yaml and often.yaml.

"Two annual meetings", "at least one activity per quarter", "monthly newsletters", "5 press stories": deeds that take
place on a day. What is told to come so often a year is a deed whatever it is called ("4 repair cafés a year"), unless
it is a measure, money, or somebody or something: "40 new members a year" and "2 %" are no such count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial
from itertools import takewhile

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.locale import words as spoken
from projektkort.locale.numerals import spell
from projektkort.rules.lists import either, lists, whole
from projektkort.rules.traces import SENTENCE

SPELLED = 20  # above it people write figures
WORD = cache(partial(re.compile, r"[^\W\d_][\w-]*"))
BESIDE = 2  # words between a number and how often, the last one what comes so often
APART = 4  # words that may part these two, where they tell with whom, where or for what
NOUN = 4  # letters that it has


class Count(Frozen):
    """So many deeds; `every` so many times a year, 0 where that is not told."""

    number: int
    every: int


class Words(Frozen):
    """The words of one language."""

    numbers: dict[str, int]
    counted: re.Pattern[str]
    every: dict[int, re.Pattern[str]]
    number: re.Pattern[str]
    often: re.Pattern[str]
    stops: frozenset[str]
    things: tuple[str, ...]
    measures: frozenset[str]


def count_in(text: str, language: str | None) -> Count | None:
    """The first count of deeds that a goal tells; None where it counts none, or only sets an upper limit."""
    found = (_count(text, _words(each)) for each in ([language] if language in LANGUAGES else LANGUAGES))
    return next(filter(None, found), None)


def _count(text: str, words: Words) -> Count | None:
    for match in words.counted.finditer(text):
        around = " ".join((match["between"] or "", match["often"] or "", _behind(text[match.end() :])))
        every = next((times for times, pattern in words.every.items() if pattern.search(around)), 0)
        if every or not match["times"]:
            return _counted(match, every, words)
    return _of_anything(text, words)  # "three times as many" is no count


def _of_anything(text: str, words: Words) -> Count | None:
    """The first count of something that is told to come so often."""
    for match in words.number.finditer(text):
        behind = _behind(text[match.end() :])
        often = words.often.search(behind)
        number = words.numbers.get(match["number"].casefold()) or int(match["number"])
        if often is None or number == 0:
            continue
        before, after = _words_of(behind[: often.start()]), _words_of(behind[often.end() :])
        named = list(takewhile(lambda word: word not in words.stops, before))
        near = len(named) <= BESIDE and len(before) - len(named) <= APART
        if len(named) == len(before):
            named += takewhile(lambda word: word not in words.stops, after[:BESIDE])
        if near and (number > 1 or not before) and _is_deed(named, words):
            every = next(times for times, pattern in words.every.items() if pattern.search(often[0]))
            return None if match["most"] else Count(number, every)
    return None


def _words_of(text: str) -> list[str]:
    return [word.casefold() for word in WORD().findall(text)]


def _is_deed(named: Iterable[str], words: Words) -> bool:
    """Whether some words name something that takes place, as far as can be told."""
    named = list(named)
    known = any(word in words.measures or word.endswith(words.things) for word in named)
    return not known and any(len(word) >= NOUN for word in named)


def _counted(match: re.Match[str], every: int, words: Words) -> Count | None:
    if match["most"]:
        return None
    said = (match["number"] or match["told"] or "1").casefold()
    number = words.numbers.get(said) or int(said)
    if number == 1 and not every and not match["least"]:
        return None  # "a meeting" counts nothing
    return Count(number, every)


def _behind(text: str) -> str:
    """The words behind a count that may still belong to it."""
    end = _end().search(text)
    return text[: end.start() if end else None]


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"[,;(]|{SENTENCE().pattern}")


@cache
def _words(language: str) -> Words:
    own, shared = lists("counts")[language], lists("mentions")[language]
    numbers = {spell(number, language): number for number in range(1, SPELLED)} | dict.fromkeys(own["ones"], 1)
    every = {int(times): whole(spellings) for times, spellings in lists("often")[language].items()}
    often = either(word for spellings in lists("often")[language].values() for word in spellings)
    number = rf"\d{{1,2}}|{either(numbers)}"
    between = rf"(?:\s+(?!(?:{either(own['and'])})\s)[^\W\d_][\w-]*){{0,2}}?"
    bounds = rf"(?:(?P<most>{either(own['most'])})\s+)?(?:(?P<least>{either(own['minimum'])})\s+)?"
    counted = (
        rf"(?<![\w.,]){bounds}"
        rf"(?:(?P<number>{number})(?P<between>{between})|(?P<often>{often})(?:\s+(?P<told>{number}))?{between})"
        rf"\s+(?:[\w-]*?(?:{either(own['nouns'])})|(?P<times>{either(own['times'])}))(?!\w)"
    )
    return Words(
        numbers=numbers,
        counted=re.compile(counted, re.IGNORECASE),
        every=every,
        number=re.compile(rf"(?<![\w.,:/+–-]){bounds}(?P<number>{number})(?=\s+[^\W\d_])", re.IGNORECASE),
        often=re.compile(rf"(?<!\w)(?:{often})(?!\w)", re.IGNORECASE),
        stops=frozenset((*own["and"], *shared["stops"])),
        things=tuple(own["things"]),
        measures=frozenset((*shared["units"], *_measures(language))),
    )


def _measures(language: str) -> Iterable[str]:
    """The words of a language for what is counted in amounts of money, in measures and in heads."""
    told = spoken(language)
    for spellings in (told.units, told.counted, told.percent, told.currencies, told.multipliers):
        for spelling in spellings:
            yield from _words_of(spelling)
