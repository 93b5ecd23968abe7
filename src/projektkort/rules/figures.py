"""Knows how rules speak of sums: sides, bounds, the gap between two figures. Which gap is a problem, the rules know."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from projektkort.finding import Note, Value
from projektkort.money import Money
from projektkort.project.books import Bounds
from projektkort.project.models import Project, Side
from projektkort.span import Place

OWN = frozenset({"own", "volunteer", "in_kind"})
"""The types of financing that people may call their own."""
ZERO = Decimal(0)


def sides(project: Project) -> tuple[Side, ...]:
    """The budget and the financing, where they are."""
    return tuple([side for side in (project.budget, project.financing) if side is not None])


def own_money(financing: Side) -> tuple[Decimal, ...]:
    """What people may mean by what they pay: their own money, that with work and things, all but what is applied for.

    The likeliest first; empty where no line is their own money, or an amount was not read.
    """
    amounts = [(line.type, line.amount) for line in financing.counted if line.amount is not None]
    if len(amounts) < len(financing.counted) or all(kind != "own" for kind, _ in amounts):
        return ()
    meant = (
        [amount for kind, amount in amounts if kind == "own"],
        [amount for kind, amount in amounts if kind in OWN],
        [amount for kind, amount in amounts if kind != "applied"],
    )
    return tuple(dict.fromkeys(sum(each, ZERO) for each in meant))


def gap(left: Bounds, right: Bounds) -> Decimal:
    """How far apart two figures are at the least, positive where the left one is larger; 0 where they may agree."""
    if left[0] > right[1]:
        return left[0] - right[1]
    return min(left[1] - right[0], Decimal(0))


def spoken(bounds: Bounds, currency: str | None) -> Value:
    """A figure as a message says it: an amount, or “between … and …”."""
    low, high = Money(bounds[0], currency), Money(bounds[1], currency)
    return low if low == high else Note("between", {"low": low, "high": high})


def currencies(project: Project) -> Iterator[tuple[str, Place]]:
    """Every currency that an amount of the budget, the financing or the application is in, and where."""
    for side in sides(project):
        for line in side.counted:
            if currency := line.currency or side.currency:
                yield currency, line.amount_place
        for total in side.totals:
            if currency := total.reading.currency or side.currency:
                yield currency, total.amount_place
    if project.applied and project.applied.by == "stated" and project.applied.currency:
        yield project.applied.currency, project.applied.place


def mixed(project: Project) -> bool:
    """Whether amounts in several currencies stand beside each other, so that no sum says anything."""
    named: set[str | None] = set()
    for side in sides(project):
        told = {line.currency for line in side.counted} | {total.reading.currency for total in side.totals}
        named |= {currency or side.currency for currency in told}
    if project.applied and project.applied.by == "stated":
        named.add(project.applied.currency)
    return len(named - {None, ""}) > 1
