"""Knows whole numbers below a thousand in words, from numerals.yaml; when to spell one out is left to others."""

from __future__ import annotations

from typing import Any

from projektkort.locale.files import file


def spell(number: int, language: str) -> str:
    """A number from 1 to 999 in words, as it stands before a noun: “femogtyve”. ValueError for any other."""
    if not 0 < number < 1000:
        raise ValueError(f"{number} is not between 1 and 999")
    own = file("numerals")[language]
    hundreds, rest = divmod(number, 100)
    below = _below_hundred(rest, own) if rest else ""
    if not hundreds:
        return below
    head = own["one_hundred"] if hundreds == 1 else own["hundreds"].format(ones=own["ones"][hundreds - 1])
    return f"{head}{own['and']}{below}" if below else head


def _below_hundred(number: int, own: dict[str, Any]) -> str:
    ones: list[str] = own["ones"]
    if number <= len(ones):
        return ones[number - 1]
    tens, rest = divmod(number, 10)
    word: str = own["tens"][tens - 2]
    return own["both"].format(tens=word, ones=ones[rest - 1]) if rest else word
