"""Knows where a text subtracts: a pool, what is taken from it, and what is said to be left; words in remainders.yaml.

What is left is told in a sentence or stands last in a row of amounts under such a heading. Only a remainder that is
nearly right is called wrong: one that is far off was reckoned from figures that stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache, partial
from itertools import combinations

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.money import Reading, State, find
from projektkort.rules.bare import hinted, may_hold
from projektkort.rules.lists import either, lists
from projektkort.span import Text

NEAR = Decimal("0.05")
"""How far a wrong remainder may be from the right one, as a share of the pool."""
BEFORE, BEHIND = 60, 30  # characters around an amount in which such a word stands
HEADS = 4  # cells before a row of amounts among which its last heading is
ROW = 3  # amounts that make a row
LATEST = 6  # amounts before a remainder that it may come from
BREAK = cache(partial(re.compile, r"[.!?:;](?=\s+[^\W\d_a-z])|\n\s*\n"))
CELL = cache(partial(re.compile, r"[^|\t\n]+"))
LETTERS = cache(partial(re.compile, r"[^\W\d_]"))


class Remainder(Frozen):
    """A remainder as told, what it should be, and the pool and the amounts taken from it."""

    told: Text
    amount: Decimal
    right: Decimal
    pool: Decimal
    taken: tuple[Decimal, ...]
    parts: tuple[Text, ...]
    currency: str | None


def hints(language: str | None) -> AbstractSet[bytes]:
    """Bare words of which one stands wherever a remainder is told."""
    return _words(language).hints.keys()


def wrong_remainders(texts: Iterable[Text], language: str | None) -> Iterator[Remainder]:
    """The remainders that do not follow from the figures just before; one told again is not told twice."""
    seen: set[Decimal] = set()
    for text in texts:
        words = _words(language)
        if not may_hold(text.value, words.hints) or not words.mentioned.search(text.value):
            continue
        readings = [reading for reading in find(text.value, language) if reading.state is State.EXACT]
        for at in _claims(text.value, readings, language):
            amount = readings[at].amount
            found = _wrong(text, readings, at) if amount is not None and amount not in seen else None
            if amount is not None:
                seen.add(amount)
            if found is not None:
                yield found


def _claims(value: str, readings: Sequence[Reading], language: str | None) -> list[int]:
    """Which of the amounts are told as remainders."""
    in_rows = set(_last_in_rows(value, readings, language))
    return [at for at, reading in enumerate(readings) if at in in_rows or _is_told(value, readings, at, language)]


def _is_told(value: str, readings: Sequence[Reading], at: int, language: str | None) -> bool:
    """Whether a word beside an amount says that it is what is left, with no other amount between them."""
    reading, words = readings[at], _words(language)
    begin = max(readings[at - 1].end if at else 0, reading.start - BEFORE)
    stop = min(readings[at + 1].start if at + 1 < len(readings) else len(value), reading.end + BEHIND)
    before = BREAK().split(value[begin : reading.start])[-1]
    behind = BREAK().split(value[reading.end : stop])[0]
    return bool(words.before.search(before) or words.behind.match(behind))


def _last_in_rows(value: str, readings: Sequence[Reading], language: str | None) -> Iterator[int]:
    """The last amount of each row of cells that hold amounts only, where its column is headed by such a word."""
    by_start = {reading.start: at for at, reading in enumerate(readings)}
    heads: list[str] = []
    row: list[int] = []
    for cell in CELL().finditer(value + "\n."):
        told = cell[0].strip()
        at = by_start.get(cell.start() + len(cell[0]) - len(cell[0].lstrip()))
        if at is not None and readings[at].end >= cell.start() + len(cell[0].rstrip()):
            row.append(at)
        elif told:
            if len(row) >= ROW and any(_words(language).before.search(head) for head in heads[-HEADS:]):
                yield row[-1]
            heads, row = ([*heads, told] if LETTERS().search(told) else heads), []


def _wrong(text: Text, readings: Sequence[Reading], at: int) -> Remainder | None:
    """What is wrong with a remainder; None where it follows from amounts around it, or from none that are near."""
    told = readings[at].amount
    before = readings[max(0, at - LATEST) : at]
    if told is None or any(reading.approximate or reading.amount == told for reading in before):
        return None
    amounts = [reading.amount or Decimal(0) for reading in before]
    around = [*amounts, *(reading.amount or Decimal(0) for reading in readings[at + 1 : at + 1 + LATEST // 2])]
    first = _nearest(amounts, told)
    if first is None or readings[at].approximate or any(_follows(pool, around, told) for pool in around):
        return None
    return Remainder(
        told=text.slice(readings[at].start, readings[at].end),
        amount=told,
        right=amounts[first] - sum(amounts[first + 1 :]),
        pool=amounts[first],
        taken=tuple(amounts[first + 1 :]),
        parts=tuple(text.slice(reading.start, reading.end) for reading in before[first:]),
        currency=readings[at].currency or before[first].currency,
    )


def _nearest(amounts: Sequence[Decimal], told: Decimal) -> int | None:
    """Which of the amounts, without all behind it, comes nearest to what is told as left; None where none is near."""
    near = [
        (abs(pool - sum(amounts[first + 1 :]) - told), first)
        for first, pool in enumerate(amounts[:-1])
        if told < pool > max(amounts[first + 1 :])
    ]
    apart, first = min(near, default=(Decimal(1), -1))
    return first if near and apart <= amounts[first] * NEAR else None


def _follows(pool: Decimal, taken: Sequence[Decimal], told: Decimal) -> bool:
    """Whether a remainder is a pool without some of the amounts."""
    return any(pool - sum(some) == told for count in range(1, len(taken) + 1) for some in combinations(taken, count))


class Words(Frozen):
    """The words of one language, or of all together."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    mentioned: re.Pattern[str]
    hints: Mapping[bytes, Sequence[bytes]]
    """All of them as bare words, for a first look."""


@cache
def _words(language: str | None) -> Words:
    file = lists("remainders")
    chosen = [file[language]] if language in LANGUAGES else list(file.values())
    told = {name: [word for one in chosen for word in one[name]] for name in ("before", "behind")}
    before, behind = map(either, told.values())
    return Words(
        before=re.compile(rf"(?<!\w)(?:{before})(?!\w)", re.IGNORECASE),
        behind=re.compile(rf"(?:\s+\w+)?\s+(?:{behind})(?!\w)", re.IGNORECASE),
        mentioned=re.compile(rf"(?<!\w)(?:{before}|{behind})(?!\w)", re.IGNORECASE),
        hints=hinted(word for words in told.values() for word in words),
    )
