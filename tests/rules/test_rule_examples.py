"""The examples beside each rule hold: a good one has no finding, a bad one just those that its comments tell."""

from __future__ import annotations

import pytest

from projektkort.batch.example import found_in
from projektkort.rules.texts import Catalogue

CATALOGUE = Catalogue()
GOOD = [name for name in CATALOGUE.names() if CATALOGUE.entry(name).good]
BAD = [name for name in CATALOGUE.names() if CATALOGUE.entry(name).bad]
WITHOUT = {
    "label-twice": "YAML has a finding of its own for a key that stands twice",
    "too-short": "the schema `none` limits no length",
    "too-long": "the schema `none` limits no length",
    "applied-too-high": "the schema `none` limits no amount",
    "applied-too-low": "the schema `none` limits no amount",
    "encoding-legacy": "an example is UTF-8",
    "not-text": "an example is text",
    "word-unreadable": "an example is text",
    "file-empty": "an empty example says nothing",
    "file-unreadable": "an example is no file",
    "file-too-large": "ten megabytes are no example",
    "control-character": "a YAML file cannot hold one",
    "alias-undefined": "a comment would be part of the text",
    "alias-expanding": "takes a dozen lines",
    "merge-key": "the label is unknown too",
    "too-deep": "takes fifty brackets",
    "too-large": "takes a hundred thousand values",
    "key-not-text": "the label is unknown too",
    "yaml-tag": "a comment would be part of the text",
    "column-unknown": "takes a table",
    "side-unsure": "takes two tables",
    "side-unlabelled": "takes a text",
    "line-not-read": "takes a text",
    "parts-differ": "takes a table",
    "kind-assumed": "needs a document whose schema nobody names",
    "schema-unknown": "needs a document that names its own schema",
    "schema-unknown-key": "found in schema files",
    "schema-missing-key": "found in schema files",
    "schema-wrong-value": "found in schema files",
    "schema-unknown-rule": "found in schema files",
    "schema-unknown-section": "found in schema files",
    "schema-swapped": "found in schema files",
    "schema-not-valid": "needs a schema with days",
    "own-share-too-low": "needs a schema with a share",
    "spending-against-time": "needs a schema with a share",
    "goal-moved-back": "takes two reports",
    "goal-gone": "takes two reports",
    "pool-exceeded": "needs a pool",
    "rule-crashed": "a fault of ours",
    "check-crashed": "a fault of ours",
}


def test_every_rule_has_a_bad_example_or_a_reason() -> None:
    assert set(CATALOGUE.names()) - set(BAD) == set(WITHOUT)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_example_has_no_finding(name: str) -> None:
    entry = CATALOGUE.entry(name)
    assert found_in(entry.good, entry.schema) == ()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_example_has_just_the_findings_of_its_comments(name: str) -> None:
    entry = CATALOGUE.entry(name)
    expected = [
        (number, line.rsplit("# ", 1)[1].strip())
        for number, line in enumerate(entry.bad.split("\n"), 1)
        if "# " in line
    ]
    findings = found_in(entry.bad, entry.schema)
    assert [(finding.rule, finding.span.line) for finding in findings] == [(name, line) for line, _ in expected]
    for finding, (_, words) in zip(findings, expected, strict=True):
        assert words in CATALOGUE.message(finding, "en")
