"""Knows how another amount is written in the place of one, in the same notation: marks, decimals, unit, what is around.

Which amount would be right, the rules know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from projektkort import locale
from projektkort.finding import Edit, Fix
from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.project.models import AmountLine, Total
from projektkort.span import Place

_FIGURE = late(r"[0-9](?:[0-9.,'\u2019 \u00a0\u202f]*[0-9])?")
_MARKS = (
    *((group, ",") for group in ("", ".", " ", "\u00a0", "\u202f")),
    *((group, ".") for group in ("", ",", "'", "\u2019")),
)
_SCALES = (Decimal(1), Decimal(1000), Decimal(1_000_000))
"""As it stands, in thousands and in millions, as the head of a column or a word beside it says."""

Row = AmountLine | Total


class Notation(Frozen):
    """A way to write figures: the marks between groups and before decimals, how many decimals, what one counts."""

    group: str
    mark: str
    decimals: int
    scale: Decimal

    def write(self, amount: Decimal) -> str | None:
        """The figure; with two decimals where it needs some. None where these would be cut."""
        scaled = amount / self.scale
        figures = (f"{scaled:,.{places}f}" for places in (self.decimals, 2))
        figure = next((each for each in figures if Decimal(each.replace(",", "")) == scaled), None)
        if figure is None:
            return None
        whole, _, rest = figure.partition(".")
        return whole.replace(",", self.group) + (self.mark + rest if rest else "")


def rewritten(row: Row, amount: Decimal, rows: Iterable[Row], language: str | None) -> Fix | None:
    """The fix that writes an amount in the place of a row's; None where it cannot be told how.

    Where the old figure is too short to show a mark between groups, the other rows do, else the language.
    """
    if row.amount is None or row.amount < 0 or amount < 0:
        return None
    found = [
        (match, ways) for match in _FIGURE.finditer(row.amount_place.text) if (ways := _ways(match.group(), row.amount))
    ]
    if len(found) != 1:
        return None
    [(match, ways)] = found
    figure = _likeliest(ways, rows, language).write(amount)
    if figure is None:
        return None
    lines, start = row.amount_place.lines, row.amount_place.start
    return Fix((Edit(Place(lines, start + match.start(), start + match.end()), figure),))


def _ways(figure: str, amount: Decimal) -> list[Notation]:
    """The notations in which an amount is written as this figure, those without a scale first."""
    decimals = re.search(r"[.,]([0-9]{1,2})$", figure)
    places = len(decimals[1]) if decimals else 0
    ways = (Notation(*marks, places, scale) for scale, marks in product(_SCALES, _MARKS))
    return [way for way in ways if way.write(amount) == figure]


def _likeliest(ways: list[Notation], rows: Iterable[Row], language: str | None) -> Notation:
    """The notation that most other rows are written in too, before that of the language."""
    own = locale.words(language) if language else None
    usual = (own.group, own.decimal) if own else ("", "")
    shown = list(_shown(rows))

    def fit(way: Notation) -> tuple[int, bool]:
        marks = way.group, way.mark
        return sum(marks in those for those in shown), marks == usual

    return max(ways, key=fit)  # the first of several that fit as well


def _shown(rows: Iterable[Row]) -> Iterator[set[tuple[str, str]]]:
    """The marks that each row may be written with."""
    for row in rows:
        match = _FIGURE.search(row.amount_place.text)
        if match is not None and row.amount is not None:
            yield {(way.group, way.mark) for way in _ways(match.group(), abs(row.amount))}
