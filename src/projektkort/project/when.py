"""Knows where a document tells dates, which year its weeks belong to, and the steps of its schedule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from projektkort.frozen import replace
from projektkort.period import Period, find, read
from projektkort.project.field import Field
from projektkort.project.models import DateInText, ProjectPeriod, Section, Step
from projektkort.project.stages import stages
from projektkort.schema.labels import Labels
from projektkort.span import Text

YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,-]*\d)")
HEADED = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>(?:19|20)\d\d|\d\d)\b)?")
YEAR_BEFORE = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)\s*[,(]\s*\Z")
UP_TO_COMMA = re.compile(r"[^,]*")
DIGIT = re.compile(r"\d")
CLAUSE = re.compile(r"[,;]\s+")


def year_of(
    stated: ProjectPeriod | None,
    schedule: Sequence[Field],
    texts: Iterable[Text],
    title: Text | None,
    language: str | None,
) -> int | None:
    """The one year that yearless dates can belong to: the period's, else that of the labels of the schedule
    (“Schedule 2027”), else the only one the document names.

    A title counts only where nothing else names a year: a project may be called “Town 2020”.
    """
    period = stated.period if stated is not None else None
    covered = {day.year for day in (period.start, period.end) if day is not None} if period is not None else set()
    headed = {year for field in schedule for year in headed_years(field.label.value)}
    found = covered if len(covered) == 1 else headed or covered
    if not found:
        found = _years(texts, language) or _years([title] if title is not None else [], language)
    return found.pop() if len(found) == 1 else None


def headed_years(label: str) -> range:
    """The years that a label names: “Schedule 2027”, “Schedule 2027/28”."""
    found: list[int] = []
    for match in HEADED.finditer(label):
        first, last = match["first"], match["last"] or ""
        found += [int(first), max(int(first), int(first[: len(first) - len(last)] + last))]
    return range(min(found), max(found) + 1) if found else range(0)


def _years(texts: Iterable[Text], language: str | None) -> set[int]:
    found: set[int] = set()
    for text in texts:
        found |= {int(match.group()) for match in YEAR.finditer(text.value)}
        for date in find(text.value, language):
            found |= {day.year for day in (date.start, date.end) if day is not None}
    return found


def dates_in(
    sections: Sequence[Section], unplaced: Sequence[Text], language: str | None, year: int | None
) -> Iterator[DateInText]:
    """Every date, week and period outside the amount tables, with the section around it."""
    placed = [(each.text, each.id) for section in sections for each in (section, *section.parts)]
    for text, section in (*placed, *((text, None) for text in unplaced)):
        if section in {"budget", "financing"}:
            continue
        for period in find(text.value, language, year=year):
            told = period if not (period.yearless and period.weeks) else _beside_year(period, text.value, language)
            yield DateInText(text.at(period.begin, period.stop), told, section)


def _beside_year(week: Period, text: str, language: str | None) -> Period:
    """A week in the year that stands right before it: “the autumn holiday 2028 (week 44)”."""
    year = YEAR_BEFORE.search(text, 0, week.begin)
    if year is None:
        return week
    return replace(read(week.text, language, year=int(year[1])), begin=week.begin, stop=week.stop)


def schedule_of(fields: Sequence[Field], labels: Labels, language: str | None, year: int | None) -> Iterator[Step]:
    """The steps of the schedule: a line or an item each, or a clause where one line tells several dates."""
    for field in fields:
        for piece in stages(field, labels, language):
            for text in _clauses(piece, language):
                yield Step(text, next(find(text.value, language, year=year), None), text.place)


def _clauses(text: Text, language: str | None) -> list[Text]:
    """The clauses of a line that tells several dates; one without a date goes with the clause before it."""
    if CLAUSE.search(text.value) is None:
        return [text.tight().strip(" \t,;")]
    starts, digit = [0], DIGIT.search(text.value)
    for match in CLAUSE.finditer(text.value):
        if digit is None or match.start() <= digit.start():
            continue  # no date is told before it
        after = UP_TO_COMMA.match(text.value, match.end())
        if after and any(find(after[0], language)) and any(find(text.value[starts[-1] : match.start()], language)):
            starts.append(match.end())
            digit = DIGIT.search(text.value, match.end())
    ends = [*starts[1:], len(text.value)]
    return [text.slice(a, b).strip(" \t,;") for a, b in zip(starts, ends, strict=True)]
