"""Knows which column of a table holds what: by its head, and by its cells where the head says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Literal

from projektkort.frozen import Frozen, replace
from projektkort.money import State
from projektkort.project.head import role_of, says_whole
from projektkort.project.row import Tongue
from projektkort.project.shape import Words, remembered
from projektkort.schema.labels import Labels
from projektkort.span import Text

YEAR = re.compile(r"(?:\D*\s)?((?:19|20)\d\d)")
SHARE = re.compile(r"(?:.*[^\d\s])?\s*%\W*")  # "Spent, %", and not "VAT 25 %"
AMOUNT_ROLES = frozenset({"amount", "total", "costs", "income"})
YEARLY_ROLES = ("amount", "costs", "income")
INSTEAD_ROLES = frozenset({"applied", "net"})  # what a line costs only where no other column tells it
GRANTED = "commitment"  # in figures what was granted, and so what may be spent
INSTEAD = (frozenset({GRANTED}), INSTEAD_ROLES, frozenset({"amount_period"}), frozenset({"forecast"}))  # in turn
SIDE_OF: dict[str, Literal["budget", "financing"]] = {"costs": "budget", "income": "financing"}
UNSAID = frozenset({"", *SIDE_OF})  # whether these hold amounts or words, only their cells say
UNKNOWN = "?"  # amounts under a head that nobody knows


class Column(Frozen):
    """One column: its role (label, amount, quantity …), its head, "" for none, and how its amounts are read."""

    role: str
    head: str
    tongue: Tongue
    axis: Literal["year", "partner"] | None = None
    side: Literal["budget", "financing"] | None = None  # of a label column headed "Costs", "Income" or "Funder"


Columns = tuple[Column, ...]


def halves(columns: Sequence[Column]) -> list[slice]:
    """The tables that stand side by side in one: each begins with a label column that names its side."""
    starts = [index for index, column in enumerate(columns) if column.side is not None]
    if len(starts) < 2:
        return [slice(0, len(columns))]
    return [slice(a, b) for a, b in pairwise([0, *starts[1:], len(columns)])]


def columns_of(heads: Sequence[Text], body: Sequence[Sequence[Text]], labels: Labels, tongue: Tongue) -> Columns:
    """The columns of a table. At most one is the label and, unless the heads say so, one the amount."""
    width = max([len(heads), *map(len, body)])
    words = (*(head.value for head in heads), *[""] * (width - len(heads)))
    columns, asked = headed(words, labels, tongue)
    return settled(columns, {at for at in asked if _numeric(at, body, columns[at].tongue)}) if asked else columns


@remembered
def headed(heads: Words, labels: Labels, tongue: Tongue) -> tuple[Columns, tuple[int, ...]]:
    """The columns that heads tell of, and which of them only their cells can settle."""
    columns = [by_head(head, labels, tongue) for head in heads]
    name_years(columns)
    asked = {at for at, column in enumerate(columns) if column.role in UNSAID} | to_weigh(columns)
    return (tuple(columns), tuple(asked)) if asked else (settled(columns, asked), ())


def settled(headed: Sequence[Column], numeric: Set[int]) -> Columns:
    """The columns as their cells settle them; `numeric` are those that hold amounts, where that matters."""
    columns = list(headed)
    for index, column in enumerate(columns):
        if column.role in SIDE_OF and index not in numeric:
            columns[index] = replace(column, role="label", side=SIDE_OF[column.role])
    _name_label(columns, numeric)
    _name_amounts(columns, numeric)
    settle_doubles(columns, numeric)
    return tuple(columns)


def by_head(head: str, labels: Labels, tongue: Tongue) -> Column:
    """The column that a head alone tells of; several with years are settled by `name_years`."""
    if not head:
        return Column("", "", tongue)
    below = tongue.declared(head)
    if SHARE.fullmatch(head):
        return Column("share", head, below)
    role = "ordinal" if head == "#" else role_of(head, labels, tongue.language)
    if role in {"", "year"} and YEAR.fullmatch(head):
        return Column("part", head, below, "year")
    return Column(role, head, below)


def name_years(columns: list[Column]) -> None:
    """“Budget 2026” is the budget; beside “Budget 2027”, or 2027 alone, it is one year of it.

    The same years told of costs and of income cannot both be added: none is known then.
    """
    dated = [(index, YEAR.fullmatch(column.head)) for index, column in enumerate(columns) if column.head]
    years = {index: match[1] for index, match in dated if match}
    if not years:
        return
    bare = {years[index] for index in years if columns[index].role == "part"}
    kinds = [role for role in YEARLY_ROLES if any(columns[index].role == role for index in years)]
    for role in kinds:
        own = [index for index in years if columns[index].role == role]
        parted = len(kinds) == 1 and len({years[index] for index in own} | bare) == len(own) + len(bare) > 1
        for index in own if parted or len(own) > 1 else ():
            parts = {"role": "part", "axis": "year"} if parted else {"role": UNKNOWN}
            columns[index] = replace(columns[index], **parts)


def _numeric(index: int, body: Sequence[Sequence[Text]], tongue: Tongue) -> bool:
    """Whether a column holds amounts for the most part, blanks aside."""
    cells = [tongue.cell(cells[index]) for cells in body if index < len(cells)]
    filled = [cell for cell in cells if cell.reading.state is not State.BLANK]
    return bool(filled) and sum(cell.meant for cell in filled) * 2 >= len(filled)


def _name_label(columns: list[Column], numeric: Set[int]) -> None:
    if any(column.role == "label" for column in columns):
        return
    for wanted in ("funder", ""):
        for index, column in enumerate(columns):
            if column.role == wanted and (wanted or index not in numeric):
                first = wanted and all(before.role == "ordinal" for before in columns[:index])
                columns[index] = replace(column, role="label", side="financing" if first else None)
                return


def _name_amounts(columns: list[Column], numeric: Set[int]) -> None:
    unnamed = [index for index, column in enumerate(columns) if column.role == "" and index in numeric]
    named = any(column.role in AMOUNT_ROLES or column.axis == "year" for column in columns)
    headless = not any(columns[index].head for index in unnamed)
    if unnamed and not named and (headless or len(unnamed) == 1):
        last = unnamed.pop()
        columns[last] = replace(columns[last], role="amount")
    totalled = any(column.role == "total" for column in columns)
    for index in unnamed:
        column = columns[index]
        partner = totalled and column.head != ""
        columns[index] = replace(column, role="part" if partner else UNKNOWN, axis="partner" if partner else None)


def to_weigh(columns: Sequence[Column]) -> set[int]:
    """The columns that `settle_doubles` takes or leaves by what is in their cells."""
    spent = {index for index, column in enumerate(columns) if column.role == "actual"}
    if any(column.role in {"amount", "total"} or column.axis == "year" for column in columns):
        return spent if len(spent) > 1 else set()
    return spent | {index for index, column in enumerate(columns) if any(column.role in roles for roles in INSTEAD)}


def settle_doubles(columns: list[Column], numeric: Set[int]) -> None:
    """Two columns cannot both say what a line comes to: beside a quantity the first is the price, else none is known.

    A column of what is applied for, or of amounts without VAT, says it only where no other column does.
    """
    _name_instead(columns, numeric)
    _settle_spending(columns, numeric)
    for half in halves(columns):
        own = range(*half.indices(len(columns)))
        roles = {columns[index].role for index in own}
        doubles = [index for index in own if columns[index].role == "amount"]
        priced = len(doubles) == 2 and "quantity" in roles and "unit_price" not in roles
        for index in doubles[:1] if priced else doubles if len(doubles) > 1 else ():
            columns[index] = replace(columns[index], role="unit_price" if priced else UNKNOWN)


def _name_instead(columns: list[Column], numeric: Set[int]) -> None:
    """Where no column is the amount: what was granted, applied for, without VAT, of one period, or else expected.

    Beside what was spent nobody can tell whether what was expected is the budget or a forecast.
    """
    if any(column.role in AMOUNT_ROLES or column.axis == "year" for column in columns):
        return
    spent = any(column.role in {"actual", "actual_period"} for column in columns)
    for roles in INSTEAD:
        found = [index for index, column in enumerate(columns) if column.role in roles and index in numeric]
        sure = roles is INSTEAD_ROLES or (len(found) == 1 and not (spent and "forecast" in roles))
        for index in found[-1:] if sure else found:
            columns[index] = replace(columns[index], role="amount" if sure else UNKNOWN)
        if found:
            return


def _settle_spending(columns: list[Column], numeric: Set[int]) -> None:
    """Of several columns of what was spent, one says that it is all of it, or each that it is a year's; else none is
    known."""
    spent = [index for index in sorted(numeric) if columns[index].role == "actual"]
    if len(spent) < 2:
        return
    heads = {index: head for index in spent if (head := columns[index].head)}
    whole = [index for index in heads if says_whole(heads[index])]
    years = {match[1] for head in heads.values() if (match := YEAR.fullmatch(head))}
    role = "actual_period" if len(whole) == 1 or len(years) == len(spent) else UNKNOWN
    for index in spent:
        if [index] != whole:
            columns[index] = replace(columns[index], role=role)
