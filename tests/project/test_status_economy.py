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


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Alla belopp i tkr.", "sv"),
        ("Belopp i tkr", "sv"),
        ("Alla siffror i tusen kronor.", "sv"),
        ("Tabell 1. Budget och utfall (tkr)", "sv"),
        ("Alle tal i 1.000 kr.", "da"),
        ("### Regnskab (t.kr.)", "da"),
        ("Beløp i tusen kroner", "nb"),
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_the_unit_above_or_below_a_table_holds_for_it(words: str, language: str, *, below: bool) -> None:
    table = "| Post | Budget | Utfall |\n|---|---|---|\n| Löner | 800 | 120 |"
    head = f"---\nspråk: {language}\n---\n# Byen\n\n## Ekonomi\n"
    if below and words.startswith("#"):
        return
    read = report(f"{head}{table}\n\n{words}\n" if below else f"{head}{words}\n\n{table}\n")
    assert figures(read) == [("Löner", 800000, 120000)]


def test_a_sentence_with_an_amount_in_thousands_declares_no_unit() -> None:
    read = danish(f"# Byen\n\n## Økonomi\nVi har 29 tkr. tilbage af 80 tkr.\n\n{TABLE}\n")
    assert figures(read) == [("Løn", 60000, 45000), ("Trykning", 20000, 5500)]


@pytest.mark.parametrize(
    ("heads", "cells", "actual"),
    [
        ("Budget 2026 | Forbrug 2026", "400.000 | 195.000", 195000),
        ("Budget 2026 | Utfall jan–jun 2026", "400.000 | 195.000", None),
        ("Budget | Forbrug pr. 30. juni 2026", "400.000 | 195.000", 195000),
        ("Budget | Forbrug pr. 30/6", "400.000 | 195.000", 195000),
        ("Budget | Forbrug 1. halvår 2026", "400.000 | 195.000", None),
        ("Budget | Upparbetat denna period | Upparbetat totalt", "400.000 | 9 | 195.000", 195000),
        ("Budget | Heraf brugt", "400.000 | 195.000", 195000),
        ("Budget | Forbrug til dato | Forventet", "400.000 | 195.000 | 9", 195000),
        ("Budget | Utfall t.o.m. juni 2026 | Prognos helår", "400.000 | 195.000 | 9", 195000),
        ("Budget | Forbrug 2025 | Forbrug 2026", "400.000 | 9 | 195.000", None),
        ("Budget | Forbrug | Forbrug i alt", "400.000 | 9 | 195.000", 195000),
        ("Budget i perioden | Budget i alt | Forbrug i alt", "9 | 400.000 | 195.000", 195000),
        ("Tilsagn | Regnskab pr. 30/6", "400.000 | 195.000", 195000),
        ("Beviljat | Utfall", "400.000 | 195.000", 195000),
        ("Bevilget beløp | Regnskap", "400.000 | 195.000", 195000),
    ],
)
def test_heads_with_years_dates_and_totals(heads: str, cells: str, actual: int | None) -> None:
    rule = "---|" * len(heads.split("|"))
    read = danish(f"# Byen\n\n## Økonomi\n| Post | {heads} |\n|---|{rule}\n| Løn | {cells} |\n")
    assert read.budget is not None
    assert (figures(read), read.budget.unsure) == ([("Løn", 400000, actual)], False)
    assert read.budget.lines[0].parts == ()


ALIGNED = """Post                  Budget       Forbrug      Rest
Løn                   120.000      40.000       80.000
Materialer            180.000                  180.000
Mad                                61.500
I alt                 300.000     101.500"""


def test_columns_made_with_spaces_stand_below_their_heads() -> None:
    read = danish(f"# Byen\n\n## Økonomi\n{ALIGNED}\n")
    assert figures(read) == [("Løn", 120000, 40000), ("Materialer", 180000, None), ("Mad", None, 61500)]
    assert read.budget is not None
    assert read.budget.figure == 300000


@pytest.mark.parametrize(
    "table",
    [
        """<table><tr><th rowspan="2">Post</th><th colspan="2">Beløb i tkr.</th></tr>
<tr><th>Budget</th><th>Forbrug</th></tr><tr><td>Løn</td><td>60</td><td>45</td></tr></table>""",
        "| Post | Beløb i tkr. | |\n|---|---|---|\n| | Budget | Forbrug |\n| Løn | 60 | 45 |",
        "| Post | Beløb i tkr. | |\n|---|---|---|\n| Budget | Forbrug | |\n| Løn | 60 | 45 |",
        "| Post | Beløb i tkr. | Beløb i tkr. |\n|---|---|---|\n| Post | Budget | Forbrug |\n| Løn | 60 | 45 |",
        "| Post | 2026 | | 2027 |\n|---|---|---|---|\n| | Budget | Forbrug | Rest |\n| Løn | 60.000 | 45.000 | 1 |",
    ],
)
def test_a_head_in_two_rows(table: str) -> None:
    read = danish(f"# Byen\n\n## Økonomi\n{table}\n")
    assert figures(read) == [("Løn", 60000, 45000)]
