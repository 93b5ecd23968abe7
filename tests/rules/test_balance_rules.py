"""Budget and financing: both there, added up rightly, equal to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, lines, marked, only

from projektkort.finding import Note, Problem
from projektkort.money import Money
from projektkort.schema.model import Schema, SideSchema

DEMANDING = Schema(
    id="demanding", budget=SideSchema(required=True), financing=SideSchema(required=True), currency="DKK"
)
BOTH = "budget: {Hall: 60, Food: 40}\nfinancing: {Own money: 100}\n"


def amounts(problem: Problem, *names: str) -> list[Decimal]:
    return [value.amount for name in names if isinstance(value := problem.values[name], Money)]


def hint(problem: Problem) -> str | None:
    value = problem.values["hint"]
    return value.key if isinstance(value, Note) else None


@pytest.mark.parametrize("rule", ["budget-missing", "financing-missing"])
def test_a_side_is_missed_where_the_fund_demands_it(rule: str) -> None:
    text = "title: Swap day\npurpose: Neighbours meet.\n"
    problem = only(rule, text, DEMANDING)
    assert (problem.place.line, problem.place.start, problem.variant) == (2, len(text) - 1, "")
    assert ask(rule, text) == []
    assert ask(rule, BOTH, DEMANDING) == []


def test_financing_would_stand_behind_the_budget() -> None:
    text = "budget:\n  Hall: 60\n  Total: 60\npurpose: Neighbours meet.\n"
    assert only("financing-missing", text, DEMANDING).place.line == 3
    assert only("financing-missing", "budget:\n  Hall: 60\npurpose: Meet.\n", DEMANDING).place.line == 2


def test_a_side_without_a_single_amount_is_missed_too() -> None:
    problem = only("budget-missing", "title: Swap day\nbudget: {Hall: '-', Food: ''}")
    assert (problem.variant, problem.values["label"], problem.place.line) == ("empty", "budget", 2)
    assert ask("budget-missing", "budget: {Total: 100}") == []


def test_amounts_in_sentences_are_no_budget_where_one_is_demanded() -> None:
    text = "title: Swap day\nbudget: We think the hall costs about EUR 350 and the food EUR 40.\n"
    problem = only("budget-missing", text, DEMANDING)
    assert (problem.variant, problem.place.line) == ("told", 2)
    assert ask("budget-missing", text) == []


@pytest.mark.parametrize(("rule", "side"), [("budget-total", "budget"), ("financing-total", "financing")])
def test_lines_that_do_not_make_the_total(rule: str, side: str) -> None:
    text = f"{side}:\n  Post A: 61\n  Post B: 40\n  Post C: '-'\n  Total: 108\n"
    problem = only(rule, text)
    assert problem.place.text == "108"
    assert amounts(problem, "stated", "computed", "difference") == [108, 101, 7]
    assert problem.values["label"] == "Total"
    assert problem.values["terms"] == Note("terms", {"amounts": (Decimal(61), Decimal(40))})
    assert [place.text for place in problem.related] == ["61", "40"]
    assert ask(rule, text.replace("108", "101")) == []


def test_a_long_sum_is_not_written_out_nor_is_one_line() -> None:
    five = "budget: {A1: 10, B1: 20, C1: 30, D1: 40, E1: 50, Total: 151}"
    assert only("budget-total", five).values["terms"] is None
    assert only("budget-total", "budget: {Hall: 100, Total: 101}").values["terms"] is None


def test_what_was_not_read_is_in_no_sum() -> None:
    assert ask("budget-total", "budget: {Hall: later, Food: 40, Total: 100}") == []
    assert ask("budget-total", "budget: {Hall: 60, Food: 40, Total: later}") == []
    assert ask("budget-total", "budget: {Hall: EUR 60, Food: SEK 40, Total: 90}") == []
    assert ask("budget-balances", "budget: {Hall: later, Food: 40}\nfinancing: {Own money: 100}") == []
    assert ask("budget-balances", "budget: {Hall: EUR 60}\nfinancing: {Own money: SEK 100}") == []


def test_a_range_is_wrong_only_where_no_value_of_it_fits() -> None:
    text = "budget:\n  Hall: 50 - 60\n  Food: 40\n  Total: {}\n"
    problem = only("budget-total", text.format(105))
    assert (problem.variant, hint(problem)) == ("range", None)
    assert amounts(problem, "difference") == [5]
    between = {"low": Money(Decimal(90), "DKK"), "high": Money(Decimal(100), "DKK")}
    assert problem.values["computed"] == Note("between", between)
    assert amounts(only("budget-total", text.format(80)), "difference") == [-10]
    assert ask("budget-total", text.format(95)) == []


def test_subtotals_cover_their_lines() -> None:
    text = "budget:\n  Hall: 60\n  Food: 40\n  Subtotal: 90\n  Bus: 20\n  Subtotal: 20\n  Total: 120\n"
    problem = only("subtotal-differs", text)
    assert (problem.place.line, list(lines(problem))) == (4, [2, 3])
    assert amounts(problem, "stated", "computed", "difference") == [90, 100, -10]
    assert ask("subtotal-differs", text.replace("Subtotal: 90", "Subtotal: 100")) == []


def test_both_sides_are_equal() -> None:
    assert ask("budget-balances", BOTH) == []
    assert ask("budget-balances", "budget: {Hall: 60}") == []


@pytest.mark.parametrize(("own", "variant", "difference"), [("83", "missing", 17), ("119", "surplus", -19)])
def test_sides_that_differ(own: str, variant: str, difference: int) -> None:
    problem = only("budget-balances", BOTH.replace("100", own))
    assert (problem.variant, problem.place.line) == (variant, 2)
    assert amounts(problem, "costs", "financing", "difference") == [100, Decimal(own), difference]
    assert problem.values["least"] is None


def test_every_amount_that_no_total_speaks_for_is_shown() -> None:
    problem = only("budget-balances", BOTH.replace("100", "83"))
    assert [place.text for place in problem.related] == ["budget", "60", "40", "83"]
    problem = only("budget-balances", "budget: {Hall: 60, Total: 60}\nfinancing: {Own money: 47, Total: 47}\n")
    assert problem.place.text == "47"
    assert [place.text for place in problem.related] == ["60"]


def test_the_line_that_explains_it_is_shown() -> None:
    text = "budget: {Hall: 60, Food: 47, Total: 107}\nfinancing: {Own money: 60, Total: 60}"
    problem = only("budget-balances", text)
    assert hint(problem) == "line"
    assert [place.text for place in problem.related] == ["107", "Food: 47"]


def test_voluntary_work_that_is_only_a_cost_has_its_own_remedy() -> None:
    text = "# Köket\n## Budget\nVirke: 700 kr\nIdeell tid: 340 kr\n## Finansiering\nEgna pengar: 700 kr\n"
    problem = only("budget-balances", text, path="a.md", schema="generisk")
    assert (problem.variant, hint(problem)) == ("missing-volunteer", "line")
    surplus = text.replace("Ideell tid: 340 kr\n", "") + "Ideell tid: 340 kr\n"
    assert only("budget-balances", surplus, path="a.md", schema="generisk").variant == "surplus"


def test_a_range_on_one_side_that_cannot_balance() -> None:
    problem = only("budget-balances", "budget: {Hall: 50 - 60}\nfinancing: {Own money: 47}")
    assert (problem.values["least"], problem.variant) == (Note("least"), "missing")
    assert amounts(problem, "difference") == [3]
    assert ask("budget-balances", "budget: {Hall: 50 - 60}\nfinancing: {Own money: 55}") == []


def test_quantity_times_price_is_the_amount() -> None:
    line = "budget: [{label: Speakers, quantity: 3, unit_price: 25, amount: %s}]"
    problem = only("quantity-times-price", line % 85)
    assert marked([problem]) == ["85"]
    assert amounts(problem, "price", "product", "stated", "difference") == [25, 75, 85, 10]
    assert problem.values["quantity"] == 3
    assert [place.text for place in problem.related] == ["Speakers"]
    assert ask("quantity-times-price", line % 75) == []


def test_products_are_rounded_half_up_to_two_decimals() -> None:
    line = "budget: [{label: Paint, quantity: 2.5, unit_price: 0.33, amount: %s}]"
    assert ask("quantity-times-price", line % "0.83") == []
    assert amounts(only("quantity-times-price", line % "0.82"), "product") == [Decimal("0.83")]


def test_a_line_without_quantity_price_or_amount_is_passed_over() -> None:
    text = "budget: [{label: Hall, amount: 10}, {label: Bus, quantity: 3, amount: 7}, {label: Map, amount: later}]"
    assert ask("quantity-times-price", text) == []


def test_a_slip_in_a_product_is_explained() -> None:
    problem = only("quantity-times-price", "budget: [{label: Map, quantity: 3, unit_price: 250, amount: 7500}]")
    assert hint(problem) == "factor"


@pytest.mark.parametrize(
    ("papers", "rule", "said"),
    [
        ("## Bilag\n\nBilag 1. Budget\n", "budget-missing", "Bilag 1. Budget"),
        ("## Bilag\n\n- Vedtægter\n- Budgetskema\n", "budget-missing", "Budgetskema"),
        ("## Bilag\n\n- Finansieringsplan\n", "financing-missing", "Finansieringsplan"),
        ("## Baggrund\n\nBudgettet er vedlagt.\n", "budget-missing", "Budgettet er vedlagt."),
    ],
)
def test_a_side_that_stands_in_a_paper_is_missed_there(papers: str, rule: str, said: str) -> None:
    problem = only(rule, f"Sprog: da\n\n# Fest\n\n{papers}", "generisk", path="a.md")
    assert (problem.variant, problem.values["label"], problem.place.text) == ("attached", said, said)


@pytest.mark.parametrize("papers", ["## Bilag\n\n- Vedtægter\n- Tilsagn om medfinansiering\n", ""])
def test_other_papers_hold_no_side(papers: str) -> None:
    text = f"Sprog: da\n\n# Fest\n\n{papers}"
    for rule in ("budget-missing", "financing-missing"):
        assert only(rule, text, "generisk", path="a.md").variant == ""


FIVE = "A: 100, B: 200, C: 300, D: 400, E: 500"


def test_a_side_alone_without_its_total_is_told_what_it_comes_to() -> None:
    problem = only("total-missing", f"currency: DKK\nfinancing: {{{FIVE}}}")
    assert (problem.values["count"], problem.values["computed"]) == (5, Money(Decimal(1500), "DKK"))
    assert problem.place.line == 2


@pytest.mark.parametrize(
    "text",
    [
        f"financing: {{{FIVE}, Total: 1500}}",
        f"budget: {{Hall: 1500}}\nfinancing: {{{FIVE}}}",
        "budget: {A: 100, B: 200, C: 300, D: 400}",
        f"budget: {{{FIVE}, F: later}}",
        f"budget: {{{FIVE}, F: EUR 5, G: SEK 7}}",
        "title: Fest",
    ],
)
def test_no_total_is_asked_for_elsewhere(text: str) -> None:
    assert ask("total-missing", text) == []


@pytest.mark.parametrize(
    ("line", "product"),
    [
        ("Grus, 30 m3 à 500 kr.: 15.000 kr.", None),
        ("Grus, 30 m3 à 500 kr.: 16.000 kr.", 15000),
        ("Ture, 5 ture á 2 personer á 500 kr.: 5.000", None),
        ("Ture, 5 ture á 2 personer á 500 kr.: 6.000", 5000),
        ("Løn, 20 timer á 200 kr. pr. uge i 10 uger: 40.000", None),
        ("Løn, 5 timer om ugen i 4 uger à 250 kr.: 5.000", None),
        ("Løn: 5 timer om ugen i 4 uger à 250 kr. = 5.000 kr.", None),
        ("Løn, 5 timer om ugen i 4 uger à 250 kr., i alt 5.000 kr.", None),
        ("Honorar, 2 x 2.000 kr. + 1 x 1.000 kr.: 5.000", None),
        ("Bøger, 10 stk. à 600 kr. minus rabat 1.000 kr.: 5.000", None),
        ("Vand, 20 kasser á 24 sodavand: 5.000", None),
        ("Kørsel, 1.316 km à 3,80 kr/km: 5.000", None),
        ("Kørsel, 1.316 km à 3,80 kr/km: 5.002", Decimal("5000.80")),
    ],
)
def test_a_product_is_checked_where_it_is_all_of_the_line(line: str, product: Decimal | None) -> None:
    schema = Schema(id="dansk", language="da", currency="DKK")
    found = ask("quantity-times-price", f"# Hal\n\n## Budget\n\n{line}\n", schema, path="a.md")
    assert [amounts(problem, "product") for problem in found] == ([] if product is None else [[product]])
