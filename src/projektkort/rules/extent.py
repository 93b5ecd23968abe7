"""Knows which days a period surely covers however roughly it is told, and what is dated outside of one.

What may be outside, because it only leads to the project or follows from it, the words in around.yaml tell.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from projektkort.locale.dates import date_words
from projektkort.patterns import late
from projektkort.period import Period, Precision, read
from projektkort.project.models import DateInText, Project, Step
from projektkort.rules.lists import either, lists, whole
from projektkort.span import Place

MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.HALF: 6, Precision.YEAR: 12}
DATED = frozenset({Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.MONTH, Precision.QUARTER})
"""What tells when a deed is done; a year or a season tells too little, and a deadline is no deed."""
FIRST = late(r"(?<!\d)0?1(?!\d)")
LAST = late(r"(?<!\d)(?:28|29|30|31)(?!\d)")
YEAR = dt.timedelta(days=366)
AN_EVENT = dt.timedelta(days=28)
"""What is told as a shorter time is the day of an event, and its plan may begin long before."""
A_DAY = dt.timedelta(days=1)
SOFT = 1
"""So many months a season may begin earlier or end later than in the calendar."""
Dated = Step | DateInText
"""What a date stands in."""


class Around(StrEnum):
    """On which side of a period something lies."""

    BEFORE = "before"
    AFTER = ""


def months_behind(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + years, month + 1, 1)
    length = ((first + dt.timedelta(days=31)).replace(day=1) - first).days
    return first + dt.timedelta(days=min(day.day, length) - 1)


def start_at_most(period: Period) -> dt.date | None:
    """The last day on which a period can begin: who says "May" or "2027" may mean any day of it."""
    start = period.start
    if start is None or period.reason:
        return None
    if period.precision is Precision.WEEK:
        return start + dt.timedelta(days=6)
    months = MONTHS.get(period.precision, 0)
    if period.precision is Precision.RANGE and start.day == 1 and not FIRST.search(period.text):
        months = 1
    if period.precision is Precision.APPROXIMATE:
        return None
    return months_behind(start, months) - A_DAY if months else start


def end_at_least(period: Period) -> dt.date | None:
    """The first day on which a period can end, likewise."""
    end = period.end
    if end is None or period.reason:
        return None
    if period.precision is Precision.WEEK:
        return end - dt.timedelta(days=6)
    months = MONTHS.get(period.precision, 0)
    if period.precision is Precision.RANGE and (end + A_DAY).day == 1 and not LAST.search(period.text):
        months = 1
    if period.precision is Precision.APPROXIMATE:
        return None
    return months_behind(end + A_DAY, -months) if months else end


def widest(period: Period) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that it may mean: nobody's spring ends on the last of May, as the calendar's does."""
    start, end = period.start, period.end
    if period.precision not in {Precision.SEASON, Precision.RANGE} or start is None or end is None:
        return start, end
    behind = end + A_DAY
    opens, closes = _parts_seasons(start), _parts_seasons(behind)
    if not (opens or closes) or not _season().search(period.text):
        return start, end
    return months_behind(start, -SOFT) if opens else start, months_behind(behind, SOFT) - A_DAY if closes else end


def _parts_seasons(day: dt.date) -> bool:
    return day.day == 1 and day.month % MONTHS[Precision.SEASON] == 0


def outside(project: Project, start: dt.date, end: dt.date) -> dict[Around, list[tuple[Place, str]]]:
    """The dates of the schedule and the activities that surely lie outside a period, by their side, as written."""
    found: dict[Around, list[tuple[Place, str]]] = {}
    for period, dated in _dated(project):
        where = _side(period, start, end)
        if where is None or not _surely(period, start, end, project.language):
            continue
        place, text = _around(dated, period)
        if not (_is_near(period, start, end) and (end - start < AN_EVENT or _may(text, where))):
            found.setdefault(where, []).append((place, " ".join(period.text.split())))
    return found


def _is_near(period: Period, start: dt.date, end: dt.date) -> bool:
    """Whether a date lies within a year of the period, as what leads to it or follows from it does."""
    first, last = period.start or period.end, period.end or period.start
    return first is None or last is None or (last >= start - YEAR and first <= end + YEAR)


def _dated(project: Project) -> Iterator[tuple[Period, Dated]]:
    yield from ((step.when, step) for step in project.schedule if step.when is not None)
    yield from ((date.period, date) for date in project.dates if date.section == "activities")


def _around(dated: Dated, period: Period) -> tuple[Place, str]:
    """Where a date stands, and the text around it."""
    if isinstance(dated, Step):
        return dated.text.at(period.begin, period.stop), dated.text.value
    return dated.place, dated.place.lines.line(dated.place.line)


def _side(period: Period, start: dt.date, end: dt.date) -> Around | None:
    """On which side a date lies; None where it is not told well enough, or lies partly inside."""
    first, last = period.start, period.end
    if first is None or last is None or (first <= end and last >= start):
        return None
    if period.precision not in DATED or period.reason:
        return None
    return Around.AFTER if first > end else Around.BEFORE


def _surely(period: Period, start: dt.date, end: dt.date, language: str | None) -> bool:
    """Whether it is outside in whichever year it may be, where its own words tell none."""
    if not read(period.text, language).yearless:
        return True
    years = (read(period.text, language, year=year) for year in range(start.year - 1, end.year + 2))
    return all(each.start and each.end and (each.start > end or each.end < start) for each in years)


def _may(text: str, where: Around) -> bool:
    return _words(where).search(text) is not None


@cache
def _season() -> re.Pattern[str]:
    return whole(date_words(None).series["seasons"])


@cache
def _words(where: Around) -> re.Pattern[str]:
    """Parts of words, in any language, of what is done before a project or after it."""
    chosen = lists("around")
    words = [word for one in chosen.values() for word in (*one["both"], *one[where.name.casefold()])]
    return re.compile(either(words), re.IGNORECASE)
