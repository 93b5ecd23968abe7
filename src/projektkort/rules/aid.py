"""Knows what a document says of earlier de minimis aid and of the rate of the euro; the words stand in aid.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from projektkort.frozen import Frozen
from projektkort.money import Money, read
from projektkort.patterns import late
from projektkort.project.models import AmountInText, Project
from projektkort.rules.lists import lists, whole

AID = late(r"[^.!?\n]*de[\s-]?minimis[^.!?\n]*(?:\n\s*)?[^.!?\n]*$", re.IGNORECASE)
NUMBER = r"\d+(?:[.,]\d+)?"
MONEY = rf"(?:[A-Z]{{3}}\s*{NUMBER}|{NUMBER}\s*(?:kr\b\.?|[A-Z]{{3}}\b)?)"
RATE = late(
    rf"(?:\b1\s*(?:EUR\b|euro\b|€)|(?:\bEUR|€)\s*1)\s*=\s*(?P<one>{MONEY})"
    rf"|(?P<per>{MONEY})\s*(?:pr\.?|per|/)\s*(?:1\s*)?(?:EUR\b|euro\b|€)",
    re.IGNORECASE,
)
BEFORE = 160
"""Characters before an amount that can tell what it is."""


class Aid(Frozen):
    """Earlier de minimis aid as stated."""

    told: AmountInText
    amount: Money


def earlier_aid(project: Project) -> Aid | None:
    """The one amount of de minimis aid that a document says was given before; None where there is none, or several."""
    rates = [match.span() for match in _rates(project)]
    found = [
        each
        for each in project.amounts_in_text
        if _is_aid(each, project.language) and not any(start <= each.text.start < end for start, end in rates)
    ]
    if len(found) != 1 or found[0].reading.amount is None:
        return None
    return Aid(found[0], Money(found[0].reading.amount, found[0].reading.currency or project.currency))


def euro_rate(project: Project) -> Money | None:
    """What a euro is in another currency by the document's own words; None where it does not say."""
    for match in _rates(project):
        reading = read(match["one"] or match["per"], project.language)
        if reading.amount:
            return Money(reading.amount, reading.currency or project.currency)
    return None


def _rates(project: Project) -> Iterator[re.Match[str]]:
    document = project.document
    return RATE.finditer(document.lines.text, document.start, document.end)


def in_euro(money: Money, rate: Money | None) -> Decimal | None:
    """An amount in euro; None where it is in another currency, and no rate of that one is told."""
    if money.currency == "EUR":
        return money.amount
    return money.amount / rate.amount if rate is not None and rate.currency == money.currency else None


def _is_aid(each: AmountInText, language: str | None) -> bool:
    start = each.text.start
    words = AID.search(each.text.lines.text, max(0, start - BEFORE), start)
    if words is None:
        return False
    received, ceiling = _patterns(language)
    return received.search(words[0]) is not None and ceiling.search(words[0]) is None


@cache
def _patterns(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    file = lists("aid")
    chosen = [file[language]] if language in file else list(file.values())
    received, ceiling = ([word for own in chosen for word in own[name]] for name in ("received", "ceiling"))
    return whole(received), whole(ceiling)
