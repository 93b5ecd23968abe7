"""Knows how the digits of an amount go wrong when it is typed or rounded; whether they have, `hints` tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

CENT = Decimal("0.01")
FACTORS = (10, 100, 1000)
UNITS = (Decimal(1000), Decimal(100), Decimal(10), Decimal(1), CENT)


def scaled(amount: Decimal) -> Iterator[Decimal]:
    """The amount with its mark elsewhere or with other zeros, as long as that is money."""
    for factor in FACTORS:
        yield amount * factor
        yield (amount / factor).quantize(CENT, ROUND_HALF_UP)


def swapped(amount: Decimal) -> Iterator[Decimal]:
    """The amount with two neighbouring digits in each other's place; no zero comes to the front."""
    digits = f"{amount.normalize():f}"
    for at, (one, other) in enumerate(pairwise(digits)):
        typed = f"{digits[:at]}{other}{one}{digits[at + 2 :]}"
        if one != other and f"{one}{other}".isdecimal() and not typed.lstrip("-").startswith("0"):
            yield Decimal(typed)


def mistyped(amount: Decimal) -> Iterator[Decimal]:
    """The amount with one other digit; no zero comes to the front."""
    digits = f"{amount.normalize():f}"
    for at, digit in enumerate(digits):
        for typed in "0123456789" if digit.isdecimal() else "":
            if typed != digit and (at or typed != "0"):
                yield Decimal(f"{digits[:at]}{typed}{digits[at + 1 :]}")


def one_digit(amount: Decimal) -> bool:
    """Whether all its digits are zeros but one: what is left where one digit differs."""
    return len(amount.normalize().as_tuple().digits) == 1


def unit_of(amounts: Iterable[Decimal]) -> Decimal:
    """The largest unit, a thousand at most, that all amounts are whole numbers of."""
    known = list(amounts)
    return next((unit for unit in UNITS if not any(amount % unit for amount in known)), CENT)


def rounded(amount: Decimal, unit: Decimal) -> Decimal:
    """The amount in whole units, half up."""
    return (amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
