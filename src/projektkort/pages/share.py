"""Knows the key figures about money, and the bar that shows who pays; never a figure nobody read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from projektkort.pages.amounts import amount_text
from projektkort.pages.cover import clean
from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Side

BARS = 8
"""As many funders can be told apart in a bar; where there are more, their types are shown."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the first screen, or words where there is none (`known` is false), and a few words about it."""

    label: str
    value: str
    note: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the bar: `start` and `width` in percent of its length, as SVG writes them."""

    label: str
    share: str
    start: str
    width: str


def applied_figure(project: Project, voice: Voice) -> KeyFigure:
    """The amount applied for, and its share of the costs."""
    applied, costs = project.applied, project.budget
    label = voice.say("applied")
    if applied is None:
        return KeyFigure(label, voice.say("not-stated"), known=False)
    if applied.amount is None:
        bounds = _range(applied.reading.low, applied.reading.high)
        text = amount_text(applied.reading, bounds, applied.place, voice)
        return KeyFigure(label, text, known=bounds is not None)
    currency = applied.currency or project.currency
    note = ""
    if costs and costs.figure and currency == (costs.currency or project.currency):
        note = voice.say("of-costs", share=voice.percent(applied.amount / costs.figure))
    return KeyFigure(label, voice.money(applied.amount, currency), note)


def costs_figure(project: Project, voice: Voice) -> KeyFigure:
    """The costs; beside what was spent they are the budget."""
    lines = project.budget.lines if project.budget is not None else ()
    label = voice.say("costs" if all(line.actual is None for line in lines) else "budget")
    if project.budget is None:
        return KeyFigure(label, voice.say("not-stated"), known=False)
    bounds = project.budget.bounds
    return KeyFigure(label, _sum(bounds, project.budget.currency, voice), known=bounds is not None)


def own_figure(project: Project, voice: Voice) -> KeyFigure:
    """The lines that are the applicant's own money; work and things given are not money."""
    label, side = voice.say("own"), project.financing
    lines = [line for line in side.counted if line.type == "own"] if side else []
    if side is None or not lines:
        return KeyFigure(label, voice.say("not-stated"), known=False)
    read = [line.bounds for line in lines if line.bounds is not None]
    if len(read) < len(lines):
        return KeyFigure(label, voice.say("no-figure"), known=False)
    low, high = sum((pair[0] for pair in read), Decimal(0)), sum((pair[1] for pair in read), Decimal(0))
    note = voice.say("of-financing", share=voice.percent(low / side.figure)) if side.figure else ""
    return KeyFigure(label, _sum((low, high), side.currency, voice), note)


def _range(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, Decimal] | None:
    return None if low is None or high is None else (low, high)


def _sum(bounds: tuple[Decimal, Decimal] | None, currency: str | None, voice: Voice) -> str:
    if bounds is None:
        return voice.say("no-figure")
    low, high = bounds
    return voice.money(high, currency) if low == high else f"{voice.number(low)}–{voice.money(high, currency)}"


def bar(side: Side | None, voice: Voice) -> tuple[Segment, ...]:
    """The financing in pieces; none where a figure is missing or an amount is below nothing."""
    if side is None or not side.figure or any((line.amount or Decimal(0)) < 0 for line in side.counted):
        return ()
    pieces: dict[str, Decimal] = {}
    by_type = len(side.counted) > BARS
    for line in side.counted:
        label = voice.say(f"type-{line.type or 'other'}") if by_type else clean(line.label.value)
        pieces[label] = pieces.get(label, Decimal(0)) + (line.amount or Decimal(0))
    segments, start = [], Decimal(0)
    for label, amount in pieces.items():
        width = amount / side.figure
        segments.append(Segment(label, voice.percent(width), f"{start * 100:.3f}", f"{width * 100:.3f}"))
        start += width
    return tuple(segment for segment in segments if segment.width != "0.000")
