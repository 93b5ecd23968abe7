"""Knows the one amount that a text tells beside other words: asides, a quantity and its price, an equals sign."""

from __future__ import annotations

import re

from projektkort.frozen import replace
from projektkort.money import Reading, Split, State, find, split_quantity, tail
from projektkort.project.row import Cell, Tongue
from projektkort.project.sums import of_which_at
from projektkort.span import Text

EQUALS = re.compile(r"\s=\s*")
NUMBER = re.compile(r"\s*(\d[\d.,\s]*\d|\d)\s*[^\d\s]\D*(?:(?<=m)[23])?")
CLOSING = " \t.,;)"
SURE = frozenset({State.EXACT, State.RANGE, State.AMBIGUOUS})


def told(text: Text, tongue: Tongue) -> Cell | None:
    """The amount of a text such as "10.000 kr. (offer of 3 May)" or "7 x 1.000 = 7.000"; None where none stands out.

    Behind an equals sign, at the end, at the beginning, or alone: in this order. Of "15.000, of which 10.000" it is
    the first.
    """
    shares = of_which_at(text.value)
    if shares is not None and shares > 0:
        return told(text.slice(0, shares), tongue)
    equals = list(EQUALS.finditer(text.value))
    if equals:
        cell = tongue.cell(text.slice(equals[-1].end()).strip())
        return _counted(cell, text.value[: equals[-1].start()], tongue) if cell.meant else None
    found = tail(text.value, tongue.language, tongue.unit)
    if found is not None:
        return _counted(_cell(text, found[1], tongue), text.value[: found[1].start], tongue)
    amounts = amounts_of(text, tongue)
    if not amounts:
        return None
    last = amounts[-1]
    if last.text.end - text.start >= len(text.value.rstrip(CLOSING)) and len(amounts) == 1:
        return last
    return amounts[0] if len(amounts) == 1 or amounts[0].text.start == text.start else None


def amounts_of(text: Text, tongue: Tongue) -> list[Cell]:
    """The amounts in a text that were meant as such."""
    return [_cell(text, reading, tongue) for reading in find(text.value, tongue.language) if reading.state in SURE]


def _cell(text: Text, reading: Reading, tongue: Tongue) -> Cell:
    own = text.slice(reading.start, reading.end)
    return tongue.cell(own, reading if tongue.unit == 1 else None)


def _counted(cell: Cell, before: str, tongue: Tongue) -> Cell:
    """The amount with the quantity and the price that are told before it."""
    if cell.reading.quantity is not None:
        return cell
    return with_quantity(cell, split_quantity(before.rstrip(" ,:="), tongue.language))


def with_quantity(cell: Cell, product: Split) -> Cell:
    """An amount as stated, with the quantity and the price of the product that it should be, if one is told."""
    if product.unit_price is None:
        return cell
    reading = replace(cell.reading, quantity=product.quantity, unit=product.unit, unit_price=product.unit_price)
    return replace(cell, reading=reading)


def count_of(text: Text, tongue: Tongue) -> Cell:
    """A quantity with or without its unit: "10", "10 timer"."""
    match = NUMBER.fullmatch(text.value) if not text.value.isdecimal() else None
    return replace(tongue.number(text.slice(*match.span(1))), text=text) if match else tongue.number(text)
