"""The two sides of the books: which rows stand on which, what is told twice, what nothing says."""

from __future__ import annotations

import pytest
from project_text import DANISH, figure, in_yaml, lines, loaded, problems, project, total

FORM = f"""{DANISH}Budgetoverblik

Ansøgt beløb: 60.000 kr.
Forventede udgifter: 80.000 kr.
"""


def test_both_sides_under_one_heading_by_their_own_names() -> None:
    read = project(
        f"{DANISH}## Budget og finansiering\n\n**Udgifter**\n\nTelte 9.000\nMad 1.000\nUdgifter i alt 10.000\n\n"
        "**Indtægter**\n\nFonden 8.000\nKassen 2.000\nIndtægter i alt 10.000"
    )
    assert lines(read.budget) == [("Telte", "9000"), ("Mad", "1000")]
    assert lines(read.financing) == [("Fonden", "8000"), ("Kassen", "2000")]
    assert (total(read.budget), total(read.financing), read.balances) == ("10000", "10000", True)


def test_the_sides_names_among_the_rows_of_one_table() -> None:
    read = project(
        f"{DANISH}## Budget\n\n| Post | Beløb |\n|---|---|\n| Telte | 9.000 |\n| **Indtægter** |\n| Fonden | 9.000 |"
        "\n| **Udgifter** |\n| Mad | 500 |"
    )
    assert lines(read.budget) == [("Telte", "9000"), ("Mad", "500")]
    assert lines(read.financing) == [("Fonden", "9000")]


def test_a_side_with_lines_in_two_places_is_undecided() -> None:
    text = f"{DANISH}## Budget\n\nTelte 9.000\n\n## Formål\n\nAt feste.\n\n## Udgifter\n\nTelte 8.000\n"
    read = project(text)
    assert read.budget is not None
    assert read.budget.unsure
    assert figure(read.budget) is None
    assert ("side-unsure", "Udgifter") in problems(text)
    assert read.balances is None


def test_a_heading_without_lines_before_the_one_with_lines_is_no_second_side() -> None:
    text = f"{DANISH}## Budget\n\nVi har regnet længe.\n\n### Udgifter\n\nTelte 8.000\n"
    assert lines(project(text).budget) == [("Telte", "8000")]
    assert problems(text) == []


def test_a_figure_beside_the_label_and_the_same_total_below_agree() -> None:
    text = f"{DANISH}Samlet budget: 9.000 kr.\n\n## Udgifter\n\nTelte 8.000\nMad 1.000\nI alt 9.000\n"
    read = project(text)
    assert (lines(read.budget), total(read.budget)) == ([("Telte", "8000"), ("Mad", "1000")], "9000")
    assert problems(text) == []


def test_two_different_figures_for_one_side_are_undecided() -> None:
    text = f"{DANISH}Samlet budget: 9.000 kr.\n\nFormål: at feste\n\nUdgifter: 8.000 kr.\n"
    read = project(text)
    assert figure(read.budget) is None
    assert problems(text) == [("side-unsure", "Udgifter")]
    assert problems(text.replace("8.000", "9.000")) == []


def test_a_budget_without_a_heading_is_found_and_said() -> None:
    text = f"{DANISH}Formål: Vi fester.\n\nProgram: sang\n\nTelte 9.000\nMad: 1.000\nI alt 10.000\n\nVi ses."
    read = project(text)
    assert lines(read.budget) == [("Telte", "9000"), ("Mad", "1000")]
    assert total(read.budget) == "10000"
    [problem] = loaded(text).problems
    assert (problem.rule, problem.place.text, problem.values["label"]) == ("side-unlabelled", "Telte 9.000", "Program")


@pytest.mark.parametrize("text", ["Telte 9.000\nMad 1.000\n", "Telte 9.000\nI alt 9.000\n", "Vi ses\n"])
def test_fewer_amounts_or_no_total_are_no_budget(text: str) -> None:
    assert project(f"{DANISH}Formål: Vi fester.\n\n{text}").budget is None


def test_funders_below_a_stated_cost_are_the_financing_with_the_applied_amount() -> None:
    read = project(f"{FORM}Bidrag fra samarbejdspartnere: 20-25.000 kr.\n\nUdgifterne er telt, lyd og lys.\n")
    assert (lines(read.budget), total(read.budget), figure(read.budget)) == ([], "80000", "80000")
    assert read.financing is not None
    assert [(line.label.value, line.amount, line.low, line.high, line.type) for line in read.financing.lines] == [
        ("Ansøgt beløb", 60000, None, None, "applied"),
        ("Bidrag fra samarbejdspartnere", None, 20000, 25000, "grant"),
    ]
    assert read.balances is None  # 80.000 lies between 80.000 and 85.000
    assert read.amounts_in_text == ()


def test_an_applied_line_among_the_funders_is_not_told_twice() -> None:
    read = project(f"{FORM}Søgt tilskud hos bydelen: 60.000 kr.\nEgne penge: 20.000 kr.\n")
    assert read.budget is not None
    assert read.financing is None or lines(read.financing)[0][0] != "Ansøgt beløb"


def test_costs_below_a_stated_cost_stay_costs() -> None:
    read = project(f"{FORM}Telte: 50.000 kr.\nTilskud til bus: 30.000 kr.\n")
    assert lines(read.budget) == [("Telte", "50000"), ("Tilskud til bus", "30000")]
    assert read.financing is None


def test_volunteers_alone_below_a_stated_cost_are_costs() -> None:
    assert lines(project(f"{FORM}Frivillige timer: 80.000 kr.\n").budget) == [("Frivillige timer", "80000")]


def test_with_a_financing_of_its_own_nothing_is_moved() -> None:
    read = project(f"{FORM}Bidrag fra naboer: 20.000 kr.\n\n## Finansiering\n\nFonden 60.000\n")
    assert lines(read.budget) == [("Bidrag fra naboer", "20000")]
    assert lines(read.financing) == [("Fonden", "60000")]


@pytest.mark.parametrize(
    ("costs", "income", "balances"),
    [
        ("Telte 100", "Fonden 100", True),
        ("Telte 100", "Fonden 90", False),
        ("Telte 1.000-2.000", "Fonden 1.500", None),
        ("Telte 1.000-2.000", "Fonden 90", False),
        ("Telte 1.000-2.000", "Fonden 3.000", False),
        ("Telte: efter aftale", "Fonden 300", None),
        ("Telte 100 EUR", "Fonden 100 DKK", None),
        ("Telte 100 EUR", "Fonden 100 EUR", True),
        ("Telte 100 EUR\nMad 10 SEK", "Fonden 110 EUR", None),
        ("Telte 100 EUR\nMad 10", "Fonden 110 EUR", None),
        ("Telte 100 kr.\nMad 10", "Fonden 110", True),
        ("Telte 100\nMad 10\nI alt 110 EUR", "Fonden 110 EUR", True),
        ("Telte -", "Fonden 100", None),
    ],
)
def test_balance(costs: str, income: str, balances: bool | None) -> None:
    read = project(f"{DANISH}## Budget\n\n{costs}\n\n## Finansiering\n\n{income}\n")
    assert read.balances is balances


def test_a_missing_side_does_not_balance() -> None:
    read = project(f"{DANISH}## Budget\n\nTelte 100\n")
    assert (read.financing, read.balances) == (None, None)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Sprog: da\nValuta: EUR\n\n## Budget\n\nTelte 100", "EUR"),
        ("Sprog: da\n\n## Budget (EUR)\n\nTelte 100", "EUR"),
        ("Sprog: da\n\n## Budget\n\nTelte 100 SEK", "SEK"),
        ("Sprog: da\n\n## Budget\n\nTelte 100\nI alt 100 €", "EUR"),
        ("Sprog: da\n\n## Budget\n\nTelte 100", "DKK"),
        ("Språk: sv\n\n## Budget\n\nTält 100", "SEK"),
        ("Språk: nb\n\n## Budsjett\n\nTelt 100", "NOK"),
        ("Language: en\n\n## Budget\n\nTents 100 GBP", "GBP"),
        ("Language: en\n\n## Budget\n\nTents 100", None),
    ],
)
def test_the_currency_of_a_side(text: str, currency: str | None) -> None:
    side = project(text).budget
    assert side is not None
    assert side.currency == currency


def test_an_income_table_and_a_stated_cost_in_yaml() -> None:
    read = in_yaml("sprog: da\nbudget: 5.000 kr.\nfinansiering: {Fonden: 5.000}\n")
    assert (lines(read.budget), total(read.budget), read.balances) == ([], "5000", True)
