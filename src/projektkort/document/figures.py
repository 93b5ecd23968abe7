"""Knows what looks like an amount, as far as layout depends on it. What it comes to is left to `money`."""

from __future__ import annotations

import re

from projektkort.patterns import late

# "16 200,00", "kr. 5.000", "3.750,-", "1.2 mio. kr."
AMOUNT = late(
    r"\s*(?:(?:kr|dkk|sek|nok|eur)\.?\s*|€\s*)?[0-9][0-9\s.,']*+(?:[,:]?-\s*)?"
    r"(?:(?:[a-z]{1,4}\.?\s*)?(?:kr|dkk|sek|nok|eur)\w*\.?|€)?(?:[,:]-)?",
    re.IGNORECASE,
)
_DATE = late(r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:\d\d)?\d\d")


def is_figure(value: str) -> bool:
    """Whether a cell looks like an amount, with or without its sign and currency, and not like a date."""
    return AMOUNT.fullmatch(value.lstrip("-–")) is not None and _DATE.fullmatch(value) is None
