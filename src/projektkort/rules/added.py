"""Knows a sum and the lines that make it, as rules tell of them to those who look for what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from projektkort.project.models import AmountLine, Total
from projektkort.span import Place


class Term(NamedTuple):
    """One figure of a sum: a line, a part of one, a subtotal."""

    label: str
    amount: Decimal
    place: Place


class Mend(NamedTuple):
    """A line that is wrong in itself, and what else it would come to."""

    line: Term
    meant: Decimal


class Figure(NamedTuple):
    """A sum, and the lines that make it; none for a stated one. `taxed` where VAT may be missing in them: in costs.

    `groups` are the subtotals that stand among the lines and are no part of the sum; `mends` what is wrong in itself.
    """

    amount: Decimal
    lines: tuple[Term, ...] = ()
    taxed: bool = False
    groups: tuple[Term, ...] = ()
    mends: tuple[Mend, ...] = ()


def terms(rows: Iterable[AmountLine | Total]) -> tuple[Term, ...]:
    """Those of the rows that have one amount, as terms of a sum."""
    return tuple(Term(row.label.value, row.amount, row.place) for row in rows if row.amount is not None)
