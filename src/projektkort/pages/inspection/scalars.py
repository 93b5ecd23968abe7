"""Knows how single values stand in JSON: places, days, periods, amounts, and words with personal numbers masked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from projektkort.identity import mask
from projektkort.period import Period
from projektkort.project.models import ProjectPeriod
from projektkort.span import Place, Text


def at(place: Place) -> dict[str, Any]:
    """Where something stands: its line, and its span."""
    return {"line": place.line, "span": as_span(place)}


def as_span(place: Place) -> dict[str, int]:
    """A span as JSON knows it."""
    span = place.span
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def plain(value: Decimal | None) -> str | None:
    """An amount as a string of plain digits: no exponent, no zeros at the end of decimals."""
    if value is None:
        return None
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def words(text: Text | None) -> str | None:
    """The words of a text; None where there is none."""
    return mask(text.value) if text is not None else None


def all_words(texts: Iterable[Text]) -> list[str]:
    """The words of several texts."""
    return [mask(text.value) for text in texts]


def masked(text: str | None) -> str | None:
    """Words that have no place."""
    return mask(text) if text is not None else None


def day(value: dt.date | None) -> str | None:
    """A day as ISO writes it."""
    return value.isoformat() if value is not None else None


def ends(period: Period) -> dict[str, Any]:
    """The two ends of a period, and how exactly they are told."""
    return {"start": day(period.start), "end": day(period.end), "precision": str(period.precision)}


def when(period: Period | None) -> dict[str, Any] | None:
    """A period inside something that has a place."""
    return {"text": mask(period.text), **ends(period)} if period is not None else None


def placed_period(period: ProjectPeriod | None) -> dict[str, Any] | None:
    """A period with a place of its own."""
    if period is None:
        return None
    return {**ends(period.period), "text": mask(period.text.value), **at(period.text.place)}
