"""Knows tables whose columns each tell one thing of a line, and takes it there; others are left to `row_cells`."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.frozen import Frozen
from projektkort.project.books import SideName
from projektkort.project.column import AMOUNT_ROLES, UNKNOWN, Column
from projektkort.project.keys import keys_told, line_of
from projektkort.project.row import NUMBER_ROLES, Cell, Row, Tongue
from projektkort.project.shape import Words, remembered
from projektkort.project.told import count_of
from projektkort.schema.labels import Labels
from projektkort.span import Place, Text

STATED = frozenset({"amount", "total"})


class Plan(Frozen):
    """Which cells are the label and the amount of a line, which are words, and which numbers."""

    width: int
    label: int
    amount: int
    tongue: Tongue
    words: tuple[tuple[int, str], ...]
    numbers: tuple[tuple[int, str, Tongue], ...]
    side: SideName | None

    def row(self, cells: Sequence[Text], place: Place) -> Row | None:
        """The one row that `row_of` makes of these cells; None where its label is not in its place."""
        if len(cells) < self.width or not cells[self.label].value:
            return None
        words = {role: cells[at] for at, role in self.words if cells[at].value}
        numbers: dict[str, Cell] = {}
        for at, role, tongue in self.numbers:
            numbers[role] = count_of(cells[at], tongue) if role == "quantity" else tongue.cell(cells[at])
        amount = self.tongue.cell(cells[self.amount])
        return Row(cells[self.label], place, amount, self.side, (), words, numbers)


def plan_of(columns: Sequence[Column]) -> Plan | None:
    """The plan of a table; None unless it has one label and one amount, and nothing is told by two columns."""
    told = {column.role or "note": at for at, column in enumerate(columns) if column.role != UNKNOWN}
    count = sum(column.role != UNKNOWN for column in columns)
    amounts = told.keys() & AMOUNT_ROLES
    if len(told) < count or "part" in told or "label" not in told or len(amounts) != 1 or not amounts <= STATED:
        return None
    label, amount = told["label"], told[amounts.pop()]
    numbers = [(at, role, columns[at].tongue) for role, at in told.items() if role in NUMBER_ROLES]
    named = NUMBER_ROLES | AMOUNT_ROLES | {"label"}
    words = [(at, role) for role, at in told.items() if role not in named]
    side = columns[label].side
    return Plan(len(columns), label, amount, columns[amount].tongue, tuple(words), tuple(numbers), side)


@remembered
def plan_of_keys(words: Words, labels: Labels, tongue: Tongue) -> Plan | None:
    """The plan of a line in YAML, one value behind each of these keys; None where only the values say what it is."""
    single = (True,) * len(words)
    keys, line = keys_told(words, single, labels), line_of(words, single, labels, tongue, False)
    if len(keys.naming) != 1 or keys.currency or line.asked or line.unknown:
        return None
    return plan_of(line.columns)
