"""Knows which days one or two moments make, and how several periods become one; finding them is left to others."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.frozen import replace
from projektkort.period.model import Period, Precision
from projektkort.period.phrase import Element

MEANT = {
    "from": (Precision.RANGE, True, False),
    "until": (Precision.RANGE, False, True),
    "by": (Precision.DEADLINE, False, True),
    "early": (Precision.APPROXIMATE, True, False),
    "middle": (Precision.APPROXIMATE, False, False),
    "late": (Precision.APPROXIMATE, False, True),
    "about": (Precision.APPROXIMATE, True, True),
}
"""What the words before a date make of it: its precision, and whether its first and its last day are told."""
OPEN = ("from", "until")  # one-sided only before a single date: "fra 1. maj til 3. maj" has both its sides


def period_of(element: Element, meaning: str, year: int | None) -> Period:
    """The period that an element tells, changed by the meaning of the words before it; without its text.

    `year` fills in where the element tells none. A range that then runs backwards ("november - februar") lies over
    two years, and which two is not known: it stays without.
    """
    if year is not None and all(moment.year is None for moment in element):
        dated = tuple(replace(moment, year=year) for moment in element)
        if _plain(dated).reason != "end-before-start":
            element = dated
    return _meant(_plain(element), meaning, single=len(element) == 1)


def cover(periods: Sequence[Period]) -> Period:
    """One period from the first day to the last of them; impossible when one of them is."""
    first = next((p for p in periods if p.precision is Precision.IMPOSSIBLE), periods[0])
    if len(periods) == 1 or first.precision is Precision.IMPOSSIBLE:
        return first
    starts, ends = [p.start for p in periods], [p.end for p in periods]
    weeks = [week for p in periods for week in p.weeks]
    return Period(
        text="",
        precision=_common([p.precision for p in periods]),
        start=min((day for day in starts if day), default=None) if all(starts) else None,
        end=max((day for day in ends if day), default=None) if all(ends) else None,
        yearless=any(p.yearless for p in periods),
        weeks=(min(weeks), max(weeks)) if weeks else (),
        reason=next((p.reason for p in periods if p.reason), ""),
        misnamed=next((p.misnamed for p in periods if p.misnamed), None),
    )


def _plain(element: Element) -> Period:
    flaw = next((moment.flaw for moment in element if moment.flaw), "")
    if flaw:
        return Period("", Precision.IMPOSSIBLE, reason=flaw)
    start, end = element[0].days[0], element[-1].days[1]
    if start and end and start > end:
        return Period("", Precision.IMPOSSIBLE, reason="end-before-start")
    return Period(
        text="",
        precision=_common([moment.unit for moment in element]),
        start=start,
        end=end,
        yearless=any(moment.year is None for moment in element),
        weeks=(element[0].number, element[-1].number) if all(m.unit is Precision.WEEK for m in element) else (),
        reason=_doubt(element),
        misnamed=next((moment.days[0] for moment in element if moment.wrong_weekday), None),
    )


def _doubt(element: Element) -> str:
    reason = next((moment.reason for moment in element if moment.reason), "")
    return reason or ("weekday-wrong" if any(moment.wrong_weekday for moment in element) else "")


def _common(units: Sequence[Precision]) -> Precision:
    """Weeks make weeks and months months, but two days, and two different units, make a range."""
    if len(units) == 1:
        return units[0]
    return units[0] if len(set(units)) == 1 and units[0] is not Precision.DAY else Precision.RANGE


def _meant(period: Period, meaning: str, *, single: bool) -> Period:
    if period.precision is Precision.IMPOSSIBLE or meaning not in MEANT or (meaning in OPEN and not single):
        return period
    precision, starts, ends = MEANT[meaning]
    return replace(
        period, precision=precision, start=period.start if starts else None, end=period.end if ends else None
    )
