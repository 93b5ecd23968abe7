"""Knows the lines of a cell, the dates that they tell, and which year the dates without one belong to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from projektkort.document.markers import marker
from projektkort.frozen import replace
from projektkort.period import Period
from projektkort.period import find as find_periods
from projektkort.period import read as read_period
from projektkort.project.parts import DateInText
from projektkort.span import Text

LINE = re.compile(r"[^\r\n]*[^\s]")
YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,]*\d)")
SECTION = "goals"  # the id of the section that goals stand in


def lines_of(cell: Text) -> tuple[Text, ...]:
    """The lines of a cell that say something, without the bullets before them."""
    return tuple(line for _, line in _lines(cell))


def _lines(cell: Text) -> Iterator[tuple[int, Text]]:
    """The same, each with the offset where it begins in the cell."""
    for found in LINE.finditer(cell.value):
        body = found[0].lstrip()
        mark = marker(body)
        start = found.end() - len(body) + (mark.end() if mark and not mark["number"] else 0)
        yield start, cell.slice(start, found.end())


def dates_of(cells: Sequence[Text], language: str | None, year: int | None) -> Iterator[DateInText]:
    """The dates of some cells, line by line.

    One without a year has the one that is told nearest to it in its cell, else `year`.
    """
    for cell in cells:
        years = list(YEAR.finditer(cell.value))
        for offset, line in _lines(cell):
            for period in _periods(line.value, language):
                nearest = _nearest(years, offset + period.begin, offset + period.stop)
                dated = _dated(period, line.value, language, nearest or year)
                yield DateInText(place=line.at(period.begin, period.stop), period=dated, section=SECTION)


def _nearest(years: Sequence[re.Match[str]], begin: int, stop: int) -> int | None:
    """The year that is told nearest to some characters, before them where two are as near."""
    gaps = ((max(begin - year.end(), year.start() - stop), year.start() > begin, int(year[0])) for year in years)
    return min(gaps, default=(0, False, None))[2]


def last_day(text: Text, language: str | None) -> dt.date | None:
    """The last day of the last date that a head or title tells."""
    days = [period.end for period in _periods(text.value, language) if period.end]
    return days[-1] if days else None


def _periods(line: str, language: str | None) -> list[Period]:
    """The dates in a line, or the line as a date where nothing in it could only be one: "2026", "spring"."""
    found = list(find_periods(line, language))
    if found:
        return found
    whole = read_period(line, language)
    return [whole] if whole.start or whole.end or whole.yearless else []


def _dated(period: Period, line: str, language: str | None, year: int | None) -> Period:
    if not period.yearless or year is None:
        return period
    again = read_period(line[period.begin : period.stop], language, year=year)
    return replace(again, text=period.text, begin=period.begin, stop=period.stop)
