"""The formats of test runners, review services and spreadsheets, written out."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from readers import read_checkstyle, read_junit
from samples import ACROSS, BALANCED, BROKEN, MENDED, SKIPPED, UNBALANCED, WAIVED, WEEK, WORDY, Words

from projektkort import __version__
from projektkort.finding import Excerpt, Result, SpanEdit, SpanFix
from projektkort.frozen import replace
from projektkort.output import Options, Tally, load, outcome_of, write
from projektkort.span import Span, Where

ADVICE = "Budget and financing differ.\nDo this: Write where the money comes from."


def told(name: str, *results: Result, language: str | None = "en") -> str:
    return write(name, results, Words(), Options(language=language))


def test_concise_is_one_line_for_each_finding() -> None:
    odd = replace(WORDY, rule="odd", where=None)
    results = (replace(BALANCED, path="a\tb.md", findings=(odd, WAIVED, UNBALANCED)), SKIPPED)
    assert told("concise", *results) == (
        "a\\tb.md:3:1: warning[odd] odd en\n"
        "a\\tb.md:4:1: waived[week-without-year] week-without-year en Set aside until 1 January 2027: aftalt\n"
        "a\\tb.md:30:10: error[budget-balances] Budget and financing differ.\n"
    )
    assert told("concise", BALANCED) == ""


def test_concise_names_the_cell_of_a_word_document() -> None:
    assert told("concise", replace(BALANCED, path="c.docx", findings=(WORDY,))) == (
        "c.docx:3:1: warning[odd] table 2, row 5, column B: odd en\n"
    )


def test_concise_names_the_paragraph_outside_tables() -> None:
    finding = replace(WORDY, where=Where(paragraph=4))
    assert told("concise", replace(BALANCED, findings=(finding,))) == "god.yaml:3:1: warning[odd] paragraph 4: odd en\n"


def test_in_junit_every_file_is_a_test() -> None:
    broken = replace(BROKEN, findings=(WEEK, UNBALANCED, replace(UNBALANCED, span=Span(40, 1, 40, 2)), WAIVED))
    crashed = replace(BALANCED, path="e.yaml", findings=(UNBALANCED,), crash="budget-balances")
    assert (
        told("junit", broken, BALANCED, SKIPPED, crashed)
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" errors="1">
  <testsuite name="projektkort" tests="4" failures="1" errors="1" skipped="1">
    <testcase name="b/dårlig.md" classname="projektkort">
      <failure message="2 errors, 1 warning" type="budget-balances">b/dårlig.md:30:10: budget-balances
Budget and financing differ.
Do this: Write where the money comes from.

b/dårlig.md:40:1: budget-balances
Budget and financing differ.
Do this: Write where the money comes from.</failure>
      <system-out>b/dårlig.md:4:1: week-without-year
week-without-year en

b/dårlig.md:4:1: week-without-year
week-without-year en
Set aside until 1 January 2027: aftalt</system-out>
    </testcase>
    <testcase name="god.yaml" classname="projektkort"/>
    <testcase name="notat.doc" classname="projektkort">
      <skipped message="not checked: text document of another format (save it as .docx)"/>
    </testcase>
    <testcase name="e.yaml" classname="projektkort">
      <error message="1 error" type="budget-balances">e.yaml:30:10: budget-balances
Budget and financing differ.
Do this: Write where the money comes from.</error>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_junit_says_that_a_run_was_stopped() -> None:
    tally = Tally([outcome_of(BALANCED)])
    tally.interrupted = True
    form = load("junit")
    frame = form.frame(Words(), Options())
    piece = form.piece(BALANCED, Words(), Options())
    text = frame.opening() + frame.add(outcome_of(BALANCED), piece) + "".join(frame.closing(tally))
    assert read_junit(text) == []
    assert (
        ElementTree.fromstring(text.encode()).findtext("testsuite/system-err")
        == "Kørslen blev stoppet; dette er, hvad der er nået."
    )


def test_markup_and_control_characters_are_text_in_xml() -> None:
    path = 'a"<b>&]]>\x00\n\x1b.md'
    cases = ElementTree.fromstring(told("junit", replace(BALANCED, path=path)).encode())
    assert cases[0][0].attrib["name"] == 'a"<b>&]]>\\x00\n\\x1b.md'
    (file,) = ElementTree.fromstring(told("checkstyle", replace(BROKEN, path=path)).encode())
    assert file.attrib["name"] == 'a"<b>&]]>\\x00\n\\x1b.md'


def test_checkstyle_has_an_element_for_each_file_with_findings() -> None:
    text = told("checkstyle", BALANCED, replace(BROKEN, findings=(UNBALANCED, WAIVED)), SKIPPED)
    assert (
        text
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="{__version__}">
  <file name="b/dårlig.md">
    <error line="30" column="10" severity="error" message="{ADVICE.replace(chr(10), "&#10;")}" source="projektkort.budget-balances"/>
    <error line="4" column="1" severity="ignore" message="week-without-year en&#10;Set aside until 1 January 2027: aftalt" source="projektkort.week-without-year"/>
  </file>
</checkstyle>
"""  # noqa: E501 - a line as it is written
    )
    assert read_checkstyle(text) == ["budget-balances"]


def test_gitlab_has_message_and_remedy_as_description_and_unique_marks() -> None:
    elements = json.loads(told("gitlab", replace(BROKEN, findings=(UNBALANCED, UNBALANCED, WEEK, WAIVED)), ACROSS))
    marks = [element.pop("fingerprint") for element in elements]
    assert len(set(marks)) == 5
    assert elements[0] == {
        "description": ADVICE,
        "check_name": "budget-balances",
        "severity": "major",
        "location": {"path": "b/dårlig.md", "lines": {"begin": 30}},
    }
    assert [element["severity"] for element in elements] == ["major", "major", "minor", "info", "info"]
    assert elements[3]["description"].endswith("\nSet aside until 1 January 2027: aftalt")


def test_rdjson_counts_columns_in_bytes() -> None:
    excerpt = Excerpt(30, "  »Å日𝄞« 20.500")
    finding = replace(UNBALANCED, span=Span(30, 3, 30, 8), excerpts=(excerpt,))
    (diagnostic,) = json.loads(told("rdjson", replace(BROKEN, findings=(finding,))))["diagnostics"]
    assert diagnostic == {
        "message": ADVICE,
        "location": {
            "path": "b/dårlig.md",
            "range": {"start": {"line": 30, "column": 3}, "end": {"line": 30, "column": 16}},
        },
        "severity": "ERROR",
        "code": {"value": "budget-balances"},
    }


def test_what_is_set_aside_is_information_in_rdjson_and_nothing_to_mend() -> None:
    (diagnostic,) = json.loads(told("rdjson", replace(BROKEN, findings=(WAIVED,))))["diagnostics"]
    assert (diagnostic["severity"], "suggestions" in diagnostic) == ("INFO", False)
    assert diagnostic["message"] == "week-without-year en\nSet aside until 1 January 2027: aftalt"


@pytest.mark.parametrize(
    "excerpts",
    [
        pytest.param((), id="no excerpt"),
        pytest.param((Excerpt(30, "beløb 20.500 kr. i alt", 7),), id="cut in front"),
        pytest.param((Excerpt(30, "beløb 20.…"),), id="cut behind"),
        pytest.param((Excerpt(30, "beløb"),), id="too short"),
        pytest.param((Excerpt(30, "••••••-••••: 20.500 kr. i alt"),), id="digits masked"),
    ],
)
def test_where_the_bytes_of_a_line_are_not_known_rdjson_has_lines_only(excerpts: tuple[Excerpt, ...]) -> None:
    fix = SpanFix(True, (SpanEdit(Span(30, 10, 30, 16), "20.501"),))
    finding = replace(UNBALANCED, span=Span(30, 10, 30, 16), excerpts=excerpts, fix=fix)
    (diagnostic,) = json.loads(told("rdjson", replace(BROKEN, findings=(finding,))))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 30}, "end": {"line": 30}}
    assert "suggestions" not in diagnostic


def test_rdjson_suggests_a_single_edit() -> None:
    at = {"line": 4, "column": 7}
    both = replace(MENDED, fix=SpanFix(True, (SpanEdit(Span(4, 1, 4, 1), "a"), SpanEdit(Span(4, 7, 4, 7), "b"))))
    one, two = json.loads(told("rdjson", replace(BROKEN, findings=(MENDED, both))))["diagnostics"]
    assert one["suggestions"] == [{"range": {"start": at, "end": at}, "text": " 2027"}]
    assert "suggestions" not in two


def test_rdjson_has_no_lines_in_a_word_document() -> None:
    finding = replace(WORDY, fix=MENDED.fix)
    (diagnostic,) = json.loads(told("rdjson", replace(BROKEN, path="c.docx", findings=(finding,))))["diagnostics"]
    assert diagnostic["location"] == {"path": "c.docx"}
    assert "suggestions" not in diagnostic


@pytest.mark.parametrize(
    ("language", "mark", "heads"),
    [
        ("da", ";", "Fil Linje Tegn Alvorlighed Regel Overskrift Bemærkning Gør sådan Dokumenttype Skema"),
        ("sv", ";", "Fil Rad Tecken Allvarlighet Regel Rubrik Anmärkning Gör så här Dokumenttyp Formulär"),
        ("nb", ";", "Fil Linje Tegn Alvorlighet Regel Overskrift Merknad Gjør slik Dokumenttype Skjema"),
        ("en", ",", "File Line Column Severity Rule Title Message What to do Document kind Schema"),
    ],
)
def test_a_spreadsheet_opens_the_table_in_its_own_language(language: str, mark: str, heads: str) -> None:
    text = told("csv", language=language)
    assert text.startswith("\ufeff") == (language != "en")
    assert text.removeprefix("\ufeff").removesuffix("\r\n").replace(mark, " ") == heads


def test_csv_has_one_finding_a_row() -> None:
    text = told(
        "csv", replace(BROKEN, findings=(UNBALANCED, WAIVED)), replace(ACROSS, kind=None), SKIPPED, language="da"
    )
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    assert rows == [
        [
            "b/dårlig.md",
            "30",
            "10",
            "fejl",
            "budget-balances",
            "Titel på budget-balances",
            Words().message(UNBALANCED, "da"),
            Words().help(UNBALANCED, "da"),
            "ansøgning",
            "lokaludvalg",
        ],
        [
            "b/dårlig.md",
            "4",
            "1",
            "sat til side",
            "week-without-year",
            "Titel på week-without-year",
            "week-without-year da",
            "Sat til side til og med 1. januar 2027: aftalt",
            "ansøgning",
            "lokaludvalg",
        ],
        ["en.md", "2", "1", "oplysning", "text-twice", "Titel på text-twice", "text-twice da", "", "", "lokaludvalg"],
    ]


@pytest.mark.parametrize("kind", ["application", "outline", "description", "goal-report", "status-report"])
@pytest.mark.parametrize("language", ["da", "sv", "nb", "en"])
def test_every_kind_of_document_has_a_name_in_csv(kind: str, language: str) -> None:
    class Short(Words):
        def title(self, rule: str, language: str) -> str:
            return rule

        def message(self, finding: object, language: str) -> str:
            return "x"

    text = write("csv", [replace(BROKEN, kind=kind, findings=(WEEK,))], Short(), Options(language=language))
    assert text.splitlines()[1].split(";" if language != "en" else ",")[8] not in {"", f"kind-{kind}"}


@pytest.mark.parametrize("path", ["=1+1", "+1", "-1", "@SUM(A1)", "-", "＝1", "＋1", "－1", "＠x"])
def test_a_cell_cannot_become_a_formula(path: str) -> None:
    for language in ("da", "en"):
        rows = told("csv", replace(BROKEN, path=path, findings=(UNBALANCED,)), language=language).splitlines()
        assert rows[1].startswith(f"'{path}")
