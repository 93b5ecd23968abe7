"""Knows whether a text that does not say what it is tells of report after report: "Report 2, 1 January – 30 June"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from projektkort.locale import every
from projektkort.period import find

REPORTS = 2  # numbers of reports with their periods; one alone may be mentioned
AHEAD = 60  # characters in which a period stands


def tells_reports(text: str, language: str | None) -> bool:
    """Whether several reports with a number each stand right before a period."""
    small = text.lower()
    if not any(word in small and pattern.search(small) for word, pattern in _ends()):
        return False
    found = set()
    for match in _report().finditer(text):
        period = next(find(text[match.end() : match.end() + AHEAD], language), None)
        if period is not None and period.begin == 0:
            found.add(match["number"])
    return len(found) >= REPORTS


@cache
def _report() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(every('reports'))}){_number()}\s?[,:(–-]\s*", re.IGNORECASE)


@cache
def _ends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words that all words for a report end in, and each before a number: in most texts none stands so."""
    words = every("reports")
    ends = sorted(word for word in words if not any(word.endswith(other) for other in words - {word}))
    return tuple((word, re.compile(re.escape(word) + _number())) for word in ends)


def _number() -> str:
    return rf"\s+(?:(?:{_either(every('numero'))})\s*)?(?P<number>\d{{1,3}})"


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
