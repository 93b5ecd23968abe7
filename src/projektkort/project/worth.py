"""Knows what a row is worth: its amount's cell, else the sum of its parts, else quantity × unit price."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from projektkort.frozen import replace
from projektkort.money import Reading, State, split_quantity
from projektkort.project.row import Cell, Row
from projektkort.schema.vocabulary import exactly
from projektkort.span import Text

BLANK = State.BLANK
CENT = Decimal("0.01")


def worth(row: Row) -> Cell:
    """The amount of a row, and where it stands; a blank at the row's end where it tells none."""
    amount = row.amount
    if amount is not None and not (row.parts and _blank(amount)):
        return amount
    if row.parts:
        return _sum([part.cell for part in row.parts])
    quantity, price = row.numbers.get("quantity"), row.numbers.get("unit_price")
    end = Text.empty(row.place.lines, row.place.end)
    if price is None:
        return Cell(end, Reading(State.BLANK))
    if quantity is None or _blank(quantity):
        return price
    product = _product(quantity, price)
    return product if product.bounds is None else replace(product, text=end)


def without_hours(cell: Cell, language: str | None) -> Cell:
    """The cell as a blank where it tells hours and no price, "200 hours (not valued)": hours are no amount."""
    if cell.reading.reason != "unit" or cell.reading.state is not State.UNREADABLE:
        return cell
    count = split_quantity(cell.text.value, language)
    word = exactly(count.unit, "cost_words") if count.unit else None
    if word is None or word.id != "hours":
        return cell
    return replace(cell, reading=Reading(State.BLANK, quantity=count.quantity, unit=count.unit))


def _blank(cell: Cell) -> bool:
    return cell.reading.state is BLANK


def _unclear(cells: Sequence[Cell]) -> Cell | None:
    """The first cell that has no amount nor range of amounts."""
    return next((cell for cell in cells if cell.bounds is None), None)


def _sum(parts: Sequence[Cell]) -> Cell:
    """The sum of the parts that were meant, at the last of them; the unclear one where there is one."""
    filled = [cell for cell in parts if not _blank(cell)] or list(parts[-1:])
    if (unclear := _unclear(filled)) is not None:
        return unclear
    if len({cell.currency for cell in filled} - {None}) > 1:
        return replace(filled[-1], reading=Reading(State.UNREADABLE, reason="two-currencies"))
    bounds = [cell.bounds for cell in filled if cell.bounds is not None]
    low, high = sum((low for low, _ in bounds), Decimal(0)), sum((high for _, high in bounds), Decimal(0))
    currency = next((cell.currency for cell in filled if cell.currency), None)
    return Cell(filled[-1].text, _between(low, high, filled), currency)


def _product(quantity: Cell, price: Cell) -> Cell:
    """Quantity × price, in hundredths; the unclear one of both where there is one."""
    if (unclear := _unclear([price, quantity])) is not None:
        return unclear
    counts, prices = quantity.bounds or (), price.bounds or ()
    low, high = (count * each for count, each in zip(counts, prices, strict=True))
    reading = _between(_rounded(low), _rounded(high), [quantity, price])
    return Cell(price.text, reading, price.currency)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP).normalize() + 0  # 51, not 51.00 or 5.1E+1


def _between(low: Decimal, high: Decimal, cells: Sequence[Cell]) -> Reading:
    approximate = any(cell.reading.approximate for cell in cells)
    if low == high:
        return Reading(State.EXACT, amount=low, approximate=approximate)
    return Reading(State.RANGE, low=low, high=high, approximate=approximate)
