"""Knows what a status report must agree with: the periods and texts of its entries, and those of the report before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from projektkort.finding import Problem
from projektkort.period import Period, Precision
from projektkort.project.models import Entry, Project, Subproject
from projektkort.rules.accounts import (
    ANEW,
    Dated,
    Days,
    dates,
    days_of,
    entries,
    entry_days,
    head,
    in_order,
    report_days,
    sections,
)
from projektkort.rules.repeats import repeated, retold
from projektkort.rules.rule import rule
from projektkort.rules.told import Tense, looks_back, tense
from projektkort.schema.labels import normalise
from projektkort.schema.model import Schema
from projektkort.span import Place

A_DAY = dt.timedelta(days=1)
A_YEAR = dt.timedelta(days=366)
AFTERWARDS = dt.timedelta(days=31)
"""How long after a period its report may tell what happens while it is written."""
TOLD = frozenset({Precision.DAY, Precision.RANGE})


@rule()
def report_periods(project: Project, schema: Schema) -> Iterator[Problem]:
    """The periods of the entries, and of the last report and this one, follow each other without gap or overlap."""
    seams: dict[Days, list[Place]] = {}
    for subproject in project.subprojects:
        known = [(days, entry) for entry in in_order(subproject, project) if (days := entry_days(entry, project))]
        for (before, _), (after, entry) in pairwise(known):
            seams.setdefault((before[1], after[0]), []).append(head(entry))
    for seam, places in seams.items():
        yield from _seam(seam, "", places[0], places[1:])
    if project.kind == "goal-report":
        return  # its period is that of the plan, the same in every report
    last, this = report_days(project.previous) if project.previous else None, report_days(project)
    if last and this and project.report and project.report.period and (last[1], this[0]) not in seams:
        yield from _seam((last[1], this[0]), "-last", project.report.period.text.place, [])


def _seam(seam: Days, where: str, place: Place, others: list[Place]) -> Iterator[Problem]:
    """What lies between the end of one period and the start of the next; one day that stands in both does no harm."""
    end, start = seam
    if start > end + A_DAY:
        first, last, variant = end + A_DAY, start - A_DAY, "gap"
    elif start < end:
        first, last, variant = start, end, "overlap"
    else:
        return
    yield Problem(
        place,
        variant=variant + where,
        first=first.isoformat(),
        last=last.isoformat(),
        end=end.isoformat(),
        start=start.isoformat(),
        related=others,
    )


@rule()
def event_outside_period(project: Project, schema: Schema) -> Iterator[Problem]:
    """What an entry tells as done on a day was done in its period."""
    for date in dates((*entries(project), *sections(project)), project.language):
        days = date.account.days
        variant = _outside(date, days, project.language) if days else ""
        if days and variant:
            yield Problem(
                date.place,
                variant=variant,
                text=" ".join(date.told.text.split()),
                start=days[0].isoformat(),
                end=days[1].isoformat(),
                meant=str(_shifted(date.meant, days) or ""),
                related=[head(date.account.entry) if date.account.entry else None],
            )


def _outside(date: Dated, days: Days, language: str | None) -> str:
    """How a date lies outside the days of its entry: after, before, by a slip of the year; empty where it does not."""
    own = days_of(date.meant)
    if own is None or date.meant.precision not in TOLD or (own[0] <= days[1] and days[0] <= own[1]):
        return ""
    where = (date.account.text.value, date.told.begin, date.told.stop, language)
    how = tense(*where)
    if own[0] > days[1] and how is not Tense.DONE:
        return ""
    if own[1] < days[0] and (days[0] - own[1] > A_YEAR or how is Tense.OPEN or looks_back(*where)):
        return ""
    if not date.told.yearless and _shifted(date.meant, days):
        return "year"
    if own[0] > days[1]:
        return "after"
    return "before" if date.account.entry and how is Tense.DONE else ""


def _shifted(meant: Period, days: Days) -> dt.date | None:
    """The day a year earlier or later that would fit; None where it does not."""
    assert meant.start is not None, "only days are asked"
    later = meant.start < days[0]
    try:
        day = meant.start.replace(year=meant.start.year + (1 if later else -1))
    except ValueError:  # 29 February
        return None
    return day if days[0] <= day <= days[1] + (AFTERWARDS if later else dt.timedelta()) else None


@rule()
def text_unchanged(project: Project, schema: Schema) -> Iterator[Problem]:
    """What an entry tells was not told in the same words the time before."""
    for subproject in project.subprojects:
        told = in_order(subproject, project)
        for before, entry in pairwise(told):
            if place := retold(entry.text, before.text):
                yield Problem(place, title=subproject.title.value, related=[head(before)])
        if len(told) == 1 and (old := _last(project, subproject)) and (place := retold(told[0].text, old.text)):
            yield Problem(place, variant="last", title=subproject.title.value)
    for wanted in ANEW if project.previous else ():
        section, earlier = project.section(wanted), project.previous.section(wanted) if project.previous else None
        if section and earlier and (place := repeated(section.text, earlier.text)):
            yield Problem(place, variant="last", title=section.label.value)


def _last(project: Project, subproject: Subproject) -> Entry | None:
    """What the report before this one told of the same sub-project last."""
    if project.previous is None:
        return None
    wanted = normalise(subproject.title.value)
    known = (each for each in project.previous.subprojects if normalise(each.title.value) == wanted)
    return next((in_order(each, project.previous)[-1] for each in known if each.entries), None)


@rule()
def economy_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """A status report tells of its economy, in words or in figures."""
    asked = schema.section("economy")
    parts = (part for each in project.subprojects for entry in each.entries for part in entry.sections)
    told = any(part.id == "economy" for part in parts)
    if project.kind != "status-report" or told or (asked and asked.required):
        return
    if project.section("economy") is None and project.budget is None:
        yield Problem(project.end)
