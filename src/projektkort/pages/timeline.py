"""Knows where the reports of a project and the dated steps of its schedule stand on a line of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from projektkort.pages.cover import beginning
from projektkort.pages.extent import Extent, extent, percent
from projektkort.pages.sections import stage
from projektkort.pages.slots import Series, Slot
from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Step

ROOM = Fraction(1, 25)
"""A shorter stretch of the line has no room for its number."""
TICKS = 8
"""As many years can be written below the line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A report's period."""

    name: str
    span: str
    extent: Extent
    current: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A dated step of the schedule: when, and what, as written."""

    at: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year."""

    at: str
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line of time, everything in the order of time."""

    stretches: tuple[Stretch, ...]
    events: tuple[Event, ...]
    ticks: tuple[Tick, ...]


class Scale:
    """From days to shares of the line."""

    def __init__(self, days: Sequence[dt.date]) -> None:
        self.first, self.last = min(days), max(days)

    def at(self, day: dt.date) -> Fraction:
        """Where a day begins."""
        return Fraction((day - self.first).days, (self.last - self.first).days + 1)

    @property
    def years(self) -> range:
        """The years that begin on the line; of many only some."""
        begun = range(self.first.year + 1, self.last.year + 1)
        return begun[:: len(begun) // TICKS + 1]


def timeline(project: Project, series: Series, voice: Voice) -> Timeline | None:
    """The periods and the dated steps on one line; None where there is nothing to compare."""
    periods = sorted(((slot.start, slot.end, slot) for slot in series.slots if slot.start and slot.end), key=_dates)
    steps = [(step.when.start, step) for step in project.schedule if step.when is not None and step.when.start]
    days = [day for start, end, _ in periods for day in (start, end)] + [day for day, _ in steps]
    if len(periods) + len(steps) < 2 or min(days) == max(days):
        return None
    scale = Scale(days)
    return Timeline(
        stretches=tuple(_stretch(slot, scale, slot == series.current, voice) for _, _, slot in periods),
        events=tuple(_event(day, step, scale) for day, step in sorted(steps, key=lambda pair: pair[0])),
        ticks=tuple(Tick(percent(scale.at(dt.date(year, 1, 1))), str(year)) for year in scale.years),
    )


def _dates(period: tuple[dt.date, dt.date, Slot]) -> tuple[dt.date, dt.date]:
    return period[:2]


def _stretch(slot: Slot, scale: Scale, current: bool, voice: Voice) -> Stretch:
    start, end = slot.start or scale.first, slot.end or scale.last
    drawn = extent(scale.at(start), scale.at(end + dt.timedelta(days=1)), str(slot.number or ""), ROOM)
    return Stretch(slot.name(voice), slot.span(voice), drawn, current)


def _event(day: dt.date, step: Step, scale: Scale) -> Event:
    told = stage(step)
    return Event(percent(scale.at(day)), told.when, beginning(told.what))
