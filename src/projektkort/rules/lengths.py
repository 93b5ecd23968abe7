"""Knows how long the texts of a document may be and how they are counted; what is too long, the rules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache, partial

from projektkort.finding import Note, Problem
from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.project.models import Project
from projektkort.rules.asked import asked_for
from projektkort.rules.traces import running
from projektkort.schema.model import Length, LengthByAmount, Schema, SectionSchema
from projektkort.span import Place, Text

KEPT = 256  # schemas
CHARACTERS = cache(partial(re.compile, r".", re.DOTALL))
UNITS = {"words": cache(partial(re.compile, r"\S*\w\S*")), "characters": CHARACTERS, "pages": CHARACTERS}
"""What a schema counts: runs with a letter or figure in them, or characters, white space included; pages are so many
characters each."""


class Measure(Frozen):
    """Texts that are counted together, in words, characters or pages, and the limit for them.

    `size` is how many characters a page has, else 1; `key` is that of the fund's clause; `up_to` is the amount up to
    which one may apply for the limit to hold.
    """

    texts: tuple[Text, ...]
    unit: str
    limit: Length
    size: int
    key: str
    up_to: Money | None

    @property
    def count(self) -> int:
        """How many words or characters there are."""
        return sum(len(UNITS[self.unit]().findall(text.value)) for text in self.texts)

    def beyond(self, limit: int) -> tuple[Text, int]:
        """Where what is beyond so many words or characters begins."""
        units = ((text, match.start()) for text in self.texts for match in UNITS[self.unit]().finditer(text.value))
        return next(unit for at, unit in enumerate(units) if at == limit)

    def problem(self, place: Place, limit: int, rounding: str, source: Note | None) -> Problem:
        """That a limit does not hold; pages are rounded so that they are never just the limit."""
        count, pages = self.count, self.unit == "pages"
        return Problem(
            place,
            variant=f"whole-{self.unit}" if self.key == "length" else self.unit,
            count=(Decimal(count) / self.size).quantize(Decimal("0.01"), rounding) if pages else count,
            limit=limit,
            difference=abs(count - limit * self.size),
            characters=count if pages else None,
            page=self.size if pages else None,
            when=Note("for-applications", {"amount": self.up_to}) if self.up_to else None,
            source=source,
        )


def measures(project: Project, schema: Schema) -> Iterator[Measure]:
    """All that the schema limits, section by section, then the document as a whole; only what is there."""
    for wanted in _with_limits(schema):
        section = project.section(wanted.id)
        texts = (section.text, *(part.text for part in section.parts)) if section else ()
        if wanted.id == "title" and project.title and not texts:
            texts = (project.title,)
        if texts:
            yield from _measured(texts, wanted, _fitting(wanted.by_amount, project, schema), wanted.id, schema)
    if schema.length is not None:
        texts = tuple(sorted(running(project), key=lambda text: text.start))
        yield from _measured(texts, schema.length, _fitting((schema.length,), project, schema), "length", schema)


@lru_cache(maxsize=KEPT)
def _with_limits(schema: Schema) -> tuple[SectionSchema, ...]:
    return tuple(each for each in schema.walk() if each.by_amount or any(getattr(each, unit) for unit in UNITS))


def _fitting(entries: tuple[LengthByAmount, ...], project: Project, schema: Schema) -> LengthByAmount | None:
    """The first entry that goes for the amount applied for; for an unknown amount one that goes for all."""
    amount = asked_for(project, schema)
    fitting = (each for each in entries if each.up_to is None or amount is None or amount <= each.up_to)
    first = next(fitting, None)
    return None if first is None or (amount is None and first.up_to is not None) else first


def _measured(
    texts: tuple[Text, ...], own: SectionSchema | LengthByAmount, by: LengthByAmount | None, key: str, schema: Schema
) -> Iterator[Measure]:
    """What is limited of some texts: as the entry by amount says, else as the section itself does."""
    for unit in UNITS:
        limit: Length | None = getattr(by, unit, None)
        up_to = Money(by.up_to, schema.currency) if limit and by and by.up_to is not None else None
        limit = limit or (getattr(own, unit) if isinstance(own, SectionSchema) else None)
        if limit is not None:
            yield Measure(texts, unit, limit, schema.page_characters if unit == "pages" else 1, key, up_to)
