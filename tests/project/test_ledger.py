"""Totals, subtotals, groups and signs: what a side comes to, and why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from project_text import budget, figure, financing, lines, project, seen, total


@pytest.mark.parametrize(
    "label", ["I alt", "Total", "Udgifter i alt", "I alt udgifter", "Budget i alt", "IALT", "**I alt:**", "Sum"]
)
def test_a_total_is_a_total_word_alone_or_with_its_side(label: str) -> None:
    side = budget(f"Telte 9.000\nMad 1.000\n{label} 10.000")
    assert (len(side.lines), total(side)) == (2, "10000")


@pytest.mark.parametrize("label", ["Samlet transport", "Total rundtur", "Tilsammen"])
def test_a_total_word_inside_another_label_makes_no_total(label: str) -> None:
    side = budget(f"Telte 9.000\n{label} 1.000\nI alt 10.000")
    assert total(side) == "10000"
    assert figure(side) == ("10000" if label != "Tilsammen" else "9000")


def test_the_name_of_the_other_side_makes_no_total_of_this_one() -> None:
    side = financing("Fonden 8.000\nKassen 2.000\nIndtægter i alt 10.000")
    assert total(side) == "10000"


def test_a_subtotal_covers_the_lines_since_the_last_sum() -> None:
    side = budget("Telte 9.000\nMad 1.000\nSubtotal 10.000\nBus 500\nDelsum 500\nI alt 10.500")
    assert [seen(sub.amount, sub.lines) for sub in side.subtotals] == [(10000, (0, 1)), (500, (2,))]
    assert (total(side), figure(side)) == ("10500", "10500")


def test_subtotal_words_may_name_what_they_cover() -> None:
    side = budget("Telte 9.000\nSubtotal udstyr 9.000\nBus 500\nI alt 9.500")
    assert [(sub.label.value, sub.lines) for sub in side.subtotals] == [("Subtotal udstyr", (0,))]


def test_a_subtotal_covers_the_group_that_it_names() -> None:
    side = budget(
        "Transport\nBus 10\nTog 5\nMad\nFrokost 20\nMad i alt 20\nTransport i alt 15\n"
        "Transport og mad i alt 35\nI alt 35"
    )
    assert [(sub.label.value, sub.lines) for sub in side.subtotals] == [
        ("Mad i alt", (2,)),
        ("Transport i alt", (0, 1)),
        ("Transport og mad i alt", (0, 1, 2)),
    ]
    assert figure(side) == "35"


def test_groups_may_be_rows_without_an_amount() -> None:
    side = budget("| Post | Beløb |\n|---|---|\n| Transport | |\n| Bus | 10 |\n| Transport i alt | 10 |\n| Mad | 5 |")
    assert lines(side) == [("Transport", None), ("Bus", "10"), ("Mad", "5")]
    assert [seen(sub.label.value, sub.amount) for sub in side.subtotals] == [("Transport i alt", 10)]


def test_a_group_sum_with_nothing_to_cover_is_a_line() -> None:
    side = budget("Transport i alt 15\nMad 5\nI alt 20")
    assert lines(side) == [("Transport i alt", "15"), ("Mad", "5")]


def test_of_two_totals_the_last_one_is_the_total() -> None:
    side = budget("Telte 9.000\nI alt 9.000\nMad 1.000\nI alt 10.000")
    assert [seen(sub.amount, sub.lines) for sub in side.subtotals] == [(9000, (0,))]
    assert total(side) == "10000"


def test_a_zero_line_is_a_line() -> None:
    assert lines(budget("Telte 0\nMad 1.000\nI alt 1.000")) == [("Telte", "0"), ("Mad", "1000")]


def test_a_side_that_is_all_negative_is_turned() -> None:
    side = financing("Billetter -4.000\nFonden -5.000\nSubtotal -9.000\nKassen: -kr 1.000\nI alt -10.000\n")
    assert side.turned
    assert lines(side) == [("Billetter", "4000"), ("Fonden", "5000"), ("Kassen", "1000")]
    assert [sub.amount for sub in side.subtotals] == [9000]
    assert (total(side), figure(side)) == ("10000", "10000")


def test_a_turned_side_may_have_a_total_without_a_sign() -> None:
    side = financing("Billetter -4.000\nFonden -5.000\nI alt 9.000")
    assert (side.turned, total(side), figure(side)) == (True, "9000", "9000")


def test_a_range_above_zero_makes_a_negative_line_a_deduction() -> None:
    side = budget("Telte: 1.000-2.000\nRabat: -500\nMad: 0")
    assert not side.turned
    assert side.bounds == (Decimal(500), Decimal(1500))


def test_one_negative_line_among_positive_ones_is_a_deduction() -> None:
    side = budget("Telte 9.000\nRabat -1.000\nI alt 8.000")
    assert not side.turned
    assert (lines(side), figure(side)) == ([("Telte", "9000"), ("Rabat", "-1000")], "8000")


def test_a_share_of_a_line_is_not_counted() -> None:
    side = budget("Telte 9.000\nHeraf moms 1.800\nMad 1.000\nHerunder: drikkevarer 200\nI alt 10.000")
    assert lines(side)[:2] == [("Telte", "9000"), ("Mad", "1000")]
    assert total(side) == "10000"


@pytest.mark.parametrize(
    "text", ["Omfang i alt: 1.000.000 kr., heraf:\n\n600.000 kr. bevilget støtte\n\n400.000 kr. egne penge\n"]
)
def test_the_parts_of_a_whole_are_the_financing_and_the_whole_the_cost(text: str) -> None:
    for heading in ("Finansiering", "Budget"):
        read = project(f"Sprog: da\n\n{heading}\n\n{text}\nFrivillig tid: 50.000 kr.")
        assert (lines(read.budget), total(read.budget)) == ([], "1000000")
        assert lines(read.financing) == [("bevilget støtte", "600000"), ("egne penge", "400000")]
        assert (total(read.financing), read.balances) == ("1000000", True)
        assert [found.text.value for found in read.amounts_in_text] == ["50.000 kr."]


def test_the_parts_of_a_whole_may_be_written_label_first() -> None:
    read = project(
        "Språk: sv\n\nFinansiering\n\nTotal omfattning: 1 000 SEK, varav:\n\nStöd: 600 SEK\n\nEgna medel: 400 SEK\n"
    )
    assert lines(read.financing) == [("Stöd", "600"), ("Egna medel", "400")]
    assert (total(read.budget), read.balances) == ("1000", True)


def test_a_whole_whose_parts_are_costs_stays_a_cost() -> None:
    read = project("Sprog: da\n\nBudget\n\nTotal: 1.000 kr., heraf:\n\nLøn: 600 kr.\n\nMateriale: 400 kr.")
    assert (lines(read.budget), total(read.budget)) == ([("Løn", "600"), ("Materiale", "400")], "1000")
    assert read.financing is None


def test_a_whole_that_cannot_be_read_is_prose() -> None:
    assert lines(budget("Total: en del, heraf:\n\nLøn: 600 kr.")) == [("Løn", "600")]


def test_ten_thousand_lines_are_read() -> None:
    side = budget("".join(f"Post {at:05d} a: 10\n" for at in range(10_000)) + "I alt: 100.000\n")
    assert (len(side.lines), total(side), figure(side)) == (10_000, "100000", "100000")
