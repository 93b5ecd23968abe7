"""Knows the next report: the form with what it has in common with the report before it, or with its application."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Set

from projektkort.frozen import replace
from projektkort.locale import date, number
from projektkort.period import Period
from projektkort.project.books import AmountLine
from projektkort.project.models import Goal, Project
from projektkort.schema.labels import Labels, normalise
from projektkort.schema.model import REPORTS, Schema
from projektkort.span import Text
from projektkort.writing.form import economy, form_of, label_of
from projektkort.writing.sheet import Block, Group, Groups, Part, Sheet, Told
from projektkort.writing.telling import goal_table, shown
from projektkort.writing.words import PHRASES

FIGURE = re.compile(r"\d+")
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
    shared, labels = dict(_shared(last, asked, language)), _own_labels(last, schema, language)
    told = {
        *(each.id for each in schema.required),
        *(each.id for each in last.sections if each.text.value.strip() or each.parts),
    }
    named = [Part(PHRASES.say(key, language), (path,), brief=True) for key, path in references.items()]
    added = [
        Part(labels.get(wanted) or label_of(schema, wanted, language), blocks, brief=True)
        for wanted, blocks in shared.items()
        if wanted not in asked
    ]
    kept = told | shared.keys() if last.kind in REPORTS else asked
    parts = [
        replace(_with(part, shared.get(part.id, ())), label=labels.get(part.id, part.label))
        for part in form.parts
        if part.id in kept
    ]
    title = _title(last)
    heading = (
        replace(_with(form.title, (title,)), brief=Labels(schema).section(title) is not None) if title else form.title
    )
    return replace(form, title=heading, parts=(*named, *added, *parts))


def _own_labels(last: Project, schema: Schema, language: str) -> dict[str, str]:
    """What the last report calls its sections, where that is their name here, too.

    A "Period" may have been that of the report, and is no name for that of the project.
    """
    if last.kind != schema.kind or last.language != language:
        return {}
    labels = Labels(schema)
    found: dict[str, str] = {}
    for section in last.sections:
        match = labels.section(section.label.value)
        if section.id and match is not None and (match.id, match.near) == (section.id, None):
            found.setdefault(section.id, section.label.value)
    return {wanted: label for wanted, label in found.items() if wanted != "period"}


def _title(last: Project) -> str:
    """The title; of a report with the words that stand around it, such as "status report 2", which is now the third.

    Words that tell of anything else in figures are of that report only.
    """
    if last.title is None:
        return ""
    title = last.title.value
    whole = last.title.lines.line(last.title.line).strip().strip("#*_ ")
    before, found, behind = whole.partition(title)
    known = last.report.number if last.report is not None else None
    figures = FIGURE.findall(before + behind)
    if last.kind != "status-report" or not found or ":" in before or figures not in ([], [str(known)]):
        return title
    around = (FIGURE.sub(str((known or 0) + 1), each) for each in (before, behind))
    return title.join(around)


def _with(part: Part, blocks: tuple[Block, ...]) -> Part:
    """A part that is filled in already needs nobody to say how."""
    return replace(part, blocks=blocks, note=()) if blocks else part


def _shared(last: Project, asked: Set[str], language: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """What the next report can take over, by the section where it goes; `asked` are those of the form."""
    named = last.applicant.name if last.applicant is not None else None
    applicant, own_id = _words(last, "applicant", named), _words(last, "id", last.id)
    responsible = last.responsible.value if last.responsible is not None else ""
    count, period = _count(last), _period(last, language)
    own = "report_period" if "report_period" in asked else "period"
    for wanted, text in (
        ("id", own_id), ("applicant", applicant), ("report_number", count), (own, period), ("responsible", responsible),
    ):  # fmt: skip
        if text:
            yield wanted, (text,)
    if own != "period" and last.period is not None:
        yield "period", (last.period.text.value,)
    if last.goals:
        yield "goals", (goal_table([_bare(goal) for goal in last.goals], language, Labels(None), TOLD),)
    if last.subprojects:
        told = Told(count, period, "")
        groups = (Group(shown(each.number), each.title.value, (told,)) for each in last.subprojects)
        yield next((each for each in TOGETHER if each in asked), TOGETHER[0]), (Groups(tuple(groups)),)
    lines = tuple(_lines(last, language))
    if lines and last.kind != "goal-report":
        yield "economy", (economy(lines, language),)


def _words(last: Project, wanted: str, known: Text | None) -> str:
    """What a line of the head says, with all that stands there."""
    section = last.section(wanted)
    text = section.text.value.strip() if section is not None and not section.parts else ""
    return text if text and "\n" not in text else known.value if known is not None else ""


def _lines(last: Project, language: str) -> Iterator[tuple[str, str]]:
    """The posts and what was planned for each, which the application tells where a report does not."""
    applied = last.application.budget if last.application is not None else None
    own = last.budget or applied
    known = {normalise(line.label.value): line for line in (applied.lines if applied is not None else ())}
    for line in own.lines if own is not None else ():
        told = known.get(normalise(line.label.value), line) if line.blank else line
        yield line.label.value, _planned(told, language)


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
