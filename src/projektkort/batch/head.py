"""Knows the head of a result: what is kept of it, and travels, as one line of words parted by TABs."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from projektkort.finding import Result
from projektkort.money import Money


class Head(NamedTuple):
    """The words: fields of a result of the same names, empty where they are None or nothing."""

    schema: str
    schema_by: str
    kind: str
    language: str
    skipped: str
    applied: str
    levels: str

    @property
    def fields(self) -> dict[str, str | None]:
        """The fields of the result that are words."""
        return {name: word or None for name, word in zip(self._fields[:5], self, strict=False)}

    @property
    def money(self) -> Money | None:
        """The amount applied for, where one was read."""
        amount, _, currency = self.applied.partition(" ")
        return Money(Decimal(amount), currency or None) if amount else None

    @property
    def severities(self) -> dict[str, str]:
        """The severities of rules across files that are not their own."""
        return dict(level.split("=") for level in self.levels.split())


def head_of(result: Result) -> str:
    """The line of a result."""
    applied = f"{result.applied.amount} {result.applied.currency or ''}" if result.applied else ""
    levels = " ".join("=".join(level) for level in result.levels)
    told = (result.schema, result.schema_by, result.kind, result.language, result.skipped, applied, levels)
    return "\t".join(word or "" for word in told)


def read_head(line: str) -> Head:
    """The words of a line; raises TypeError, ValueError or ArithmeticError for one that is not ours."""
    head = Head(*line.split("\t"))
    _ = head.money, head.severities
    return head
