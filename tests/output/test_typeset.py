"""Where lines may break, and how wide they are."""

from __future__ import annotations

from unicodedata import category, east_asian_width

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.output.typeset import draw, escape, width, wrap


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("kostar 388 000 kr nu", 12, ["kostar", "388 000 kr", "nu"]),
        ("er 21.500 kr. i dag", 11, ["er", "21.500 kr.", "i dag"]),
        ("costs DKK 21,500 now", 12, ["costs", "DKK 21,500", "now"]),
        ("koster kr 950 nu", 9, ["koster", "kr 950 nu"]),
        ("dækker 86 % nu", 8, ["dækker", "86 % nu"]),
        ("giver 500 EUR nu", 9, ["giver", "500 EUR", "nu"]),
        ("abcdefghij", 4, ["abcdefghij"]),
        ("", 10, []),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@settings(deadline=None)
@given(st.text(alphabet="ab 12.,kr日\t", max_size=60), st.integers(4, 30))
def test_wrapping_loses_nothing_but_idle_spaces(text: str, columns: int) -> None:
    assert " ".join(wrap(text, columns)).split() == escape(text).split()


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(0, 210), st.integers(0, 20), st.integers(12, 120))
def test_a_drawn_line_fits_and_holds_its_underline(line: str, start: int, length: int, room: int) -> None:
    shown, column, marks = draw(line, start, start + length, room)
    assert width(shown) <= room
    assert 0 <= column <= width(shown)
    assert 1 <= marks <= max(1, width(shown) - column)
    assert "\n" not in shown and "\x1b" not in shown


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=20))
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    wide = sum(1 + (east_asian_width(sign) in "WF") - (category(sign) in {"Mn", "Me"}) for sign in text)
    assert width(text) == wide
