"""Knows one point of the calendar as told (day, week, month … perhaps without a year) and which days it covers."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

from projektkort.frozen import Frozen
from projektkort.period.model import Precision

MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.SEASON: 3, Precision.YEAR: 12}
"""How many months a unit lasts."""
Days = tuple[dt.date | None, dt.date | None]


class Trust(IntEnum):
    """What a form needs before it counts as a date."""

    SURE = 0  # nothing, not even in running prose
    DATED = 1  # in prose a year, an article or a weekday beside it: 19/4
    LOOSE = 2  # the same everywhere: 19.4 is a number, too
    ASKED = 3  # only where a date is asked for, or after an article or a word such as "primo": 2012, 130211


class Moment(Frozen, guarded=False):
    """One end of a period. `unit` NONE is a bare number that takes its unit from what follows: "1." of "1.-15. maj"."""

    unit: Precision
    begin: int
    stop: int
    trust: Trust = Trust.SURE
    year: int | None = None
    number: int = 0  # of the week, quarter, half or season, or the bare number
    month: int = 0  # the first one; 0 where the words name no days: a school term, Easter
    day: int = 0
    weekday: int = 0  # 1 is Monday, 0 untold
    weekdays: tuple[int, ...] = ()  # several told before it, for it and for what follows: "Saturday and Sunday"
    every: bool = False  # the weekday is that of all days of a list: "every Wednesday: 2, 9 and 16 June"
    article: bool = False  # "den", "d.", "the" stands in front
    reason: str = ""  # two readings remain

    @property
    def flaw(self) -> str:
        """Why there is no such moment; empty where there is, or may be in some year."""
        match self.unit:
            case Precision.DAY if not (1 <= self.month <= 12 and 1 <= self.day <= self._last_day()):
                return "no-such-day"
            case Precision.MONTH if not 1 <= self.month <= 12:
                return "no-such-month"
            case Precision.WEEK if not 1 <= self.number <= self._last_week():
                return "no-such-week"
            case Precision.QUARTER if not 1 <= self.number <= 4:
                return "no-such-quarter"
            case Precision.HALF if self.month and not 1 <= self.number <= 2:
                return "no-such-half"
        return ""

    @property
    def days(self) -> Days:
        """First and last day; none without a year, or where the words name no days. Only without a flaw."""
        if self.year is None or self.reason:
            return None, None
        if self.unit is Precision.WEEK:
            monday = dt.date.fromisocalendar(self.year, self.number, 1)
            return monday, monday + dt.timedelta(days=6)
        if self.day:
            day = dt.date(self.year, self.month, self.day)
            return day, day
        if not self.month:
            return None, None
        years, month = divmod(self.month + MONTHS[self.unit] - 2, 12)
        year = self.year + years
        return dt.date(self.year, self.month, 1), dt.date(year, month + 1, _length(year, month + 1))

    @property
    def wrong_weekday(self) -> bool:
        """Whether a weekday is told that the day of that year is not."""
        day = self.days[0]
        return bool(self.weekday) and day is not None and day.isoweekday() != self.weekday

    def _last_day(self) -> int:
        return _length(self.year or 2000, self.month)  # 29 February may be, as long as no year is told

    def _last_week(self) -> int:
        return 53 if self.year is None else dt.date(self.year, 12, 28).isocalendar().week


def _length(year: int, month: int) -> int:
    """The days of a month; `calendar` would load more than all of us for it."""
    return 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(1)).day
