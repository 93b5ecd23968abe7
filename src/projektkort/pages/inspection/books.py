"""Knows how budget and financing stand in JSON, and the amounts outside them."""

from __future__ import annotations

from typing import Any

from projektkort.identity import mask
from projektkort.pages.inspection.scalars import at, masked, plain
from projektkort.project.models import AmountInText, AmountLine, Applied, Part, Side


def applied_data(applied: Applied | None) -> dict[str, Any] | None:
    """The amount applied for."""
    if applied is None:
        return None
    return {"amount": plain(applied.amount), "currency": applied.currency, "by": applied.by, **at(applied.place)}


def found_data(found: AmountInText) -> dict[str, Any]:
    """An amount in the text."""
    return {
        "text": mask(found.text.value),
        "amount": plain(found.reading.amount),
        "low": plain(found.reading.low),
        "high": plain(found.reading.high),
        "currency": found.reading.currency,
        "approximate": found.reading.approximate,
        **at(found.text.place),
    }


def side_data(side: Side | None) -> dict[str, Any] | None:
    """Budget or financing."""
    if side is None:
        return None
    return {
        "currency": side.currency,
        "lines": [_line(line, side.name) for line in side.lines],
        "stated_total": plain(side.total.amount) if side.total else None,
        "computed_total": plain(side.computed),
        **at(side.heading),
    }


def _line(line: AmountLine, side: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "label" if side == "budget" else "funder": mask(line.label.value),
        "amount": plain(line.amount),
        "low": plain(line.low),
        "high": plain(line.high),
        "approximate": line.approximate,
        "quantity": plain(line.quantity),
        "unit": masked(line.unit),
        "unit_price": plain(line.unit_price),
        "parts": [_part(part) for part in line.parts],
        "unread": mask(line.amount_place.text) if line.bounds is None and not line.blank else None,
    }
    if side == "budget":
        shown |= {"category": masked(line.category), "actual": plain(line.actual), "eligible": line.eligible}
    else:
        shown |= {"type": line.type, "commitment": line.commitment}
    return {**shown, **at(line.place)}


def _part(part: Part) -> dict[str, Any]:
    return {"axis": part.axis, "key": mask(part.key), "amount": plain(part.amount), **at(part.place)}
