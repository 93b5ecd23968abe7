"""Knows which report each entry of a status report belongs to, and the reports in their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from projektkort.pages.voice import Voice
from projektkort.period import Period
from projektkort.project.models import Entry, Project, Report


@dataclass(frozen=True, slots=True)
class Slot:
    """One report of a series: its number and its period, as far as these are told."""

    number: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None

    def name(self, voice: Voice) -> str:
        """ "Report 3"; else its period; else that it is this report."""
        if self.number is not None:
            return voice.say("report-number", number=str(self.number))
        return self.span(voice) or voice.say("this-report")

    def span(self, voice: Voice) -> str:
        """Its period in the language of the page; empty where it is not known."""
        return voice.span(self.start, self.end) if self.start and self.end else ""

    def full(self, voice: Voice) -> str:
        """Name and period."""
        return ", ".join(dict.fromkeys(filter(None, (self.name(voice), self.span(voice)))))


NOTHING = Slot()


class Series:
    """The reports that a document tells of, the current one first, then from the newest to the oldest."""

    def __init__(self, project: Project) -> None:
        told = list(_told(project))
        whole = [slot for slot in told if slot.start is not None]
        self._numbered = {slot.number: slot for slot in (*told[::-1], *whole[::-1]) if slot.number is not None}
        self._dated = {(slot.start, slot.end): slot for slot in self._numbered.values() if slot.start}
        found = set(map(self._named, told)) - {NOTHING}
        own = self._named(_slot(project.report.number, _period(project.report))) if project.report else NOTHING
        self.current = own if own != NOTHING else max(found, key=_age, default=NOTHING)
        self.slots = (self.current, *sorted(found - {self.current}, key=_age, reverse=True))

    def of(self, entry: Entry) -> Slot:
        """The report that an entry belongs to; what tells neither number nor period is of the current one."""
        slot = self._named(_slot(entry.number, entry.period))
        return slot if slot != NOTHING else self.current

    def told(self, entry: Entry) -> Slot:
        """The same with the period that the entry tells itself, which may be another one."""
        slot, own = self.of(entry), _slot(entry.number, entry.period)
        return slot if own.start is None else Slot(slot.number, own.start, own.end)

    def _named(self, slot: Slot) -> Slot:
        """The report that is meant: its number tells; where that is missing, its period."""
        if slot.number is not None:
            return self._numbered[slot.number]
        return self._dated.get((slot.start, slot.end), slot) if slot.start else slot


def _told(project: Project) -> Iterator[Slot]:
    if project.report is not None:
        yield _slot(project.report.number, _period(project.report))
    for subproject in project.subprojects:
        yield from (_slot(entry.number, entry.period) for entry in subproject.entries)


def _period(report: Report) -> Period | None:
    return report.period.period if report.period is not None else None


def _slot(number: int | None, period: Period | None) -> Slot:
    if period is None or period.start is None or period.end is None or period.end < period.start:
        return Slot(number)
    return Slot(number, period.start, period.end)


def _age(slot: Slot) -> tuple[dt.date, int]:
    return slot.end or dt.date.min, slot.number or 0
