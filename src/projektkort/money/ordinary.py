"""Knows the spellings that most amounts have, "25.000,00 kr." and "1250"; every other one is left to `whole`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from projektkort.money.figure import MILLION, times
from projektkort.money.lexicon import Lexicon, fold
from projektkort.money.model import Reading, exact

_ONE = Decimal(1)


def ordinary(text: str, lexicon: Lexicon, unit: Decimal = _ONE) -> Reading | None:
    """The reading of a whole text, the same that `whole` comes to; None where it takes a closer look."""
    match = _spelling(lexicon.decimal).fullmatch(text)
    if match is None:
        return None
    digits, mark, decimals, word = match.groups()
    currency = lexicon.currencies.get(fold(word)) if word else None
    if word and not currency:
        return None
    if mark:
        digits = digits.replace(mark, "")
    decimals = decimals.rstrip("0") if decimals else ""
    amount = Decimal(f"{digits}.{decimals}" if decimals else digits)
    if not word and unit != _ONE:
        if unit >= MILLION:
            return None  # a group mark could be a decimal mark then
        amount = times(amount, unit)
    return exact(amount, currency, 0, len(text))


@cache
def _spelling(decimal: str) -> re.Pattern[str]:
    """Digits, all or none in groups of three; no decimals or two, for three could be a group; perhaps a currency."""
    group = "," if decimal == "." else "."
    blank = "[ \u00a0]"
    grouped = rf"[1-9][0-9]{{0,2}}(?P<mark>[{group} \u00a0])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}}){{0,2}}"
    digits = rf"(?P<digits>{grouped}|[1-9][0-9]{{0,11}})"
    word = rf"{blank}?(?P<word>kr\.?|(?<={blank})[A-Z]{{3}})"
    return re.compile(rf"{digits}(?:[{decimal}](?P<decimals>[0-9]{{2}}))?(?:{word})?")
