"""Knows at a glance that nothing beside a number belongs to it; what may belong to it is left to `piece`.

Most numbers of a text are days, counts and years. The questions are asked of the one word that stands next to the
number, and answered for all languages at once: that nothing is there is certain, else it is a reason to look closer.
"""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale import LANGUAGES
from projektkort.money.figure import SPACES, holds_number
from projektkort.money.lexicon import beginnings, lexicon
from projektkort.money.token import SIGNS

_WINDOW = 32  # characters; no known word is longer
# A dot may stand alone between a number and a word: "500. kr".
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_DIGIT = re.compile(r"[0-9]")
_FRACTION = re.compile(r"[½¼¾]")
_GAP = rf"[{SPACES}.]{{0,8}}"
_BEHIND = re.compile(rf"(?P<term>[{SPACES}]?[,.:][-–—]|[-–](?![0-9]))|{_GAP}(?P<word>[^\W\d_]+|[^\w\s.])")
_BEFORE = re.compile(rf"{_GAP}[²³23]?(?P<word>[^\W\d_]+|[^\w\s.])")
# All numbers of a text, those with a hyphen or a colon between them at once: what marks one, and the word next to it.
# They begin with one digit, for which `re` looks at many times the speed of `[0-9]+`.
_NUMBERS = r"[0-9][0-9]*+(?:[-:][0-9]++)*+"
_MARK = rf"(?<=[13])/[24]|[.,'’{SPACES}][0-9]{{3}}(?![0-9])|[{SPACES}]?[,.:][-–—](?![0-9])"
_ALL_BEHIND = re.compile(rf"{_NUMBERS}(?:({_MARK})|[-–]?{_GAP}({_WORD.pattern}))?")
_ALL_BEFORE = re.compile(rf"{_NUMBERS}{_GAP}[²³23]?((?:{_WORD.pattern})?)")
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


def nothing_behind(text: str, end: int) -> bool:
    """Whether no currency, multiplier, rate or percentage can stand behind the number that ends at `end`."""
    found = _BEHIND.match(text, end)
    return found is None or (not found["term"] and found["word"].lower() not in _beginnings())


def tells_money(text: str) -> bool:
    """Whether some number of the text may be marked or is in groups of three: without one, no language finds money."""
    if not holds_number(text):
        return False
    if _FRACTION.search(text):
        return True
    folded, sizes = text.lower(), _sizes()
    for mark, word in _ALL_BEHIND.findall(folded):
        if mark or word in sizes:
            return True
    backwards = folded[::-1]
    if _near().isdisjoint(_ALL_BEFORE.findall(backwards)):
        return False
    starts = [number.start(1) for number in _ALL_BEFORE.finditer(backwards) if number[1] in _near()]
    between = [_DIGIT.split(backwards[at : at + _WINDOW], maxsplit=1)[0] for at in starts]
    return any(not _currencies().isdisjoint(_WORD.findall(words)) for words in between)


@cache
def _sizes() -> frozenset[str]:
    """The words behind an amount that say that it is money, or of which size."""
    known = (word for one in map(lexicon, LANGUAGES) for word in {*one.multipliers, *one.money})
    return beginnings((*known, *_LETTERS))


@cache
def _beginnings() -> frozenset[str]:
    return beginnings(word for one in map(lexicon, LANGUAGES) for word in one.percent | one.per) | _sizes()


@cache
def _endings() -> frozenset[str]:
    """The words before an amount, read backwards."""
    known = (word for one in map(lexicon, LANGUAGES) for word in one.approximate | one.between)
    return beginnings(word[::-1] for word in known) | _currencies()


@cache
def _near() -> frozenset[str]:
    """The same, and the signs that may stand there."""
    return _endings() | frozenset(SIGNS)


@cache
def _currencies() -> frozenset[str]:
    """The words of money that may stand before an amount, read backwards."""
    return beginnings(word[::-1] for one in map(lexicon, LANGUAGES) for word in one.money)
