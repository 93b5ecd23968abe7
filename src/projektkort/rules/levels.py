"""Knows whether a schema file sets levels of rules that exist and may have them; all else in it, `schema` knows."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.document.layout import Entry, Mapping, Node, Scalar
from projektkort.finding import Problem
from projektkort.rules.firm import firm
from projektkort.rules.texts import Catalogue


def misspelt(root: Mapping | None) -> Iterator[Problem]:
    """The keys under `rules` and `stages` at the top of a schema file that are no rule, or one that is never off."""
    tables = [] if root is None else [root.get("rules"), *(entry.value for entry in _entries(root.get("stages")))]
    levels = [entry for table in tables for entry in _entries(table)]
    known = Catalogue().names() if levels else ()
    for entry in levels:
        key = entry.key
        if key.value not in known:
            from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

            meant = next(iter(get_close_matches(key.value.lower(), known, n=1)), None)
            variant = "suggestion" if meant else ""
            yield Problem(key.place, rule="schema-unknown-rule", variant=variant, name=key.value, suggestion=meant)
        elif isinstance(entry.value, Scalar) and entry.value.text.value == "off" and key.value in firm():
            yield Problem(entry.value.place, rule="schema-unknown-rule", variant="firm", name=key.value)


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()
