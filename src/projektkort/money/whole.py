"""Knows how to read a text that is meant to be one amount, and what is wrong with one that cannot be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from projektkort.frozen import replace
from projektkort.locale import LANGUAGES, normal
from projektkort.money.figure import EXACT, agrees
from projektkort.money.lexicon import Lexicon, fold, lexicon
from projektkort.money.model import Reading, State
from projektkort.money.ordinary import ordinary
from projektkort.money.phrase import Phrase, phrases
from projektkort.money.token import TOKEN, Forward
from projektkort.patterns import late

_LONGEST = 200  # characters; more is prose
_SHORT = 40  # characters of an amount in a cell, which is asked about again and again
_KEPT = 2048
_TAG = r"</?(?:b|strong|i|em|u|p|span|sup|font)(?:\s[^<>]{0,80})?>"
_OPENING = late(rf"(?:\s|[*_|]|{_TAG})*", re.IGNORECASE)
_CLOSING = late(rf"{_TAG}\Z", re.IGNORECASE)
_FOOTNOTE = late(r"(?:\s+[0-9]{1,2}\)|\s*\*+\)|\s*\[\^?\w{1,3}\]|\s*[¹²³⁰⁴-⁹]+\)?)\Z")
_ASIDE = re.compile(r"\s*\((?:[^()0-9]*|[^()0-9]*[0-9]{1,3}\s?%[^()0-9]*)\)\s*")
_RESULT = late(r"\s*(?:=\s*(?P<equals>[^=]+)|\((?P<aside>[^()]+)\))")
_DATE = late(
    r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}/[0-9]{1,2}"
    r"|[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?"
)
_YEARS = late(r"(?:19|20)[0-9]{2}\s*[-–—/]\s*(?:(?:19|20)[0-9]{2}|[0-9]{2})")
_POWER = re.compile(r"[0-9][eE][+-]?[0-9]|(?<![^\W_])0[bxo][0-9a-f]", re.IGNORECASE)
_PLAIN = re.compile(r"[^0-9]*(?:[0-9]{1,3}\s?%[^0-9]*)?")
_GAP = re.compile(r"(?<![^\W_])x+[.,]?x+(?![^\W_])|\?{2}|_{2}|\.{3}|…|[\[\]]", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]")
_LETTER_O = re.compile(r"[0-9][.,]?[oO]|(?<![^\W_])[oOIl]+[.,]?[0-9]")


def read(text: str, language: str | None, *, unit: Decimal = Decimal(1)) -> Reading:
    """The amount that the whole text is meant to be; `unit` scales a bare number ("t.kr." above a column: 1000).

    Without a language only what reads alike in all four counts. Never raises, never guesses.
    """
    return readings(language, unit)[text]


class _Readings(dict[str, Reading]):
    """What texts read as in a language, or in all; the short ones are kept, all forgotten when there are too many."""

    def __init__(self, lexicons: Sequence[Lexicon], unit: Decimal) -> None:
        super().__init__()
        self._lexicons, self._unit = lexicons, unit

    def __missing__(self, text: str) -> Reading:
        found = [ordinary(text, each, self._unit) or _unusual(text, each, self._unit) for each in self._lexicons]
        reading = found[0] if len(found) == 1 else _alike(found)
        if len(text) <= _SHORT:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = reading
        return reading


@lru_cache(maxsize=16)
def readings(language: str | None, unit: Decimal) -> Mapping[str, Reading]:
    """The readings of texts, each found when it is looked up: for who reads many in one language."""
    known = normal(language)
    return _Readings([lexicon(one) for one in ([known] if known else LANGUAGES)], unit)


def _alike(readings: list[Reading]) -> Reading:
    """What several languages make of one text, as one reading."""
    first = readings[0]
    currency = first.currency if len({reading.currency for reading in readings}) == 1 else None
    if len({replace(reading, currency=None) for reading in readings}) == 1:
        return replace(first, currency=currency)
    values = {value for reading in readings for value in (*reading.readings, reading.amount) if value is not None}
    base = Reading(
        State.UNREADABLE,
        currency=currency,
        approximate=first.approximate,
        reason="language",
        start=first.start,
        end=first.end,
    )
    if len(values) > 1:
        return replace(base, state=State.AMBIGUOUS, readings=tuple(sorted(values)[:: len(values) - 1]))
    return base


def core(text: str) -> tuple[int, int]:
    """Where a text begins and ends without white space, emphasis, tags and the mark that ends a line."""
    opening = _OPENING.match(text)
    low, high = opening.end() if opening else 0, len(text)
    while low < high:
        kept = low + len(text[low:high].rstrip().rstrip("*_|;"))
        tag = _CLOSING.search(text, max(low, kept - 90), kept) if text[kept - 1] == ">" else None
        kept = tag.start() if tag else kept
        if kept == high:
            return low, _without_footnote(text, low, high)
        high = kept
    return low, low


def _without_footnote(text: str, low: int, high: int) -> int:
    """Where a text ends without the sign of a footnote: a bracket, or a raised figure."""
    last = text[high - 1]
    footnote = _FOOTNOTE.search(text, max(low, high - 12), high) if last in ")]" or not last.isascii() else None
    return footnote.start() if footnote else high


def _read(text: str, lexicon: Lexicon, unit: Decimal) -> Reading:
    return ordinary(text, lexicon, unit) or _unusual(text, lexicon, unit)


def _unusual(text: str, lexicon: Lexicon, unit: Decimal) -> Reading:
    low, high = core(text)
    whole = text[low:high]
    figures = _FIGURE.search(whole) is not None
    if not figures and _is_blank(whole, lexicon):
        return Reading(State.BLANK, start=low, end=high)
    odd = _oddity(whole, figures)
    if odd:
        return Reading(State.UNREADABLE, reason=odd, start=low, end=high)
    if whole[0] == "(" and whole.find(")") == len(whole) - 1:
        return _bracketed(_shifted(_read(whole[1:-1], lexicon, unit), low + 1), low, high)
    return _shifted(_amount(whole, lexicon, unit), low)


def _shifted(reading: Reading, by: int) -> Reading:
    return replace(reading, start=reading.start + by, end=reading.end + by) if by else reading


def _is_blank(whole: str, lexicon: Lexicon) -> bool:
    """Nothing, or a dash, perhaps with a currency beside it."""
    walk = Forward(whole, 0)
    walk.take(lexicon.money)
    return not whole[walk.at :].strip(" \t\u00a0-–—")


def _oddity(whole: str, figures: bool) -> str:
    """What makes a text unreadable before its numbers are looked at."""
    if len(whole) > _LONGEST:
        return "words"
    if not (whole.isascii() and whole.isprintable()):
        if any(unicodedata.category(character) in ("Cf", "Cc") and not character.isspace() for character in whole):
            return "invisible"
        if any(character.isdigit() and not character.isascii() for character in whole):
            return "digits"
    if figures and _LETTER_O.search(whole):
        return "digits"
    if whole[0] in "=#@":
        return "formula"
    if not figures:
        return ""
    if _POWER.search(whole):
        return "scientific"
    return "date" if _DATE.fullmatch(whole) or _YEARS.fullmatch(whole) else ""


def _bracketed(inner: Reading, low: int, high: int) -> Reading:
    """An amount in round brackets: an aside with its currency, else negative in bookkeeping and positive in prose."""
    reading = replace(inner, start=low, end=high)
    if inner.state is not State.EXACT or inner.amount is None or inner.currency or inner.amount <= 0:
        return reading
    readings = (EXACT.minus(inner.amount), inner.amount)
    return replace(reading, state=State.AMBIGUOUS, amount=None, readings=readings, reason="brackets")


def _amount(whole: str, lexicon: Lexicon, unit: Decimal) -> Reading:
    found = phrases(whole, lexicon, unit)
    if not found:
        reason = "placeholder" if _is_placeholder(whole, lexicon) else "words"
        return Reading(State.UNREADABLE, reason=reason, end=len(whole))
    first = found[0]
    reading = first.reading
    if (reading.start, reading.end) != (0, len(whole)):
        reading = replace(reading, start=0, end=len(whole))
    before, behind = whole[: first.start], whole[first.end :]
    if tolerated(behind, lexicon):
        if not before:
            return reading
        if before.strip() in ("-", "–", "—", "−") and reading.amount is not None and not first.pieces[0].sign:
            readings = (EXACT.minus(reading.amount), reading.amount)
            return replace(reading, state=State.AMBIGUOUS, amount=None, readings=readings, reason="sign")
    result = _RESULT.fullmatch(behind)
    if result and not before and reading.quantity is not None:
        return _checked(reading, _read(result["equals"] or result["aside"], lexicon, unit))
    reason = _fault(whole, found, lexicon)
    return Reading(State.UNREADABLE, currency=reading.currency, reason=reason, end=len(whole))


def _checked(product: Reading, result: Reading) -> Reading:
    """A product whose result stands behind it."""
    agreed = product.amount is not None and result.amount is not None and agrees(product.amount, result.amount)
    if agreed and result.currency in (None, product.currency or result.currency):
        return replace(product, amount=result.amount, currency=product.currency or result.currency)
    return replace(product, state=State.UNREADABLE, amount=None, reason="product")


def tolerated(behind: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind an amount leaves it as it is: nothing, a full stop, "inkl. moms", "(in brackets)"."""
    rest = behind.strip(" \t\u00a0,.")
    walk = Forward(rest, 0)
    return not rest or bool(
        _ASIDE.fullmatch(rest) or (walk.take(lexicon.qualifiers) and _PLAIN.fullmatch(rest, walk.at))
    )


def _is_placeholder(whole: str, lexicon: Lexicon) -> bool:
    """Whether somebody meant to fill in an amount later."""
    return _GAP.search(whole) is not None or not lexicon.placeholders.isdisjoint(map(fold, TOKEN.findall(whole)))


def _fault(whole: str, found: list[Phrase], lexicon: Lexicon) -> str:
    """Why a text with numbers is no amount."""
    first, behind = found[0], whole[found[0].end :]
    if _is_placeholder(whole, lexicon):
        return "placeholder"
    if len({code for phrase in found for piece in phrase.pieces for code in piece.codes}) > 1:
        return "two-currencies"
    if sum(not phrase.pieces[0].percent for phrase in found) > 1:
        gaps = {whole[a.end : b.start].strip(" .,'’\u00a0") for a, b in pairwise(found)}
        return "two-amounts" if gaps != {""} else "grouping"
    if first.reading.reason:
        return first.reading.reason
    if whole[: first.start].strip("-–—−+ ") == "" and first.start:
        return "sign"
    if whole[: first.start].strip("., ") == "" and first.start:
        return "decimals"
    return "unit" if not first.marked and Forward(behind, 0).take(lexicon.counted) else "words"
