"""Knows how to find a quantity and its price in a label; whether they fit the line's amount is left to the rules."""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale import LANGUAGES, normal
from projektkort.locale.numerals import spell
from projektkort.money.figure import holds_number
from projektkort.money.lexicon import Lexicon, fold, lexicon
from projektkort.money.model import Split, State
from projektkort.money.phrase import Phrase, phrases
from projektkort.money.reckoned import is_reckoned_on
from projektkort.money.token import TOKEN, Backward, Forward
from projektkort.money.whole import tolerated

_LONGEST = 400
_WORDED = 20  # numbers up to this are often written out
_EDGE = re.compile(r"[\s,;:(–—-]*\Z")
_GOES_ON = re.compile(r"\s*(?:[^\W\d_]|[/\u00f7]\s*\d)")
_FACTOR = re.compile(rf"\s*(?:[^\W\d_]+\s+)?(?P<times>{TOKEN.pattern})[^\w]*[0-9]", re.IGNORECASE)
_CLOSING = re.compile(r"[\s).]*\Z")


def split_quantity(label: str, language: str | None) -> Split:
    """The quantity and unit price that a label names, and the slice of it that stays readable without them.

    "Speakers x 3" and "Printing, 300 leaflets à 12,50" lose their ends; "3 stk. telte" and "4 x 2.500 kr. honorar"
    stay whole. Without a language both are told only where all four read the same.
    """
    whole = Split(0, len(label))
    if len(label) > _LONGEST or not holds_number(label):
        return whole
    known = normal(language)
    splits = {_split(label, lexicon(one)) for one in ([known] if known else LANGUAGES)}
    return splits.pop() if len(splits) == 1 else whole


def _split(label: str, lexicon: Lexicon) -> Split:
    every = phrases(label, lexicon)
    if any(_has_third_factor(label, phrase, lexicon) for phrase in every):
        return Split(0, len(label))
    found = [phrase for phrase in every if not _measures(label, phrase, lexicon)]
    products = [phrase for phrase in found if phrase.reading.quantity is not None]
    if products and not is_reckoned_on(label, products[-1], found, lexicon):
        return _priced(label, products[-1])
    if products or not found:
        return Split(0, len(label))
    return _times(label, found[-1], lexicon) or _counted(label, found, lexicon) or Split(0, len(label))


def _measures(label: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a product is no quantity and price but a size, "a tent, 3x6 m", a term, "40 000 x 12 / 1 720", or a count
    of what is in each, "20 crates à 24 bottles"."""
    bare = phrase.reading.quantity is not None and not phrase.marked and _GOES_ON.match(label, phrase.end) is not None
    return bare and (phrase.reading.unit is None or not tolerated(label[phrase.end :], lexicon))


def _has_third_factor(label: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a product is multiplied by yet another number, behind it or in words before; then its price is none."""
    if phrase.reading.quantity is not None and _is_worded(label[: phrase.start], lexicon):
        return True
    factor = _FACTOR.match(label, phrase.end) if phrase.reading.quantity is not None else None
    return factor is not None and fold(factor["times"]) in lexicon.times


def _is_worded(before: str, lexicon: Lexicon) -> bool:
    """Whether words before a product are a factor of it: “Two teachers x” and not “Teachers x”."""
    first, _, rest = before.strip().partition(" ")
    return bool(rest) and fold(first) in _spelt() and Backward(before, 0, len(before)).take(lexicon.times) is not None


@cache
def _spelt() -> frozenset[str]:
    """The numbers from two that are written out, in all languages."""
    return frozenset(fold(spell(number, language)) for language in LANGUAGES for number in range(2, _WORDED + 1))


def _priced(label: str, phrase: Phrase) -> Split:
    """A product: cut off where it ends the label and something stands before it."""
    reading = phrase.reading
    end = len(label)
    if _CLOSING.fullmatch(label, phrase.end):
        end = _trimmed(label, phrase.start) or end
    return Split(0, end, reading.quantity, reading.unit, reading.unit_price)


def _times(label: str, phrase: Phrase, lexicon: Lexicon) -> Split | None:
    """ "x 3" at the end of a label."""
    before, behind = Backward(label, 0, phrase.start), Forward(label, phrase.end)
    if phrase.marked or phrase.reading.state is not State.EXACT or not before.take(lexicon.times | lexicon.each):
        return None
    unit = behind.take(lexicon.counted)
    end = _trimmed(label, before.at)
    if not end or not _CLOSING.fullmatch(label, behind.at):
        return None
    return Split(0, end, phrase.reading.amount, _unit(unit))


def _counted(label: str, found: list[Phrase], lexicon: Lexicon) -> Split | None:
    """ "3 stk. telte", "Musik, 2 timer", "3 x telte": a count at either end; the label stays whole."""
    for phrase in (found[0], found[-1]):
        walk = Forward(label, phrase.end)
        unit = walk.take(lexicon.units)
        if phrase.marked or phrase.reading.state is not State.EXACT:
            continue
        apart = label[: phrase.start].rstrip()[-1:] in (",", "(", ":", ";") and _CLOSING.fullmatch(label, walk.at)
        if (unit and apart) or (phrase.start == 0 and (unit or walk.take(lexicon.times))):
            return Split(0, len(label), phrase.reading.amount, _unit(unit))
    return None


def _trimmed(label: str, end: int) -> int:
    edge = _EDGE.search(label, 0, end)
    return edge.start() if edge else end


def _unit(word: str | None) -> str | None:
    return word.rstrip(".").lower() if word else None
