"""Knows how a status report stands on its page: which sub-project was told of when, and every entry, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from projektkort.identity import mask
from projektkort.pages.cover import beginning, clean, covers
from projektkort.pages.sections import Block, block
from projektkort.pages.slots import Series, Slot
from projektkort.pages.timeline import Timeline, timeline
from projektkort.pages.voice import Voice
from projektkort.project.models import Entry, Project
from projektkort.span import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Heading:
    """A report and its period, either of which may be empty."""

    name: str
    span: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The beginning of an entry, and the name of its place on the page; both empty where nothing is told.

    `span` is its period where that is not the one at the head of the column.
    """

    text: str
    target: str
    span: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A sub-project and what each report tells of it."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry. `report` is the one that it belongs to, `label` its own marker where that says something else."""

    target: str
    label: str
    report: str
    text: str
    parts: tuple[Block, ...]
    span: str
    """Its period where that is another one than its report's."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of one sub-project."""

    title: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A status report. Its reports are the columns of the matrix, the current one first."""

    columns: tuple[Heading, ...]
    rows: tuple[MatrixRow, ...]
    timeline: Timeline | None
    heading: str
    """What the entries of the current report stand under."""
    current: tuple[Story, ...]
    """All sub-projects, also those that the current report tells nothing of."""
    older: tuple[Story, ...]


class Told(NamedTuple):
    """A sub-project and its entries by the report that they belong to."""

    title: str
    tellings: dict[Slot, list[Telling]]

    def story(self, slots: Iterable[Slot]) -> Story:
        return Story(self.title, tuple(each for slot in slots for each in self.tellings.get(slot, ())))


def progress(project: Project, voice: Voice) -> Progress | None:
    """What a status report tells; None where it has no sub-projects."""
    if not project.subprojects:
        return None
    series = Series(project)
    told = [_told(at, project, series, voice) for at in range(len(project.subprojects))]
    older = [each.story(series.slots[1:]) for each in told]
    return Progress(
        columns=tuple(_heading(slot, voice) for slot in series.slots),
        rows=tuple(MatrixRow(each.title, tuple(_cell(each, slot) for slot in series.slots)) for each in told),
        timeline=timeline(project, series, voice),
        heading=_above(series, voice),
        current=tuple(each.story(series.slots[:1]) for each in told),
        older=tuple(story for story in older if story.tellings),
    )


def _heading(slot: Slot, voice: Voice) -> Heading:
    return Heading(slot.name(voice), slot.span(voice) if slot.number is not None else "")


def _above(series: Series, voice: Voice) -> str:
    if len(series.slots) == 1:
        return voice.say("subprojects")
    return voice.say("current", report=series.current.full(voice))


def _told(at: int, project: Project, series: Series, voice: Voice) -> Told:
    subproject = project.subprojects[at]
    title = clean(subproject.title.value)
    tellings: dict[Slot, list[Telling]] = {}
    for number, entry in enumerate(subproject.entries, 1):
        slot, own = series.of(entry), series.told(entry)
        span = own.span(voice) if own != slot else ""
        telling = _telling(f"entry-{at + 1}-{number}", entry, (own.full(voice), span), project)
        tellings.setdefault(slot, []).append(telling)
    return Told(title if subproject.number is None else f"{subproject.number}. {title}", tellings)


def _telling(target: str, entry: Entry, told: tuple[str, str], project: Project) -> Telling:
    report, span = told
    label = clean(entry.label.value) if entry.label is not None else ""
    return Telling(
        target=target,
        label="" if covers([report], label) else label,
        report=report,
        text=LINE_BREAK.sub("\n", mask(entry.text.value)),
        parts=tuple(block(section, project) for section in entry.sections),
        span=span,
    )


def _cell(told: Told, slot: Slot) -> Cell:
    """The beginning of what is told, cut between words."""
    for telling in told.tellings.get(slot, ()):
        pieces = (telling.text, *(part.text for part in telling.parts))
        text = next((clean(piece) for piece in pieces if piece.strip()), "")
        if text:
            return Cell(beginning(text), telling.target, telling.span)
    return Cell("", "")
