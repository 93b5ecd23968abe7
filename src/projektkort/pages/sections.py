"""Knows how the sections of a document stand on a page: as typed, and a schedule step by step where it is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from projektkort.identity import mask
from projektkort.pages.cover import clean, covers
from projektkort.pages.naming import shown_label
from projektkort.project.models import Project, Section, Step
from projektkort.span import LINE_BREAK, Text

EMPHASIS = "*_ \t"
MARKS = EMPHASIS + "#:"
"""What may stand around a title that is a heading, bold or a key."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A short answer and its label."""

    label: str
    text: str


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


def block(section: Section, project: Project) -> Block:
    """The section with its parts, which a line that is the title of a sub-project begins too."""
    label, parts = shown_label(section, project.language), tuple(block(part, project) for part in section.parts)
    own, below = _parted(section.text, project)
    if below:
        return Block(section.id or "", label, _typed(own), (*below, *parts))
    return Block(section.id or "", label, _typed(own), parts, _stages(section, project.schedule))


def _typed(lines: Iterable[Text]) -> str:
    return mask("\n".join(line.value for line in lines))


def _parted(text: Text, project: Project) -> tuple[list[Text], list[Block]]:
    """The lines of a text before the first that begins with a title, and a part for each title."""
    titles = {each.start: each for subproject in project.subprojects for each in subproject.spellings}
    lines = text.split(LINE_BREAK)
    heads = {at: title for at, line in enumerate(lines) if (title := _headed(line, titles))}
    parts = []
    for at, end in pairwise([*heads, len(lines)]):
        words = heads[at].value
        behind, below = lines[at].strip(MARKS).slice(len(words)).strip(MARKS), lines[at + 1 : end]
        parts.append(Block("", clean(words), _typed([behind, *below] if behind.value else below)))
    return lines[: min(heads, default=len(lines))], parts


def _headed(line: Text, titles: Mapping[int, Text]) -> Text | None:
    """The title that a line is, or that it begins with before a colon."""
    bare = line.strip(MARKS)
    title = titles.get(bare.start) if bare.value else None
    if title is None or not bare.value.startswith(title.value):
        return None
    rest = bare.value[len(title.value) :].strip(EMPHASIS)
    return title if not rest or rest.startswith(":") else None


def _stages(section: Section, schedule: Sequence[Step]) -> tuple[Stage, ...]:
    """The schedule step by step, where each step has its own line and most tell when; running prose stays as it is."""
    lines = [line for line in LINE_BREAK.split(section.text.value) if line.strip()]
    own = [step for step in schedule if section.place.start <= step.place.start <= section.place.end]
    if section.id != "schedule" or len(own) < 2 or len(own) != len(lines):
        return ()
    if 2 * sum(step.when is not None for step in own) < len(own):
        return ()
    if not covers((step.text.value for step in own), section.text.value):
        return ()
    return tuple(map(stage, own))


def stage(step: Step) -> Stage:
    """A date at the beginning is taken out of the text; elsewhere the text keeps it."""
    text = step.text.value
    if step.when is None:
        return Stage("", clean(text))
    when = text[step.when.begin : step.when.stop] or step.when.text
    rest = text[step.when.stop :] if step.when.begin == 0 and step.when.stop else text
    return Stage(clean(when), clean(rest).lstrip(":–—-,. ") or clean(rest))
