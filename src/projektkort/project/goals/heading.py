"""Knows which period a goal report is about and of which day it is: as labelled, else as its title and tables tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from projektkort.frozen import Frozen
from projektkort.period import Period, Precision
from projektkort.period import find as find_periods
from projektkort.period import read as read_period
from projektkort.project.gather import Gathered
from projektkort.project.parts import ProjectPeriod
from projektkort.project.reports import Report
from projektkort.project.typed import Typed
from projektkort.project.when import HEADED
from projektkort.span import Text

NUMBER = re.compile(r"\d{1,3}\b")
FIRST = 5  # lines under no label that may tell the day of the report
LEAD = 4  # words before that day
MOMENTS = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.DEADLINE})
"""What a report is of; what lasts longer is what it is about."""


class Dated(Frozen):
    """Which report on goals a document is: its number and the period of its goals; and its date, the last day told."""

    report: Report | None
    date: dt.date | None


def report_of_goals(typed: Typed, gathered: Gathered, heads: Sequence[Text], language: str | None) -> Dated:
    """Number, period and date of the report; `heads` are those of the columns that tell how far the goals are."""
    titles = [title for title in (gathered.headline or gathered.title,) if title is not None]
    period = typed.period() or next((found for title in titles for found in _periods(title, language)), None)
    stated = typed.moment()
    told = [stated] if stated is not None else []
    told += [moment for text in (*titles, *heads) for moment in _moments(text, language)]
    told += [moment for text in gathered.unplaced[:FIRST] for moment in _ending(text, language)]
    date = next((day for moment in told if (day := moment.end or moment.start)), None)
    label = typed.text("report_number")
    number = NUMBER.search(label.value) if label is not None else None
    place = period.text.place if period is not None else label.place if label is not None and number else None
    if place is None:
        return Dated(None, date)
    return Dated(Report(number=int(number[0]) if number else None, period=period, place=place), date)


def _moments(text: Text, language: str | None) -> Iterator[Period]:
    """The dates in a title or head that a report can be of."""
    return (found for found in find_periods(text.value, language) if found.precision in MOMENTS)


def _ending(text: Text, language: str | None) -> Iterator[Period]:
    """The day at the end of a short line of its own: “State as of 31 October 2026”."""
    days = [found for found in find_periods(text.value, language) if found.precision is Precision.DAY]
    if len(days) != 1:
        return
    lead, behind = text.value[: days[0].begin], text.value[days[0].stop :]
    if len(lead.split()) <= LEAD and not behind.strip(" .)*_"):
        yield days[0]


def _periods(title: Text, language: str | None) -> Iterator[ProjectPeriod]:
    """The periods in a title that goals can be for: told by days or quarters, else by years, several before one."""
    found = list(find_periods(title.value, language))
    for period in found:
        if period.precision not in MOMENTS and period.start and period.end:
            yield ProjectPeriod(text=title.slice(period.begin, period.stop), period=period)
    years = [match for match in HEADED.finditer(title.value) if not any(p.begin < match.end() <= p.stop for p in found)]
    for match in sorted(years, key=lambda match: match["last"] is None):
        text = title.slice(*match.span())
        yield ProjectPeriod(text=text, period=read_period(text.value, language))
