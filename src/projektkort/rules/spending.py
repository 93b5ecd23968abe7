"""Knows how the money that was used goes with the budget, line by line, and with the time that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from projektkort.finding import Problem
from projektkort.money import Money
from projektkort.project.models import AmountLine, Project
from projektkort.rules.accounts import Days, days_of, report_days
from projektkort.rules.names import near
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema


@rule(needs={"budget"})
def line_overspent(project: Project, schema: Schema) -> Iterator[Problem]:
    """No line has cost more than its budget."""
    assert project.budget is not None, "the rule needs it"
    for line in project.budget.lines:
        planned, currency = _planned(line, project), line.currency or project.budget.currency
        if planned is not None and line.actual is not None and line.actual > planned:
            yield Problem(
                line.place,
                variant="application" if line.blank else "",
                label=line.label.value,
                planned=Money(planned, currency),
                actual=Money(line.actual, currency),
                difference=Money(line.actual - planned, currency),
            )


def _planned(line: AmountLine, project: Project) -> Decimal | None:
    """What a line was to cost: as it says itself, else as the application does."""
    if not line.blank or project.application is None or project.application.budget is None:
        return line.amount
    lines = project.application.budget.lines
    return next((other.amount for other in lines if _same(line, other)), None)


def _same(one: AmountLine, other: AmountLine) -> bool:
    return near(one.label.value, other.label.value)


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
