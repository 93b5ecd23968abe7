"""Knows how findings are told in SARIF: results with their places, marks, fixes and suppressions."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from projektkort.finding import Elsewhere, Finding, Result, Severity, SpanFix, Waiver
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.fingerprint import fingerprints
from projektkort.output.phrases import told
from projektkort.output.record import Json
from projektkort.output.saying import advice, left_out
from projektkort.output.typeset import escape
from projektkort.span import Span, Where

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}
MARK = "projektkort/v1"
"""The name of our fingerprints; another recipe needs another number."""


def results(result: Result, catalogue: Catalogue, options: Options) -> Iterator[Json]:
    """A result for each finding, those set aside too."""
    language = options.language_for(result)
    for finding, mark in zip(result.findings, fingerprints(result), strict=True):
        yield {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": _message(advice(finding, catalogue, language)),
            "locations": [_location(result.path, finding.span, finding.where, language)],
            "partialFingerprints": {MARK: mark},
        } | _further(result.path, finding, catalogue, options, language)


def notification(path: str, key: str, language: str) -> Json:
    """That a file was left out, and why."""
    place = {"physicalLocation": {"artifactLocation": _artifact(path)}}
    return {"level": "note", "message": _message(left_out(key, language)), "locations": [place]}


def _further(path: str, finding: Finding, catalogue: Catalogue, options: Options, language: str) -> Json:
    """What not every finding has."""
    places = (*(Elsewhere(path, span) for span in finding.related), *finding.elsewhere)
    # The text that was taken out of a Word document has no lines to show, and is no place to put anything into.
    related = [
        {"id": number + 1, "physicalLocation": _physical(place.path, place.span)}
        | _named(catalogue.related(finding, number, language))
        for number, place in enumerate(places)
        if finding.where is None or place.path != path
    ]
    fix = options.fix_for(finding) if finding.where is None else None
    title = catalogue.fix(finding, language) if fix else ""
    return (
        ({"relatedLocations": related} if related else {})
        | ({"fixes": [_fix(path, fix, title)]} if fix and fix.edits else {})
        | ({"suppressions": [_suppression(finding.waived)]} if finding.waived else {})
    )


def _location(path: str, span: Span, where: Where | None, language: str) -> Json:
    """Lines and columns; of a Word document its paragraph or cell instead."""
    if where is None:
        return {"physicalLocation": _physical(path, span)}
    name = {"fullyQualifiedName": told(where, language)}
    return {"physicalLocation": {"artifactLocation": _artifact(path)}, "logicalLocations": [name]}


def _physical(path: str, span: Span) -> Json:
    return {"artifactLocation": _artifact(path), "region": _region(span)}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(path: str) -> Json:
    return {"uri": quote(path.encode("utf-8", "replace"))}


def _named(text: str) -> Json:
    return {"message": _message(escape(text.strip()))} if text.strip() else {}


def _message(text: str) -> Json:
    """Braces are doubled: single ones would hold the number of an argument."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _fix(path: str, fix: SpanFix, title: str) -> Json:
    replacements = [{"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    return {
        "description": _message(escape(title)),
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _suppression(waiver: Waiver) -> Json:
    return {"kind": "inSource" if waiver.span else "external", "justification": waiver.reason}
