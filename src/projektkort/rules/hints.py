"""Knows two figures that should be one, and asks `guesses` why they are not; most documents have none."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Note, Value
from projektkort.rules.added import Figure, Term, terms
from projektkort.span import Place

__all__ = ["Figure", "Term", "explain", "places", "terms"]


def explain(left: Figure, right: Figure, currency: str | None) -> Note | None:
    """The likeliest of the exact explanations of why two figures differ; None where there is none to be trusted."""
    from projektkort.rules.guesses import likeliest  # noqa: PLC0415 - only where something differs

    return likeliest(left, right, currency)


def places(hint: Note | None) -> list[Place]:
    """The lines that a hint speaks of."""
    return list(dict.fromkeys(_places(hint))) if hint else []


def _places(value: Value) -> Iterator[Place]:
    match value:
        case Place():
            yield value
        case Note(_, values):
            for each in values.values():
                yield from _places(each)
        case tuple():
            for each in value:
                yield from _places(each)
