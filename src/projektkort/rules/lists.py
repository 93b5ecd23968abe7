"""Knows the lists of words beside the rules and how they make patterns; what the words mean, the others know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from projektkort.locale import plain
from projektkort.patterns import late


@cache
def lists(name: str) -> dict[str, Any]:
    """What stands in `<name>.yaml`, by language; every scalar as text."""
    loaded: dict[str, Any] = plain(Path(__file__).with_name(f"{name}.yaml").read_bytes())
    return loaded


def either(words: Iterable[str]) -> str:
    """The text of a pattern that is any of the words, the longest first; a blank stands for any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words where it stands by itself, in either case."""
    return late(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)
