"""Knows how numbers join to one amount: single ones, ranges and products; which are meant is left to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from projektkort.frozen import replace
from projektkort.money.figure import EXACT, GROUPS, SPACES, figure, times
from projektkort.money.lexicon import Lexicon, fold
from projektkort.money.model import Reading, State, exact
from projektkort.money.piece import Piece, pieces
from projektkort.money.token import TOKEN, WORD

_ONE = Decimal(1)
_APART = 40  # characters between two numbers of one amount
_DASHES = ("-", "–", "—")
_FACTORS = 4  # numbers that are multiplied with each other
_TIMES = re.compile(
    rf"[{SPACES}]*(?:(?P<unit>{WORD}(?:[{SPACES}]{WORD})?)[{SPACES}]+)?(?P<times>{TOKEN.pattern})[{SPACES}]*",
    re.IGNORECASE,
)


class Phrase:
    """An amount as it stands in a text, and the numbers that it is made of; one that stands alone is read when asked.

    `marked` is whether any of its numbers says that it is money, `grouped` whether the last is in groups of three.
    """

    __slots__ = ("_lexicon", "_reading", "_unit", "end", "grouped", "marked", "pieces", "start")

    def __init__(self, pieces: tuple[Piece, ...], lexicon: Lexicon, unit: Decimal, reading: Reading | None) -> None:
        self._lexicon, self._unit, self._reading = lexicon, unit, reading
        first, last = pieces[0], pieces[-1]
        self.pieces, self.start, self.end = pieces, first.start, last.end
        self.marked = first.marked or last.marked
        self.grouped = len(last.text) > 4 and GROUPS.fullmatch(last.text) is not None

    @property
    def reading(self) -> Reading:
        if self._reading is None:
            self._reading = _single(self.pieces[0], self._lexicon, self._unit)
        return self._reading


def phrases(text: str, lexicon: Lexicon, unit: Decimal = _ONE) -> list[Phrase]:
    """All numbers of the text as amounts, in order; `unit` scales those that name no currency or size themselves."""
    found: list[Phrase] = []
    numbers = pieces(text, lexicon)
    at = 0
    while at < len(numbers):
        count, reading = 1, None
        if at + 1 < len(numbers) and numbers[at + 1].start - numbers[at].end <= _APART:
            count, reading = _joined(text, numbers[at : at + _FACTORS], lexicon, unit)
        if reading is not None:
            reading = replace(reading, start=numbers[at].start, end=numbers[at + count - 1].end)
        found.append(Phrase(tuple(numbers[at : at + count]), lexicon, unit, reading))
        at += count
    return found


def _joined(text: str, numbers: Sequence[Piece], lexicon: Lexicon, unit: Decimal) -> tuple[int, Reading | None]:
    """How many of the numbers make one amount, and which; none where the first stands alone."""
    pair = _pair(text, numbers[0], numbers[1], lexicon, unit)
    if pair is None:
        return 1, None
    return (pair.quantity is not None and _chain(text, numbers, lexicon, unit)) or (2, pair)


def _chain(text: str, numbers: Sequence[Piece], lexicon: Lexicon, unit: Decimal) -> tuple[int, Reading] | None:
    """Three factors or more with the price behind them: "5 evenings à 2 people à 500 kr."; None where they are not."""
    joints: list[re.Match[str]] = []
    for first, second in pairwise(numbers):
        joint = _joint(text, first, second, lexicon)
        if joint is None:
            break
        joints.append(joint)
    *counts, price = numbers[: len(joints) + 1]
    if len(counts) < 2 or any(count.marked for count in counts):
        return None
    if not price.marked and fold(joints[-1]["times"]) not in lexicon.each:
        return None
    # Of what so many are is told by all words together: a person's hours are not the hours of all.
    units = " × ".join((joint["unit"] or "").rstrip(".") for joint in joints).rstrip(" ×").lstrip()
    return len(joints) + 1, _product(counts, units or None, price, lexicon, unit)


def may_join(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words between two numbers can make one amount of them, whatever the numbers are."""
    if end - start > _APART:
        return False
    word, match = fold(text[start:end]), _TIMES.fullmatch(text, start, end)
    joint = fold(match["times"]) if match else ""
    return word in _DASHES or word in lexicon.to or joint in lexicon.times or joint in lexicon.each


def _joint(text: str, first: Piece, second: Piece, lexicon: Lexicon) -> re.Match[str] | None:
    """The words between two numbers that multiply them."""
    if first.percent or second.percent or second.start - first.end > _APART:
        return None
    match = _TIMES.fullmatch(text, first.end, second.start)
    word = fold(match["times"]) if match else ""
    if match and (word in lexicon.times or (word in lexicon.each and (match["unit"] or second.marked))):
        return match
    return None


def _pair(text: str, first: Piece, second: Piece, lexicon: Lexicon, unit: Decimal) -> Reading | None:
    """Two neighbours as one amount; None where they are two."""
    if first.percent or second.percent:
        return None
    gap = text[first.end : second.start]
    if _is_joint(gap, first, lexicon) and (second.marked or not first.marked):
        found = _range(first, second, lexicon, unit)
        # "400.000 til 3 koncerter" is no range, "400.000-3" a mistaken one.
        return None if found.reason == "range" and not first.between and fold(gap).isalpha() else found
    joint = _joint(text, first, second, lexicon)
    if joint is None:
        return None
    if first.marked:
        return None if second.marked or joint["unit"] else _product([second], None, first, lexicon, unit)
    return _product([first], joint["unit"], second, lexicon, unit)


def _is_joint(gap: str, first: Piece, lexicon: Lexicon) -> bool:
    """Whether the words between two numbers make them a range; "and" does only after "between"."""
    word = fold(gap)
    return word in _DASHES or (word in lexicon.to and (first.between or word not in lexicon.conjunctions))


def _single(piece: Piece, lexicon: Lexicon, unit: Decimal) -> Reading:
    state, values, reason = _valued(piece, lexicon, unit)
    codes = {code for code in piece.codes if code} if piece.codes else ()
    currency = next(iter(codes)) if len(codes) == 1 else None
    if state is State.EXACT and piece.unit is None:
        return exact(values[0], currency, piece.start, piece.end, approximate=piece.approximate)
    return Reading(
        state=state,
        amount=values[0] if state is State.EXACT else None,
        currency=currency,
        approximate=piece.approximate,
        unit=piece.unit,
        readings=values if state is State.AMBIGUOUS else (),
        reason=reason,
        start=piece.start,
        end=piece.end,
    )


def _valued(piece: Piece, lexicon: Lexicon, unit: Decimal) -> tuple[State, tuple[Decimal, ...], str]:
    """What one number can be worth, and the reason where that is not exactly one value."""
    if piece.percent:
        return State.UNREADABLE, (), "percent"
    if len(piece.codes) > 1 and len(set(piece.codes) - {""}) > 1:
        return State.UNREADABLE, (), "two-currencies"
    if len(piece.scales) > 1:
        return State.UNREADABLE, (), "multiplier"
    scale = piece.scales[0] if piece.scales else _ONE if piece.marked else unit
    found = figure(piece.text, lexicon.decimal, scale)
    if not found.values:
        return State.UNREADABLE, (), found.reason
    if len(piece.sign) > 1:
        return State.UNREADABLE, (), "sign"
    values = tuple(EXACT.minus(value) if piece.sign in ("-", "−") else value for value in found.values)
    if found.reason:
        return State.AMBIGUOUS, values, found.reason
    if piece.dash or piece.sign in ("–", "—"):
        return State.AMBIGUOUS, (EXACT.minus(values[0]), values[0]), "sign"
    return State.EXACT, values, ""


def _range(first: Piece, second: Piece, lexicon: Lexicon, unit: Decimal) -> Reading:
    """ "25.000 - 30.000", "20-25.000" (shared thousands), "2-3 mio. kr." (shared multiplier)."""
    high = _single(second, lexicon, unit)
    if second.marked and not first.marked:
        first = replace(first, scales=_shared(first, second, lexicon), codes=second.codes)
    low = _single(first, lexicon, unit)
    if low.state is not State.EXACT or high.state is not State.EXACT or low.amount is None or high.amount is None:
        return low if low.state is not State.EXACT else high
    groups = GROUPS.fullmatch(second.text)
    bottom = low.amount
    if groups and not first.scales and first.text.isdigit() and bottom < unit * Decimal(groups[1]):
        bottom = times(bottom, Decimal(1000) ** (len(groups[2]) // 4))
    base = replace(high, approximate=low.approximate or high.approximate, amount=None)
    if low.currency not in (None, high.currency):
        return replace(base, state=State.UNREADABLE, reason="two-currencies")
    if bottom > high.amount:
        return replace(base, state=State.UNREADABLE, reason="range")
    return replace(base, state=State.RANGE, low=bottom, high=high.amount)


def _shared(first: Piece, second: Piece, lexicon: Lexicon) -> tuple[Decimal, ...]:
    """The multiplier of a range's upper end, where it is meant for the lower one too."""
    low, high = (figure(piece.text, lexicon.decimal).values[:1] for piece in (first, second))
    return second.scales if low <= high else ()


def _product(counts: Sequence[Piece], unit: str | None, price: Piece, lexicon: Lexicon, scale: Decimal) -> Reading:
    """ "3 x 25.000", "25 timer à 450 kr."; what cannot be read of one factor is what cannot be read of them all."""
    each, quantities = _single(price, lexicon, scale), [_single(count, lexicon, _ONE) for count in counts]
    unclear = next((factor for factor in (each, *quantities) if factor.amount is None), None)
    if unclear is not None or each.amount is None:
        return replace(unclear or each, currency=each.currency)
    quantity = reduce(times, (factor.amount for factor in quantities if factor.amount is not None))
    return replace(
        each,
        amount=times(quantity, each.amount),
        approximate=any(factor.approximate for factor in (each, *quantities)),
        quantity=quantity,
        unit=unit.rstrip(".").lower() if unit else None,
        unit_price=each.amount,
    )
