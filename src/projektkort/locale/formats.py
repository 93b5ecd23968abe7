"""Knows how each language writes a figure, an amount, a share, a day and a list; what they mean is left to others.

What `number` and `amount` write, `projektkort.money.read` reads back as the same value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from projektkort.locale.words import words

# Wide enough that no figure of a budget is rounded on its way.
_EXACT = Context(prec=100)


def number(value: Decimal, language: str, *, space: str = " ") -> str:
    """A figure in groups of three: whole without decimals, else with two, or as many as the value has.

    Three decimals are written as four, because a mark before three digits could be a group mark.
    """
    own = words(language)
    whole, _, decimals = format(abs(value), "f").partition(".")
    decimals = decimals.rstrip("0")
    decimals = decimals and decimals.ljust(4 if len(decimals) == 3 else 2, "0")
    mark = space if own.group == " " else own.group
    sign = own.minus if value < 0 else ""
    return sign + f"{int(whole):,}".replace(",", mark) + (own.decimal + decimals if decimals else "")


def amount(value: Decimal, currency: str | None, language: str, *, space: str = " ") -> str:
    """An amount with its currency as the language writes it; without one where `currency` is None."""
    figure = number(value, language, space=space)
    if currency is None:
        return figure
    own = words(language)
    pattern = own.own["amount"] if currency == own.own.get("currency") else own.foreign
    return pattern.format(number=figure, currency=currency, space=space)


def percent(value: Decimal, language: str, *, space: str = " ") -> str:
    """A share (0.1 is ten per cent), rounded half up to one decimal."""
    hundredths = _EXACT.multiply(value, Decimal(100))
    rounded = hundredths.quantize(Decimal("0.1"), ROUND_HALF_UP, context=_EXACT)
    own = words(language)
    figure = format(abs(rounded), "f").removesuffix(".0").replace(".", own.decimal)
    return (own.minus if rounded < 0 else "") + own.percent_format.format(number=figure, space=space)


def date(value: dt.date, language: str) -> str:
    """A day with the month in words: "5. marts 2026"."""
    own = words(language)
    return own.date.format(day=value.day, month=own.months[value.month - 1], year=value.year)


def listing(items: Iterable[str], language: str) -> str:
    """Several things in one sentence: "a, b og c"; empty for none."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} {words(language).conjunction} {last}" if head else last


def quote(text: str, language: str) -> str:
    """The user's words within the quotation marks of the language."""
    opening, closing = tuple(words(language).quotes)
    return f"{opening}{text}{closing}"
