"""Knows how a stretch of a bar stands in SVG: where it begins, how wide it is, and where its label goes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Extent:
    """In percent of the bar; `label` is empty where the stretch has no room for it."""

    start: str
    width: str
    middle: str
    label: str


def extent(start: Fraction, end: Fraction, label: str, room: Fraction) -> Extent:
    """From one share of the bar to another; a stretch of less than `room` gets no label."""
    middle = (start + end) / 2
    return Extent(percent(start), percent(end - start), percent(middle), label if end - start >= room else "")


def percent(share: Fraction) -> str:
    """A share of 1 as SVG writes it, without its sign."""
    return f"{float(100 * share):.3f}"
