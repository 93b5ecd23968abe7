"""A remainder in running text is what the figures just before it leave; what is reckoned from others is not judged."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from asking import ask, marked, only

from projektkort.finding import Note
from projektkort.money import Money

TABLE = "| Pulje | Ramme | Disponibelt | Bevilget | Rest |\n|---|---|---|---|---|\n"


def found(text: str, language: str = "da") -> list[str]:
    whole = f"---\nlanguage: {language}\n---\n# Torvet\n\n## Baggrund\n\n{text}\n"
    return marked(ask("remainder-differs", whole, schema="generisk", path="a.md"))


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        (
            "da",
            "Puljen er på 90.000 kr. Der er bevilget 20.000 kr. og 15.500 kr. Restbeløbet er 54.000 kr.",
            "54.000 kr.",
        ),
        ("da", "Af 90.000 kr. er brugt 20.000 kr., så der er herefter 71.000 kr. tilbage.", "71.000 kr."),
        ("sv", "Av 90 000 kr har 20 000 kr använts. Det återstår 71 000 kr.", "71 000 kr"),
        ("nb", "Av 90 000 kr er 20 000 kr brukt. Det gjenstår 71 000 kr.", "71 000 kr"),
        ("en", "Of EUR 90,000 we have used EUR 20,000. The remaining sum is EUR 71,000.", "EUR 71,000"),
        ("da", f"{TABLE}| Kultur | 800.000 | 288.310 | 30.000 | 258.000 |", "258.000"),
        ("da", "Ramme\nBevilget\nRest\nKultur\nKr. 288.310\nKr. 30.000\nKr. 258.000", "Kr. 258.000"),
    ],
)
def test_a_remainder_that_is_nearly_right(language: str, text: str, wrong: str) -> None:
    assert [each.rstrip(".") for each in found(text, language)] == [wrong.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "Puljen er på 90.000 kr. Der er bevilget 20.000 kr. og 15.500 kr. Restbeløbet er 54.500 kr.",
        "Puljen er på 90.000 kr. Bevilget: 20.000 kr. og 15.500 kr. til lys, heraf 500 kr. til rør. Rest 54.500 kr.",
        "Der er 54.500 kr. tilbage (90.000 kr. - 35.500 kr.), rest 54.500 kr.",
        "Puljen er på 90.000 kr. Der er bevilget 20.000 kr. Resten, 12.000 kr., kommer fra foreningen.",
        "Puljen er på ca. 90.000 kr. Der er bevilget 20.000 kr. Resten er 71.000 kr.",
        "Der er 3.000 kr. tilbage.",
        "Vi har 90.000 kr., 20.000 kr. og 71.000 kr.",
        f"{TABLE}| Kultur | 800.000 | 288.300 | 30.000 | 258.300 |\n| Sport | 80.000 | 40.000 | 10.000 | 30.000 |",
    ],
)
def test_what_follows_or_comes_from_elsewhere_is_silent(text: str) -> None:
    assert found(text) == []


def test_a_remainder_told_again_is_told_once_and_may_be_the_next_pool() -> None:
    told = "Puljen er på 90.000 kr. Der er bevilget 20.000 kr. Der er så 71.000 kr. tilbage."
    assert found(f"{told} {told}") == ["71.000 kr."]
    assert found(f"{told} Så gives 1.000 kr., og der er 70.000 kr. tilbage.") == ["71.000 kr."]


def test_the_arithmetic_is_told() -> None:
    text = "---\nlanguage: da\n---\n## Baggrund\n\nAf 90.000 kr. er 20.000 kr. og 15.500 kr. brugt. Rest: 54.050 kr.\n"
    problem = only("remainder-differs", text, schema="generisk", path="a.md")
    assert problem.values["right"] == Money(Decimal(54500), "DKK")
    assert problem.values["difference"] == Money(Decimal(450), "DKK")
    assert isinstance(hint := problem.values["hint"], Note)
    assert hint.key == "swapped"
    assert [place.text for place in problem.related] == ["90.000 kr.", "20.000 kr.", "15.500 kr."]


def test_the_real_documents_have_two_of_them(documents: Path) -> None:
    wrong = {}
    for path in sorted((documents / "corpus").glob("*.txt")):
        problems = ask("remainder-differs", path.read_text("utf-8"), schema="generisk", path=f"{path.stem}.txt")
        if problems:
            wrong[path.name[:3]] = marked(problems)
    assert wrong == {"013": ["Kr. 258.000"], "017": ["2.113.738 kr."]}
