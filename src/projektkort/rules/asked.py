"""Knows the amount applied for as a fund's figures can be held against it, and what is in another currency."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from projektkort.project.models import Project
from projektkort.schema.hanging import by_applied
from projektkort.schema.model import Schema
from projektkort.span import Place


def asked_for(project: Project, schema: Schema) -> Decimal | None:
    """The amount applied for in the fund's currency; None where it was not read, or is in another one."""
    applied = project.applied
    if applied is None or not in_funds(applied.currency, project, schema):
        return None
    return applied.amount


def in_funds(currency: str | None, project: Project, schema: Schema) -> bool:
    """Whether an amount with this currency, or with none of its own, can be held against the figures of the fund."""
    own = currency or project.currency
    return schema.currency is None or own in {None, schema.currency}


def foreign(project: Project, schema: Schema) -> Iterator[tuple[str, Place]]:
    """The currencies other than the fund's in which that stands which its figures are for, and where."""
    limits, costs, applied = schema.limits, project.budget, project.applied
    if applied is not None and applied.amount is not None and by_applied(schema):
        yield from _other(applied.currency, applied.place, project, schema)
    of_costs = (limits.costs_min, limits.costs_max, limits.volunteer_rate, limits.change_amount_max)
    if costs is not None and any(limit is not None for limit in of_costs):
        yield from _other(costs.currency, costs.place, project, schema)


def _other(currency: str | None, place: Place, project: Project, schema: Schema) -> Iterator[tuple[str, Place]]:
    own = currency or project.currency
    if own is not None and not in_funds(own, project, schema):
        yield own, place
