"""Lines of a text, and values that are slices of it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from projektkort.span import Lines, Text


@given(st.text("a\n\r\u2028é"))
def test_lines_begin_behind_each_break(text: str) -> None:
    begins = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    lines = Lines(text)
    assert lines.starts == begins
    assert "".join(lines.line(number) for number in range(1, lines.count + 1)) == re.sub(r"[\r\n]", "", text)


@given(st.text(" ab"), st.integers(-9, 9), st.none() | st.integers(-9, 9))
def test_a_slice_is_that_of_the_value_with_its_place(value: str, start: int, end: int | None) -> None:
    part = Text(value, Lines(f"--{value}"), 2, 2 + len(value)).slice(start, end)
    assert part.value == value[start:end] == part.place.text
    assert part.strip().value == value[start:end].strip() == part.strip().place.text
