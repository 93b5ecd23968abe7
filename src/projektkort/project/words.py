"""Knows the amounts that stand in running text, outside budget and financing lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from projektkort.money import find
from projektkort.project.books import Side
from projektkort.project.caption import is_unit
from projektkort.project.models import AmountInText
from projektkort.span import Text


def amounts_in(texts: Iterable[Text], sides: Iterable[Side], language: str | None) -> Iterator[AmountInText]:
    """The amounts in order of their places, without those that stand on a row of a side."""
    taken = sorted({(row.place.start, row.place.end) for side in sides for row in side.rows})
    starts = [start for start, _ in taken]
    found = [
        AmountInText(text=text.slice(reading.start, reading.end), reading=reading)
        for text in texts
        for reading in find(text.value, language)
        if not (_has_row(text, starts) and is_unit(text.value, reading.start, language))
    ]
    for amount in sorted(found, key=lambda amount: amount.text.start):
        before = bisect_right(starts, amount.text.start) - 1
        if before < 0 or amount.text.start >= taken[before][1]:
            yield amount


def _has_row(text: Text, starts: Sequence[int]) -> bool:
    """Whether a row of a side stands in the text: without any, "in 1,000 kroner" declares nothing."""
    return bisect_left(starts, text.start) < bisect_left(starts, text.end)
