"""Knows what accounts let a fund pay of its grant: the least of the grant, its share of the costs, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from projektkort.finding import Note
from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.project.models import AmountLine, Project
from projektkort.rules.figures import mixed
from projektkort.span import Place

CENT = Decimal("0.01")


class Grant(Frozen):
    """The figures that bound a grant, in one currency."""

    place: Place
    granted: Decimal
    costs: Decimal
    income: Decimal
    """What others than the fund have paid."""
    eligible: Decimal
    rate: Decimal | None
    currency: str | None

    @property
    def share(self) -> Decimal | None:
        """The part of the eligible costs that the fund pays at the most."""
        return (self.eligible * self.rate).quantize(CENT, ROUND_DOWN) if self.rate is not None else None

    @property
    def payable(self) -> Decimal:
        """The least of all, and never less than nothing."""
        bounds = (self.granted, self.costs - self.income, self.share)
        return max(min(bound for bound in bounds if bound is not None), Decimal(0))

    def terms(self) -> Iterator[Note]:
        """The bounds but that of the grant itself, each with its arithmetic."""
        costs, income = self._money(self.costs), self._money(self.income)
        left = self._money(self.costs - self.income)
        yield Note("net" if self.income else "whole", {"costs": costs, "income": income, "left": left})
        if self.rate is not None and self.share is not None:
            eligible = self._money(self.eligible)
            yield Note("share", {"share": self.rate * 100, "eligible": eligible, "part": self._money(self.share)})

    def _money(self, amount: Decimal) -> Money:
        return Money(amount, self.currency)


def grant_of(project: Project, rate: Decimal | None) -> Grant | None:
    """The one grant that accounts tell of; None where one of its figures is missing, or several funds have granted."""
    costs, financing = project.budget, project.financing
    if costs is None or financing is None or mixed(project) or costs.unsure or financing.unsure:
        return None
    granted = [line for line in financing.counted if line.commitment == "granted" and line.type in {None, "grant"}]
    spent = _used(costs.counted)
    income = _used([line for line in financing.counted if line not in granted])
    if len(granted) != 1 or granted[0].amount is None or not spent or income is None:
        return None
    if costs.total is not None and costs.total.spent is not None and costs.total.spent.amount not in {None, spent}:
        return None
    return Grant(
        place=granted[0].amount_place,
        granted=granted[0].amount,
        costs=spent,
        income=income,
        eligible=_used([line for line in costs.counted if line.eligible is not False]) or Decimal(0),
        rate=rate,
        currency=costs.currency,
    )


def _used(lines: list[AmountLine] | tuple[AmountLine, ...]) -> Decimal | None:
    """What was paid on some lines; None where one of them does not say."""
    amounts = [line.actual for line in lines if line.actual is not None]
    return sum(amounts, Decimal(0)) if len(amounts) == len(lines) else None
