"""Knows the format `gitlab`: a code quality report, which GitLab shows in a merge request."""

from __future__ import annotations

from projektkort.finding import Result, Severity
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.fingerprint import fingerprints
from projektkort.output.frames import Row
from projektkort.output.record import dumped
from projektkort.output.saying import advice

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """An element for each finding; message and remedy are its description, for there is no other place for them.

    What is set aside is no more than information, which says why, and has the fingerprint that it had before.
    """
    language = options.language_for(result)
    records = [
        {
            "description": advice(finding, catalogue, language),
            "check_name": finding.rule,
            "fingerprint": mark,
            "severity": LEVELS[finding.severity if finding.waived is None else Severity.INFO],
            "location": {"path": result.path, "lines": {"begin": finding.span.line}},
        }
        for finding, mark in zip(result.findings, fingerprints(result), strict=True)
    ]
    return ",\n".join(map(dumped, records))


def frame(catalogue: Catalogue, options: Options) -> Row:
    return Row(opening="[", before="\n", between=",\n", closing="\n]\n")
