"""Knows the words of each language, from one YAML file per language; what is made of them is left to others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from projektkort.locale.files import file

LANGUAGES = ("da", "sv", "nb", "en")

Spellings = tuple[str, ...]


class Words(NamedTuple):
    """One language: how it writes figures and days, and its words about amounts.

    A dot in a spelling may be left out by the writer, a space too. `currencies` leads from a spelling to an ISO 4217
    code, `multipliers` to a factor and perhaps a code ("1000 DKK"), `endings` from the first
    sign of ":-" to the currency that only this language means by it. What is alike everywhere stands in every language.
    """

    names: Spellings
    months: Spellings
    letters: Spellings
    decimal: str
    group: str
    minus: str
    date: str
    own: Mapping[str, str]
    foreign: str
    percent_format: str
    conjunction: str
    quotes: str
    currencies: Mapping[str, str]
    endings: Mapping[str, str]
    multipliers: Mapping[str, str]
    approximate: Spellings
    between: Spellings
    to: Spellings
    times: Spellings
    each: Spellings
    percent: Spellings
    qualifiers: Spellings
    per: Spellings
    counted_in: Spellings
    units: Spellings
    counted: Spellings
    guards: Spellings
    placeholders: Spellings
    reckoned: Spellings
    total: Spellings
    subtotal: Spellings
    dangling: Spellings
    openers: Spellings
    of_which: Spellings
    whole: Spellings
    project: Spellings
    of_project: Spellings
    behind_total: Spellings
    so_far: Spellings
    in_period: Spellings
    contents: Spellings
    pages: Spellings
    of_pages: Spellings
    reports: Spellings
    numero: Spellings
    about: Spellings
    covering: Spellings
    joining: Spellings
    forms: Spellings
    funds: Spellings
    stop: Spellings


@cache
def words(language: str) -> Words:
    """The words of one of LANGUAGES; KeyError for any other."""
    if language not in LANGUAGES:
        raise KeyError(language)
    own, shared = file(language), file("shared")
    return Words(**{field: _frozen(own.get(field), shared.get(field)) for field in Words._fields})


@cache
def every(field: str) -> frozenset[str]:
    """What a field of spellings holds in all languages together, in lower case: every("total")."""
    return frozenset(word.casefold() for language in LANGUAGES for word in getattr(words(language), field))


@cache
def normal(code: str | None) -> str | None:
    """The language that a code or a name means ("no", "nn-NO", "sv_FI", "Dansk"); None where it is none of ours."""
    wanted = (code or "").strip().lower().replace("_", "-")
    stem = wanted.split("-")[0]
    return next((language for language in LANGUAGES if {wanted, stem} & set(words(language).names)), None)


def _frozen(own: Any, shared: Any) -> Any:
    """A list as a tuple and a mapping that nobody can change, with what is shared behind what is the language's own."""
    value = own if own is not None else type(shared)()
    if isinstance(value, dict):
        return MappingProxyType({**(shared or {}), **value})
    return tuple(dict.fromkeys([*value, *(shared or [])])) if isinstance(value, list) else value
