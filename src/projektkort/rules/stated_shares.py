"""Knows which shares of the whole a document states, and what they should be; which are wrong, the rule says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from projektkort.frozen import Frozen
from projektkort.money import read
from projektkort.project.models import AmountLine, Project, Side, Total
from projektkort.rules.figures import sides
from projektkort.rules.percentages import Percentage, Stated, in_cell, stated
from projektkort.span import Place

HUNDRED = Decimal(100)
ASKED = frozenset({"applied", "own"})
"""The types of financing whose share of the whole funds ask for."""


class Share(Frozen):
    """A share as stated, of which amount, and the figures that it may be a share of, the likeliest first."""

    stated: Percentage
    part: Decimal
    wholes: tuple[Decimal, ...]

    @property
    def wrong(self) -> bool:
        """Whether it is the share of none of them."""
        return not any(self.stated.holds(self.part, whole) for whole in self.wholes)

    @property
    def right(self) -> Decimal:
        """What it should be, as exactly as it is written."""
        return (self.part * 100 / self.wholes[0]).quantize(Decimal(1).scaleb(-self.stated.decimals), ROUND_HALF_UP)


def shares_of(project: Project) -> Iterator[Share]:
    """The shares in texts, labels and columns; none where a figure that they may be of was not read."""
    told = list(stated(project.document, project.language))
    parts = [(each, part) for each in told if (part := _part(each, project)) is not None]
    eligible = eligible_costs(project.budget) if parts and project.budget is not None else None
    wholes = _wholes(project, eligible) if parts else ()
    for each, part in parts if wholes else ():
        first = (eligible,) if each.eligible and eligible else ()
        yield Share(each.share, part, (*first, *wholes))
    if project.financing is not None and any(line.share is not None for line in project.financing.lines):
        yield from _column(project.financing)


def eligible_costs(costs: Side) -> Decimal | None:
    """What a budget comes to without the lines that are marked as not eligible; None where it was not read."""
    refused = [line.amount for line in costs.counted if line.eligible is False and line.amount is not None]
    return costs.figure - sum(refused, Decimal(0)) if costs.figure is not None else None


def _wholes(project: Project, eligible: Decimal | None) -> tuple[Decimal, ...]:
    """What a share may be of: both sides as they come out and as they are stated, and the eligible costs."""
    figures = [side.figure for side in sides(project)]
    totals = [side.total.amount for side in sides(project) if side.total is not None]
    if None in figures:
        return ()
    return tuple(dict.fromkeys(whole for whole in (*figures, eligible, *totals) if whole))


def _part(each: Stated, project: Project) -> Decimal | None:
    """The amount that a percentage is a share for: that of the row it stands in, or the amount applied for."""
    place = each.share.place
    if project.budget is not None and _around(place, project.budget) is not None:
        return None
    line = _around(place, project.financing) if project.financing is not None else None
    asked = line.amount if line is not None and line.type in ASKED else None
    applied = project.applied.amount if project.applied is not None else None
    if each.after == "label":
        return applied
    if each.after == "row":
        return asked
    told = read(each.amount.strip(), project.language).amount
    return told if told is not None and told in {asked, applied} else None


def _around(place: Place, side: Side) -> AmountLine | None:
    return next((line for line in side.lines if line.place.start <= place.start < line.place.end), None)


def _column(side: Side) -> Iterator[Share]:
    """The cells of a column of shares, where enough of them are right to tell that they are shares of the total."""
    figure, total = side.figure, side.total
    if not figure or any(line.actual is not None for line in side.lines):
        return
    cells = [
        Share(cell, line.amount, (figure,))
        for line in side.counted
        if line.amount and (cell := _cell(line)) is not None
    ]
    wrong = [cell for cell in cells if cell.wrong]
    whole = _cell(total) if total is not None else None
    if whole is not None and whole.value != HUNDRED:
        return
    if whole is not None or len(wrong) * 2 <= len(cells):
        yield from wrong


def _cell(row: AmountLine | Total) -> Percentage | None:
    return in_cell(row.share.value, row.share.place) if row.share is not None else None
