"""Knows what an hour is reckoned at in a line of the budget, and whether its hours are those of volunteers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from projektkort.frozen import Frozen
from projektkort.money import State, read
from projektkort.patterns import late
from projektkort.project.models import AmountLine
from projektkort.rules.categories import ABBREVIATION, category_of, words_of
from projektkort.rules.vat_words import meaning
from projektkort.schema.model import Schema
from projektkort.schema.vocabulary import exactly

MONTHS = 12
TWELVE = late(r"[x\u00d7*\u00b7]\s*12(?!\d)")
"""What stands in every such formula, and in few other texts."""
FORMULA = late(
    r"(?P<wage>\d[\d.,\u00a0\u202f ]*)(?:\s*[^\W\d]+[./]*){0,3}\s*[x\u00d7*\u00b7]\s*12(?!\d)[^\d/:\u00f7\n]{0,20}"
    r"[/:\u00f7]\s*(?P<hours>\d[.,\u00a0\u202f ]?\d{3})(?!\d)"
)
"""A month's wage times 12 over the hours of a year, as Nordic and EU funds reckon the cost of an hour."""
YEAR = range(1000, 2201)
"""Hours that a year of work can have: 1,720 with the EU, 1,924 paid ones in Denmark, fewer in part-time posts."""


class MadeOf(Frozen):
    """What the cost of an hour is said to be made of: a month's wage, and the hours of a year."""

    wage: Decimal
    hours: int

    @property
    def cost(self) -> Decimal:
        """What that makes for an hour."""
        return self.wage * MONTHS / self.hours


def made_of(line: AmountLine, language: str | None) -> MadeOf | None:
    """What a line says its price is made of; None where it says nothing, or what is no year of work."""
    said = line.place.text
    formula = FORMULA.search(said) if "12" in said and TWELVE.search(said) else None
    wage = read(formula["wage"].strip(), language) if formula else None
    if formula is None or wage is None or wage.state is not State.EXACT or wage.amount is None:
        return None
    hours = int("".join(filter(str.isdigit, formula["hours"])))
    return MadeOf(wage.amount, hours) if hours in YEAR else None


def hourly(line: AmountLine) -> Decimal | None:
    """What an hour is reckoned at, as the line says, else as its amount makes for the hours that it says it is for."""
    if line.unit_price is not None:
        return line.unit_price if in_hours(line) else None
    if not line.quantity or line.amount is None or not (in_hours(line) and _says_hours(line)):
        return None
    return line.amount / line.quantity


def _says_hours(line: AmountLine) -> bool:
    """Whether hours are spoken of in its line: a number alone may be of anything where no price stands beside it."""
    words = words_of(line.place.text)
    return any(meaning(word) == "hours" for word in words if len(word) > ABBREVIATION)


def is_voluntary(line: AmountLine, schema: Schema) -> bool:
    """Whether it is the work of volunteers, and not what they eat or what is bought for them."""
    work = line.type == "volunteer" and category_of(line, schema) == "volunteer"
    return work and not _is_for_them(words_of(line.label.value))


def _is_for_them(words: Sequence[str]) -> bool:
    """Whether a cost is a thing, and volunteers are those who get it: "courses for volunteers"."""
    others = [word for word in words[:-1] if not word.isdecimal()]
    hours = any(meaning(word) == "hours" for word in others if len(word) > ABBREVIATION)
    return bool(others) and meaning(words[-1]) == "people" and not hours


def in_hours(line: AmountLine) -> bool:
    """Whether its quantity is of hours; one that does not say is taken for them."""
    word = exactly(line.unit, "cost_words") if line.unit else None
    return line.unit is None or (word is not None and word.id == "hours")
