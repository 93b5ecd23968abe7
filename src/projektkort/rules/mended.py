"""Knows what a line comes to by its own quantity and price, and by its own columns; what that means, others tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from projektkort.project.models import AmountLine
from projektkort.rules.added import Mend, Term
from projektkort.rules.digits import CENT


def mends(lines: Iterable[AmountLine]) -> tuple[Mend, ...]:
    """The lines that are wrong in themselves, with what else they would come to."""
    return tuple(mend for line in lines for mend in _mends(line))


def _mends(line: AmountLine) -> Iterator[Mend]:
    if line.amount is None:
        return
    found: set[Decimal] = set()
    if line.quantity is not None and line.unit_price is not None:
        found.add(product_of(line.quantity, line.unit_price))
    if columns := columns_of(line):
        found.add(sum((part.amount for part in columns), Decimal(0)))
    for meant in sorted(found - {line.amount}):
        yield Mend(Term(line.label.value, line.amount, line.place), meant)


def product_of(quantity: Decimal, price: Decimal) -> Decimal:
    """Quantity times unit price, rounded half up to two decimals."""
    return (quantity * price).quantize(CENT, ROUND_HALF_UP)


def columns_of(line: AmountLine) -> tuple[Term, ...]:
    """The amounts in the columns of years or partners."""
    return tuple(Term(part.key, part.amount, part.place) for part in line.parts if part.amount is not None)
