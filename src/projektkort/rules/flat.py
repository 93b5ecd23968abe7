"""Knows what a flat rate comes to in a budget, between which bounds, and which costs that depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from projektkort.finding import Note, Value
from projektkort.frozen import Frozen
from projektkort.project.books import Bounds
from projektkort.project.models import AmountLine, Project
from projektkort.rules.categories import category_of
from projektkort.rules.figures import mixed
from projektkort.rules.percentages import BEFORE, SIGN, tells_share
from projektkort.rules.vat_words import said_of_vat
from projektkort.schema.model import CostCategory, FlatRate, Schema

CENT = Decimal("0.01")
UNIT = Decimal(1)
Sorted = Mapping[CostCategory | None, Sequence[AmountLine]]


class Reckoned(Frozen):
    """A flat rate, the lines that state it, those that it is reckoned of, and those of which nobody can tell."""

    rate: FlatRate
    stated: tuple[AmountLine, ...]
    known: tuple[AmountLine, ...]
    unknown: tuple[AmountLine, ...]

    @property
    def amount(self) -> Decimal:
        """What its lines come to."""
        return _sum(self.stated)

    @property
    def base(self) -> Bounds:
        """What it is reckoned of, without and with the lines of which nobody can tell."""
        least = _sum(self.known)
        return least, least + _sum(self.unknown)

    @property
    def expected(self) -> Bounds:
        """What its share of the base makes, rounded half up to two decimals."""
        least, most = ((self.rate.share * base).quantize(CENT, ROUND_HALF_UP) for base in self.base)
        return least, most

    @property
    def right(self) -> bool:
        """Whether it is the share of the base, with the lines that nobody can tell of or without them.

        A whole amount may lie one unit off: it may have been rounded in several lines.
        """
        return self._is_share(self.amount)

    @property
    def whole(self) -> AmountLine | None:
        """The line that is the rate by itself where others stand beside it, and the rate pays for all of its kind."""
        alone = [line for line in self.stated if line.amount is not None and self._is_share(line.amount)]
        return alone[0] if self._closed and len(alone) == 1 else None

    @property
    def named(self) -> AmountLine | None:
        """The one of several lines that bears a percentage in its name, and is not the rate by itself."""
        found = [line for line in self.stated if percentages(line.label.value)]
        alone = found[0] if len(found) == 1 < len(self.stated) else None
        return alone if alone and alone.amount is not None and not self._is_share(alone.amount) else None

    @property
    def claiming(self) -> AmountLine | None:
        """The same where the rate pays for all of its kind, and so for the lines beside it."""
        return self.named if self._closed else None

    @property
    def _closed(self) -> bool:
        return self.rate.category in self.rate.covers and not self.right

    @property
    def misnamed(self) -> Iterator[tuple[AmountLine, Decimal]]:
        """The lines that bear another percentage than that of the rate, and which."""
        for line in self.stated:
            named = percentages(line.label.value)
            if named and self.rate.share * 100 not in named:
                yield line, named[0]

    def _is_share(self, amount: Decimal) -> bool:
        slack = UNIT if amount == amount.to_integral_value() else Decimal(0)
        return any(abs(amount - bound) <= slack for bound in self.expected)

    @property
    def possible(self) -> bool:
        """Whether it lies between what the base makes without and with those lines."""
        least, most = self.expected
        return least <= self.amount <= most

    @property
    def reckoned_of(self) -> Value:
        """The costs that it is reckoned of, as a message says it."""
        if self.rate.of:
            return names(self.rate.of)
        return Note("others-without", {"without": names(self.rate.without)}) if self.rate.without else Note("others")


def percentages(label: str) -> list[Decimal]:
    """The percentages in the name of a cost; none where it speaks of VAT, which has a rate of its own."""
    if not tells_share(label) or said_of_vat(label):
        return []
    found = (BEFORE.search(label, 0, sign.start()) for sign in SIGN.finditer(label))
    return [Decimal(match["number"].replace(",", ".")) for match in found if match]


def names(categories: Sequence[CostCategory]) -> tuple[Value, ...]:
    """Categories as a message lists them."""
    return tuple(Note(f"category-{category}") for category in categories)


def reckoned(project: Project, schema: Schema) -> Iterator[Reckoned]:
    """The flat rates of the fund that stand in the budget; none where an amount that they depend on was not read.

    A line that the applicant marks as not eligible is no part of what a rate is reckoned of.
    """
    if project.budget is None or project.budget.unsure or mixed(project):
        return
    lines = by_category(project, schema)
    for rate in schema.flat_rates:
        stated = tuple(lines.get(rate.category, ()))
        asked = rate.of or tuple(kind for kind in lines if kind is not None)
        kinds = [kind for kind in asked if kind != rate.category and kind not in rate.without]
        known = [line for kind in kinds for line in lines.get(kind, ()) if line.eligible is not False]
        loose = [line for line in lines.get(None, ()) if line.eligible is not False]
        certain = not rate.of and not rate.without  # whatever a line is for, it is part of the base
        found = Reckoned(rate, stated, (*known, *(loose if certain else ())), () if certain else tuple(loose))
        if stated and all(line.amount is not None for line in (*stated, *found.known, *found.unknown)):
            yield found


def by_category(project: Project, schema: Schema) -> Sorted:
    """The lines of the budget that an amount was meant for, by what they are for."""
    sorted_: dict[CostCategory | None, list[AmountLine]] = {}
    for line in project.budget.counted if project.budget else ():
        sorted_.setdefault(category_of(line, schema), []).append(line)
    return sorted_


def _sum(lines: Sequence[AmountLine]) -> Decimal:
    return sum((line.amount for line in lines if line.amount is not None), Decimal(0))
