"""Knows the parts of a project that any document may have, as frozen values with their places."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from projektkort.money import Reading
from projektkort.period import Period
from projektkort.span import Place, Text


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
