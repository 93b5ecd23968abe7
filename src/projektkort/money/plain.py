"""Knows the amounts of running text that stand there plainly, "we have 25.000 kr. left"; all others `phrase` knows.

Most amounts of prose are a number with the word of a currency behind it, and most numbers beside them say nothing of
money. A text in which any number says more takes a closer look as a whole.
"""

from __future__ import annotations

import re

from projektkort.money.bare import ends_there, nothing_before, nothing_behind, stands_free
from projektkort.money.figure import GROUPS, NUMERAL, SPACES, figure
from projektkort.money.lexicon import Lexicon, abbreviations, is_lower_code
from projektkort.money.model import Reading, exact
from projektkort.money.phrase import may_join
from projektkort.money.piece import RAISED, Left, holds_split, left_of

_CURRENCY = re.compile(rf"[{SPACES}]{{0,2}}([^\W\d_]++)(?![\d²³_])(\.?)")
_STOPS = re.compile(rf"[{SPACES}]*+\.")
Priced = tuple[str, int]
"""The currency behind a number, and where it ends."""


def plain_amounts(text: str, lexicon: Lexicon) -> list[Reading] | None:
    """The amounts of a text, the same that `phrases` come to; None where it takes a closer look."""
    if holds_split(text):
        return None
    found: list[Reading] = []
    high = end = 0  # where the last number ends, and where that which belongs to it does
    for numeral in NUMERAL.finditer(text):
        low, high = high, numeral.end()
        left, bare = _before(text, low, numeral, lexicon), nothing_behind(text, high)
        priced = None if bare else _priced(text, high, lexicon)
        if left is None or (priced is None and (not bare or GROUPS.fullmatch(numeral[0]))):
            return None
        if (priced is not None or end > low) and may_join(text, end, left.start, lexicon):
            return None
        end = high
        if priced is not None:
            currency, end = priced
            value = figure(numeral[0], lexicon.decimal)
            if value.reason or not stands_free(text, left.start, end):
                return None
            found.append(exact(value.values[0], currency, left.start, end, approximate=left.approximate))
    return found


def _before(text: str, low: int, numeral: re.Match[str], lexicon: Lexicon) -> Left | None:
    """The words before a number that belong to it; None for a sign, a currency, or the 2 or 3 of a unit (m2)."""
    start = numeral.start()
    if numeral[0] in RAISED and text[start - 1 : start].isalpha():
        return None
    if nothing_before(text, low, start):
        return Left(start)
    left = left_of(text, low, start, lexicon)
    return None if left.sign or left.money else left


def _priced(text: str, at: int, lexicon: Lexicon) -> Priced | None:
    """The currency whose word stands behind a number, if nothing behind that can belong to them."""
    match = _CURRENCY.match(text, at)
    if match is None or _STOPS.match(text, match.end()):  # which may belong to the currency, as in "25.000 kr . ."
        return None
    word, stop = match[1].lower(), match[2]
    currency = lexicon.currencies.get(word)
    end = match.end() if stop and word in abbreviations() else match.end(1)
    sure = currency and word not in lexicon.multipliers and not is_lower_code(match[1]) and ends_there(text, end, word)
    return (currency, end) if currency and sure else None
