"""What two files have in common is told once: the one thing that says most, with what else is the same."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from projektkort.finding import Finding, Note, Severity, Value
from projektkort.rules.across import RULES, TWICE, Pair, judged
from projektkort.rules.texts import Catalogue, read_subject
from projektkort.span import Span

CATALOGUE = Catalogue()


def said(pair: Pair, language: str = "en") -> str:
    """The rule and its message."""
    verdict = judged(pair)
    values: dict[str, Value] = {"path": "a.md", "there": Span(4, 1, 4, 9), "count": 12, "also": verdict.also}
    finding = Finding(verdict.rule, Severity.WARNING, Span(2, 1, 2, 9), verdict.variant, values)
    return f"{verdict.rule}: {CATALOGUE.message(finding, language)}"


def test_every_rule_has_its_words() -> None:
    assert tuple(read_subject("across").entries) == RULES


def test_every_rule_is_told_in_the_documentation() -> None:
    page = (ROOT / "docs/folders.md").read_text("utf-8")
    severities = {Severity.WARNING: "warning", Severity.INFO: "note"}
    told = re.findall(r"^\| `([a-z-]+)` \|.*\| (\w+) \|$", page, re.MULTILINE)
    assert told == [(rule, severities[CATALOGUE.severity(rule)]) for rule in RULES]


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (
            Pair("application", {"applicant": 1}, True),
            "applicant-twice: The same applicant applies in “a.md” (line 4) too.",
        ),
        (
            Pair("application", {"cost": 1, "applicant": 1}, True),
            (
                "cost-twice: The same applicant has a cost with this name and amount in “a.md” (line 4). "
                "They may be two different things."
            ),
        ),
        (
            Pair("application", {"cost": 3, "applicant": 1}, True),
            (
                "cost-twice: The same applicant has a cost with this name and amount in “a.md” (line 4). "
                "Also the same: 2 more costs. They may be two different things."
            ),
        ),
        (Pair("application", {"text": 1}), "text-twice: The same text is in “a.md” (line 4)."),
        (
            Pair("application", {"text": 2}, False),
            "text-twice: The same text is in “a.md” (line 4), from another applicant. Also the same: 1 more text.",
        ),
        (
            Pair("application", {"text": 1, "cost": 2, "applicant": 1}, True),
            (
                "text-twice: The same text is in “a.md” (line 4), from the same applicant. "
                "Also the same: the applicant and 2 costs."
            ),
        ),
        (
            Pair("application", {"number": 1}, False),
            "number-twice: The project number is also in “a.md” (line 4).",
        ),
        (
            Pair("application", {"number": 1, "text": 1}, False),
            "number-twice: The project number is also in “a.md” (line 4). Also the same: 1 text.",
        ),
        (
            Pair("application", {"number": 1, "text": 4, "cost": 1, "applicant": 1}, True),
            (
                "number-twice: This seems to be the same application as “a.md”: the project number "
                "(line 4 there) is the same. "
                "Also the same: the applicant, 4 texts and 1 cost."
            ),
        ),
        (
            Pair("status-report", {"number": 1}),
            "number-twice: The same report is in “a.md” (line 4): it is about the same project, number and period.",
        ),
        (
            Pair("application", {"number": 1}, many=True),
            "number-twice: The project number is in 12 files, first in “a.md” (line 4).",
        ),
        (
            Pair("application", {"text": 3, "applicant": 1}, True, many=True),
            "text-twice: The same text is in 12 files, first in “a.md” (line 4). It is perhaps the form's own.",
        ),
    ],
)
def test_a_pair_is_told_in_one_sentence(pair: Pair, sentence: str) -> None:
    assert said(pair) == sentence


def test_it_is_told_in_danish_as_a_case_worker_would() -> None:
    assert said(Pair("application", {"number": 1, "text": 1, "cost": 2, "applicant": 1}, True), "da") == (
        "number-twice: Det ligner den samme ansøgning som »a.md«: projektnummeret (linje 4 dér) er det samme. "
        "Ens er også: ansøgeren, 1 tekst og 2 udgifter."
    )


@pytest.mark.parametrize(
    ("pair", "same"),
    [
        (Pair("application", {"number": 1}, True), True),
        (Pair("application", {"number": 1, "text": 1}), True),
        (Pair("application", {"number": 1, "text": 1}, False), False),
        (Pair("application", {"number": 1}), False),
        (Pair("application", {"text": 1}, True), True),
        (Pair("application", {"text": 1}), False),
        (Pair("application", {"applicant": 1}, True), False),
        (Pair("status-report", {"number": 1}, True), False),
        (Pair("application", {"number": 1, "applicant": 1}, True, many=True), False),
    ],
)
def test_what_is_one_application_in_two_versions(pair: Pair, same: bool) -> None:
    assert judged(pair).is_same is same


def test_what_tells_most_is_told() -> None:
    kinds = list(TWICE)
    while kinds:
        verdict = judged(Pair("application", dict.fromkeys(kinds, 1), True))
        assert (verdict.about, verdict.rule) == (kinds[0], TWICE[kinds[0]])
        kinds.pop(0)


def test_what_else_is_the_same_is_a_note() -> None:
    things = (Note("applicant", {}), Note("cost", {"count": 1}))
    assert judged(Pair("application", {"text": 1, "cost": 1, "applicant": 1}, True)).also == Note(
        "also", {"things": things}
    )
    assert judged(Pair("application", {"text": 1}, False)).also is None
