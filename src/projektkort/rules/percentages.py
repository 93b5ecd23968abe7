"""Knows percentages that a document states as the share of an amount in the whole; the words stand in percent.yaml.

Only where it is certain what a percentage is of: right behind the amount, in brackets or after words that say so, or
behind words for what it is the share of, with the whole named. Which amounts matter, and whether the share is right,
the rule knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.rules.lists import either, lists
from projektkort.span import Place

NUMBER = r"(?<![\d.,/–-])(?P<number>100|\d{1,2}(?:[.,]\d{1,3})?)"
SIGN = late(r"%|p(?:ct\b\.?|ro[cs]ent\b|er ?cent\b)")  # a small p only: both cases take ten times as long
WORDED = late(r"p(?:ct|ro[cs]ent|er ?cent)")  # begins with a letter, for which `re` looks at once
BEFORE = late(rf"{NUMBER}\s*$")
LONGEST = 12
"""Characters of a number and what parts it from its sign."""
CELL = late(rf"\s*{NUMBER}\s*%?\s*")
AROUND = 120
"""Characters before and behind a percentage that can tell what it is of."""


class Percentage(Frozen):
    """A percentage and how exactly it is written: 33.3 stands for all between 33.25 and 33.35."""

    value: Decimal
    place: Place

    @property
    def decimals(self) -> int:
        """How many digits stand behind the mark."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0

    def holds(self, part: Decimal, whole: Decimal) -> bool:
        """Whether the part is such a share of the whole, rounded in either way."""
        return abs(part * 100 / whole - self.value) <= Decimal(5).scaleb(-self.decimals - 1)


class Stated(Frozen):
    """A percentage in a text. `after` says what tells its part: the "amount" before it, or one that is "asked" for
    there; the row that it stands in; the label of its own or words for the application; words for one's own money; or
    the "name" of who pays. `said` is the amount or the name, `whole` an amount that the text says it is of, if any.
    `eligible`: it is said to be of the costs that can be supported."""

    share: Percentage
    after: Literal["amount", "asked", "row", "label", "own", "name"]
    said: str = ""
    whole: str = ""
    eligible: bool = False


def in_cell(text: str, place: Place) -> Percentage | None:
    """The percentage of a cell below a head that says so, with or without its sign."""
    match = CELL.fullmatch(text)
    return _percentage(match, place) if match else None


def tells_share(text: str) -> bool:
    """Whether any sign of a percentage stands in a text; told in an eighth of the time of looking for where."""
    return "%" in text or WORDED.search(text) is not None


def stated(place: Place, language: str | None) -> Iterator[Stated]:
    """The percentages in a part of the source of which it is certain what they are of."""
    source = place.lines.text
    if not tells_share(source):
        return
    for sign in SIGN.finditer(source, place.start, place.end):
        number = BEFORE.search(source, max(place.start, sign.start() - LONGEST), sign.start())
        words = _words(language)
        behind = words.behind.match(source, sign.end(), sign.end() + AROUND) if number else None
        if number is None or behind is None:
            continue
        before = source[max(place.start, number.start() - AROUND) : number.start()]
        share = _percentage(number, Place(place.lines, number.start(), sign.end()))
        yield from _told(share, before, behind, words)


def _told(share: Percentage, before: str, behind: re.Match[str], words: _Words) -> Iterator[Stated]:
    """The percentage with what stands around it, where that tells what it is of."""
    whole, eligible, budget = behind["on"] or "", behind["eligible"] is not None, behind["budget"]
    if led := words.amount.search(before):
        if (led["bracket"] is None or behind["end"] == ")") and (led["loose"] is None or budget):
            yield Stated(share, "asked" if led["asks"] else "amount", led["amount"], whole, eligible)
    elif before.endswith("(") and behind["end"] == ")":
        yield Stated(share, "row", "", whole, eligible)
    elif budget is None and (led := words.label.search(before)):
        yield Stated(share, "label", "", "", led["eligible"] is not None)
    elif (led := words.money.search(before)) and (budget or led["of"]):
        yield Stated(share, "own" if led["own"] else "label", "", led["of"] or whole, eligible)
    elif (led := words.payer.search(before)) and (budget or led["of"]):
        yield Stated(share, "name", led["name"], led["of"] or whole, eligible)


def _percentage(match: re.Match[str], place: Place) -> Percentage:
    return Percentage(Decimal(match["number"].replace(",", ".")), place)


class _Words(Frozen):
    """The patterns of one language: what stands behind a percentage; an amount, a label, money or a payer before it."""

    behind: re.Pattern[str]
    amount: re.Pattern[str]
    label: re.Pattern[str]
    money: re.Pattern[str]
    payer: re.Pattern[str]


@cache
def _words(language: str | None) -> _Words:
    file = lists("percent")
    chosen = [file[language]] if language in file else list(file.values())
    told = {name: either(word for own in chosen for word in own[name]) for name in chosen[0]}
    of, link = rf"(?:{told['of']})\s+", rf"(?:{told['link']})"
    base = rf"(?:(?:{told['whole']})\s+)*(?:(?P<eligible>{told['eligible']})\s+)?(?P<budget>{told['budget']})(?!\w)"
    amount = r"(?<![\w.,])(?P<{}>\d[\d.,\u00a0\u202f ]*)(?:,-|\.-)?\s*(?:kr\b\.?|kroner\b|kronor\b|[A-Z]{{3}}\b|€)?"
    links = rf"(?P<bracket>\(\s*(?:{link}\s+)?)|[,;–=-]?\s*{link}\s+|(?P<loose>[,;–=]\s*)"
    asks = rf"(?P<asks>(?<!\w)(?:{told['asks']})(?:\s+(?:{told['filler']}))*)"
    nouns = rf"(?<!\w)(?:(?P<own>{told['own']})|{told['grant']})\s*(?::|\s(?:{told['pays']}))"
    thereof = rf"{amount.format('of')}\s*,?\s*(?:{told['thereof']})\s+"
    joint = rf"(?:{told['and']}|{told['thereof']})\s+"
    clause = rf"(?:^|[.!?,;:\n])\s*(?:{joint})?|(?<!\w){joint}"
    return _Words(
        re.compile(
            rf"(?:\s+{of}{base}(?:\s+(?:{told['on']})\s+{amount.format('on')})?)?"
            rf"\s*(?P<end>[).,;|\]\"'}}]|(?<=\s)(?:{told['and']})(?!\w)|$(?!\n\s*{of}))",
            re.IGNORECASE | re.MULTILINE,
        ),
        re.compile(rf"(?:{asks}\s+)?{amount.format('amount')}\s*(?:{links})$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{told['share']})\s+{of}{base}\s*:[\s\"']*$", re.IGNORECASE),
        re.compile(rf"(?:{thereof})?(?:{asks}|{nouns})\s+$", re.IGNORECASE),
        re.compile(
            rf"(?:{thereof}|{clause})(?P<name>[^\W\d][^\n.,;:!?()]{{1,40}}?)\s+(?:{told['pays']})\s+$", re.IGNORECASE
        ),
    )
