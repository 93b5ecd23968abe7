"""Knows how the findings of a result become a short text and are read back; its fields of one word `head` knows.

The cache keeps these texts. They are JSON and nothing else: what reads a foreign file must not run it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from projektkort.finding import Excerpt, Finding, Note, Result, Severity, SpanEdit, SpanFix, Value, Waiver
from projektkort.money import Money
from projektkort.span import Place, Span, Where

Json = list[Any]
CLEAN = ""
"""The text of no findings."""


def packed(result: Result) -> str:
    """The findings of a result."""
    if not (result.findings or result.crash):
        return CLEAN
    whole = [[_finding(each) for each in result.findings], result.crash]
    from json import dumps  # noqa: PLC0415 - not for what is in order

    return dumps(whole, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> dict[str, Any]:
    """The fields of a result that `packed` kept. Raises ValueError, TypeError, KeyError or IndexError for another's."""
    if text == CLEAN:
        return {}
    from json import loads  # noqa: PLC0415 - as above

    findings, crash = loads(text)
    return {"findings": tuple(map(_found, findings)), "crash": crash}


def _finding(finding: Finding) -> Json:
    return [
        finding.rule,
        str(finding.severity),
        _span(finding.span),
        finding.variant,
        _values(finding.values),
        [_span(span) for span in finding.related],
        [[excerpt.number, excerpt.text, excerpt.offset] for excerpt in finding.excerpts],
        _fix(finding.fix) if finding.fix else None,
        _waiver(finding.waived) if finding.waived else None,
        _where(finding.where) if finding.where else None,
    ]


def _found(kept: Json) -> Finding:
    rule, severity, span, variant, values, related, excerpts, fix, waived, where = kept
    return Finding(
        rule,
        Severity(severity),
        Span(*span),
        variant,
        _read_values(values),
        tuple(Span(*each) for each in related),
        tuple(Excerpt(*each) for each in excerpts),
        SpanFix(fix[0], tuple(SpanEdit(Span(*each), text) for each, text in fix[1])) if fix else None,
        Waiver(waived[0], waived[1], Span(*waived[2]) if waived[2] else None) if waived else None,
        Where(*where) if where else None,
    )


def _span(span: Span) -> Json:
    return [span.line, span.column, span.end_line, span.end_column]


def _fix(fix: SpanFix) -> Json:
    return [fix.safe, [[_span(edit.span), edit.text] for edit in fix.edits]]


def _waiver(waiver: Waiver) -> Json:
    return [waiver.reason, waiver.until, _span(waiver.span) if waiver.span else None]


def _where(where: Where) -> Json:
    return [where.paragraph, where.table, where.row, where.column]


def _values(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Value) -> Any:
    """Words and numbers as they are, tuples as lists, all else as an object with one key that says what it is."""
    match value:
        case Money():
            return {"money": [str(value.amount), value.currency]}
        case Decimal():
            return {"decimal": str(value)}
        case Span():
            return {"span": _span(value)}
        case Place():
            return {"span": _span(value.span)}
        case Note():
            return {"note": [value.key, _values(value.values)]}
        case tuple():
            return [_value(each) for each in value]
        case _:
            return value


def _read_values(kept: dict[str, Any]) -> dict[str, Value]:
    return {name: _read(value) for name, value in kept.items()}


def _read(kept: Any) -> Any:
    match kept:
        case {"money": [amount, currency]}:
            return Money(Decimal(amount), currency)
        case {"decimal": number}:
            return Decimal(number)
        case {"span": span}:
            return Span(*span)
        case {"note": [key, values]}:
            return Note(key, _read_values(values))
        case list():
            return tuple(map(_read, kept))
        case _:
            return kept
