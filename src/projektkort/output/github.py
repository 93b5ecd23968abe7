"""Knows the format `github`: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from projektkort.finding import Finding, Result, Severity
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.saying import advice
from projektkort.output.typeset import escape

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# Properties end at a comma and at two colons.
MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """A command for each finding; what is set aside is no more than a notice that says why."""
    language = options.language_for(result)
    lines = []
    for finding in result.findings:
        where = _where(result.path, finding) | {"title": escape(catalogue.title(finding.rule, language))}
        properties = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in where.items())
        message = advice(finding, catalogue, language).translate(MESSAGE)
        severity = finding.severity if finding.waived is None else Severity.INFO
        lines.append(f"::{COMMANDS[severity]} {properties}::{message}\n")
    return "".join(lines)


def _where(path: str, finding: Finding) -> dict[str, str]:
    """The place; in a Word document there are no lines to show it at, and columns only within one line."""
    where = {"file": escape(path)}
    span = finding.span
    if finding.where is not None:
        return where
    where |= {"line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        where |= {"col": str(span.column), "endColumn": str(span.end_column)}
    return where


def frame(catalogue: Catalogue, options: Options) -> Row:
    return Row()
