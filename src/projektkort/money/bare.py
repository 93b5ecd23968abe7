"""Knows at a glance that nothing beside a number belongs to it; what may belong to it is left to `piece`.

Most numbers of a text are days, counts and years. The questions are asked of the one word that stands next to the
number, and answered for all languages at once: that nothing is there is certain, else it is a reason to look closer.
"""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale import LANGUAGES
from projektkort.money.figure import SPACES, holds_fraction
from projektkort.money.lexicon import beginnings, lexicon
from projektkort.money.token import SIGNS

_WINDOW = 32  # characters; no known word is longer
# A dot may stand alone between a number and a word: "500. kr".
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_GAP = rf"[{SPACES}.]{{0,8}}"
_BEHIND = re.compile(rf"(?P<term>[{SPACES}]?[,.:][-–—]|[-–](?![0-9]))|{_GAP}(?P<word>[^\W\d_]+|[^\w\s.])")
_BEFORE = re.compile(rf"{_GAP}[²³23]?([^\W\d_]++|[^\w\s.])(?:{_GAP}([^\W\d_]++|[^\w\s.]))?")
# A number, those with a hyphen or a colon between them at once, and what marks it or the word next to it.
# It begins with one digit, for which `re` looks at many times the speed of `[0-9]+`.
_NUMBERS = r"[0-9][0-9]*+(?:[-:][0-9]++)*+"
_MARK = rf"(?<=[13])/[24]|[.,'’{SPACES}][0-9]{{3}}(?![0-9])|[{SPACES}]?[,.:][-–—](?![0-9])"
_NUMBER = re.compile(rf"({_NUMBERS})(?:({_MARK})|[-–]?{_GAP}({_WORD.pattern}))?")
_BOUND_LEFT = re.compile(r"(?:[^\W_]|[0-9_][-./:]|[#§/])\Z")  # part of a word, a case number, a path
_BOUND_RIGHT = re.compile(r"[^\W_]|_|[-/:.][^\W_]")
_LETTERS = ("k", "m")
"""A thousand and a million, glued to the number."""


def nothing_before(text: str, low: int, start: int) -> bool:
    """Whether no sign, currency or word such as "about" can stand between `low` and the number at `start`."""
    before = text[low if low > start - _WINDOW else start - _WINDOW : start]
    words = before.rsplit(None, 1)
    if not words or (words[-1].isalpha() and words[-1].lower() not in _last_words()):
        return True  # as most are
    if text[start - 1] in SIGNS:
        return start > 1 and "0" <= text[start - 2] <= "9"  # a hyphen between two numbers
    found = _BEFORE.match(before[::-1].lower())
    if found is None or found[1] not in _endings():
        return True
    if found[1] in _spellings():
        return False
    return found[2] is None or found[1] + found[2] not in _endings()  # "er" may end "kron er"


def nothing_behind(text: str, end: int) -> bool:
    """Whether no currency, multiplier, rate or percentage can stand behind the number that ends at `end`."""
    found = _BEHIND.match(text, end)
    return found is None or (not found["term"] and found["word"].lower() not in _beginnings())


def ends_there(text: str, end: int, word: str) -> bool:
    """The same behind a word beside the number, with which the next one may be one spelling."""
    found = _BEHIND.match(text, end)
    if found is None:
        return True
    behind = found["word"].lower() if not found["term"] else ""
    return behind != "" and _beginnings().isdisjoint((behind, word + behind))


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether a number with what belongs to it is not a part of a longer word or number."""
    left = _BOUND_LEFT.search(text, max(0, start - 2), start)
    return left is None and _BOUND_RIGHT.match(text, end) is None


def tells_money(text: str) -> bool:
    """Whether some number of the text may be marked or is in groups of three: without one, no language finds money."""
    if holds_fraction(text):
        return True
    sizes, edge = _sizes(), 0
    for number in _NUMBER.finditer(text):
        if number[2] or (number[3] and number[3].lower() in sizes):
            return True
        start, before = number.start(), edge
        edge = number.end(1)
        if not nothing_before(text, before, start) and _names_money(text[max(before, start - _WINDOW) : start]):
            return True
    return False


def _names_money(before: str) -> bool:
    """Whether one of the words before a number may be a currency."""
    return not _currencies().isdisjoint(_WORD.findall(before[::-1].lower()))


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
    """What the words before an amount end with, read backwards."""
    return beginnings(_spellings())


@cache
def _last_words() -> frozenset[str]:
    """The same, read forwards."""
    return frozenset(word[::-1] for word in _endings())


@cache
def _spellings() -> frozenset[str]:
    """The words before an amount, read backwards."""
    known = (one.approximate | one.between | one.money for one in map(lexicon, LANGUAGES))
    return frozenset(word[::-1] for words in known for word in words)


@cache
def _currencies() -> frozenset[str]:
    """The words of money that may stand before an amount, read backwards."""
    return beginnings(word[::-1] for one in map(lexicon, LANGUAGES) for word in one.money)
