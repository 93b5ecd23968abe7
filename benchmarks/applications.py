"""Knows how to invent applications for money: Danish and Swedish ones in turn, the same for the same number.

Everything in them adds up and is in order. No text comes twice, so that nothing gains by remembering one. How they are
written down, `writing` knows; the words they are made of stand in words.yaml.
"""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from itertools import accumulate, pairwise
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Words = dict[str, Any]
LANGUAGES = ("da", "sv")
FIRST_DAY = dt.date(2027, 1, 4)
STRIDE = 7919  # neighbours in a folder get names that are far apart; it has no factor of the number of names


class Cost(NamedTuple):
    """A line of the budget; a lump sum has no quantity."""

    label: str
    amount: int
    quantity: int | None = None
    unit_price: int | None = None


class Source(NamedTuple):
    """A line of the financing; `status` is empty for one's own money."""

    funder: str
    amount: int
    status: str


class Application(NamedTuple):
    """What one application says. Amounts are in whole kroner; `pattern` is how its writer writes them."""

    language: str
    number: str
    title: str
    applicant: str
    contact: str
    email: str
    period: tuple[dt.date, dt.date]
    prose: dict[str, list[str]]
    activities: list[str]
    schedule: list[tuple[dt.date, str]]
    costs: list[Cost]
    sources: list[Source]
    pattern: str

    @property
    def cost(self) -> int:
        """What it costs."""
        return sum(cost.amount for cost in self.costs)

    @property
    def funds(self) -> int:
        """What is there to pay for it."""
        return sum(source.amount for source in self.sources)


PROSE = {
    "purpose": 2,
    "background": 3,
    "target_group": 2,
    "results": 2,
    "partners": 2,
    "anchoring": 2,
    "risks": 2,
    "evaluation": 2,
}
"""The sections of running text, and how many sentences each has in an application of size 1: two at least, since
single sentences come again once in a while."""


@cache
def words(language: str) -> Words:
    """The words of one language."""
    known: dict[str, Words] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
    return known[language]


def application(index: int, *, size: float = 1, lines: int | None = None) -> Application:
    """The application with this number; size 1 makes some 4 kB. `lines` sets the number of budget lines alone."""
    draw = random.Random(index)
    language = LANGUAGES[index % 2]
    own = words(language)
    place, applicant = _names(index, own)
    start = FIRST_DAY + dt.timedelta(days=draw.randrange(200))
    end = start + dt.timedelta(days=draw.randrange(150, 400))
    teller = Teller(draw, own)
    costs = _costs(draw, own, lines or round(draw.randint(7, 11) * size))
    return Application(
        language=language,
        number=f"{FIRST_DAY.year}-{index:06d}",
        title=own["placed"].format(draw.choice(own["titles"]), place),
        applicant=applicant,
        contact=draw.choice(own["contacts"]),
        email=f"post{index}@forening.example",
        period=(start, end),
        prose={part: teller.sentences(round(count * size)) for part, count in PROSE.items()},
        activities=teller.sentences(draw.randint(2, 4)),
        schedule=_schedule(draw, own, start, end),
        costs=costs,
        sources=_sources(draw, own, sum(cost.amount for cost in costs)),
        pattern=draw.choice(own["amounts"]),
    )


class Teller:
    """Tells sentences that nobody wrote before; every fourth has a figure, and none comes twice with another one."""

    def __init__(self, draw: random.Random, own: Words) -> None:
        self._draw = draw
        self._own = own
        self._facts: list[str] = []

    def sentences(self, count: int) -> list[str]:
        """So many sentences."""
        return [self._sentence() for _ in range(count)]

    def _sentence(self) -> str:
        draw, own = self._draw, self._own
        opening, who, does, how, where, so = (draw.choice(choices) for choices in own["prose"].values())
        if draw.random() < 0.25:
            self._facts = self._facts or draw.sample(own["facts"], len(own["facts"]))
            return f"{self._facts.pop().format(**_figures(draw, own))}, {so}."
        text = f"{opening} {who} {does} {how} {where}, {so}.".strip()
        return capital(text)


def _figures(draw: random.Random, own: Words) -> dict[str, str | int]:
    return {
        "year": draw.randint(1950, 2025),
        "count": draw.randint(25, 900),
        "few": draw.randint(3, 20),
        "money": amount(draw.randrange(2_000, 90_000, 10), own),
    }


def amount(kroner: int, own: Words, pattern: str | None = None) -> str:
    """The amount with its thousands parted; `pattern` is one of the `amounts` of the language."""
    return (pattern or own["amounts"][1]).format(f"{kroner:,}".replace(",", own["group"]))


def _names(index: int, own: Words) -> tuple[str, str]:
    """A place and an applicant that no other application of its language has, as far as the names go."""
    names = own["names"]
    rest = index // len(LANGUAGES) * STRIDE % prod(len(names[part]) for part in ("stem", "end", "before", "kind"))
    rest, stem = divmod(rest, len(names["stem"]))
    rest, end = divmod(rest, len(names["end"]))
    kind, before = divmod(rest, len(names["before"]))
    place = f"{names['before'][before]} {names['stem'][stem]}{names['end'][end]}"
    return place, names["of"].format(capital(names["kind"][kind]), place)


def capital(text: str) -> str:
    """The text with a capital at its beginning, and no other letter changed."""
    return text[:1].upper() + text[1:]


def _costs(draw: random.Random, own: Words, count: int) -> list[Cost]:
    """Lines of the budget, no two with the same label."""
    labels = [own["joined"].format(post, occasion) for post in own["posts"] for occasion in own["occasions"]]
    if count > len(labels):
        names = [stem + end for stem in own["names"]["stem"] for end in own["names"]["end"]]
        labels = [own["placed"].format(label, name) for label in labels for name in names]
    return [_cost(draw, label) for label in draw.sample(labels, count)]


def _cost(draw: random.Random, label: str) -> Cost:
    if draw.random() < 0.4:
        return Cost(label, draw.randrange(1_000, 60_000, 50))
    quantity, unit_price = draw.randint(2, 40), draw.randrange(100, 2_500, 5)
    return Cost(label, quantity * unit_price, quantity, unit_price)


def _sources(draw: random.Random, own: Words, total: int) -> list[Source]:
    """Who pays: the fund that is asked, and others, for all of the costs."""
    types = ["applied", *draw.sample(["granted", "own", "expected"], draw.randint(2, 3))]
    cuts = sorted(draw.sample(range(1, total // 50), len(types) - 1))
    bounds = [0, *(cut * 50 for cut in cuts), total]
    statuses = {**own["statuses"], "own": ""}
    return [
        Source(draw.choice(own["funders"][type_]), after - before, statuses[type_])
        for type_, (before, after) in zip(types, pairwise(bounds), strict=True)
    ]


def _schedule(draw: random.Random, own: Words, start: dt.date, end: dt.date) -> list[tuple[dt.date, str]]:
    """The steps, in the order of their days, from the first to the last day of the project."""
    steps = sorted(draw.sample(range(len(own["steps"])), draw.randint(4, 6)))
    gap = (end - start).days // len(steps)
    days = accumulate((draw.randrange(1, gap) for _ in steps[1:]), initial=0)
    return [(start + dt.timedelta(days=day), own["steps"][step]) for day, step in zip(days, steps, strict=True)]
