"""Knows how the money that was used goes with the budget, line by line, and with the time that is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from projektkort.finding import Note, Problem
from projektkort.money import Money
from projektkort.project.models import AmountLine, Project
from projektkort.rules.accounts import Days, days_of, is_final, report_days
from projektkort.rules.asked import in_funds
from projektkort.rules.clauses import clause
from projektkort.rules.figures import mixed, sides
from projektkort.rules.grant import grant_of
from projektkort.rules.hints import Figure, Term, explain
from projektkort.rules.names import near
from projektkort.rules.rule import rule
from projektkort.rules.vat_words import taxable
from projektkort.schema.model import Schema

CENT = Decimal("0.01")


@rule(needs={"budget"})
def line_overspent(project: Project, schema: Schema) -> Iterator[Problem]:
    """No line has cost more than its budget; a fund that lets it cost more has `change-needs-approval` look."""
    assert project.budget is not None, "the rule needs it"
    free = schema.limits.change_share_max is None and schema.limits.change_amount_max is None
    for line in project.budget.lines if free else ():
        planned, currency = _planned(line, project), line.currency or project.budget.currency
        if planned is not None and line.actual is not None and line.actual > planned:
            yield Problem(
                line.place,
                variant="application" if line.blank else "",
                label=line.label.value,
                planned=Money(planned, currency),
                actual=Money(line.actual, currency),
                difference=Money(line.actual - planned, currency),
                hint=explain(Figure(planned), Figure(line.actual), currency),
            )


def _planned(line: AmountLine, project: Project) -> Decimal | None:
    """What a line was to cost: as it says itself, else as the application does."""
    if not line.blank or project.application is None or project.application.budget is None:
        return line.amount
    lines = project.application.budget.lines
    return next((other.amount for other in lines if _same(line, other)), None)


def _same(one: AmountLine, other: AmountLine) -> bool:
    return near(one.label.value, other.label.value)


@rule(needs={"budget"}, asks={"limits.change_share_max", "limits.change_amount_max"})
def change_needs_approval(project: Project, schema: Schema) -> Iterator[Problem]:
    """No line has cost so much more than its budget, or at the end so much less, that the fund must approve it."""
    assert project.budget is not None, "the rule needs it"
    if schema.limits.change_amount_max is not None and not in_funds(project.budget.currency, project, schema):
        return
    for line in project.budget.lines:
        planned, currency = _planned(line, project), line.currency or project.budget.currency
        if planned is None or line.actual is None or (line.actual < planned and not is_final(project)):
            continue
        change, (key, allowed) = abs(line.actual - planned), _allowed(planned, schema)
        if change <= allowed:
            continue
        limit = {"share": (schema.limits.change_share_max or 0) * 100, "most": Money(allowed, currency)}
        yield Problem(
            line.place,
            variant="more" if line.actual > planned else "less",
            label=line.label.value,
            planned=Money(planned, currency),
            actual=Money(line.actual, currency),
            difference=Money(change, currency),
            limit=Note(key, limit),
            source=clause(schema, key),
        )


def _allowed(planned: Decimal, schema: Schema) -> tuple[str, Decimal]:
    """How far a line may lie from its budget, and the key of the limit that says so: the lower where there are two."""
    share, amount = schema.limits.change_share_max, schema.limits.change_amount_max
    limits = [("change_share_max", (planned * share).quantize(CENT, ROUND_HALF_UP))] if share is not None else []
    limits += [("change_amount_max", amount)] if amount is not None else []
    return min(limits, key=lambda limit: limit[1])


@rule(needs={"budget"})
def accounts_total_differs(project: Project, schema: Schema) -> Iterator[Problem]:
    """What the lines say was used adds up to what the total row says."""
    for side in sides(project):
        for total in (*side.subtotals, *((side.total,) if side.total is not None else ())):
            if total.spent is None or total.spent.amount is None or side.unsure or mixed(project):
                continue
            used = _used([side.lines[index] for index in total.lines])
            stated, computed = total.spent.amount, sum((term.amount for term in used), Decimal(0))
            if used and computed != stated:
                added = Figure(computed, used, taxable(project, side))
                yield Problem(
                    total.spent.place,
                    label=total.label.value,
                    stated=Money(stated, side.currency),
                    computed=Money(computed, side.currency),
                    difference=Money(stated - computed, side.currency),
                    hint=explain(Figure(stated), added, side.currency),
                    related=[term.place for term in used],
                )


def _used(lines: Sequence[AmountLine]) -> tuple[Term, ...]:
    """What was used on each line; nothing where that of one of them was not read."""
    if not all(line.actual_sure for line in lines):
        return ()
    return tuple(Term(line.label.value, line.actual, line.place) for line in lines if line.actual is not None)


@rule(needs={"budget", "financing"})
def grant_payable(project: Project, schema: Schema) -> Iterator[Problem]:
    """The accounts let the fund pay all that it has granted."""
    settled = is_final(project) and project.balances is not False  # what does not balance settles nothing
    grant = grant_of(project, schema.limits.applied_share_max) if settled else None
    if grant is not None and grant.payable < grant.granted:
        yield Problem(
            grant.place,
            granted=Money(grant.granted, grant.currency),
            payable=Money(grant.payable, grant.currency),
            difference=Money(grant.granted - grant.payable, grant.currency),
            terms=tuple(grant.terms()),
            source=clause(schema, "applied_share_max") if grant.rate is not None else None,
        )


@rule(needs={"budget"})
def line_not_in_budget(project: Project, schema: Schema) -> Iterator[Problem]:
    """Money was used for lines of the budget only."""
    assert project.budget is not None, "the rule needs it"
    applied = project.application.budget.lines if project.application and project.application.budget else ()
    known = any(not line.blank for line in project.budget.lines)
    for line in project.budget.lines:
        variant = "application" if applied else ""
        absent = not any(_same(line, other) for other in applied) if applied else known and line.blank
        if line.actual and absent:
            currency = line.currency or project.budget.currency
            yield Problem(line.place, variant=variant, label=line.label.value, actual=Money(line.actual, currency))


@rule(needs={"budget"})
def spending_against_time(project: Project, schema: Schema) -> Iterator[Problem]:
    """The share of the budget that is used goes with the share of the project's time that is gone."""
    limit, side, days = schema.limits.spending_gap, project.budget, report_days(project)
    whole = _project_days(project)
    if limit is None or side is None or not side.figure or days is None or whole is None:
        return
    lines = [line.actual for line in side.lines if line.actual is not None]
    used = sum(lines, Decimal(0)) / side.figure
    gone = Decimal((min(days[1], whole[1]) - whole[0]).days + 1) / ((whole[1] - whole[0]).days + 1)
    if lines and gone > 0 and abs(used - gone) > limit:
        yield Problem(
            side.heading,
            variant="more" if used > gone else "less",
            used=_percent(used),
            gone=_percent(gone),
            limit=_percent(limit),
        )


def _project_days(project: Project) -> Days | None:
    return days_of(project.duration.period) if project.duration is not None else None


def _percent(share: Decimal) -> Decimal:
    return (share * 100).quantize(Decimal(1), ROUND_HALF_UP)
