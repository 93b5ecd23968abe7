"""Knows how results are told as JSON, to be read by programs; how the objects follow one another, the formats know."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from projektkort import __version__
from projektkort.finding import Elsewhere, Finding, Note, Result, Severity, SpanFix, Value, Waiver
from projektkort.money import Money
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.tally import Tally
from projektkort.span import Place, Span, Where

Json = dict[str, Any]

TOOL = {"name": "projektkort", "version": __version__}
# What JSON lets stand and some readers take for the end of a line; and halves of characters, from bad file names.
ODD = re.compile("[\x80-\x9f\u2028\u2029\ud800-\udfff]")
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def dumped(value: Json, indent: int | None = None) -> str:
    """The value as JSON: without `indent` on one line, whoever splits it, and fit to be encoded."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() else ODD.sub(_plainer, text)


def _plainer(match: re.Match[str]) -> str:
    code = ord(match[0])
    return REPLACEMENT if code >= 0xD800 else f"\\u{code:04x}"


def file_record(result: Result, catalogue: Catalogue, options: Options) -> Json:
    """A file that was checked, with all its findings, those that were set aside too."""
    return {
        "path": result.path,
        "schema": result.schema,
        "schema_by": result.schema_by,
        "language": result.language,
        "sha256": result.sha256,
        "findings": finding_records(result, catalogue, options),
    }


def skipped_record(path: str, reason: str) -> Json:
    """A file that was not checked, and why."""
    return {"path": path, "reason": reason}


def finding_records(result: Result, catalogue: Catalogue, options: Options) -> list[Json]:
    """The findings of a result; of a result across files each one tells its path."""
    language = options.language_for(result)
    own: Json = {"path": result.path} if result.across else {}
    return [own | _finding(result.path, finding, catalogue, options, language) for finding in result.findings]


def summary_record(tally: Tally, options: Options) -> Json:
    """The sums of a run, with counts by rule where they were asked for."""
    summary = {
        "files": tally.checked,
        "skipped": sum(tally.skipped.values()),
        "errors": tally.counts[Severity.ERROR],
        "warnings": tally.counts[Severity.WARNING],
        "infos": tally.counts[Severity.INFO],
        "waived": tally.waived,
        "interrupted": tally.interrupted,
    }
    return summary | ({"rules": dict(tally.by_rule())} if options.statistics else {})


def _finding(path: str, finding: Finding, catalogue: Catalogue, options: Options, language: str) -> Json:
    fix = options.fix_for(finding)
    places = (*(Elsewhere(path, span) for span in finding.related), *finding.elsewhere)
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": catalogue.message(finding, language).strip(),
        "help": catalogue.help(finding, language).strip() or None,
        "values": _values(finding.values if options.excerpts else _wordless(finding.values)),
        "span": _span(finding.span),
        "where": _where(finding.where) if finding.where else None,
        "related": [
            {
                "message": catalogue.related(finding, index, language).strip(),
                "path": place.path,
                "span": _span(place.span),
            }
            for index, place in enumerate(places)
        ],
        "fix": _fix(fix, catalogue.fix(finding, language)) if fix else None,
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


def _fix(fix: SpanFix, title: str) -> Json:
    edits = [{"span": _span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": title, "safe": fix.safe, "edits": edits}


def _waiver(waiver: Waiver) -> Json:
    span = _span(waiver.span) if waiver.span else None
    return {"reason": waiver.reason, "until": waiver.until, "span": span}


def _wordless(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: _without_words(value) for key, value in values.items()}


def _without_words(value: Value) -> Value:
    """The value where no text of the document may be shown: any word may be such text, a day by its numbers is not."""
    match value:
        case str():
            return value if ISO_DAY.fullmatch(value) else None
        case Note():
            return Note(value.key, _wordless(value.values))
        case tuple():
            return tuple(map(_without_words, value))
        case _:
            return value


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
