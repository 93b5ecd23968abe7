"""Knows what is said about budget and financing: that they agree, what is missing, or why nobody can tell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Side

Bounds = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict in words; `state` is for the look."""

    state: Literal["ok", "bad", "unknown"]
    text: str


def verdict(project: Project, voice: Voice) -> Verdict:
    """Whether costs and financing agree; never from a figure that was not read."""
    costs, income = project.budget, project.financing
    if costs is None or income is None:
        missing = "both" if costs is income else "budget" if costs is None else "financing"
        return Verdict("unknown", voice.say(f"verdict-no-{missing}"))
    if costs.bounds is None or income.bounds is None:
        unread = [*unread_lines(costs), *unread_lines(income)]
        return Verdict("unknown", voice.say("verdict-unread", lines=voice.lines(unread)))
    if costs.currency and income.currency and costs.currency != income.currency:
        return Verdict("unknown", voice.say("verdict-currencies", costs=costs.currency, financing=income.currency))
    if project.balances is None:
        ranges = [line.amount_place.line for line in (*costs.counted, *income.counted) if line.amount is None]
        return Verdict("unknown", voice.say("verdict-range", lines=voice.lines(ranges)))
    return _compare(costs.bounds, income.bounds, costs.currency or income.currency, voice)


def unread_lines(side: Side) -> list[int]:
    """The lines for which the side has no figure, not even a range; none where it has one."""
    if side.bounds is not None:
        return []
    unread = [line.amount_place.line for line in side.counted if line.bounds is None]
    if side.total and not side.counted:
        unread.append(side.total.amount_place.line)
    return unread or [side.place.line]


def _compare(costs: Bounds, income: Bounds, currency: str | None, voice: Voice) -> Verdict:
    """Both sides were read; where one is a range, the nearest figures are compared."""
    missing = costs[0] > income[1]
    spent, found = (costs[0], income[1]) if missing else (costs[1], income[0])
    state: Literal["ok", "bad"] = "ok" if spent == found else "bad"
    key = "agrees" if spent == found else "missing" if missing else "surplus"
    text = voice.say(
        f"verdict-{key}",
        costs=voice.money(spent, currency),
        financing=voice.money(found, currency),
        gap=voice.money(abs(spent - found), currency),
    )
    return Verdict(state, text)
