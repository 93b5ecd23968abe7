"""Knows which shares of the whole a document states, and what they should be; which are wrong, the rule says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from projektkort.frozen import Frozen
from projektkort.money import read
from projektkort.project.models import AmountLine, Project, Side, Total
from projektkort.rules.figures import own_money, sides
from projektkort.rules.percentages import Percentage, Stated, in_cell, stated
from projektkort.schema.labels import normalise
from projektkort.span import Place

ZERO = Decimal(0)
HUNDRED = Decimal(100)
NEAR = Decimal("0.1")
"""How far an amount told as the whole may be from it, as a share; what is further off is of something else."""
ASKED = frozenset({"applied", "own"})
"""The types of financing whose share of the whole funds ask for."""


class Share(Frozen):
    """A share as stated, and the figures that it may be the share of, in which wholes; the likeliest first."""

    stated: Percentage
    parts: tuple[Decimal, ...]
    wholes: tuple[Decimal, ...]

    @property
    def wrong(self) -> bool:
        """Whether it is no such share of any."""
        return not any(self.stated.holds(part, whole) for part in self.parts for whole in self.wholes)

    @property
    def right(self) -> Decimal:
        """What it should be, as exactly as it is written."""
        return (self.parts[0] * 100 / self.wholes[0]).quantize(Decimal(1).scaleb(-self.stated.decimals), ROUND_HALF_UP)


def shares_of(project: Project) -> Iterator[Share]:
    """The shares in texts, labels and columns; none where a figure that they may be of was not read."""
    told = list(stated(project.document, project.language))
    parts = [(each, part) for each in told if (part := _parts(each, project))]
    eligible = eligible_costs(project.budget) if parts and project.budget is not None else None
    wholes = _wholes(project, eligible) if parts else ()
    for each, part in parts if wholes else ():
        first = (eligible,) if each.eligible and eligible else ()
        said = _amount(each.whole, project)
        if said is None or any(abs(said - whole) <= whole * NEAR for whole in wholes):
            yield Share(each.share, part, (*first, *wholes, *([said] if said else [])))
    if project.financing is not None and any(line.share is not None for line in project.financing.lines):
        yield from _column(project.financing)


def eligible_costs(costs: Side) -> Decimal | None:
    """What a budget comes to without the lines that are marked as not eligible; None where it was not read."""
    refused = [line.amount for line in costs.counted if line.eligible is False and line.amount is not None]
    return costs.figure - sum(refused, ZERO) if costs.figure is not None else None


def _wholes(project: Project, eligible: Decimal | None) -> tuple[Decimal, ...]:
    """What a share may be of: both sides as they come out and as they are stated, and the eligible costs."""
    figures = [side.figure for side in sides(project)]
    totals = [side.total.amount for side in sides(project) if side.total is not None]
    if None in figures:
        return ()
    return tuple(dict.fromkeys(whole for whole in (*figures, eligible, *totals) if whole))


def _parts(each: Stated, project: Project) -> tuple[Decimal, ...]:
    """The amounts that a percentage may be a share for: of the row it stands in, of who pays, or applied for."""
    place, financing = each.share.place, project.financing
    if project.budget is not None and _around(place, project.budget) is not None:
        return ()
    applied = [project.applied.amount] if project.applied is not None and project.applied.amount is not None else []
    line = _around(place, financing) if financing is not None else None
    asked = [line.amount] if line is not None and line.type in ASKED and line.amount is not None else []
    said = _amount(each.said, project) if each.after in {"amount", "asked"} else None
    match each.after:
        case "label":
            return tuple(applied)
        case "row":
            return tuple(asked)
        case "own":
            return own_money(financing) if financing is not None else ()
        case "name":
            return _named(each.said, financing) if financing is not None else ()
        case "asked" if applied and said is not None:
            return (*applied, said)  # a wrong amount is told by itself; a share may be right of either
    return (said,) if said is not None and said in {*asked, *applied} else ()


def _amount(said: str, project: Project) -> Decimal | None:
    return read(said.strip(), project.language).amount if said else None


def _named(name: str, financing: Side) -> tuple[Decimal, ...]:
    """The amount of the only line whose label has all words of a name."""
    words = set(normalise(name).split())
    lines = [line for line in financing.lines if words <= set(normalise(line.label.value).split())]
    return (lines[0].amount,) if words and len(lines) == 1 and lines[0].amount is not None else ()


def _around(place: Place, side: Side) -> AmountLine | None:
    return next((line for line in side.lines if line.place.start <= place.start < line.place.end), None)


def _column(side: Side) -> Iterator[Share]:
    """The cells of a column of shares, where enough of them are right to tell that they are shares of the total."""
    figure, total = side.figure, side.total
    if not figure or any(line.actual is not None for line in side.lines):
        return
    cells = [
        Share(cell, (line.amount,), (figure,))
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
