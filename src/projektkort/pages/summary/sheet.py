"""Knows the summary as a CSV file for Excel: what stands in its columns and how its cells are written safely.

What a committee fills into it, `decisions` reads back.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from projektkort.finding import Severity
from projektkort.locale import number, words
from projektkort.money import Money
from projektkort.pages.summary.cells import Titles, figure_cell, lack_text, reason_text
from projektkort.pages.summary.figures import Figure
from projektkort.pages.summary.row import Row, State
from projektkort.pages.summary.whole import Summary
from projektkort.pages.voice import Voice

MARK = "\ufeff"
"""The byte order mark: without it Excel takes UTF-8 for another encoding."""
COLUMNS = (
    "path",
    "number",
    "title",
    "applicant",
    "applied",
    "recommended",
    "granted",
    "currency",
    "budget",
    "own",
    "share",
    "balances",
    "state",
    "errors",
    "warnings",
    "first",
)
FORMULA = frozenset("=+-@\t\r")
"""Excel takes a cell that begins so for a formula."""
GUARD = "'"


def as_csv(summary: Summary, titles: Titles, voice: Voice) -> str:
    """A line for each file, also for those that were not read: something can be granted to them too."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if words(voice.language).decimal == "," else ",")
    writer.writerow(voice.say(f"column-{name}") for name in COLUMNS)
    for row in summary.all:
        if row.state in {State.FOREIGN, State.FOLDER}:
            continue
        cells = _told(row, summary, titles, voice)
        writer.writerow(cells[name] for name in COLUMNS)
    return MARK + text.getvalue()


def guarded(text: str) -> str:
    """A text that cannot become a formula."""
    return GUARD + text if text.lstrip(GUARD)[:1] in FORMULA else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text[:1] == GUARD and text.lstrip(GUARD)[:1] in FORMULA else text


def _told(row: Row, summary: Summary, titles: Titles, voice: Voice) -> dict[str, str]:
    currency = _currency(row, summary)
    decision = summary.decision(row)
    texts = {
        "path": row.path,
        "number": row.number,
        "title": row.title,
        "applicant": row.applicant,
        "currency": currency or "",
        "balances": voice.say("summary-unclear" if row.balances == "unknown" else row.balances) if row.balances else "",
        "state": _state(row, voice),
        "first": lack_text(row.lacks[0].rule, row.lacks[0].section, titles, voice) if row.lacks else "",
    }
    if not row.is_read:
        texts["first"] = reason_text(row, titles, voice)
    return {name: guarded(text) for name, text in texts.items()} | {
        "applied": _figure(row.applied, currency, voice),
        "budget": _figure(row.budget, currency, voice),
        "own": _figure(row.own, currency, voice),
        "share": voice.percent(row.share) if row.share is not None else "",
        "recommended": _money(decision.recommended, currency, voice),
        "granted": _money(decision.granted, currency, voice),
        "errors": str(row.count(Severity.ERROR)) if row.is_read else "",
        "warnings": str(row.count(Severity.WARNING)) if row.is_read else "",
    }


def _currency(row: Row, summary: Summary) -> str | None:
    """The currency of a line: nobody claims one for figures that name none."""
    figures = [figure for figure in (row.applied, row.budget, row.own) if figure.bounds is not None]
    named = next((figure.currency for figure in (row.applied, row.budget, *figures) if figure.currency), None)
    return named if named or figures else summary.currency


def _state(row: Row, voice: Voice) -> str:
    keys = {State.FAULTY: "faulty", State.WARNED: "warned", State.IN_ORDER: "in-order", State.UNREAD: "unread"}
    return voice.form(f"summary-{keys[row.state]}", 1)


def _figure(figure: Figure, currency: str | None, voice: Voice) -> str:
    """A bare number that Excel counts with; one that is not exact, or in another currency, is words."""
    exact = figure.bounds is not None and figure.low == figure.high and not figure.approximate
    if exact and figure.low is not None and figure.currency == currency:
        return _bare(figure.low, voice)
    return figure_cell(figure, currency, voice) if figure.told else ""


def _money(amount: Money | None, currency: str | None, voice: Voice) -> str:
    if amount is None:
        return ""
    return (
        _bare(amount.amount, voice)
        if amount.currency in {None, currency}
        else voice.money(amount.amount, amount.currency)
    )


def _bare(value: Decimal, voice: Voice) -> str:
    """A number without marks between its thousands."""
    return number(value, voice.language).replace(words(voice.language).group, "")
