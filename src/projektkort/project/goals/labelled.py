"""Knows goals and sub-goals that a label names: "Goal: New trees". What the lines below tell of them, `block` knows."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.project.goals.block import label_of
from projektkort.project.goals.draft import Reading
from projektkort.project.goals.number import below, numbered
from projektkort.schema.goal_heads import GoalRole

LINES = frozenset({LineKind.TEXT, LineKind.ITEM})
AIMS: frozenset[GoalRole | None] = frozenset({"goal", "subgoal"})
TELLING: frozenset[GoalRole | None] = frozenset({"status", "fulfilment", "measures"})


def labelled(lines: Sequence[Line], reading: Reading) -> dict[int, GoalRole]:
    """The lines that are such, and which of the two, where other labels below them tell of the goal.

    Behind one that is told of, up to the next heading, another goal is one though nothing tells of it. The wider
    sub-goal right below a goal is told of this, and so is a goal right below a line that is a number only.
    """
    found: dict[int, GoalRole] = {}
    waiting: dict[int, GoalRole] = {}  # a goal that nothing has told of yet, and the one above it
    above: Line | None = None
    begun = False
    for at, line in enumerate(lines):
        if line.blank:
            continue
        told, role = label_of(line, reading), _called(line, reading)
        if role is not None and not _is_told_of(line, above, reading):
            waiting = {other: known for other, known in waiting.items() if known != role} | {at: role}
            found |= {at: role} if begun and role == "goal" else {}
        elif told is not None and told.role in TELLING:
            found |= waiting
            begun = begun or bool(waiting)
            waiting = {}
        elif line.kind is LineKind.HEADING and told is None:
            waiting, begun = {}, False
        above = line
    return found


def _called(line: Line, reading: Reading) -> GoalRole | None:
    """What the label before the words of a line calls them, if it is just a word for a goal or sub-goal."""
    if line.label is None or line.label.style is not LabelStyle.INLINE or line.kind not in LINES:
        return None
    role = reading.labels.goal_word(line.label.text.value)
    return role if role in AIMS else None


def _is_told_of(line: Line, above: Line | None, reading: Reading) -> bool:
    """Whether a labelled line tells of the goal on the line above it, and begins no other."""
    if line.label is None or above is None:
        return False
    called = _called(above, reading)
    words = above.label.value if above.label is not None and called == "goal" else above.text
    goal = numbered(words, reading.labels, reading.language)
    if _called(line, reading) == "goal":
        return goal.id is not None and not goal.text.value
    own = numbered(line.label.value, reading.labels, reading.language).id
    finer = own is not None and goal.id is not None and own != goal.id and below(own, goal.id)
    return not finer and (called == "goal" or goal.id is not None)
