"""Knows how a problem becomes a finding: its level, lines and columns instead of places, personal numbers masked."""

from __future__ import annotations

from functools import cache

from projektkort.engine.request import Request
from projektkort.finding import Finding, Fix, Note, Problem, Severity, SpanEdit, SpanFix, Value
from projektkort.identity import BULLET, mask
from projektkort.patterns import late
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Schema
from projektkort.source import excerpts
from projektkort.span import Place

HIDDEN = late(rf"{BULLET}\W{{0,3}}{BULLET}|\w{BULLET}|{BULLET}\w")
"""Bullets where something was hidden, and not before the items of a list."""


@cache
def catalogue() -> Catalogue:
    """The words of the rules; they are read when the first finding asks."""
    return Catalogue()


def finding_of(problem: Problem, schema: Schema | None = None) -> Finding:
    """The finding that a problem is, of the level that the schema sets, else of the rule's own."""
    span = problem.place.span
    level = schema.rules.get(problem.rule) if schema is not None else None
    severity = Severity(level) if level else catalogue().severity(problem.rule)
    related = tuple(place.span for place in problem.related)
    values = {name: _settled(value) for name, value in problem.values.items()}
    shown = excerpts(problem.place.lines, (span, *related))
    where = problem.place.lines.where(problem.place.start)
    fix = _fix(problem.fix)
    return Finding(problem.rule, severity, span, problem.variant, values, related, shown, fix, where=where)


def is_wanted(finding: Finding, request: Request) -> bool:
    """Whether a finding is asked for, by its rule or the subject of that; a level of `off` silences it."""
    return finding.severity is not Severity.OFF and is_asked(finding.rule, request)


def is_asked(rule: str, request: Request) -> bool:
    """Whether a rule, or its subject, is selected and not ignored."""
    if not request.select and not request.ignore:
        return True
    names = {rule, catalogue().subject(rule)}
    if request.select and not names & request.select:
        return False
    return not names & request.ignore


def _settled(value: Value) -> Value:
    """A value that no longer needs the source: places become spans, personal numbers are masked."""
    if isinstance(value, Place):
        return value.span
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple):
        return tuple(_settled(each) for each in value)
    if isinstance(value, Note):
        return Note(value.key, {name: _settled(each) for name, each in value.values.items()})
    return value


def _fix(fix: Fix | None) -> SpanFix | None:
    if fix is None or any(HIDDEN.search(edit.text) for edit in fix.edits):
        return None  # to put bullets where the digits were would mend nothing
    edits = tuple(SpanEdit(edit.place.span, edit.text) for edit in fix.edits)
    return SpanFix(fix.safe, edits)
