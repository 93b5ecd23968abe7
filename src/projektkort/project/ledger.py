"""Knows how rows become one side of the books: lines, subtotals and the total, signs, parts and types.

Nothing is fitted: what a subtotal covers follows from where it stands or from the group it names, never from sums.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from projektkort.frozen import Frozen
from projektkort.locale import every
from projektkort.money import State, split_quantity
from projektkort.project.books import AmountLine, Part, Side, SideName, Total
from projektkort.project.row import Row
from projektkort.project.sums import Sum, is_share, sum_kind
from projektkort.project.worth import worth
from projektkort.schema.labels import Labels, normalise
from projektkort.schema.model import FinancingType
from projektkort.span import Place, Text

AND = re.compile(r"[\s,/&+]+")


class _Group(Frozen):
    """A heading among the rows, and the index of the first line below it."""

    label: Text
    first: int


def side_of(name: SideName, heading: Place, rows: Sequence[Row], labels: Labels, language: str | None) -> Side:
    """The side that these rows make. The currency is the one that its amounts name."""
    ledger = _Ledger(name, labels, language)
    for row in rows:
        ledger.add(row)
    total, subtotals = ledger.totals()
    side = Side(
        name=name,
        place=total.amount_place if total else heading,
        heading=heading,
        currency=_currency(ledger.lines, total),
        lines=tuple(ledger.lines),
        total=total,
        subtotals=tuple(subtotals),
    )
    return _turned(side)


class _Ledger:
    """The rows of one side, taken one by one."""

    def __init__(self, name: SideName, labels: Labels, language: str | None) -> None:
        self.name, self.labels, self.language = name, labels, language
        self.lines: list[AmountLine] = []
        self.groups: list[_Group] = []
        self.sums: list[tuple[Sum, Row, tuple[int, ...]]] = []
        self.since = 0  # the first line that no sum has covered yet
        self.amount_first: bool | None = None  # how the parts of a whole are written, once the first one is there

    def add(self, row: Row) -> None:
        """A heading of a group, a total or subtotal, or a line; a share of a line above is none of them."""
        if row.heads:
            self.groups.append(_Group(row.label, len(self.lines)))
            return
        if self._beside_whole(row):
            return
        kind = Sum.TOTAL if row.whole else sum_kind(row.label.value, self.name, self.labels)
        covered = self._covered(row.label.value) if kind is not Sum.NONE else ()
        if kind in {Sum.TOTAL, Sum.SUBTOTAL} or (kind is Sum.NAMED and covered):
            self.sums.append((kind, row, covered))
            self.since = len(self.lines)
        elif not is_share(row.label.value):
            if row.amount is not None and row.amount.reading.state is State.BLANK:
                self.groups.append(_Group(row.label, len(self.lines)))
            self.lines.append(_line(row, self.name, self.labels, self.language))

    def _beside_whole(self, row: Row) -> bool:
        """Whether a row stands beside “total T, of which …”: the parts of a whole are all written in one way."""
        if not any(each.whole for _, each, _ in self.sums):
            return False
        if self.amount_first is None:
            self.amount_first = row.amount_first
        return row.amount_first is not self.amount_first

    def totals(self) -> tuple[Total | None, list[Total]]:
        """The last total word is the total and covers all; an earlier one is a subtotal."""
        last = next((at for at in reversed(range(len(self.sums))) if self.sums[at][0] is Sum.TOTAL), None)
        subtotals = [_total(row, covered) for at, (_, row, covered) in enumerate(self.sums) if at != last]
        if last is None:
            return None, subtotals
        return _total(self.sums[last][1], tuple(range(len(self.lines)))), subtotals

    def _covered(self, label: str) -> tuple[int, ...]:
        """The lines of the groups that a label names by the beginning of their names, else those since the last sum."""
        spoken = [word for word in AND.split(normalise(label)) if len(word) > 2 and word not in every("total")]
        named: list[int] = []
        for at, group in enumerate(self.groups):
            stop = self.groups[at + 1].first if at + 1 < len(self.groups) else len(self.lines)
            first = normalise(group.label.value).split(" ", 1)[0]
            if first and any(first.startswith(word) or word.startswith(first) for word in spoken):
                named += range(group.first, stop)
        return tuple(named) or tuple(range(self.since, len(self.lines)))


def _line(row: Row, name: SideName, labels: Labels, language: str | None) -> AmountLine:
    split = split_quantity(row.label.value, language)
    label = row.label.slice(split.start, split.end)
    cell = worth(row)
    reading = cell.reading
    stated = row.numbers.get("quantity")
    price = row.numbers.get("unit_price")
    words = {role: text.value for role, text in row.words.items()}
    return AmountLine(
        label=label,
        place=row.place,
        amount_place=cell.text.place,
        reading=reading,
        amount=reading.amount,
        low=reading.low,
        high=reading.high,
        currency=cell.currency,
        approximate=reading.approximate,
        quantity=_first(stated.reading.amount if stated else None, reading.quantity, split.quantity),
        unit=words.get("unit") or reading.unit or split.unit,
        unit_price=_first(price.reading.amount if price else None, reading.unit_price, split.unit_price),
        category=words.get("category"),
        parts=_parts(row),
        actual=row.numbers["actual"].reading.amount if "actual" in row.numbers else None,
        eligible=labels.yes_no(words["eligible"]) if "eligible" in words else None,
        type=_type(name, labels, row.label.value, words),
        commitment=labels.commitment_of(words.get("commitment") or words.get("type") or row.label.value),
    )


def _type(name: SideName, labels: Labels, label: str, words: Mapping[str, str]) -> FinancingType | None:
    """What kind of money a line is: by its own column, by its label, else applied for where its status says so.

    A cost is of no kind, unless it is work or things that nobody is paid for: those stand on both sides.
    """
    found = labels.type_of(words.get("type", "")) or labels.type_of(label)
    if name == "budget":
        return found if found in {"volunteer", "in_kind"} else None
    asked = labels.commitment_of(words.get("commitment", "")) == "applied"
    return "applied" if asked and found in {None, "grant"} else found


def _parts(row: Row) -> tuple[Part, ...]:
    return tuple(
        Part(axis=part.axis, key=part.key, amount=part.cell.reading.amount, place=part.cell.text.place)
        for part in row.parts
    )


def _first(*amounts: Decimal | None) -> Decimal | None:
    return next((amount for amount in amounts if amount is not None), None)


def _total(row: Row, covered: tuple[int, ...]) -> Total:
    cell = worth(row)
    return Total(
        label=row.label,
        place=row.place,
        amount_place=cell.text.place,
        reading=cell.reading,
        amount=cell.reading.amount,
        lines=covered,
    )


def _currency(lines: Sequence[AmountLine], total: Total | None) -> str | None:
    named = [*(line.currency for line in lines), total.reading.currency if total else None]
    return next((currency for currency in named if currency), None)


def _turned(side: Side) -> Side:
    """Amounts that are all negative are notation (income written with a minus): they are turned."""
    most = [bounds[1] for line in side.lines if (bounds := line.bounds) and any(bounds)]
    if not most or max(most) > 0:
        return side
    lines = tuple(line.model_copy(update={"amount": -line.amount}) if line.amount else line for line in side.lines)
    totals = [side.total, *side.subtotals]
    mended = [t.model_copy(update={"amount": -t.amount}) if t and t.amount and t.amount < 0 else t for t in totals]
    return side.model_copy(update={"lines": lines, "total": mended[0], "subtotals": tuple(mended[1:]), "turned": True})
