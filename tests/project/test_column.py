"""Columns of amount tables: what their heads and cells make of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from project_text import DANISH, budget, figure, in_yaml, lines, problems, project, seen, total


def test_every_known_column_goes_to_its_field() -> None:
    head = "Post | Antal | Enhed | Stk.pris | Beløb | Kategori | Forbrug | Moms | Tilskudsberettiget | Bemærkning"
    side = budget(f"{head}\n{'---|' * 10}\nTelte | 3 | stk | 500 | 1.500 | Udstyr | 1.400 | 300 | ja | lejet")
    [line] = side.lines
    assert seen(line.label.value, line.amount) == ("Telte", 1500)
    assert seen(line.quantity, line.unit, line.unit_price) == (3, "stk", 500)
    assert seen(line.category, line.actual, line.eligible) == ("Udstyr", 1400, True)
    assert problems(f"{DANISH}Budget:\n\n{head}\n{'---|' * 10}\n") == []


def test_funder_type_and_status_columns() -> None:
    read = project(
        f"{DANISH}## Finansiering\n\nKilde | Type | Status | Beløb\n---|---|---|---\n"
        "Bydelen | søgt | afventer svar | 8.000\nKassen | egne penge | betalt | 500\nFonden | | afslag | 0"
    )
    assert read.financing is not None
    assert [(line.label.value, line.type, line.commitment) for line in read.financing.lines] == [
        ("Bydelen", "applied", "applied"),
        ("Kassen", "own", "paid"),
        ("Fonden", "grant", "refused"),
    ]


def test_without_an_amount_quantity_times_price_is_the_amount() -> None:
    side = budget("Post | Antal | Stk.pris\n---|---|---\nTelte | 3 | 500,50\nMad | 2 | 100\nI alt | | 1.701,50")
    assert lines(side) == [("Telte", "1501.5"), ("Mad", "200")]
    assert (total(side), figure(side)) == ("1701.5", "1701.5")


@pytest.mark.parametrize(
    ("quantity", "price", "expected"),
    [
        ("2-3", "100", (None, 200, 300, "range")),
        ("ca. 3", "100", (300, None, None, "exact")),
        ("efter behov", "100", (None, None, None, "unreadable")),
        ("3", "25,000", (None, None, None, "ambiguous")),
        ("3", "", (None, None, None, "blank")),
        ("", "100", (100, None, None, "exact")),
        ("999.999.999.999", "999.999.999.999", (Decimal("999999999998000000000001"), None, None, "exact")),
    ],
)
def test_a_product_is_only_made_of_what_was_read(
    quantity: str, price: str, expected: tuple[int | None, int | None, int | None, str]
) -> None:
    side = budget(f"Post | Antal | Stk.pris\n---|---|---\nTelte | {quantity} | {price}\nMad | 1 | 1")
    line = side.lines[0]
    assert (line.amount, line.low, line.high, str(line.reading.state)) == expected


@pytest.mark.parametrize("head", ["Antal", "Forbrug", "Bemærkning"])
def test_a_table_without_any_amount_has_no_figure(head: str) -> None:
    side = budget(f"Post | {head}\n---|---\nTelte | 3\nMad | 2")
    assert side.figure is None


def test_year_columns_with_a_total_column() -> None:
    side = budget(
        "Post | 2026 | 2027 | I alt\n---|---|---|---\n"
        "Telte | 9.500 | 500 | 10.000\nMad | 1.000 | - | 1.000\nI alt | 10.500 | 500 | 11.000"
    )
    assert lines(side) == [("Telte", "10000"), ("Mad", "1000")]
    assert [seen(part.axis, part.key, part.amount) for part in side.lines[0].parts] == [
        ("year", "2026", 9500),
        ("year", "2027", 500),
    ]
    assert total(side) == "11000"


def test_year_columns_without_a_total_column_are_added() -> None:
    side = budget(
        "Post | År 2026 | År 2027\n---|---|---\nTelte | 9.500 | 500\nMad | 1.000 | -\nØl | | \nI alt | 10.500 | 500"
    )
    assert lines(side) == [("Telte", "10000"), ("Mad", "1000"), ("Øl", None)]
    assert (total(side), figure(side)) == ("11000", "11000")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("100-200", "50", (None, 150, 250, "range")),
        ("100 EUR", "50 DKK", (None, None, None, "unreadable")),
        ("25,000", "50", (None, None, None, "ambiguous")),
        ("ca. 100", "50", (150, None, None, "exact")),
    ],
)
def test_years_are_added_only_where_each_was_read(
    first: str, second: str, expected: tuple[int | None, int | None, int | None, str]
) -> None:
    [line, _] = budget(f"Post | 2026 | 2027\n---|---|---\nTelte | {first} | {second}\nMad | 1 | 1").lines
    assert (line.amount, line.low, line.high, str(line.reading.state)) == expected


def test_partner_columns_beside_a_total() -> None:
    side = budget("Post | Skolen | Klubben | I alt\n---|---|---|---\nTelte | 9.500 | 500 | 10.000")
    assert lines(side) == [("Telte", "10000")]
    assert [seen(part.axis, part.key, part.amount) for part in side.lines[0].parts] == [
        ("partner", "Skolen", 9500),
        ("partner", "Klubben", 500),
    ]


def test_an_unknown_amount_column_stays_out_of_the_sum_and_is_said() -> None:
    text = "Post | Beløb | Xyzzy\n---|---|---\nTelte | 9.500 | 500"
    side = budget(text)
    assert (lines(side), figure(side)) == ([("Telte", "9500")], "9500")
    assert problems(f"{DANISH}Budget:\n\n{text}") == [("column-unknown", "Xyzzy")]


def test_two_unknown_amount_columns_and_no_other_leave_the_side_undecided() -> None:
    text = "Post | Skolen | Klubben\n---|---|---\nTelte | 9.500 | 500"
    side = budget(text)
    assert side.unsure
    assert side.figure is None
    assert problems(f"{DANISH}Budget:\n\n{text}") == [("column-unknown", "Skolen"), ("column-unknown", "Klubben")]


def test_one_unknown_amount_column_is_the_amount() -> None:
    assert lines(budget("Post | Hos os\n---|---\nTelte | 9.500\nMad | 500")) == [("Telte", "9500"), ("Mad", "500")]


def test_without_heads_the_last_column_of_amounts_is_the_amount_and_others_are_said() -> None:
    text = "Telte\tlejet\t500\nMad\tkøbt\t200\n"
    assert lines(budget(text)) == [("Telte", "500"), ("Mad", "200")]
    text = "Telte\t2\t500\nMad\t3\t200\n"
    assert lines(budget(text)) == [("Telte", "500"), ("Mad", "200")]
    assert problems(f"{DANISH}Budget:\n\n{text}") == [("column-unknown", "2")]


def test_costs_and_income_as_two_columns() -> None:
    read = project(
        f"{DANISH}## Budget\n\nPost | Udgift | Indtægt\n---|---|---\n"
        "Telte | 9.500 | \nFonden | | 8.000\nKassen | | 1.500\nMoms | 100 | 100\nI alt | 9.600 | 9.600"
    )
    assert lines(read.budget) == [("Telte", "9500"), ("Moms", "100")]
    assert lines(read.financing) == [("Fonden", "8000"), ("Kassen", "1500"), ("Moms", "100")]
    assert (total(read.budget), total(read.financing), read.balances) == ("9600", "9600", True)


def test_a_row_without_either_is_a_cost_without_amount() -> None:
    read = project(f"{DANISH}## Budget\n\nPost | Udgift | Indtægt\n---|---|---\nTelte | 100 | \nMad | | \nFond | | 5")
    assert lines(read.budget) == [("Telte", "100"), ("Mad", None)]


def test_costs_and_income_side_by_side() -> None:
    read = project(
        f"{DANISH}## Budget\n\nUdgifter | Beløb | Indtægter | Beløb\n---|---|---|---\n"
        "Telte | 9.500 | Fonden | 8.000\nMad | 1.000 | Egne penge | 2.500\nØl | 500 | | \nI alt | 11.000 | "
        "I alt | 10.500"
    )
    assert lines(read.budget) == [("Telte", "9500"), ("Mad", "1000"), ("Øl", "500")]
    assert lines(read.financing) == [("Fonden", "8000"), ("Egne penge", "2500")]
    assert (total(read.budget), total(read.financing), read.balances) == ("11000", "10500", False)


def test_the_currency_of_a_column_head() -> None:
    side = budget("Post | Beløb (EUR)\n---|---\nTelte | 100\nMad | 50")
    assert [line.currency for line in side.lines] == ["EUR", "EUR"]
    assert side.currency == "EUR"


def test_quantity_times_price_is_in_the_currency_of_the_price() -> None:
    side = budget("Post | Antal | Stk.pris (EUR)\n---|---|---\nTelte | 3 | 100\nMad | 2 | 50")
    assert ([line.currency for line in side.lines], side.currency) == (["EUR", "EUR"], "EUR")


def test_rows_shorter_and_longer_than_their_head() -> None:
    side = budget("| Post | Beløb | Note |\n|---|---|---|\n| Telte | 9.500 |\n| Mad | 1.000 | varm | og god |\n| Øl |")
    assert figure(side) == "10500"
    assert lines(side) == [("Telte", "9500"), ("Mad", "1000")]  # a row of one cell heads a group


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Nr. | Post | Beløb", "1 | Telt | 500"),
        ("# | Post | Pris", "1 | Telt | 500"),
        ("Bilag nr. | Post | Pris", "3 | Telt | 500"),
        ("Post | Ekskl. moms | Moms | Inkl. moms", "Telt | 400 | 100 | 500"),
        ("Post | Stk | á | I alt", "Telt | 2 | 250 | 500"),
        ("Post | Beløb | Heraf søgt", "Telt | 500 | 200"),
        ("Post | Ansøgt beløb", "Telt | 500"),
        ("Post | Ekskl. moms", "Telt | 500"),
    ],
)
def test_numbers_net_prices_and_what_is_applied_for_are_not_what_a_line_costs(head: str, row: str) -> None:
    rule = "|".join("---" for _ in head.split("|"))
    assert lines(project(f"{DANISH}## Budget\n\n| {head} |\n|{rule}|\n| {row} |\n").budget) == [("Telt", "500")]


def test_a_key_for_the_amount_applied_for_tells_the_amount_where_no_other_does() -> None:
    text = "sprog: da\nfinansiering: [{kilde: Pulje, ansøgt beløb: 500}]\n"
    assert lines(in_yaml(text).financing) == [("Pulje", "500")]


@pytest.mark.parametrize("heads", ["Budget 2026 | Budget 2027", "Budget 2026 | 2027", "Beløb 2026 | Beløb 2027"])
def test_one_word_before_several_years_makes_them_parts(heads: str) -> None:
    side = budget(f"Post | {heads}\n---|---|---\nTelte | 9.500 | 500\nMad | 1.000 | -")
    assert lines(side) == [("Telte", "10000"), ("Mad", "1000")]
    assert [part.axis for part in side.lines[0].parts] == ["year", "year"]


def test_years_below_one_head_are_parts() -> None:
    side = budget("| Post | Beløb | |\n|---|---|---|\n| | 2026 | 2027 |\n| Telte | 9.500 | 500 |\n| Mad | 1.000 | - |")
    assert lines(side) == [("Telte", "10000"), ("Mad", "1000")]


@pytest.mark.parametrize(
    "heads", ["Budget 1. halvår | Budget 2. halvår", "Tilsagn 2026 | Bevilget 2026", "Budget 2026 | Budget 2026"]
)
def test_two_columns_that_may_both_be_the_amount_leave_the_side_undecided(heads: str) -> None:
    side = budget(f"Post | {heads}\n---|---|---\nTelte | 9.500 | 500\nMad | 1.000 | 200")
    assert side.unsure
    assert side.figure is None


def test_costs_and_income_of_several_years_are_not_added() -> None:
    heads = "Udgift 2026 | Indtægt 2026 | Udgift 2027 | Indtægt 2027"
    side = budget(f"Post | {heads}\n---|---|---|---|---\nTelte | 9.500 | 0 | 500 | 0\nFond | 0 | 1 | 0 | 2")
    assert side.figure is None


def test_an_estimate_is_the_amount_where_nothing_was_spent() -> None:
    assert lines(budget("Post | Forventet\n---|---\nTelte | 9.500\nMad | 500")) == [("Telte", "9500"), ("Mad", "500")]


def test_two_columns_of_spending_that_say_nothing_of_time_are_unknown() -> None:
    text = "Post | Budget | Forbrug | Regnskab\n---|---|---|---\nTelte | 500 | 9 | 8"
    assert problems(f"{DANISH}Budget:\n\n{text}") == [("column-unknown", "Forbrug"), ("column-unknown", "Regnskab")]


def test_years_in_yaml_are_parts_only_of_one_kind() -> None:
    read = in_yaml("sprog: da\nbudget:\n  - {post: Telt, budget 2026: 400, forbrug 2026: 195}\n")
    assert read.budget is not None
    assert [seen(line.amount, line.actual) for line in read.budget.lines] == [(400, 195)]
