"""Knows how the sections of a document stand on a page: as typed, and a schedule step by step where it is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from projektkort.identity import mask
from projektkort.pages.cover import clean, covers
from projektkort.project.models import Section, Step
from projektkort.span import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the schedule: when, and what; `when` is empty where no date is told."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Block:
    """A section: its label as written, its text as typed, its parts. `stages` replace the text of a schedule."""

    id: str
    label: str
    text: str
    parts: tuple[Block, ...] = ()
    stages: tuple[Stage, ...] = ()


def block(section: Section, schedule: Sequence[Step]) -> Block:
    """The section with its parts; `schedule` is the project's."""
    stages = _stages(section, schedule) if section.id == "schedule" else ()
    parts = tuple(block(part, schedule) for part in section.parts)
    text = LINE_BREAK.sub("\n", mask(section.text.value))
    return Block(section.id or "", clean(section.label.value), text, parts, stages)


def _stages(section: Section, schedule: Sequence[Step]) -> tuple[Stage, ...]:
    """The schedule step by step, where each step has its own line; running prose stays as it is."""
    lines = [line for line in LINE_BREAK.split(section.text.value) if line.strip()]
    own = [step for step in schedule if section.place.start <= step.place.start <= section.place.end]
    dated = any(step.when for step in own)
    if len(own) < 2 or len(own) != len(lines) or not dated:
        return ()
    if not covers((step.text.value for step in own), section.text.value):
        return ()
    return tuple(map(_stage, own))


def _stage(step: Step) -> Stage:
    """A date at the beginning is taken out of the text; elsewhere the text keeps it."""
    text = step.text.value
    if step.when is None:
        return Stage("", clean(text))
    when = text[step.when.begin : step.when.stop] or step.when.text
    rest = text[step.when.stop :] if step.when.begin == 0 and step.when.stop else text
    return Stage(clean(when), clean(rest).lstrip(":–—-,. ") or clean(rest))
