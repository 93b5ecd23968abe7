"""Knows how much is too much for libyaml, which would end the process or take too long."""

from __future__ import annotations

import re

MAX_NESTING = 400  # libyaml's composer is recursive and ends the process some way beyond this
MAX_NODES = 100_000
MAX_DEPTH = 50  # of collections one inside the other; what is deeper is kept as text
_MAX_SEPARATORS = 500_000
_DASHES = re.compile(rf"(?:[-?][ \t]+){{{MAX_NESTING}}}")
_BRACKET = re.compile(r"[\[{]|([\]}])")


def refusal(text: str) -> str | None:
    """Why libyaml should not be asked at all: nesting that would end the process, or size."""
    if len(text) > _MAX_SEPARATORS and sum(text.count(sign) for sign in "\n\r,:") > _MAX_SEPARATORS:
        return "too-large"
    if " " * MAX_NESTING in text or (text.count("-") + text.count("?") > MAX_NESTING and _DASHES.search(text)):
        return "too-deep"
    if text.count("[") + text.count("{") > MAX_NESTING:
        depth = 0
        for bracket in _BRACKET.finditer(text):
            depth = max(depth - 1, 0) if bracket[1] else depth + 1
            if depth > MAX_NESTING:
                return "too-deep"
    return None


def is_harmless(text: str, rows: list[str]) -> bool:
    """Whether a text is not refused, as is seen at once of nearly all: without brackets only a long row is deep."""
    deep = "[" in text or "{" in text or max(map(len, rows)) >= MAX_NESTING
    return not (deep or len(text) > _MAX_SEPARATORS) or refusal(text) is None
