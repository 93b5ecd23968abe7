"""Knows the format `csv`: a table for people, one finding a row, as their spreadsheet opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.phrases import say
from projektkort.output.saying import level, message, set_aside
from projektkort.output.typeset import escape

HEADS = ("file", "line", "column", "severity", "rule", "title", "message", "remedy", "kind", "schema")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What begins a formula, in some spreadsheets also as full-width signs; an apostrophe before it makes it text."""


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """A row for each finding."""
    language, own = options.language_for(result), options.language or "en"
    rows = (
        (
            result.path,
            finding.span.line,
            finding.span.column,
            say(f"severity-{level(finding)}", own),  # as the heads: one word for one thing, to filter by
            finding.rule,
            catalogue.title(finding.rule, language),
            message(finding, catalogue, language),
            set_aside(finding.waived, language) if finding.waived else catalogue.help(finding, language).strip(),
            say(f"kind-{result.kind}", own) if result.kind else "",
            result.schema or "",
        )
        for finding in result.findings
    )
    return _written(rows, options)


def frame(catalogue: Catalogue, options: Options) -> Row:
    heads = _written([tuple(say(f"head-{head}", options.language or "en") for head in HEADS)], options)
    return Row(opening=(BYTE_ORDER_MARK if _nordic(options) else "") + heads)


def _written(rows: Iterable[Iterable[str | int]], options: Options) -> str:
    """The rows; where the comma stands in figures, spreadsheets expect a semicolon between cells."""
    text = io.StringIO()
    csv.writer(text, delimiter=";" if _nordic(options) else ",").writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _nordic(options: Options) -> bool:
    return options.language in {"da", "sv", "nb"}


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = escape(value)
    return f"'{text}" if text.startswith(FORMULA) else text
