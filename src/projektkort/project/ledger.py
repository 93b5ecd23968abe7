"""Knows how rows become one side of the books: lines, subtotals and the total, signs, parts and types.

Nothing is fitted: what a subtotal covers follows from where it stands or from the group it names, never from sums.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from projektkort.frozen import replace
from projektkort.money import State
from projektkort.project.books import AmountLine, Part, Side, SideName, Total
from projektkort.project.groups import Groups
from projektkort.project.post import UNPAID, Post, of_cost, post_of
from projektkort.project.row import Cell, Row, Tongue
from projektkort.project.sums import Sum
from projektkort.project.worth import without_hours, worth
from projektkort.schema.labels import Labels
from projektkort.schema.model import Commitment, FinancingType
from projektkort.span import Place

MALFORMED = frozenset({"digits", "long", "grouping", "decimals", "swapped", "zeros", "scientific", "invisible"})
BLANK, UNREADABLE, LINE = State.BLANK, State.UNREADABLE, Sum.NONE  # found on their classes only by a search
NO_WORDS: Mapping[str, str] = MappingProxyType({})
Added = TypeVar("Added", AmountLine, Total)


# The fields of lines, totals and sides stand in their order: by name they take four times as long.
def side_of(name: SideName, heading: Place, rows: Sequence[Row], labels: Labels, tongue: Tongue) -> Side:
    """The side that these rows make. The currency is the one that its amounts name, else the one declared."""
    ledger = _Ledger(name, labels, tongue.language)
    for row in rows:
        ledger.add(row)
    total, subtotals = ledger.totals()
    side = Side(
        name,
        total.amount_place if total else heading,
        heading,
        _currency(ledger.lines, total) or tongue.currency,
        tuple(ledger.lines),
        total,
        tuple(subtotals),
    )
    return _turned(side)


class _Ledger:
    """The rows of one side, taken one by one."""

    def __init__(self, name: SideName, labels: Labels, language: str | None) -> None:
        self.name, self.labels, self.language = name, labels, language
        self.lines: list[AmountLine] = []
        self.groups = Groups()
        self.group: str | None = None  # the heading above, until a sum closes its group
        self.sums: list[tuple[Sum, Row, tuple[int, ...]]] = []
        self.whole = False  # whether "total T, of which …" stands among the sums
        self.since = 0  # the first line that no sum has covered yet
        self.amount_first: bool | None = None  # how the parts of a whole are written, once the first one is there

    def add(self, row: Row) -> None:
        """A heading of a group, a total or subtotal, or a line; a share of a line above is none of them."""
        label, amount = row.label.value, row.amount
        if amount is None and row.heads:
            self.group = label
            self.groups.begin(label, len(self.lines))
            return
        if self.whole and self._beside_whole(row):
            return
        post = post_of(label, self.name, self.labels, self.language)
        kind = Sum.TOTAL if row.whole else post.sum
        covered = self._covered(label) if kind is not LINE else ()
        if kind is not LINE and (covered or kind is not Sum.NAMED):
            self.sums.append((kind, row, covered))
            self.since, self.group = len(self.lines), None
            self.whole |= row.whole
        elif not post.share:
            if amount is not None and amount.reading.state is BLANK:
                self.groups.begin(label, len(self.lines))
            cell = worth(row)
            if cell.reading.state is UNREADABLE:
                cell = _paid(cell, post, self)
            line, price = _line(row, cell, post, self), row.numbers.get("unit_price")
            self.lines.append(_with_price(line, price) if price is not None and price.reading.reason else line)

    def _beside_whole(self, row: Row) -> bool:
        """Whether a row below a whole is none of its parts, which are all written in one way."""
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
        named = self.groups.lines_of(label, len(self.lines))
        return tuple(named) or tuple(range(self.since, len(self.lines)))


def _line(row: Row, cell: Cell, post: Post, ledger: _Ledger) -> AmountLine:
    split, labels, stated = post.split, ledger.labels, row.numbers.get
    reading, label, actual = cell.reading, row.label, stated("actual")
    words = {role: text.value for role, text in row.words.items()} if row.words else NO_WORDS
    commitment = _commitment(labels, post, words) if words else post.commitment
    return AmountLine(
        label if split.end == len(label.value) and not split.start else label.slice(split.start, split.end),
        row.place,
        cell.text.place,
        reading,
        reading.amount,
        reading.low,
        reading.high,
        cell.currency,
        reading.approximate,
        _either(stated("quantity"), reading.quantity, split.quantity),
        words.get("unit") or reading.unit or split.unit,
        _either(stated("unit_price"), reading.unit_price, split.unit_price),
        None,
        words.get("category"),
        _parts(row) if row.parts else (),
        actual.reading.amount if actual else None,
        actual is None or _sure(actual),
        row.words.get("share"),
        labels.yes_no(words["eligible"]) if "eligible" in words else None,
        _type(ledger.name, labels, post, words, commitment) if words else post.type,
        commitment,
        words.get("note"),
        ledger.group,
    )


def _paid(cell: Cell, post: Post, ledger: _Ledger) -> Cell:
    """What a row is worth that is no amount; hours that nobody pays for are none either."""
    unpaid = ledger.name == "financing" or post.type in UNPAID
    return without_hours(cell, ledger.language) if unpaid else cell


def _with_price(line: AmountLine, price: Cell) -> AmountLine:
    """The line with its price where that is figures that make no number; words such as "by agreement" are no fault."""
    reading = price.reading
    if reading.reason not in MALFORMED or reading.state is not UNREADABLE or reading is line.reading:
        return line
    return replace(line, price_unread=(reading, price.text.place))


def _commitment(labels: Labels, post: Post, words: Mapping[str, str]) -> Commitment | None:
    """How sure the money is: by a column of its own, else by the label."""
    told = words.get("commitment") or words.get("type")
    return labels.commitment_of(told) if told else post.commitment


def _type(
    name: SideName, labels: Labels, post: Post, words: Mapping[str, str], commitment: Commitment | None
) -> FinancingType | None:
    """What kind of money a line is: by its own column, by its label, else applied for where its status says so."""
    found = ("type" in words and labels.type_of(words["type"])) or post.type
    if name == "budget":
        return of_cost(found)
    asked = commitment == "applied" and "commitment" in words
    return "applied" if asked and found in {None, "grant"} else found


def _parts(row: Row) -> tuple[Part, ...]:
    return tuple(
        Part(part.axis, part.key, part.cell.reading.amount, part.cell.text.place, _sure(part.cell))
        for part in row.parts
    )


def _sure(cell: Cell) -> bool:
    return cell.reading.amount is not None or cell.reading.state is BLANK


def _either(stated: Cell | None, in_amount: Decimal | None, in_label: Decimal | None) -> Decimal | None:
    """The number in a cell of its own, else told with the amount, else with the label."""
    found = stated.reading.amount if stated is not None else None
    found = in_amount if found is None else found
    return in_label if found is None else found


def _total(row: Row, covered: tuple[int, ...]) -> Total:
    cell, spent = worth(row), row.numbers.get("actual")
    return Total(
        row.label,
        row.place,
        cell.text.place,
        cell.reading,
        cell.reading.amount,
        covered,
        _parts(row) if row.parts else (),
        Part("status", "actual", spent.reading.amount, spent.text.place, _sure(spent)) if spent else None,
        row.words.get("share"),
    )


def _currency(lines: Sequence[AmountLine], total: Total | None) -> str | None:
    named = next((line.currency for line in lines if line.currency), None)
    return named or (total.reading.currency if total else None)


def _turned(side: Side) -> Side:
    """Amounts that are all negative are notation (income written with a minus): they are turned."""
    negative = False
    for line in side.lines:
        least, most = line.bounds or (0, 0)
        if most > 0:
            return side
        negative |= least < 0
    if not negative:
        return side
    return replace(
        side,
        lines=tuple(map(_negated, side.lines)),
        total=_negated(side.total) if side.total else None,
        subtotals=tuple(map(_negated, side.subtotals)),
        turned=True,
    )


def _negated(row: Added) -> Added:
    """A row with a negative amount, and its columns, turned; one that is positive already stays."""
    if row.amount is None or row.amount >= 0:
        return row
    parts = tuple(replace(part, amount=-part.amount) if part.amount else part for part in row.parts)
    return replace(row, amount=-row.amount, parts=parts)
