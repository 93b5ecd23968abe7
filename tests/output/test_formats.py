"""The formats that programs read, and the table of formats."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from samples import BALANCED, UNBALANCED, WEEK, Words

from projektkort import __version__
from projektkort.finding import Excerpt, Finding, Note, Result, Severity, SpanEdit, SpanFix, Waiver
from projektkort.frozen import replace
from projektkort.output import FORMATS, Options, UnknownFormat, load
from projektkort.output.json import plain
from projektkort.span import Lines, Place, Span


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_the_table_writes(name: str) -> None:
    assert "budget-balances" in load(name).write([replace(BALANCED, findings=(UNBALANCED,))], Words(), Options())


def test_an_unknown_format_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownFormat) as caught:
        load("Jason")
    assert caught.value.name == "Jason"


def test_concise_is_one_line_for_each_finding() -> None:
    waived = replace(WEEK, waived=Waiver("aftalt", None, None))
    odd = Finding("odd", Severity.INFO, Span(1, 2, 1, 3), excerpts=(Excerpt(1, "x"),))
    results = (replace(BALANCED, path="a\tb.md", findings=(odd, waived, UNBALANCED)), Result("x.pdf", skipped="pdf"))
    assert load("concise").write(results, Words(), Options(language="en")) == (
        "a\\tb.md:1:2: info[odd] odd en\na\\tb.md:30:10: error[budget-balances] Budget and financing differ.\n"
    )
    assert load("concise").write([BALANCED], Words(), Options()) == ""


def test_json_keeps_its_contract() -> None:
    results = [replace(BALANCED, path="dårlig.yaml", findings=(UNBALANCED,)), Result("b.docx", skipped="word")]
    text = load("json").write(results, Words(), Options(as_of=dt.date(2026, 11, 21)))
    assert "dårlig.yaml" in text
    assert json.loads(text) == {
        "version": 1,
        "tool": {"name": "projektkort", "version": __version__},
        "as_of": "2026-11-21",
        "files": [
            {
                "path": "dårlig.yaml",
                "schema": "lokaludvalg",
                "schema_by": "match",
                "language": "da",
                "sha256": "00",
                "findings": [
                    {
                        "rule": "budget-balances",
                        "severity": "error",
                        "message": Words().message(UNBALANCED, "da"),
                        "help": Words().help(UNBALANCED, "da"),
                        "values": {"costs": "21500", "financing": "20500.5", "difference": "1000"},
                        "span": {"line": 30, "column": 10, "end_line": 30, "end_column": 16},
                        "where": None,
                        "related": [
                            {
                                "message": "udgifterne",
                                "path": "dårlig.yaml",
                                "span": {"line": 26, "column": 10, "end_line": 26, "end_column": 16},
                            }
                        ],
                        "fix": None,
                        "waived": None,
                    }
                ],
            }
        ],
        "skipped": [{"path": "b.docx", "reason": "word"}],
        "summary": {"files": 1, "skipped": 1, "errors": 1, "warnings": 0, "infos": 0},
    }


def test_json_of_nothing_has_all_keys() -> None:
    assert json.loads(load("json").write([], Words(), Options())) == {
        "version": 1,
        "tool": {"name": "projektkort", "version": __version__},
        "as_of": None,
        "files": [],
        "skipped": [],
        "summary": {"files": 0, "skipped": 0, "errors": 0, "warnings": 0, "infos": 0},
    }


def test_json_writes_fixes_waivers_and_every_kind_of_value() -> None:
    span = Span(1, 2, 1, 4)
    at = {"line": 1, "column": 2, "end_line": 1, "end_column": 4}
    finding = Finding(
        rule="odd",
        severity=Severity.WARNING,
        span=span,
        values={
            "count": 3,
            "place": Place(Lines("abcd"), 1, 3),
            "span": span,
            "hint": Note("line", {"label": "Telte", "amount": Decimal("-0.50")}),
            "lines": ("a", 2, None),
            "nothing": None,
        },
        fix=SpanFix("Ret", True, (SpanEdit(span, "ny"),)),
        waived=Waiver("aftalt", "2027-01-01", span),
    )
    result = replace(BALANCED, findings=(finding, replace(finding, waived=Waiver("aftalt", None, None))))
    whole = json.loads(load("json").write([result], Words(), Options()))
    first, second = whole["files"][0]["findings"]
    assert first["values"] == {
        "count": "3",
        "place": at,
        "span": at,
        "hint": {"key": "line", "values": {"label": "Telte", "amount": "-0.5"}},
        "lines": ["a", "2", None],
        "nothing": None,
    }
    assert first["help"] is None
    assert first["fix"] == {"title": "Ret", "safe": True, "edits": [{"span": at, "text": "ny"}]}
    assert first["waived"] == {"reason": "aftalt", "until": "2027-01-01", "span": at}
    assert second["waived"] == {"reason": "aftalt", "until": None, "span": None}
    assert whole["summary"]["warnings"] == 0


@pytest.mark.parametrize(
    ("number", "written"),
    [("25000", "25000"), ("12500.50", "12500.5"), ("1E+6", "1000000"), ("0.00", "0"), ("-3.10", "-3.1"), ("0", "0")],
)
def test_plain_numbers(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written
