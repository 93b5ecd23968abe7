"""Knows how to part a budget line without a table into label and amount; what the amount says is left to `phrase`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from projektkort.frozen import replace
from projektkort.locale import LANGUAGES, normal
from projektkort.money.bare import stands_free
from projektkort.money.figure import SPACES, holds_number
from projektkort.money.lexicon import Lexicon, lexicon
from projektkort.money.model import Reading, State
from projektkort.money.phrase import Phrase, phrases
from projektkort.money.prose import guarded
from projektkort.money.token import Backward
from projektkort.money.whole import core, read, tolerated
from projektkort.patterns import late

Found = tuple[int, Reading]

_LONGEST = 400  # characters; a longer line is prose
_LEADERS = late(r"(?:\s|<(?:b|strong|i|em|u)>|[:|=*_…]|\.{2,}|(?<=\s)\.|[-–—](?=\s|\Z))+\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_FIRST = late(rf"{_YEAR.pattern}(?:[:,.]?\s+|\s*[-–—:]\s*)?")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9](?:-.*)?")
_DAY = re.compile(r"[0-9]{1,2}[.-][0-9]{1,2}[.-](?:[0-9]{4}|[0-9]{2})")
_OPENING = late(r"[\s:|=….*_>(-]")
_AFTER_NUMBER = late(rf"[0-9][{SPACES}]+\Z")
_BETWEEN = late(r"[\s:;,.|=*_–—-]*")


def tail(text: str, language: str | None, unit: Decimal = Decimal(1)) -> Found | None:
    """Where the label of a line such as "Ny hal      5.500.000 kr." ends, and the amount at its end.

    None where the line does not end in an amount or has no label: a year, a week, a date, a time, "x 3", a percentage.
    """
    return _parted(text, language, unit, _tail)


def head(text: str, language: str | None, unit: Decimal = Decimal(1)) -> Found | None:
    """Where the label of a line such as "779 129 SEK from the fund" begins, and the amount before it.

    The amount names a currency or a multiplier; only a year may stand before it.
    """
    return _parted(text, language, unit, _head)


def _parted(
    text: str, language: str | None, unit: Decimal, part: Callable[[str, Lexicon, Decimal], Found | None]
) -> Found | None:
    if len(text) > _LONGEST or not holds_number(text):
        return None
    known = normal(language)
    if known is not None:
        return part(text, lexicon(known), unit)
    found = [pair for one in LANGUAGES if (pair := part(text, lexicon(one), unit))]
    if not found:
        return None
    edge, reading = min(found, key=lambda pair: pair[1].start)
    alike = read(text[reading.start : reading.end], None, unit=unit)
    return edge, replace(alike, start=reading.start, end=reading.end)


def _tail(text: str, lexicon: Lexicon, unit: Decimal) -> Found | None:
    low, high = core(text)
    found = [phrase for phrase in phrases(text[:high], lexicon, unit) if phrase.start >= low]
    if not found or not tolerated(text[found[-1].end : high], lexicon):
        return None
    last = found[-1]
    leaders = _LEADERS.search(text, low, last.start)
    edge = leaders.start() if leaders else last.start
    if edge == low or not _opens(text, last) or any(piece.percent for piece in last.pieces):
        return None
    return (edge, last.reading) if last.marked or _is_bare_amount(text, last, lexicon) else None


def _opens(text: str, phrase: Phrase) -> bool:
    """Whether the amount begins where a new word may begin."""
    free = stands_free(text, phrase.start, phrase.end)
    return free and _OPENING.fullmatch(text, phrase.start - 1, phrase.start) is not None


def _is_bare_amount(text: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number without currency at a line's end is an amount, and not a count, a year, a day or a time."""
    reading, last = phrase.reading, phrase.pieces[-1]
    if guarded(text, phrase, lexicon) or Backward(text, 0, phrase.start).take(lexicon.times | lexicon.each):
        return False
    if len(phrase.pieces) > 1:
        return phrase.grouped or (reading.quantity is not None and reading.unit is not None)
    if _YEAR.fullmatch(last.text) or _CLOCK.fullmatch(last.text) or _DAY.fullmatch(last.text):
        return False
    if not phrase.grouped and _AFTER_NUMBER.search(text, 0, phrase.start):
        return False
    return reading.reason not in ("zeros", "long")


def _head(text: str, lexicon: Lexicon, unit: Decimal) -> Found | None:
    low, high = core(text)
    year = _YEAR_FIRST.match(text, low)
    found = [phrase for phrase in phrases(text[:high], lexicon, unit) if phrase.start >= low]
    first = next((phrase for phrase in found if phrase.start == low or (year and phrase.start == year.end())), None)
    if first is not None and not first.marked and year and first.start == low and len(found) > 1:
        first = found[1] if found[1].start == year.end() else first
    if first is None or not first.marked or first.reading.state is State.UNREADABLE:
        return None
    if not stands_free(text, first.start, first.end):
        return None
    gap = _BETWEEN.match(text, first.end, high)
    edge = gap.end() if gap else first.end
    return (edge, first.reading) if edge > first.end and any(map(str.isalpha, text[edge:high])) else None
