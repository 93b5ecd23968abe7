"""Knows how the goals and the sub-projects of a report become tables and groups of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from projektkort.project.models import Entry, Goal, Project, Section, Subproject
from projektkort.schema.labels import Labels
from projektkort.writing.sheet import Cell, Group, Groups, Part, Table, Told
from projektkort.writing.words import PHRASES

COLUMNS = ("number", "subgoal", "goal", "measures", "time", "status", "responsible", "explanation")


def goal_table(goals: Sequence[Goal], language: str, labels: Labels, shown: Set[str] = frozenset({"goal"})) -> Table:
    """The goals, a row each, in the columns that have something in them, and those that are `shown` anyway.

    Notes stand under the heads that they had, where nobody knows these; other notes under none.
    """
    rows = [_cells(goal) for goal in goals]
    used = [at for at, name in enumerate(COLUMNS) if name in shown or any(row[at] for row in rows)]
    heads = [PHRASES.say(COLUMNS[at], language) for at in used]
    notes = [_notes(goal, labels, heads) for goal in goals]
    asides = list(dict.fromkeys(key for row in notes for key in row))
    return Table(
        (*heads, *(head for head, _ in asides)),
        tuple(
            (*(row[at] for at in used), *(own.get(key, "") for key in asides))
            for row, own in zip(rows, notes, strict=True)
        ),
        names=frozenset(range(len(heads), len(heads) + len(asides))),
    )


def _notes(goal: Goal, labels: Labels, taken: Sequence[str]) -> dict[tuple[str, int], str]:
    """The notes of a goal by the heads of their columns; a number tells those apart that have none."""
    found: dict[tuple[str, int], str] = {}
    for note in goal.notes:
        head, colon, text = note.value.partition(": ")
        own = (
            bool(colon and text)
            and head not in taken
            and (head, 0) not in found
            and _is_aside(head, text, goal, labels)
        )
        found[(head, 0) if own else ("", len(found))] = text if own else note.value
    return found


def _is_aside(head: str, text: str, goal: Goal, labels: Labels) -> bool:
    """Whether a cell under this head is read as a note: nobody knows the head, or it tells a second status, as an
    answer does where measures are asked for."""
    role = labels.goal_column(head)
    other = goal.status is not None and goal.status.text.value != text
    answers = role == "status" or (role == "measures" and labels.yes_no(text) is not None)
    return role is None or (answers and other)


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
