"""Knows figures of projects and their sums by currency, which tell what they leave out. `cells` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.project.models import Applied, Side

ZERO = Decimal(0)


class Figure(Frozen):
    """One amount of a project: exact where `low` and `high` are one, else a range; without them nobody can tell.

    `told` says that one was meant, though it may not have been read.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    approximate: bool = False
    told: bool = False

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest amount that it can be; None where it was not read."""
        return None if self.low is None or self.high is None else (self.low, self.high)


UNTOLD = Figure()


def applied_figure(applied: Applied | None, currency: str | None) -> Figure:
    """The amount applied for; `currency` is the document's own."""
    if applied is None:
        return UNTOLD
    reading = applied.reading
    low, high = (reading.low, reading.high) if applied.amount is None else (applied.amount, applied.amount)
    return Figure(low, high, applied.currency or currency, reading.approximate, told=True)


def side_figure(side: Side | None, currency: str | None) -> Figure:
    """What a side of the books comes to."""
    if side is None:
        return UNTOLD
    low, high = side.bounds or (None, None)
    return Figure(low, high, side.currency or currency, any(line.approximate for line in side.counted), told=True)


def own_figure(side: Side | None, currency: str | None) -> Figure:
    """The lines that are the applicant's own money; work and things given are not money."""
    lines = [line for line in side.counted if line.type == "own"] if side is not None else []
    if side is None or not lines:
        return UNTOLD
    bounds = [line.bounds for line in lines if line.bounds is not None]
    approximate = any(line.approximate for line in lines)
    if side.unsure or len(side.currencies) > 1 or len(bounds) < len(lines):
        return Figure(told=True)
    low, high = (sum((pair[end] for pair in bounds), ZERO) for end in (0, 1))
    return Figure(low, high, side.currency or currency, approximate, told=True)


class Sum(Frozen):
    """The least and the greatest sum of figures in one currency; None where no document names it."""

    currency: str | None
    low: Decimal
    high: Decimal


class Total(Frozen):
    """Sums by currency, and how many of the figures are missing in them, are ranges, or are approximate."""

    sums: tuple[Sum, ...] = ()
    unread: int = 0
    ranges: int = 0
    approximate: int = 0

    def of(self, currency: str | None) -> Sum:
        """The sum in one currency; nothing where there are no figures in it."""
        return next((each for each in self.sums if each.currency == currency), Sum(currency, ZERO, ZERO))


def total_of(figures: Iterable[Figure]) -> Total:
    """What figures come to, the largest sum first; none is left out without being counted."""
    low: dict[str | None, Decimal] = {}
    high: dict[str | None, Decimal] = {}
    unread = ranges = approximate = 0
    for figure in figures:
        if figure.bounds is None:
            unread += 1
            continue
        low[figure.currency] = low.get(figure.currency, ZERO) + figure.bounds[0]
        high[figure.currency] = high.get(figure.currency, ZERO) + figure.bounds[1]
        ranges += figure.bounds[0] != figure.bounds[1]
        approximate += figure.approximate
    return Total(_ordered(low, high), unread, ranges, approximate)


def _ordered(low: Mapping[str | None, Decimal], high: Mapping[str | None, Decimal]) -> tuple[Sum, ...]:
    sums = (Sum(currency, low[currency], high[currency]) for currency in low)
    return tuple(sorted(sums, key=lambda each: (-each.high, each.currency or "")))


def sums_of(amounts: Iterable[Money]) -> tuple[Sum, ...]:
    """What exact amounts come to, by currency."""
    return total_of(Figure(each.amount, each.amount, each.currency, told=True) for each in amounts).sums
