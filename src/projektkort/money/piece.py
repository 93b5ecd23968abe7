"""Knows what stands around each number of a text, such as currency and sign; joining them is left to `phrase`."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import zip_longest

from projektkort.frozen import Frozen
from projektkort.money.bare import nothing_before, nothing_behind
from projektkort.money.figure import FRACTION, NUMERAL, SPACES, holds_fraction
from projektkort.money.lexicon import Lexicon, fold, is_lower_code
from projektkort.money.token import Backward, Forward
from projektkort.patterns import late

_TERM = re.compile(rf"[{SPACES}]?[,.:](?:--?|[–—])(?![0-9])")
_DASH = re.compile(r"[-–](?=\s*(?:\Z|[;,.)|]|kr\b|[A-Z]{3}\b))", re.IGNORECASE)
# A lone k or m is a thousand or a million only where it is glued to the number or to a sign of currency.
_LETTER = re.compile(rf"([km])(?![^\W_])|[{SPACES}]?([km])(?=[€£$])", re.IGNORECASE)
_SPLIT = re.compile(r"[½¼¾]|[13]/[24]")
_LETTERS = {"k": Decimal(1000), "m": Decimal(1_000_000)}
RAISED = ("2", "3")
_UNIT = 8  # letters; no longer unit ends in such a figure
_LETTERS_BEFORE = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,{_UNIT}}}\Z")
_RATE = late(rf"[{SPACES}]?([^\W\d_]+[23²³]?)")


class Piece(Frozen, guarded=False):
    """A number with what belongs to it, from `start` to `end`; the digits and marks alone are `text`."""

    text: str
    start: int
    end: int
    sign: str = ""
    codes: tuple[str, ...] = ()  # currencies named beside it; "" is one that cannot be told
    scales: tuple[Decimal, ...] = ()  # what "mio." and "t.kr." beside it multiply by; two of them contradict each other
    term: bool = False  # ",-" stands behind it
    dash: bool = False  # a lone dash stands behind it
    percent: bool = False
    approximate: bool = False
    between: bool = False
    unit: str | None = None
    lower: bool = False  # a code is not written in capitals

    @property
    def marked(self) -> bool:
        """Whether it says itself that it is money, or of which size."""
        return bool(self.codes or self.scales) or self.term


class Left(Frozen, guarded=False):
    start: int
    sign: str = ""
    money: str | None = None
    approximate: bool = False
    between: bool = False


class _Right(Frozen, guarded=False):
    end: int
    percent: bool = False
    dash: bool = False
    term: str = ""
    scale: str | None = None
    letter: str | None = None
    money: str | None = None
    unit: str | None = None


def pieces(text: str, lexicon: Lexicon) -> list[Piece]:
    """All numbers of the text, in order. A currency between two of them belongs to one only."""
    found: list[Piece] = []
    numerals = _numerals(text, lexicon)
    edge = 0
    for numeral, following in zip_longest(numerals, numerals[1:]):
        start, end = numeral.span()
        alone, last = nothing_before(text, edge, start), nothing_behind(text, end)
        if alone and last:
            found.append(Piece(numeral[0], start, end))
            edge = end
            continue
        left = Left(start) if alone else left_of(text, edge, start, lexicon)
        right = _Right(end) if last else _right(text, end, len(text), lexicon)
        if following and right.money and not left.money and numeral[0].isdigit() and not following[0].isdigit():
            other = left_of(text, end, following.start(), lexicon)
            claimed = other.money and other.start < right.end
            if claimed and not _right(text, following.end(), len(text), lexicon).money:
                right = _right(text, end, other.start, lexicon)  # "180 kr 99 000,00": the second one's
        found.append(_piece(numeral, left, right, lexicon))
        edge = found[-1].end
    return found


def _numerals(text: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The digits with their marks, and the fractions before a multiplier."""
    whole = [each for each in NUMERAL.finditer(text) if each[0] not in RAISED or not _is_raised(text, each, lexicon)]
    if not holds_split(text):
        return whole
    fractions = [each for each in FRACTION.finditer(text) if Forward(text, each.end()).take(lexicon.multipliers)]
    alone = (each for each in whole if not any(_meet(each, fraction) for fraction in fractions))
    return sorted([*fractions, *alone], key=re.Match.start)


def holds_split(text: str) -> bool:
    """Whether there may be a fraction."""
    return _SPLIT.search(text) is not None if "/" in text else holds_fraction(text)


def _is_raised(text: str, numeral: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a 2 or 3 is the end of a unit: square and cubic metres are written m2 and m3."""
    at = numeral.start()
    if not text[max(0, at - 1) : at].isalpha():
        return False
    word = _LETTERS_BEFORE.search(text, max(0, at - _UNIT), at)
    return word is not None and fold(word[0] + numeral[0]) in lexicon.counted


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def left_of(text: str, low: int, high: int, lexicon: Lexicon) -> Left:
    walk = Backward(text, low, high)
    inner = walk.sign(free=False)
    approximate = walk.take(lexicon.approximate) is not None
    money = walk.take(lexicon.money)
    if money is None:
        walk.back()
        approximate, inner = False, walk.sign(free=True)
    else:
        inner = walk.sign(free=True) + inner
    approximate = walk.take(lexicon.approximate) is not None or approximate
    between = walk.take(lexicon.between) is not None
    return Left(walk.at, inner, money, approximate, between)


def _right(text: str, at: int, high: int, lexicon: Lexicon) -> _Right:
    walk = Forward(text, at, high)
    if walk.take(lexicon.percent):
        return _Right(walk.at, percent=True)
    dash, term = walk.match(_DASH), walk.match(_TERM)
    scale = walk.take(lexicon.multipliers)
    letter = None if scale else walk.match(_LETTER)
    money = walk.take(lexicon.currencies)
    end = walk.at
    unit = walk.match(_RATE) if walk.take(lexicon.per) else None
    return _Right(
        walk.at if unit else end,
        False,
        dash is not None,
        term[0].strip() if term else "",
        scale,
        letter[0].strip().lower() if letter else None,
        money,
        unit[1].lower() if unit else None,
    )


def _piece(numeral: re.Match[str], left: Left, right: _Right, lexicon: Lexicon) -> Piece:
    if left.start == numeral.start() and right.end == numeral.end():
        return Piece(numeral[0], left.start, right.end)
    named = [word for word in (left.money, right.money) if word]
    spelt = [fold(word) for word in named]
    sized = [*spelt, fold(right.scale)] if right.scale else spelt
    sizes = [lexicon.multipliers[word] for word in sized if word in lexicon.multipliers]
    codes = [lexicon.currencies[word] for word in spelt if word in lexicon.currencies]
    codes += [code for _, code in sizes if code is not None]
    if right.term[:1] in lexicon.endings:
        codes.append(lexicon.endings[right.term[:1]])
    if right.letter and not codes:  # "25 m" are metres
        return Piece(numeral[0], left.start, numeral.end(), left.sign)
    if right.letter:
        sizes.append((_LETTERS[right.letter], None))
    return Piece(
        numeral[0],
        left.start,
        right.end,
        left.sign,
        tuple(codes),
        tuple([factor for factor, _ in sizes]),
        right.term != "",
        right.dash,
        right.percent,
        left.approximate,
        left.between,
        right.unit,
        any(map(is_lower_code, named)),
    )
