"""Knows the next report: the form with what it has in common with the report before it, or with its application."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Set

from projektkort.frozen import replace
from projektkort.locale import date, number
from projektkort.period import Period
from projektkort.project.books import AmountLine
from projektkort.project.models import Goal, Project
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.writing.form import economy, form_of, label_of
from projektkort.writing.sheet import Block, Group, Groups, Part, Sheet, Told
from projektkort.writing.telling import goal_table, shown
from projektkort.writing.words import PHRASES

REPORTS = frozenset({"goal-report", "status-report"})
DAY = dt.timedelta(days=1)
TOLD = frozenset({"measures", "time", "status", "explanation"})
"""The columns of goals that each report fills anew."""
TOGETHER = ("subprojects", "situation")
"""The first of these that is asked for holds the sub-projects."""


def next_report(last: Project, schema: Schema, language: str, name: str, references: Mapping[str, str]) -> Sheet:
    """The report after `last`, or the first one of an application: texts and statuses are left to its writer.

    `name` is the schema's; `references` are the paths of the application and of the report before, as seen from the
    new file. What may be left out and was left out the last time, is not asked for again.
    """
    form = form_of(schema, language, name)
    asked = {part.id for part in form.parts}
    shared = dict(_shared(last, asked, language))
    told = {
        *(each.id for each in schema.required),
        *(each.id for each in last.sections if each.text.value.strip() or each.parts),
    }
    named = [Part(PHRASES.say(key, language), (path,), brief=True) for key, path in references.items()]
    added = [
        Part(label_of(schema, wanted, language), blocks, brief=True)
        for wanted, blocks in shared.items()
        if wanted not in asked
    ]
    kept = told | shared.keys() if last.kind in REPORTS else asked
    parts = [_with(part, shared.get(part.id, ())) for part in form.parts if part.id in kept]
    title = last.title.value if last.title is not None else ""
    heading = (
        replace(_with(form.title, (title,)), brief=Labels(schema).section(title) is not None) if title else form.title
    )
    return replace(form, title=heading, parts=(*named, *added, *parts))


def _with(part: Part, blocks: tuple[Block, ...]) -> Part:
    """A part that is filled in already needs nobody to say how."""
    return replace(part, blocks=blocks, note=()) if blocks else part


def _shared(last: Project, asked: Set[str], language: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """What the next report can take over, by the section where it goes; `asked` are those of the form."""
    applicant = last.applicant.name.value if last.applicant is not None and last.kind not in REPORTS else ""
    responsible = last.responsible.value if last.responsible is not None else ""
    count, period = _count(last), _period(last, language)
    own = "report_period" if "report_period" in asked else "period"
    for wanted, text in (
        ("applicant", applicant), ("report_number", count), (own, period), ("responsible", responsible),
    ):  # fmt: skip
        if text:
            yield wanted, (text,)
    if own != "period" and last.period is not None:
        yield "period", (last.period.text.value,)
    if last.goals:
        yield "goals", (goal_table([_bare(goal) for goal in last.goals], language, TOLD),)
    if last.subprojects:
        told = Told(count, period, "")
        groups = (Group(shown(each.number), each.title.value, (told,)) for each in last.subprojects)
        yield next((each for each in TOGETHER if each in asked), TOGETHER[0]), (Groups(tuple(groups)),)
    budget = last.budget or (last.application.budget if last.application is not None else None)
    if budget is not None and last.kind != "goal-report":
        lines = tuple((line.label.value, _planned(line, language)) for line in budget.lines)
        yield "economy", (economy(lines, language),)


def _count(last: Project) -> str:
    """The number of the next report; the first one follows an application. Reports without a number go on so."""
    if last.kind != "status-report":
        return "" if last.kind == "goal-report" else "1"
    known = last.report.number if last.report is not None else None
    return str(known + 1) if known is not None else ""


def _period(last: Project, language: str) -> str:
    """The period of the next report; a report on goals tells the one of the plan, which stays."""
    told = last.report.period if last.report is not None else None
    if told is None:
        return ""
    coming = next_period(told.period)
    if last.kind == "goal-report" or coming is None:
        return told.text.value if last.kind == "goal-report" else ""
    first, end = (date(day, language) for day in coming)
    shared = f" {coming[1].year}" if coming[0].year == coming[1].year else ""
    return f"{first.removesuffix(shared)} – {end}"


def next_period(period: Period) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the period that follows: as many months, where it is of whole ones, else days."""
    if period.start is None or period.end is None:
        return None
    first, after = period.end + DAY, period.end
    if period.start.day == 1 and first.day == 1:
        months = (first.year - period.start.year) * 12 + first.month - period.start.month
        year, month = divmod(first.year * 12 + first.month - 1 + months - 1, 12)
        return first, dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return first, after + (period.end - period.start + DAY)


def _bare(goal: Goal) -> Goal:
    """A goal of which nothing has been told yet."""
    return goal.model_copy(update={"measures": (), "times": (), "status": None, "explanation": None, "notes": ()})


def _planned(line: AmountLine, language: str) -> str:
    """The amount of a line of the budget; as written where that is no single figure."""
    return number(line.amount, language) if line.amount is not None else line.amount_place.text
