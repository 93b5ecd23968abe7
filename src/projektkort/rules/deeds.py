"""Knows what a goal tells of its deeds: how many dates it needs and has, the time it holds for, why it is not met."""

from __future__ import annotations

import re

from projektkort.period import Period, Precision, read
from projektkort.project.models import DateInText, Goal, Project
from projektkort.rules.counts import count_in
from projektkort.rules.told import Tense, gives_reason, planned, tense
from projektkort.schema.labels import Labels, normalise
from projektkort.span import Text

UNENDING = frozenset({Precision.ONGOING, Precision.RECURRING})
MOST = 12  # dates that a cell can hold; who does more tells the number, not each day


def scope_of(goal: Goal, project: Project) -> Period | None:
    """The time that a goal's status holds for, where it tells one that ends."""
    scope = goal.status.scope if goal.status else None
    period = read(scope, project.language) if scope else None
    return period if period is not None and period.end is not None else None


def wanted(goal: Goal, project: Project) -> int:
    """How many dates a goal needs: its own count, times how often that comes in the one year its status holds for.

    Of a year that is not over only what is past counts. 0 where the goal counts nothing, where it goes on all the
    time, and where its deeds are told, but without days: one by one, or by their number.
    """
    cells = (*goal.times, *goal.measures)
    if any(read(cell.value, project.language).precision in UNENDING for cell in cells):
        return 0
    count = count_in(goal.text.value, project.language)
    if count is None or (not days_of(goal) and len(goal.measures) >= count.number):
        return 0
    often = max(1, count.every * _months(goal, project) // 12) if count.every > 1 else 1
    done = sum(each.number for cell in goal.measures if (each := count_in(cell.value, project.language)))
    return count.number * often if done < count.number * often <= MOST else 0


def _months(goal: Goal, project: Project) -> int:
    """The months of the year that a status holds for, else of the report's, until it was written; 0: no year."""
    over = project.report.period.period if project.report and project.report.period else None
    time = scope_of(goal, project) if goal.status and goal.status.scope else over
    if time is None or not time.start or not time.end or time.start.year != time.end.year:
        return 0
    last = min(time.end, project.date or time.end)
    return last.month - time.start.month + 1 if last >= time.start else 0


def days_of(goal: Goal) -> list[DateInText]:
    """The dates of a goal without bare years: no deed takes a year."""
    return [date for date in goal.dates if date.period.precision is not Precision.YEAR]


def told(goal: Goal, project: Project) -> int:
    """How many dates a goal tells: those of its times, and those of its measures that are not among them.

    A date in another year than the one that the status holds for does not count.
    """
    year = _year(goal, project)
    dates = [date for date in days_of(goal) if year is None or _lies_in(date.period, year)]
    times = [date for date in dates if any(_holds(cell, date) for cell in goal.times)]
    known = {(date.period.start, date.period.end) for date in times}
    return len(times) + sum((date.period.start, date.period.end) not in known for date in dates)


def _lies_in(period: Period, year: int) -> bool:
    """Whether a date may be in a year; one without a year may."""
    return not period.start or not period.end or period.start.year <= year <= period.end.year


def _year(goal: Goal, project: Project) -> int | None:
    scope = scope_of(goal, project)
    if scope is None or not scope.start or not scope.end or scope.precision is not Precision.YEAR:
        return None
    return scope.start.year if scope.start.year == scope.end.year else None


def is_planned(goal: Goal, date: DateInText, language: str | None) -> bool:
    """Whether the words around a date, or the measure beside it, tell of something that is still to come."""
    cell = next((each for each in (*goal.times, *goal.measures) if _holds(each, date)), None)
    if cell is not None and tense(cell.value, date.period.begin, date.period.stop, language) is Tense.PLANNED:
        return True
    return any(planned(measure.value, language) for measure in _beside(goal, cell, date))


def _holds(cell: Text, date: DateInText) -> bool:
    return cell.start <= date.place.start < cell.end


def _beside(goal: Goal, cell: Text | None, date: DateInText) -> list[Text]:
    """The measures that a date belongs to: the one in the same row where each has its time, and those that name it."""
    named = [measure for measure in goal.measures if date.period.text in measure.value]
    if len(goal.times) == len(goal.measures) and cell in goal.times:
        return [*named, goal.measures[goal.times.index(cell)]]
    return named


def is_told_why(goal: Goal, project: Project, labels: Labels) -> bool:
    """Whether a goal has an explanation: in a cell of its own, beside its status, in a measure, or under deviations."""
    if goal.explanation is not None and normalise(goal.explanation.value):
        return True
    deviations = project.section("deviations")
    if goal.id and deviations and re.search(rf"(?<![\w.]){re.escape(goal.id)}(?!\.?\w)", deviations.text.value):
        return True
    if any(gives_reason(cell.value, project.language) for cell in (*goal.measures, *goal.notes)):
        return True
    return goal.status is not None and labels.says_more(goal.status.text.value)
