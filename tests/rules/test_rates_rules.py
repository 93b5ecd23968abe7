"""Flat rates, voluntary work and hours are reckoned as the fund does."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from asking import ask, lines, only
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.engine import finding_of
from projektkort.finding import Note
from projektkort.frozen import replace
from projektkort.locale import LANGUAGES
from projektkort.money import Money
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import FlatRate, Limits, Schema

OFFICE = FlatRate(category="indirect", share=Decimal("0.15"), of=("staff",), covers=("venue", "indirect"))
DIRECT = FlatRate(category="indirect", share=Decimal("0.25"), without=("external",))
ALL = FlatRate(category="indirect", share=Decimal("0.07"))


def fund(*rates: FlatRate, **limits: Any) -> Schema:
    clauses = dict.fromkeys(("flat_rates", "volunteer_rate", "hours_per_year"), "Clause.")
    return Schema(id="fund", currency="DKK", language="en", flat_rates=rates, limits=Limits(**limits), clauses=clauses)


def budget(**costs: object) -> str:
    return "budget:\n" + "".join(f"  {label.replace('_', ' ')}: {amount}\n" for label, amount in costs.items())


def kroner(amount: str) -> Money:
    return Money(Decimal(amount), "DKK")


def test_a_flat_rate_of_some_costs() -> None:
    assert ask("flat-rate-differs", budget(Salaries=60000, Travel=500, Overhead=9000), fund(OFFICE)) == []
    problem = only("flat-rate-differs", budget(Salaries=60000, Travel=500, Overhead=12000), fund(OFFICE))
    assert (problem.place.text, list(lines(problem))) == ("12000", [2])
    values = problem.values
    assert (values["stated"], values["base"], values["expected"]) == (
        kroner("12000"),
        kroner("60000"),
        kroner("9000.00"),
    )
    assert values["of"] == (Note("category-staff"),)
    assert values["share"] == 15


def test_a_flat_rate_of_all_but_some() -> None:
    text = budget(Salaries=6000, Consultants=5000, Travel=2000, Overhead="{}")
    assert ask("flat-rate-differs", text.format(2000), fund(DIRECT)) == []
    problem = only("flat-rate-differs", text.format(3250), fund(DIRECT))
    assert problem.values["of"] == Note("others-without", {"without": (Note("category-external"),)})
    assert problem.values["base"] == kroner("8000")


def test_a_flat_rate_of_all_other_costs_needs_no_categories() -> None:
    text = budget(Salaries=600, Gremlins=400, Overhead="{}")
    assert ask("flat-rate-differs", text.format(70), fund(ALL)) == []
    assert ask("flat-rate-unchecked", text.format(42), fund(ALL)) == []
    assert only("flat-rate-differs", text.format(42), fund(ALL)).values["of"] == Note("others")


@pytest.mark.parametrize(("amount", "wrong"), [("1500.05", 0), ("1500", 0), ("1501", 0), ("1502", 1), ("1500.06", 1)])
def test_rounding(amount: str, wrong: int) -> None:
    text = budget(Salaries='"10000.30"', Overhead=f'"{amount}"')
    assert len(ask("flat-rate-differs", "language: en\n" + text, fund(OFFICE))) == wrong


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10_000_000), st.integers(1, 40), st.integers(-3, 3))
def test_a_whole_rate_is_right_within_one_unit_and_wrong_beyond(wages: int, percent: int, off: int) -> None:
    rate = FlatRate(category="indirect", share=Decimal(percent) / 100, of=("staff",))
    exact = Decimal(wages) * percent / 100
    stated = int(exact.quantize(Decimal(1), ROUND_HALF_UP)) + off
    found = ask("flat-rate-differs", budget(Salaries=wages, Overhead=stated), fund(rate))
    assert bool(found) is (abs(stated - exact) > 1)


def test_a_flat_rate_in_several_lines_and_costs_that_are_not_eligible() -> None:
    text = """
budget:
  - {label: Salaries, amount: 1000}
  - {label: Salaries of others, amount: 5000, eligible: no}
  - {label: Overhead at home, amount: 100}
  - {label: Overhead abroad, amount: 90}
"""
    problem = only("flat-rate-differs", text, fund(OFFICE))
    assert (problem.values["stated"], problem.values["expected"]) == (kroner("190"), kroner("150.00"))


def test_where_a_line_may_be_part_of_the_base_the_rate_is_not_judged() -> None:
    text = budget(Salaries=1000, Gremlins=400, Overhead="{}")
    for right in (150, 210):  # without and with the gremlins
        assert ask("flat-rate-differs", text.format(right), fund(OFFICE)) == []
        assert ask("flat-rate-unchecked", text.format(right), fund(OFFICE)) == []
    assert ask("flat-rate-differs", text.format(180), fund(OFFICE)) == []
    unchecked = only("flat-rate-unchecked", text.format(180), fund(OFFICE))
    assert (unchecked.values["unknown"], list(lines(unchecked))) == (("Gremlins",), [3])
    problem = only("flat-rate-differs", text.format(300), fund(OFFICE))  # too much in any case
    assert problem.values["expected"] == Note("between", {"low": kroner("150.00"), "high": kroner("210.00")})
    assert ask("flat-rate-unchecked", text.format(300), fund(OFFICE)) == []


def test_what_was_not_read_makes_no_rate() -> None:
    assert ask("flat-rate-differs", budget(Salaries="later", Overhead=900), fund(OFFICE)) == []
    assert ask("flat-rate-differs", budget(Salaries=600, Overhead="later"), fund(OFFICE)) == []
    assert ask("flat-rate-differs", budget(Salaries=600, Overhead="EUR 900"), fund(OFFICE)) == []
    assert ask("flat-rate-differs", budget(Salaries=600, Travel=900), fund(OFFICE)) == []
    assert ask("flat-rate-differs", "title: X", fund(OFFICE)) == []


def test_what_a_flat_rate_pays_for_stands_there_once() -> None:
    problem = only("flat-rate-covers", budget(Salaries=600, Overhead=90, Room_hire=50), fund(OFFICE))
    assert (problem.place.text, list(lines(problem))) == ("Room hire", [3])
    assert (problem.values["label"], problem.values["flat"]) == ("Room hire", "Overhead")
    assert ask("flat-rate-covers", budget(Salaries=600, Room_hire=50), fund(OFFICE)) == []
    assert ask("flat-rate-covers", budget(Salaries=600, Overhead=90, Room_hire="'-'"), fund(OFFICE)) == []
    own = "budget: [{label: Overhead, amount: 9}, {label: Room hire, amount: 50, eligible: no}]"
    assert ask("flat-rate-covers", own, fund(OFFICE)) == []


def test_what_stands_beside_a_whole_flat_rate_in_its_own_category_is_paid_for() -> None:
    text = budget(Salaries=600, Overhead=90, Bookkeeping="{}")
    problem = only("flat-rate-covers", text.format(40), fund(OFFICE))
    assert (problem.place.text, problem.values["flat"], list(lines(problem))) == ("Bookkeeping", "Overhead", [3])
    assert ask("flat-rate-differs", text.format(40), fund(OFFICE)) == []
    unclear = budget(Salaries=600, Gremlins=4000, Overhead=90, Bookkeeping=40)
    assert only("flat-rate-covers", unclear, fund(OFFICE)).values["label"] == "Bookkeeping"
    assert ask("flat-rate-unchecked", unclear, fund(OFFICE)) == []
    parts = budget(Salaries=600, Overhead=50, Bookkeeping=40)  # only together are they the rate
    open_ = FlatRate(category="indirect", share=Decimal("0.15"), of=("staff",))  # it pays for nothing else
    assert ask("flat-rate-covers", parts, fund(OFFICE)) == ask("flat-rate-covers", text.format(40), fund(open_)) == []


WORK = "budget: [{{label: Volunteer work, quantity: 10, unit: {}, unit_price: {}, amount: 3400}}]"


def test_an_hour_of_voluntary_work() -> None:
    problem = only("volunteer-rate", WORK.format("hours", 340), fund(volunteer_rate=Decimal(125)))
    assert problem.place.text == "3400"
    values = problem.values
    assert (values["rate"], values["limit"], values["worth"]) == (kroner("340"), kroner("125"), kroner("1250.00"))
    assert (values["hours"], values["difference"]) == (10, kroner("2150"))
    assert ask("volunteer-rate", WORK.format("hours", 125), fund(volunteer_rate=Decimal(125))) == []
    assert ask("volunteer-rate", WORK.format("days", 340), fund(volunteer_rate=Decimal(125))) == []
    assert (
        ask("volunteer-rate", WORK.replace("Volunteer work", "Wages").format("hours", 340), fund(volunteer_rate=1))
        == []
    )


@pytest.mark.parametrize(
    "line",
    [
        "{label: Volunteer work, quantity: 10, unit: hours, amount: 3400}",
        "{label: Volunteer work, quantity: 10 hours, amount: 3400}",
        '{label: "Volunteer work, 10 hours", amount: 3400}',
    ],
)
def test_an_hour_without_a_price_costs_what_the_amount_makes(line: str) -> None:
    problem = only("volunteer-rate", f"budget: [{line}]", fund(volunteer_rate=Decimal(125)))
    values = problem.values
    assert (values["rate"], values["worth"], values["difference"]) == (kroner("340"), kroner("1250"), kroner("2150"))
    assert ask("volunteer-rate", f"budget: [{line}]".replace("3400", "1250"), fund(volunteer_rate=Decimal(125))) == []
    three = f"budget: [{line}]".replace("10", "3").replace("3400", "1000")
    third = only("volunteer-rate", three, fund(volunteer_rate=Decimal(125)))
    assert (third.values["rate"], third.values["difference"]) == (kroner("333.33"), kroner("625"))


@pytest.mark.parametrize("quantity", ["quantity: 10, ", "quantity: 10, unit: persons, ", "quantity: 0 hours, ", ""])
def test_where_no_hours_are_told_no_hour_costs_too_much(quantity: str) -> None:
    text = f"budget: [{{label: Volunteer work, {quantity}amount: 3400}}]"
    assert ask("volunteer-rate", text, fund(volunteer_rate=Decimal(125))) == []


def test_the_same_work_is_told_of_once_and_food_for_volunteers_is_no_work() -> None:
    limit = fund(volunteer_rate=Decimal(125))
    both = "budget:\n  - Volunteer work, 10 hours at 200: 2000\nfinancing:\n  - Volunteer work, 10 hours at 200: 2000\n"
    assert [problem.place.line for problem in ask("volunteer-rate", both, limit)] == [2]
    assert [problem.place.line for problem in ask("volunteer-rate", both.replace("budget", "other"), limit)] == [4]
    food = "budget: [{label: Food for volunteers, quantity: 10, unit_price: 200, amount: 2000}]"
    assert ask("volunteer-rate", food, limit) == []
    assert ask("volunteer-rate", both.replace("at 200: 2000", "at 200: EUR 2000"), limit) == []


def sides(cost: int, source: int, *, hall: int = 100, town: int = 100) -> str:
    costs = f"budget:\n  Hall: {hall}\n" + (f"  Volunteer work: {cost}\n" if cost else "")
    return costs + f"financing:\n  The town: {town}\n" + (f"  Volunteer work: {source}\n" if source else "")


def test_voluntary_work_stands_on_both_sides() -> None:
    assert ask("volunteer-one-side", sides(50, 50)) == []
    only_cost = only("volunteer-one-side", sides(50, 0, town=150))
    assert (only_cost.variant, only_cost.place.text, only_cost.related) == ("cost", "50", ())
    only_source = only("volunteer-one-side", sides(0, 50, hall=150))
    assert (only_source.variant, only_source.place.text) == ("financing", "50")
    differs = only("volunteer-one-side", sides(50, 70, hall=120))
    assert (differs.variant, differs.values["difference"], list(lines(differs))) == ("", kroner("20"), [6])


def test_a_difference_that_the_balance_shows_is_told_there() -> None:
    assert ask("volunteer-one-side", sides(50, 0)) == []
    assert ask("volunteer-one-side", sides(50, 40)) == []
    assert len(ask("volunteer-one-side", sides(50, 0, town=130))) == 1  # another error of 20 besides


def test_voluntary_work_under_another_name_and_among_gifts() -> None:
    assert (
        ask("volunteer-one-side", "budget: {Hall: 100, Setting up: 50}\nfinancing: {Town: 100, Volunteer work: 50}")
        == []
    )
    gifts = (
        "budget: {Hall: 1, Volunteer work: 5, Loan of tents: 2}\n"
        "financing: {Town: 1, Volunteer work: 3, Loan of tents: 4}"
    )
    assert ask("volunteer-one-side", gifts) == []
    assert ask("volunteer-one-side", sides(50, 0, town=150).replace("150", "later")) == []
    assert ask("volunteer-one-side", sides(50, 0, town=150).replace("150", "EUR 150")) == []
    assert ask("volunteer-one-side", "budget: {Food for volunteers: 50}\nfinancing: {Town: 50}") == []


@pytest.mark.parametrize(
    ("label", "work"),
    [
        ("Courses for volunteers", False),
        ("Kurser for frivillige", False),
        ("T-shirts til de frivillige", False),
        ("Försäkring av volontärer", False),
        ("Frivillige", True),
        ("12 frivillige", True),
        ("Timer fra frivillige", True),
        ("Værdi af frivilligt arbejde", True),
    ],
)
def test_what_is_bought_for_volunteers_is_no_work(label: str, work: bool) -> None:
    found = ask("volunteer-one-side", f"budget: {{{label}: 50, Hall: 100}}\nfinancing: {{Town: 150}}")
    assert len(found) == work


YEAR = "period: {}\nbudget: [{{label: Project manager, quantity: {}, unit_price: 10, amount: 1}}]"
ONE, TWO = "2027-01-01 – 2027-12-31", "2027-03-01 – 2028-04-30"


@pytest.mark.parametrize(
    ("period", "hours", "wrong"), [(ONE, 1720, 0), (ONE, 1721, 1), (TWO, 3440, 0), (TWO, 3441, 1), ("soon", 9999, 0)]
)
def test_hours_of_a_year(period: str, hours: int, wrong: int) -> None:
    assert len(ask("hours-per-year", YEAR.format(period, hours), fund(hours_per_year=1720))) == wrong


def test_whose_hours_and_which() -> None:
    limit = fund(hours_per_year=1720)
    problem = only("hours-per-year", YEAR.format(ONE, 2000), limit)
    assert (problem.place.text, problem.values["most"], list(lines(problem))) == ("Project manager", 1720, [1])
    assert ask("hours-per-year", YEAR.format(ONE, 2000).replace("Project manager", "Volunteers"), limit) == []
    assert ask("hours-per-year", YEAR.format(ONE, 2000).replace("Project manager", "Leaflets"), limit) == []
    assert ask("hours-per-year", YEAR.format(ONE, 2000).replace("quantity", "unit: days, quantity"), limit) == []


def test_columns_of_years_tell_how_many_there_are() -> None:
    head = "# T\n\n## Budget\n\n| Post | Timer | 2027 | 2028 | I alt |\n|--|--|--|--|--|\n"
    table = head + "| Projektleder | {} | 10 | 10 | 20 |\n"
    assert ask("hours-per-year", table.format(3440), fund(hours_per_year=1720), "a.md") == []
    assert len(ask("hours-per-year", table.format(3441), fund(hours_per_year=1720), "a.md")) == 1


COST = 'language: sv\nbudget: [{{label: Projektledare, quantity: 10, unit_price: "{}", amount: 1, note: "{}"}}]'


@pytest.mark.parametrize(
    ("price", "note", "wrong"),
    [
        ("279,07", "månadslön 40 000 × 12 / 1 720", 0),
        ("279", "månadslön 40 000 kr x 12 månader/1720 timmar", 0),
        ("297,07", "40 000 kr/mån × 12 / 1 720", 1),
        ("297,07", "40 000 × 11 / 1 720", 0),  # another way to reckon
        ("297,07", "12 kvällar", 0),
        ("297,07", "40 0000 × 12 / 1 720", 0),  # no wage that can be read
    ],
)
def test_the_cost_of_an_hour(price: str, note: str, wrong: int) -> None:
    assert len(ask("hour-cost-differs", COST.format(price, note))) == wrong


def test_what_an_hour_costs_is_said() -> None:
    values = only("hour-cost-differs", COST.format("297,07", "40 000 × 12 / 1 720")).values
    assert (values["hours"], values["wage"]) == (1720, Money(Decimal(40000), "DKK"))
    assert values["cost"] == Money(Decimal("279.07"), "DKK")


def test_the_formula_may_stand_in_the_label() -> None:
    text = "language: sv\nbudget:\n  Projektledare, 300 h à 279,07 (40 {}00 × 12 / 1 720): 83 721\n"
    for rule in ("quantity-times-price", "hour-cost-differs"):
        assert ask(rule, text.format(0)) == []
    assert len(ask("hour-cost-differs", text.format(1))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_speaks_without_gaps(language: str) -> None:
    said = [
        ("flat-rate-differs", budget(Salaries=1000, Gremlins=400, Overhead=300), fund(OFFICE)),
        ("flat-rate-differs", budget(Salaries=6000, Consultants=5000, Travel=2000, Overhead=1), fund(DIRECT)),
        ("flat-rate-unchecked", budget(Salaries=1000, Gremlins=400, Overhead=180), fund(OFFICE)),
        ("flat-rate-covers", budget(Salaries=600, Overhead=90, Room_hire=50), fund(OFFICE)),
        ("volunteer-rate", WORK.format("hours", 340), fund(volunteer_rate=Decimal(125))),
        ("volunteer-one-side", sides(50, 70, hall=120), fund()),
        ("hours-per-year", YEAR.format(ONE, 2000), fund(hours_per_year=1720)),
        ("hour-cost-differs", COST.format("297,07", "40 000 × 12 / 1 720"), fund()),
    ]
    for rule, text, schema in said:
        problem = only(rule, text, schema)
        finding = finding_of(replace(problem, rule=rule), schema)
        for words in (Catalogue().message(finding, language), Catalogue().help(finding, language)):
            assert words
            assert "{" not in words
            assert "  " not in words
            assert "()" not in words


def test_of_several_lines_the_one_that_bears_the_rate_is_compared() -> None:
    text = budget(Salaries=10000) + "  Overhead (15 %): 2000\n  Office rent: 1000\n"
    problem = only("flat-rate-differs", text, fund(OFFICE))
    assert (problem.values["label"], problem.values["stated"]) == ("Overhead (15 %)", kroner("2000"))
    assert only("flat-rate-covers", text, fund(OFFICE)).values["label"] == "Office rent"


def test_several_lines_without_a_rate_are_all_named() -> None:
    text = budget(Salaries=10000, Overhead=2000, Administration=1000)
    problem = only("flat-rate-differs", text, fund(FlatRate(category="indirect", share=Decimal("0.15"), of=("staff",))))
    assert (problem.variant, problem.values["label"]) == ("several", ("Overhead", "Administration"))
    assert problem.values["stated"] == kroner("3000")


def test_a_right_amount_below_the_wrong_percentage() -> None:
    text = budget(Salaries=60000) + "  Administration 20 %: 15000\n"
    problem = only("flat-rate-differs", text, fund(DIRECT))
    assert (problem.variant, problem.values["named"], problem.values["share"]) == ("named", 20, 25)
    assert ask("flat-rate-differs", text.replace("20 %", "25 %"), fund(DIRECT)) == []
    assert ask("flat-rate-differs", text.replace("20 %", "incl. 20 % VAT"), fund(DIRECT)) == []


YEARS = [("0000", 0), ("0001", 0), ("0999", 0), ("1720", 1), ("2200", 1), ("2201", 0)]


@pytest.mark.parametrize(("hours", "found"), YEARS)
def test_an_hour_is_of_a_year_that_there_can_be(hours: str, found: int) -> None:
    head = "## Budget\n\n| Post | Timer | Timepris | Beløb |\n|---|---|---|---|\n"
    text = f"{head}| Løn (40000 x 12 / {hours}) | 10 | 300 | 3.000 |\n"
    assert len(ask("hour-cost-differs", text, path="a.md")) == found
