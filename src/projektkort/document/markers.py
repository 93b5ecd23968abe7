"""Knows what a line of a list begins with. What the item says is left to others."""

from __future__ import annotations

import re
from functools import cache

from projektkort.document.figures import AMOUNT
from projektkort.patterns import late

_BULLETS = "•‣⁃∙·◦○●▪▫■□➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0fc"  # the last four: Word's bullets in pasted text
_MARKER = late(
    rf"(?:(?P<dash>[-–—])|[{_BULLETS}])(?:\s+(?=\S)|(?=[^\W\d_]))"
    rf"|[{_BULLETS}](?=\d)"
    r"|[*+]\s+(?=\S)"
    r"|\*(?=[^\W\d_][^*]*$)"  # without a space it must not be emphasis
    r"|o\t\s*(?=\S)"
    r"|(?P<number>[0-9]{1,3}(?:\)|(?P<point>\.))|[A-Za-z]\))\s+(?=\S)"
)
_TIGHT = late(r"[-–—](?=\d{1,3}(?:[.,]\d+)?\s+[^\W\d_]{2})")
_BEHIND_LETTER = frozenset("\t)")  # "a)" counts; the bullet of old text is "o" and a TAB
_LETTER = re.compile(r"[^\W\d_]|€")
_WORD = re.compile(r"[^\W\d_]+")


def is_word(body: str) -> bool:
    """Whether a line begins with a word, so that nobody need look for a marker: most do."""
    return body[0].isalpha() and body[1:2] not in _BEHIND_LETTER


def marker(body: str) -> re.Match[str] | None:
    """What makes a line an item: the match ends where its text begins. `body` begins with no space."""
    match = _MARKER.match(body)
    # "-kr 16 200,00" and "– 5.000" are amounts with their sign, or set off by a dash: it is the reader's of amounts.
    if match is None or (match["dash"] and AMOUNT.fullmatch(body, 1)):
        return None
    return None if match["point"] and _dated(body, match.end()) else match


def tight(body: str) -> re.Match[str] | None:
    """The dash glued to a count: "-30 shops are closed". It is one of a list among others only; alone, it is a sign."""
    match = _TIGHT.match(body)
    amount = AMOUNT.match(body, 1) if match else None
    return None if amount and _LETTER.search(amount[0]) else match


def _dated(body: str, at: int) -> bool:
    """Whether the number before `at` counts days or parts of a year: "12. maj", "1. kvartal".

    In capitals it begins a heading: short for July is, in Danish, Christmas.
    """
    word = _WORD.match(body, at)
    return word is not None and word[0].islower() and word[0] in _calendar()


@cache
def _calendar() -> frozenset[str]:
    """The words behind the number of a day or of a part of a year, in all languages."""
    from projektkort.locale.dates import date_words  # noqa: PLC0415 - few documents need them

    words = date_words(None)
    named = (word for series in ("months", "weekdays") for word in words.series[series])
    return frozenset((*named, *(word for group in ("week", "quarter", "half") for word in words.groups[group])))
