"""What running text tells of one line of the budget is compared with that line, and only where it is certain."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, marked, only, telling

from projektkort.money import Money

BOOKS = {
    "da": "## Budget\n\nTelte: 23.400\nMaterialer: 15.000\nStole, 10 stk. à 300 kr.: 3.000\nLeje af hal: 9.000\n",
    "sv": "## Budget\n\nTält: 23 400\nMaterial: 15 000\n",
    "nb": "## Budsjett\n\nTelt: 23 400\nMaterialer: 15 000\n",
    "en": "## Budget\n\nTents: 23,400\nMaterials: 15,000\n",
}


def document(sentence: str, language: str = "da") -> str:
    return telling(sentence, BOOKS[language], language)


def found(sentence: str, language: str = "da") -> list[str]:
    return marked(ask("amount-told-differs", document(sentence, language), schema="generisk", path="a.md"))


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("da", "Materialerne koster 17.000 kr.", "Materialerne koster 17.000 kr."),
        ("da", "Vi mødes. Materialer koster 17.000 kr. Vi glæder os.", "Materialer koster 17.000 kr."),
        ("da", "Leje af hal koster 12.000 kr., og alle hjælper.", "Leje af hal koster 12.000 kr."),
        ("sv", "Materialet kostar 17 000 kr.", "Materialet kostar 17 000 kr."),
        ("nb", "Materialene koster 17 000 kr.", "Materialene koster 17 000 kr."),
        ("en", "We meet; materials cost EUR 17,000.", "materials cost EUR 17,000"),
    ],
)
def test_a_price_that_is_not_the_line_s(language: str, sentence: str, told: str) -> None:
    assert [each.rstrip(".") for each in found(sentence, language)] == [told.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Materialerne koster 15.000 kr.",
        "Materialerne koster 23.400 kr.",
        "Materialerne koster ca. 16.000 kr.",
        "Materialerne koster 16.000-17.000 kr.",
        "Materialerne koster 170 kr. stykket.",
        "Materialerne koster 17.000 kr. i indkøb.",
        "Materialerne koster 17.000 kr. pr. skole.",
        "Andre materialer koster 17.000 kr.",
        "Materialerne koster det hele.",
        "Materialer til skolen og til klubben og til hallen koster 17.000 kr.",
        "Stolene koster 320 kr.",  # the line has a price of its own
        "Koster 17.000 kr.",
    ],
)
def test_what_agrees_or_tells_more_is_silent(sentence: str) -> None:
    assert found(sentence) == []


def test_lines_of_one_name_are_not_told_apart() -> None:
    text = document("Materialerne koster 17.000 kr.") + "Materialer: 4.000\n"
    assert ask("amount-told-differs", text, schema="generisk", path="a.md") == []


def test_without_a_budget_nothing_is_compared() -> None:
    text = "---\nlanguage: da\n---\n# Torvet\n\n## Formål\n\nMaterialerne koster 17.000 kr.\n"
    assert ask("amount-told-differs", text, schema="generisk", path="a.md") == []


def test_the_line_is_shown_with_both_amounts() -> None:
    text = document("Materialerne koster 17.000 kr.")
    problem = only("amount-told-differs", text, schema="generisk", path="a.md")
    assert (problem.variant, problem.values["label"]) == ("line", "Materialer")
    assert problem.values["figure"] == Money(Decimal(15000), "DKK")
    assert problem.values["difference"] == Money(Decimal(2000), "DKK")
    assert [place.text for place in problem.related] == ["15.000"]
