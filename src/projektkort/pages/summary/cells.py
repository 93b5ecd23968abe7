"""Knows how the columns of a summary are filled: figures, verdicts and what is missing, in words and with a mark."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from projektkort.finding import Severity
from projektkort.locale import quote
from projektkort.money import Money
from projektkort.pages.amounts import NONE
from projektkort.pages.summary.figures import Figure
from projektkort.pages.summary.row import Balances, Row, State
from projektkort.pages.summary.telling import counted
from projektkort.pages.voice import Voice

MARKS = {State.FAULTY: "✗", State.WARNED: "!", State.IN_ORDER: "✓"}
BALANCE_MARKS: dict[Balances, str] = {"yes": "✓", "no": "✗", "unknown": "?"}


class Titles(Protocol):
    """What a summary needs of the words of the rules."""

    def title(self, rule: str, language: str) -> str:
        """What is wrong, in a few words."""
        ...


def figure_cell(figure: Figure, currency: str | None, voice: Voice) -> str:
    """A figure, with its currency where that is not `currency`; a dash where none is told."""
    if figure.bounds is None:
        return f"? {voice.say('summary-unreadable')}" if figure.told else NONE
    low, high = figure.bounds
    text = _amount(high, figure.currency, currency, voice)
    text = text if low == high else f"{voice.number(low)}–{text}"
    return voice.say("approximate", amount=text) if figure.approximate else text


def _amount(value: Decimal, own: str | None, usual: str | None, voice: Voice) -> str:
    if own == usual:
        return voice.number(value)
    return voice.money(value, own) if own else voice.say("summary-no-currency", sum=voice.number(value))


def money_cell(amount: Money | None, currency: str | None, voice: Voice) -> str:
    """What was decided; a dash where nothing is."""
    return NONE if amount is None else _amount(amount.amount, amount.currency or currency, currency, voice)


def own_cell(row: Row, currency: str | None, voice: Voice) -> str:
    """The own money and its share."""
    text = figure_cell(row.own, currency, voice)
    return text if row.share is None else f"{text} ({voice.percent(row.share)})"


def balance_cell(row: Row, voice: Voice) -> str:
    """Whether costs and financing agree, as a mark and a word."""
    if not row.balances:
        return NONE
    return (
        f"{BALANCE_MARKS[row.balances]} {voice.say('summary-unclear' if row.balances == 'unknown' else row.balances)}"
    )


def lacks_cell(row: Row, titles: Titles, voice: Voice) -> str:
    """How much is missing, and the first of it; that a file is in order."""
    first = f": {lack_text(row.lacks[0].rule, row.lacks[0].section, titles, voice)}" if row.lacks else ""
    return f"{state_text(row, voice)}{first}"


def state_text(row: Row, voice: Voice) -> str:
    """ "2 errors, 1 warning", or that the file is in order; that it was not all checked."""
    errors, warnings = row.count(Severity.ERROR), row.count(Severity.WARNING)
    parts = [
        counted("summary-errors", errors, voice) if errors else "",
        counted("summary-warnings", warnings, voice) if warnings else "",
        voice.form("summary-unchecked", 1) if row.unchecked and not errors else "",
    ]
    return ", ".join(filter(None, parts)) or voice.say("summary-in-order")


def lack_text(rule: str, section: str, titles: Titles, voice: Voice) -> str:
    """What is missing in short: the section, else the title of the rule."""
    if not section:
        return titles.title(rule, voice.language)
    return voice.say(f"lack-{rule}", section=quote(section, voice.language))


def reason_text(row: Row, titles: Titles, voice: Voice) -> str:
    """Why a file was not read."""
    try:
        return voice.say(f"why-{row.reason}")
    except KeyError:  # the title of the rule that found nothing to read
        return titles.title(row.reason, voice.language)
