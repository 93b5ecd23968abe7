"""Knows what the amount applied for must agree with: the financing, and the limits of the fund."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from projektkort.finding import Problem
from projektkort.money import Money, State
from projektkort.project.models import AmountLine, Project, Side
from projektkort.rules.asked import asked_for, foreign
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed
from projektkort.rules.hints import Figure, explain, terms
from projektkort.rules.own_share import own_share
from projektkort.rules.rule import rule
from projektkort.schema.hanging import of_applied
from projektkort.schema.model import Schema


@rule(needs={"applied", "financing"})
def applied_amount(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for stands in the financing too."""
    applied, financing = project.applied, project.financing
    assert applied is not None and financing is not None, "the rule needs both"
    if applied.by != "stated" or applied.amount is None or financing.unsure:
        return
    if applied.amount < 0:
        return  # that has been said
    lines = [line for line in financing.counted if line.type == "applied"]
    planned = _planned(financing, lines, applied.amount)
    if planned is None or planned == applied.amount or mixed(project):
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


@rule()
def applied_unknown(project: Project, schema: Schema) -> Iterator[Problem]:
    """How much is applied for can be told, where the fund demands something of it.

    Where the form asks for the amount in a section of its own, that section is missed; an amount that cannot be read
    is told of as all of them are.
    """
    blank = project.applied is None or project.applied.reading.state is State.BLANK
    if not blank or not of_applied(schema):
        return
    section, financing = schema.section("applied"), project.financing
    lines = financing.counted if financing is not None else ()
    if project.applied is None and section is not None and section.required:
        return
    if not any(line.type == "applied" for line in lines):
        yield Problem(project.applied.place if project.applied else financing.heading if financing else project.end)


@rule(needs={"applied"})
def applied_negative(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is no less than nothing."""
    applied = project.applied
    if applied is not None and applied.by == "stated" and applied.amount is not None and applied.amount < 0:
        currency = applied.currency or project.currency
        yield Problem(
            applied.place, applied=Money(applied.amount, currency), meant=Money(abs(applied.amount), currency)
        )


@rule()
def currency_foreign(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the fund's figures are for is in the fund's currency; where there are several, that has been said."""
    other = next(foreign(project, schema), None)
    if other is not None and not mixed(project):
        yield Problem(other[1], currency=other[0], own=schema.currency)


@rule(needs={"applied"}, asks={"limits.applied_max"})
def applied_too_high(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is at most what the fund gives."""
    limit, amount = schema.limits.applied_max, asked_for(project, schema)
    if limit is not None and amount is not None and amount > limit:
        yield _beyond(project, schema, "applied_max", limit)


@rule(needs={"applied"}, asks={"limits.applied_min"})
def applied_too_low(project: Project, schema: Schema) -> Iterator[Problem]:
    """The amount applied for is at least what the fund gives."""
    limit, amount = schema.limits.applied_min, asked_for(project, schema)
    if limit is not None and amount is not None and 0 <= amount < limit:
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
    own, financing = own_share(project, schema), project.financing
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
