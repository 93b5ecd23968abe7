"""Knows which texts of a report tell of which period, and which days their dates are; what is wrong, rules say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache

from projektkort.frozen import Frozen
from projektkort.period import Period, find, read
from projektkort.project.models import Entry, Project, Subproject
from projektkort.span import Place, Text

KEPT = 128
"""Texts whose dates are kept while one rule after the other asks for them."""
Days = tuple[dt.date, dt.date]
"""The first and the last day."""
ANEW = ("summary", "situation", "activities", "results", "deviations", "communication")
"""The sections that each report tells in words of its own."""


class Account(Frozen):
    """A text of an entry, or of a section of the report where `entry` is None; and the days that it tells of."""

    entry: Entry | None
    text: Text
    days: Days | None


class Dated(Frozen):
    """A date in an account: `told` as it stands there, `meant` with the year that the account's days give it."""

    account: Account
    told: Period
    meant: Period

    @property
    def place(self) -> Place:
        return self.account.text.at(self.told.begin, self.told.stop)


def days_of(period: Period | None) -> Days | None:
    """The days of a period that has both."""
    return (period.start, period.end) if period is not None and period.start and period.end else None


def report_days(project: Project) -> Days | None:
    """The days that the report as a whole tells of."""
    return days_of(project.report.period.period) if project.report and project.report.period else None


def is_final(project: Project) -> bool:
    """Whether a report is the last one: the project is closed, or the report tells of its time up to the end."""
    days, own = report_days(project), project.report.period if project.report else None
    told = (project.period, project.application.period if project.application else None)
    whole = (days_of(each.period) for each in told if each and (own is None or each.text.place != own.text.place))
    return project.stage == "closed" or any(each and days and days[1] >= each[1] for each in whole)


def entry_days(entry: Entry, project: Project) -> Days | None:
    """The days that an entry tells of: its own, else the report's where it is the current one."""
    return days_of(entry.period) if entry.period else report_days(project) if is_current(entry, project) else None


def is_current(entry: Entry, project: Project) -> bool:
    """Whether an entry is the one of this report: it has its number, or its days, or neither of its own."""
    report, days, own = project.report, report_days(project), days_of(entry.period)
    if entry.number is not None and report is not None and report.number is not None:
        return entry.number == report.number
    if own is not None and days is not None:
        return own[0] <= days[1] and days[0] <= own[1]
    return entry.number is None and entry.period is None


def in_order(subproject: Subproject, project: Project) -> list[Entry]:
    """The entries from the first to the latest, however they are written: by their days, else by their numbers."""
    entries = list(subproject.entries)
    starts = [days[0] for entry in entries if (days := entry_days(entry, project))]
    numbers = [entry.number for entry in entries if entry.number is not None]
    keys: list[dt.date] | list[int] = starts if len(starts) == len(entries) else numbers
    if len(keys) < len(entries):
        return entries
    return [entries[index] for index in sorted(range(len(entries)), key=keys.__getitem__)]


def head(entry: Entry) -> Place:
    """Where an entry says which it is; where it begins, if it does not."""
    return entry.label.place if entry.label else Place(entry.place.lines, entry.place.start, entry.place.start)


def entries(project: Project) -> Iterator[Account]:
    """The texts of all entries."""
    for subproject in project.subprojects:
        for entry in subproject.entries:
            days = entry_days(entry, project)
            for text in (entry.text, *(each.text for part in entry.sections for each in (part, *part.parts))):
                yield Account(entry, text, days)


def sections(project: Project) -> Iterator[Account]:
    """The sections that each report tells in words of its own."""
    days = report_days(project)
    return (Account(None, section.text, days) for section in project.walk() if section.id in ANEW)


def dates(accounts: Iterable[Account], language: str | None) -> Iterator[Dated]:
    """Every date in the accounts. Where no year is told it is the one that puts the date into the account's days,
    else the one that brings it nearest to them."""
    for account in accounts:
        for told in _found(account.text.value, language):
            yield Dated(account, told, _meant(told, account.days, language))


@lru_cache(maxsize=KEPT)
def _found(text: str, language: str | None) -> tuple[Period, ...]:
    return tuple(find(text, language))


def _meant(told: Period, days: Days | None, language: str | None) -> Period:
    if not told.yearless or days is None:
        return told
    years = range(days[0].year - 1, days[1].year + 2)
    return min((read(told.text, language, year=year) for year in years), key=lambda reading: _distance(reading, days))


def _distance(reading: Period, days: Days) -> int:
    """How many days lie between a date and others; one that does not exist in its year is farthest off."""
    own = days_of(reading)
    return dt.date.max.toordinal() if own is None else max((days[0] - own[1]).days, (own[0] - days[1]).days, 0)
