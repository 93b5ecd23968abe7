"""Knows how one amount stands on a page: as a figure, or as written with the reason why it is none."""

from __future__ import annotations

from decimal import Decimal

from projektkort.money import Reading, State
from projektkort.pages.cover import clean
from projektkort.pages.voice import Voice
from projektkort.project.models import Side
from projektkort.span import Place

NONE = "–"


def amount_text(reading: Reading, bounds: tuple[Decimal, Decimal] | None, place: Place, voice: Voice) -> str:
    """A figure, a range, a dash where no amount was meant, else the words of the source and that nobody can tell."""
    if bounds is None:
        if reading.state is State.BLANK:
            return NONE
        return voice.say("ambiguous" if reading.state is State.AMBIGUOUS else "unreadable", text=clean(place.text))
    low, high = bounds
    text = voice.number(low) if low == high else f"{voice.number(low)}–{voice.number(high)}"
    return voice.say("approximate", amount=text) if reading.approximate else text


def is_doubtful(reading: Reading, bounds: tuple[Decimal, Decimal] | None) -> bool:
    """Whether an amount was meant and could not be read."""
    return bounds is None and reading.state is not State.BLANK


def spent_of(side: Side) -> Decimal | None:
    """What was spent of a side; None where not every line tells."""
    spent = [line.actual for line in side.counted if line.actual is not None]
    return sum(spent, Decimal(0)) if spent and len(spent) == len(side.counted) else None
