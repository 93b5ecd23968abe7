"""The examples beside each rule hold: a good one has no finding, a bad one just those that its comments tell."""

from __future__ import annotations

import pytest

from projektkort.batch.example import found_in
from projektkort.rules.texts import REMARK, Catalogue

CATALOGUE = Catalogue()
GOOD = [name for name in CATALOGUE.names() if CATALOGUE.entry(name).good]
BAD = [name for name in CATALOGUE.names() if CATALOGUE.entry(name).bad]
WITHOUT = {
    "encoding-legacy": "an example is UTF-8",
    "not-text": "an example is text",
    "word-unreadable": "an example is text",
    "file-empty": "an empty example says nothing",
    "file-unreadable": "an example can be read",
    "file-too-large": "ten megabytes are no example",
    "control-character": "the file that tells it cannot hold one",
    "alias-expanding": "takes a dozen lines that nobody would read",
    "too-deep": "takes fifty brackets",
    "too-large": "takes a hundred thousand values",
    "pool-exceeded": "the pool stands in projekt.toml",
    "rule-crashed": "a fault of ours",
    "check-crashed": "a fault of ours",
}
BAD_ONLY = {
    "schema-not-valid": "what is right here is another day",
}
ALSO = {"waiver-expired": ["budget-balances"]}
"""What a bad example shows beside its own finding: the one that was set aside counts again."""


def test_every_rule_has_a_bad_example_or_a_reason() -> None:
    assert set(CATALOGUE.names()) - set(BAD) == set(WITHOUT)
    assert set(BAD) - set(GOOD) == set(BAD_ONLY)
    assert set(GOOD) <= set(BAD)


def test_where_there_is_an_example_of_both_sorts_they_differ() -> None:
    assert [name for name in BAD if CATALOGUE.examples(name)[0] == CATALOGUE.examples(name)[1]] == []


@pytest.mark.parametrize("name", GOOD)
def test_a_good_example_has_no_finding_that_counts(name: str) -> None:
    found = found_in(CATALOGUE.examples(name)[0], CATALOGUE.entry(name))
    assert [finding.rule for finding in found if finding.waived is None] == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_example_has_just_the_findings_of_its_remarks(name: str) -> None:
    entry = CATALOGUE.entry(name)
    expected = [
        (number, line.split(REMARK, 1)[1].strip())
        for number, line in enumerate(entry.bad.split("\n"), 1)
        if REMARK in line
    ]
    findings = found_in(CATALOGUE.examples(name)[1], entry)
    own = [finding for finding in findings if finding.rule == name]
    assert [finding.rule for finding in findings if finding.rule != name] == ALSO.get(name, [])
    assert [finding.span.line for finding in own] == [line for line, _ in expected]
    for finding, (_, words) in zip(own, expected, strict=True):
        assert words in CATALOGUE.message(finding, "en")
