"""`projekt schema`, and schemas of a fund's own: their faults, and where they are looked for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desk import OWN_SCHEMA, lay
from projektkort.engine import load_schema
from projektkort.locale import LANGUAGES
from projektkort.schema.loading import ids, load
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
BROKEN = """\
id: Min Fond
kind: aplication
langauge: da
sections:
  - {id: purpose, requird: true}
  - {id: goals, words: {max: mange}}
rules: {budget-balance: warning, empty-section: of, zzz: "off"}
"""
FAULTS = """\
  egen.yaml:1:5: “Min Fond” cannot be the value of “id”. Use a value that is allowed, e.g. “target_group”.
  egen.yaml:2:7: “aplication” cannot be the value of “kind”. Use a value that is allowed, e.g. “application”, \
“outline”, “description”, “goal-report” and “status-report”.
  egen.yaml:3:1: A schema has no key “langauge” here. Did you mean “language”?
  egen.yaml:5:19: A schema has no key “requird” here. Did you mean “required”?
  egen.yaml:6:30: “mange” cannot be the value of “max”. Use a value that is allowed, e.g. “300”.
  egen.yaml:7:9: There is no rule called “budget-balance”. Did you mean “budget-balances”?
  egen.yaml:7:49: “of” cannot be the value of “empty-section”. Use a value that is allowed, e.g. “error”, \
“warning”, “info” and “off”.
  egen.yaml:7:53: There is no rule called “zzz”. Write the name of one of the rules that `projekt rule` shows.
"""
DOCUMENT = "skema: {schema}\nprojektnavn: Kor\nformål: At synge.\n"


def rules(name: str) -> list[str]:
    told = json.loads(projekt("validate", name, "--output-format", "json").out)
    return [finding["rule"] for finding in told["files"][0]["findings"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_schemas_are_listed_in_every_language(lang: str) -> None:
    ran = projekt("schema", "list", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split(maxsplit=2) for line in ran.out.splitlines()]
    assert [(name, kind) for name, kind, _ in lines] == [(name, load(name).kind) for name in ids()]
    title = {"da": "Ansøgning om tilskud", "sv": "Ansökan om bidrag", "nb": "Søknad om tilskudd"}
    [general] = [line[2] for line in lines if line[0] == "generisk"]
    assert general == title.get(lang, "Application for funding")


def test_a_schema_is_shown_in_its_own_language_or_another() -> None:
    ran = projekt("schema", "show", "lokaludvalg")
    assert ran.out.startswith("lokaludvalg: Ansøgning om puljemidler til lokaludvalget\n  Skemaet beder om")
    assert "\n  påkrævet  Målgruppe\n" in ran.out
    assert "\n      valgfrit  Kort sigt\n" in ran.out
    assert ran.out.endswith("\n  påkrævet  Budget\n  påkrævet  Finansiering\n")
    assert "\n  krävs     Målgrupp\n" in projekt("schema", "show", "lokaludvalg", "--lang", "sv").out


def test_the_limits_of_a_section_are_shown() -> None:
    sections = "sections:\n  - {id: purpose, words: {max: 40}, characters: {max: 300}}\n"
    out = projekt("schema", "show", lay("own.yaml", f"id: own\nlanguage: en\n{sections}")).out
    assert "  optional  Purpose (at most 40 words, at most 300 characters)\n" in out


def test_the_sections_that_all_schemas_know_are_listed() -> None:
    told = projekt("schema", "sections", "--lang", "da")
    rows = dict(line.split(maxsplit=1) for line in told.out.splitlines())
    assert (told.code, rows["purpose"].split(", ")[0]) == (0, "Formål")
    assert not {"budget", "financing"} & set(rows)
    assert projekt("schema", "sections").out.startswith("title          Project title, Title, ")


def test_a_json_schema_is_printed_for_editors() -> None:
    ran = projekt("schema", "json-schema", "lokaludvalg")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["$schema"].startswith("https://json-schema.org/")


def test_a_schema_without_fault() -> None:
    lay("egen.yaml", OWN_SCHEMA)
    assert projekt("schema", "check", "egen.yaml", "lokaludvalg") == (
        0,
        "egen.yaml: i orden\nlokaludvalg: i orden\n",
        "",
    )


def test_every_fault_of_a_schema_is_told_with_line_and_column() -> None:
    lay("egen.yaml", BROKEN)
    said = "the schema “egen.yaml” cannot be used:\n" + FAULTS
    assert projekt("schema", "check", "egen.yaml", "none") == (1, f"{said}none: in order\n", "")
    assert projekt("validate", lay("a.md"), "--schema", "egen.yaml") == (2, "", f"projekt: {said}")
    assert projekt("schema", "show", "egen.yaml") == (2, "", f"projekt: {said}")


@pytest.mark.parametrize("text", ["id: [a\n", "- a\n", "", "\x00"])
def test_a_file_that_is_no_schema_at_all(text: str) -> None:
    ran = projekt("schema", "check", lay("egen.yaml", text))
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("the schema “egen.yaml” cannot be used:\n  egen.yaml:1:")


def test_the_levels_of_a_schema_are_used() -> None:
    lay("egen.yaml", OWN_SCHEMA + "rules: {required-section: warning, near-miss-label: off}\n")
    lay("a.md", "Projektnavnn: Kor\n")
    ran = projekt("validate", "a.md", "--schema", "egen.yaml", "--output-format", "concise")
    assert ran.code == 0
    assert ran.out == "a.md:1:1: warning[required-section] " + ran.out.partition("] ")[2]
    lay("egen.yaml", OWN_SCHEMA)  # the same path, another text
    assert projekt("validate", "a.md", "--schema", "egen.yaml").code == 1


def test_our_own_schemas_set_only_rules_that_there_are() -> None:
    for name in ids():
        assert load_schema(name).id == name


# --- a schema that the document names ----------------------------------------------------------------------------


def test_it_is_looked_for_beside_the_document() -> None:
    lay("egen.yaml", "id: forkert\n")
    lay("in/egen.yaml", OWN_SCHEMA)
    lay("in/a.yaml", DOCUMENT.format(schema="egen.yaml"))
    lay("in/b.md", "Skema: ../in/egen.yaml\nProjektnavn: Kor\nFormål: At synge.\n")
    told = json.loads(projekt("validate", "in", "--output-format", "json").out)
    assert [(file["path"], file["schema"], file["schema_by"], file["findings"]) for file in told["files"]] == [
        ("in/a.yaml", "egen", "document", []),
        ("in/b.md", "egen", "document", []),
    ]
    assert told["skipped"] == [{"path": "in/egen.yaml", "reason": "not-a-project"}]
    os.chdir("in")
    assert rules("a.yaml") == []
    assert projekt("render", "a.yaml", "--to", "html").out.count("Egen pulje") == 1


def test_one_that_is_missing_or_broken_is_a_finding() -> None:
    lay("in/egen.yaml", BROKEN)
    lay("in/a.yaml", DOCUMENT.format(schema="egen.yaml"))
    lay("in/b.yaml", DOCUMENT.format(schema="mangler.yaml"))
    lay("in/c.yaml", DOCUMENT.format(schema="lokaludvlg"))
    said = projekt("validate", "in", "--select", "schema-unknown", "--output-format", "concise")
    assert said.code == 1
    assert (
        said.out
        == """\
in/a.yaml:1:8: error[schema-unknown] Skemaet »egen.yaml« har fejl og kan ikke bruges, så dokumentet er ikke \
kontrolleret efter det.
in/b.yaml:1:8: error[schema-unknown] Der er ingen fil »in/mangler.yaml«, som dokumentet nævner som sit skema, så \
dokumentet er ikke kontrolleret efter det.
in/c.yaml:1:8: error[schema-unknown] Der er ikke noget skema, der hedder »lokaludvlg«, så dokumentet er ikke \
kontrolleret efter det.
"""
    )
    assert "`projekt schema check in/egen.yaml` viser, hvad der er galt med det." in flat(projekt("validate", "in").out)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_folder_or_a_binary_file_with_such_a_name_is_a_finding_too() -> None:
    Path("mappe.yaml").mkdir()
    lay("data.yaml", b"\x00\x01")
    for name in ("mappe.yaml", "data.yaml"):
        assert rules(lay("a.yaml", DOCUMENT.format(schema=name)))[0] == "schema-unknown"


def test_the_faults_are_told_in_the_language_asked_for(desk: object) -> None:
    ran = projekt("schema", "check", lay("a.yaml", "id: egen\nsections: [{id: porpose}]\n"), "--lang", "da")
    assert ran.code == 1
    assert "Intet fælles afsnit hedder »porpose«, og dette har ingen titel selv. Mente du »purpose«?" in ran.out
    assert projekt("schema", "check", lay("b.yaml", "id: egen\n"), "--lang", "da").out == "b.yaml: i orden\n"


def test_the_faults_are_told_in_the_schemas_language_else_in_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.yaml", "id: egen\nlanguage: sv\nsections: [{id: qqq}]\n")
    assert projekt("schema", "check", "a.yaml").out.startswith('formuläret "a.yaml" går inte att använda:\n')
    assert projekt("schema", "check", lay("b.yaml", "id: egen\nlanguage: sv\n")).out == "b.yaml: utan anmärkning\n"
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    assert projekt("schema", "check", lay("c.yaml", "id: egen\nfoo: 1\n")).out.startswith("skjemaet «c.yaml» kan ikke")
    assert projekt("schema", "check", "a.yaml", "--lang", "en").out.startswith("the schema “a.yaml” cannot be used:\n")


def test_all_faults_are_told_at_once() -> None:
    text = """\
id: egen
language: da
sections:
  - {id: beskrivelse}
  - {id: description, words: {max: mange}}
  - {id: goals, labels: [Drøm]}
  - {id: other, labels: [Drøm]}
limits: {applied_min: meget, own_cash: 50 %}
attachments: [Tilbud]
clauses: {nonsens: Hej, deadline: Hej, description: Hej}
"""
    faults = projekt("schema", "check", lay("egen.yaml", text), "--lang", "en").out.splitlines()[1:]
    assert [line.split(": ", 1)[0].strip() for line in faults] == [
        f"egen.yaml:{place}" for place in ("4:10", "5:10", "5:36", "7:26", "8:23", "8:30", "9:15", "10:11", "10:25")
    ]
    assert "Give it a title or labels" in faults[1]
    assert "“{id: permission, title: {da: …}}”" in faults[6]


@pytest.mark.parametrize(("language", "fault"), [("", True), ("language: da\n", False)])
def test_an_amount_needs_the_language_that_it_is_written_in(language: str, fault: bool) -> None:
    ran = projekt("schema", "check", lay("egen.yaml", f"id: egen\n{language}limits: {{applied_min: 50.000}}\n"))
    assert ran.code == fault
    assert ("does not say in which language it is written. Write a line “language: en”" in ran.out) == fault
    ran = projekt("schema", "check", lay("egen.yaml", "id: egen\nlimits: {applied_min: meget}\n"))
    assert "“meget” cannot be the value of “applied_min”" in ran.out


def test_demands_that_a_document_need_not_tell_about_are_named() -> None:
    text = "id: own\nlanguage: da\ncurrency: DKK\nlimits: {applied_max: 5.000}\ndays: {start: decision}\n"
    sections = "sections: [{id: applied}, {id: date}, {id: period}]\n"
    ran = projekt("schema", "check", lay("own.yaml", text))
    assert (ran.code, ran.out.splitlines()[0]) == (0, "own.yaml: i orden")
    assert [line.split("»")[1].split("«")[0] for line in ran.out.splitlines()[1:]] == [
        "Ansøgt beløb", "Dato", "Projektperiode",
    ]  # fmt: skip
    assert projekt("schema", "check", lay("own.yaml", text + sections)).out == "own.yaml: i orden\n"
