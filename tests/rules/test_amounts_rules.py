"""Amounts that cannot be taken as they stand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, lines, marked, only

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.schema.model import Schema

DANISH = Schema(id="dansk", language="da", currency="DKK")


def budget(amount: str) -> str:
    return f'budget:\n  Hal: "{amount}"\n'


@pytest.mark.parametrize(
    ("amount", "variant", "reason"),
    [
        ("25.00.000", "grouping", "grouping-dot"),
        ("1 50 000", "grouping", "grouping-space"),
        ("efter aftale", "words", "words"),
        ("25 %", "percent", "percent"),
        ("5OO kr", "digits", "digits"),
        ("=SUM(B2:B5)", "formula", "formula"),
        ("xx.xxx kr.", "placeholder", "placeholder"),
        ("1e9", "scientific", "scientific"),
    ],
)
def test_an_unreadable_amount_says_why(amount: str, variant: str, reason: str) -> None:
    problem = only("amount-unreadable", budget(amount), DANISH)
    assert (problem.variant, problem.values["reason"], problem.place.text) == (variant, Note(reason), amount)
    assert (problem.values["text"], problem.values["unchecked"]) == (amount, Note("unchecked-sum"))


def test_totals_subtotals_and_the_amount_applied_for_are_read_too() -> None:
    text = "applied: later\nbudget:\n  Hall: 60\n  Subtotal: soon\n  Food: 40\n  Total: unknown\n"
    found = ask("amount-unreadable", text)
    assert marked(found) == ["soon", "unknown", "later"]
    unchecked = [problem.values["unchecked"] for problem in found]
    assert unchecked == [Note("unchecked-total"), Note("unchecked-total"), Note("unchecked-applied")]


def test_the_financing_is_looked_at_and_what_can_be_read_is_fine() -> None:
    assert marked(ask("amount-unreadable", "budget: {Hall: 100, Food: '-'}\nfinancing: {Own money: later}")) == [
        "later"
    ]


def test_an_applied_amount_taken_from_the_financing_is_told_of_once() -> None:
    assert len(ask("amount-unreadable", "financing: {The Fund (applied for): later}")) == 1


@pytest.mark.parametrize(
    ("amount", "variant", "small", "large"),
    [
        ("25,000", "spelled", "25", "25000"),
        ("350,000 kr.", "spelled", "350", "350000"),
        ("21,000", "marks", "21", "21000"),
        ("1,250", "marks", "1.25", "1250"),
        ("1.250 mio. kr.", "multiplier", "1250000", "1250000000"),
        ("(5.000)", "brackets", "-5000", "5000"),
    ],
)
def test_both_readings_are_shown(amount: str, variant: str, small: str, large: str) -> None:
    problem = only("amount-ambiguous", budget(amount), DANISH)
    assert (problem.variant, problem.place.text) == (variant, amount)
    assert problem.values["small"] == Money(Decimal(small), "DKK")
    assert problem.values["large"] == Money(Decimal(large), "DKK")
    assert problem.values["unchecked"] == Note("unguessed-sum")


def test_other_currencies_are_not_spelled_out() -> None:
    assert only("amount-ambiguous", budget("25,000 EUR"), DANISH).variant == "marks"


def test_a_range_is_told() -> None:
    problem = only("amount-range", budget("20-25.000 kr."), DANISH)
    assert (problem.values["low"], problem.values["high"]) == (
        Money(Decimal(20000), "DKK"),
        Money(Decimal(25000), "DKK"),
    )
    assert ask("amount-range", budget("25.000"), DANISH) == []


def test_a_negative_line_among_positive_ones() -> None:
    problem = only("negative-line", "budget: {Hall: 100, Discount: -20, Gift: 0}")
    assert (problem.place.text, problem.values["label"]) == ("-20", "Discount")
    assert problem.values["amount"] == Money(Decimal(-20), "DKK")


def test_a_side_that_is_negative_throughout_is_notation() -> None:
    assert ask("negative-line", "financing: {Own money: -100, The Fund: -20}") == []


def test_two_currencies_are_one_finding_with_both_places() -> None:
    problem = only(
        "mixed-currencies", "budget:\n  Hall: EUR 10\n  Bus: SEK 20\n  Map: NOK 5\nfinancing:\n  Own: EUR 10\n"
    )
    assert (problem.place.text, list(lines(problem))) == ("SEK 20", [2])
    assert (problem.values["currencies"], problem.values["first"], problem.values["other"]) == (
        ("EUR", "SEK", "NOK"),
        "EUR",
        "SEK",
    )


def test_one_currency_throughout() -> None:
    text = "applied: EUR 10\nbudget: {Hall: EUR 10, Total: EUR 10}\nfinancing: {Own: EUR 10}\n"
    assert ask("mixed-currencies", text) == []
    assert ask("mixed-currencies", "title: Swap day") == []
    assert ask("mixed-currencies", "budget: {Hall: 10, Total: 10}", Schema(id="no-currency")) == []


@pytest.mark.parametrize(
    ("text", "marked_text"),
    [
        ("applied: SEK 10\nbudget: {Hall: EUR 10}\n", "SEK 10"),
        ("budget: {Hall: EUR 10, Total: SEK 10}\n", "SEK 10"),
        ("budget: {Hall: EUR 10}\nfinancing: {Own: SEK 10}\n", "SEK 10"),
    ],
)
def test_every_amount_counts_for_the_currency(text: str, marked_text: str) -> None:
    assert only("mixed-currencies", text).place.text == marked_text


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1500.50", "1.500,50"), ("12.50", "12,50"), ("1.5 mio. kr.", "1.500.000"), ("1,500.50", "1.500,50")],
)
def test_english_decimals_are_told_as_the_documents_language_writes_them(written: str, meant: str) -> None:
    text = f'sprog: da\nbudget: [{{post: Telt, beløb: "{written}"}}]\n'
    problem = only("amount-unreadable", text)
    assert (problem.variant, problem.values["meant"]) == ("exchanged", meant)


def test_two_negative_lines_are_told_one_by_one_and_more_of_them_once() -> None:
    lines = "budget: {Hall: 900, Rebate: -100, Bonus: -50"
    assert marked(ask("negative-line", lines + "}")) == ["-100", "-50"]
    problem = only("negative-line", lines + ", Tickets: -300}")
    assert (problem.variant, problem.place.text, problem.values["count"]) == ("many", "-100", 3)
    assert [place.text for place in problem.related if place] == ["-50", "-300"]


PRICED = "# Hal\n\n## Budget\n\n| Post | Antal | Pris | Beløb |\n|---|---|---|---|\n| Grus | 30 | {price} | 15.000 |\n"


@pytest.mark.parametrize(("price", "reason"), [("1" * 40, "long"), ("5.00.0", "grouping-dot")])
def test_a_unit_price_that_cannot_be_read_is_told(price: str, reason: str) -> None:
    problem = only("amount-unreadable", PRICED.format(price=price), DANISH, path="a.md")
    assert (problem.place.text, problem.values["reason"]) == (price, Note(reason))
    assert problem.values["unchecked"] == Note("unchecked-price")


@pytest.mark.parametrize("price", ["500", "fast pris", "efter aftale", "-", ""])
def test_a_unit_price_in_words_or_none_is_no_fault(price: str) -> None:
    assert ask("amount-unreadable", PRICED.format(price=price), DANISH, path="a.md") == []


def test_a_unit_price_that_is_the_lines_amount_is_told_once() -> None:
    text = "budget:\n  - {post: Grus, antal: 30, pris: 5.00.0}\n"
    assert only("amount-unreadable", text, DANISH).values["unchecked"] == Note("unchecked-sum")


@pytest.mark.parametrize(
    "text",
    [
        "finansiering:\n  Puljen: 5.000\n  Frivillig arbejdskraft: 200 timer\n",
        "finansiering:\n  Puljen: 5.000\n  Kommunens folk: ca. 200 timer (ikke værdisat)\n",
        "budget:\n  Hal: 5.000\n  Frivillig arbejdskraft: 200 timer\n",
    ],
)
def test_hours_without_a_price_are_no_amount(text: str) -> None:
    assert ask("amount-unreadable", text, DANISH) == []


@pytest.mark.parametrize("text", ["budget:\n  Løn: 200 timer\n", "finansiering:\n  Kommunen: 200 kg\n"])
def test_what_must_be_paid_needs_an_amount(text: str) -> None:
    assert only("amount-unreadable", text, DANISH).values["reason"] == Note("unit")
