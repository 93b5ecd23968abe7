"""Knows whether a schema file sets the levels of rules that exist; all else in such a file, `schema` knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from projektkort.document.layout import Entry, Mapping, Node
from projektkort.finding import Problem
from projektkort.rules.texts import Catalogue


def misspelt(root: Mapping | None) -> Iterator[Problem]:
    """The keys under `rules` and `stages` at the top of a schema file that are the name of no rule."""
    tables = [] if root is None else [root.get("rules"), *(entry.value for entry in _entries(root.get("stages")))]
    keys = [entry.key for levels in tables for entry in _entries(levels)]
    known = Catalogue().names() if keys else ()
    for key in keys:
        if key.value not in known:
            meant = next(iter(get_close_matches(key.value, known, n=1)), None)
            variant = "suggestion" if meant else ""
            yield Problem(key.place, rule="schema-unknown-rule", variant=variant, name=key.value, suggestion=meant)


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()
