"""Knows where running text tells what a line of the budget costs, by its name; the verbs stand in amounts_told.yaml.

Only where the sentence tells no more: what stands behind the amount may make it the price of a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from projektkort.patterns import late
from projektkort.project.models import AmountLine, Project, Side
from projektkort.rules.amounts_told import Meant, Telling, amount_behind
from projektkort.rules.bare import hinted
from projektkort.rules.hints import Figure
from projektkort.rules.lists import lists, whole
from projektkort.rules.spellings import is_inflected
from projektkort.schema.kept import kept
from projektkort.schema.labels import normalise
from projektkort.span import Text

LONGEST = 60  # letters of a name before its verb
WORDS = 4  # of such a name
EDGE = late(r"[.!?:;,\n]\s*")
CLOSED = late(r"\s*(?:[.,;!?)\n]|$)|(?<=\.)\s+[A-Z\u00c0-\u00de]")
"""What stands behind an amount where nothing more is told of it."""


@cache
def hints() -> AbstractSet[bytes]:
    """Bare words of which one stands wherever a price is told."""
    return hinted(_prices()).keys()


def prices(texts: Iterable[Text], project: Project) -> Iterator[tuple[Telling, Meant]]:
    """What the texts tell of lines of the budget, in order, with what stands in the line."""
    budget = project.budget
    if budget is None:
        return
    for text in texts:
        for verb in _verbs().finditer(text.value):
            begin = _beginning(text.value, verb.start())
            line = _line(text.value[begin : verb.start()], budget)
            reading = amount_behind(text, verb, project.language, close=True) if line is not None else None
            if line is None or line.amount is None or reading is None or reading.amount is None:
                continue
            if CLOSED.match(text.value, reading.end):
                currency = line.currency or budget.currency
                meant = Meant(Figure(line.amount), currency, line.amount_place, line.label.value)
                yield Telling("line", text.slice(begin, reading.end), reading), meant


def _beginning(text: str, verb: int) -> int:
    """Where the clause begins that a verb stands in."""
    edges = [match.end() for match in EDGE.finditer(text, max(0, verb - LONGEST), verb)]
    return edges[-1] if edges else max(0, verb - LONGEST)


def _line(name: str, budget: Side) -> AmountLine | None:
    """The only line of that name, if it tells no price of one."""
    words = normalise(name).split()
    if not 0 < len(words) <= WORDS:
        return None
    lines = [line for line in budget.counted if _are_one(words, _words(line.label.value))]
    return lines[0] if len(lines) == 1 and lines[0].quantity is None and lines[0].unit_price is None else None


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have the same words, with or without the endings that grammar gives."""
    if len(one) != len(other):
        return False
    return all(a == b or is_inflected(a, b) for a, b in zip(one, other, strict=True))


@kept
def _words(name: str) -> Sequence[str]:
    return tuple(normalise(name).split())


@cache
def _verbs() -> re.Pattern[str]:
    return whole(_prices())


def _prices() -> Iterator[str]:
    return (word for one in lists("amounts_told").values() for word in one["price"])
