"""The economy of a report in figures is its budget with what was spent; the words stay in their section."""

from __future__ import annotations

from decimal import Decimal

import pytest
from report_text import danish, report, text_of

from projektkort.project.models import Project

TABLE = """| Post | Budget | Forbrug |
|---|---|---|
| Løn | 60.000 | 45.000 |
| Trykning | 20.000 | 5.500 |
| I alt | 80.000 | 50.500 |"""
LINES = "[{post: Løn, budget: 60.000, forbrug: 45.000}, {post: Trykning, budget: 20.000, forbrug: 5.500}]"


def figures(read: Project) -> list[tuple[str, int | None, int | None]]:
    lines = read.budget.lines if read.budget else ()
    return [(line.label.value, whole(line.amount), whole(line.actual)) for line in lines]


def whole(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount)


def test_a_table_below_economy_is_the_budget() -> None:
    read = danish(f"# Byen\n\n## Økonomi\nVi har 29.500 kr. tilbage.\n\n{TABLE}\n")
    assert figures(read) == [("Løn", 60000, 45000), ("Trykning", 20000, 5500)]
    assert read.budget is not None
    assert read.budget.total is not None
    assert read.budget.total.amount == 80000
    assert read.budget.heading.text == "Økonomi"
    assert text_of(read, "economy") == f"Vi har 29.500 kr. tilbage.\n\n{TABLE}"
    assert [str(found.reading.amount) for found in read.amounts_in_text] == ["29500"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Post | Budget | Forbrug i perioden | Forbrug i alt | Rest", "Løn | 60.000 | 9.000 | 45.000 | 15.000"),
        ("Post | Budget | Forbrug | Forbrug i %", "Løn | 60.000 | 45.000 | 75"),
        ("Post | Budget | Forbrugt | Prognose | %", "Løn | 60.000 | 45.000 | 61.000 | 75"),
        ("Udgiftspost | Budget 2026 | Forbrug pr. 31.12.2026", "Løn | 60.000 | 45.000"),
    ],
)
def test_other_columns_beside_budget_and_spending_stay_out(heads: str, cells: str) -> None:
    rule = "|".join("---" for _ in heads.split("|"))
    read = danish(f"# Byen\n\n## Økonomi\n| {heads} |\n| {rule} |\n| {cells} |\n")
    budget = read.budget
    assert budget is not None
    assert not budget.unsure
    assert [(label, actual) for label, _, actual in figures(read)] == [("Løn", 45000)]


def test_spending_alone_is_a_table_too() -> None:
    read = danish("# Byen\n\n## Økonomi\n| Post | Forbrug |\n|---|---|\n| Løn | 45.000 |\n")
    assert figures(read) == [("Løn", None, 45000)]


@pytest.mark.parametrize(
    "economy",
    [
        "\n  - {post: Løn, budget: 60.000, forbrug: 45.000}\n  - {post: Trykning, budget: 20.000, forbrug: 5.500}",
        f"\n  linjer: {LINES}\n  i alt: 80.000",
        "\n  Løn: {budget: 60.000, forbrug: 45.000}\n  Trykning: {budget: 20.000, forbrug: 5.500}",
    ],
)
def test_yaml_says_the_same(economy: str) -> None:
    read = report(f"sprog: da\ntitel: Byen\nøkonomi:{economy}\n", "x.yaml")
    assert figures(read) == [("Løn", 60000, 45000), ("Trykning", 20000, 5500)]
    assert text_of(read, "economy") != ""


@pytest.mark.parametrize(
    "economy",
    [
        "Midlerne bruges efter planen.",
        "Løn: 45.000 kr.\nTrykning: 5.500 kr.",
        "| Hvem | Rolle |\n|---|---|\n| Ida | Kasserer |",
    ],
)
def test_words_below_economy_are_no_budget(economy: str) -> None:
    read = danish(f"# Byen\n\n## Økonomi\n{economy}\n")
    assert read.budget is None
    assert text_of(read, "economy") == economy


def test_a_budget_of_its_own_goes_before() -> None:
    read = danish(f"# Byen\n\n## Budget\n| Post | Beløb |\n|---|---|\n| Alt | 80.000 |\n\n## Økonomi\n{TABLE}\n")
    assert figures(read) == [("Alt", 80000, None)]


def test_words_in_yaml_are_no_figures() -> None:
    assert report("sprog: da\ntitel: Byen\nøkonomi: {Løn: efter planen}\n", "x.yaml").budget is None
