"""Knows the lines of a cell, the dates that they tell, and which year the dates without one belong to."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from projektkort.document.markers import marker
from projektkort.frozen import replace
from projektkort.period import Period
from projektkort.period import find as find_periods
from projektkort.period import read as read_period
from projektkort.project.parts import DateInText
from projektkort.schema.scope import goal_word
from projektkort.span import Text

LINE = re.compile(r"[^\r\n]*[^\s]")
BLANK = re.compile(r"[\s\-\u2010-\u2015]*")
PART = re.compile(r";(?:\s+|$)")
YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,]*\d)")
DAY_MONTH = re.compile(r"(?<![\w/.,%-])\d{1,2}/\d{1,2}(?![\w/%])(?!\.\d)")
LEAP = 2024  # a year that has every day
SECTION = "goals"  # the id of the section that goals stand in


def says_nothing(cell: Text) -> bool:
    """Whether a cell is empty, or only struck out with a dash."""
    return BLANK.fullmatch(cell.value) is not None


def lines_of(cell: Text) -> tuple[Text, ...]:
    """The lines of a cell that say something, without the bullets before them."""
    return tuple(line for _, line in _lines(cell) if not says_nothing(line))


def parts_of(cell: Text) -> tuple[Text, ...]:
    """The same, and what semicolons part on a line."""
    return tuple(part for line in lines_of(cell) for part in line.split(PART) if not says_nothing(part))


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
    at = bisect_left(years, begin, key=re.Match.start)
    around = years[max(0, at - 1) : at + 2]
    gaps = ((max(begin - year.end(), year.start() - stop), year.start() > begin, int(year[0])) for year in around)
    return min(gaps, default=(0, False, None))[2]


def last_day(text: Text, language: str | None) -> dt.date | None:
    """The last day of the last date that a head or title tells."""
    days = [period.end for period in _periods(text.value, language) if period.end]
    return days[-1] if days else None


def _periods(line: str, language: str | None) -> list[Period]:
    """The dates in a line, or the line as a date where nothing in it could only be one: "2026", "spring"."""
    found = list(find_periods(line, language)) or _listed(line, language)
    if found:
        return found
    whole = read_period(line, language)
    return [whole] if whole.start or whole.end or whole.yearless else []


def _listed(line: str, language: str | None) -> list[Period]:
    """Several days that stand in order and look like fractions: "3/3, 4/5 and 6/9"."""
    found = list(DAY_MONTH.finditer(line))
    days = [day for each in found if (day := read_period(each[0], language, year=LEAP).start)]
    between = (line[one.end() : other.start()] for one, other in pairwise(found))
    apart = all("," in words or goal_word(words) == "and" for words in between)
    if len(found) == 1 or len(days) < len(found) or days != sorted(set(days)) or not apart:
        return []
    return [replace(read_period(each[0], language), begin=each.start(), stop=each.end()) for each in found]


def _dated(period: Period, line: str, language: str | None, year: int | None) -> Period:
    if not period.yearless or year is None:
        return period
    again = read_period(line[period.begin : period.stop], language, year=year)
    return replace(again, text=period.text, begin=period.begin, stop=period.stop)
