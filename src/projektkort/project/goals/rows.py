"""Knows how the rows of a table of goals become goals: which begin one, which go on with it, which name a sub-goal."""

from __future__ import annotations

from projektkort.frozen import Frozen, replace
from projektkort.project.goals.cells import Cells, cells_of, parted
from projektkort.project.goals.contents import sums_up
from projektkort.project.goals.dates import last_day
from projektkort.project.goals.draft import Draft, Reading, Subgoal, subgoal_of
from projektkort.project.goals.number import below, numbered
from projektkort.project.goals.table import Table
from projektkort.project.reports import Goal
from projektkort.schema.goal_heads import GoalRole
from projektkort.span import Text

OPEN_END = (",", "-", "\u2013", "/", "(")  # what ends so goes on
FULL_STOP = (".", "!", "?", ":", ";")
NAMING: frozenset[GoalRole | None] = frozenset({"number", "subgoal", "goal"})
"""What tells which goal a row is about, and stands once in it."""


class Taken(Frozen):
    """The goals that were read, and the indexes of the lines that they were read from."""

    goals: tuple[Goal, ...]
    lines: frozenset[int]


def goals_in(table: Table, above: Text | None, reading: Reading) -> Taken:
    """The goals of a table; `above` is the heading that names their sub-goal where no column does."""
    return _Rows(table, above, reading).run()


class _Rows:
    """Walks the rows of one table once."""

    def __init__(self, table: Table, above: Text | None, reading: Reading) -> None:
        self.reading = reading
        self.rows = [(row.at, cells_of(row.line, table.columns, broken=row.broken)) for row in table.rows]
        self.width = len(table.columns)
        self.subgoal = subgoal_of(above, reading) if above is not None else None
        self.waiting: list[int] = []  # the line that names a sub-goal which no goal has followed yet
        self.drafts: list[Draft] = []
        self.taken = set(table.heads)

    def run(self) -> Taken:
        for position, (at, cells) in enumerate(self.rows):
            if self._is_sum(cells) or self._is_broken(cells):
                continue
            heading = self._heading(cells, position)
            if heading is not None:
                self.subgoal = heading
                self.waiting = [at]  # one that was waiting before has no goals
            elif self._read(cells):
                self.taken |= {at, *self.waiting}
                self.waiting.clear()
        return Taken(tuple(draft.close() for draft in self.drafts), frozenset(self.taken))

    def _read(self, cells: Cells) -> bool:
        """Reads a row that is no heading; says whether it told of a goal, or nothing at all."""
        named = self._name(cells)
        goal = cells.first("goal")
        rest = goal is not None and self._is_rest(goal, cells) and not (named and self.drafts[-1].subgoal)
        if goal is not None and rest:
            self.drafts[-1].add("goal", goal, None, goes_on=True)
            self.drafts[-1].subgoal = self.drafts[-1].subgoal or self.subgoal
        elif named or cells.first("number") is not None or (goal is not None and not self._is_again(goal)):
            self._begin(cells, own=cells.first("subgoal") is not None or bool(self.waiting))
            return True
        if self.drafts:
            self._fill(self.drafts[-1], cells, rest=rest)
        return bool(self.drafts) or not cells.told

    def _heading(self, cells: Cells, position: int) -> Subgoal | None:
        """The sub-goal that a row names, if it says nothing else: in its column, or above goals numbered so."""
        only, goal = cells.only, cells.first("goal")
        subgoal = cells.first("subgoal")
        if subgoal is not None and subgoal is only:
            return None if self._theme_goes_on(subgoal, cells) else subgoal_of(subgoal, self.reading)
        if goal is None or not cells.roles <= {"number", "goal"} or self._is_rest(goal, cells):
            return None
        own = subgoal_of(goal, self.reading)
        number = cells.first("number")
        if number is not None:
            own = replace(own, id=number.value.strip(" .):"))
        following = self._next_id(position)
        if following is None or following == own.id or (own.id is not None and not below(following, own.id)):
            return None
        return own

    def _next_id(self, position: int) -> str | None:
        """The number of the goal in the next row that says more than a heading does."""
        following = (self.rows[at][1] for at in range(position + 1, len(self.rows)))
        cells = next((each for each in following if not each.roles <= NAMING), None)
        text = (cells.first("number") or cells.first("goal")) if cells is not None else None
        if text is None:
            return None
        return numbered(text, self.reading.labels, self.reading.language).id

    def _name(self, cells: Cells) -> bool:
        """Takes the sub-goal that a row names; says whether it is another one than before."""
        text = cells.first("subgoal")
        if text is None or (self.subgoal is not None and self.subgoal.text.value == text.value):
            return False
        if self._theme_goes_on(text, cells):
            self._lengthen(text)
            return False
        self.subgoal = subgoal_of(text, self.reading)
        self.waiting.clear()
        return True

    def _theme_goes_on(self, text: Text, cells: Cells) -> bool:
        """Whether the name of a sub-goal is the rest of one that a page break has cut off."""
        old = self.subgoal
        unnumbered = subgoal_of(text, self.reading).id is None
        return cells.broken and unnumbered and old is not None and bool(self.drafts) and _continues(old.text, text)

    def _lengthen(self, text: Text) -> None:
        old = self.subgoal
        assert old is not None
        self.subgoal = replace(old, theme=Text.join([old.theme or old.text, text], " "))
        for draft in self.drafts:
            if draft.subgoal is old:
                draft.subgoal = self.subgoal

    def _is_rest(self, goal: Text, cells: Cells) -> bool:
        """Whether a goal's cell is the rest of the one before: it has no number, and no status where that has one.

        It goes on in the middle of a sentence, or behind a page break where no full stop was reached.
        """
        before = self.drafts[-1].last("goal") if self.drafts else None
        if before is None or cells.first("number") is not None or self.waiting:
            return False
        if numbered(goal, self.reading.labels, self.reading.language).id is not None:
            return False
        status, known = cells.first("status"), self.drafts[-1].last("status")
        if status is not None and known is not None:
            return _continues(before, goal) and _drops(known, status)
        return _continues(before, goal) or (cells.broken and not before.value.endswith(FULL_STOP))

    def _is_again(self, goal: Text) -> bool:
        """Whether the goal is written again, as beside each of its measures."""
        before = self.drafts[-1].last("goal") if self.drafts and not self.waiting else None
        return before is not None and before.value == goal.value

    def _begin(self, cells: Cells, *, own: bool) -> None:
        for part in parted(cells, self.reading):
            draft = Draft(cells.line.whole.strip().place, self.subgoal, self.reading, own=own)
            for cell in part.told:
                if cell.role in {"number", "goal"}:
                    draft.add(cell.role, cell.text, cell.head)
            self._fill(draft, part)
            self.drafts.append(draft)

    def _is_sum(self, cells: Cells) -> bool:
        """Whether a row counts the goals, where one would be named."""
        aims = [cell.text for cell in cells.told[:1] if cell.role in NAMING or cell.role is None]
        return sums_up(aims, self.reading.labels)

    def _is_broken(self, cells: Cells) -> bool:
        """Whether a row is a piece of the one before, which has no status yet, and nobody can tell of which cell.

        Where all goals have numbers it has none, and what stands for its goal is a date or a grade, or cells are
        missing. It makes no goal.
        """
        goal = cells.first("goal")
        if goal is None or cells.first("number") or cells.first("status") or not self.drafts:
            return False
        labels, language = self.reading.labels, self.reading.language
        if self.drafts[-1].last("status") is not None:
            return False
        if any(numbered(cell.text, labels, language).id for cell in cells.told if cell.role in NAMING):
            return False
        tells = last_day(goal, language) is not None or labels.graded(goal.value).grade is not None
        return (tells or len(cells.line.cells) < self.width) and all(draft.id is not None for draft in self.drafts)

    def _fill(self, draft: Draft, cells: Cells, *, rest: bool = False) -> None:
        """Adds the cells beside the goal; behind a page break each may be the rest of the one above it."""
        for cell in cells.told:
            if cell.role not in NAMING:
                before = draft.last(cell.role)
                goes_on = before is not None and (
                    _continues(before, cell.text)
                    if cells.broken or rest
                    else cells.roles == {"status"} and _drops(before, cell.text)
                )
                draft.add(cell.role, cell.text, cell.head, goes_on=goes_on)


def _continues(before: Text, text: Text) -> bool:
    """Whether a cell goes on in the middle of a sentence."""
    return _is_small(text) or before.value.rstrip().endswith(OPEN_END)


def _drops(before: Text, text: Text) -> bool:
    """Whether a cell begins with a small letter where the one above did not."""
    return _is_small(text) and not _is_small(before)


def _is_small(text: Text) -> bool:
    return next((letter for letter in text.value if letter.isalnum()), "").islower()
