"""Knows what a column of goals holds whose head nobody knows, where all its cells leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from projektkort.frozen import Frozen
from projektkort.locale import every
from projektkort.period import read as read_period
from projektkort.project.goals.dates import says_nothing
from projektkort.project.goals.number import numbered
from projektkort.schema.goal_heads import GoalRole
from projektkort.schema.labels import Labels, normalise
from projektkort.span import Text

AIMS = frozenset({"goal", "fulfilment", "subgoal"})
STATES = frozenset({"status", "fulfilment"})

Roles = Sequence[GoalRole | None]


class _Told(Frozen):
    """What all cells of a column are: bare numbers of goals, grades, dates; none of it where it is empty."""

    said: bool
    ids: bool = False
    grades: bool = False
    dates: bool = False


def roles_by_contents(roles: Roles, rows: Sequence[Sequence[Text]], labels: Labels) -> Roles:
    """The roles of some columns, with those that their cells tell for the ones of which the heads say nothing.

    Of two columns that could be the same, none is; what counts something is no number, so that stands before the goals.
    """
    columns = [_told([row[at] for row in rows if at < len(row)], labels) for at in range(len(roles))]
    found = list(roles)
    first = next((at for at, role in enumerate(roles) if role in AIMS), len(roles))
    if "number" not in roles:
        _number(found, columns, first)
    free = [at for at, role in enumerate(found) if role is None]
    graded = [at for at in free if columns[at].grades]
    if len(graded) == 1 and STATES.isdisjoint(found):
        found[graded[0]] = "status"
    dated = [at for at in free if columns[at].dates]
    if len(dated) == 1 and "time" not in found:
        found[dated[0]] = "time"
    return found


def sums_up(row: Sequence[Text], labels: Labels) -> bool:
    """Whether a row counts the goals above it and is none: "Total", "12 goals in all"."""
    words = next((normalise(cell.value).split() for cell in row if not says_nothing(cell)), [])
    totals = _totals()
    cuts = range(1, min(len(words), max(total.count(" ") + 1 for total in totals)) + 1)
    halves = [pair for cut in cuts for pair in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut]))]
    return any(
        " ".join(total) in totals and all(word.isdecimal() or labels.goal_column(word) for word in rest)
        for total, rest in halves
    )


@cache
def _totals() -> frozenset[str]:
    return frozenset(normalise(word) for word in every("total"))


def _number(found: list[GoalRole | None], columns: Sequence[_Told], first: int) -> None:
    """Finds the numbers, up to the first column of goals; where that holds them the words are in the next one."""
    ids = [at for at, told in enumerate(columns[: first + 1]) if told.ids and (at == first or found[at] is None)]
    if len(ids) != 1:
        return
    at = ids[0]
    if at == first:
        behind = range(at + 1, len(columns))
        words = [other for other in behind if found[other] in {None, "goal"} and _is_words(columns[other])]
        if not words or found[at] not in {"goal", "subgoal"}:
            return
        goals = [other for other in words if found[other] == "goal"] or words
        found[goals[0]] = "goal"
    found[at] = "number"


def _is_words(told: _Told) -> bool:
    return told.said and not (told.ids or told.grades or told.dates)


def _told(cells: Sequence[Text], labels: Labels) -> _Told:
    cells = [cell for cell in cells if not says_nothing(cell)]
    if not cells:
        return _Told(said=False)
    return _Told(
        said=True,
        ids=len({cell.value for cell in cells}) == len(cells) and all(_is_id(cell, labels) for cell in cells),
        grades=all(labels.graded(cell.value).grade is not None for cell in cells),
        dates=all(_is_date(cell) for cell in cells),
    )


def _is_id(cell: Text, labels: Labels) -> bool:
    found = numbered(cell, labels, None)
    return found.id is not None and not found.text.value


def _is_date(cell: Text) -> bool:
    period = read_period(cell.value, None)
    return bool(period.start or period.end or period.yearless)
