"""Knows where running text tells what a project costs or what is applied for; the phrases stand in amounts_told.yaml.

An amount that may be one of something else (a part, a year, each person, another year's application) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import Literal

from projektkort.frozen import Frozen, replace
from projektkort.locale import LANGUAGES
from projektkort.money import Reading, State, find
from projektkort.project.models import Project
from projektkort.rules.bare import hinted, may_hold
from projektkort.rules.figures import sides
from projektkort.rules.hints import Figure, terms
from projektkort.rules.lists import lists, whole
from projektkort.rules.traces import SENTENCE
from projektkort.span import Place, Text

About = Literal["costs", "applied"]
GAP = 5  # words between a phrase and its amount
AHEAD = 80  # characters behind a phrase in which the amount begins
NEAR = Decimal("0.1")
"""How far an amount told as approximate may be from the exact one, as a share of it."""
WORD = cache(partial(re.compile, r"[^\W_]+"))
YEAR = cache(partial(re.compile, r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)"))


class Words(Frozen):
    """The words of one language, or of all together."""

    told: dict[About, re.Pattern[str]]
    hints: Mapping[bytes, Sequence[bytes]]
    """The same phrases as bare words, for a first look: most texts hold none."""
    other: re.Pattern[str]


class Telling(Frozen):
    """An amount that the text tells of the costs or of the application, with the words that do."""

    about: About
    text: Text
    reading: Reading

    def agrees(self, figure: Decimal) -> bool:
        """Whether a figure can be meant: a range holds it, an approximate amount is within a tenth of it."""
        low, high = self.bounds
        slack = abs(figure) * NEAR if self.rough else Decimal(0)
        return low - slack <= figure <= high + slack

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest amount that is told."""
        reading = self.reading
        ends = (reading.amount, reading.amount) if reading.amount is not None else (reading.low, reading.high)
        return ends[0] or Decimal(0), ends[1] or Decimal(0)

    @property
    def rough(self) -> bool:
        """Whether it is told as approximate, as a range, or in thousands and millions."""
        reading = self.reading
        digits = sum(map(str.isdecimal, self.text.value[-(reading.end - reading.start) :]))
        return reading.approximate or reading.amount is None or digits < len(str(int(abs(reading.amount))))


class Meant(Frozen):
    """The figure of the budget or of the application that the text should tell."""

    figure: Figure
    currency: str | None
    place: Place


def figures(project: Project) -> Iterator[Decimal]:
    """All that stands in budget, financing and application, and what either side comes to."""
    for side in sides(project):
        yield from (row.amount for row in side.rows if row.amount is not None)
        yield from (part.amount for line in side.lines for part in line.parts if part.amount is not None)
        if side.figure is not None:
            yield side.figure
    if project.applied is not None and project.applied.amount is not None:
        yield project.applied.amount


def meant_by(about: About, project: Project) -> Meant | None:
    """The figure that the text speaks of; None where the document has none that can be read."""
    applied, budget = project.applied, project.budget
    if about == "applied":
        if applied is None or applied.amount is None:
            return None
        return Meant(Figure(applied.amount), applied.currency or project.currency, applied.place)
    if budget is None or budget.figure is None:
        return None
    return Meant(Figure(budget.figure, terms(budget.counted), taxed=True), budget.currency, budget.place)


def tellings(texts: Iterable[Text], language: str | None) -> Iterator[Telling]:
    """What the texts tell of the whole costs and of the amount applied for, in order."""
    words = _words(language if language in LANGUAGES else None)
    for text in texts:
        if not may_hold(text.value, words.hints):
            continue
        for about, pattern in words.told.items():
            for match in pattern.finditer(text.value):
                found = _amount(text, match, words, language)
                if found is not None:
                    yield Telling(about, text.slice(match.start(), found.end), found)


def _amount(text: Text, phrase: re.Match[str], words: Words, language: str | None) -> Reading | None:
    """The amount that a phrase speaks of, placed in the text; None where it may be of something else."""
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
    return _moved(reading, begin)


def _moved(reading: Reading, by: int) -> Reading:
    return replace(reading, start=reading.start + by, end=reading.end + by)


@cache
def _words(language: str | None) -> Words:
    file = lists("amounts_told")
    chosen = [file[language]] if language else list(file.values())
    phrases: dict[About, list[str]] = {
        about: [phrase for one in chosen for phrase in one[about]] for about in ("costs", "applied")
    }
    return Words(
        told={about: whole(of) for about, of in phrases.items()},
        hints=hinted(phrase for of in phrases.values() for phrase in of),
        other=whole(word for one in chosen for word in one["other"]),
    )
