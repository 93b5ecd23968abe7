"""Knows what a project is: frozen values, each with the place it was read from. How they are read, `bind` knows.

Every field is optional: that something is required is a rule fed by the schema, not a matter of types.
Amounts are `Decimal` in major units of the currency beside them; dates are `datetime.date`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar

from projektkort.project.books import AmountLine, Part, Side, SideName, Total
from projektkort.project.parts import AmountInText, Applied, DateInText, Party, ProjectPeriod, Section, Step
from projektkort.project.reports import Entry, Goal, Report, Status, Subproject, Told
from projektkort.schema.model import Kind, Stage
from projektkort.span import Place, Text

__all__ = [
    "AmountInText",
    "AmountLine",
    "Applied",
    "DateInText",
    "Entry",
    "Goal",
    "Part",
    "Party",
    "Project",
    "ProjectPeriod",
    "Report",
    "Section",
    "Side",
    "SideName",
    "Status",
    "Step",
    "Subproject",
    "Total",
]

Found = TypeVar("Found")


class Project(Told):
    """What one document says."""

    kind: Kind
    language: str | None
    currency: str | None
    start: Place
    """The beginning of the document: where something stands that belongs nowhere else."""
    end: Place
    title: Text | None = None
    id: Text | None = None
    stage: Stage | None = None
    date: dt.date | None = None
    applicant: Party | None = None
    responsible: Text | None = None
    contact: Text | None = None
    place: Text | None = None
    period: ProjectPeriod | None = None
    applied: Applied | None = None
    sections: tuple[Section, ...] = ()
    other: tuple[Section, ...] = ()
    attachments: tuple[Text, ...] = ()
    schedule: tuple[Step, ...] = ()
    budget: Side | None = None
    financing: Side | None = None
    amounts_in_text: tuple[AmountInText, ...] = ()
    dates: tuple[DateInText, ...] = ()
    goals: tuple[Goal, ...] = ()
    report: Report | None = None
    subprojects: tuple[Subproject, ...] = ()
    application: "Project | None" = None
    """The application that a report says it follows; not what that itself refers to."""
    previous: "Project | None" = None
    """The report before this one, where this one names it."""
    unplaced: tuple[Text, ...] = ()
    comments: tuple[Text, ...] = ()
    """Those of `unplaced` that are comments: kept, but nothing is read from them."""
    document: Place
    """The whole text, for the rules that must see every character of it."""

    @property
    def balances(self) -> bool | None:
        """Whether costs equal financing; None where a side is missing, unreadable, or only a range might balance."""
        if self.budget is None or self.financing is None:
            return None
        costs, income = self.budget.bounds, self.financing.bounds
        if costs is None or income is None or self.budget.currency != self.financing.currency:
            return None
        if costs[1] < income[0] or income[1] < costs[0]:
            return False
        return True if costs[0] == costs[1] == income[0] == income[1] else None

    @property
    def duration(self) -> ProjectPeriod | None:
        """The period of the project itself, from day to day: as the document tells it, else as its application does.

        In a report the same days as the report's own are no project's.
        """
        own = self.report.period.period if self.report and self.report.period else None
        for told in (self.period, self.application.period if self.application else None):
            days = (told.period.start, told.period.end) if told else (None, None)
            if None not in days and (own is None or days != (own.start, own.end)):
                return told
        return None

    def section(self, wanted: str) -> Section | None:
        """The first section or part of a section with this id."""
        return self._by_id.get(wanted)

    @cached_property
    def _by_id(self) -> Mapping[str | None, Section]:
        """The rules ask for sections more often than there are any."""
        return {section.id: section for section in reversed(self.walk())}

    def once(self, find: Callable[[Self], Found]) -> Found:
        """What a function of a module finds out about the project, kept with it: several rules ask for the same.

        All get the same value, and so it must be one that nobody changes.
        """
        known = self._known
        if find not in known:
            known[find] = find(self)
        found: Found = known[find]
        return found

    @cached_property
    def _known(self) -> dict[Callable[..., Any], Any]:
        return {}

    def __copy__(self) -> Self:
        """The same, to be given other fields: nothing that was found out about these goes with it."""
        copied = super().__copy__()
        for found in vars(copied).keys() - Project.model_fields.keys():
            del vars(copied)[found]
        return copied

    def walk(self) -> tuple[Section, ...]:
        """All sections and their parts, in the order written."""
        return tuple(s for section in self.sections for s in (section, *section.parts))
