"""Knows how to explain a rule by what is really found in its bad example."""

from __future__ import annotations

from projektkort.batch.example import found_in
from projektkort.engine import catalogue
from projektkort.engine.aside import may_be_set_aside
from projektkort.rules.explain import Asked, Part, explanation
from projektkort.schema.model import Schema


def explained(name: str, language: str, schema: Schema | None = None) -> tuple[Part, ...]:
    """All about a rule, as the schema has it where there is one; UnknownRule for a name that is none."""
    words = catalogue()
    bad = words.examples(name)[1]
    findings = found_in(bad, words.entry(name)) if bad else ()
    return tuple(explanation(words, Asked(name, language, findings, schema, not may_be_set_aside(name))))
