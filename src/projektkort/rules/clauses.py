"""Knows how a rule quotes the fund: its clause on the very thing, or for an amount or a share what its form says."""

from __future__ import annotations

from projektkort.finding import Note
from projektkort.schema.demands import Limits
from projektkort.schema.model import Schema


def clause(schema: Schema, key: str) -> Note | None:
    """What the fund says about a limit, a section or another key of its schema; None where it is not told."""
    whole = schema.provenance.text if schema.provenance and key in Limits.model_fields else ""
    words = schema.clauses.get(key) or whole
    return Note("source", {"text": words}) if words else None
