"""Knows what may be wrong with dates: impossible, ambiguous, the wrong way round, a week whose year nobody tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from projektkort.finding import Note, Problem
from projektkort.period import Period, Precision, read
from projektkort.project.models import Project
from projektkort.project.when import headed_years
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema
from projektkort.span import Place

REVERSED = "end-before-start"
WEEKDAY = "weekday-wrong"
MOST_YEARS = 3
"""In a longer project every day comes more than twice."""


def _dates(project: Project) -> Sequence[tuple[Place, Period]]:
    """Every date that something is said about; the project's own period once more where its text as a whole says what
    its pieces do not."""
    return project.once(_found)


def _found(project: Project) -> Sequence[tuple[Place, Period]]:
    told = [*project.dates, *(date for goal in project.goals for date in goal.dates)]
    meant = [(date, _meant(date.period, project) if date.period.yearless else date.period) for date in told]
    found = [(date.place, period) for date, period in meant if _is_odd(period)]
    if project.subprojects:
        from projektkort.rules import accounts  # noqa: PLC0415 - only reports have entries

        entries = accounts.dates(accounts.entries(project), project.language)
        found += [(date.place, date.meant) for date in entries if _is_odd(date.meant)]
    own = project.period
    if own is not None and _is_odd(own.period):
        inside = (d for d in project.dates if own.text.start <= d.place.start < own.text.end)
        if own.period.reason not in {date.period.reason for date in inside}:
            found.append((own.text.place, own.period))
    return found


def _meant(told: Period, project: Project) -> Period:
    """A day without a year as the one that it must be: of the only year that puts it into the project's period."""
    own = project.period.period if project.period else None
    if told.precision is not Precision.DAY or own is None or not own.start or not own.end:
        return told
    years = range(own.start.year, min(own.end.year, own.start.year + MOST_YEARS) + 1)
    readings = [read(told.text, project.language, year=year) for year in years]
    inside = [each for each in readings if each.start and own.start <= each.start <= own.end]
    return inside[0] if len(inside) == 1 else told


def _is_odd(period: Period) -> bool:
    return period.reason != "" or period.precision is Precision.IMPOSSIBLE


def _said(period: Period) -> str:
    return " ".join(period.text.split())


@rule()
def period_reversed(project: Project, schema: Schema) -> Iterator[Problem]:
    """No period ends before it starts."""
    for place, period in _dates(project):
        if period.reason == REVERSED:
            yield Problem(place, text=_said(period))


@rule()
def date_impossible(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every date is in the calendar."""
    for place, period in _dates(project):
        if period.precision is Precision.IMPOSSIBLE and period.reason != REVERSED:
            yield Problem(place, variant=period.reason, text=_said(period))


@rule()
def date_ambiguous(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every date can be read in one way only."""
    for place, period in _dates(project):
        if period.reason not in {"", REVERSED, WEEKDAY} and period.precision is not Precision.IMPOSSIBLE:
            yield Problem(place, variant=period.reason, text=_said(period))


@rule()
def weekday_wrong(project: Project, schema: Schema) -> Iterator[Problem]:
    """The weekday told fits its date."""
    for place, period in _dates(project):
        if period.reason == WEEKDAY and period.misnamed is not None:
            weekday = Note(f"weekday-{period.misnamed.isoweekday()}")
            yield Problem(place, text=_said(period), day=period.misnamed.isoformat(), weekday=weekday)


@rule()
def week_without_year(project: Project, schema: Schema) -> Iterator[Problem]:
    """The year of every week can be told. One finding for them all: one remedy mends them."""
    weeks = [(date.place, date.period) for date in project.dates if date.period.yearless and date.period.weeks]
    if not weeks:
        return
    (place, period), *others = weeks
    headed = _headed(project)
    years = headed or _years(project)
    numbers = tuple(dict.fromkeys("-".join(map(str, dict.fromkeys(other.weeks))) for _, other in others))
    yield Problem(
        place,
        variant=("headed-" if headed else "") + ("two-years" if len(years) == 2 else "more-years")
        if len(years) > 1
        else "",
        text=_said(period),
        others=Note("also-weeks", {"weeks": numbers}) if numbers else None,
        years=tuple(map(str, years)),
        suggestion=f"{_said(period)} {_likely(project, period.weeks[0], years)}" if len(years) > 1 else None,
        related=[other for other, _ in others],
    )


def _headed(project: Project) -> range:
    """The years in the schedule's own label, where it names several."""
    schedule = project.section("schedule")
    years = headed_years(schedule.label.value) if schedule else range(0)
    return years if len(years) > 1 else range(0)


def _years(project: Project) -> range:
    """The years of the project's own period."""
    own = project.period.period if project.period else None
    return range(own.start.year, own.end.year + 1) if own and own.start and own.end else range(0)


def _likely(project: Project, week: int, years: range) -> int:
    """The first year whose week of that number lies within the project's period, else the last year."""
    own = project.period.period if project.period else None
    for year in years:
        try:
            monday = dt.date.fromisocalendar(year, week, 1)
        except ValueError:  # the year has no week 53
            continue
        if own and own.start and own.end and own.start <= monday <= own.end:
            return year
    return years[-1]
