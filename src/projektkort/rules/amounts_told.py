"""Knows where running text tells what a project costs, what is applied for or paid by oneself, by amounts_told.yaml.

An amount that may be one of something else (a part, a year, each person, another year's application) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache, partial
from typing import Literal

from projektkort.frozen import Frozen, replace
from projektkort.locale import LANGUAGES
from projektkort.money import Reading, State, find
from projektkort.project.models import Project
from projektkort.rules.bare import hinted, may_hold
from projektkort.rules.figures import own_money, sides
from projektkort.rules.hints import Figure, terms
from projektkort.rules.lists import either, lists, whole
from projektkort.rules.traces import SENTENCE
from projektkort.rules.vat_words import taxable
from projektkort.span import Place, Text

About = Literal["costs", "applied", "own", "line"]
ABOUT: Mapping[str, About] = {"costs": "costs", "applied": "applied", "grant": "applied", "own": "own"}
"""What the phrases of each list tell of."""
CLOSE = frozenset({"grant", "own"})
"""The lists whose phrases stand right before their amount, if it is theirs."""
GAP = 5  # words between a phrase and its amount
AHEAD = 80  # characters behind a phrase in which the amount begins
NEAR = Decimal("0.1")
"""How far an amount told as approximate may be from the exact one, as a share of it."""
WORD = cache(partial(re.compile, r"[^\W_]+"))
YEAR = cache(partial(re.compile, r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)"))


class Words(Frozen):
    """The words of one language, or of all together."""

    told: dict[str, re.Pattern[str]]
    hints: Mapping[bytes, Sequence[bytes]]
    """The same phrases as bare words, for a first look: most texts hold none."""
    other: re.Pattern[str]
    aside: re.Pattern[str]
    """What stands right behind an amount that is of a part, or from somebody else."""


class Telling(Frozen):
    """An amount that the text tells of the costs or of the application, with the words that do."""

    about: About
    text: Text
    reading: Reading

    def agrees(self, figure: Decimal) -> bool:
        """Whether a figure can be meant: a range holds it, an approximate amount is within a tenth of it, and one in
        thousands or millions is rounded either way."""
        low, high = self.bounds
        slack = abs(figure) * NEAR if self.rough else self.step
        return low - slack <= figure <= high + slack

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest amount that is told."""
        reading = self.reading
        ends = (reading.amount, reading.amount) if reading.amount is not None else (reading.low, reading.high)
        return ends[0] or Decimal(0), ends[1] or Decimal(0)

    @property
    def rough(self) -> bool:
        """Whether it is told as approximate, as a range, or in words."""
        return self.reading.approximate or self.reading.amount is None or not self._digits

    @property
    def step(self) -> Decimal:
        """What one in the last digit stands for where it is told in thousands or millions, else nothing."""
        amount = abs(self.reading.amount or Decimal(0))
        shortened = 0 < len(self._digits.lstrip("0")) < len(str(int(amount)))
        return amount / int(self._digits) if shortened else Decimal(0)

    @property
    def _digits(self) -> str:
        return "".join(filter(str.isdecimal, self.text.value[-(self.reading.end - self.reading.start) :]))


class Meant(Frozen):
    """The figure of the budget or of the application that the text should tell; with the label of a single line."""

    figure: Figure
    currency: str | None
    place: Place
    label: str | None = None


def figures(project: Project) -> Iterator[Decimal]:
    """All that stands in budget, financing and application, and what either side comes to."""
    for side in sides(project):
        yield from (row.amount for row in side.rows if row.amount is not None)
        yield from (part.amount for line in side.lines for part in line.parts if part.amount is not None)
        if side.figure is not None:
            yield side.figure
    if project.applied is not None and project.applied.amount is not None:
        yield project.applied.amount
    if project.financing is not None:
        yield from own_money(project.financing)


def meant_by(about: About, project: Project) -> Meant | None:
    """The figure that the text speaks of; None where the document has none that can be read."""
    applied, budget = project.applied, project.budget
    if about == "own":
        return _own(project)
    if about == "applied":
        if applied is None or applied.amount is None:
            return None
        return Meant(Figure(applied.amount), applied.currency or project.currency, applied.place)
    if budget is None or budget.figure is None:
        return None
    return Meant(Figure(budget.figure, terms(budget.counted), taxable(project, budget)), budget.currency, budget.place)


def _own(project: Project) -> Meant | None:
    """What the applicant pays: where it stands in one line, that line."""
    financing = project.financing
    amounts = own_money(financing) if financing is not None else ()
    if financing is None or not amounts:
        return None
    own = [line.amount_place for line in financing.counted if line.type == "own"]
    return Meant(Figure(amounts[0]), financing.currency, own[0] if len(own) == 1 else financing.place)


def hints(language: str | None) -> AbstractSet[bytes]:
    """Bare words of which one stands wherever something is told."""
    return _words(language if language in LANGUAGES else None).hints.keys()


def tellings(texts: Iterable[Text], language: str | None) -> Iterator[Telling]:
    """What the texts tell of the whole costs and of the amount applied for, in order."""
    words = _words(language if language in LANGUAGES else None)
    for text in texts:
        if not may_hold(text.value, words.hints):
            continue
        for name, pattern in words.told.items():
            for match in pattern.finditer(text.value):
                found = amount_behind(text, match, language, close=name in CLOSE)
                if found is not None:
                    yield Telling(ABOUT[name], text.slice(match.start(), found.end), found)


def amount_behind(text: Text, phrase: re.Match[str], language: str | None, *, close: bool) -> Reading | None:
    """The amount that a phrase speaks of, placed in the text; None where it may be of something else.

    `close`: it stands right behind the phrase, and nothing behind it makes it that of a part.
    """
    words = _words(language if language in LANGUAGES else None)
    edges = [match.end() for match in SENTENCE().finditer(text.value, 0, phrase.start() + 1)]
    begin = edges[-1] if edges else 0
    end = SENTENCE().search(text.value, phrase.end())
    sentence = text.value[begin : end.start() if end else None]
    at = phrase.end() - begin
    reading = next(find(sentence, language), None)
    if reading is None or not at <= reading.start <= at + AHEAD or reading.state not in {State.EXACT, State.RANGE}:
        return None  # another amount before it makes it one of several
    between = sentence[at : reading.start]
    if len(WORD().findall(between)) > GAP or words.other.search(sentence) or YEAR().search(sentence):
        return None
    if close and (between.strip(" (:") or words.aside.match(sentence, reading.end)):
        return None
    return _moved(reading, begin)


def _moved(reading: Reading, by: int) -> Reading:
    return replace(reading, start=reading.start + by, end=reading.end + by)


@cache
def _words(language: str | None) -> Words:
    file = lists("amounts_told")
    chosen = [file[language]] if language else list(file.values())
    phrases = {name: [phrase for one in chosen for phrase in one[name]] for name in ABOUT}
    aside = either(word for one in chosen for word in one["aside"])
    return Words(
        told={name: whole(of) for name, of in phrases.items()},
        hints=hinted(phrase for of in phrases.values() for phrase in of),
        other=whole(word for one in chosen for word in one["other"]),
        aside=re.compile(rf"\s*(?:{aside})(?!\w)", re.IGNORECASE),
    )
