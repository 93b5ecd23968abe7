"""Knows how a defect is put into a good document, and at which line and column it must then be found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from plots import Plot

from projektkort.span import Place

Sow = Callable[[Plot, random.Random], "Sown | None"]
"""Puts a defect into a document, at a place left to chance; None where it cannot be put there."""
DIGITS = re.compile(r"\d[\d. \u00a0]*\d|\d")


class Sown(NamedTuple):
    """The bytes of a document with a defect, and the line and column of the finding, both from 1."""

    content: bytes
    line: int
    column: int


class Seed(NamedTuple):
    """A class of defects: the rule that must find it, how it is put in, and the form that it can be put into."""

    rule: str
    sow: Sow
    forms: tuple[str, ...] = ("yaml", "md")


def sown(text: str, offset: int, encoding: str = "utf-8") -> Sown:
    """The document as it is now, with the finding at an offset."""
    begin = text.rfind("\n", 0, offset) + 1
    return Sown(text.encode(encoding), text.count("\n", 0, offset) + 1, offset - begin + 1)


def changed(plot: Plot, start: int, end: int, new: str, at: int = 0) -> Sown:
    """The document with other words in one place; the finding is `at` characters behind its start."""
    return sown(plot.text[:start] + new + plot.text[end:], start + at)


def another(figure: str) -> str:
    """The same figure with one digit changed, which is no zero at its end."""
    at = max(index for index, sign in enumerate(figure) if sign in "123456789")
    return figure[:at] + str(int(figure[at]) % 9 + 1) + figure[at + 1 :]


def figure(place: Place) -> tuple[int, int]:
    """Where the digits of an amount stand."""
    match = DIGITS.search(place.text)
    assert match is not None, place.text
    return place.start + match.start(), place.start + match.end()
