"""A schema file sets severities of rules that exist, for all projects and by their stage; what it misspells is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from projektkort.engine import schema_problems
from projektkort.schema.model import Schema
from projektkort.schema.overlay import overlaid

HEAD = "id: egen\ntitle: {da: Egen pulje}\n"


def told(path: Path, text: str) -> list[tuple[str, int, int, object]]:
    path.write_text(HEAD + text, "utf-8")
    _, found = schema_problems(str(path))
    return [(each.rule, each.place.span.line, each.place.span.column, each.values.get("suggestion")) for each in found]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "egen.yaml"


def test_a_rule_that_nobody_knows_is_told_under_rules_and_under_a_stage(file: Path) -> None:
    text = (
        "rules: {budget-totl: info}\nstages:\n  draft: {xyzzy: info, budget-total: info}\n  closed: {week-with: info}\n"
    )
    assert told(file, text) == [
        ("schema-unknown-rule", 3, 9, "budget-total"),
        ("schema-unknown-rule", 5, 11, None),
        ("schema-unknown-rule", 6, 12, "week-without-year"),
    ]


def test_a_stage_that_nobody_knows_and_a_level_that_is_none_are_told(file: Path) -> None:
    assert told(file, "stages: {drafts: {budget-total: info}}\n")[0][:3] == ("schema-unknown-key", 3, 10)
    assert told(file, "stages: {draft: {budget-total: mild}}\n")[0][:3] == ("schema-wrong-value", 3, 32)


def test_nothing_is_told_of_names_that_exist(file: Path) -> None:
    assert told(file, "rules: {budget-total: info}\nstages: {granted: {budget-balances: 'off'}}\n") == []


def test_a_schema_that_extends_another_adds_to_its_stages() -> None:
    base, own = (
        Schema.model_validate({"id": "a", "stages": stages})
        for stages in ({"draft": {"x": "info", "y": "info"}, "closed": {"x": "off"}}, {"draft": {"y": "off"}})
    )
    assert overlaid(base, own).stages == {"draft": {"x": "info", "y": "off"}, "closed": {"x": "off"}}
