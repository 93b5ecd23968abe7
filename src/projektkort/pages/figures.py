"""Knows the key figures of the first screen for each kind of document; never a figure nobody read."""

from __future__ import annotations

from decimal import Decimal

from projektkort.pages.amounts import spent_of
from projektkort.pages.cover import clean
from projektkort.pages.goals import earlier
from projektkort.pages.grades import figure, moves
from projektkort.pages.share import KeyFigure, applied_figure, costs_figure, own_figure
from projektkort.pages.slots import Series
from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Side

MENTIONED = 3
"""More amounts in the text are too many for the first screen."""


def key_figures(project: Project, voice: Voice) -> tuple[KeyFigure, ...]:
    """What a reader of this kind of document looks for first."""
    if project.kind == "application":
        return applied_figure(project, voice), costs_figure(project, voice), own_figure(project, voice)
    return *_goals(project, voice), *_told(project, voice), *_money(project, voice)


def _goals(project: Project, voice: Voice) -> list[KeyFigure]:
    if not project.goals:
        return []
    before = earlier(project)
    return [figure(project.goals, voice), *([moves(project.goals, before, voice)] if before is not None else [])]


def _told(project: Project, voice: Voice) -> list[KeyFigure]:
    """How many sub-projects there are, and how many of them the current report tells of."""
    if not project.subprojects:
        return []
    series = Series(project)
    told = [each for each in project.subprojects if any(series.of(entry) == series.current for entry in each.entries)]
    values = {"told": str(len(told)), "all": str(len(project.subprojects))}
    return [KeyFigure(voice.say("subprojects"), values["all"], voice.say("told-now", **values))]


def _money(project: Project, voice: Voice) -> list[KeyFigure]:
    """Money where the document tells of it: as a budget, as what is applied for, else as it is mentioned."""
    found = []
    if project.applied is not None:
        found.append(applied_figure(project, voice))
    if project.budget is not None:
        found.append(costs_figure(project, voice))
        found += _used(project, project.budget, voice)
    if project.financing is not None:
        found.append(own_figure(project, voice))
    return found or _mentioned(project, voice)


def _used(project: Project, budget: Side, voice: Voice) -> list[KeyFigure]:
    """What was spent of the money, and how much of the time is gone."""
    label, total = voice.say("spent"), spent_of(budget)
    if all(line.actual is None for line in budget.lines):
        return []
    if total is None:
        return [KeyFigure(label, voice.say("no-figure"), known=False)]
    note = voice.say("of-budget", share=voice.percent(total / budget.figure)) if budget.figure else ""
    return [KeyFigure(label, voice.money(total, budget.currency), note), *_gone(project, voice)]


def _gone(project: Project, voice: Voice) -> list[KeyFigure]:
    """How much of the project's time had gone at the end of the report's period."""
    own = project.report.period if project.report is not None else None
    whole = project.duration
    if own is None or own.period.end is None or whole is None or whole.period.start is None or whole.period.end is None:
        return []
    first, last, now = whole.period.start, whole.period.end, min(own.period.end, whole.period.end)
    share = Decimal(max((now - first).days + 1, 0)) / ((last - first).days + 1)
    return [KeyFigure(voice.say("time-gone"), voice.percent(share), voice.span(first, last))]


def _mentioned(project: Project, voice: Voice) -> list[KeyFigure]:
    found = project.amounts_in_text
    if project.kind not in {"outline", "description"} or len(found) > MENTIONED:
        return []
    return [
        KeyFigure(voice.say("mentioned"), clean(each.text.value), voice.lines([each.text.place.line])) for each in found
    ]
