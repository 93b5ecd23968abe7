"""Knows what a difference between two figures most likely comes from, and when that is too much of a guess to say.

`slips` tells what could have gone wrong. A slip that fits exactly counts for more the fewer others of its kind could
have come to the same, and must be likelier than chance and than any slip of another kind. The words stand in
phrases.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import gcd, log
from typing import NamedTuple

from projektkort.finding import Note
from projektkort.rules.added import Figure
from projektkort.rules.digits import CENT, unit_of
from projektkort.rules.slips import Slips, Try, Way, named
from projektkort.rules.taxes import rates_of
from projektkort.span import Place

CHANCE = 4.5
"""How many times likelier than a difference from nowhere a slip must be."""
CLEARLY = 1.3
"""How many times likelier than the next one the best must be."""
SMALL = 100
"""The share of the largest amount below which all differences are as likely, and above it the less the larger."""
MANY = 3
"""Lines that fit alike; among more of them nobody finds the one."""
ALONE = frozenset({"two-lines", "subtotals"})
"""What is no help where several fit."""


class Guess(NamedTuple):
    """One kind of slip that fits, with all that fit; the larger the score, the likelier."""

    score: float
    key: str
    hits: tuple[Try, ...]

    @property
    def places(self) -> set[Place]:
        """The lines that it speaks of."""
        return {hit.line.place for hit in self.hits if hit.line is not None}


def likeliest(left: Figure, right: Figure, currency: str | None) -> Note | None:
    """The words for the likeliest slip that fits exactly; None where there is none to be trusted."""
    found = guesses(left, right, currency)
    if not found or found[0].score < CHANCE * _chance(left, right):
        return None
    best = found[0]
    rivals = (other.score for other in found[1:] if other.key != best.key and not other.places & best.places)
    several = len(best.places) > MANY or (best.key in ALONE and len(best.hits) > 1)
    return None if several or best.score < CLEARLY * max(rivals, default=0) else _told(best)


def guesses(left: Figure, right: Figure, currency: str | None) -> list[Guess]:
    """All slips that fit exactly, the likeliest first."""
    low, high = sorted((left, right), key=lambda figure: figure.amount)
    slips = Slips(currency, rates_of(currency))
    found = [
        *_fitting(slips.between(low, high), high),
        *_fitting(slips.of(low, high), high),
        *_fitting(slips.of(high, low), low),
    ]
    return sorted(found, key=lambda guess: -guess.score)


def _fitting(ways: Iterable[Way], other: Figure) -> Iterator[Guess]:
    for way in ways:
        hits = tuple(each for each in way.tries if each.meant == other.amount)
        if hits:
            yield Guess(way.weight * len(hits) / len(way.tries), way.key, hits)


def _chance(left: Figure, right: Figure) -> float:
    """How likely a difference from nowhere is: the likelier the smaller it is, and the coarser all amounts are."""
    lines = [term.amount for term in (*left.lines, *right.lines)]
    amounts = [left.amount, right.amount, *lines]
    step = gcd(*(int(abs(amount) / CENT) for amount in amounts)) * CENT if lines else unit_of(amounts)
    largest, difference = max(map(abs, amounts)), abs(left.amount - right.amount)
    return float(step / (difference + largest / SMALL)) / log(SMALL + 1)


def _told(guess: Guess) -> Note:
    """The words for a guess; where several lines fit alike, they are named and nothing more."""
    first = guess.hits[0]
    if first.line is None:
        return Note(guess.key, first.values)
    if len(guess.places) == 1:
        why = Note(f"why-{guess.key}", first.values) if first.values else None
        return Note(guess.key, {"which": named(first.line), "why": why})
    lines = tuple(sorted(guess.places, key=lambda place: place.start))
    return Note(guess.key, {"which": Note("some-line", {"lines": lines})})
