"""A late pattern is compiled when it is first asked, and then does what any pattern does."""

from __future__ import annotations

import re
from typing import Any

import pytest

from projektkort.patterns import METHODS, late


def test_nothing_is_compiled_before_it_is_asked() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("(")


@pytest.mark.parametrize("method", METHODS)
def test_it_answers_as_the_pattern_would(method: str) -> None:
    text, flags = r"\d m(\d)", re.IGNORECASE
    words = ("-", "1 M2") if method == "sub" else ("1 M2",)
    pattern, told = late(text, flags), told_by(getattr(re.compile(text, flags), method)(*words))
    assert [told_by(getattr(pattern, method)(*words)) for _ in range(2)] == [told, told]


def told_by(answer: Any) -> object:
    """What an answer says, whatever it is."""
    if isinstance(answer, re.Match):
        return answer.span(), answer[0], answer[1]
    return answer if isinstance(answer, str | list) else list(map(told_by, answer))


def test_what_is_no_method_is_asked_of_the_pattern_itself() -> None:
    assert late("a(?P<b>c)").groupindex == {"b": 1}
