"""Knows when two names are one, spelt in two ways."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from projektkort.schema.labels import normalise

NEAR = 0.9
"""How alike two spellings of one name are, as difflib counts."""
DASH = re.compile(r"[\u2010-\u2015]")
NUMBER = re.compile(r"\d+")


def plain(name: str) -> str:
    """A name without what typesetting makes of it: the kind of dash, spaces, case, what stands at its end."""
    return DASH.sub("-", " ".join(name.split())).strip(" .:").casefold()


def near(one: str, other: str) -> bool:
    """Whether two names are alike but for a letter or two; those with other figures ("Stage 1", "Stage 2") are not."""
    left, right = normalise(one), normalise(other)
    if left == right or NUMBER.findall(left) != NUMBER.findall(right):
        return left == right
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR
