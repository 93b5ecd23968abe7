"""Knows what a project is: frozen values, each with the place it was read from. How they are read, `bind` knows.

Every field is optional: that something is required is a rule fed by the schema, not a matter of types.
Amounts are `Decimal` in major units of the currency beside them; dates are `datetime.date`.
"""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from projektkort.money import Reading
from projektkort.period import Period
from projektkort.project.books import AmountLine, Part, Side, SideName, Total
from projektkort.schema.model import Kind, Stage
from projektkort.span import Place, Text

__all__ = [
    "AmountInText",
    "AmountLine",
    "Applied",
    "DateInText",
    "Part",
    "Party",
    "Project",
    "ProjectPeriod",
    "Section",
    "Side",
    "SideName",
    "Step",
    "Total",
]


class Section(BaseModel):
    """A labelled part of the document. `id` is None under a label that nobody knows."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    id: str | None
    label: Text
    text: Text
    place: Place
    parts: tuple["Section", ...] = ()
    items: tuple[Text, ...] = ()
    """The items of its lists, without their markers."""


class Party(BaseModel):
    """An organisation, with the number it gives for itself."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: Text
    id: str | None = None


class Applied(BaseModel):
    """The amount applied for, and whether it is stated or taken from the financing line marked as applied."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    amount: Decimal | None
    currency: str | None
    by: Literal["stated", "financing"]
    place: Place
    reading: Reading


class ProjectPeriod(BaseModel):
    """The project's own period: as read, and where."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    text: Text
    period: Period


class Step(BaseModel):
    """One line of the schedule, and the date that it names, if any."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    text: Text
    when: Period | None
    place: Place


class AmountInText(BaseModel):
    """An amount outside budget and financing lines."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    text: Text
    reading: Reading


class DateInText(BaseModel):
    """A date, week or period wherever it stands; `section` is the id of the section around it."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    place: Place
    period: Period
    section: str | None


class Project(BaseModel):
    """What one document says."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

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
    unplaced: tuple[Text, ...] = ()
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

    def section(self, wanted: str) -> Section | None:
        """The first section or part of a section with this id."""
        return next((s for s in self.walk() if s.id == wanted), None)

    def walk(self) -> tuple[Section, ...]:
        """All sections and their parts, in the order written."""
        return tuple(s for section in self.sections for s in (section, *section.parts))
