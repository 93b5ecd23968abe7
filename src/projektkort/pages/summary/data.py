"""Knows the summary as JSON: amounts are strings of plain decimals, what nobody can tell is null."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from projektkort.finding import Severity
from projektkort.money import Money
from projektkort.pages.summary.cells import Titles, lack_text, reason_text
from projektkort.pages.summary.figures import Figure, Sum
from projektkort.pages.summary.row import Row, State
from projektkort.pages.summary.whole import Likeness, Summary
from projektkort.pages.voice import Voice

VERSION = 1
BALANCES = {"yes": True, "no": False}


def as_json(summary: Summary, titles: Titles, voice: Voice) -> str:
    """The whole summary as one object."""
    data = {
        "version": VERSION,
        "as_of": summary.as_of.isoformat() if summary.as_of else None,
        "counts": {state.name.lower(): summary.count(state) for state in State},
        "personal_numbers": [row.path for row in summary.personal],
        "applied": _applied(summary),
        "pool": _money(summary.pool),
        "recommended": _sums(summary.decided("recommended")),
        "granted": _sums(summary.decided("granted")),
        "files": [_row(row, summary, titles, voice) for row in summary.rows],
        "unread": [
            {"path": row.path, "reason": row.reason, "message": reason_text(row, titles, voice)}
            for row in summary.unread
        ],
        "duplicates": [_likeness(each) for each in summary.likenesses],
        "frequent": [
            {"rule": each.rule, "section": each.section or None, "files": each.files} for each in summary.frequent
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _applied(summary: Summary) -> dict[str, Any]:
    applied = summary.applied
    return {
        "sums": _sums(applied.sums),
        "unread": applied.unread,
        "files_unread": summary.count(State.UNREAD),
        "ranges": applied.ranges,
        "approximate": applied.approximate,
    }


def _likeness(likeness: Likeness) -> dict[str, Any]:
    places = [{"path": spot.path, "line": spot.line} for spot in likeness.spots]
    return {"kind": likeness.kind, "count": likeness.count, "places": places}


def _row(row: Row, summary: Summary, titles: Titles, voice: Voice) -> dict[str, Any]:
    decision = summary.decision(row)
    first = row.lacks[0] if row.lacks else None
    return {
        "path": row.path,
        "state": row.state.name.lower(),
        "personal_number": row.personal,
        "number": row.number or None,
        "project": row.title or None,
        "applicant": row.applicant or None,
        "language": row.language,
        "applied": _figure(row.applied),
        "budget": _figure(row.budget),
        "own": _figure(row.own),
        "own_share": _plain(None if row.share is None else round(row.share, 4)),
        "balances": BALANCES.get(row.balances),
        "errors": row.count(Severity.ERROR),
        "warnings": row.count(Severity.WARNING),
        "first": lack_text(first.rule, first.section, titles, voice) if first else None,
        "recommended": _money(decision.recommended),
        "granted": _money(decision.granted),
    }


def _figure(figure: Figure) -> dict[str, Any] | None:
    """None where no amount is told; one that was not read has no bounds."""
    if not figure.told:
        return None
    low, high = figure.bounds or (None, None)
    return {
        "low": _plain(low),
        "high": _plain(high),
        "currency": figure.currency,
        "approximate": figure.approximate,
    }


def _sums(sums: Iterable[Sum]) -> list[dict[str, str | None]]:
    return [{"currency": each.currency, "low": _plain(each.low), "high": _plain(each.high)} for each in sums]


def _money(amount: Money | None) -> dict[str, str | None] | None:
    return None if amount is None else {"amount": _plain(amount.amount), "currency": amount.currency}


def _plain(value: Decimal | None) -> str | None:
    """Digits, without idle zeros behind the point."""
    if value is None:
        return None
    text = format(value, "f")
    return text.rstrip("0").removesuffix(".") if "." in text else text
