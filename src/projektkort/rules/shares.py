"""Knows which shares and limits of a fund the figures keep within, and whether shares that are stated are right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from projektkort.finding import Problem
from projektkort.money import Money
from projektkort.project.models import Project
from projektkort.rules.asked import asked_for, in_funds
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed, sides
from projektkort.rules.own_share import CENT, own_share, rounded
from projektkort.rules.rule import rule
from projektkort.rules.stated_shares import eligible_costs, shares_of
from projektkort.schema.model import REPORTS, Schema

DECIMALS = 20  # of a percentage: more than any two amounts that people write need to differ
EURO = "EUR"


@rule(needs={"applied", "budget"}, asks={"limits.applied_share_max"})
def grant_share_too_high(project: Project, schema: Schema) -> Iterator[Problem]:
    """No larger share of the eligible costs is applied for than the fund gives."""
    share, applied, costs = schema.limits.applied_share_max, project.applied, project.budget
    assert applied is not None and costs is not None, "the rule needs both"
    eligible = eligible_costs(costs)
    if share is None or applied.amount is None or eligible is None or eligible <= 0 or mixed(project):
        return
    step = schema.limits.applied_step if in_funds(costs.currency, project, schema) else None
    most = _stepped((eligible * share).quantize(CENT, ROUND_DOWN), step)
    if applied.amount <= eligible * share:
        return
    refused = [line for line in costs.counted if line.eligible is False]
    yield Problem(
        applied.place,
        variant="refused" if refused else "",
        applied=Money(applied.amount, costs.currency),
        percent=_above(applied.amount * 100 / eligible, share * 100),
        eligible=Money(eligible, costs.currency),
        share=share * 100,
        limit=Money(most, costs.currency),
        difference=Money(applied.amount - most, costs.currency),
        refused=tuple(line.label.value for line in refused),
        source=clause(schema, "applied_share_max"),
        related=[costs.place, *(line.amount_place for line in refused)],
    )


def _above(percent: Decimal, limit: Decimal) -> Decimal:
    """A percentage with one decimal, or with as many as it takes to differ from the limit that it is above."""
    rounds = (percent.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) for decimals in range(1, DECIMALS))
    return next((said for said in rounds if said > limit), percent)


def _stepped(amount: Decimal, step: Decimal | None) -> Decimal:
    """The largest multiple of the step that an amount holds; the amount itself where no step is prescribed."""
    return amount // step * step if step else amount


@rule(needs={"applied"}, asks={"limits.applied_step"})
def applied_not_rounded(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is rounded as the fund prescribes."""
    step, applied, amount = schema.limits.applied_step, project.applied, asked_for(project, schema)
    if not step or applied is None or amount is None or amount < 0 or not amount % step:
        return
    currency = applied.currency or schema.currency
    below = _stepped(amount, step)
    yield Problem(
        applied.place,
        variant="" if below else "small",
        applied=Money(amount, currency),
        step=Money(step, currency),
        below=Money(below, currency),
        above=Money(below + step, currency),
        source=clause(schema, "applied_step"),
    )


@rule(needs={"budget"}, asks={"limits.costs_min"})
def costs_too_low(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project costs as much as the fund wants it to at the least."""
    limit, costs = schema.limits.costs_min, project.budget
    if limit is not None and costs is not None and costs.figure is not None and costs.figure < limit:
        yield from _beyond(project, schema, "costs_min", costs.figure, limit)


@rule(needs={"budget"}, asks={"limits.costs_max"})
def costs_too_high(project: Project, schema: Schema) -> Iterator[Problem]:
    """The project costs no more than the fund wants it to."""
    limit, costs = schema.limits.costs_max, project.budget
    if limit is not None and costs is not None and costs.figure is not None and costs.figure > limit:
        yield from _beyond(project, schema, "costs_max", costs.figure, limit)


def _beyond(project: Project, schema: Schema, key: str, costs: Decimal, limit: Decimal) -> Iterator[Problem]:
    side = project.budget
    if side is not None and not mixed(project) and in_funds(side.currency, project, schema):
        yield Problem(
            side.place,
            costs=Money(costs, side.currency),
            limit=Money(limit, side.currency),
            difference=Money(abs(costs - limit), side.currency),
            source=clause(schema, key),
        )


@rule()
def share_stated_wrong(project: Project, schema: Schema) -> Iterator[Problem]:
    """A share of the whole that the document states is the one that its amounts make."""
    wrong = [share for share in shares_of(project) if share.wrong] if project.kind not in REPORTS else []
    currency = project.financing.currency if project.financing is not None else project.currency
    for share in wrong if wrong and not mixed(project) else ():
        yield Problem(
            share.stated.place,
            stated=share.stated.value,
            right=share.right,
            part=Money(share.parts[0], currency),
            whole=Money(share.wholes[0], currency),
            related=[side.place for side in sides(project)][:1],
        )


@rule(needs={"financing"}, asks={"limits.own_cash_min"})
def own_cash_too_low(project: Project, schema: Schema) -> Iterator[Problem]:
    """As much of the own share, or of the least one, is money as the fund demands."""
    part, own, financing = schema.limits.own_cash_min, own_share(project, schema), project.financing
    if part is None or own is None or financing is None:
        return
    whole = max(own.least, own.paid) if schema.limits.own_cash_of == "own" else own.least
    least = rounded(whole * part)
    if own.cash + max(own.least - own.paid, Decimal(0)) >= least:
        return  # what is missing of the whole share, paid in money, is enough
    yield Problem(
        financing.place,
        variant="paid" if whole > own.least else "",
        cash=Money(own.cash, financing.currency),
        limit=Money(least, financing.currency),
        part=part * 100,
        own=Money(whole, financing.currency),
        difference=Money(least - own.cash, financing.currency),
        untold=own.untold,
        barred=own.barred,
        source=clause(schema, "own_cash_min"),
        related=[own.place, *(line.amount_place for line in own.lines)],
    )


@rule(needs={"applied"}, asks={"limits.de_minimis_max"})
def de_minimis_too_high(project: Project, schema: Schema) -> Iterator[Problem]:
    """Earlier de minimis aid and the amount applied for keep within what one undertaking may receive."""
    from projektkort.rules.aid import earlier_aid, euro_rate, in_euro  # noqa: PLC0415 - asked for by few

    limit, applied, earlier = schema.limits.de_minimis_max, project.applied, earlier_aid(project)
    if limit is None or applied is None or applied.amount is None or earlier is None:
        return
    rate = euro_rate(project)
    before = in_euro(earlier.amount, rate)
    now = in_euro(Money(applied.amount, applied.currency or project.currency), rate)
    if before is None or (now is None and before <= limit):
        return  # no rate of the euro is told, and none is assumed
    whole = rounded(before + (now or 0))
    if whole > limit:
        yield Problem(
            applied.place,
            variant="" if now is not None else "before",
            before=Money(rounded(before), EURO),
            now=Money(rounded(now), EURO) if now is not None else None,
            whole=Money(whole, EURO),
            limit=Money(limit, EURO),
            difference=Money(whole - limit, EURO),
            source=clause(schema, "de_minimis_max"),
            related=[earlier.told.text.place],
        )
