"""SARIF: places, marks that stay, fixes, suppressions, rules, and what befell the run."""

from __future__ import annotations

import json
from typing import Any

import pytest
from readers import sarif_schema
from samples import ACROSS, BALANCED, BROKEN, FOLDER, MENDED, SKIPPED, UNBALANCED, WAIVED, WEEK, WORDY, Words

from projektkort.engine import catalogue
from projektkort.finding import Excerpt, Result, Waiver
from projektkort.frozen import replace
from projektkort.output import Options, Tally, outcome_of, write
from projektkort.output import sarif as form
from projektkort.output.fingerprint import fingerprints
from projektkort.span import Span


def run(*results: Result, **options: str) -> dict[str, Any]:
    """The only run of a valid log."""
    whole = json.loads(write("sarif", results, Words(), Options(**options)))  # type: ignore[arg-type]  # the language
    sarif_schema().validate(whole)
    (only,) = whole["runs"]
    assert isinstance(only, dict)
    return only


def test_a_result_has_a_place_a_message_with_its_remedy_and_related_places() -> None:
    (result,) = run(replace(BALANCED, path="en mappe/ø.md", findings=(UNBALANCED,)), language="en")["results"]
    mark = result.pop("partialFingerprints")
    assert list(mark) == ["projektkort/v1"]
    assert result == {
        "ruleId": "budget-balances",
        "level": "error",
        "message": {"text": "Budget and financing differ.\nDo this: Write where the money comes from."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "en%20mappe/%C3%B8.md"},
                    "region": {"startLine": 30, "startColumn": 10, "endLine": 30, "endColumn": 16},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "the costs"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "en%20mappe/%C3%B8.md"},
                    "region": {"startLine": 26, "startColumn": 10, "endLine": 26, "endColumn": 16},
                },
            }
        ],
    }


def test_columns_are_characters() -> None:
    assert run()["columnKind"] == "unicodeCodePoints"


def test_a_fix_is_a_replacement_and_a_waiver_a_suppression() -> None:
    (result,) = run(replace(BALANCED, findings=(WAIVED,)))["results"]
    at = {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 7}
    assert result["fixes"] == [
        {
            "description": {"text": "Skriv året"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "god.yaml"},
                    "replacements": [{"deletedRegion": at, "insertedContent": {"text": " 2027"}}],
                }
            ],
        }
    ]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "aftalt"}]
    elsewhere = replace(WEEK, waived=Waiver("aftalt", None, None))
    (result,) = run(replace(BALANCED, findings=(elsewhere,)))["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "aftalt"}]


def test_in_a_word_document_a_cell_is_the_place_and_nothing_is_put_into_its_text() -> None:
    (across,) = ACROSS.findings
    word = replace(WORDY, fix=MENDED.fix, related=(Span(1, 1, 1, 2),), elsewhere=across.elsewhere)
    (result,) = run(replace(BALANCED, path="c.docx", findings=(word,)))["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "c.docx"}},
            "logicalLocations": [{"fullyQualifiedName": "tabel 2, række 5, kolonne B"}],
        }
    ]
    assert "fixes" not in result
    (related,) = result["relatedLocations"]
    assert related["id"] == 2
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "b/anden.md"}
    assert result["message"]["text"] == "tabel 2, række 5, kolonne B: odd da"


def test_a_finding_across_files_has_the_place_in_the_other_file() -> None:
    (result,) = run(ACROSS)["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "b/anden.md"}
    assert result["level"] == "note"


def test_rules_are_told_once_in_the_common_language_those_set_aside_too() -> None:
    driver = run(replace(BALANCED, findings=(WAIVED,)), BROKEN, BROKEN)["tool"]["driver"]
    assert driver["language"] == "da"
    assert [rule["id"] for rule in driver["rules"]] == ["budget-balances", "week-without-year"]
    assert driver["rules"][0] == {
        "id": "budget-balances",
        "shortDescription": {"text": "Titel på budget-balances"},
        "fullDescription": {"text": "De to sider skal være ens."},
        "help": {
            "text": "De to sider skal være ens.\n\nSådan er det i orden:\n\nhall: 1\n\nSådan er det ikke:\n\nhall: -",
            "markdown": "De to sider skal være ens.\n\nSådan er det i orden:\n\n~~~~\nhall: 1\n~~~~\n\n"
            "Sådan er det ikke:\n\n~~~~\nhall: -\n~~~~",
        },
        "defaultConfiguration": {"level": "error"},
    }
    assert driver["rules"][1]["help"]["text"] == "De to sider skal være ens."
    assert run(replace(BROKEN, language=None), BROKEN)["tool"]["driver"]["language"] == "en"


def test_every_rule_of_ours_can_be_told() -> None:
    findings = tuple(replace(WEEK, rule=rule) for rule in catalogue().names())

    class Speechless(type(catalogue())):  # type: ignore[misc]  # the real texts of rules, without those of findings
        def message(self, *_: object) -> str:
            return "x"

        help = related = fix = message

    for language in ("da", "sv", "nb", "en"):
        text = write("sarif", [replace(BALANCED, findings=findings)], Speechless(), Options(language=language))
        whole = json.loads(text)
        sarif_schema().validate(whole)
        assert len(whole["runs"][0]["tool"]["driver"]["rules"]) == len(findings)
        assert "  # " not in text


def test_files_that_were_left_out_are_notifications_in_the_language_of_the_others() -> None:
    (invocation,) = run(BALANCED, SKIPPED, replace(SKIPPED, path="x y.pdf", skipped="pdf"))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert "exitCode" not in invocation
    assert invocation["toolExecutionNotifications"][1] == {
        "level": "note",
        "message": {"text": "ikke kontrolleret: PDF-fil"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "x%20y.pdf"}}}],
    }
    assert len(invocation["toolExecutionNotifications"]) == 2


@pytest.mark.parametrize(("crashed", "stopped", "code"), [(True, False, 4), (False, True, 130), (True, True, 130)])
def test_a_run_that_failed_or_was_stopped_has_its_exit_code(crashed: bool, stopped: bool, code: int) -> None:
    tally = Tally([outcome_of(replace(BALANCED, crash="budget-balances" if crashed else None))])
    tally.interrupted = stopped
    frame = form.frame(Words(), Options())
    whole = json.loads("".join([frame.opening(), *frame.closing(tally)]))
    sarif_schema().validate(whole)
    (invocation,) = whole["runs"][0]["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, code)


def test_braces_of_a_user_are_no_placeholders() -> None:
    class Braces(Words):
        def message(self, finding: object, language: str) -> str:
            return "»{0}« og }"

    whole = json.loads(write("sarif", [replace(BALANCED, findings=(WEEK,))], Braces(), Options()))
    assert whole["runs"][0]["results"][0]["message"]["text"] == "»{{0}}« og }}"


def marks(*findings: object, path: str = "a.md") -> list[str]:
    return fingerprints(replace(BALANCED, path=path, findings=findings))


def test_a_mark_stays_when_lines_move_and_white_space_changes() -> None:
    moved = replace(WEEK, span=Span(9, 3, 9, 9), excerpts=(Excerpt(9, "  uge 13 plan "),))
    assert marks(moved) == marks(WEEK)


def test_a_mark_depends_on_rule_variant_path_line_other_files_and_which_one_it_is() -> None:
    (other,) = ACROSS.findings
    different = [
        marks(WEEK),
        marks(WEEK, path="b.md"),
        marks(replace(WEEK, rule="odd")),
        marks(replace(WEEK, variant="many")),
        marks(replace(WEEK, excerpts=(Excerpt(4, "uge 14 plan"),))),
        marks(replace(WEEK, excerpts=())),
        marks(other),
        marks(replace(other, elsewhere=())),
        marks(WEEK, WEEK)[1:],
    ]
    assert len({mark for each in different for mark in each}) == len(different)
    assert marks(WEEK, WEEK)[0] == marks(WEEK)[0]


def test_the_recipe_of_a_mark_stands() -> None:
    assert marks(WEEK) == ["30ac80c04d28aaea66e8281d6ad9fc3f"]


def test_results_of_a_folder_keep_their_order() -> None:
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run(*FOLDER)["results"]]
    assert uris == ["b/d%C3%A5rlig.md", "b/d%C3%A5rlig.md", "c.docx", "d.yaml", "d.yaml", "e.yaml", "en.md"]
