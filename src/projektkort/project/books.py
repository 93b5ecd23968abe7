"""Knows the two sides of the books as frozen values: lines, totals, and what a side comes to.

Amounts are `Decimal` in major units of the currency beside them. How rows become lines, `ledger` knows.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Literal

from projektkort.frozen import Frozen
from projektkort.money import Reading, State
from projektkort.schema.model import Commitment, FinancingType
from projektkort.span import Place, Text

SideName = Literal["budget", "financing"]
Bounds = tuple[Decimal, Decimal]
"""The least and the greatest amount that something can mean."""
_ZERO, _BLANK = Decimal(0), State.BLANK


class Part(Frozen):
    """One column of an amount line that is divided by year, partner or status."""

    axis: Literal["year", "partner", "status", "other"]
    key: str
    amount: Decimal | None
    place: Place
    sure: bool = True
    """Whether its cell was read: a blank one was, a range or words were not."""


class AmountLine(Frozen, guarded=False):
    """One line of a budget or of a financing plan.

    `label` is the post or the funder as written, without quantity and price. `amount` is None where nothing was
    meant, for a range (`low`, `high`) and where `reading` says that it could not be read.
    """

    label: Text
    place: Place
    """The whole line: the row, the line of text or the YAML entry."""
    amount_place: Place
    """The cell or the words of the amount; the line's end where there is none."""
    reading: Reading
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    approximate: bool = False
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    price_unread: tuple[Reading, Place] | None = None
    """What is wrong with the figure in the column of unit prices, and where it stands; None where nothing is."""
    category: str | None = None
    parts: tuple[Part, ...] = ()
    actual: Decimal | None = None
    actual_sure: bool = True
    """Whether what was spent was read, where something stands there."""
    share: Text | None = None
    """The cell of a column of shares, as written."""
    eligible: bool | None = None
    type: FinancingType | None = None
    commitment: Commitment | None = None
    note: str | None = None
    group: str | None = None
    """The heading among the lines that it stands under, up to the next subtotal."""

    @property
    def blank(self) -> bool:
        """Whether no amount was meant."""
        return self.reading.state is _BLANK

    @property
    def bounds(self) -> Bounds | None:
        """The least and the greatest amount it can mean; None where it could not be read."""
        if self.amount is not None:
            return self.amount, self.amount
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None


class Total(Frozen):
    """A total or subtotal as the document states it, and the lines that it covers."""

    label: Text
    place: Place
    amount_place: Place
    reading: Reading
    amount: Decimal | None
    lines: tuple[int, ...] = ()
    """Indexes into the side's lines."""
    parts: tuple[Part, ...] = ()
    """What it says in the columns of years or partners."""
    spent: Part | None = None
    """What it says in the column of what was spent."""
    share: Text | None = None


def summed(lines: Sequence[AmountLine]) -> Bounds | None:
    """The least and greatest sum of the lines; None where one of them was not read, or where there are none."""
    amounts = [line.amount for line in lines if line.amount is not None]
    if lines and len(amounts) == len(lines):
        whole = sum(amounts, _ZERO)
        return whole, whole
    known = [pair for line in lines if (pair := line.bounds) is not None]
    if not lines or len(known) < len(lines):
        return None
    return sum((low for low, _ in known), _ZERO), sum((high for _, high in known), _ZERO)


class Side(Frozen, remembers=True):
    """The budget or the financing. The rules ask for the same figures again and again."""

    name: SideName
    place: Place
    """Where the side's figure stands best: its heading or first line; the stated total's amount where there is one."""
    heading: Place
    currency: str | None = None
    lines: tuple[AmountLine, ...] = ()
    total: Total | None = None
    subtotals: tuple[Total, ...] = ()
    turned: bool = False
    """Whether all its amounts were written as negative ones."""
    unsure: bool = False
    """Whether something about it could not be decided (given twice, a column nobody knows): no figure then."""

    @property
    def totals(self) -> tuple[Total, ...]:
        """The subtotals, and behind them the total."""
        return (*self.subtotals, self.total) if self.total is not None else self.subtotals

    @property
    def rows(self) -> tuple[AmountLine | Total, ...]:
        """Everything that was read as a row: lines, subtotals and the total."""
        return *self.lines, *self.totals

    @property
    def currencies(self) -> frozenset[str]:
        """The currencies that its amounts name; those that name none go with the others."""
        named = {line.currency for line in self.counted} | ({self.total.reading.currency} if self.total else set())
        return frozenset([currency for currency in named if currency is not None])

    @cached_property
    def counted(self) -> tuple[AmountLine, ...]:
        """The lines that an amount was meant for."""
        return tuple([line for line in self.lines if line.reading.state is not _BLANK])

    @cached_property
    def bounds(self) -> Bounds | None:
        """The least and greatest sum of the lines, or the stated total where there are no lines; None: unreadable."""
        if self.unsure or len(self.currencies) > 1:
            return None
        if counted := self.counted:
            return summed(counted)
        return (self.total.amount, self.total.amount) if self.total and self.total.amount is not None else None

    @property
    def computed(self) -> Decimal | None:
        """The sum of the lines when every one was read and none is a range."""
        return self.figure if self.counted else None

    @cached_property
    def figure(self) -> Decimal | None:
        """What the side comes to: the computed total, or the stated one where there are no lines; None: unreadable."""
        bounds = self.bounds
        return bounds[0] if bounds and bounds[0] == bounds[1] else None
