"""Any text that is written as YAML is read again as it was."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from projektkort.document import read
from projektkort.document.layout import Mapping, Scalar, Sequence
from projektkort.source import decode
from projektkort.writing.scalar import block, plain

SIGNS = st.sampled_from(
    [*"\"'\\#:,[]{}|>&*!%@`?-–=~<\n\t ", ": ", " #", "- ", "| ", "æ", "\u00a0", "\u2028", "\x85", "😀", "1"]
)
TEXTS = st.lists(st.one_of(SIGNS, st.text(st.characters(exclude_categories=["Cs"]), max_size=3))).map("".join)


def root(text: str) -> Mapping:
    document = read(decode(text.encode(), "x.yaml"))
    assert document.root is not None and not document.problems
    return document.root


def value(text: str) -> str:
    node = root(text).get("key")
    assert isinstance(node, Scalar)
    return node.text.value


@given(TEXTS)
@settings(deadline=None)
def test_any_text_survives_behind_a_key(text: str) -> None:
    assert value(f"key: {plain(text)}\nnext: x\n") == text


@given(TEXTS)
@settings(deadline=None)
def test_any_text_survives_in_a_list_and_in_braces(text: str) -> None:
    node = root(f"key:\n  - {plain(text)}\n  - {{a: {plain(text, flow=True)}, b: x}}\n").get("key")
    assert isinstance(node, Sequence)
    first, second = node.items
    assert isinstance(first, Scalar) and isinstance(second, Mapping)
    inner = second.get("a")
    assert isinstance(inner, Scalar)
    assert (first.text.value, inner.text.value) == (text, text)


@given(TEXTS)
@settings(deadline=None)
def test_any_text_survives_as_a_key(text: str) -> None:
    assume(text != "<<")  # which means something even in quotation marks, and is told
    entry = root(f"{plain(text)}: x\n").entries[0]
    assert entry.key.value == text


@given(TEXTS)
@settings(deadline=None)
def test_a_block_is_read_as_it_was_or_not_written_as_one(text: str) -> None:
    lines = block(text, "  ")
    if lines is not None:
        assert value(f"key: {lines}\nnext: x\n") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Telte og borde", "Telte og borde"),
        ("25.000", "25.000"),
        ("120-150 deltagere (børn), 3 af 4", "120-150 deltagere (børn), 3 af 4"),
        ("kl. 12:30", "kl. 12:30"),
        ("Byt det: byttedag", '"Byt det: byttedag"'),
        ("Torv #2", '"Torv #2"'),
        ("", '""'),
        ('Han sagde "nej" & gik', 'Han sagde "nej" & gik'),
        ('"Nej": sagde han', "'\"Nej\": sagde han'"),
        ("50 % af C#", "50 % af C#"),
        ("- et punkt", '"- et punkt"'),
    ],
)
def test_quotation_marks_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert plain(text) == written


def test_a_block_keeps_its_blank_lines_and_its_last_break() -> None:
    assert block("a\n\nb\n", "  ") == "|\n  a\n\n  b"
    assert block("a\nb", "  ") == "|-\n  a\n  b"
    assert block("a", "  ") is None
    assert block(" a\nb", "  ") is None
    assert block("a \nb", "  ") is None
