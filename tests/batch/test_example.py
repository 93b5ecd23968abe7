"""What is found in the example of a rule: in one document, several, the file of a schema, and under a demand."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir

import pytest

from projektkort.batch.example import found_in
from projektkort.frozen import replace
from projektkort.rules.entry import Entry
from projektkort.rules.texts import Catalogue

PLAIN = Catalogue().entry("budget-balances")
UNEVEN = "budget: [{label: Hall, amount: 100}]\nfinancing: [{funder: Own funds, amount: 90}]\n"


def found(example: str, **changes: str) -> list[tuple[str, int]]:
    return [(finding.rule, finding.span.line) for finding in found_in(example, entry(**changes))]


def entry(**changes: str) -> Entry:
    return replace(PLAIN, **changes)


def test_an_example_of_yaml() -> None:
    assert found(UNEVEN) == [("budget-balances", 2)]


def test_an_example_of_markdown() -> None:
    text = "## Budget\nHall: 100\n\n## Financing\nOwn funds: 90\n"
    assert found(text, form="md") == [("budget-balances", 4)]


def test_a_demand_of_the_example_itself() -> None:
    assert found("applied: 60\n", schema="limits: {applied_max: 50}\n") == [("applied-too-high", 1)]
    assert found("applied: 50\n", schema="limits: {applied_max: 50}\n") == []


def test_a_file_of_a_schema() -> None:
    assert found("id: pond\nkind: aplication\n", form="schema") == [("schema-wrong-value", 2)]


def test_the_schema_that_fits_best() -> None:
    text = "Title: Swap day\nPurpose: Neighbours meet.\nActivities: Swapping.\nBackground: Nobody does.\n"
    assert found(text, form="md", schema="") == [("kind-assumed", 1)]


def test_several_files_keep_the_lines_of_the_example_and_see_each_other() -> None:
    text = f"title: A\nproject number: 2027-12\n-----\ntitle: B\nattachments: [example-1.yaml, other.pdf]\n{UNEVEN}"
    assert found(text, bad=text) == [("attachment-not-found", 5), ("budget-balances", 7)]


def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(Path(gettempdir()).glob("projekt-*"))
    found("applied: 60\n", schema="limits: {applied_max: 50}\n")
    assert set(Path(gettempdir()).glob("projekt-*")) <= before
