"""Knows the names of styles in four languages, and what the ends of a document are called; from the YAML beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from projektkort.locale import normal, plain

TITLE = 0


def heading_level(style: str) -> int | None:
    """The level of a heading from 1, or TITLE, by the name of its style; None for the style of anything else."""
    name, number = _parted(style)
    if name in _words()["title"] and number is None:
        return TITLE
    return number if name in _words()["heading"] else None


def is_contents(style: str) -> bool:
    """Whether a style is that of a table of contents."""
    return _parted(style)[0] in _words()["contents"]


def heading_of(end: str, language: str) -> str:
    """What the notes ("notes") or margins ("margins") of a document are called in its language, else in English."""
    words: Mapping[str, str] = _words()[end]
    return words.get(normal(language) or "en", words["en"])


def _parted(style: str) -> tuple[str, int | None]:
    name = style.strip().lower()
    if name[-1:].isdecimal() and name[-1] != "0":
        return name[:-1].strip(), int(name[-1])
    return name, None


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = plain(Path(__file__).with_suffix(".yaml").read_bytes())
    return loaded
