"""Knows what a report on goals must agree with: itself, its own date, and the goals of the report before it."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Problem
from projektkort.period import Precision
from projektkort.project.models import Goal, Project
from projektkort.rules.deeds import days_of, is_planned, is_told_why, scope_of, told, wanted
from projektkort.rules.grades import examples, meant, says_something
from projektkort.rules.rule import rule
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Place

SHORT = frozenset({"partly", "not_met", "delayed", "dropped"})
"""Grades that need a word on why."""
LESS = frozenset({"expected", "partly", "not_met", "not_started", "delayed"})
"""Grades that a goal which was met does not come back to without a reason."""
POINTS = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})


def _name(goal: Goal) -> str:
    """What a message calls a goal: its number, else its words."""
    return goal.id or goal.text.value


def _grade(goal: Goal) -> str | None:
    return goal.status.grade if goal.status else None


@rule()
def goal_without_status(project: Project, schema: Schema) -> Iterator[Problem]:
    """Each goal has a status."""
    for goal in project.goals:
        if not goal.status or not (goal.status.grade or says_something(goal.status.text.value)):
            yield Problem(goal.place, goal=_name(goal))


@rule()
def status_unknown(project: Project, schema: Schema) -> Iterator[Problem]:
    """Each status says in known words how far its goal is."""
    labels = Labels(schema)
    for goal in project.goals:
        status = goal.status
        if status is not None and status.grade is None and says_something(status.text.value):
            torn = labels.graded(status.text.value).torn
            suggestion = None if torn else meant(status.text.value, schema, project.language)
            yield Problem(
                status.text.place,
                variant="two" if torn else "suggestion" if suggestion else "",
                status=status.text.value,
                suggestion=suggestion,
                words=examples(schema),
            )


@rule()
def goal_id_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """Either all goals have a number, or none has."""
    numbered = next((goal for goal in project.goals if goal.id), None)
    for goal in project.goals:
        if numbered is not None and not goal.id:
            yield Problem(goal.place, goal=goal.text.value, example=numbered.id)


@rule()
def goal_id_twice(project: Project, schema: Schema) -> Iterator[Problem]:
    """No two goals have the same number."""
    first: dict[str, Goal] = {}
    for goal in project.goals:
        if goal.id and first.setdefault(goal.id, goal) is not goal:
            yield Problem(goal.place, goal=goal.id, related=[first[goal.id].place])


@rule()
def goal_unexplained(project: Project, schema: Schema) -> Iterator[Problem]:
    """A goal that is not met, or only in part, comes with a word on why."""
    labels = Labels(schema)
    for goal in project.goals:
        status = goal.status
        if status is not None and status.grade in SHORT and not is_told_why(goal, project, labels):
            yield Problem(status.text.place, goal=_name(goal), status=status.text.value)


@rule()
def goal_dates_too_few(project: Project, schema: Schema) -> Iterator[Problem]:
    """A goal that is met was done as often, with a date, as it says itself."""
    if not any(days_of(goal) for goal in project.goals):
        return  # a report that tells no dates at all
    for goal in project.goals:
        count = wanted(goal, project) if _grade(goal) == "met" else 0
        dated = told(goal, project)
        if goal.status and dated < count:
            yield Problem(
                goal.status.text.place,
                variant="" if dated else "other-year" if days_of(goal) else "none",
                goal=_name(goal),
                status=goal.status.text.value,
                wanted=count,
                told=dated,
                related=[goal.text.place],
            )


@rule()
def goal_expected_too_late(project: Project, schema: Schema) -> Iterator[Problem]:
    """What is expected of a goal can still come: its time was not over when the report was written."""
    plan = project.report.period.period if project.report and project.report.period else None
    for goal in project.goals:
        over = (scope_of(goal, project) or plan) if _grade(goal) == "expected" else None
        if goal.status and over and over.end and project.date and over.end < project.date:
            yield Problem(
                goal.status.text.place,
                goal=_name(goal),
                status=goal.status.text.value,
                end=over.end.isoformat(),
                date=project.date.isoformat(),
            )


@rule(needs={"date"})
def goal_date_after_report(project: Project, schema: Schema) -> Iterator[Problem]:
    """What a goal was met by lies before the report's date, or is told as a plan."""
    assert project.date is not None, "the rule needs it"
    for goal in project.goals:
        for date in goal.dates if _grade(goal) == "met" else ():
            start = date.period.start
            if date.period.precision not in POINTS or start is None or start <= project.date:
                continue
            if not is_planned(goal, date, project.language):
                text = " ".join(date.period.text.split())
                yield Problem(date.place, goal=_name(goal), text=text, date=project.date.isoformat())


@rule(needs={"previous"})
def goal_moved_back(project: Project, schema: Schema) -> Iterator[Problem]:
    """A goal that was met in the last report is not less than that in this one."""
    assert project.previous is not None, "the rule needs it"
    before = {goal.key: goal.status for goal in project.previous.goals if _grade(goal) == "met"}
    for goal in project.goals:
        earlier, now = before.get(goal.key), goal.status
        if earlier and now and now.grade in LESS and now.scope in (earlier.scope, None):
            yield Problem(now.text.place, goal=_name(goal), earlier=earlier.text.value, status=now.text.value)


@rule(needs={"previous"})
def goal_gone(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every goal of the last report is in this one."""
    assert project.previous is not None, "the rule needs it"
    here = {goal.key for goal in project.goals}
    gone = tuple(_name(goal) for goal in project.previous.goals if goal.key not in here)
    if gone and project.goals:
        end = project.goals[-1].place
        place = Place(end.lines, end.end, end.end)
        yield Problem(place, variant="" if len(gone) == 1 else "several", goals=gone)
