"""Knows the rows of an amount table, whatever they were written as, and how their amounts are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, NamedTuple

from projektkort.frozen import Frozen
from projektkort.money import Reading, State, currency_of, holds_number, read, readings, unit_of
from projektkort.schema.kept import kept
from projektkort.span import Place, Text

ONE = Decimal(1)
MEANT = frozenset({State.EXACT, State.RANGE, State.AMBIGUOUS})
NUMBER_ROLES = frozenset({"quantity", "unit_price", "actual"})


class Cell(Frozen, guarded=False):
    """An amount as written, how it reads, and the currency that it or its column names."""

    text: Text
    reading: Reading
    currency: str | None = None

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest amount it can mean; None where it has none, or two readings."""
        if self.reading.amount is not None:
            return self.reading.amount, self.reading.amount
        if self.reading.low is not None and self.reading.high is not None:
            return self.reading.low, self.reading.high
        return None

    @property
    def meant(self) -> bool:
        """Whether this is an amount, exact or not; not words, and not a blank."""
        return self.reading.state in MEANT


class Part(Frozen, guarded=False):
    """The amount of a line for one year, partner or status."""

    axis: Literal["year", "partner"]
    key: str
    cell: Cell


class Row(Frozen, guarded=False):
    """One row: its label, its amount, and the other cells by column. No amount at all: the heading of a group."""

    label: Text
    place: Place
    amount: Cell | None = None
    side: Literal["budget", "financing"] | None = None
    parts: tuple[Part, ...] = ()
    words: Mapping[str, Text] = MappingProxyType({})  # note, type, commitment, category, unit …
    numbers: Mapping[str, Cell] = MappingProxyType({})  # quantity, unit_price, actual
    whole: bool = False  # states the whole of its side, whatever its label says
    amount_first: bool = False  # written "9.500 Telte", not "Telte 9.500"

    @property
    def heads(self) -> bool:
        """Whether it is the heading of a group."""
        return self.amount is None and not self.parts and not self.numbers


class Tongue(NamedTuple):
    """What reading an amount depends on: the language, and the unit and currency declared above it.

    What is remembered of heads and keys is remembered by it, so that it is a tuple, which is found quickly.
    """

    language: str | None
    unit: Decimal = ONE
    currency: str | None = None

    def declared(self, heading: str) -> Tongue:
        """The same below a heading, caption or column head, which may declare unit and currency."""
        unit, currency = _declared(heading, self.language)
        return Tongue(self.language, unit or self.unit, currency or self.currency)

    def cell(self, text: Text, reading: Reading | None = None) -> Cell:
        """An amount; `reading` where it has been read already."""
        if reading is None:
            reading = readings(self.language, self.unit)[text.value]
        return Cell(text, reading, reading.currency or self.currency)

    def meant(self, text: Text) -> bool:
        """Whether a text is an amount, exact or not."""
        return holds_number(text.value) and read(text.value, self.language, unit=self.unit).state in MEANT

    def number(self, text: Text) -> Cell:
        """A number that is no amount, such as a quantity: the unit of the column does not scale it."""
        return Cell(text, readings(self.language, ONE)[text.value])


@kept
def _declared(heading: str, language: str | None) -> tuple[Decimal | None, str | None]:
    return unit_of(heading, language), currency_of(heading, language)
