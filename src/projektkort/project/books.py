"""Knows the two sides of the books as frozen values: lines, totals, and what a side comes to.

Amounts are `Decimal` in major units of the currency beside them. How rows become lines, `ledger` knows.
"""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from projektkort.money import Reading
from projektkort.schema.model import Commitment, FinancingType
from projektkort.span import Place, Text

SideName = Literal["budget", "financing"]


class Part(BaseModel):
    """One column of an amount line that is divided by year, partner or status."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    axis: Literal["year", "partner", "status", "other"]
    key: str
    amount: Decimal | None
    place: Place


class AmountLine(BaseModel):
    """One line of a budget or of a financing plan.

    `label` is the post or the funder as written, without quantity and price. `amount` is None where nothing was
    meant, for a range (`low`, `high`) and where `reading` says that it could not be read.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

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
    category: str | None = None
    parts: tuple[Part, ...] = ()
    actual: Decimal | None = None
    eligible: bool | None = None
    type: FinancingType | None = None
    commitment: Commitment | None = None

    @property
    def blank(self) -> bool:
        """Whether no amount was meant."""
        return self.reading.state == "blank"

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest amount it can mean; None where it could not be read."""
        if self.amount is not None:
            return self.amount, self.amount
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None


class Total(BaseModel):
    """A total or subtotal as the document states it, and the lines that it covers."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    label: Text
    place: Place
    amount_place: Place
    reading: Reading
    amount: Decimal | None
    lines: tuple[int, ...] = ()
    """Indexes into the side's lines."""


class Side(BaseModel):
    """The budget or the financing."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

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
    def rows(self) -> tuple[AmountLine | Total, ...]:
        """Everything that was read as a row: lines, subtotals and the total."""
        return (*self.lines, *self.subtotals, *((self.total,) if self.total else ()))

    @property
    def currencies(self) -> frozenset[str]:
        """The currencies that its amounts name; those that name none go with the others."""
        named = {line.currency for line in self.counted} | ({self.total.reading.currency} if self.total else set())
        return frozenset(currency for currency in named if currency is not None)

    @property
    def counted(self) -> tuple[AmountLine, ...]:
        """The lines that an amount was meant for."""
        return tuple(line for line in self.lines if not line.blank)

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and greatest sum of the lines, or the stated total where there are no lines; None: unreadable."""
        if self.unsure or len(self.currencies) > 1:
            return None
        if not self.counted:
            return (self.total.amount, self.total.amount) if self.total and self.total.amount is not None else None
        bounds = [line.bounds for line in self.counted]
        if any(pair is None for pair in bounds):
            return None
        return sum((b[0] for b in bounds if b), Decimal(0)), sum((b[1] for b in bounds if b), Decimal(0))

    @property
    def computed(self) -> Decimal | None:
        """The sum of the lines when every one was read and none is a range."""
        return self.figure if self.counted else None

    @property
    def figure(self) -> Decimal | None:
        """What the side comes to: the computed total, or the stated one where there are no lines; None: unreadable."""
        bounds = self.bounds
        return bounds[0] if bounds and bounds[0] == bounds[1] else None
