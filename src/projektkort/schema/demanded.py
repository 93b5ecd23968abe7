"""Knows how to tell people what a fund demands, a sentence each; where the sentences are shown is left to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from projektkort.frozen import Frozen
from projektkort.locale import Phrases, amount, date, listing, number, percent
from projektkort.schema.model import Attachment, CostCategory, FlatRate, LengthByAmount, Schema, SectionSchema

PHRASES = Phrases(Path(__file__).with_name("phrases.yaml"))
UNITS = ("words", "characters", "pages")
FINANCING = (
    "applied_min", "applied_max", "applied_share_max", "applied_step", "own_share_min", "own_cash_min",
    "de_minimis_max",
)  # fmt: skip
BUDGET = (
    "costs_min", "costs_max", "volunteer_rate", "hours_per_year", "line_share_max", "change_share_max",
    "change_amount_max", "spending_gap",
)  # fmt: skip
"""The limits that the financing and the budget must keep within."""
SHARES = {"applied_share_max", "own_share_min", "own_cash_min", "line_share_max", "change_share_max", "spending_gap"}
CURRENCIES = {"de_minimis_max": "EUR"}
"""The currency of a limit that is not in that of the fund."""


class Demand(Frozen):
    """What the fund demands, the key of its clause, and the section that it is about: an id, a side, or nothing."""

    key: str
    about: str
    text: str


def demands(schema: Schema, language: str) -> Iterator[Demand]:
    """All that a schema demands but its sections and their lengths, in the order of the form."""
    told = _Demands(schema, language)
    yield from told.whole()
    yield from told.applicant()
    yield from told.days()
    yield from told.attachments()
    yield from told.limits()
    yield from told.costs()


def needed(section: SectionSchema, schema: Schema) -> bool:
    """Whether a section must be filled in: the fund demands it, or what stands in it."""
    held = {"applicant_id": schema.applicant_id, "attachments": schema.attachments}
    return section.required or bool(held.get(section.id))


def lengths(section: SectionSchema, schema: Schema, language: str) -> Iterator[str]:
    """How long a section may be, also by the amount that is applied for."""
    told = _Demands(schema, language)
    own = ", ".join(told.bounds(section))
    if own:
        yield own
    for entry in section.by_amount:
        length = told.by_amount(entry)
        yield length if entry.up_to is not None else told.say("otherwise", length=length)


class _Demands:
    """The demands of one schema in one language."""

    def __init__(self, schema: Schema, language: str) -> None:
        self.schema, self.language = schema, language

    def say(self, phrase: str, **values: str) -> str:
        return PHRASES.say(phrase, self.language, **values)

    def whole(self) -> Iterator[Demand]:
        """What the document as a whole must be."""
        schema = self.schema
        if schema.ordered:
            yield Demand("ordered", "", self.say("ordered"))
        if schema.length is not None:
            yield Demand("length", "", self.say("whole", length=self.by_amount(schema.length)))
        lengths = [schema.length, *schema.walk(), *(entry for each in schema.walk() for entry in each.by_amount)]
        if any(each is not None and each.pages is not None for each in lengths):
            size = number(Decimal(schema.page_characters), self.language)
            yield Demand("page_characters", "", self.say("page-characters", count=size))
        for section in schema.walk():
            if section.refused_answers:
                words = listing(section.refused_answers, self.language)
                yield Demand(section.id, section.id, self.say("refused-answers", words=words))
        if schema.publish:
            yield Demand("publish", "", self.say("publish"))

    def applicant(self) -> Iterator[Demand]:
        """Who may apply, and with how many others."""
        if self.schema.applicant_id:
            names = [self.say(f"register-{register.replace('.', '-')}") for register in self.schema.applicant_id]
            about = "applicant_id" if self.schema.section("applicant_id") else "applicant"
            yield Demand("applicant_id", about, self.say("applicant-id", registers=", ".join(names)))
        for key, least in (("min", self.schema.partners.min), ("countries_min", self.schema.partners.countries_min)):
            if least is not None:
                yield Demand(key, "partners", self.say(f"partners-{key}", count=str(least)))

    def days(self) -> Iterator[Demand]:
        """When the project may run, and when the fund must have the application."""
        days = self.schema.days
        if days.start is not None:
            yield Demand("start", "period", self.say(f"start-{days.start}"))
        for key in ("deadlines", "decisions"):
            told = [date(day, self.language) for day in getattr(days, key)]
            if told:
                yield Demand(key, "date", self.say(key, days=listing(told, self.language)))
        for key, count in (("decision_weeks", days.decision_weeks), ("months_max", days.months_max)):
            if count is not None:
                yield Demand(key, "period", self.say(key, count=str(count)))
        for key, day in (("earliest", days.earliest), ("latest", days.latest)):
            if day is not None:
                yield Demand(key, "period", self.say(key, day=date(day, self.language)))
        if days.same_year:
            yield Demand("same_year", "period", self.say("same_year"))

    def attachments(self) -> Iterator[Demand]:
        """The papers that must come along."""
        for paper in self.schema.attachments:
            text = self.say("attachment", title=self._title(paper))
            yield Demand(paper.id, "attachments", text + self._when("from-amount", paper.applied_from))

    def limits(self) -> Iterator[Demand]:
        """The figures of the fund."""
        for about, keys in (("financing", FINANCING), ("budget", BUDGET)):
            for key in keys:
                limit = getattr(self.schema.limits, key)
                if limit is not None:
                    own = key == "own_share_min"
                    yield Demand(key, about, self._own(limit) if own else self._limit(key, limit))

    def costs(self) -> Iterator[Demand]:
        """What the budget must tell, how some costs are reckoned, and what is never paid."""
        if self.schema.vat is not None:
            yield Demand("vat", "budget", self.say(f"vat-{self.schema.vat}"))
        for rate in self.schema.flat_rates:
            yield Demand("flat_rates", "budget", self._flat(rate))
        if self.schema.refused_costs:
            words = listing(self.schema.refused_costs, self.language)
            yield Demand("refused_costs", "budget", self.say("refused_costs", words=words))

    def bounds(self, limited: SectionSchema | LengthByAmount) -> Iterator[str]:
        """The least and the most of each unit."""
        for unit in UNITS:
            length = getattr(limited, unit)
            for end in ("min", "max") if length is not None else ():
                count = getattr(length, end)
                if count is not None:
                    yield self.say(f"{'page' if (unit, count) == ('pages', 1) else unit}-{end}", count=str(count))

    def by_amount(self, limited: LengthByAmount) -> str:
        """How long a text may be, and for which applications."""
        return ", ".join(self.bounds(limited)) + self._when("up-to", limited.up_to)

    def _limit(self, key: str, limit: Decimal | int) -> str:
        phrase = "own_cash_min-own" if key == "own_cash_min" and self.schema.limits.own_cash_of == "own" else key
        return self.say(phrase, limit=self._figure(key, limit))

    def _own(self, share: Decimal) -> str:
        """The least share of one's own: of what, from which amount on, what counts, and whose money does not."""
        limits = self.schema.limits
        kind = "joint" if limits.joint else "own"
        text = self.say(f"{kind}-{limits.own_share_of}", share=percent(share, self.language))
        text += self._when("from-amount", limits.own_share_from)
        types = [self.say(f"type-{each}") for each in limits.own_counts if limits.joint or each != "own"]
        barred = self.say("own-not", words=listing(limits.own_not, self.language)) if limits.own_not else ""
        counted = self.say(f"{kind}-counts", types=listing(types, self.language), but=barred)
        return text + (counted if types else barred)

    def _flat(self, rate: FlatRate) -> str:
        base = self._names(rate.of) if rate.of else self.say("others")
        if rate.without:
            base += self.say("without", categories=self._names(rate.without))
        covers = [kind for kind in rate.covers if kind != rate.category]
        text = self.say(
            "flat-rate", category=self._names((rate.category,)), share=percent(rate.share, self.language), base=base
        )
        return text + (self.say("covers", categories=self._names(covers)) if covers else "")

    def _names(self, categories: Iterable[CostCategory]) -> str:
        return listing((self.say(f"category-{category}") for category in categories), self.language)

    def _figure(self, key: str, limit: Decimal | int) -> str:
        if isinstance(limit, int):
            return number(Decimal(limit), self.language)
        if key in SHARES:
            return percent(limit, self.language)
        return amount(limit, CURRENCIES.get(key, self.schema.currency), self.language)

    def _when(self, phrase: str, limit: Decimal | None) -> str:
        """For which applications something holds, where it does not hold for all."""
        return self.say(phrase, amount=amount(limit, self.schema.currency, self.language)) if limit is not None else ""

    def _title(self, paper: Attachment) -> str:
        titles = {str(spoken): title for spoken, title in paper.title.items()}
        return titles.get(self.language) or next(iter([*titles.values(), *paper.labels]), paper.id)
