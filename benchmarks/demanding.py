"""Knows demands of a fund that a good document just meets, and the next stricter one, which it does not.

Here it is not the document that is changed but what is asked of it: a schema is laid over its own, once with the demand
that it meets, when nothing may be said, and once with the one that it breaks. So each limit is tried on its very edge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from plots import Plot

from projektkort.project.models import Project
from projektkort.schema.loading import ids
from projektkort.span import Place

TENTH = Decimal("0.1")
A_DAY = dt.timedelta(days=1)


class Edge(NamedTuple):
    """What a schema asks, as YAML, so that a document just meets it and just does not; and where that is told."""

    met: str
    broken: str
    place: Place


class Demand(NamedTuple):
    """A demand, named after the rule that looks after it."""

    rule: str
    edge: Callable[[Project], Edge | None]


def schemas(plot: Plot, edge: Edge) -> Iterator[str]:
    """The two schemas, the one that is met first; each builds on the document's own."""
    for asked in (edge.met, edge.broken):
        yield f"id: asked\nextends: {plot.loaded.choice.schema.id}\ncurrency: {plot.loaded.project.currency}\n{asked}\n"


def edges(plot: Plot) -> Iterator[tuple[str, Edge]]:
    """The demands that can be made of a document, each by its rule."""
    schema, project = plot.loaded.choice.schema, plot.loaded.project
    if schema.id not in ids() or project.kind != "application" or project.currency is None:
        return
    asked = schema.limits.model_fields_set
    for demand in DEMANDS:
        if demand.rule == "own-share-too-low" and any(key.startswith("own") for key in asked):
            continue  # what is reckoned of what, its own form has said
        edge = demand.edge(project)
        if edge is not None:
            yield demand.rule, edge


def _limit(key: str, met: Decimal, broken: Decimal, place: Place, mark: str = "") -> Edge:
    """Two figures as every language reads them: without groups, and a share with a comma."""
    first, second = (f"{value:f}".removesuffix(".00").replace(".", ",") + mark for value in (met, broken))
    return Edge(f'limits: {{{key}: "{first}"}}', f'limits: {{{key}: "{second}"}}', place)


def _applied(key: str, step: int) -> Callable[[Project], Edge | None]:
    def edge(project: Project) -> Edge | None:
        applied = project.applied
        if applied is None or applied.by != "stated" or applied.amount is None or applied.amount != int(applied.amount):
            return None
        return _limit(key, applied.amount, applied.amount + step, applied.place)

    return edge


def _costs(key: str, step: int) -> Callable[[Project], Edge | None]:
    def edge(project: Project) -> Edge | None:
        side = project.budget
        if side is None or side.figure is None or side.figure != int(side.figure):
            return None
        return _limit(key, side.figure, side.figure + step, side.place)

    return edge


def _share(project: Project) -> Edge | None:
    """The share applied for, in tenths of a per cent, rounded up and down."""
    applied, costs = project.applied, project.budget.figure if project.budget else None
    if applied is None or applied.by != "stated" or applied.amount is None or not costs:
        return None
    if project.budget is None or any(line.eligible is False for line in project.budget.lines):
        return None
    share = applied.amount / costs * 100
    down = share.quantize(TENTH, ROUND_DOWN)
    if down == share or down >= 99:
        return None
    return _limit("applied_share_max", down + TENTH, down, applied.place, " %")


def _own(project: Project) -> Edge | None:
    costs, financing = project.budget, project.financing
    if costs is None or financing is None or not costs.figure:
        return None
    lines = [line for line in financing.counted if line.type == "own"]
    own = sum((line.amount for line in lines if line.amount is not None), Decimal(0))
    down = (own / costs.figure * 100).quantize(TENTH, ROUND_DOWN)
    if not lines or down >= 99 or any(line.type is None for line in financing.counted):
        return None
    return _limit("own_share_min", down, down + TENTH, financing.place, " %")


def _refused(project: Project) -> Edge | None:
    lines = [line for line in project.budget.counted if line.label.value.isalpha()] if project.budget else []
    if not lines or len({line.label.value for line in lines}) < len(lines):
        return None
    return Edge("refused_costs: [Zeppelin]", f"refused_costs: [{lines[0].label.value}]", lines[0].label.place)


def _short(project: Project) -> Edge | None:
    """A section of one paragraph, as long as it is and one word longer."""
    for section in project.sections:
        words = section.text.value.split()
        if section.id in {"purpose", "background", "target_group"} and not section.parts and len(words) > 3:
            count = sum(any(map(str.isalnum, word)) for word in words)
            met, broken = (f"sections: [{{id: {section.id}, words: {{min: {each}}}}}]" for each in (count, count + 1))
            return Edge(met, broken, section.text.place)
    return None


def _days(key: str, whose: str, step: int) -> Callable[[Project], Edge | None]:
    def edge(project: Project) -> Edge | None:
        period = project.period
        day = getattr(period.period, whose) if period is not None else None
        if period is None or day is None or period.period.precision != "range" or day.day in {1, 28, 29, 30, 31}:
            return None
        met, broken = (f"days: {{{key}: {each.isoformat()}}}" for each in (day, day + step * A_DAY))
        return Edge(met, broken, period.text.place)

    return edge


def _paper(project: Project) -> Edge | None:
    """A paper that no list names, where there is no list at all."""
    if project.attachments or project.section("attachments") is not None:
        return None
    asked = (
        "attachments: [{id: certificate, title: {da: Zoneattest, sv: Zonintyg, nb: Soneattest, en: Zone certificate}}]"
    )
    return Edge("attachments: []", asked, project.end)


DEMANDS = (
    Demand("applied-too-high", _applied("applied_max", -1)),
    Demand("applied-too-low", _applied("applied_min", 1)),
    Demand("applied-not-rounded", _applied("applied_step", 1)),
    Demand("grant-share-too-high", _share),
    Demand("own-share-too-low", _own),
    Demand("costs-too-high", _costs("costs_max", -1)),
    Demand("costs-too-low", _costs("costs_min", 1)),
    Demand("cost-refused", _refused),
    Demand("too-short", _short),
    Demand("outside-frame", _days("latest", "end", -1)),
    Demand("outside-frame", _days("earliest", "start", 1)),
    Demand("attachment-missing", _paper),
)
