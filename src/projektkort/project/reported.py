"""Knows what reports tell in ways of their own, and which reader of ours reads that, beside the rest of the document.

A table of readers: each is loaded when a document of its kind is read, for most documents are applications.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from projektkort.document.layout import Document
from projektkort.frozen import Frozen
from projektkort.project.field import Field
from projektkort.project.gather import Gathered
from projektkort.project.reports import Goal, Report, Subproject
from projektkort.project.typed import Typed
from projektkort.schema.labels import Labels
from projektkort.schema.model import REPORTS, Schema
from projektkort.span import Text


class Reported(Frozen):
    """What a report tells in ways of its own, and the document that is left to be read as any other."""

    document: Document
    furniture: tuple[Text, ...] = ()
    goals: tuple[Goal, ...] = ()
    heads: tuple[Text, ...] = ()
    """Of the columns with the status of goals."""
    subprojects: tuple[Subproject, ...] = ()

    def texts(self) -> Iterator[Text]:
        """What stands in goals and entries, piece by piece."""
        for goal in self.goals:
            told = (goal.text, *goal.measures, *goal.times, goal.explanation, *goal.notes)
            yield from (text for text in told if text is not None)
        for entry in (entry for each in self.subprojects for entry in each.entries):
            yield from (entry.text, *(section.text for section in entry.sections))


class Heading(Frozen):
    """What a document says of itself as a whole; `report` is None where it is none."""

    title: Text | None
    date: dt.date | None
    report: Report | None
    subprojects: tuple[Subproject, ...]
    """With the number and the period of the report where their entries have none of their own."""


def reported_of(document: Document, schema: Schema, labels: Labels, language: str | None) -> Reported:
    """What is told of goals and sub-projects; of other kinds of documents nothing is looked for."""
    if schema.kind not in REPORTS:
        return Reported(document)
    from projektkort.project.goals import goals_of  # noqa: PLC0415 - a table of readers
    from projektkort.project.status import flow_of, subprojects_of  # noqa: PLC0415 - as above

    flow = flow_of(document, schema, labels, language)
    read = subprojects_of(flow.document, flow, schema, labels, language)
    goals = goals_of(read.document, labels, language)
    return Reported(goals.document, (*flow.furniture, *read.heads), goals.goals, goals.heads, read.subprojects)


def heading_of(schema: Schema, typed: Typed, gathered: Gathered, reported: Reported, language: str | None) -> Heading:
    """Title, date, and which report this is."""
    if schema.kind == "status-report":
        from projektkort.project.status import report_of  # noqa: PLC0415 - as above

        headed = report_of(typed, gathered, reported.subprojects, language)
        return Heading(headed.title, typed.date(), headed.report, headed.subprojects)
    if schema.kind == "goal-report":
        from projektkort.project.goals.heading import report_of_goals  # noqa: PLC0415 - as above

        dated = report_of_goals(typed, gathered, reported.heads, language)
        return Heading(gathered.title, dated.date, dated.report, reported.subprojects)
    return Heading(gathered.title, typed.date(), None, ())


def accounted(schema: Schema, gathered: Gathered, labels: Labels, language: str | None) -> Sequence[Field]:
    """The fields among which the sides are looked for; the accounts of a report stand as its budget."""
    if schema.kind != "status-report":
        return gathered.fields
    from projektkort.project.status import with_accounts  # noqa: PLC0415 - as above

    return with_accounts(gathered.fields, labels, language)
