"""Knows how the goals and the sub-projects of a report become tables and groups of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from projektkort.project.models import Entry, Goal, Project, Section, Subproject
from projektkort.writing.sheet import Cell, Group, Groups, Part, Table, Told
from projektkort.writing.words import PHRASES

COLUMNS = ("number", "subgoal", "goal", "measures", "time", "status", "responsible", "explanation", "note")


def goal_table(goals: Sequence[Goal], language: str, shown: Set[str] = frozenset({"goal"})) -> Table:
    """The goals, a row each, in the columns that have something in them, and those that are `shown` anyway."""
    rows = [_cells(goal) for goal in goals]
    used = [at for at, name in enumerate(COLUMNS) if name in shown or any(row[at] for row in rows)]
    heads = tuple(PHRASES.say(COLUMNS[at], language) for at in used)
    return Table(heads, tuple(tuple(row[at] for at in used) for row in rows))


def _cells(goal: Goal) -> tuple[Cell, ...]:
    theme = goal.theme.value if goal.theme is not None else ""
    return (
        goal.id or "",
        " ".join(filter(None, (goal.subgoal, theme))) if theme else "",
        goal.text.value,
        tuple(each.value for each in goal.measures),
        tuple(each.value for each in goal.times),
        goal.status.text.value if goal.status is not None else "",
        goal.responsible.value if goal.responsible is not None else "",
        goal.explanation.value if goal.explanation is not None else "",
        tuple(each.value for each in goal.notes),
    )


def groups_of(project: Project, part: Callable[[Section], Part]) -> Groups:
    """The sub-projects with all that is told of them; `part` makes a labelled part of a section."""
    return Groups(
        tuple(
            Group(
                shown(each.number), each.title.value, tuple(_told(entry, each, project, part) for entry in each.entries)
            )
            for each in project.subprojects
        )
    )


def _told(entry: Entry, among: Subproject, project: Project, part: Callable[[Section], Part]) -> Told:
    """What a report tells; where it is the report at hand, and no other one is told of, nothing else needs be said."""
    parts = tuple(part(section) for section in entry.sections)
    own = project.report is not None and project.report.number in {entry.number, None}
    if entry.label is None and own and len(among.entries) == 1:
        return Told("", "", entry.text.value, parts)
    period = entry.period.text if entry.period is not None else ""
    return Told(shown(entry.number), period, entry.text.value, parts)


def shown(number: int | None) -> str:
    """A number as text; nothing where there is none."""
    return str(number) if number is not None else ""


def marker(number: str, period: str, language: str) -> str:
    """How an entry is headed: "Report 3, 1 January 2027 – 31 March 2027"."""
    return ", ".join(filter(None, (PHRASES.say("report", language, number=number) if number else "", period)))


def titled(group: Group, language: str) -> str:
    """The title of a sub-project, with its number where it has one."""
    if not group.number:
        return group.title
    return PHRASES.say("subproject", language, number=group.number, title=group.title)
