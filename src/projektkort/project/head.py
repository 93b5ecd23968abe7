"""Knows what the head of a column of amounts says: its role, also with a date, a period or “in total” beside it."""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale import every
from projektkort.period import Period, Precision
from projektkort.period import read as read_period
from projektkort.schema.labels import Labels, normalise

TIMED = frozenset({"amount", "actual", "actual_period", "forecast", "remaining"})
OF_PERIOD = {"actual": "actual_period", "amount": "amount_period"}
SPAN = re.compile(r"\s*[-\u2013\u2014]\s*")
PHRASE = 4  # words at most that tell how much of the time a column covers


def role_of(head: str, labels: Labels, language: str | None) -> str:
    """The role of a column: that of its head, else of the known word in it where the others tell only a time; ""."""
    known = labels.column(head)
    if known:
        return known
    words = head.split()
    for size in range(1, len(words)):
        role = labels.column(" ".join(words[:size]))
        if role in TIMED and (told := _told(" ".join(words[size:]), language)):
            return OF_PERIOD.get(role, role) if told == "period" else role
    return _led(words, labels)


def says_whole(head: str) -> bool:
    """Whether a head says in words that its amounts are all there are until now: “Spent in total”."""
    words = normalise(head).split()
    sizes = range(1, min(PHRASE, len(words) - 1) + 1)
    return any({" ".join(words[:size]), " ".join(words[-size:])} & _spoken("so_far") for size in sizes)


def _led(words: list[str], labels: Labels) -> str:
    """The role of a known word behind “of which”, “total” or the like."""
    for size in range(1, min(PHRASE, len(words) - 1) + 1):
        role = labels.column(" ".join(words[size:]))
        if role in TIMED and normalise(" ".join(words[:size])) in _spoken("so_far") | _spoken("of_which"):
            return role
    return ""


def _told(rest: str, language: str | None) -> str:
    """Whether words behind a head tell a "period" of their own, or all that was "so_far"; "" for other words."""
    spoken = normalise(rest)
    if spoken in _spoken("so_far") or spoken in _spoken("in_period"):
        return "so_far" if spoken in _spoken("so_far") else "period"
    first, _, behind = rest.partition(" ")
    dated = normalise(first) in _spoken("per") | _spoken("to")
    when = read_period(behind if dated else rest.strip("()"), language)
    if when.precision is Precision.NONE:
        return ""
    return "so_far" if dated or _is_day(when) else "period"


def _is_day(when: Period) -> bool:
    """Whether it is one day, or the last one, and no time between two."""
    if when.yearless:
        return when.precision is Precision.DAY and SPAN.search(when.text) is None
    return when.start is None or when.start == when.end


@cache
def _spoken(field: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in every(field))
