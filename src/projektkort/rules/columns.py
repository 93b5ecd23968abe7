"""Knows what the columns of years and partners come to, and where a total row says otherwise; rules tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.project.models import AmountLine, Part, Side, Total
from projektkort.rules.hints import Term
from projektkort.span import Place

YEAR = late(r"(?:19|20)\d\d", re.ASCII)


class ShortYear(Frozen):
    """The first year that costs more than is financed in it."""

    year: str
    costs: Decimal
    costs_place: Place
    income: Decimal
    income_place: Place


class ColumnSum(Frozen):
    """What a total says in one column, and the cells of the lines that it covers."""

    total: Total
    stated: Part
    cells: tuple[Term, ...]

    @property
    def computed(self) -> Decimal:
        """What the cells come to."""
        return sum((cell.amount for cell in self.cells), Decimal(0))


def side_columns(side: Side) -> Iterator[ColumnSum]:
    """The wrong columns of the subtotals and the total of a side."""
    if not side.unsure:
        for total in side.totals:
            if total.parts:
                yield from wrong_columns(total, [side.lines[index] for index in total.lines])


def wrong_columns(total: Total, lines: Sequence[AmountLine]) -> Iterator[ColumnSum]:
    """The columns whose cells do not come to what a total says there; not where a line is at odds with itself by it.

    A column that a line has no cell in, or one that was not read, is left alone, as is all where a line tells an
    amount but divides it nowhere.
    """
    counted = [line for line in lines if not line.blank]
    if not total.parts or not all(any(part.amount is not None for part in line.parts) for line in counted):
        return
    for stated in total.parts:
        if stated.amount is None:
            continue
        cells = [(line, _cell(line.parts, stated)) for line in counted]
        terms = tuple(_term(line, part) for line, part in cells if part is not None and part.amount is not None)
        found = ColumnSum(total, stated, terms)
        apart = found.computed - stated.amount
        sure = terms and all(part is not None and part.sure for _, part in cells)
        if sure and apart and not any(line.amount and _divided(line) - line.amount == apart for line in counted):
            yield found


def told_by_columns(total: Total, lines: Sequence[AmountLine]) -> bool:
    """Whether a total is only what its columns come to, one of which is wrong: then that is what is told."""
    own = any(part.place == total.amount_place for part in total.parts)
    return own and any(True for _ in wrong_columns(total, lines))


def short_year(costs: Side | None, income: Side | None) -> ShortYear | None:
    """The first year without its money; None where the sides are not divided into the same years."""
    spent, funded = _years(costs), _years(income)
    if set(spent) != set(funded):
        return None
    short = (year for year in sorted(spent) if spent[year][0] > funded[year][0])
    return next((ShortYear(year, *spent[year], *funded[year]) for year in short), None)


def _years(side: Side | None) -> Mapping[str, tuple[Decimal, Place]]:
    """What a side comes to in each year, and where that stands; nothing where a line is not divided into just these."""
    years: dict[str, tuple[Decimal, Place]] = {}
    for line in side.counted if side is not None else ():
        told = {match[0]: part for part in line.parts if part.axis == "year" and (match := YEAR.search(part.key))}
        if len(told) < len(line.parts) or not told or (years and set(told) != set(years)):
            return {}
        if line.amount is None or _divided(line) != line.amount or not all(part.sure for part in line.parts):
            return {}
        for year, part in told.items():
            amount, place = years.get(year, (Decimal(0), part.place))
            years[year] = amount + (part.amount or 0), place
    stated = side.total.parts if side is not None and side.total is not None else ()
    for part in stated:
        if (match := YEAR.search(part.key)) and match[0] in years and part.amount is not None:
            years[match[0]] = years[match[0]][0], part.place
    return years


def _cell(parts: Sequence[Part], like: Part) -> Part | None:
    """The one cell of a line in the column of another cell."""
    own = [part for part in parts if (part.axis, part.key) == (like.axis, like.key)]
    return own[0] if len(own) == 1 else None


def _term(line: AmountLine, part: Part) -> Term:
    return Term(line.label.value, part.amount or Decimal(0), part.place)


def _divided(line: AmountLine) -> Decimal:
    return sum((part.amount for part in line.parts if part.amount is not None), Decimal(0))
