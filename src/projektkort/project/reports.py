"""Knows goals and reports as frozen values: statuses with their grades, sub-projects, entries by period.

How they are read, `goals` and `status` know.
"""

from typing import Self

from pydantic import BaseModel, ConfigDict

from projektkort.period import Period
from projektkort.project.parts import DateInText, ProjectPeriod, Section
from projektkort.schema.model import Grade
from projektkort.schema.spelling import normalise
from projektkort.span import Place, Text


class Told(BaseModel):
    """A frozen value. Only whole projects are made for every document: the others get their validators when needed."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def of(cls, **values: object) -> Self:
        """A value of all its fields, which have their types: `model_construct` also looks for aliases and defaults."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", values)
        object.__setattr__(made, "__pydantic_fields_set__", set(values))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made


class Status(Told):
    """How far a goal is, as written; `grade` is None for words that nobody knows.

    `scope` is what the grade holds for, as written without its preposition: "2023", "perioden"; None: nothing is told.
    """

    text: Text
    grade: Grade | None
    scope: str | None = None


class Goal(Told):
    """One goal of a goal report.

    `id` is its number as a path ("1.2.A"), `subgoal` that of the sub-goal above it ("1.2"), `theme` the words of that
    sub-goal without the number. `measures` are what was done, `times` the cells that tell when, as written; `dates` are
    the dates in `times` and in `measures`, in this order.
    """

    id: str | None
    subgoal: str | None
    theme: Text | None
    text: Text
    place: Place
    """Its row, or its first one where it goes on in others."""
    measures: tuple[Text, ...] = ()
    times: tuple[Text, ...] = ()
    dates: tuple[DateInText, ...] = ()
    status: Status | None = None
    explanation: Text | None = None
    responsible: Text | None = None
    notes: tuple[Text, ...] = ()
    """What stands in other cells, each with the head of its column."""

    @property
    def key(self) -> str:
        """What a goal has in common with itself in another report: its number, else its words."""
        return self.id or normalise(self.text.value)


class Report(Told):
    """Which report this is: its number, its own period, and where that is told."""

    number: int | None
    period: ProjectPeriod | None
    place: Place


class Entry(Told):
    """What one report tells about one sub-project."""

    number: int | None
    period: Period | None
    text: Text
    place: Place
    """From its marker to its last character."""
    label: Text | None = None
    """Its marker as written; None where it is the current report's and has none of its own."""
    sections: tuple[Section, ...] = ()
    """Labelled parts inside the entry: status, deviations, economy …"""
    items: tuple[Text, ...] = ()


class Subproject(Told):
    """One part of the project, with an entry for each report that told of it, in the order written."""

    title: Text
    place: Place
    entries: tuple[Entry, ...] = ()
    number: int | None = None
    spellings: tuple[Text, ...] = ()
    """Its title wherever else it stands as one (contents, schedule), as written there."""
