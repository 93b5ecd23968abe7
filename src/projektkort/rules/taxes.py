"""Knows the rates of VAT by currency, from taxes.yaml with their sources, and the VAT on an amount and within one."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from projektkort.frozen import Frozen
from projektkort.rules.digits import CENT
from projektkort.rules.lists import lists


class Rates(Frozen):
    """The general rate and the reduced ones, as shares: 0.25."""

    general: tuple[Decimal, ...] = ()
    reduced: tuple[Decimal, ...] = ()


class Vat(Frozen):
    """A tax to the cent, its rate as a share, and what it is reckoned of."""

    amount: Decimal
    rate: Decimal
    base: Decimal


def rates_of(currency: str | None) -> Rates:
    """The rates where this currency is used; none where that is not known."""
    known = lists("taxes").get(currency or "", {})
    return Rates(*(tuple(Decimal(rate) / 100 for rate in rates) for rates in known.values()))


def on(base: Decimal, rate: Decimal) -> Vat:
    """The VAT that comes to an amount without it."""
    return Vat((base * rate).quantize(CENT, ROUND_HALF_UP), rate, base)


def within(amount: Decimal, rate: Decimal) -> Vat:
    """The VAT that an amount holds."""
    base = (amount / (1 + rate)).quantize(CENT, ROUND_HALF_UP)
    return Vat(amount - base, rate, base)
