"""Knows whether a schema file sets the levels of rules that exist; all else in such a file, `schema` knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from projektkort.document.layout import Mapping, Node
from projektkort.finding import Problem
from projektkort.rules.texts import Catalogue


def misspelt(root: Mapping | None) -> Iterator[Problem]:
    """The keys under `rules` at the top of a schema file that are the name of no rule."""
    levels: Node | None = root.get("rules") if root is not None else None
    if isinstance(levels, Mapping):
        known = Catalogue().names()
        for key in (entry.key for entry in levels.entries if entry.key.value not in known):
            meant = next(iter(get_close_matches(key.value, known, n=1)), None)
            variant = "suggestion" if meant else ""
            yield Problem(key.place, rule="schema-unknown-rule", variant=variant, name=key.value, suggestion=meant)
