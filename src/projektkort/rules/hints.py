"""Knows what a difference between two figures may come from: one line, a slip of the pen, the VAT.

Only exact matches count, and only where one line fits. The words stand in phrases.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.project.models import AmountLine
from projektkort.span import Place

FACTORS = (10, 100, 1000)
VAT_COUNTRIES = {"DKK", "SEK", "NOK"}
"""Where the general rate of VAT is 25 %, by the VAT acts of Denmark (33), Sweden (9:2) and Norway (yearly decision)."""


class Figure(NamedTuple):
    """A sum, and the lines that make it; none for a stated one. `taxed` where VAT can be in them: in costs."""

    amount: Decimal
    lines: tuple[AmountLine, ...] = ()
    taxed: bool = False


def explain(left: Figure, right: Figure, currency: str | None) -> Note | None:
    """The most telling of the exact explanations of why two figures differ; None where there is none."""
    low, high = sorted((left, right), key=lambda figure: figure.amount)
    return next(_guesses(low, high, currency), None)


def places(hint: Note | None) -> list[Place]:
    """The lines that a hint speaks of."""
    return [value for value in hint.values.values() if isinstance(value, Place)] if hint else []


def _guesses(low: Figure, high: Figure, currency: str | None) -> Iterator[Note]:
    difference = high.amount - low.amount
    yield from _same(low, high, difference)
    if key := _slip(low.amount, high.amount, currency):
        yield Note(key, {"factor": high.amount // low.amount, "amount": Money(low.amount, currency)})
    slips = [
        (line, meant, key)
        for figure, change in ((low, difference), (high, -difference))
        for line in figure.lines
        if line.amount is not None
        and (key := _slip(line.amount, meant := line.amount + change, currency if figure.taxed else None))
    ]
    if len(slips) == 1:
        line, meant, key = slips[0]
        yield _note(f"line-{key}", line, amount=Money(meant, currency))


def _same(low: Figure, high: Figure, difference: Decimal) -> Iterator[Note]:
    """The lines whose amount is the difference."""
    extra = [line for line in high.lines if line.amount == difference]
    if len(extra) == 1:
        yield _note("line", extra[0])
    elif len(extra) == 2 and extra[0].label.value.casefold() == extra[1].label.value.casefold():
        yield _note("line-twice", extra[0], again=extra[1].place)
    again = [line for line in low.lines if line.amount == difference]
    if len(again) == 1:
        yield _note("line" if high.lines else "counted-twice", again[0])


def _note(key: str, line: AmountLine, **values: Money | Place) -> Note:
    return Note(key, {"label": line.label.value, "line": line.place, **values})


def _slip(one: Decimal, other: Decimal, currency: str | None) -> str:
    """How two amounts may be the same one written wrongly; empty where they are not."""
    low, high = sorted((one, other))
    if low <= 0:
        return ""
    if any(low * factor == high for factor in FACTORS):
        return "factor"
    if _swapped(f"{low.normalize():f}", f"{high.normalize():f}"):
        return "swapped"
    return "vat" if currency in VAT_COUNTRIES and low * 5 == high * 4 else ""


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places."""
    apart = [i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
