"""`projekt validate`: what is checked, in which words, and which exit code comes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import GOOD, MINUTES, NEAR, OWN_SCHEMA, UNBALANCED, lay
from projektkort import __version__
from projektkort.finding import Problem
from projektkort.project.models import Project
from projektkort.rules import registry
from projektkort.rules.rule import Rule
from projektkort.schema.model import Schema
from projektkort.source import read_bytes
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
DAY = ("--as-of", "2026-11-21")
SPAN = {"line", "column", "end_line", "end_column"}


def data(*words: str, code: int) -> dict[str, Any]:
    ran = projekt("validate", *words, "--output-format", "json", *DAY)
    assert (ran.code, ran.err) == (code, "")
    told: dict[str, Any] = json.loads(ran.out)
    return told


def paths(*words: str, code: int = 0) -> list[str]:
    """The files that were checked."""
    return [file["path"] for file in data(*words, code=code)["files"]]


# --- words, exit codes -------------------------------------------------------------------------------------------


def test_a_file_in_order() -> None:
    assert projekt("validate", lay("a.md")) == (
        0,
        "a.md: i orden.\nSkema: generisk (nævnt i dokumentet).\n1 fil kontrolleret: intet at bemærke.\n",
        "",
    )


def test_findings_are_told_with_excerpt_and_remedy() -> None:
    assert projekt("validate", lay("a.md", UNBALANCED), "--lang", "en") == (
        1,
        """\
a.md:14:8  error  budget-balances
  10 | I alt: 10.000
     |        ------ The costs
  14 | I alt: 9.500
     |        ^^^^^
  Budget and financing differ: costs are DKK 10,000 (line 10), financing is
  DKK 9,500 (line 14), so DKK 500 is missing.
  Do this: Write where the DKK 500 come from (e.g. own money or tickets), or
  lower a cost. The two amounts must be equal.

Schema: generisk (named in the document).
1 file checked: 1 error.
""",
        "",
    )


def test_a_folder_is_told_in_a_line_for_each_file_and_what_was_not_read() -> None:
    lay("in/2.md")
    lay("in/10.md", UNBALANCED)
    lay("in/brev.doc", b"x")
    lay("in/referat.md", MINUTES)
    ran = projekt("validate", "in")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("""\
in/2.md  i orden  (generisk)

in/10.md  1 fejl  (generisk)

in/10.md:14:8  fejl  budget-balances
""")
    assert ran.out.endswith("""
in/brev.doc  ikke kontrolleret: tekstdokument i et andet format (gem det som .docx)
in/referat.md  ikke kontrolleret: tekst, der ikke er en projektbeskrivelse

Filer med bemærkninger:
  in/10.md  1 fejl

2 filer kontrolleret: 1 fejl.
Ikke kontrolleret: 1 tekstdokument i et andet format (gem det som .docx), 1
tekst, der ikke er en projektbeskrivelse.
""")


def test_concise_is_one_line_a_finding() -> None:
    lay("a.md")
    lay("b.md", UNBALANCED)
    ran = projekt("validate", ".", "--output-format", "concise", "--lang", "sv")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "b.md:14:8: error[budget-balances] Budget och finansiering går inte ihop: kostnaderna är 10 000 DKK (rad 10), "
        "finansieringen 9 500 DKK (rad 14). Det fattas 500 DKK.\n"
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [("da", "Gør sådan:"), ("sv", "Gör så här:"), ("nb", "Gjør slik:"), ("no", "Gjør slik:"), ("en", "Do this:")],
)
def test_the_language_of_the_messages(lang: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert said in projekt("validate", lay("a.md", UNBALANCED), "--lang", lang).out


def test_without_an_option_the_document_decides_on_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "Gør sådan:" in projekt("validate", lay("a.md", UNBALANCED)).out
    assert "Do this:" in projekt("validate", lay("b.md", MINUTES)).out


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (GOOD, "info", 0),
        (NEAR, "error", 0),
        (NEAR, "warning", 1),
        (NEAR, "info", 1),
        (UNBALANCED, "error", 1),
        (UNBALANCED, "warning", 1),
    ],
)
def test_the_severity_that_fails(text: str, fail_on: str, code: int) -> None:
    assert projekt("validate", lay("a.md", text), "--fail-on", fail_on).code == code


@pytest.mark.parametrize("text", [b"", b"\xef\xbb\xbf", b"%PDF-1.7", b"a\0b"])
def test_an_unreadable_file_is_a_finding(text: bytes) -> None:
    assert projekt("validate", lay("a.md", text)).code == 1


def test_nothing_to_check_is_no_success() -> None:
    assert projekt("validate") == (3, "Nothing was checked.\n", "")
    lay("brev.doc", b"x")
    lay("referat.md", MINUTES)
    ran = projekt("validate", ".")
    assert (ran.code, ran.err) == (3, "")
    assert ran.out.endswith(
        "Nothing was checked.\n"
        "Not checked: 1 text document of another format (save it as .docx), 1 text that\nis no project description.\n"
    )
    assert projekt("validate", "*.doc").code == 3


def test_what_fails_first_decides_on_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", UNBALANCED)
    lay("b.doc", b"x")
    assert projekt("validate", ".").code == 1  # before 3
    broken(monkeypatch, "empty-section")
    assert projekt("validate", ".", "--no-cache").code == 4  # before 1
    assert projekt("validate", ".", "--no-cache", "--output-format", "json=a.md/x").code == 2  # before 4
    assert projekt("validate", "*.doc").code == 3


# --- a fault of ours ---------------------------------------------------------------------------------------------


def broken(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Makes a rule fail."""

    def fails(project: Project, schema: Schema) -> Iterator[Problem]:
        raise ZeroDivisionError("240771-0000 and more")

    def due(project: Project, schema: Schema) -> list[Rule]:
        changed = Rule(name, "sections", frozenset(), frozenset(), fails)
        return [changed if rule.name == name else rule for rule in registry.due(project, schema)]

    monkeypatch.setattr("projektkort.engine.due", due)


def test_a_rule_that_fails_is_reported_and_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, "empty-section")
    lay("a.md")
    lay("b.md", UNBALANCED)
    told = data(".", code=4)
    assert [[finding["rule"] for finding in file["findings"]] for file in told["files"]] == [
        ["rule-crashed"],
        ["rule-crashed", "budget-balances"],
    ]
    [crashed] = told["files"][0]["findings"]
    assert crashed["message"] == (
        "Reglen »empty-section« fejlede på dette dokument på grund af en fejl i projektkort (ZeroDivisionError: "
        "••••••-•••• and more). Det, den holder øje med, er ikke kontrolleret."
    )
    assert crashed["values"]["name"] == "empty-section"


def test_a_fault_outside_the_rules_asks_for_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("240771-0000 and more")

    monkeypatch.setattr("projektkort.engine.due", fails)
    lay("b.md", "")
    ran = projekt("validate", lay("a.md"), "b.md", "--lang", "en", "--output-format", "concise")
    told = re.sub(r":[0-9]+\)", ":0)", ran.out)
    assert (ran.code, ran.err) == (4, "")
    assert told.splitlines()[0] == (
        "a.md:1:1: error[check-crashed] This file could not be checked, through a fault in projektkort "
        "(ZeroDivisionError: ••••••-•••• and more (test_cli_validate.py:0)). Nothing in it was checked."
    )
    assert "b.md:1:1: error[" in told


def test_ctrl_c_ends_with_130_and_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("projektkort.engine.due", stopped)
    assert projekt("validate", lay("a.md")) == projekt("validate", "a.md", "--lang", "da") == (130, "", "")


# --- JSON --------------------------------------------------------------------------------------------------------


def test_the_json_has_every_key_of_the_contract() -> None:
    lay("a.md", UNBALANCED)
    lay("b.doc", b"x")
    told = data(".", code=1)
    assert list(told) == ["version", "tool", "as_of", "files", "skipped", "across", "summary"]
    assert (told["version"], told["as_of"]) == (1, "2026-11-21")
    assert told["tool"] == {"name": "projektkort", "version": __version__}
    assert told["skipped"] == [{"path": "b.doc", "reason": "word"}]
    numbers = {"files": 1, "skipped": 1, "errors": 1, "warnings": 0, "infos": 0}
    assert told["summary"] == {**numbers, "waived": 0, "interrupted": False}
    [file] = told["files"]
    assert list(file) == ["path", "schema", "schema_by", "language", "sha256", "findings"]
    assert (file["path"], file["schema"], file["schema_by"], file["language"]) == ("a.md", "generisk", "document", "da")
    assert len(file["sha256"]) == 64
    [finding] = file["findings"]
    assert set(finding) >= {"rule", "severity", "message", "help", "values", "span", "related", "fix", "waived"}
    assert (finding["rule"], finding["severity"], finding["fix"], finding["waived"]) == (
        "budget-balances",
        "error",
        None,
        None,
    )
    assert finding["span"] == {"line": 14, "column": 8, "end_line": 14, "end_column": 13}
    assert {key: finding["values"][key] for key in ("costs", "financing", "difference")} == {
        "costs": "10000",
        "financing": "9500",
        "difference": "500",
    }
    assert finding["related"][0] == {
        "message": "Udgifterne",
        "path": "a.md",
        "span": {"line": 10, "column": 8, "end_line": 10, "end_column": 14},
    }


def test_a_fix_is_told_with_its_edits() -> None:
    lay("a.yaml", "schema: none\ntitle: Swap it: swapping day\n")
    [finding] = data("a.yaml", code=0)["files"][0]["findings"]
    assert finding["fix"] == {
        "title": "Put quotation marks around the text",
        "safe": True,
        "edits": [
            {
                "span": {"line": 2, "column": 8, "end_line": 2, "end_column": 29},
                "text": "'Swap it: swapping day'",
            }
        ],
    }


def test_every_finding_of_every_broken_example_is_typed(examples: Path) -> None:
    files = data(str(examples), code=1)["files"]
    findings = [finding for file in files for finding in file["findings"]]
    assert len(findings) > 50
    for finding in findings:
        assert all(finding[key].strip() for key in ("rule", "severity", "message"))
        for span in (finding["span"], *(related["span"] for related in finding["related"])):
            assert set(span) == SPAN
            assert all(isinstance(number, int) and number >= 1 for number in span.values())
            assert (span["line"], span["column"]) <= (span["end_line"], span["end_column"])


def test_a_format_may_go_into_a_file_and_another_to_the_terminal() -> None:
    ran = projekt("validate", lay("a.md"), "--output-format", "json=ud/r.json", "--output-format", "text")
    assert (ran.code, ran.out.startswith("a.md: i orden.\n"), ran.err) == (0, True, "")
    assert json.loads(Path("ud/r.json").read_text("utf-8"))["summary"]["files"] == 1


def test_an_output_never_replaces_a_file_that_was_read() -> None:
    ran = projekt("validate", lay("a.md"), "--output-format", "text=./a.md")
    assert ran == (2, "", "projekt: “./a.md” is a file that was read; it would be lost. Name another one.\n")
    assert Path("a.md").read_text("utf-8") == GOOD


def test_as_of_is_today_unless_it_is_said() -> None:
    lay("a.md")
    assert json.loads(projekt("validate", "a.md", "--output-format", "json").out)["as_of"] >= "2026-01-01"


# --- which rules, which schema -----------------------------------------------------------------------------------


def rules(*words: str) -> set[str]:
    told = json.loads(projekt("validate", "a.md", *words, "--output-format", "json").out)
    return {finding["rule"] for finding in told["files"][0]["findings"]}


def test_rules_are_selected_and_ignored_by_name_or_subject() -> None:
    lay("a.md", UNBALANCED.replace("Projektnavn", "Projektnavnn"))
    both = {"near-miss-label", "budget-balances"}
    assert rules() == both
    assert rules("--select", "budget-balances") == rules("--select", "balance") == {"budget-balances"}
    assert rules("--select", "balance", "--select", "near-miss-label") == both
    assert rules("--ignore", "binding") == {"budget-balances"}
    assert rules("--select", "balance", "--ignore", "budget-balances") == set()


def test_the_schema_of_the_option_goes_before_that_of_the_document() -> None:
    lay("a.md")
    [file] = data("a.md", "--schema", "NONE", code=0)["files"]
    assert (file["schema"], file["schema_by"]) == ("none", "option")


def test_a_kind_leaves_only_its_schemas() -> None:
    lay("a.md", GOOD.replace("Skema: generisk\n", ""))
    [file] = data("a.md", "--kind", "application", code=0)["files"]
    assert (file["schema"], file["schema_by"]) == ("generisk", "match")


# --- paths -------------------------------------------------------------------------------------------------------


def test_paths_mean_each_file_once_in_natural_order() -> None:
    for name in ("10.md", "2.md", "sub/a.yaml"):
        lay(name)
    Path("sub/a.yaml").write_text("skema: none\nprojektnavn: X\n", "utf-8")
    everything = ["2.md", "10.md", "sub/a.yaml"]
    assert paths() == paths(".") == paths("10.md", "./2.md", "sub", "sub/a.yaml", "2.md") == everything
    assert paths("*.md") == ["2.md", "10.md"]
    assert paths("**/*.yaml") == ["sub/a.yaml"]


def test_standard_input_is_markdown_unless_its_name_says_otherwise() -> None:
    ran = projekt("validate", "-", stdin=UNBALANCED.encode())
    assert (ran.code, ran.out.splitlines()[0]) == (1, "-:14:8  fejl  budget-balances")
    ran = projekt("validate", "-", "--stdin-filename", "min.yaml", stdin=b"projektnavn: [a\n")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "min.yaml:1:14  error  yaml-syntax")
    assert projekt("validate", "-", stdin=b"").code == 1


def test_a_file_given_by_name_is_checked_whatever_it_is() -> None:
    lay("referat.md", MINUTES)
    lay("note.notes", GOOD)
    assert paths("referat.md", code=1) == ["referat.md"]
    assert paths("note.notes") == ["note.notes"]
    assert paths(".", "referat.md", code=1) == ["referat.md"]
    assert data(".", code=3)["skipped"] == [
        {"path": "note.notes", "reason": "other"},
        {"path": "referat.md", "reason": "not-a-project"},
    ]


def test_a_text_is_left_out_though_its_characters_are_odd() -> None:
    lay("referat.md", MINUTES.replace("kaffe", "kaf\u200bfe"))
    lay("ansøgning.md", GOOD)
    assert paths(".") == ["ansøgning.md"]


def test_a_file_that_cannot_be_read_is_a_finding_and_the_run_goes_on() -> None:
    Path("x.md").mkdir()
    Path("gone.md").symlink_to("nowhere.md")
    lay("a.md")
    told = data("gone.md", "a.md", "x.md", code=1)
    assert {file["path"]: [finding["rule"] for finding in file["findings"]] for file in told["files"]} == {
        "a.md": [],
        "gone.md": ["file-unreadable"],
    }
    lay("broken.yaml", "projektnavn: [a\n")
    assert paths(".", code=1) == ["a.md", "broken.yaml", "gone.md"]


def test_a_file_that_vanishes_meanwhile_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md")
    lay("b.md")

    def vanishing(path: str) -> Any:
        Path("b.md").unlink(missing_ok=True)
        return read_bytes(path)

    monkeypatch.setattr("projektkort.batch.check.read_bytes", vanishing)
    told = data(".", code=1)
    assert [[finding["rule"] for finding in file["findings"]] for file in told["files"]] == [[], ["file-unreadable"]]


def test_the_order_of_the_arguments_does_not_matter() -> None:
    for name in ("a.md", "b.md", "c.md"):
        lay(name, UNBALANCED)
    words = ("validate", "--output-format", "json", *DAY)
    assert projekt(*words, "a.md", "b.md", "c.md").out == projekt(*words, "c.md", ".", "a.md", "a.md").out


# --- what must not pass unseen -----------------------------------------------------------------------------------


def test_a_file_given_by_name_that_is_no_text_is_a_finding() -> None:
    lay("a.md")
    assert projekt("validate", "a.md", lay("brev", b"PK\x03\x04word/")).code == 1
    ran = projekt("validate", "brev", "--output-format", "concise", "--lang", "en")
    assert ran == (
        1,
        "brev:1:1: error[not-text] The file is not a text but a Word document. Nothing was checked.\n",
        "",
    )


@pytest.mark.parametrize("words", [["validate"], ["validate", "--output-format", "json"], ["inspect"], ["render"]])
def test_a_personal_number_in_a_file_name_is_told_by_nobody(words: list[str]) -> None:
    lay("in/240771-0000.md", UNBALANCED)
    lay("in/240771-0000 brev.doc", b"x")
    ran = projekt(*words, "in")
    assert "240771" not in ran.out + ran.err
    assert "••••••-••••" in ran.out + ran.err
    ran = projekt(*words, "in/240771-0000")
    assert (ran.code, "240771" in ran.err, "••••••-••••" in ran.err) == (2, False, True)


def test_a_file_with_a_personal_number_in_its_name_is_not_written_over() -> None:
    lay("240771-0000.md")
    assert projekt("validate", ".", "--output-format", "concise=240771-0000.md").code == 2
    assert Path("240771-0000.md").read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-31", ["The form “egen” holds from 1 January 2027, but the check is as of 31 December 2026."]),
        ("2027-01-01", []),
        ("2027-06-30", []),
        ("2027-07-01", ["The form “egen” held until 30 June 2027, but the check is as of 1 July 2027."]),
    ],
)
def test_a_schema_holds_on_some_days(day: str, said: list[str]) -> None:
    lay("egen.yaml", OWN_SCHEMA + "valid: {from: 2027-01-01, to: 2027-06-30}\n")
    words = ("--schema", "egen.yaml", "--as-of", day, "--lang", "en", "--output-format", "concise")
    assert projekt("validate", lay("a.md"), *words) == (
        0,
        "".join(f"a.md:1:1: warning[schema-not-valid] {each}\n" for each in said),
        "",
    )


def test_a_schema_file_that_is_not_there_is_one_finding() -> None:
    lay("in/a.md", "Skema: former/kulturkorn.yaml\nSprog: en\nTitle: Garden\n")
    ran = projekt("validate", "in/a.md", "--output-format", "concise")
    message = "There is no file “in/former/kulturkorn.yaml”, which the document names as its form, so the document was"
    assert ran == (1, f"in/a.md:1:8: error[schema-unknown] {message} not checked against it.\n", "")


def test_folders_that_are_not_entered_are_named_where_they_hold_texts() -> None:
    lay("a.md")
    for name in (".gemt/2026/b.md", "node_modules/x/README.md", ".git/info.txt", ".cache/x.bin"):
        lay(name)
    told = data(".", code=0)
    assert told["skipped"] == [
        {"path": ".gemt", "reason": "folder-not-entered"},
        {"path": "node_modules", "reason": "folder-not-entered"},
    ]
    assert projekt("validate", ".", "--lang", "en").out.endswith("Not checked: 2 folders not entered.\n")
