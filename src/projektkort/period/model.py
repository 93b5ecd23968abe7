"""Knows what a period is; how one is read is left to its siblings."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from projektkort.frozen import Frozen


class Precision(StrEnum):
    """How exactly a date is told; `impossible` is a finding."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    DEADLINE = "deadline"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    DURATION = "duration"
    APPROXIMATE = "approximate"
    NONE = "none"
    IMPOSSIBLE = "impossible"


class Period(Frozen, guarded=False):
    """A date, week, month or span of time as read from `text`.

    Reasons when impossible: no-such-day, no-such-week, no-such-month, no-such-quarter,
    no-such-half, end-before-start.
    Reasons when two readings remain (no dates then): day-or-month, month-or-years, which-winter.
    weekday-wrong: the date stands, the weekday told does not fit it.
    """

    text: str
    precision: Precision
    start: dt.date | None = None  # first day, inclusive
    end: dt.date | None = None  # last day, inclusive
    yearless: bool = False  # the year of a day, week, month … is not told and not known
    weeks: tuple[int, ...] = ()  # first and last ISO week number, when told by week
    reason: str = ""
    misnamed: dt.date | None = None  # the day that its weekday does not fit
    begin: int = 0  # the slice of the text read, when found inside a longer text
    stop: int = 0
