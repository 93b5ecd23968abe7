"""Knows how a figure goes wrong when people add up: what it would have been, slip by slip. `guesses` picks one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import gcd
from typing import NamedTuple

from projektkort.finding import Note, Value
from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.rules import taxes
from projektkort.rules.added import Figure, Term
from projektkort.rules.digits import CENT, FACTORS, mistyped, one_digit, rounded, scaled, swapped, unit_of

PAIRED = 12
"""Among more lines some two come to nearly every difference."""
WEIGHTS = {
    "line-wrong": 10,
    "line": 0.3,
    "factor": 0.3,
    "swapped": 0.12,
    "vat": 0.3,
    "line-twice": 0.2,
    "line-sum": 0.2,
    "subtotal": 0.2,
    "subtotals": 0.2,
    "counted-twice": 0.2,
    "line-factor": 0.15,
    "line-swapped": 0.3,
    "line-vat": 0.15,
    "line-vat-within": 0.15,
    "sign": 0.2,
    "rounded-lines": 3,
    "rounded-total": 0.1,
    "two-lines": 0.1,
    "digit": 0.3,
    "line-digit": 0.3,
}
"""How often each kind of slip is the reason, against the others: by judgement, and `benchmarks/explaining.py`.

A line that is wrong in itself is no guess.
"""
SELDOM = 0.3
"""What goes with reduced rates of VAT, with a minus that was left out, and with a line that the smaller side has."""

FINER = 100
"""How many times finer than a rounded total its lines are."""


class Try(NamedTuple):
    """One slip undone: what the figure would be, the line that it speaks of, and what its hint says more."""

    meant: Decimal
    line: Term | None
    values: Mapping[str, Value]


class Way(NamedTuple):
    """One kind of slip, with all that it could have come to."""

    key: str
    weight: float
    tries: Sequence[Try]


def named(term: Term) -> Note:
    """How a hint names a line."""
    return Note("the-line", {"label": term.label, "line": term.place})


class Slips(Frozen):
    """The slips between two figures in one currency."""

    currency: str | None
    rates: taxes.Rates

    def between(self, low: Figure, high: Figure) -> Iterator[Way]:
        """Those by which the smaller figure as a whole may be the larger one."""
        amount = low.amount
        if amount <= 0:
            return
        yield _way("factor", [Try(amount * factor, None, {"factor": factor}) for factor in FACTORS])
        yield _way("swapped", [Try(meant, None, {}) for meant in swapped(amount)])
        for rates, often in ((self.rates.general, 1), (self.rates.reduced, SELDOM)):
            found = [taxes.on(amount, rate) for rate in rates]
            yield _way("vat", [Try(amount + tax.amount, None, self._reckoned(tax)) for tax in found], often)
        yield _way("digit", [Try(meant, None, {}) for meant in mistyped(amount)])
        for figure, other in ((low, high), (high, low)):
            if figure.lines and not other.lines:
                yield from _rounding(figure, other.amount, high.amount)

    def of(self, figure: Figure, other: Figure) -> Iterator[Way]:
        """Those in one line of a figure, or with one of its lines, that may make it the other figure."""
        own = [term for term in figure.lines if term.amount and len(figure.lines) > 1]  # a single one is the figure
        yield from _counting(figure, other, own)
        signs = [term for term in own if term.amount < 0]
        yield _way("sign", self._turned(figure, signs or own), 1 if signs else SELDOM)
        for key, change in (("line-factor", scaled), ("line-swapped", swapped)):
            changes = [(term, meant) for term in own for meant in change(term.amount)]
            yield _way(key, [self._instead(figure, term, meant) for term, meant in changes])
        yield _way("line-wrong", [self._instead(figure, *mend) for mend in figure.mends])
        round_gap = one_digit(other.amount - figure.amount)
        if figure.taxed:
            yield from self._taxed(figure, [term for term in own if term.amount > 0], SELDOM if round_gap else 1)
        if round_gap:
            typed = [meant - term.amount for term in own for meant in mistyped(term.amount)]
            yield Way("digit", WEIGHTS["line-digit"], [Try(figure.amount + change, None, {}) for change in typed])

    def _turned(self, figure: Figure, own: Iterable[Term]) -> list[Try]:
        return [
            Try(figure.amount - 2 * term.amount, term, {"once": Money(abs(term.amount), self.currency)}) for term in own
        ]

    def _instead(self, figure: Figure, term: Term, meant: Decimal) -> Try:
        values = {"amount": Money(meant, self.currency), "written": Money(term.amount, self.currency)}
        return Try(figure.amount - term.amount + meant, term, values)

    def _taxed(self, figure: Figure, own: Sequence[Term], likely: float) -> Iterator[Way]:
        """Each line with VAT that it has not, and without what it has; of 5,000 that is what one digit comes to too."""
        for rates, often in ((self.rates.general, likely), (self.rates.reduced, SELDOM * likely)):
            found = [(term, taxes.on(term.amount, rate)) for term in own for rate in rates]
            added = [Try(figure.amount + tax.amount, term, self._reckoned(tax)) for term, tax in found]
            yield _way("line-vat", added, often)
            found = [(term, taxes.within(term.amount, rate)) for term in own for rate in rates]
            left = [Try(figure.amount - tax.amount, term, self._reckoned(tax)) for term, tax in found]
            yield _way("line-vat-within", left, often)

    def _reckoned(self, tax: taxes.Vat) -> Mapping[str, Value]:
        whole = Money(tax.base + tax.amount, self.currency)
        return {"rate": tax.rate * 100, "amount": Money(tax.base, self.currency), "whole": whole}


def _way(key: str, tries: Sequence[Try], often: float = 1) -> Way:
    return Way(key, WEIGHTS[key] * often, tries)


def _counting(figure: Figure, other: Figure, own: Sequence[Term]) -> Iterator[Way]:
    """Lines that the other figure lacks or has twice, and sums that were added to their own terms."""
    whole, groups = figure.amount, figure.groups
    yield _way("line", [Try(whole - term.amount, term, {}) for term in own])
    again = [Try(whole + term.amount, term, {}) for term in own]
    yield _way("line", again, SELDOM) if other.lines else _way("counted-twice", again)
    yield _way("line-twice", [Try(whole - one.amount, one, {"again": two.place}) for one, two in _repeated(own)])
    yield _way("line-sum", [Try(whole - term.amount, term, ends) for term, ends in _sums(own)])
    yield _way("subtotal", [Try(whole + group.amount, group, {}) for group in groups])
    if len(groups) > 1:
        yield _way("subtotals", [Try(whole + sum(group.amount for group in groups), None, {})])
    if len(own) <= PAIRED:
        pairs = combinations(own, 2)
        yield _way("two-lines", [Try(whole - a.amount - b.amount, a, {"other": named(b)}) for a, b in pairs])


def _repeated(own: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Two lines that say the same."""
    for one, two in combinations(own, 2):
        if one.amount == two.amount and one.label.casefold() == two.label.casefold():
            yield one, two


def _sums(own: Sequence[Term]) -> Iterator[tuple[Term, Mapping[str, Value]]]:
    """Lines that are the sum of two or more just before them or just behind, with the first and last of these."""
    for at, term in enumerate(own):
        for run in (own[:at][::-1], own[at + 1 :]):
            gone = Decimal(0)
            for count, each in enumerate(run):
                gone += each.amount
                if count and gone == term.amount:
                    first, last = sorted((run[0].place, each.place), key=lambda place: place.start)
                    yield term, {"first": first, "last": last}


def _rounding(figure: Figure, total: Decimal, meant: Decimal) -> Iterator[Way]:
    """Lines that were rounded each while their total was not, and a total that was while its lines were not."""
    unit, finest = unit_of(term.amount for term in figure.lines), unit_of([total])
    count = Decimal(len(figure.lines))
    left = unit * min(count / 2, count.sqrt())  # all could add up, but errors grow with the root of their number
    if abs(figure.amount - total) <= left and finest < unit:
        outcomes = max(1, int(left / CENT) // gcd(int(unit / CENT), int(total / CENT)))
        yield _way("rounded-lines", [Try(meant, None, {})], 1 / outcomes)
    if finest >= FINER * unit and rounded(figure.amount, finest) == total:
        yield _way("rounded-total", [Try(meant, None, {"unit": finest})])
