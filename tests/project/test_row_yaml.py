"""Amount tables in YAML, in every form that people give them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from project_text import figure, in_yaml, lines, problems, seen, total, yaml_side

TWO = [("Telte", "9500"), ("Mad", "1000")]


@pytest.mark.parametrize(
    "text",
    [
        "budget: [{label: Telte, amount: 9.500}, {label: Mad, amount: 1.000}, {label: I alt, amount: 10.500}]",
        "budget:\n  - {post: Telte, beløb: 9.500}\n  - {post: Mad, beløb: 1.000}\n  - {post: I alt, beløb: 10.500}",
        "budget:\n  - {post: Telte, beloeb: 9.500}\n  - {post: Mad, beloeb: 1.000}\n  - {post: Sum, beloeb: 10.500}",
        "budget:\n  - {item: Telte, belopp: 9.500}\n  - {post: Mad, Beløb: 1.000}\n  - {label: I alt, pris: 10.500}",
        "budget: {currency: DKK, lines: [{label: Telte, amount: 9.500}, {label: Mad, amount: 1.000}], total: 10.500}",
        "budget:\n  valuta: DKK\n  poster: [{post: Telte, beløb: 9.500}, {post: Mad, beløb: 1.000}]\n  i alt: 10.500",
        "budget:\n  linjer: {Telte: 9.500, Mad: 1.000}\n  total: 10.500",
        "budget: {Telte: 9.500, Mad: 1.000, I alt: 10.500}",
        "budget:\n  Telte: 9.500\n  Mad: 1.000,-\n  I alt: 10.500 kr.",
        "budget:\n  - Telte: 9.500\n  - Mad: 1.000\n  - I alt: 10.500",
        "budget:\n  - Telte 9.500\n  - 'Mad: 1.000'\n  - I alt 10.500",
        "budget: |\n  Telte: 9.500\n  Mad 1.000\n\n  I alt: 10.500",
        "budget: |\n  Telte\n  9.500\n  Mad\n  1.000\n  I alt\n  10.500",
        "budget:\n  lines: |\n    Telte: 9.500\n    Mad: 1.000\n  total: 10.500",
        "udgifter:\n  Telte: {beløb: 9.500, bemærkning: lejet}\n  Mad: {beløb: 1.000}\n  I alt: 10.500",
        "budget:\n  Telte: 9.500\n  Mad: 1.000\n  I alt: 10.500\n  bemærkning: uden moms",
        "budget:\n  I alt: 10.500\n  Telte: 9.500\n  Mad: 1.000",
    ],
)
def test_lines_and_total_in_every_form(text: str) -> None:
    side = yaml_side(text)
    assert lines(side) == TWO
    assert (total(side), figure(side), side.currency) == ("10500", "10500", "DKK")
    assert problems(f"sprog: da\n{text}", "x.yaml") == []


def test_all_columns_of_a_line() -> None:
    [line] = yaml_side(
        "budget: [{post: Telte, antal: 3, enhed: stk, stk.pris: 500, beløb: 1.500, kategori: Udstyr, forbrug: 1.400, "
        "tilskudsberettiget: nej, note: lejet}]"
    ).lines
    assert seen(line.label.value, line.amount) == ("Telte", 1500)
    assert seen(line.quantity, line.unit, line.unit_price) == (3, "stk", 500)
    assert seen(line.category, line.actual, line.eligible) == ("Udstyr", 1400, False)


def test_funders_type_and_status() -> None:
    read = in_yaml(
        "language: en\nfinancing:\n  - {funder: The fund, amount: 300, type: applied}\n"
        "  - {funder: Members, amount: 200, status: granted, description: by March}\n  - {source: Own funds, amount: 5}"
    )
    assert read.financing is not None
    assert [(line.label.value, line.type, line.commitment) for line in read.financing.lines] == [
        ("The fund", "applied", "applied"),
        ("Members", None, "granted"),
        ("Own funds", "own", None),
    ]


def test_quantity_times_price_in_the_currency_of_the_side() -> None:
    side = yaml_side("budget:\n  currency: EUR\n  lines:\n    - {label: Telte, quantity: 3, unit_price: 12.5}\n")
    [line] = side.lines
    assert seen(line.amount, line.quantity, line.unit_price, line.currency) == (
        None,
        3,
        None,
        "EUR",
    )  # 12.5 is not Danish
    [line] = yaml_side('budget:\n  - {label: Telte, quantity: 3, unit_price: "12,50", currency: EUR}').lines
    assert (line.amount, line.unit_price, line.currency) == (Decimal("37.5"), Decimal("12.5"), "EUR")


def test_a_line_without_an_amount_stays() -> None:
    side = yaml_side(
        "budget:\n  - {post: Telte, beløb: 500}\n  - {post: Mad}\n  - {post: Øl, antal: 3}\n  - {post: Vin, beløb: }"
    )
    assert lines(side) == [("Telte", "500"), ("Mad", None), ("Øl", None), ("Vin", None)]
    assert [line.blank for line in side.lines] == [False, True, True, True]
    assert figure(side) == "500"


def test_groups_of_lines_with_their_own_totals() -> None:
    side = yaml_side(
        "budget:\n  Transport:\n    Bus: 100\n    Tog: 50\n    I alt: 150\n  Mad:\n    - {post: Brød, beløb: 20}\n"
        "    - Øl: 5\n  I alt: 175\n"
    )
    assert lines(side) == [("Bus", "100"), ("Tog", "50"), ("Brød", "20"), ("Øl", "5")]
    assert [seen(sub.amount, sub.lines) for sub in side.subtotals] == [(150, (0, 1))]
    assert (total(side), figure(side)) == ("175", "175")


def test_posts_that_bear_the_names_of_columns() -> None:
    side = yaml_side("budget:\n  Drift:\n    Aktiviteter: 100\n    Beskrivelse: 50\n    I alt: 150\n")
    assert lines(side) == [("Aktiviteter", "100"), ("Beskrivelse", "50")]


def test_years_as_keys_of_a_line() -> None:
    side = yaml_side('budget:\n  - {post: Telte, "2026": 100, 2027: 200}\n  - {post: I alt, 2026: 100, 2027: 200}\n')
    assert lines(side) == [("Telte", "300")]
    assert [seen(part.key, part.amount) for part in side.lines[0].parts] == [("2026", 100), ("2027", 200)]
    assert total(side) == "300"
    nested = yaml_side("budget:\n  Telte: {2026: 100, 2027: 200}\n  Mad: {2026: 1, 2027: 2}\n")
    assert lines(nested) == [("Telte", "300"), ("Mad", "3")]


def test_one_line_without_a_list() -> None:
    read = in_yaml("sprog: da\nbudget: {post: Telte, beløb: 500}\nfinansiering: {kilde: Fonden, beløb: 500}\n")
    assert (lines(read.budget), lines(read.financing)) == ([("Telte", "500")], [("Fonden", "500")])


def test_a_figure_alone_is_the_stated_total() -> None:
    side = yaml_side("budget: 5.000 kr.")
    assert (lines(side), total(side), figure(side)) == ([], "5000", "5000")


def test_an_amount_without_a_label_is_a_line_without_one() -> None:
    assert lines(yaml_side("budget: [{post: Telte, beløb: 10}, 5.000]")) == [("Telte", "10"), ("", "5000")]


def test_costs_and_income_among_the_columns() -> None:
    read = in_yaml("sprog: da\nbudget: [{post: Telte, udgift: 100}, {post: Fonden, indtægt: 90}]")
    assert (lines(read.budget), lines(read.financing)) == ([("Telte", "100")], [("Fonden", "90")])


def test_an_amount_behind_an_unknown_key_is_said_and_may_be_the_one_that_is_missing() -> None:
    text = "sprog: da\nbudget:\n  - {post: Telte, beløb: 100}\n  - {post: Mad, bølæb: 50}\n"
    assert problems(text, "x.yaml") == [("column-unknown", "bølæb")]
    side = in_yaml(text).budget
    assert side is not None
    assert side.unsure
    text = "sprog: da\nbudget: [{post: Telte, beløb: 100, xyzzy: 50, plugh: rød}]"
    assert problems(text, "x.yaml") == [("column-unknown", "xyzzy"), ("unknown-label", "plugh")]
    assert figure(in_yaml(text).budget) == "100"


@pytest.mark.parametrize("text", ["", "[]", "{}", "~", "[[], {}]", "[{}]", "{lines: }", "[[[]]]", "[null, null]"])
def test_nothing_at_all_is_an_empty_side(text: str) -> None:
    side = yaml_side(f"budget: {text}")
    assert side.figure is None


def test_below_the_name_of_a_side_stand_lines_even_where_a_key_could_be_a_column() -> None:
    read = in_yaml("projektnavn: Fest\nbudget:\n  udgifter:\n    Telt: 17.500\n  indtægter:\n    Ansøgt: 17.500\n")
    assert read.budget is not None and read.financing is not None
    assert [line.label.value for line in read.budget.lines] == ["Telt"]
    assert [(line.label.value, line.type) for line in read.financing.lines] == [("Ansøgt", "applied")]
    assert read.balances is True


def test_beside_a_quantity_the_first_of_two_amounts_is_the_price() -> None:
    read = in_yaml("projektnavn: Fest\nbudget:\n  - {post: Vagt, antal: 10, pris: 500, beløb: 99000}\n")
    assert read.budget is not None
    (line,) = read.budget.lines
    assert (line.quantity, line.unit_price, line.amount) == (Decimal(10), Decimal(500), Decimal(99000))


def test_two_keys_that_both_say_what_a_line_comes_to_leave_the_side_without_a_figure() -> None:
    read = in_yaml("projektnavn: Fest\nbudget:\n  - {post: Vagt, pris: 500, beløb: 99000}\n")
    assert read.budget is not None
    assert read.budget.figure is None


def test_beside_a_total_the_keys_that_nobody_knows_are_partners() -> None:
    text = (
        "sprog: da\nbudget:\n  - {post: Løn, Havnborg: 14.000, Vik: 15.000, i alt: 29.000}\n"
        "  - {post: Mad, Havnborg: –, Vik: 1.000, i alt: 1.000, farve: rød}\n"
    )
    side = in_yaml(text).budget
    assert (lines(side), figure(side)) == ([("Løn", "29000"), ("Mad", "1000")], "30000")
    assert side is not None
    assert [[seen(part.axis, part.key, part.amount) for part in line.parts] for line in side.lines] == [
        [("partner", "Havnborg", 14000), ("partner", "Vik", 15000)],
        [("partner", "Havnborg", None), ("partner", "Vik", 1000)],
    ]
    assert problems(text, "x.yaml") == [("unknown-label", "farve")]


PIPES = "sprog: da\nbudget: |\n  | Post | Antal | Pris | Beløb |\n  |---|---|---|--:|\n  | Telte | 2 | 500 | 1.000 |\n"


def test_rows_between_pipes_in_a_text_are_those_of_a_table() -> None:
    side = in_yaml(PIPES + "  | Side | | | 7950-8050 |\n  | Bus | | | efter aftale |\n  | I alt | | | 9.000 |\n").budget
    assert side is not None
    assert lines(side) == [("Telte", "1000"), ("Side", None), ("Bus", None)]
    assert seen(side.lines[0].quantity, side.lines[0].unit_price) == (2, 500)
    assert seen(side.lines[1].reading.low, side.lines[1].reading.high) == (7950, 8050)
    assert (total(side), figure(side)) == ("9000", None)
    where = side.lines[1].amount_place.span
    assert (where.line, where.column) == (6, 16)


@pytest.mark.parametrize(
    "rows",
    [
        "Post | Beløb\n  ---|---\n  Telte | 9.500\n  Mad | 1.000",
        "| Telte | 9.500 |\n  | | |\n  | Mad | 1.000 |",
        "Uden moms.\n\n  | Post | Beløb |\n  | Telte | 9.500 |\n\n  Mad: 1.000",
    ],
    ids=["open", "no head", "text around"],
)
def test_tables_in_a_text_however_they_are_typed(rows: str) -> None:
    text = f"sprog: da\nbudget: |\n  {rows}\n"
    side = in_yaml(text).budget
    assert ([line for line in lines(side) if line[0]], figure(side)) == (TWO, "10500")
    assert problems(text, "x.yaml") == []


def test_an_amount_in_a_text_that_is_no_row_is_said_unless_blank_lines_part_it() -> None:
    text = "sprog: da\nbudget: |\n  Telte: 500\n{}  Vi køber måske et drivhus for 300 kr. til haven, hvis der er råd.\n"
    assert [rule for rule, *_ in problems(text.format(""), "x.yaml")] == ["line-not-read"]
    assert figure(in_yaml(text.format("")).budget) is None
    parted = text.format("\n")
    assert (problems(parted, "x.yaml"), figure(in_yaml(parted).budget)) == ([], "500")


def test_an_amount_in_a_text_with_lines_is_no_total() -> None:
    side = yaml_side("budget: |\n  Telte: 500\n\n  Vi køber måske et drivhus for 300 kr. til haven, hvis der er råd.\n")
    assert (lines(side), total(side)) == ([("Telte", "500")], None)


@pytest.mark.parametrize(
    "key", ["budget_i_alt", "total_costs", "budget_summa", "samlet_budget", "Budget, i alt", "sum kostnader"]
)
def test_a_total_may_stand_beside_the_list_under_a_key_of_its_own(key: str) -> None:
    side = yaml_side(f"budget:\n  - {{post: Telte, beløb: 9.500}}\n  - {{post: Mad, beløb: 1.000}}\n{key}: 10.500\n")
    assert lines(side) == TWO
    assert total(side) == "10500"


def test_a_key_that_names_no_side_is_no_total() -> None:
    text = "budget:\n  - {post: Telte, beløb: 9.500}\ni_alt: 10.500\n"
    assert total(yaml_side(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "budget:\n- [Telte, 9.500]\n- [Mad, 1.000]\n- [I alt, 10.500]",
        "budget:\n- ['Telte, 19 gange à 500 kr.', 9.500 kr.]\n- [Mad, 1.000 kr., lånt]\n- [I alt, 10.500 kr.]",
        "budget: [[Telte, 9.500], [Mad, 1.000], [I alt, 10.500]]",
    ],
)
def test_a_line_may_be_a_list_of_its_label_and_amount(text: str) -> None:
    side = yaml_side(text)
    assert [(line.split(",")[0], amount) for line, amount in lines(side)] == TWO
    assert total(side) == "10500"


def test_a_list_of_lines_is_no_line() -> None:
    assert lines(yaml_side("budget:\n- [Telte 9.500, Mad 1.000]")) == TWO
    assert lines(yaml_side("budget:\n- [Telte: 9.500, Mad: 1.000]")) == TWO


def test_lists_below_a_list_of_heads_are_a_table() -> None:
    text = "budget:\n- [Post, Antal, Pris, Beløb]\n- [Telte, 19, 500, 9.500]\n- [Mad, 2, 500, 1.000]\n"
    side = yaml_side(text + "- [I alt, '', '', 10.500]")
    assert lines(side) == TWO
    assert [line.quantity for line in side.lines] == [19, 2]
    assert total(side) == "10500"
    assert lines(yaml_side("budget:\n- [Post, Beløb]\n- [Telte, 9.500]\n- [Mad, 1.000]")) == TWO
