"""Knows the arithmetic of budget and financing: both there, added up rightly, and equal to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from projektkort.finding import Note, Problem
from projektkort.money import Money
from projektkort.project.books import summed
from projektkort.project.models import AmountLine, Project, Side, Total
from projektkort.rules.figures import gap, mixed, sides, spoken
from projektkort.rules.hints import Figure, explain, places
from projektkort.rules.rule import rule
from projektkort.rules.sections import left_open
from projektkort.schema.model import Schema
from projektkort.span import Place

CENT = Decimal("0.01")
SHORT_SUM = 4
"""How many lines a sum may have for the message to write it out."""


@rule()
def budget_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """A budget is there where the fund demands one, and an amount stands in it."""
    if project.budget is not None:
        yield from _unfilled(project, project.budget, schema.budget.required)
    elif schema.budget.required:
        yield Problem(project.end)


@rule()
def financing_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """A financing plan is there where the fund demands one, and an amount stands in it."""
    if project.financing is not None:
        yield from _unfilled(project, project.financing, schema.financing.required)
    elif schema.financing.required:
        yield Problem(_behind(project.budget) or project.end)


def _unfilled(project: Project, side: Side, required: bool) -> Iterator[Problem]:
    """Amounts in sentences are no budget, but all that is asked of one where none is required."""
    if side.total is None and not (side.unsure or side.counted or _spent(side)):
        told = _told_below(project, side)
        if required or not (told or _left_open(project, side)):
            yield Problem(side.heading, variant="told" if told else "empty", label=side.heading.text)


def _left_open(project: Project, side: Side) -> bool:
    """Whether nothing but what a form says stands below its heading."""
    return any(section.label.place == side.heading and left_open(project, section) for section in project.walk())


def _told_below(project: Project, side: Side) -> bool:
    """Whether amounts stand in the text of the section with this heading."""
    spans = [section.text for section in project.walk() if section.label.place == side.heading]
    return any(span.start <= each.text.start < span.end for span in spans for each in project.amounts_in_text)


def _spent(side: Side) -> bool:
    """Whether it tells what was used: a report may leave the budget to the application."""
    return any(line.actual is not None for line in side.lines)


def _behind(side: Side | None) -> Place | None:
    """Where a side ends: that is where the other one is looked for."""
    if side is None:
        return None
    rows: list[AmountLine | Total] = [*side.lines, *([side.total] if side.total else [])]
    end = max(side.place.end, *(row.place.end for row in rows)) if rows else side.place.end
    return Place(side.place.lines, end, end)


@rule(needs={"budget"})
def budget_total(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines of the budget add up to the total that it states."""
    yield from _total(project, project.budget)


@rule(needs={"financing"})
def financing_total(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines of the financing add up to the total that it states."""
    yield from _total(project, project.financing)


@rule()
def subtotal_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines that a subtotal covers add up to it."""
    for side in sides(project):
        for subtotal in side.subtotals:
            yield from _added(project, side, subtotal, [side.lines[index] for index in subtotal.lines])


def _total(project: Project, side: Side | None) -> Iterator[Problem]:
    if side is not None and side.total is not None:
        yield from _added(project, side, side.total, side.lines)


def _added(project: Project, side: Side, total: Total, lines: Sequence[AmountLine]) -> Iterator[Problem]:
    counted = tuple(line for line in lines if not line.blank)
    computed = summed(counted)
    if computed is None or total.amount is None or side.unsure:
        return
    difference = gap((total.amount, total.amount), computed)
    if not difference or mixed(project):
        return
    exact = computed[0] == computed[1]
    hint = (
        explain(Figure(total.amount), Figure(computed[0], counted, taxed=side.name == "budget"), side.currency)
        if exact
        else None
    )
    terms = tuple(line.amount for line in counted) if exact and 1 < len(counted) <= SHORT_SUM else ()
    yield Problem(
        total.amount_place,
        variant="" if exact else "range",
        label=total.label.value,
        stated=Money(total.amount, side.currency),
        computed=spoken(computed, side.currency),
        least=None if exact else Note("least"),
        difference=Money(difference, side.currency),
        terms=Note("terms", {"amounts": terms}) if terms else None,
        hint=hint,
        related=[line.amount_place for line in counted],
    )


@rule(needs={"budget", "financing"})
def budget_balances(project: Project, schema: Schema) -> Iterator[Problem]:
    """Costs and financing come to the same amount."""
    costs, financing = project.budget, project.financing
    assert costs is not None and financing is not None, "the rule needs both"
    low, high = costs.bounds, financing.bounds
    if low is None or high is None or not (difference := gap(low, high)) or mixed(project):
        return
    exact = costs.figure is not None and financing.figure is not None
    sums = Figure(low[0], costs.counted, taxed=True), Figure(high[0], financing.counted)
    hint = explain(*sums, costs.currency) if exact else None
    yield Problem(
        financing.place,
        variant=("missing" if difference > 0 else "surplus") + ("-volunteer" if _volunteer(costs, hint) else ""),
        costs=spoken(low, costs.currency),
        financing=spoken(high, financing.currency),
        difference=Money(difference, costs.currency),
        least=None if exact else Note("least"),
        hint=hint,
        related=dict.fromkeys([costs.place, *_unsummed(costs), *_unsummed(financing), *places(hint)]),
    )


def _volunteer(costs: Side, hint: Note | None) -> bool:
    """Whether the difference is a cost line of voluntary work, which must stand on both sides."""
    return any(line.place in places(hint) and line.type == "volunteer" for line in costs.lines)


def _unsummed(side: Side) -> list[Place]:
    """The amounts that no stated total speaks for."""
    return [] if side.total else [line.amount_place for line in side.counted]


@rule()
def parts_differ(project: Project, schema: Schema) -> Iterator[Problem]:
    """What stands in the columns of years or partners comes to the amount of the line."""
    for side in sides(project):
        for line in side.counted:
            if not line.parts:
                continue
            amounts = [part.amount for part in line.parts if part.amount is not None]
            if line.amount is not None and amounts and sum(amounts) != line.amount:
                currency = line.currency or side.currency
                parts = sum(amounts, Decimal(0))
                yield Problem(
                    line.amount_place,
                    label=line.label.value,
                    parts=Money(parts, currency),
                    stated=Money(line.amount, currency),
                    difference=Money(abs(line.amount - parts), currency),
                    related=[part.place for part in line.parts if part.amount is not None],
                )


@rule()
def quantity_times_price(project: Project, schema: Schema) -> Iterator[Problem]:
    """Quantity times unit price, rounded half up to two decimals, is the amount of the line."""
    for side in sides(project):
        for line in side.counted:
            if line.quantity is None or line.unit_price is None or line.amount is None:
                continue
            product = (line.quantity * line.unit_price).quantize(CENT, ROUND_HALF_UP)
            if product != line.amount:
                currency = line.currency or side.currency
                yield Problem(
                    line.amount_place,
                    label=line.label.value,
                    quantity=line.quantity,
                    unit=line.unit,
                    price=Money(line.unit_price, currency),
                    product=Money(product, currency),
                    stated=Money(line.amount, currency),
                    difference=Money(line.amount - product, currency),
                    hint=explain(Figure(product), Figure(line.amount), currency),
                    related=[line.place if "\n" in line.place.text else line.label.place],
                )
