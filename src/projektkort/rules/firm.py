"""Knows what nobody sets aside or switches off, in a document, a baseline, a schema or a configuration."""

from __future__ import annotations

from functools import cache

from projektkort.rules.texts import read_subject

OWN = "waivers"
FIRM = frozenset(
    {
        *("personal-number", "rule-crashed", "check-crashed", "schema-unknown"),
        *("file-empty", "file-unreadable", "file-too-large", "not-text", "word-unreadable"),
        *("not-a-mapping", "too-deep", "too-large"),
    }
)
"""Numbers that must not be seen, and that a document was not read or not checked."""


@cache
def firm() -> frozenset[str]:
    """The names of these rules, and of those about waivers themselves."""
    return FIRM.union(read_subject(OWN).entries)
