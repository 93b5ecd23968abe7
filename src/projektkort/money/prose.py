"""Knows which numbers of running text are amounts; what they come to is left to `phrase`."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.frozen import replace
from projektkort.locale import LANGUAGES, normal
from projektkort.money.bare import stands_free, tells_money
from projektkort.money.figure import GROUPS, SPACES
from projektkort.money.lexicon import Lexicon, lexicon
from projektkort.money.model import Reading, State
from projektkort.money.ordinary import ordinary
from projektkort.money.phrase import Phrase, phrases
from projektkort.money.plain import plain_amounts
from projektkort.money.token import WORD, Backward, Forward
from projektkort.money.whole import read
from projektkort.patterns import late

_GUARD_WINDOW = 28
_LARGE = 5  # digits of a bare number that is an amount
_ADJECTIVE = late(rf"[{SPACES}]{WORD}(?=[{SPACES}])")
_PHONE = late(rf"[0-9][{SPACES}]?\Z")


def find(text: str, language: str | None) -> Iterator[Reading]:
    """The amounts of running text, in order, with the slices where they stand.

    What names a currency or a multiplier; bare groups of three after "ca." or of five digits and more. An amount whose
    currency is told but that cannot be read is found too; percentages, dates, times, case and phone numbers are not.
    """
    if not tells_money(text):
        return iter(())
    known = normal(language)
    return iter(_find(text, lexicon(known))) if known is not None else _alike(text)


def _alike(text: str) -> Iterator[Reading]:
    """What all languages together find, each read as all of them read it."""
    edge = 0
    for found in sorted((r for one in LANGUAGES for r in _find(text, lexicon(one))), key=lambda r: (r.start, -r.end)):
        if found.start >= edge:
            edge = found.end
            yield replace(read(text[found.start : edge], None), start=found.start, end=edge)


def _find(text: str, lexicon: Lexicon) -> list[Reading]:
    whole = ordinary(text, lexicon)
    if whole is not None:
        return [whole] if whole.currency or (GROUPS.fullmatch(text) and _digits(text) >= _LARGE) else []
    plain = plain_amounts(text, lexicon)
    if plain is not None:
        return plain
    return [phrase.reading for phrase in phrases(text, lexicon) if is_amount(text, phrase, lexicon)]


def is_amount(text: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number in running text is money."""
    if not (phrase.marked or phrase.grouped):
        return False
    told = False
    for piece in phrase.pieces:
        if piece.percent or piece.lower:
            return False
        told |= piece.term or bool(piece.codes)
    if not stands_free(text, phrase.start, phrase.end):
        return False
    if told:
        return True
    if not (phrase.marked or _is_large(text, phrase)):
        return False
    return not guarded(text, phrase, lexicon) and not _is_counted(text, phrase, lexicon)


def _is_large(text: str, phrase: Phrase) -> bool:
    """A bare number that has the size and the form of an amount."""
    last = phrase.pieces[-1]
    if phrase.reading.state not in (State.EXACT, State.RANGE) or not phrase.grouped:
        return False
    if _PHONE.search(text, max(0, phrase.start - 2), phrase.start):
        return False
    return _digits(last.text) >= _LARGE or any(piece.approximate for piece in phrase.pieces)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def guarded(text: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the word before it says that it is something else: a week, a page, a telephone."""
    window = text[max(0, phrase.start - _GUARD_WINDOW) : phrase.start].rstrip(" \t\u00a0:.#-")
    return Backward(window, 0, len(window)).take(lexicon.guards) is not None


def _is_counted(text: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether it counts something: "25.000 visitors", perhaps with a word between."""
    walk = Forward(text, phrase.end)
    return bool(walk.take(lexicon.counted) or (walk.match(_ADJECTIVE) and walk.take(lexicon.counted)))
