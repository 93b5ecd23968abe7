"""Builds reports by hand: each value stands in a text, in the order told, so that every place is a real one."""

from __future__ import annotations

import datetime as dt

from projektkort.finding import Problem
from projektkort.period import find, read
from projektkort.project.models import (
    DateInText,
    Entry,
    Goal,
    Project,
    ProjectPeriod,
    Report,
    Section,
    Status,
    Subproject,
)
from projektkort.rules.registry import rules
from projektkort.schema.model import Kind, Schema
from projektkort.span import Lines, Place, Text


class Sheet:
    """A text from which values are taken one after the other."""

    def __init__(self, text: str, language: str | None = "en") -> None:
        self.lines = Lines(text)
        self.language = language
        self._reached = 0

    def text(self, value: str) -> Text:
        """The next place where the value stands."""
        start = self.lines.text.index(value, self._reached)
        self._reached = start + len(value)
        return Text(value, self.lines, start, self._reached)

    def texts(self, *values: str) -> tuple[Text, ...]:
        return tuple(map(self.text, values))

    def dates(self, *cells: Text) -> tuple[DateInText, ...]:
        """The dates in some cells, as the reading of goals gives them."""
        return tuple(
            DateInText(place=cell.at(period.begin, period.stop), period=period, section="goals")
            for cell in cells
            for period in find(cell.value, self.language)
        )

    def project(self, kind: Kind, **parts: object) -> Project:
        whole = Place(self.lines, 0, len(self.lines.text))
        end = Place(self.lines, whole.end, whole.end)
        base = Project(
            kind=kind,
            language=self.language,
            currency=None,
            start=Place(self.lines, 0, 0),
            end=end,
            document=whole,
        )
        return base.model_copy(update=parts)


def goal(
    sheet: Sheet,
    number: str | None,
    words: str,
    status: str = "",
    grade: str | None = None,
    scope: str | None = None,
    *,
    measures: tuple[str, ...] = (),
    times: tuple[str, ...] = (),
    explanation: str | None = None,
) -> Goal:
    """One goal, whose cells stand in the sheet in the order of the parameters."""
    text = sheet.text(words)
    done, when = sheet.texts(*measures), sheet.texts(*times)
    told = sheet.text(status) if status else None
    return Goal(
        id=number,
        subgoal=None,
        theme=None,
        text=text,
        place=text.place,
        measures=done,
        times=when,
        dates=sheet.dates(*when, *done),
        status=Status.model_validate({"text": told, "grade": grade, "scope": scope}) if told else None,
        explanation=sheet.text(explanation) if explanation else None,
    )


def goals(sheet: Sheet, *told: Goal, date: dt.date | None = None, **parts: object) -> Project:
    """A goal report with these goals."""
    return sheet.project("goal-report", goals=told, date=date, **parts)


def plan(sheet: Sheet, period: str) -> Report:
    """The period that a report is about."""
    text = sheet.text(period)
    return Report(number=None, period=ProjectPeriod(text=text, period=read(period, sheet.language)), place=text.place)


def ask(rule: str, project: Project, schema: Schema | None = None) -> list[Problem]:
    """What one rule finds in a project."""
    [found] = [each for each in rules() if each.name == rule]
    return list(found(project, schema or Schema(id="none", kind=project.kind))) if found.applies(project) else []


def only(rule: str, project: Project, schema: Schema | None = None) -> Problem:
    """The one problem that a rule finds."""
    [problem] = ask(rule, project, schema)
    return problem


def entry(sheet: Sheet, number: int | None, period: str | None, words: str) -> Entry:
    """One entry: its marker, where it has one, and its text."""
    label = sheet.text(period) if period else None
    text = sheet.text(words) if words else Text.empty(sheet.lines, label.end if label else 0)
    start = label.start if label else text.start
    return Entry(
        number=number,
        period=read(period, sheet.language) if period else None,
        text=text,
        place=Place(sheet.lines, start, text.end),
        label=label,
    )


def subproject(title: Text, *entries: Entry, spellings: tuple[Text, ...] = ()) -> Subproject:
    end = entries[-1].place.end if entries else title.end
    return Subproject(title=title, place=Place(title.lines, title.start, end), entries=entries, spellings=spellings)


def section(sheet: Sheet, wanted: str, label: str, words: str) -> Section:
    """A section of the report."""
    head, text = sheet.text(label), sheet.text(words)
    return Section(id=wanted, label=head, text=text, place=Place(sheet.lines, head.start, text.end))


def report(sheet: Sheet, number: int | None, period: str | None, *told: Subproject, **parts: object) -> Project:
    """A status report with these sub-projects; its period stands in the sheet before them."""
    start = Place(sheet.lines, 0, 0)
    text = Text(period, sheet.lines, 0, len(period)) if period else None
    own = ProjectPeriod(text=text, period=read(text.value, sheet.language)) if text else None
    headed = Report(number=number, period=own, place=start)
    return sheet.project("status-report", report=headed, subprojects=told, **parts)
