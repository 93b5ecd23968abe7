"""Knows how a rule quotes the fund: its clause on the very thing, else what its form says as a whole."""

from __future__ import annotations

from projektkort.finding import Note
from projektkort.schema.model import Schema


def clause(schema: Schema, key: str) -> Note | None:
    """What the fund says about a limit, a section or another key of its schema; None where it is not told."""
    words = schema.clauses.get(key) or (schema.provenance.text if schema.provenance else "")
    return Note("source", {"text": words}) if words else None
