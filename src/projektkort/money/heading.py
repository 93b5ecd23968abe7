"""Knows which unit and currency a heading, a caption or a column head declares for the amounts below it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache, lru_cache

from projektkort.locale import LANGUAGES, normal
from projektkort.money.figure import SPACES
from projektkort.money.lexicon import Lexicon, beginnings, fold, is_lower_code, lexicon
from projektkort.money.piece import pieces
from projektkort.money.token import TOKEN, Backward, Forward
from projektkort.patterns import late

_LONGEST = 200
_SHORT = 60  # characters: a column head or a heading, which forms repeat
_THOUSAND = late(rf"1[.,'’{SPACES}]?000(?:[.,'’{SPACES}]?000)?")
_ZEROS = "000"
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_CLOSES = re.compile(r"\s*(?:[)\],;:.]|\Z)")


def unit_of(text: str, language: str | None) -> Decimal | None:
    """What bare amounts below the heading count in: 1000 for "Budget (tkr)" or "Alle tal i 1.000 kr."; else None."""
    return (_kept_unit if len(text) <= _SHORT else _unit_in)(text[:_LONGEST], normal(language))


def currency_of(text: str, language: str | None) -> str | None:
    """The ISO 4217 code that the heading declares: EUR for "Budget (EUR)"; None where it names none, or several."""
    return (_kept_currency if len(text) <= _SHORT else _currency_in)(text[:_LONGEST], normal(language))


def _unit_in(text: str, known: str | None) -> Decimal | None:
    if not (_ZEROS in text or _may_name(text, _sizes())):
        return None
    found = {_unit(text, lexicon(one)) for one in ([known] if known else LANGUAGES)}
    return found.pop() if len(found) == 1 else None


def _currency_in(text: str, known: str | None) -> str | None:
    if not _may_name(text, _money()):
        return None
    found = {_currency(text, lexicon(one)) for one in ([known] if known else LANGUAGES)}
    return found.pop() if len(found) == 1 else None


_kept_unit = lru_cache(maxsize=1024)(_unit_in)
_kept_currency = lru_cache(maxsize=1024)(_currency_in)


def _may_name(text: str, begun: frozenset[str]) -> bool:
    """Whether any word of the text can begin one of the spellings; a yes is only a reason to look closer."""
    return not begun.isdisjoint(_WORD.findall(text.lower()))


@cache
def _sizes() -> frozenset[str]:
    multipliers = (pair for one in map(lexicon, LANGUAGES) for pair in one.multipliers.items())
    return beginnings(word for word, (factor, _) in multipliers if factor > 1)


@cache
def _money() -> frozenset[str]:
    return beginnings(word for one in map(lexicon, LANGUAGES) for word in one.money)


def _unit(text: str, lexicon: Lexicon) -> Decimal | None:
    for start, end, word in _named(text, lexicon.multipliers):
        factor, code = lexicon.multipliers[word]
        if factor <= 1 or text[:start].rstrip(SPACES)[-1:].isdigit():
            continue
        alone = _opens(text, start, lexicon) and _CLOSES.match(text, end)
        if code is not None or alone or Forward(text, end).take(lexicon.currencies):
            return factor
    for piece in pieces(text, lexicon):
        alone = _opens(text, piece.start, lexicon) and _CLOSES.match(text, piece.end)
        if alone and piece.codes and _THOUSAND.fullmatch(piece.text):
            return Decimal(re.sub("[^0-9]", "", piece.text))
    return None


def _currency(text: str, lexicon: Lexicon) -> str | None:
    codes = {_code(word, lexicon) for _, _, word in _named(text, lexicon.money)} - {""}
    return codes.pop() if len(codes) == 1 else None


def _code(word: str, lexicon: Lexicon) -> str:
    return lexicon.currencies.get(word) or (lexicon.multipliers[word][1] if word in lexicon.multipliers else "") or ""


def _named(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where the known spellings stand, and what they are, folded."""
    edge = 0
    for token in TOKEN.finditer(text):
        walk = Forward(text, token.start())
        word = walk.take(known) if token.start() >= edge else None
        if word and not is_lower_code(word):
            edge = walk.at
            yield token.start(), edge, fold(word)


def _opens(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a unit may begin here: at the beginning, in brackets, behind a comma or "in"."""
    before = text[:start].rstrip()
    return (
        before[-1:] in ("", "(", "[", ",", ":", "/")
        or Backward(before, 0, len(before)).take(lexicon.counted_in) is not None
    )
