"""Knows the words of dates in each language, from dates.yaml; what is made of them is left to others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from projektkort.locale.files import file
from projektkort.locale.words import LANGUAGES

LISTS = (
    *("week", "quarter", "half", "term", "double_year", "feast", "of", "to", "and", "clock"),
    *("ongoing", "recurring", "every_nth", "a", "units", "counted"),
)
SERIES = ("months", "weekdays", "seasons", "ordinals")

Spellings = tuple[str, ...]


class DateWords(NamedTuple):
    """The spellings of one language, or of all together: groups, numbered series (from 1), leads by meaning."""

    groups: dict[str, Spellings]
    series: dict[str, dict[str, int]]
    leads: dict[str, Spellings]


@cache
def date_words(language: str | None) -> DateWords:
    """The words of `language`, or of all languages together where it is None."""
    told = file("dates")
    chosen = [told[name] for name in LANGUAGES if language in (None, name)]
    return DateWords(
        groups={name: _unique(word for one in chosen for word in one[name]) for name in LISTS},
        series={name: _numbered(one[name] for one in chosen) for name in SERIES},
        leads={name: _unique(word for one in chosen for word in one["leads"][name]) for name in chosen[0]["leads"]},
    )


def _unique(words: Iterable[str]) -> Spellings:
    return tuple(dict.fromkeys(word.lower() for word in words))


def _numbered(series: Iterable[list[list[str]]]) -> dict[str, int]:
    return {word.lower(): at for one in series for at, words in enumerate(one, 1) for word in words}
