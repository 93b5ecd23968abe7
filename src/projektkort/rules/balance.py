"""Knows the arithmetic of budget and financing: both there, added up rightly, and equal to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from projektkort.finding import Note, Problem
from projektkort.money import Money, agrees
from projektkort.project.books import summed
from projektkort.project.models import AmountLine, Project, Side, Total
from projektkort.rules.absent import absent
from projektkort.rules.columns import short_year, side_columns, told_by_columns
from projektkort.rules.cut_off import breaks_off
from projektkort.rules.figures import gap, mixed, sides, spoken
from projektkort.rules.hints import Figure, Term, explain, places, terms
from projektkort.rules.mended import columns_of, mends, product_of
from projektkort.rules.rewriting import rewritten
from projektkort.rules.rule import rule
from projektkort.rules.vat_words import taxable
from projektkort.schema.model import Schema
from projektkort.span import Place

SEVERAL = 5
"""So many lines ask for their total."""
SHORT_SUM = 4
"""How many lines a sum may have for the message to write it out."""


@rule()
def budget_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """A budget is there where the fund demands one, and an amount stands in it."""
    yield from absent(project, "budget", schema.budget.required)


@rule()
def financing_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """A financing plan is there where the fund demands one, and an amount stands in it."""
    yield from absent(project, "financing", schema.financing.required)


@rule(needs={"budget"})
def budget_total(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines of the budget add up to the total that it states."""
    yield from _total(project, project.budget)


@rule(needs={"financing"})
def financing_total(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines of the financing add up to the total that it states."""
    yield from _total(project, project.financing)


@rule()
def total_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """Where only one side is there, it states what its lines come to: else nothing says whether one is missing."""
    if project.budget is not None and project.financing is not None:
        return
    for side in sides(project):
        computed = side.bounds
        if side.total or side.subtotals or computed is None or len(side.counted) < SEVERAL or mixed(project):
            continue
        last = side.counted[-1].place
        yield Problem(
            Place(last.lines, last.end, last.end),
            label=side.heading.text,
            computed=spoken(computed, side.currency),
            count=len(side.counted),
            related=[side.heading],
        )


@rule()
def subtotal_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """The lines that a subtotal covers add up to it."""
    for side in sides(project):
        for subtotal in side.subtotals:
            covered = [side.lines[index] for index in subtotal.lines]
            yield from _added(project, side, subtotal, tuple(line for line in covered if not line.blank))


def _total(project: Project, side: Side | None) -> Iterator[Problem]:
    if side is not None and side.total is not None:
        yield from _added(project, side, side.total, side.counted, side.subtotals)


def _added(
    project: Project, side: Side, total: Total, counted: tuple[AmountLine, ...], subtotals: Sequence[Total] = ()
) -> Iterator[Problem]:
    computed = summed(counted)
    if computed is None or total.amount is None or side.unsure:
        return
    difference = gap((total.amount, total.amount), computed)
    if not difference or mixed(project) or told_by_columns(total, counted) or breaks_off(total, project):
        return
    exact = computed[0] == computed[1]
    added = _figure(project, side, computed[0], counted, terms(subtotals))
    written = tuple(line.amount for line in counted) if exact and 1 < len(counted) <= SHORT_SUM else ()
    yield Problem(
        total.amount_place,
        variant="" if exact else "range",
        fix=rewritten(total, computed[0], counted, project.language) if exact else None,
        label=total.label.value,
        stated=Money(total.amount, side.currency),
        computed=spoken(computed, side.currency),
        least=None if exact else Note("least"),
        difference=Money(difference, side.currency),
        terms=Note("terms", {"amounts": written}) if written else None,
        hint=explain(Figure(total.amount), added, side.currency) if exact else None,
        related=[line.amount_place for line in counted],
    )


def _figure(
    project: Project, side: Side, amount: Decimal, lines: Sequence[AmountLine], groups: tuple[Term, ...] = ()
) -> Figure:
    return Figure(amount, terms(lines), taxable(project, side), groups, mends(lines))


@rule()
def column_total_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """The cells in each column of years or partners add up to what the total row says there."""
    for side in sides(project):
        wrong = list(side_columns(side))
        for column in wrong if wrong and not mixed(project) else ():
            stated, currency = column.stated.amount or Decimal(0), side.currency
            written = tuple(cell.amount for cell in column.cells) if 1 < len(column.cells) <= SHORT_SUM else ()
            added = Figure(column.computed, column.cells, taxable(project, side))
            yield Problem(
                column.stated.place,
                label=column.total.label.value,
                column=column.stated.key,
                stated=Money(stated, currency),
                computed=Money(column.computed, currency),
                difference=Money(stated - column.computed, currency),
                terms=Note("terms", {"amounts": written}) if written else None,
                hint=explain(Figure(stated), added, currency),
                related=[cell.place for cell in column.cells],
            )


@rule(needs={"budget", "financing"})
def years_differ(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the project costs in a year is financed in that year, where both sides are divided into the same years."""
    short = short_year(project.budget, project.financing)
    if short is not None and project.balances and not mixed(project):
        currency = project.budget.currency if project.budget is not None else None
        yield Problem(
            short.income_place,
            year=short.year,
            costs=Money(short.costs, currency),
            financing=Money(short.income, currency),
            difference=Money(short.costs - short.income, currency),
            related=[short.costs_place],
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
    paid, given = (_figure(project, side, ends[0], side.counted) for side, ends in ((costs, low), (financing, high)))
    hint = explain(paid, given, costs.currency) if exact else None
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
            parts = columns_of(line) if line.parts else ()
            whole = sum((part.amount for part in parts), Decimal(0)) if parts else line.amount
            if line.amount is not None and whole is not None and whole != line.amount:
                currency = line.currency or side.currency
                added = Figure(whole, parts)
                yield Problem(
                    line.amount_place,
                    label=line.label.value,
                    parts=Money(whole, currency),
                    stated=Money(line.amount, currency),
                    difference=Money(abs(line.amount - whole), currency),
                    hint=explain(Figure(line.amount), added, currency),
                    related=[part.place for part in parts],
                )


@rule()
def quantity_times_price(project: Project, schema: Schema) -> Iterator[Problem]:
    """Quantity times unit price, rounded half up to two decimals, is the amount of the line."""
    for side in sides(project):
        for line in side.counted:
            if line.quantity is None or line.unit_price is None or line.amount is None:
                continue
            product = product_of(line.quantity, line.unit_price)
            if product != line.amount and not agrees(product, line.amount):
                currency = line.currency or side.currency
                yield Problem(
                    line.amount_place,
                    fix=None if line.parts else rewritten(line, product, side.counted, project.language),
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
