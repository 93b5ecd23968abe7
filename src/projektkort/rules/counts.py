"""Knows how many dated deeds a goal asks for in its own words; the words stand in counts.yaml.

"Two annual meetings", "at least one activity per quarter", "monthly newsletters", "5 press stories": deeds that take
place on a day. "40 new members" and "2 %" are no such count.
"""

from __future__ import annotations

import re
from functools import cache

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.locale.numerals import spell
from projektkort.rules.lists import either, lists, whole

SPELLED = 20  # above it people write figures
END = re.compile(r"[,;(]|(?<!\bpr)\.\s")


class Count(Frozen):
    """So many deeds; `every` so many times a year, 0 where that is not told."""

    number: int
    every: int


class Words(Frozen):
    """The words of one language."""

    numbers: dict[str, int]
    counted: re.Pattern[str]
    every: dict[int, re.Pattern[str]]


def count_in(text: str, language: str | None) -> Count | None:
    """The first count of deeds that a goal tells; None where it counts none, or only sets an upper limit."""
    found = (_count(text, _words(each)) for each in ([language] if language in LANGUAGES else LANGUAGES))
    return next(filter(None, found), None)


def _count(text: str, words: Words) -> Count | None:
    match = words.counted.search(text)
    if match is None or match["most"]:
        return None
    said = (match["number"] or "1").casefold()
    number = words.numbers.get(said) or int(said)
    around = " ".join((match["between"] or "", match["often"] or "", _behind(text[match.end() :])))
    every = next((times for times, pattern in words.every.items() if pattern.search(around)), 0)
    if number == 1 and not every and not match["least"]:
        return None  # "a meeting" counts nothing
    return Count(number, every)


def _behind(text: str) -> str:
    """The words behind a count that may still belong to it."""
    end = END.search(text)
    return text[: end.start() if end else None]


@cache
def _words(language: str) -> Words:
    own = lists("counts")[language]
    numbers = {spell(number, language): number for number in range(1, SPELLED)} | dict.fromkeys(own["ones"], 1)
    every = own["every"]
    often = either(word for spellings in every.values() for word in spellings)
    between = rf"(?:\s+(?!(?:{either(own['and'])})\s)[^\W\d_][\w-]*){{0,2}}?"
    counted = (
        rf"(?<![\w.,])(?:(?P<most>{either(own['most'])})\s+)?(?:(?P<least>{either(own['minimum'])})\s+)?"
        rf"(?:(?P<number>\d{{1,2}}|{either(numbers)})(?P<between>{between})|(?P<often>{often}){between})"
        rf"\s+[\w-]*?(?:{either(own['nouns'])})(?!\w)"
    )
    each = {int(times): whole(spellings) for times, spellings in every.items()}
    return Words(numbers, re.compile(counted, re.IGNORECASE), each)
