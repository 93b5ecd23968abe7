"""How a rule explains itself, part by part, with and without findings and a schema."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from projektkort.finding import Finding, Severity, SpanFix
from projektkort.locale import LANGUAGES
from projektkort.rules import explain
from projektkort.rules.explain import Asked, Part, explanation, rows
from projektkort.rules.texts import SUBJECTS, Catalogue
from projektkort.schema.model import Schema
from projektkort.span import Span

CATALOGUE = Catalogue()
HERE = Span(2, 1, 2, 9)


def told(
    name: str, *, findings: Sequence[Finding] = (), schema: Schema | None = None, firm: bool = False
) -> list[Part]:
    return list(explanation(CATALOGUE, Asked(name, "en", findings, schema, firm)))


def text(parts: list[Part], heading: str) -> str:
    [part] = [part for part in parts if part.heading == heading]
    return part.text


def test_the_parts_come_in_the_order_in_which_they_are_read() -> None:
    parts = told("too-short", findings=(Finding("too-short", Severity.WARNING, HERE, values={"count": 2, "limit": 8}),))
    assert [part.heading for part in parts] == [
        "",
        "The fund of the examples demands:",
        "This is in order:",
        "This is not:",
        "Line 2:",
        "What to do:",
        "How grave:",
        "Done for you:",
        "Accepted all the same?",
        "",
    ]
    assert parts[1] == Part(parts[1].heading, "sections: [{id: purpose, words: {min: 8}}]\n", "yaml")
    assert parts[4].text == "The text has 2 words, and the fund asks for at least 8."
    assert parts[-1] == Part("", "# projekt: ignore too-short: the reason", "yaml")


def test_only_findings_of_the_rule_itself_are_told() -> None:
    other = Finding("budget-balances", Severity.ERROR, HERE)
    assert [part.heading for part in told("waiver-expired", findings=(other,))].count("Line 2:") == 0


def test_what_to_do_is_said_where_no_example_can_be_shown() -> None:
    parts = told("file-empty", firm=True)
    assert [part.heading for part in parts if part.form] == []
    assert text(parts, "What to do:") == "Save the document anew, and see that the right file was sent."
    assert text(parts, "Accepted all the same?") == "No, this must be mended."


@pytest.mark.parametrize(("safe", "words"), [(True, "yes, `projekt validate FILE"), (False, "if you ask for it")])
def test_a_fix_of_the_example_is_told(safe: bool, words: str) -> None:
    found = Finding("tab-indent", Severity.WARNING, HERE, fix=SpanFix(safe, ()))
    said = text(told("tab-indent", findings=(found,)), "Done for you:")
    assert said.startswith(words)
    assert "“Indent with ordinary spaces”" in said


def test_a_schema_changes_the_severity_and_quotes_its_clauses_once() -> None:
    schema = Schema.model_validate(
        {
            "id": "pond",
            "rules": {"attachment-missing": "info"},
            "attachments": [{"id": "map"}, {"id": "plan"}],
            "clauses": {"map": "A map (§ 2).", "plan": "A map (§ 2).", "attachments": "All papers (§ 1)."},
        }
    )
    parts = told("attachment-missing", schema=schema)
    assert text(parts, "How grave:").startswith("note, as “pond” has it.")
    quoted = [part.text for part in parts if part.heading == "What “pond” says:"]
    assert quoted == ["“All papers (§ 1).”", "“A map (§ 2).”"]


def test_a_schema_that_sets_nothing_leaves_the_severity() -> None:
    parts = told("budget-balances", schema=Schema.model_validate({"id": "pond"}))
    assert text(parts, "How grave:").startswith("error. The fund's form")
    assert all("pond" not in part.heading + part.text for part in parts)


def test_where_the_schema_does_not_ask_nothing_is_quoted() -> None:
    schema = Schema.model_validate({"id": "pond", "clauses": {"costs_min": "Much (§ 1)."}})
    told_when = [part.text for part in told("costs-too-low", schema=schema) if part.heading == "When:"]
    assert told_when == [
        "only where the fund asks for it, which its form says under `limits.costs_min`.",
        "“pond” does not, so there the rule finds nothing.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subject_has_its_heading_and_its_rules(language: str) -> None:
    listed = [rows(CATALOGUE, subject, language) for subject in SUBJECTS]
    assert [name for _, own in listed for name, _ in own] == list(CATALOGUE.names())
    assert len({heading for heading, _ in listed}) == len(SUBJECTS)


def test_all_that_is_said_around_the_rules_is_said_in_every_language() -> None:
    file = Path(explain.__file__).with_name("explain.phrases.yaml")
    sentences = yaml.safe_load(file.read_text("utf-8"))
    assert [key for key, words in sentences.items() if set(words) != set(LANGUAGES)] == []
