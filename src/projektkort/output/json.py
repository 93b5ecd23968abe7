"""Knows the format `json`: the contract that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from projektkort import __version__
from projektkort.finding import Finding, Note, Result, Severity, SpanFix, Value, Waiver
from projektkort.money import Money
from projektkort.output.catalogue import Catalogue, Options
from projektkort.span import Place, Span, Where

Json = dict[str, Any]


def write(results: Sequence[Result], catalogue: Catalogue, options: Options) -> str:
    """The results as one JSON object; every key is always there, null where there is nothing to say."""
    checked = [result for result in results if result.skipped is None]
    skipped = [{"path": result.path, "reason": result.skipped} for result in results if result.skipped is not None]
    whole = {
        "version": 1,
        "tool": {"name": "projektkort", "version": __version__},
        "as_of": options.as_of.isoformat() if options.as_of else None,
        "files": [_file(result, catalogue, options.language_for(result)) for result in checked],
        "skipped": skipped,
        "summary": {
            "files": len(checked),
            "skipped": len(skipped),
            "errors": sum(result.count(Severity.ERROR) for result in checked),
            "warnings": sum(result.count(Severity.WARNING) for result in checked),
            "infos": sum(result.count(Severity.INFO) for result in checked),
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _file(result: Result, catalogue: Catalogue, language: str) -> Json:
    return {
        "path": result.path,
        "schema": result.schema,
        "schema_by": result.schema_by,
        "language": result.language,
        "sha256": result.sha256,
        "findings": [_finding(result.path, finding, catalogue, language) for finding in result.findings],
    }


def _finding(path: str, finding: Finding, catalogue: Catalogue, language: str) -> Json:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": catalogue.message(finding, language).strip(),
        "help": catalogue.help(finding, language).strip() or None,
        "values": _values(finding.values),
        "span": _span(finding.span),
        "where": _where(finding.where) if finding.where else None,
        "related": [
            {"message": catalogue.related(finding, index, language).strip(), "path": path, "span": _span(span)}
            for index, span in enumerate(finding.related)
        ],
        "fix": _fix(finding.fix) if finding.fix else None,
        "waived": _waiver(finding.waived) if finding.waived else None,
    }


def _span(span: Span) -> Json:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _where(where: Where) -> Json:
    if where.table:
        return {"table": where.table, "row": where.row, "column": where.column}
    return {"paragraph": where.paragraph}


def _fix(fix: SpanFix) -> Json:
    edits = [{"span": _span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _waiver(waiver: Waiver) -> Json:
    span = _span(waiver.span) if waiver.span else None
    return {"reason": waiver.reason, "until": waiver.until, "span": span}


def _values(values: Mapping[str, Value]) -> Json:
    return {key: _value(value) for key, value in values.items()}


def _value(value: Value) -> Any:
    """Numbers and amounts as strings of plain decimals, places as spans, the rest as it is."""
    match value:
        case Money():
            return plain(value.amount)
        case int() | Decimal():
            return plain(Decimal(value))
        case Span():
            return _span(value)
        case Place():
            return _span(value.span)
        case Note():
            return {"key": value.key, "values": _values(value.values)}
        case tuple():
            return [_value(each) for each in value]
        case _:
            return value


def plain(number: Decimal) -> str:
    """A number without exponent, group marks and idle zeros: 12500.5."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
