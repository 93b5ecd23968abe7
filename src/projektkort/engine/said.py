"""Knows what one waiver says: what it names, the reason, the last day, and what in it was not understood."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from projektkort.finding import Problem
from projektkort.frozen import Frozen
from projektkort.period import Period, Precision
from projektkort.period import read as read_period
from projektkort.schema.vocabulary import vocabulary
from projektkort.span import Place, Text

_NAME = re.compile(r"[^\s,]+")
_AROUND = " .,;()"


class Said(Frozen):
    """One waiver as it stands in a document: rules or subjects, the reason, the last day, and where all of it is.

    `line` is the one line that it is about; None: the whole document. `faults` are what is wrong with the way it is
    written. `beside` are the names of all waivers of the same mapping: one that nobody knows may be a part of each.
    """

    place: Place
    names: tuple[Text, ...] = ()
    reason: str = ""
    day: Text | None = None
    line: int | None = None
    faults: tuple[Problem, ...] = ()
    beside: tuple[Text, ...] = ()

    @property
    def period(self) -> Period | None:
        """What stands for the last day, in any language; None where nothing does."""
        return read_period(self.day.value, None) if self.day is not None else None

    @property
    def until(self) -> dt.date | None:
        """The last day; None where none is told, or none that can be read."""
        told = self.period
        return told.end if told is not None and told.precision is Precision.DAY else None

    @property
    def day_in_reason(self) -> str | None:
        """The last day as it stands at the end of the reason, where it has no effect."""
        found = _last_day().search(self.reason.replace("(", " ").rstrip(_AROUND)) if self.day is None else None
        told = read_period(found["day"], None) if found else None
        return found["day"] if found and told is not None and told.precision is Precision.DAY else None


def worded(head: Text, reason: str, place: Place, line: int | None = None) -> Said:
    """A waiver by what stands before its colon, rules and perhaps the last day, and what stands behind it."""
    found = _last_day().search(head.value)
    names = head.slice(0, found.start()) if found else head
    day = head.slice(*found.span("day")) if found else None
    return Said(place, tuple(names_in(names)), " ".join(reason.split()), day, line)


def names_in(text: Text) -> Iterator[Text]:
    """The names of rules and subjects, with blanks or commas between them."""
    return (text.slice(*found.span()) for found in _NAME.finditer(text.value))


def any_of(wanted: str) -> str:
    """A pattern for the words of one meaning in all languages, the longest first."""
    words = {word.label for word in vocabulary().words("waiving") if word.id == wanted}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _last_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{any_of('until')})\s+(?P<day>\S.*?)\s*$", re.IGNORECASE | re.DOTALL)
