"""Knows the records that the facts about a file are kept in and travel as: each as many bytes, and nothing between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from struct import Struct

from projektkort.finding import Fact
from projektkort.span import Span

KINDS = ("number", "applicant", "text", "cost")
_RECORD = Struct(">B8s4I")
_KEY = Struct(">xq16x")


def packed_facts(facts: Iterable[Fact]) -> bytes:
    """The records of facts, in their order."""
    return b"".join(
        [
            _RECORD.pack(KINDS.index(fact.kind), fact.key, at.line, at.column, at.end_line, at.end_column)
            for fact in facts
            for at in (fact.span,)
        ]
    )


def read_facts(records: bytes) -> Iterator[Fact]:
    """The facts."""
    for kind, key, *at in _RECORD.iter_unpack(records):
        yield Fact(KINDS[kind], key, Span(*at))


def keys(records: bytes) -> Iterator[int]:
    """The keys alone, as numbers that a database sorts fast."""
    return (key for (key,) in _KEY.iter_unpack(records))


def number_of(key: bytes) -> int:
    """A key as such a number."""
    return int.from_bytes(key, "big", signed=True)


def are_sound(records: bytes) -> bool:
    """Whether these can be records of ours."""
    return len(records) % _RECORD.size == 0 and max(records[:: _RECORD.size], default=0) < len(KINDS)
