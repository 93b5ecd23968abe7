"""Knows how words and figures stand on a page in one language; in HTML a figure never breaks at a space."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from projektkort.locale import Phrases, amount, date, listing, number, percent

To = Literal["md", "html"]
NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
LEAST = Decimal("0.001")


@cache
def _phrases() -> Phrases:
    return Phrases(Path(__file__).with_name("phrases.yaml"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks and counts in one language, for one kind of page."""

    language: str
    to: To

    def say(self, key: str, **values: str) -> str:
        """A phrase of the pages."""
        return _phrases().say(key, self.language, **values)

    def lines(self, numbers: Iterable[int]) -> str:
        """ "line 24", "lines 24 and 26": each once, in order."""
        unique = [str(number) for number in sorted(set(numbers))]
        return f"{self.form('lines', len(unique))} {listing(unique, self.language)}"

    def form(self, key: str, count: int) -> str:
        """A phrase as it is said of one or of several; it is written `one|many` where these differ."""
        one, _, many = self.say(key).partition("|")
        return many if many and count != 1 else one

    def span(self, start: dt.date, end: dt.date) -> str:
        """From one day to another, both inclusive: whole years as such, and a year once where they share it."""
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return " – ".join(dict.fromkeys((str(start.year), str(end.year))))
        first = date(start, self.language)
        if start.year == end.year:
            first = first.removesuffix(f" {start.year}")
        return f"{first} – {date(end, self.language)}" if start != end else date(end, self.language)

    def number(self, value: Decimal) -> str:
        """A figure without its currency."""
        return self._set(number(value, self.language))

    def money(self, value: Decimal, currency: str | None) -> str:
        """A figure with its currency, as it stands in a sentence."""
        return self._set(amount(value, currency, self.language))

    def percent(self, share: Decimal) -> str:
        """A share of 1; a small one is never shown as none."""
        small = 0 < share < LEAST
        return self._set(("< " if small else "") + percent(LEAST if small else share, self.language))

    def unit(self, currency: str | None) -> str:
        """How the currency is called where figures stand alone: "kr.", "EUR"; empty where it is not known."""
        return amount(Decimal(1), currency, self.language).replace("1", "").strip() if currency else ""

    def _set(self, text: str) -> str:
        return text.replace(" ", NO_BREAK).replace("-", MINUS) if self.to == "html" else text
