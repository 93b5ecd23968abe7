"""Knows which amounts cannot be taken as they stand: unreadable, ambiguous, a range, negative, of another currency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from projektkort import locale
from projektkort.finding import Note, Problem
from projektkort.money import Money, Reading, State, read
from projektkort.project.models import Project
from projektkort.rules.figures import currencies, mixed, sides
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema
from projektkort.span import Place

PLAIN = frozenset({State.EXACT, State.BLANK})
KRONER = {"DKK", "SEK", "NOK"}
MANY = 3
"""So many negative lines among positive ones are income written with a minus, and told once."""
EXCHANGED = {"decimals", "swapped"}
MARK = cache(partial(re.compile, r"(?<=\d)[.,](?=\d)"))
GROUP_MARK = cache(partial(re.compile, r"(?<=\d)(?:(?P<dot>\.)|(?P<comma>,)|(?P<space>\s))(?=\d)"))


class Written(NamedTuple):
    """An amount as it stands in the document, and what hangs on it."""

    reading: Reading
    place: Place
    currency: str | None
    use: str  # sum, total, price or applied

    @property
    def text(self) -> str:
        return " ".join(self.place.text.split())


def _of(project: Project, state: State) -> Iterator[Written]:
    """The amounts whose reading came to one state that is a problem."""
    return (written for found, written in project.once(_problematic) if found is state)


def _problematic(project: Project) -> Sequence[tuple[State, Written]]:
    """What was read as no exact amount, and not left out either, with what it counts as."""
    found: list[tuple[State, Written]] = []
    for side in sides(project):
        for line in side.lines:
            if (state := line.reading.state) not in PLAIN:
                written = Written(line.reading, line.amount_place, line.currency or side.currency, "sum")
                found.append((state, written))
            if line.price_unread is not None:
                price = Written(*line.price_unread, line.currency or side.currency, "price")
                found.append((State.UNREADABLE, price))
        for total in side.totals:
            if (state := total.reading.state) not in PLAIN:
                found.append((state, Written(total.reading, total.amount_place, side.currency, "total")))
    applied = project.applied
    if applied is not None and applied.by == "stated" and (state := applied.reading.state) not in PLAIN:
        currency = applied.currency or project.currency
        found.append((state, Written(applied.reading, applied.place, currency, "applied")))
    return found


@rule()
def amount_unreadable(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every amount can be read as a number."""
    for written in _of(project, State.UNREADABLE):
        reason = written.reading.reason
        meant = _with_marks_exchanged(written.text, project.language) if reason in EXCHANGED else None
        yield Problem(
            written.place,
            variant="exchanged" if meant else reason,
            text=written.text,
            meant=meant,
            reason=Note(_grouping(written.text) if reason == "grouping" else reason),
            unchecked=Note(f"unchecked-{written.use}"),
        )


def _with_marks_exchanged(text: str, language: str | None) -> str | None:
    """The amount with comma and full stop as the document's language has them; None where that is no amount either."""
    amount = read(MARK().sub(lambda mark: "." if mark[0] == "," else ",", text), language).amount
    return locale.number(amount, language) if amount is not None and language else None


def _grouping(text: str) -> str:
    """The mark between the groups, which a writer must be told by name."""
    marks = {match.lastgroup for match in GROUP_MARK().finditer(text)}
    return f"grouping-{marks.pop()}" if len(marks) == 1 else "grouping"


@rule()
def amount_ambiguous(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every amount can be read in one way only."""
    for written in _of(project, State.AMBIGUOUS):
        small, large = min(written.reading.readings), max(written.reading.readings)
        currency = written.reading.currency or written.currency
        yield Problem(
            written.place,
            variant="spelled" if currency in KRONER and _spells(small, large) else written.reading.reason,
            text=written.text,
            small=Money(small, currency),
            large=Money(large, currency),
            unchecked=Note(f"unguessed-{written.use}"),
        )


def _spells(small: Decimal, large: Decimal) -> bool:
    """Whether the two amounts are so many kroner and so many thousand; “one” is another word before each noun."""
    return small * 1000 == large and small in range(2, 1000) and small % 10 != 1


@rule()
def amount_range(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every amount is one figure, not a range."""
    for written in _of(project, State.RANGE):
        low, high = written.reading.low, written.reading.high
        assert low is not None and high is not None, "a range has both ends"
        currency = written.reading.currency or written.currency
        yield Problem(
            written.place,
            text=written.text,
            low=Money(low, currency),
            high=Money(high, currency),
            unchecked=Note(f"unchecked-{written.use}"),
        )


@rule()
def negative_line(project: Project, schema: Schema) -> Iterator[Problem]:
    """No line is negative where others are positive."""
    for side in sides(project):
        amounts = [line.amount for line in side.lines if line.amount is not None]
        if not (amounts and min(amounts) < 0 < max(amounts)):
            continue
        below = [(line, line.amount) for line in side.lines if line.amount is not None and line.amount < 0]
        told = below[:1] if len(below) >= MANY else below
        for line, amount in told:
            yield Problem(
                line.amount_place,
                variant="" if told is below else "many",
                label=line.label.value,
                amount=Money(amount, line.currency or side.currency),
                count=len(below),
                related=[] if told is below else [other.amount_place for other, _ in below[1:]],
            )


@rule()
def mixed_currencies(project: Project, schema: Schema) -> Iterator[Problem]:
    """All amounts are in one currency."""
    if not mixed(project):
        return
    found = list(currencies(project))
    other = next((currency, place) for currency, place in found if currency != found[0][0])
    names = tuple(dict.fromkeys(currency for currency, _ in found))
    yield Problem(other[1], currencies=names, first=found[0][0], other=other[0], related=[found[0][1]])
