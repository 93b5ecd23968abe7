"""Knows what the words beside an amount mean in a document of one language; where they stand is left to `piece`.

Every language's words are understood in every document, since people mix them. Its own meaning goes first; a word of
others counts where they agree ("kronor" is SEK in Danish too), and names an unknown currency ("") where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES, every, words

Multiplier = tuple[Decimal, str | None]
"""A factor, and the currency that the word names: None where it names none, "" where it cannot be told which."""


class Lexicon(Frozen):
    """The folded words of one language."""

    language: str
    decimal: str
    endings: Mapping[str, str]
    currencies: Mapping[str, str]
    multipliers: Mapping[str, Multiplier]
    money: frozenset[str]  # the currencies, and the multipliers that name one and may stand before the number
    approximate: frozenset[str]
    between: frozenset[str]
    to: frozenset[str]
    conjunctions: frozenset[str]
    times: frozenset[str]
    each: frozenset[str]
    percent: frozenset[str]
    per: frozenset[str]
    counted_in: frozenset[str]
    units: frozenset[str]
    counted: frozenset[str]
    guards: frozenset[str]
    qualifiers: frozenset[str]
    placeholders: frozenset[str]
    reckoned: frozenset[str]


def fold(word: str) -> str:
    """A spelling without what writers add or leave out: dots, spaces, capitals."""
    return "".join(word.split()).replace(".", "").lower()


@cache
def lexicon(language: str) -> Lexicon:
    """The words of one of LANGUAGES."""
    own = words(language)
    currencies, multipliers = _currencies(language), _multipliers(language)
    return Lexicon(
        language=language,
        decimal=own.decimal,
        endings=own.endings,
        currencies=currencies,
        multipliers=multipliers,
        money=frozenset(currencies) | {word for word, (_, code) in multipliers.items() if code is not None},
        approximate=_all("approximate"),
        between=_all("between"),
        to=_all("to"),
        conjunctions=frozenset(words(one).conjunction for one in LANGUAGES),
        times=_all("times"),
        each=_all("each"),
        percent=_all("percent"),
        per=_all("per"),
        counted_in=_all("counted_in"),
        units=_all("units"),
        counted=_all("counted") | _all("units"),
        guards=_all("guards"),
        qualifiers=_all("qualifiers") | _all("total"),
        placeholders=_all("placeholders"),
        reckoned=_all("reckoned"),
    )


def beginnings(known: Iterable[str]) -> frozenset[str]:
    """What folded spellings begin with, in all lengths: a writer may part one anywhere, as in "t. kr."."""
    return frozenset(word[:length] for word in known for length in range(1, len(word) + 1))


def is_lower_code(word: str) -> bool:
    """Whether a currency code is not written in capitals: "nok" is Norwegian for enough, "sek" a second."""
    return not word.isupper() and word.upper() in _codes()


@cache
def abbreviations() -> frozenset[str]:
    """The folded spellings that end in a dot of their own; behind any other word a dot ends the sentence."""
    fields = ("multipliers", "currencies", "percent", "units", "counted", "qualifiers", "approximate", "per", "times")
    return frozenset(fold(word) for field in fields for word in every(field) if word.endswith("."))


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for language in LANGUAGES for code in words(language).currencies.values())


@cache
def _all(field: str) -> frozenset[str]:
    return frozenset(map(fold, every(field)))


def _currencies(language: str) -> Mapping[str, str]:
    meanings: dict[str, set[str]] = {}
    for other in LANGUAGES:
        for word, code in words(other).currencies.items():
            meanings.setdefault(fold(word), set()).add(code)
    own = {fold(word): code for word, code in words(language).currencies.items()}
    return {word: own.get(word) or _only(codes) or "" for word, codes in meanings.items()}


def _multipliers(language: str) -> Mapping[str, Multiplier]:
    """All multipliers but those whose factor other languages dispute ("billion")."""
    meanings: dict[str, dict[Decimal, set[str]]] = {}
    for other in sorted(LANGUAGES, key=lambda one: one == language):
        for word, meaning in words(other).multipliers.items():
            factor, _, code = meaning.partition(" ")
            known = meanings.setdefault(fold(word), {})
            if other == language:
                known.clear()
            known.setdefault(Decimal(factor), set()).add(code)
    agreed = {word: known.popitem() for word, known in meanings.items() if len(known) == 1}
    return {word: (factor, None if codes == {""} else _only(codes) or "") for word, (factor, codes) in agreed.items()}


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None
