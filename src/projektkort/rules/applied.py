"""Knows what the amount applied for must agree with: the financing, and the limits of the fund."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from projektkort.finding import Problem
from projektkort.money import Money
from projektkort.project.models import AmountLine, Project, Side
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed
from projektkort.rules.hints import Figure, explain, terms
from projektkort.rules.own_share import own_share
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema


@rule(needs={"applied", "financing"})
def applied_amount(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for stands in the financing too."""
    applied, financing = project.applied, project.financing
    assert applied is not None and financing is not None, "the rule needs both"
    if applied.by != "stated" or applied.amount is None or financing.unsure or mixed(project):
        return
    lines = [line for line in financing.counted if line.type == "applied"]
    planned = _planned(financing, lines, applied.amount)
    if planned is None or planned == applied.amount:
        return
    currency = applied.currency or financing.currency
    yield Problem(
        applied.place,
        variant="" if lines else "nowhere",
        applied=Money(applied.amount, currency),
        planned=Money(planned, currency),
        difference=Money(applied.amount - planned, currency),
        hint=explain(Figure(applied.amount), Figure(planned, terms(lines)), currency) if lines else None,
        related=[line.amount_place for line in lines or financing.counted],
    )


def _planned(financing: Side, lines: list[AmountLine], applied: Decimal) -> Decimal | None:
    """What the financing expects from the fund: one of the lines marked as applied for, all of them, else any line.

    None where a line was not read, or where there are no lines to look at.
    """
    amounts = [line.amount for line in lines or financing.counted]
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return None
    return applied if applied in known else sum(known, Decimal(0))


@rule(needs={"applied"}, asks={"limits.applied_max"})
def applied_too_high(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is at most what the fund gives."""
    limit = schema.limits.applied_max
    if limit is not None and project.applied and project.applied.amount is not None and project.applied.amount > limit:
        yield _beyond(project, schema, "applied_max", limit)


@rule(needs={"applied"}, asks={"limits.applied_min"})
def applied_too_low(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is at least what the fund gives."""
    limit = schema.limits.applied_min
    if limit is not None and project.applied and project.applied.amount is not None and project.applied.amount < limit:
        yield _beyond(project, schema, "applied_min", limit)


def _beyond(project: Project, schema: Schema, key: str, limit: Decimal) -> Problem:
    applied = project.applied
    assert applied is not None and applied.amount is not None, "both rules have looked"
    currency = applied.currency or schema.currency
    return Problem(
        applied.place,
        applied=Money(applied.amount, currency),
        limit=Money(limit, schema.currency),
        difference=Money(abs(applied.amount - limit), currency),
        source=clause(schema, key),
    )


@rule(needs={"financing"}, asks={"limits.own_share_min"})
def own_share_too_low(project: Project, schema: Schema) -> Iterator[Problem]:
    """The applicant's own share is at least what the fund demands, of the costs or of the amount applied for."""
    own, financing = own_share(project, schema.limits), project.financing
    if own is None or financing is None or own.paid >= own.least:
        return
    of = "applied" if schema.limits.own_share_of == "applied" else ""
    whose = "others" if schema.limits.joint else ""
    yield Problem(
        financing.place,
        variant="-".join(filter(None, (of, whose))),
        own=Money(own.paid, financing.currency),
        limit=Money(own.least, financing.currency),
        share=own.share * 100,
        base=Money(own.base, financing.currency),
        difference=Money(own.least - own.paid, financing.currency),
        untold=own.untold,
        barred=own.barred,
        source=clause(schema, "own_share_min"),
        related=[own.place, *(line.amount_place for line in own.lines)],
    )
