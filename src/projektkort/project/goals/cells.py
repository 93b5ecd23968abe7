"""Knows the cells of one row by what their columns hold, and when one cell tells of several goals."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.document.layout import Line
from projektkort.frozen import Frozen
from projektkort.project.goals.columns import Columns
from projektkort.project.goals.dates import lines_of, says_nothing
from projektkort.project.goals.draft import Reading
from projektkort.project.goals.number import numbered, parent
from projektkort.schema.goal_heads import GoalRole
from projektkort.span import Text

SHARED: frozenset[GoalRole | None] = frozenset({"status", "time", "explanation", "responsible"})


class Cell(Frozen):
    """A cell that says something, with the role and the head of its column; none where it has no column."""

    role: GoalRole | None
    head: Text | None
    text: Text


class Cells(Frozen):
    """The cells of a row that say something; `broken`: it is the first one behind a break of the table."""

    line: Line
    told: tuple[Cell, ...]
    broken: bool = False

    @property
    def roles(self) -> frozenset[GoalRole | None]:
        return frozenset(cell.role for cell in self.told)

    @property
    def only(self) -> Text | None:
        """The one thing that the row says, be it in several of its cells."""
        return self.told[0].text if len({cell.text.value for cell in self.told}) == 1 else None

    def first(self, role: GoalRole) -> Text | None:
        return next((cell.text for cell in self.told if cell.role == role), None)


def cells_of(line: Line, columns: Columns, *, broken: bool) -> Cells:
    """The cells of a row under the columns of its table; more cells than columns are kept without a head."""
    placed: list[tuple[GoalRole | None, Text | None]] = [(column.role, column.head) for column in columns]
    placed += [(None, None)] * (len(line.cells) - len(columns))
    both = zip(placed, line.cells, strict=False)
    told = tuple(Cell(role, head, text) for (role, head), text in both if not says_nothing(text))
    return Cells(line, told, broken)


def parted(cells: Cells, reading: Reading) -> tuple[Cells, ...]:
    """The row once for each goal that its cell numbers, where the other cells leave no doubt about what is whose."""
    goal = cells.first("goal")
    goals = _goals(lines_of(goal), reading) if goal is not None and cells.first("number") is None else []
    if len(goals) < 2:
        return (cells,)
    rows: list[list[Cell]] = [[] for _ in goals]
    for cell in cells.told:
        own = goals if cell.role == "goal" else lines_of(cell.text)
        if len(own) == 1 and cell.role in SHARED:
            own = [*own] * len(goals)
        if len(own) != len(goals):
            return (cells,)
        for row, text in zip(rows, own, strict=True):
            row.append(Cell(cell.role, cell.head, text))
    return tuple(Cells(cells.line, tuple(row)) for row in rows)


def _goals(lines: Sequence[Text], reading: Reading) -> list[Text]:
    """The goals in the lines of a cell, each numbered, alike but not the same; a line without a number goes on."""
    found: list[list[Text]] = []
    ids: list[str] = []
    for line in lines:
        number = numbered(line, reading.labels, reading.language)
        if number.id is not None and (number.named or parent(number.id)):
            ids.append(number.id)
            found.append([line])
        elif not found:
            return []
        else:
            found[-1].append(line)
    alike = len(set(ids)) == len(ids) and len({(parent(id_), id_.count(".")) for id_ in ids}) == 1
    return [Text.join(texts, "\n") for texts in found] if alike else []
