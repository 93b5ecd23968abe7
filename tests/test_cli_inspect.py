"""`projekt inspect`: what was read, as lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from desk import GOOD, MINUTES, lay
from terminal import projekt

EXAMPLES = sorted((ROOT / "examples").glob("*/ok/*"))
OBJECT = ["version", "path", "schema", "schema_by", "kind", "language", "project", "unplaced"]
PROJECT = {
    "title", "id", "stage", "date", "applicant", "responsible", "contact", "place", "period", "applied", "sections",
    "other", "attachments", "schedule", "budget", "financing", "balances", "amounts_in_text", "goals", "report",
    "subprojects",
}  # fmt: skip
LINE = {"amount", "low", "high", "approximate", "quantity", "unit_price", "parts", "line", "span"}
WITHOUT_PLACE = ("version", "when", "project")


def inspected(name: str) -> dict[str, Any]:
    ran = projekt("inspect", name, "--output-format", "json")
    assert (ran.code, ran.err) == (0, "")
    told: dict[str, Any] = json.loads(ran.out)
    return told


def test_every_line_is_told_with_the_field_it_went_to(desk: Path) -> None:
    assert projekt("inspect", lay("a.md")) == (
        0,
        """\
a.md: application, generisk (document), da
    1  schema           Skema: generisk
    2  language         Sprog: da
    3  title            Projektnavn: Fælles køkkenhave
    4  purpose          Formål: Naboer dyrker grøntsager sammen.
    5  period           Periode: 1. marts - 30. juni 2027
    6  applied          Søgt beløb: 9.000 kr.
    7  budget           Budget: Jord og planter: 7.500 Redskaber: 2.500 I alt: 10.0…
    8  budget.line      Jord og planter = 7500
    9  budget.line      Redskaber = 2500
   10  budget.total     I alt = 10000
   11  financing        Finansiering: Lokalpuljen (søgt): 9.000 Egne penge: 1.000 I…
   12  financing.line   Lokalpuljen (søgt) = 9000
   13  financing.line   Egne penge = 1000
   14  financing.total  I alt = 10000
""",
        "",
    )


def test_a_range_and_what_cannot_be_read_are_told_as_they_are(desk: Path) -> None:
    text = "schema: none\ntitle: A\nbudget:\n  Hall: 100-200\n  Cake: soon\n"
    lines = projekt("inspect", lay("a.yaml", text)).out.splitlines()
    assert lines[-2:] == ["    4  budget.line  Hall = 100–200", "    5  budget.line  Cake = ?"]


def test_parts_of_a_section_are_named_after_it(at_root: Path) -> None:
    out = projekt("inspect", "examples/lokaludvalg/ok/groenne-gaarde.yaml").out
    assert "\n   21  results.short_term  kort sigt: Otte højbede i brug" in out


def test_what_belongs_to_no_field_is_told_too(desk: Path) -> None:
    text = "# til udvalget\nschema: none\ntitle: A\nvejr: Solskin\n"
    lines = projekt("inspect", lay("a.yaml", text)).out.splitlines()
    assert lines[1] == "    1  unplaced  # til udvalget"
    assert lines[-1] == "    4  other     vejr: Solskin"


def test_a_title_that_stands_under_no_label_has_a_line_of_its_own(desk: Path) -> None:
    out = projekt("inspect", lay("a.md", "Skema: none\n\n# Cykelværksted\n\nFormål: At reparere.\n")).out
    assert "    3  title    Cykelværksted\n" in out


def test_the_json_holds_what_was_read(desk: Path) -> None:
    told = inspected(lay("a.md"))
    assert list(told) == OBJECT
    assert {key: told[key] for key in OBJECT[:6]} == {
        "version": 1,
        "path": "a.md",
        "schema": "generisk",
        "schema_by": "document",
        "kind": "application",
        "language": "da",
    }
    project = told["project"]
    assert set(project) == PROJECT
    assert project["title"] == "Fælles køkkenhave"
    assert (project["period"]["start"], project["period"]["end"]) == ("2027-03-01", "2027-06-30")
    assert (project["period"]["text"], project["period"]["precision"]) == ("1. marts - 30. juni 2027", "range")
    applied = project["applied"]
    assert (applied["amount"], applied["currency"], applied["by"], applied["line"]) == ("9000", "DKK", "stated", 6)
    budget, financing = project["budget"], project["financing"]
    assert (budget["currency"], budget["stated_total"], budget["computed_total"]) == ("DKK", "10000", "10000")
    assert [(line["label"], line["amount"], line["line"]) for line in budget["lines"]] == [
        ("Jord og planter", "7500", 8),
        ("Redskaber", "2500", 9),
    ]
    assert [(line["funder"], line["type"], line["commitment"]) for line in financing["lines"]] == [
        ("Lokalpuljen (søgt)", "applied", "applied"),
        ("Egne penge", "own", None),
    ]
    assert project["balances"] is True
    assert [section["id"] for section in project["sections"]][3:5] == ["purpose", "period"]
    assert project["sections"][3]["span"] == {"line": 4, "column": 1, "end_line": 4, "end_column": 41}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_key_is_there_and_every_part_has_its_place(path: Path) -> None:
    told = inspected(str(path))
    assert list(told) == OBJECT
    assert set(told["project"]) == PROJECT
    for side, name in (("budget", "label"), ("financing", "funder")):
        for line in (told["project"][side] or {"lines": []})["lines"]:
            assert set(line) >= LINE | {name}
    placed = list(dicts(told))
    assert len(placed) > 5
    for item in placed:
        span = item["span"]
        assert item["line"] == span["line"] >= 1
        assert (span["line"], span["column"]) <= (span["end_line"], span["end_column"])


def dicts(value: Any, name: str = "version") -> Iterator[dict[str, Any]]:
    """Every item that must have a place."""
    if isinstance(value, dict):
        if name not in WITHOUT_PLACE:
            yield value
        for key, each in value.items():
            if key != "span":
                yield from dicts(each, "when" if (name, key) == ("entries", "period") else key)
    elif isinstance(value, list):
        for each in value:
            yield from dicts(each, name)


def test_amounts_are_plain_decimals_and_absent_things_are_null(desk: Path) -> None:
    text = "schema: none\ntitle: A\nbudget:\n  Hall: 1250,50\n  Cake: soon\n  Tea: 1.0-2.5\n  Bus, 2 x 300: 600\n"
    project = inspected(lay("a.yaml", text))["project"]
    assert [(line["amount"], line["low"], line["high"]) for line in project["budget"]["lines"]][1:3] == [
        (None, None, None),
        (None, "1", "2.5"),
    ]
    assert [line["unread"] for line in project["budget"]["lines"]] == ["1250,50", "soon", None, None]
    [bus] = [line for line in project["budget"]["lines"] if line["label"] == "Bus"]
    assert (bus["quantity"], bus["unit_price"], bus["parts"]) == ("2", "300", [])
    assert project["budget"]["computed_total"] is None
    absent = {key: value for key, value in project.items() if value in (None, [])}
    assert set(absent) >= {"id", "applicant", "financing", "balances", "other", "goals", "report", "subprojects"}


def test_columns_by_year_and_amounts_in_prose(desk: Path) -> None:
    text = """\
Skema: none
Sprog: da

# Kor

## Formål
Koret får 5.000 kr. om året.

## Budget
| Post | 2027 | 2028 | I alt |
|---|---|---|---|
| Noder | 1.000 | 500 | 1.500 |
"""
    project = inspected(lay("a.md", text))["project"]
    [line] = project["budget"]["lines"]
    assert [(part["axis"], part["key"], part["amount"], part["line"]) for part in line["parts"]] == [
        ("year", "2027", "1000", 12),
        ("year", "2028", "500", 12),
    ]
    [amount] = project["amounts_in_text"]
    assert (amount["text"], amount["amount"], amount["currency"], amount["line"]) == ("5.000 kr.", "5000", "DKK", 7)


def test_several_files_are_a_list_and_what_is_none_is_named(desk: Path) -> None:
    lay("a.md")
    lay("b.md")
    lay("referat.md", MINUTES)
    ran = projekt("inspect", ".", "--output-format", "json")
    assert [each["path"] for each in json.loads(ran.out)] == ["a.md", "b.md"]
    assert ran.err == "referat.md: not read (text that is no project description)\n"
    lines = projekt("inspect", ".").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "a.md: application, generisk (document), da",
        "",
        "b.md: application, generisk (document), da",
    ]


def test_the_exit_code_says_whether_anything_could_be_read(desk: Path) -> None:
    assert projekt("inspect", lay("empty.md", "")).code == 1
    assert projekt("inspect").code == 1
    assert projekt("inspect", lay("brev.docx", b"%PDF-1.7")) == (
        1,
        "brev.docx: application, generisk (default), ?\n",
        "brev.docx: The file is not a text but a PDF document. Nothing was checked.\n",
    )
    assert projekt("inspect", "-", stdin=GOOD.encode()).out.startswith("-: application")


def test_a_schema_may_be_named(desk: Path) -> None:
    assert projekt("inspect", lay("a.md"), "--schema", "none").out.startswith("a.md: application, none (option), da\n")
