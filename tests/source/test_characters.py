"""Most texts hold nothing that is suspicious, and are not looked through for it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from projektkort.document import yaml_shadow
from projektkort.source import characters
from projektkort.source.characters import is_ordinary, problems_of_text
from projektkort.span import Lines

SIGNS = (
    "a\u00e5 \n\t\r\u2013\u2019\u201d\u2022\u20ac\u2212\u2026"
    "\u00e2\u00c3\u00c2\u00cc\u00a4\u02c6\u00ac\u221a\u251c\u00a0\u00ad\u200b\u0085\x07\ufeff\ufffd"
)


@given(st.text(st.sampled_from(SIGNS) | st.characters(max_codepoint=0x2600, exclude_categories=["Cs"]), max_size=12))
@example("\u00e2\u20ac\u201c")
@example("\u00cc\u02c6")
def test_an_ordinary_text_has_nothing_that_a_closer_look_finds(text: str) -> None:
    lines = Lines("x" + text)
    found = list(problems_of_text(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "is_ordinary", lambda _: False)
        assert found == list(problems_of_text(lines))
    assert not is_ordinary(text) or not yaml_shadow._ODD.search(text)


@pytest.mark.parametrize(
    "text",
    ["S\u00f8ndertorvet 4\r\n", "1. maj \u2013 31. maj: 12 \u20ac \u2026", "\u201c\u00e5\u201d \u2022 \u22125\u2019"],
)
def test_typeset_text_is_ordinary(text: str) -> None:
    assert is_ordinary(text)
