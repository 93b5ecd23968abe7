"""The JSON that other programs rely on, and its JSON Schema."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from readers import our_schema
from samples import ACROSS, BALANCED, FOLDER, MENDED, UNBALANCED, WORDY, Words

from projektkort import __version__
from projektkort.finding import Finding, Note, Result, Severity, SpanEdit, SpanFix, Waiver
from projektkort.frozen import replace
from projektkort.money import Money
from projektkort.output import Options, Tally, outcome_of, write
from projektkort.output import json as form
from projektkort.output.record import plain
from projektkort.span import Lines, Place, Span, Where

DAY = dt.date(2026, 11, 21)
TOOL = {"name": "projektkort", "version": __version__}


def test_json_keeps_its_contract() -> None:
    results = [replace(BALANCED, path="dårlig.yaml", findings=(UNBALANCED,)), Result("b.docx", skipped="word")]
    text = write("json", results, Words(), Options(as_of=DAY))
    assert "dårlig.yaml" in text
    whole = json.loads(text)
    assert list(whole) == ["version", "tool", "as_of", "files", "skipped", "across", "summary"]
    assert whole == {
        "version": 1,
        "tool": TOOL,
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
        "across": [],
        "summary": {
            "files": 1,
            "skipped": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "waived": 0,
            "interrupted": False,
        },
    }


def test_json_is_indented_throughout() -> None:
    results = (*FOLDER, *FOLDER)
    text = write("json", results, Words(), Options(as_of=DAY))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_json_of_nothing_has_all_keys() -> None:
    assert json.loads(write("json", [], Words(), Options())) == {
        "version": 1,
        "tool": TOOL,
        "as_of": None,
        "files": [],
        "skipped": [],
        "across": [],
        "summary": {
            "files": 0,
            "skipped": 0,
            "errors": 0,
            "warnings": 0,
            "infos": 0,
            "waived": 0,
            "interrupted": False,
        },
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
        fix=SpanFix(True, (SpanEdit(span, "ny"),)),
        waived=Waiver("aftalt", "2027-01-01", span),
    )
    result = replace(BALANCED, findings=(finding, replace(finding, waived=Waiver("aftalt", None, None))))
    text = write("json", [result], Words(), Options())
    whole = json.loads(text)
    our_schema().validate(whole)
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
    assert first["fix"] == {"title": "Skriv året", "safe": True, "edits": [{"span": at, "text": "ny"}]}
    assert first["waived"] == {"reason": "aftalt", "until": "2027-01-01", "span": at}
    assert second["waived"] == {"reason": "aftalt", "until": None, "span": None}
    assert whole["summary"]["warnings"] == 0


def test_without_excerpts_keys_numbers_and_places_stay_and_texts_are_null() -> None:
    span = Span(1, 2, 1, 4)
    at = {"line": 1, "column": 2, "end_line": 1, "end_column": 4}
    finding = replace(
        MENDED,
        values={
            "text": "Telte",
            "day": "2027-03-01",
            "days": "2027-03-01 i Telte",
            "count": 3,
            "amount": Money(Decimal("20500.50"), "DKK"),
            "span": span,
            "hint": Note("line", {"label": "Telte", "amount": Decimal("-0.50")}),
            "lines": ("a", 2, ("b", span)),
            "nothing": None,
        },
    )
    results = [replace(BALANCED, findings=(finding,))]
    shown, quiet = (json.loads(write("json", results, Words(), Options(excerpts=told))) for told in (True, False))
    our_schema().validate(quiet)
    (full,), (bare,) = (whole["files"][0]["findings"] for whole in (shown, quiet))
    assert list(bare) == list(full)
    assert full["fix"] is not None and bare["fix"] is None
    assert bare["values"] == {
        "text": None,
        "day": "2027-03-01",
        "days": None,
        "count": "3",
        "amount": "20500.5",
        "span": at,
        "hint": {"key": "line", "values": {"label": None, "amount": "-0.5"}},
        "lines": [None, "2", [None, at]],
        "nothing": None,
    }
    assert {key for key in full if full[key] != bare[key]} == {"values", "fix"}


def test_a_place_in_a_word_document_is_a_cell_or_a_paragraph() -> None:
    findings = (WORDY, replace(WORDY, where=Where(paragraph=4)))
    whole = json.loads(write("json", [replace(BALANCED, findings=findings)], Words(), Options()))
    our_schema().validate(whole)
    assert [finding["where"] for finding in whole["files"][0]["findings"]] == [
        {"table": 2, "row": 5, "column": "B"},
        {"paragraph": 4},
    ]


def test_a_finding_across_files_names_its_file_and_the_other_one() -> None:
    whole = json.loads(write("json", [BALANCED, ACROSS], Words(), Options()))
    (across,) = whole["across"]
    assert list(across)[:2] == ["path", "rule"]
    assert across["path"] == "en.md"
    assert across["related"] == [
        {
            "message": "udgifterne",
            "path": "b/anden.md",
            "span": {"line": 7, "column": 1, "end_line": 7, "end_column": 4},
        }
    ]
    assert [file["path"] for file in whole["files"]] == ["god.yaml"]
    assert whole["summary"]["files"] == 1 and whole["summary"]["infos"] == 1


def test_statistics_are_counts_by_rule() -> None:
    summary = json.loads(write("json", FOLDER, Words(), Options(statistics=True)))["summary"]
    assert list(summary["rules"].items()) == [
        ("budget-balances", 2),
        ("week-without-year", 2),
        ("odd", 1),
        ("text-twice", 1),
    ]


def test_a_run_that_was_stopped_says_so() -> None:
    tally = Tally([outcome_of(BALANCED)])
    tally.interrupted = True
    frame = form.frame(Words(), Options())
    whole = json.loads("".join([frame.opening(), *frame.closing(tally)]))
    assert whole["summary"]["interrupted"] is True


def test_jsonl_has_one_object_a_line_and_the_summary_last() -> None:
    text = write("jsonl", FOLDER, Words(), Options(as_of=DAY))
    lines = [json.loads(line) for line in text.splitlines()]
    kinds = ["file", "file", "skipped", "file", "file", "file", "across", "summary"]
    assert [line.pop("type") for line in lines] == kinds
    whole = json.loads(write("json", FOLDER, Words(), Options(as_of=DAY)))
    assert [line for line, kind in zip(lines, kinds, strict=True) if kind == "file"] == whole["files"]
    assert [lines[2]] == whole["skipped"]
    assert [lines[6]] == whole["across"]
    assert lines[7] == {"version": 1, "tool": TOOL, "as_of": "2026-11-21"} | whole["summary"]


def test_what_splits_lines_elsewhere_and_what_cannot_be_encoded_leaves_as_an_escape() -> None:
    (line, _) = write("jsonl", [Result("a\u2028b\x85\udc80.md")], Words(), Options()).splitlines()
    assert r'"path": "a\u2028b\u0085' in line
    assert json.loads(line)["path"] == "a\u2028b\x85\N{REPLACEMENT CHARACTER}.md"


def test_the_json_schema_names_every_key_and_no_other() -> None:
    """Who adds a key to the output adds it to schemas/json/result.json."""
    whole = json.loads(write("json", FOLDER, Words(), Options(statistics=True)))
    across, finding = whole["across"][0], whole["files"][3]["findings"][1]
    records = {
        "": whole,
        "file": whole["files"][0],
        "finding": finding,
        "related": across["related"][0],
        "span": finding["span"],
        "fix": finding["fix"],
        "edit": finding["fix"]["edits"][0],
        "waiver": finding["waived"],
        "skipped": whole["skipped"][0],
        "summary": whole["summary"],
        "tool": whole["tool"],
    }
    schema = our_schema().schema
    assert isinstance(schema, dict)
    for name, record in records.items():
        definition = schema["$defs"][name] if name else schema
        assert list(definition["properties"]) == list(record), name
        assert set(record) - {"rules"} <= set(definition["required"]), name


@pytest.mark.parametrize(
    ("number", "written"),
    [("25000", "25000"), ("12500.50", "12500.5"), ("1E+6", "1000000"), ("0.00", "0"), ("-3.10", "-3.1"), ("0", "0")],
)
def test_plain_numbers(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written
