"""Knows the keys by which a document speaks of itself: its schema, language, currency, the documents before it."""

from __future__ import annotations

import re

from projektkort.patterns import late

SETTINGS = frozenset({"schema", "language", "currency", "kind"})
REFERENCES = frozenset({"application", "previous"})
"""Keys that name another document by its path. The same words are ordinary labels where no path stands behind them."""
ASIDE = "waivers"
"""The key of the entry about the findings that are set aside, well written or not."""
PATH = late(r"\S(?:.*\S)?\.(?:ya?ml|md|markdown|txt|docx|docm|odt)", re.IGNORECASE)


def is_setting(key: str | None, value: str) -> bool:
    """Whether a key with this value says something of the document itself."""
    return key in SETTINGS or (key in REFERENCES and PATH.fullmatch(value.strip()) is not None)
