"""Knows the format `rdjson`: the diagnostics that reviewdog reads."""

from __future__ import annotations

from projektkort.finding import Finding, Result
from projektkort.identity import BULLET
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.record import Json, dumped
from projektkort.output.saying import advice
from projektkort.span import Span

CUT = "…"


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """A diagnostic for each finding; one that a single edit would mend suggests it.

    What is set aside is no more than information, which says why.
    """
    language = options.language_for(result)
    records = [
        {
            "message": advice(finding, catalogue, language),
            "location": _location(result.path, finding),
            "severity": finding.severity.upper() if finding.waived is None else "INFO",
            "code": {"value": finding.rule},
        }
        | _suggestions(finding, options)
        for finding in result.findings
    ]
    return ",\n".join(map(dumped, records))


def frame(catalogue: Catalogue, options: Options) -> Row:
    opening = '{"source": {"name": "projektkort"}, "diagnostics": ['
    return Row(opening=opening, before="\n", between=",\n", closing="\n]}\n")


def _location(path: str, finding: Finding) -> Json:
    if finding.where is not None:
        return {"path": path}
    lines = {"start": {"line": finding.span.line}, "end": {"line": finding.span.end_line}}
    return {"path": path, "range": _range(finding.span, finding) or lines}


def _suggestions(finding: Finding, options: Options) -> Json:
    """An edit whose columns are not known would overwrite something else."""
    fix = options.fix_for(finding) if finding.waived is None else None
    edits = fix.edits if fix is not None and finding.where is None else ()
    range_ = _range(edits[0].span, finding) if len(edits) == 1 else None
    return {"suggestions": [{"range": range_, "text": edits[0].text}]} if range_ else {}


def _range(span: Span, finding: Finding) -> Json | None:
    """The span with columns in bytes, as reviewdog counts them; None where the text before one is not at hand."""
    start = _bytes(span.line, span.column, finding)
    end = _bytes(span.end_line, span.end_column, finding)
    if start is None or end is None:
        return None
    return {"start": {"line": span.line, "column": start}, "end": {"line": span.end_line, "column": end}}


def _bytes(line: int, column: int, finding: Finding) -> int | None:
    if column == 1:
        return 1
    excerpt = next((excerpt for excerpt in finding.excerpts if excerpt.number == line), None)
    if excerpt is None or excerpt.offset:
        return None
    before = excerpt.text[: column - 1]
    # A digit was one byte before it was masked, and what is cut off is not known.
    if BULLET in before or before.endswith(CUT) or len(before) < column - 1:
        return None
    return len(before.encode("utf-8", "surrogatepass")) + 1
