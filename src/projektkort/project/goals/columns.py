"""Knows which row is the head of a table of goals and what each of its columns holds. What rows say, `rows` knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from projektkort.frozen import Frozen, replace
from projektkort.project.goals.contents import AIMS, STATES, Roles, roles_by_contents
from projektkort.project.goals.dates import last_day
from projektkort.project.goals.number import below, numbered
from projektkort.schema.goal_heads import GoalRole
from projektkort.schema.labels import Labels
from projektkort.schema.spelling import key
from projektkort.span import Text

TELLING = STATES | {"measures", "time"}
SAME = 0.85  # how alike the heads of two pages must be (difflib ratio): a letter may be wrong in each
MOST = 0.5  # of the cells of a column that must tell a grade


class Column(Frozen):
    """What a column holds, None where nobody knows, and its head as written."""

    role: GoalRole | None
    head: Text


Columns = tuple[Column, ...]
Cells = Sequence[Text]


def headed(cells: Cells, below: Sequence[Cells], labels: Labels) -> Columns | None:
    """The columns that a row heads, by its words and the rows below it; None where it is no head of a table of goals.

    Such a head names goals in one column, and in another one how far they are, what was done or when. "Goal 2" is no
    head but a goal.
    """
    if any(numbered(cell, labels, None).named for cell in cells):
        return None
    roles: Roles = [labels.goal_column(cell.value) if cell.value else None for cell in cells]
    if AIMS.isdisjoint(roles):
        return None
    roles = roles_by_contents(roles, below, labels)
    columns = tuple(Column(role, cell) for role, cell in zip(roles, cells, strict=True))
    aims = [at for at, role in enumerate(roles) if role in AIMS]
    telling = [at for at, role in enumerate(roles) if role in TELLING]
    return columns if any(aim != other for aim in aims for other in telling) else None


def repeats(cells: Cells, columns: Columns) -> bool:
    """Whether a row is the head of a table again, as on each new page; a letter may be wrong."""
    heads = [key(column.head.value) for column in columns]
    again = [key(cell.value) for cell in cells]
    if len(again) != len(heads) or not any(again):
        return False
    pairs = zip(heads, again, strict=True)
    return all(one == other or SequenceMatcher(None, one, other).ratio() >= SAME for one, other in pairs)


def settled(columns: Columns, rows: Sequence[Cells], labels: Labels, language: str | None) -> Columns | None:
    """The columns with one goal and one status at most, as the cells below them tell; None: they hold no goals."""

    def share(at: int) -> float:
        told = [labels.graded(row[at].value).grade is not None for row in rows if at < len(row) and row[at].value]
        return sum(told) / len(told) if told else 0.0

    columns = _fulfilled(columns, share)
    if not _at(columns, "goal"):
        aims, states = _at(columns, "subgoal"), _at(columns, "status")
        if not aims or not any(share(at) >= MOST for at in states):
            return None
        columns = _with(columns, aims[-1], "goal")
    columns = _turned(columns, rows, labels, language)
    for role in ("goal", "subgoal", "number"):
        for at in _at(columns, role)[1:]:
            columns = _with(columns, at, None)
    return _one_status(columns, language)


def _fulfilled(columns: Columns, share: Callable[[int], float]) -> Columns:
    """What is headed "fulfilment" holds the status where its cells grade and no other column does better; else the
    goals, or where these have a column of their own what explains the status."""
    for at in _at(columns, "fulfilment"):
        states = _at(columns, "status")
        graded = share(at) >= MOST and all(share(at) > share(other) for other in states)
        if graded or not (states or _at(columns, "goal") == ()):
            columns = _with(columns, at, "status")
            for other in states:
                columns = _with(columns, other, "explanation")
        else:
            columns = _with(columns, at, "explanation" if _at(columns, "goal") else "goal")
    return columns


def _turned(columns: Columns, rows: Sequence[Cells], labels: Labels, language: str | None) -> Columns:
    """The wider goals left of the finer ones are the sub-goals, whatever the two are called."""
    goal, subgoal = _at(columns, "goal")[0], (*_at(columns, "subgoal"), -1)[0]
    if subgoal <= goal:
        return columns
    both = [(row[goal], row[subgoal]) for row in rows if len(row) > subgoal]
    ids = [[numbered(cell, labels, language, bare=True).id for cell in pair] for pair in both]
    deeper = any(one and other and one != other and below(other, one) for one, other in ids)
    wider, finer = ({pair[side].value for pair in both} - {""} for side in (0, 1))
    if not deeper and len(wider) >= len(finer):
        return columns
    return _with(_with(columns, goal, "subgoal"), subgoal, "goal")


def _one_status(columns: Columns, language: str | None) -> Columns:
    """The status is that of the latest date that a head tells, else the last one; the others are kept as notes."""
    states = _at(columns, "status")
    dates = {at: day for at in states if (day := last_day(columns[at].head, language))}
    latest = max(dates, key=dates.__getitem__) if len(dates) == len(states) > 0 else states[-1] if states else None
    for at in states:
        if at != latest:
            columns = _with(columns, at, None)
    return columns


def _at(columns: Columns, role: GoalRole) -> tuple[int, ...]:
    return tuple(at for at, column in enumerate(columns) if column.role == role)


def _with(columns: Columns, at: int, role: GoalRole | None) -> Columns:
    return (*columns[:at], replace(columns[at], role=role), *columns[at + 1 :])
