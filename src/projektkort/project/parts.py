"""Knows the parts of a project that any document may have, as frozen values with their places."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from projektkort.frozen import Frozen
from projektkort.money import Reading
from projektkort.period import Period
from projektkort.span import Place, Text


class Section(Frozen, guarded=False):
    """A labelled part of the document. `id` is None under a label that nobody knows."""

    id: str | None
    label: Text
    text: Text
    place: Place
    parts: tuple[Section, ...] = ()
    items: tuple[Text, ...] = ()
    """The items of its lists, without their markers."""


class Party(Frozen):
    """An organisation, with the number it gives for itself."""

    name: Text
    id: str | None = None


class Applied(Frozen):
    """The amount applied for, and whether it is stated or taken from the financing line marked as applied."""

    amount: Decimal | None
    currency: str | None
    by: Literal["stated", "financing"]
    place: Place
    reading: Reading


class ProjectPeriod(Frozen):
    """The project's own period: as read, and where."""

    text: Text
    period: Period


class Step(Frozen, guarded=False):
    """One line of the schedule, and the date that it names, if any."""

    text: Text
    when: Period | None
    place: Place


class AmountInText(Frozen, guarded=False):
    """An amount outside budget and financing lines."""

    text: Text
    reading: Reading


class DateInText(Frozen, guarded=False):
    """A date, week or period wherever it stands; `section` is the id of the section around it."""

    place: Place
    period: Period
    section: str | None
