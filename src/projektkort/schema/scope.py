"""Knows what the words around a grade say it holds for: a time, or a share. The grades themselves, `grades` knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, partial

from projektkort.period import Precision, read
from projektkort.schema.kept import kept
from projektkort.schema.vocabulary import exactly

LONGEST = 5  # words that lead to a time: "by the end of"
LONGEST_TIME = 8  # words
WORD = cache(partial(re.compile, r"\w+"))
SHARE = r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s*(%|[^\W\d_]+\.?)"
SHARE_BEHIND = cache(partial(re.compile, rf"\s*{SHARE}"))
SHARE_BEFORE = cache(partial(re.compile, rf"{SHARE}\s*(?:\w+\s+)?$"))
WHOLE = 100
NO_TIME = frozenset({Precision.NONE, Precision.DURATION, Precision.IMPOSSIBLE, Precision.ONGOING, Precision.RECURRING})
LEADS = frozenset({"article", "whole"})
"""Small words that may stand before a time."""


@kept
def goal_word(words: str) -> str:
    """The id of a small word about goals; "" for any other."""
    word = exactly(words, "goal_words")
    return word.id if word else ""


def scope_in(rest: str) -> tuple[str | None, str]:
    """The time right behind a grade, without the preposition that leads to it, and what stands behind that."""
    words = list(WORD().finditer(rest))
    sizes = range(min(LONGEST, len(words) - 1), 0, -1)
    led = next((size for size in sizes if goal_word(rest[words[0].start() : words[size - 1].end()]) == "scope"), 0)
    for first in dict.fromkeys((led, 0)):
        size = _time(rest, words[first : first + LONGEST_TIME])
        if size:
            begin, stop = words[first].start(), words[first + size - 1].end()
            return rest[begin:stop], rest[stop:]
    return None, rest


def is_time(text: str) -> bool:
    """Whether a text tells a time, with or without a preposition, and nothing else."""
    if len(WORD().findall(text)) > LONGEST + LONGEST_TIME:
        return False
    scope, left = scope_in(text)
    return scope is not None and not WORD().search(left)


def end_of(scope: str | None, year: int | None) -> dt.date | None:
    """The last day of a time; `year` is that of one which tells none."""
    return read(scope, None, year=year).end if scope else None


def share_in(before: str, behind: str) -> bool:
    """Whether right before or behind a grade a share stands that is less than the whole."""
    found = SHARE_BEHIND().match(behind) or SHARE_BEFORE().search(before)
    return found is not None and (found[2] == "%" or goal_word(found[2]) == "percent") and int(found[1]) < WHOLE


def _time(text: str, words: Sequence[re.Match[str]]) -> int:
    """How many of the words are a time, from the first one on; 0: none are."""
    led = next((at for at, word in enumerate(words) if goal_word(word[0]) not in LEADS), len(words))
    if led < len(words) and goal_word(words[led][0]) == "time":
        return led + 1 + _time(text, words[led + 1 :])
    size, known = 0, None
    for behind in range(led + 1, len(words) + 1):
        told = _read(text, words[led:behind])
        if told is None or told == known or (known is None and told == _read(text, words[led + 1 : behind])):
            continue  # more words, or words before it, tell no other time
        size, known = behind, told
    return size


def _read(text: str, words: Sequence[re.Match[str]]) -> tuple[object, ...] | None:
    """What some words tell as a time."""
    return _told(text[words[0].start() : words[-1].end()]) if words else None


@kept
def _told(said: str) -> tuple[object, ...] | None:
    period = read(said, None)
    return None if period.precision in NO_TIME else (period.precision, period.start, period.end, period.weeks)
