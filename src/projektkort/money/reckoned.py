"""Knows whether anything beside a product is reckoned with it, so that it alone does not make the line's amount."""

from __future__ import annotations

import re
from collections.abc import Sequence

from projektkort.money.figure import SPACES
from projektkort.money.lexicon import Lexicon, fold
from projektkort.money.phrase import Phrase
from projektkort.money.prose import guarded
from projektkort.money.token import TOKEN, Forward
from projektkort.patterns import late

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOUN = late(rf"[{SPACES}]*[^\W\d_]")
_SIGN_BEFORE = late(r"[-+−–]\s*\Z")
_SIGN_BEHIND = late(r"\s*[+*/×÷]")
_LIKE = 3  # letters in which two forms of one word agree: "uge" and "uger"


def is_reckoned_on(label: str, product: Phrase, found: Sequence[Phrase], lexicon: Lexicon) -> bool:
    """Whether a product may be one term of several: another number counts something, a word adds or takes away, or
    its price is that of a week and nobody says of how many ("20 hours à 200 kr. a week for 10 weeks").
    """
    others = (phrase for phrase in found if phrase is not product)
    if any(_counts(label, phrase, product, lexicon) for phrase in others) or _is_of_a_time(product, lexicon):
        return True
    return _says(label[: product.start], lexicon) or _says(label[product.end :], lexicon)


def _counts(label: str, phrase: Phrase, product: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number is a term or a factor; a year, a day and the number of a room or a page are none."""
    first, last = phrase.pieces[0], phrase.pieces[-1]
    if phrase.marked or last.percent or _SIGN_BEHIND.match(label, phrase.end):
        return True
    if phrase.start > product.start and _SIGN_BEFORE.search(label, product.end, phrase.start):
        return True
    if phrase.reading.amount == 1 or _YEAR.fullmatch(first.text) or guarded(label, phrase, lexicon):
        return False
    return _NOUN.match(label, phrase.end) is not None


def _is_of_a_time(product: Phrase, lexicon: Lexicon) -> bool:
    """Whether its price is that of a week or a month, and what it counts are no weeks or months."""
    time, counted = product.pieces[-1].unit, product.reading.unit or ""
    if time is None or time[:_LIKE] in counted:
        return False
    return any(fold(per + time) in lexicon.reckoned for per in lexicon.per)


def _says(text: str, lexicon: Lexicon) -> bool:
    """Whether a word stands there that adds, takes away or repeats."""
    return any(Forward(text, token.start()).take(lexicon.reckoned) for token in TOKEN.finditer(text))
