"""What travels of a file to be compared: a line of words and records of facts, nothing of them lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.batch.head import Head, head_of, read_head
from projektkort.batch.records import KINDS, are_sound, keys, number_of, packed_facts, read_facts
from projektkort.finding import Fact, Result
from projektkort.money import Money
from projektkort.span import Span

NUMBERS = st.integers(1, 2**32 - 1)
FACTS = st.builds(Fact, st.sampled_from(KINDS), st.binary(min_size=8, max_size=8), st.builds(Span, *[NUMBERS] * 4))


@settings(max_examples=100, deadline=None)
@given(st.lists(FACTS, max_size=8))
def test_facts_come_back(facts: list[Fact]) -> None:
    records = packed_facts(facts)
    assert are_sound(records)
    assert list(read_facts(records)) == facts
    assert list(keys(records)) == [number_of(fact.key) for fact in facts]


@pytest.mark.parametrize("records", [b"1", bytes(24), b"\x04" + bytes(24), bytes(25) + b"\xff" + bytes(24)])
def test_records_of_somebody_else_are_told(records: bytes) -> None:
    assert not are_sound(records)


@pytest.mark.parametrize("applied", [None, Money(Decimal("12500.50"), "SEK"), Money(Decimal(3))])
@pytest.mark.parametrize("levels", [(), (("number-twice", "off"), ("text-twice", "error"))])
def test_a_head_comes_back(applied: Money | None, levels: tuple[tuple[str, str], ...]) -> None:
    result = Result("a.md", "00", "generisk", "match", "application", None, applied=applied, levels=levels)
    head = read_head(head_of(result))
    assert (head.money, tuple(head.severities.items())) == (applied, levels)
    assert head.fields == {
        "schema": "generisk",
        "schema_by": "match",
        "kind": "application",
        "language": None,
        "skipped": None,
    }


def test_a_head_is_one_line_of_words() -> None:
    assert head_of(Result("a.md", skipped="word")) == "\t\t\t\tword\t\t"
    assert Head(*"abcdefg").skipped == "e"


@pytest.mark.parametrize("line", ["", "a\tb", "\t" * 7, "\t\t\t\t\tmange\t", "\t\t\t\t\t\toff", "\t\t\t\t\t\ta=b=c"])
def test_a_line_of_somebody_else_is_refused(line: str) -> None:
    with pytest.raises((TypeError, ValueError, ArithmeticError)):
        read_head(line)
