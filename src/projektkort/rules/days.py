"""Knows on which days a project may run and papers must be there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projektkort.finding import Note, Problem
from projektkort.period import Precision
from projektkort.project.models import Project, ProjectPeriod
from projektkort.rules.clauses import clause
from projektkort.rules.extent import Around, end_at_least, months_behind, outside, start_at_most, widest
from projektkort.rules.rule import rule
from projektkort.schema.model import REPORTS, Schema
from projektkort.span import Place

A_DAY = dt.timedelta(days=1)


@rule(needs={"period", "date"}, asks={"days.start"})
def started_too_early(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project begins when it may: after it was applied for, or after the fund has decided."""
    applied, own = project.date, project.period
    start = start_at_most(own.period) if own else None
    if own is None or applied is None or start is None or project.kind in REPORTS:
        return
    first, variant = _first_day(schema, applied)
    if start < first:
        told = project.section("date")
        yield Problem(
            own.text.place,
            variant=variant,
            text=_said(own),
            date=applied.isoformat(),
            first=first.isoformat(),
            source=clause(schema, "start"),
            related=[told.text.place if told else None],
        )


def _first_day(schema: Schema, applied: dt.date) -> tuple[dt.date, str]:
    """The first day on which what is applied for then may begin, and why it is that one."""
    days = schema.days
    if days.start == "application":
        return applied, ""
    decided = min((day for day in days.decisions if day >= applied), default=None)
    if decided is not None:
        return decided, "decision"
    if days.decision_weeks is not None:
        from_day = min((day for day in days.deadlines if day >= applied), default=applied)
        return from_day + dt.timedelta(weeks=days.decision_weeks), "weeks"
    return applied, "undecided"


@rule(needs={"date"}, asks={"days.deadlines"})
def applied_too_late(project: Project, schema: Schema) -> Iterator[Problem]:
    """The application is there by the last deadline that the fund has published."""
    last = max(schema.days.deadlines)
    if project.date is None or project.date <= last or project.kind in REPORTS:
        return
    told = project.section("date")
    place = told.text.place if told else project.start
    yield Problem(place, date=project.date.isoformat(), last=last.isoformat(), source=clause(schema, "deadlines"))


@rule(needs={"period"}, asks={"days.months_max"})
def project_too_long(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project lasts no longer than the fund allows."""
    limit, own = schema.days.months_max, project.period
    start, end = _sure(own)
    if own and limit is not None and start and end and end > (latest := months_behind(start, limit)):
        yield Problem(
            own.text.place,
            text=_said(own),
            limit=limit,
            latest=(latest - A_DAY).isoformat(),
            source=clause(schema, "months_max"),
        )


@rule(needs={"period"}, asks={"days.earliest", "days.latest"})
def outside_frame(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project lies within the days that the fund pays for."""
    own, days = project.period, schema.days
    start, end = _sure(own)
    if own and start and days.earliest and start < days.earliest:
        said = clause(schema, "earliest")
        yield Problem(own.text.place, variant="early", text=_said(own), limit=days.earliest.isoformat(), source=said)
    if own and end and days.latest and end > days.latest:
        said = clause(schema, "latest")
        yield Problem(own.text.place, text=_said(own), limit=days.latest.isoformat(), source=said)


@rule(needs={"period"}, asks={"days.same_year"})
def several_years(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project lies within one calendar year."""
    own = project.period
    start, end = _sure(own)
    if own and start and end and start.year < end.year:
        said = clause(schema, "same_year")
        yield Problem(own.text.place, text=_said(own), first=str(start.year), last=str(end.year), source=said)


@rule(needs={"period"})
def activity_outside_period(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the schedule and the activities date lies within the project's period; one finding for each side of it."""
    own = project.period.period if project.period else None
    if own is None or own.start is None or own.end is None or own.reason or project.kind in REPORTS:
        return
    first, last = widest(own)
    if own.precision is Precision.APPROXIMATE or first is None or last is None:
        return
    for where, found in outside(project, first, last).items():
        yield _outside(project, where, found, own.start, own.end)


def _outside(project: Project, where: Around, found: list[tuple[Place, str]], start: dt.date, end: dt.date) -> Problem:
    (place, text), *others = found
    period = project.period.text.place if project.period else None
    return Problem(
        place,
        variant=where.value,
        text=text,
        others=Note("also-outside", {"texts": tuple(text for _, text in others)}) if others else None,
        start=start.isoformat(),
        end=end.isoformat(),
        related=[period, *(other for other, _ in others)],
    )


def _sure(own: ProjectPeriod | None) -> tuple[dt.date | None, dt.date | None]:
    """The last day on which the project can begin, and the first on which it can end, as its period is told."""
    return (start_at_most(own.period), end_at_least(own.period)) if own else (None, None)


def _said(own: ProjectPeriod) -> str:
    return " ".join(own.text.value.split())
