"""Knows what the applications of a run come to against the pool that is configured; nothing is kept of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from projektkort.batch.head import read_head
from projektkort.config import Configuration
from projektkort.config.nearest import PLACES
from projektkort.config.places import Places
from projektkort.engine.findings import catalogue
from projektkort.engine.request import Request
from projektkort.engine.sharing import levels_of
from projektkort.finding import Finding, Note, Result, Severity, Value
from projektkort.identity import mask
from projektkort.money import Money, State, read
from projektkort.rules.across import POOL
from projektkort.span import Span

AMOUNT = "amount"


class Applied:
    """Is told the head of every file in turn, and compares their sum with the pool when asked for results.

    `request` is what is asked about the configuration file.
    """

    def __init__(self, configuration: Configuration, request: Request) -> None:
        self._configuration = configuration
        self._level = dict(levels_of(dict(request.levels), request)).get(POOL, catalogue().severity(POOL))
        self._sums: defaultdict[str | None, Decimal] = defaultdict(Decimal)
        self._files: Counter[str | None] = Counter()
        self._languages: set[str] = set()
        self._unread = 0

    @property
    def is_asked(self) -> bool:
        """Whether there is a pool, and anybody wants to know."""
        return self._configuration.pool.amount is not None and self._level != Severity.OFF

    def add(self, line: str) -> None:
        """Adds what is applied for; an application that does not say so is counted."""
        head = read_head(line)
        if head.language:
            self._languages.add(head.language)
        if (applied := head.money) is not None:
            self._sums[applied.currency] += applied.amount
            self._files[applied.currency] += 1
        elif head.kind == "application":
            self._unread += 1

    def results(self) -> Iterator[Result]:
        """That more is applied for than there is, at the place where the pool is told."""
        language = next(iter(self._languages)) if len(self._languages) == 1 else None
        pool = self._pool(self._configuration.lang or language)
        if pool is None:
            variant, values = "unreadable", self._unreadable
        elif self._sums[pool.currency] > pool.amount:
            variant, values = "", self._exceeding(pool)
        else:
            return
        path = self._configuration.path or ""
        finding = Finding(POOL, Severity(self._level), _place(path), variant, values)
        yield Result(mask(path), language=language, findings=(finding,), across=True)

    def _pool(self, language: str | None) -> Money | None:
        """What there is; in the currency of most applications where none is told. None: no exact amount."""
        told = self._configuration.pool
        reading = read(told.amount or "", language)
        if reading.state is not State.EXACT or reading.amount is None or reading.approximate:
            return None
        most = next((currency for currency, _ in self._files.most_common(1)), None)
        return Money(reading.amount, reading.currency or told.currency or most)

    @property
    def _unreadable(self) -> dict[str, Value]:
        return {"text": mask(self._configuration.pool.amount or "")}

    def _exceeding(self, pool: Money) -> dict[str, Value]:
        applied = self._sums[pool.currency]
        return {
            "applied": Money(applied, pool.currency),
            "pool": pool,
            "difference": Money(applied - pool.amount, pool.currency),
            "unread": _number("unread", self._unread),
            "foreign": _number("foreign", self._files.total() - self._files[pool.currency]),
        }


def _number(key: str, count: int) -> Note | None:
    return Note(key if count == 1 else f"{key}s", {"count": count}) if count else None


def _place(path: str) -> Span:
    """Where the amount is told: its key in the configuration file, which was read before."""
    try:
        text = Path(path).read_text("utf-8-sig")
        line, column = Places(text).at((*PLACES.get(Path(path).name, ()), "pool", AMOUNT), key=True)
    except (OSError, ValueError, StopIteration):  # somebody has changed it since
        return Span(1, 1, 1, 1)
    return Span(line, column, line, column + len(AMOUNT))
