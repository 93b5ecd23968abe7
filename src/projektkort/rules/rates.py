"""Knows what costs are that are reckoned by a rate: flat rates, hours of voluntary work, hours of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import ceil

from projektkort.finding import Problem
from projektkort.money import Money
from projektkort.project.models import AmountLine, Project, Side
from projektkort.rules.categories import category_of
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed, spoken
from projektkort.rules.flat import CENT, UNIT, Reckoned, by_category, names, reckoned
from projektkort.rules.hours import hourly, in_hours, is_voluntary, made_of
from projektkort.rules.rule import rule
from projektkort.schema.model import FlatRate, Schema

DAYS = Decimal("365.25")


@rule(needs={"budget"}, asks={"flat_rates"})
def flat_rate_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """A flat rate is its share of the costs that it is reckoned of."""
    for found in reckoned(project, schema):
        if found.right:
            yield from _misnamed(found, schema)
        if found.right or found.possible or found.whole:
            continue
        lines = (found.named,) if found.named else found.stated
        currency = lines[0].currency or (project.budget.currency if project.budget else None)
        yield Problem(
            lines[0].amount_place,
            variant="several" if len(lines) > 1 else "",
            label=tuple(line.label.value for line in lines) if len(lines) > 1 else lines[0].label.value,
            stated=Money(sum((line.amount or Decimal(0) for line in lines), Decimal(0)), currency),
            share=found.rate.share * 100,
            of=found.reckoned_of,
            base=spoken(found.base, currency),
            expected=spoken(found.expected, currency),
            source=clause(schema, "flat_rates"),
            related=[line.amount_place for line in (*lines[1:], *found.known)],
        )


def _misnamed(found: Reckoned, schema: Schema) -> Iterator[Problem]:
    """That a line which comes to the right amount bears another percentage than the fund's."""
    for line, named in found.misnamed:
        yield Problem(
            line.label.place,
            variant="named",
            label=line.label.value,
            named=named,
            share=found.rate.share * 100,
            source=clause(schema, "flat_rates"),
        )


@rule(needs={"budget"}, asks={"flat_rates"})
def flat_rate_unchecked(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every cost that a flat rate may be reckoned of tells what it is for, where the rate depends on it."""
    for found in reckoned(project, schema):
        if found.possible and not found.right and not found.whole:
            yield Problem(
                found.stated[0].amount_place,
                label=found.stated[0].label.value,
                share=found.rate.share * 100,
                of=found.reckoned_of,
                unknown=tuple(line.label.value for line in found.unknown),
                related=[line.label.place for line in found.unknown],
            )


@rule(needs={"budget"}, asks={"flat_rates"})
def flat_rate_covers(project: Project, schema: Schema) -> Iterator[Problem]:
    """What a flat rate pays for does not stand in the budget once more."""
    for rate, flat, line in _again(project, schema):
        if line.amount and line.eligible is not False:
            yield Problem(
                line.label.place,
                label=line.label.value,
                flat=flat.label.value,
                share=rate.share * 100,
                covers=names(rate.covers),
                source=clause(schema, "flat_rates"),
                related=[flat.place],
            )


def _again(project: Project, schema: Schema) -> Iterator[tuple[FlatRate, AmountLine, AmountLine]]:
    """Each flat rate with its line and one that it pays for: of another kind, or of its own beside the whole rate."""
    lines = by_category(project, schema)
    for rate in schema.flat_rates:
        flat = lines.get(rate.category, ())
        covered = [line for kind in rate.covers if kind != rate.category for line in lines.get(kind, ())]
        yield from ((rate, flat[0], line) for line in covered if flat)
    for found in reckoned(project, schema):
        whole = found.whole or found.claiming
        if whole:
            yield from ((found.rate, whole, line) for line in found.stated if line is not whole)


@rule(asks={"limits.volunteer_rate"})
def volunteer_rate(project: Project, schema: Schema) -> Iterator[Problem]:
    """An hour of voluntary work is worth no more than the fund counts it with."""
    limit = schema.limits.volunteer_rate
    assert limit is not None, "the rule asks for it"
    costs = _above(project.budget, limit, schema)
    for line, hours, price in costs or _above(project.financing, limit, schema):
        currency = line.currency or schema.currency
        worth = (hours * limit).quantize(CENT, ROUND_HALF_UP)
        yield Problem(
            line.amount_place,
            label=line.label.value,
            rate=Money(price.quantize(CENT, ROUND_HALF_UP), currency),
            limit=Money(limit, schema.currency),
            hours=hours,
            worth=Money(worth, currency),
            difference=Money(((price - limit) * hours).quantize(CENT, ROUND_HALF_UP), currency),
            source=clause(schema, "volunteer_rate"),
        )


def _above(side: Side | None, limit: Decimal, schema: Schema) -> list[tuple[AmountLine, Decimal, Decimal]]:
    """The lines of voluntary work with more for an hour than this, with their hours and that; not of both sides."""
    return [
        (line, line.quantity, price)
        for line in (side.counted if side else ())
        if line.quantity and (price := hourly(line)) is not None and price > limit
        if is_voluntary(line, schema) and (line.currency or schema.currency) == schema.currency
    ]


@rule(needs={"budget", "financing"})
def volunteer_one_side(project: Project, schema: Schema) -> Iterator[Problem]:
    """Voluntary work stands with the same value among the costs and in the financing.

    Where the two sides differ by the same amount, that has been said.
    """
    costs, financing = project.budget, project.financing
    assert costs is not None and financing is not None, "the rule needs both"
    given = [line for line in financing.counted if line.type == "volunteer"]
    spent = [line for line in costs.counted if is_voluntary(line, schema)]
    if not (given or spent):
        return
    cost, source = _sum(spent), _sum(given)
    if _agree(costs, financing, cost, source) or costs.figure is None or financing.figure is None or mixed(project):
        return
    if costs.figure - financing.figure == cost - source:
        return
    lines = spent or given
    yield Problem(
        lines[0].amount_place,
        variant="" if spent and given else "cost" if spent else "financing",
        label=lines[0].label.value,
        cost=Money(cost, costs.currency),
        financing=Money(source, financing.currency),
        difference=Money(abs(cost - source), costs.currency),
        related=[line.amount_place for line in given] if spent else [],
    )


def _agree(costs: Side, financing: Side, cost: Decimal, source: Decimal) -> bool:
    """Whether voluntary work comes to the same on both sides; it may have a plain name there, or go with gifts."""
    if cost == source:
        return True
    gifts = [_sum([line for line in side.counted if line.type == "in_kind"]) for side in (costs, financing)]
    if cost + gifts[0] == source + gifts[1]:
        return True
    other, value = (costs, source) if not cost else (financing, cost)
    return not (cost and source) and any(line.amount == value for line in other.counted)


def _sum(lines: Sequence[AmountLine]) -> Decimal:
    return sum((line.amount for line in lines if line.amount is not None), Decimal(0))


@rule(needs={"budget"}, asks={"limits.hours_per_year"})
def hours_per_year(project: Project, schema: Schema) -> Iterator[Problem]:
    """Nobody is counted with more hours than the fund allows for each year of the project."""
    limit, years = schema.limits.hours_per_year, _years(project)
    assert limit is not None, "the rule asks for it"
    for line in project.budget.counted if project.budget else ():
        spread = len({part.key for part in line.parts if part.axis == "year" and part.amount}) or years
        if line.quantity is None or not spread or line.quantity <= limit * spread:
            continue
        if line.type is None and in_hours(line) and category_of(line, schema) == "staff":
            yield Problem(
                line.label.place,
                label=line.label.value,
                hours=line.quantity,
                limit=limit,
                most=limit * spread,
                source=clause(schema, "hours_per_year"),
                related=[project.duration.text.place if project.duration else None],
            )


def _years(project: Project) -> int:
    """How many years the project lasts, begun ones included; 0 where nobody can tell."""
    period = project.duration.period if project.duration else None
    if period is None or period.start is None or period.end is None:
        return 0
    return max(1, ceil((period.end - period.start).days / DAYS))


@rule(needs={"budget"})
def hour_cost_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """An hour costs what the line says that it is made of: the wage of a month times 12 over the hours of a year."""
    for line in project.budget.counted if project.budget else ():
        price = line.unit_price
        made = made_of(line, project.language) if price is not None else None
        if made is None or price is None:
            continue
        if price not in {made.cost.quantize(CENT, ROUND_HALF_UP), made.cost.quantize(UNIT, ROUND_HALF_UP)}:
            currency = line.currency or (project.budget.currency if project.budget else None)
            yield Problem(
                line.place,
                label=line.label.value,
                wage=Money(made.wage, currency),
                hours=made.hours,
                cost=Money(made.cost.quantize(CENT, ROUND_HALF_UP), currency),
                price=Money(price, currency),
            )
