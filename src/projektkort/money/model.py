"""Knows what an amount is and what reading one can come to; the reading itself is left to its neighbours."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from projektkort.frozen import Frozen


class Money(Frozen):
    """An amount in major units and its ISO 4217 currency; None where the document names none."""

    amount: Decimal
    currency: str | None = None


class State(StrEnum):
    """What reading an amount came to."""

    EXACT = "exact"
    RANGE = "range"
    BLANK = "blank"  # nothing, "-" or an en dash: no amount was meant
    AMBIGUOUS = "ambiguous"  # two readings remain: see `readings`
    UNREADABLE = "unreadable"  # see `reason`

    __hash__ = str.__hash__  # that of Enum is written in Python


_EXACT = State.EXACT  # found on its class only by a search


class Reading(Frozen, guarded=False):
    """What one piece of text says as an amount.

    The reasons of an AMBIGUOUS one: marks (group or decimal mark), multiplier ("1.250 mio."), brackets, sign,
    language (it differs between languages and none is known).
    Of an UNREADABLE one: words (none or too many), percent, unit (a number of something else), date (or clock time),
    grouping, decimals, swapped (marks as in English, or the other way), zeros (leading), long, scientific, sign,
    digits (other scripts, letter O), invisible (characters), formula, placeholder, range (low above high), multiplier
    (two of them), product (does not fit its result), two-amounts, two-currencies, language (some would refuse it).
    """

    state: State
    amount: Decimal | None = None  # set when exact
    low: Decimal | None = None  # set for a range
    high: Decimal | None = None
    currency: str | None = None  # ISO 4217 where the text itself names one (kr by language), else None
    approximate: bool = False  # "ca.", "omkring", "cirka", "~", "max.", "drygt" ...
    quantity: Decimal | None = None  # "3 x 25.000", "25 timer a 450 kr."
    unit: str | None = (
        None  # "timer", "stk", as written, lower case; with no quantity it is a rate ("kr. 100 pr. time")
    )
    unit_price: Decimal | None = None
    readings: tuple[Decimal, ...] = ()  # the two values when ambiguous
    reason: str = ""  # when unreadable or ambiguous: a key such as "grouping", "words", "percent"
    start: int = 0  # the slice of the text that holds the amount, currency and sign included
    end: int = 0


def exact(amount: Decimal, currency: str | None, start: int, end: int, *, approximate: bool = False) -> Reading:
    """What most amounts read as; its fields in their order, for by name they take much longer."""
    return Reading(_EXACT, amount, None, None, currency, approximate, None, None, None, (), "", start, end)


class Split(Frozen):
    """A label's slice without its quantity and price, and these."""

    start: int
    end: int
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
