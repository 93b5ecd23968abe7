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
    if not _names_report(text):
        return False
    found = set()
    for match in _report().finditer(text):
        period = next(find(text[match.end() : match.end() + AHEAD], language), None)
        if period is not None and period.begin == 0:
            found.add(match["number"])
    return len(found) >= REPORTS


def _names_report(text: str) -> bool:
    """Whether a word for a report stands before a number; the letters of ASCII show soonest that there is none."""
    plain = text.encode(errors="replace").lower()
    if not any(part in plain for part in _parts()):
        return False
    small = text.lower()
    return any(pattern.search(small) for word, pattern in _ends() if word in small)


@cache
def _parts() -> tuple[bytes, ...]:
    """What stands in all words for a report, one or another in each, in letters of ASCII."""
    parts = {max(re.findall(r"[ -~]+", word), key=len) for word in every("reports")}
    return tuple(part.encode() for part in parts if not any(other in part for other in parts - {part}))


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
