"""Knows at a glance that nothing beside a number belongs to it; what may belong to it is left to `piece`.

Most numbers of a text are days, counts and years. Both questions are asked of the one word that stands next to the
number, and answered for all languages at once: a yes is certain, a no is only a reason to look closer.
"""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale import LANGUAGES
from projektkort.money.figure import SPACES
from projektkort.money.lexicon import beginnings, lexicon
from projektkort.money.token import SIGNS

_WINDOW = 32  # characters; no known word is longer
# A dot may stand alone between a number and a word: "500. kr".
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_GAP = rf"[{SPACES}.]{{0,8}}"
_BEHIND = re.compile(rf"(?P<term>[{SPACES}]?[,.:][-–—]|[-–](?![0-9]))|{_GAP}(?P<word>[^\W\d_]+|[^\w\s.])")
_BEFORE = re.compile(rf"{_GAP}[²³23]?(?P<word>[^\W\d_]+|[^\w\s.])")
_LETTERS = ("k", "m")
"""A thousand and a million, glued to the number."""


def nothing_before(text: str, low: int, start: int) -> bool:
    """Whether no sign, currency or word such as "about" can stand between `low` and the number at `start`."""
    if start == low:
        return True
    if text[start - 1] in SIGNS:
        return start > 1 and "0" <= text[start - 2] <= "9"  # a hyphen between two numbers
    found = _BEFORE.match(text[max(low, start - _WINDOW) : start][::-1])
    return found is None or found["word"].lower() not in _endings()


def no_money_before(text: str, low: int, start: int) -> bool:
    """Whether no currency can stand between `low` and the number at `start`, be it before "about" or a sign."""
    if nothing_before(text, low, start):
        return True
    return _currencies().isdisjoint(_WORD.findall(text[max(low, start - _WINDOW) : start][::-1].lower()))


def nothing_behind(text: str, end: int) -> bool:
    """Whether no currency, multiplier, rate or percentage can stand behind the number that ends at `end`."""
    found = _BEHIND.match(text, end)
    return found is None or (not found["term"] and found["word"].lower() not in _beginnings())


@cache
def _beginnings() -> frozenset[str]:
    known = (word for one in map(lexicon, LANGUAGES) for word in one.percent | one.per | {*one.multipliers, *one.money})
    return beginnings((*known, *_LETTERS))


@cache
def _endings() -> frozenset[str]:
    """The words before an amount, read backwards."""
    known = (word for one in map(lexicon, LANGUAGES) for word in one.approximate | one.between)
    return beginnings(word[::-1] for word in known) | _currencies()


@cache
def _currencies() -> frozenset[str]:
    """The words of money that may stand before an amount, read backwards."""
    return beginnings(word[::-1] for one in map(lexicon, LANGUAGES) for word in one.money)
