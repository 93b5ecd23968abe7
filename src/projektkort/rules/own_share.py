"""Knows how much an applicant must pay or raise by the rules of a fund, and what counts; the rest, rules know."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from projektkort.finding import Note
from projektkort.frozen import Frozen
from projektkort.project.models import AmountLine, Project
from projektkort.rules.asked import asked_for
from projektkort.rules.figures import mixed
from projektkort.schema.labels import normalise
from projektkort.schema.model import Limits, Schema
from projektkort.span import Place

CENT = Decimal("0.01")
NO_MONEY = frozenset({"volunteer", "in_kind"})
"""The types of financing that nobody pays."""


class OwnShare(Frozen):
    """The least own share: so much of `base`, which stands at `place`; and the lines that count, with their sum."""

    share: Decimal
    base: Decimal
    least: Decimal
    place: Place
    paid: Decimal
    lines: tuple[AmountLine, ...]
    untold: Note | None
    """Which lines do not count because nothing says what kind of money they are."""
    barred: Note | None
    """Which lines the fund leaves out by the name of the funder."""

    @property
    def cash(self) -> Decimal:
        """What of it is money, from whomever it comes."""
        return _sum(line for line in self.lines if line.type not in NO_MONEY)


def own_share(project: Project, schema: Schema) -> OwnShare | None:
    """What the fund demands and what is paid; None where it demands nothing, or one of the figures was not read."""
    limits = schema.limits
    share, financing = limits.own_share_min, project.financing
    base = _base(project, limits)
    if share is None or base is None or financing is None or financing.figure is None or not financing.counted:
        return None
    if mixed(project) or not _due(project, schema):
        return None
    own = [line for line in financing.counted if line.type in limits.own_counts]
    barred = [line for line in own if _is_barred(line, limits)]
    lines = tuple(line for line in own if line not in barred)
    unknown = [line for line in financing.counted if line.type is None and line.amount and not _is_barred(line, limits)]
    notes = (_named("own-untold", unknown), _named("own-barred", barred))
    return OwnShare(share, base[0], rounded(base[0] * share), base[1], _sum(lines), lines, *notes)


def _is_barred(line: AmountLine, limits: Limits) -> bool:
    """Whether the fund leaves out whoever pays, by a word of the name: "Town" stands in "The Town's Fund" as well."""
    named = f" {normalise(line.label.value)}"
    return any(f" {normalise(word)}" in named for word in limits.own_not)


def _named(key: str, lines: Iterable[AmountLine]) -> Note | None:
    labels = tuple(dict.fromkeys(line.label.value for line in lines))
    return Note(key, {"labels": labels}) if labels else None


def _sum(lines: Iterable[AmountLine]) -> Decimal:
    """What lines come to that were all read."""
    return sum((line.amount for line in lines if line.amount is not None), Decimal(0))


def rounded(amount: Decimal) -> Decimal:
    """An amount in hundredths, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def _base(project: Project, limits: Limits) -> tuple[Decimal, Place] | None:
    """What the share is of, and where that stands."""
    costs, applied = project.budget, project.applied
    if limits.own_share_of == "applied":
        return (applied.amount, applied.place) if applied is not None and applied.amount is not None else None
    return (costs.figure, costs.place) if costs is not None and costs.figure is not None else None


def _due(project: Project, schema: Schema) -> bool:
    """Whether as much is applied for as makes a share of one's own necessary."""
    least, amount = schema.limits.own_share_from, asked_for(project, schema)
    return least is None or (amount is not None and amount >= least)
