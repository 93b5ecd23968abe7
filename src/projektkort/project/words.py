"""Knows the amounts that stand in running text, outside budget and financing lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from projektkort.money import find, holds_number
from projektkort.project.books import Side
from projektkort.project.caption import is_unit
from projektkort.project.models import AmountInText
from projektkort.span import Segment, Text

FIGURE = re.compile(r"[0-9½¼¾&\\]")
BLANK = "\n"
"""No amount reaches over the end of a line."""
Taken = tuple[int, int]
"""Where a row of a side stands in the source."""


def amounts_in(texts: Iterable[Text], sides: Iterable[Side], language: str | None) -> Iterator[AmountInText]:
    """The amounts in order of their places, without those that stand on a row of a side."""
    taken = sorted({(row.place.start, row.place.end) for side in sides for row in side.rows})
    starts = [start for start, _ in taken]
    found = []
    for text in texts:
        if not holds_number(text.value):
            continue
        rows = taken[bisect_left(starts, text.start) : bisect_left(starts, text.end)]
        if rows and not _has_figure_beside(text, rows):
            continue
        for reading in find(_without(text, rows) if rows else text.value, language):
            # Without any row in the text, "in 1,000 kroner" declares nothing.
            if not (rows and is_unit(text.value, reading.start, language)):
                found.append(AmountInText(text.slice(reading.start, reading.end), reading))
    for amount in sorted(found, key=lambda amount: amount.text.start):
        before = bisect_right(starts, amount.text.start) - 1
        if before < 0 or amount.text.start >= taken[before][1]:
            yield amount


def _has_figure_beside(text: Text, rows: Sequence[Taken]) -> bool:
    """Whether a figure stands in the text outside its rows, perhaps as an escape; in most budgets none does."""
    source, at = text.lines.text, text.start
    for low, high in rows:
        if FIGURE.search(source, at, low):
            return True
        at = max(at, high)
    return FIGURE.search(source, at, text.end) is not None


def _without(text: Text, rows: Sequence[Taken]) -> str:
    """The value with its rows blanked out, character by character: what stands on them need not be read again."""
    segments = text.spread()
    sources = [source for _, source, _ in segments]
    pieces, at = [], 0
    for row in rows:
        low, high = (_offset(place, segments, sources) for place in row)
        if high > at:
            pieces += [text.value[at:low], BLANK * (high - max(at, low))]
            at = high
    return "".join([*pieces, text.value[at:]])


def _offset(place: int, segments: Sequence[Segment], sources: Sequence[int]) -> int:
    """Where a place of the source is in a value of these segments; between two of them, where the first one ends."""
    at = bisect_right(sources, place) - 1
    if at < 0:
        return 0
    value, source, length = segments[at]
    return value + min(place - source, length)
