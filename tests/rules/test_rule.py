"""A rule takes its name from its function, and is skipped where what it needs was not built."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from asking import bound

from projektkort.finding import Problem
from projektkort.project.models import Project
from projektkort.rules.registry import SUBJECTS, due, of_reports, rules
from projektkort.rules.rule import rule
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Schema

RULES = {rule.name: rule for rule in rules()}
WITHOUT_FUNCTION = {"attachment-not-found"}
"""The engine looks for files."""


@rule(needs={"budget"})
def no_empty_hall(project: Project, schema: Schema) -> Iterator[Problem]:
    """The hall is paid for."""
    yield Problem(project.start)


def test_a_rule_is_named_after_its_function_and_its_module() -> None:
    assert (no_empty_hall.name, no_empty_hall.subject) == ("no-empty-hall", "test_rule")


def test_a_rule_is_skipped_where_its_part_was_not_built() -> None:
    assert not no_empty_hall.applies(bound("title: Swap day")[0])
    assert no_empty_hall.applies(bound("budget: {Hall: 100}")[0])


def test_a_rule_cannot_need_what_no_project_has() -> None:
    with pytest.raises(ValueError, match="a project or a schema has no budgets"):
        rule(needs={"budgets"})


def test_every_rule_has_a_plain_name_and_says_what_holds() -> None:
    for name, found in RULES.items():
        assert found.name == name
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", name)
        assert re.fullmatch(r"[A-Z][^\n]*\.", (found.function.__doc__ or "").split("\n")[0])


def test_rules_and_texts_agree_on_names_and_subjects() -> None:
    catalogue = Catalogue()
    subjects = {module.__name__.rpartition(".")[2] for module in (*SUBJECTS, *of_reports())}
    with_function = {name for name in catalogue.names() if catalogue.subject(name) in subjects} - WITHOUT_FUNCTION
    assert set(RULES) == with_function
    assert all(catalogue.subject(name) == found.subject for name, found in RULES.items())


def test_only_rules_whose_parts_are_there_are_due() -> None:
    names = [found.name for found in due(bound("budget: {Hall: 100, Total: 90}")[0], Schema(id="none"))]
    assert "budget-total" in names
    assert "financing-total" not in names
