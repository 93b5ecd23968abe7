"""Knows the row that cells make, each under its column: those of a table, or the values of a line in YAML."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.money import State
from projektkort.project.books import SideName
from projektkort.project.column import AMOUNT_ROLES, SIDE_OF, UNKNOWN, Column
from projektkort.project.plan import Plan
from projektkort.project.row import NUMBER_ROLES, Cell, Part, Row
from projektkort.project.told import count_of
from projektkort.span import Place, Text

BLANK = State.BLANK


def rows_of(cells: Sequence[Text], columns: Sequence[Column], place: Place, plan: Plan | None) -> list[Row]:
    """The same as `row_of`; by their plan, where the columns have one, most rows are found sooner."""
    row = plan.row(cells, place) if plan is not None else None
    return row_of(cells, columns, place) if row is None else [row]


def row_of(cells: Sequence[Text], columns: Sequence[Column], place: Place) -> list[Row]:
    """The row as one line; as two where costs and income stand side by side and both cells hold amounts."""
    words: dict[str, Text] = {}
    numbers: dict[str, Cell] = {}
    parts: list[Part] = []
    amounts: dict[str, Cell] = {}
    label: Text | None = None
    side: SideName | None = None
    for text, column in zip(cells, columns, strict=False):
        role = column.role
        if role == "label":
            label, side = text, column.side
        elif role in AMOUNT_ROLES:
            amounts[role] = column.tongue.cell(text)
        elif role == "part" and column.head and column.axis is not None:
            parts.append(Part(column.axis, column.head, column.tongue.cell(text)))
        elif role in NUMBER_ROLES:
            numbers[role] = count_of(text, column.tongue) if role == "quantity" else column.tongue.cell(text)
        elif role != UNKNOWN and text.value:
            words[role or "note"] = text
    if label is None or not label.value:
        label = next((words[role] for role in words if role != "ordinal"), label)
    if label is None:
        label = Text.empty(place.lines, place.start)
    if side is not None and not label.value and all(cell.reading.state is BLANK for cell in amounts.values()):
        return []  # the shorter of two tables side by side
    return _rows(label, place, amounts, side, tuple(parts), words, numbers)


def _rows(
    label: Text,
    place: Place,
    amounts: dict[str, Cell],
    side: SideName | None,
    parts: tuple[Part, ...],
    words: dict[str, Text],
    numbers: dict[str, Cell],
) -> list[Row]:
    one = amounts.get("total") or amounts.get("amount")
    if one is not None or not amounts:
        return [Row(label, place, one, side, parts, words, numbers)]
    filled = {role: cell for role, cell in amounts.items() if cell.reading.state is not BLANK}
    chosen = filled or dict(list(amounts.items())[:1])
    return [Row(label, place, cell, SIDE_OF[role], parts, words, numbers) for role, cell in chosen.items()]
