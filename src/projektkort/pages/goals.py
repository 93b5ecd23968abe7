"""Knows how the goals of a report stand on its page: by theme, each with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from projektkort.pages.cover import clean
from projektkort.pages.grades import Mark, Piece, mark, movement, stack
from projektkort.pages.order import goals_section
from projektkort.pages.sections import Block, Fact, block
from projektkort.pages.voice import Voice
from projektkort.project.models import Goal, Project
from projektkort.span import LINE_BREAK, Text


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One goal; `move` is how it has moved since the report before, where that is known."""

    id: str
    text: str
    mark: Mark
    move: Mark | None
    measures: tuple[str, ...]
    times: tuple[str, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """The goals under one sub-goal; `label` is empty where they stand under none."""

    label: str
    goals: tuple[GoalCard, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """All goals, and the heading that they stand under with what else stands there."""

    head: Block
    bar: tuple[Piece, ...]
    themes: tuple[Theme, ...]


def goals_of(project: Project, voice: Voice) -> Goals | None:
    """The goals of a report; None where it has none."""
    if not project.goals:
        return None
    section = goals_section(project)
    before = earlier(project)
    themes = tuple(
        Theme(label, tuple(_card(goal, before, voice) for goal in group)) for label, group in _grouped(project.goals)
    )
    return Goals(
        head=block(section, project) if section else Block("goals", voice.say("goals"), ""),
        bar=stack(project.goals, voice),
        themes=themes,
    )


def earlier(project: Project) -> dict[str, Goal] | None:
    """The goals of the report before this one, by their keys; None where that is not known or had none."""
    known = project.previous.goals if project.previous is not None else ()
    return {goal.key: goal for goal in known} or None


def _grouped(goals: Iterable[Goal]) -> Iterator[tuple[str, list[Goal]]]:
    """The goals below each sub-goal; no number is shown as one where none was written."""
    goals = list(goals)
    named = any(goal.theme for goal in goals)

    def label(goal: Goal) -> str:
        return clean(f"{goal.subgoal or ''} {goal.theme.value if goal.theme else ''}") if named else ""

    return ((name, list(group)) for name, group in groupby(goals, label))


def _told(text: Text) -> str:
    """What stands in one cell, its lines set apart: two figures below one another are not one."""
    return " · ".join(filter(None, map(clean, LINE_BREAK.split(text.value))))


def _card(goal: Goal, before: dict[str, Goal] | None, voice: Voice) -> GoalCard:
    facts = (("explanation", goal.explanation), ("goal-responsible", goal.responsible))
    return GoalCard(
        id=clean(goal.id or ""),
        text=clean(goal.text.value),
        mark=mark(goal, voice),
        move=movement(goal, before.get(goal.key), voice) if before is not None else None,
        measures=tuple(map(_told, goal.measures)),
        times=tuple(map(_told, goal.times)),
        facts=tuple(Fact(voice.say(name), _told(text)) for name, text in facts if text is not None),
        notes=tuple(map(_told, goal.notes)),
    )
