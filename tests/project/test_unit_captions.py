"""A line that declares the unit of a table is no amount of its own."""

from __future__ import annotations

import pytest
from project_text import project

from projektkort.money import find
from projektkort.pages.inspection import plain


def amounts(text: str) -> list[str]:
    return [found.text.value for found in project(text).amounts_in_text]


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("nb", "Alle tall i 1000 kr"),
        ("da", "Alle tal i 1.000 kr."),
        ("da", "Beløb er angivet i 1.000 kr."),
        ("sv", "Alla belopp anges i 1 000 kr"),
        ("en", "All amounts in USD 1,000"),
    ],
)
def test_a_declared_unit_is_no_amount(language: str, caption: str) -> None:
    text = f"Language: {language}\n\n## Budget\n\n{caption}\n\n| Post | Budget |\n|---|---|\n| Xyz | 420 |\n"
    assert amounts(text) == []
    side = project(text).budget
    assert side is not None
    assert [line.amount for line in side.lines] == [420_000]


@pytest.mark.parametrize(
    ("above", "below", "amount"),
    [
        ("", "Alle tal i 1.000 kr.", 420_000),
        ("Alle tal i 1.000 kr.", "Alle tal i mio. kr.", 420_000),
        ("Alle tal er anslåede.", "Alle tal i mio. kr.", 420_000_000),
        ("Alle tal i 1.000 kr.", "Vi håber på det bedste.", 420_000),
    ],
)
def test_a_unit_below_a_table_counts_where_none_stands_above(above: str, below: str, amount: int) -> None:
    table = "| Post | Budget |\n|---|---|\n| Xyz | 420 |"
    side = project(f"Sprog: da\n\n## Budget\n\n{above}\n\n{table}\n\n{below}\n").budget
    assert side is not None
    assert [line.amount for line in side.lines] == [amount]


@pytest.mark.parametrize(
    "text", ["Gebyr: 1.000 kr.", "Vi har 1.000 kr.", "Vi fik i alt 1.000 kr.", "Udgiften løb op i 1.000 kr."]
)
def test_an_amount_as_large_as_a_unit_is_one(text: str) -> None:
    assert amounts(f"Sprog: da\n\n## Baggrund\n\n{text}\n") == ["1.000 kr."]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "I størrelsesordenen 150-200.000 kr."),
        ("nb", "I størrelsesordenen 150 000-200 000 kr"),
        ("sv", "I storleksordningen 150 000-200 000 kr"),
        ("en", "In the region of 150,000-200,000 USD"),
    ],
)
def test_an_order_of_size_is_about(language: str, words: str) -> None:
    (reading,) = find(words, language)
    assert (plain(reading.low), plain(reading.high)) == ("150000", "200000")
    assert reading.approximate
