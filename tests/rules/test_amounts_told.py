"""What running text tells of the costs and of the application is compared with the figures, and nothing else is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, marked, only, telling

from projektkort.finding import Note
from projektkort.money import Money

BOOKS = {
    "da": "Ansøgt beløb: 45.000 kr.\n\n## Budget\n\nTelte: 23.400\nMad: 32.610\nI alt: 56.010\n",
    "sv": "Sökt belopp: 45 000 kr\n\n## Budget\n\nTält: 23 400\nMat: 32 610\nSumma: 56 010\n",
    "nb": "Søknadsbeløp: 45 000 kr\n\n## Budsjett\n\nTelt: 23 400\nMat: 32 610\nSum: 56 010\n",
    "en": "Amount applied for: EUR 45,000\n\n## Budget\n\nTents: 23,400\nFood: 32,610\nTotal: 56,010\n",
}


def document(sentence: str, language: str = "da") -> str:
    return telling(sentence, BOOKS[language], language)


def found(sentence: str, language: str = "da") -> list[str]:
    return marked(ask("amount-told-differs", document(sentence, language), schema="generisk", path="a.md"))


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("da", "Vi mødes. Projektet koster i alt 65.010 kr. og varer et år.", "Projektet koster i alt 65.010 kr."),
        ("da", "Vi søger om 54.000 kr. til torvet.", "Vi søger om 54.000 kr."),
        ("da", "De samlede udgifter beløber sig til 60.000 kr.", "samlede udgifter beløber sig til 60.000 kr."),
        ("da", "Projektet koster ca. 75.000 kr.", "Projektet koster ca. 75.000 kr."),
        ("da", "Projektet koster mellem 70.000 og 80.000 kr.", "Projektet koster mellem 70.000 og 80.000 kr."),
        ("da", "Hele projektet løber op i 110.000 kr.", "projektet løber op i 110.000 kr."),
        ("da", "Vi beder om 54.000 kr.", "Vi beder om 54.000 kr."),
        ("da", "Vi søger 40 t.kr.", "Vi søger 40 t.kr."),
        ("da", "Det ansøgte beløb (54.000 kr.) dækker løn.", "Det ansøgte beløb (54.000 kr."),
        ("da", "Tilskuddet på 54.000 kr. går til løn.", "Tilskuddet på 54.000 kr."),
        ("sv", "Projektets omslutning är 700 000 kr.", "Projektets omslutning är 700 000 kr"),
        ("nb", "Søknaden gjelder 240 000 kr til torget.", "Søknaden gjelder 240 000 kr"),
        ("en", "The grant of EUR 60,000 covers wages.", "The grant of EUR 60,000"),
        ("sv", "Totalkostnaden är 60 000 kr.", "Totalkostnaden är 60 000 kr"),
        ("sv", "Vi söker 54 000 kr till torget.", "Vi söker 54 000 kr"),
        ("nb", "Prosjektet vil koste 60 000 kr.", "Prosjektet vil koste 60 000 kr"),
        ("nb", "Vi søker om 54 000 kr til torget.", "Vi søker om 54 000 kr"),
        ("en", "The project costs EUR 60,000 in all.", "The project costs EUR 60,000"),
    ],
)
def test_an_amount_that_no_figure_has(language: str, sentence: str, told: str) -> None:
    assert [each.rstrip(".") for each in found(sentence, language)] == [told.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Projektet koster i alt 56.010 kr.",
        "Vi søger om 45.000 kr.",
        "Projektet koster i alt 23.400 kr.",
        "Projektet koster ca. 55.000 kr.",
        "Projektet koster 50.000-60.000 kr.",
        "Projektet koster 56 t.kr.",
        "Vi søger 45 t.kr.",
        "Projektet koster 0,06 mio. kr.",
        "Tilskuddet på 12.000 kr. fra kommunen er bevilget.",
        "Tilskuddet dækker løn på 12.000 kr.",
        "Vi beder om 2.000 kr. i depositum.",
        "Egenfinansieringen er på 12.000 kr.",
        "Projektet koster 560 kr. pr. deltager.",
        "Projektet koster 60.000 kr. årligt i drift.",
        "I 2025 søgte vi 30.000 kr., og projektet koster 70.000 kr.",
        "Leje koster 9.000 kr., og projektet koster i alt 70.000 kr.",
        "Et telt koster 3.000 kr.",
        "Vi søger om yderligere 12.000 kr.",
        "Projektet koster det hele værd, og naboerne giver os lov til at bruge gården til 1.000.000 kr.",
        "Vi søger om penge.",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_silent(sentence: str) -> None:
    assert found(sentence) == []


def test_both_amounts_are_told_and_why_they_may_differ() -> None:
    problem = only("amount-told-differs", document("Projektet koster i alt 50.610 kr."), schema="generisk", path="a.md")
    assert problem.variant == "costs"
    assert problem.values["figure"] == Money(Decimal(56010), "DKK")
    assert problem.values["difference"] == Money(Decimal(5400), "DKK")
    assert isinstance(hint := problem.values["hint"], Note)
    assert hint.key == "swapped"
    assert [place.text for place in problem.related] == ["56.010"]
    ranged = only("amount-told-differs", document("Projektet koster 70.000-80.000 kr."), schema="generisk", path="a.md")
    assert (ranged.variant, ranged.values["difference"]) == ("costs-range", None)
    applied = only("amount-told-differs", document("Vi søger om 54.000 kr."), schema="generisk", path="a.md")
    assert (applied.variant, applied.values["figure"]) == ("applied", Money(Decimal(45000), "DKK"))


def test_without_figures_there_is_nothing_to_compare() -> None:
    plain = "---\nlanguage: da\n---\n# Torvet\n\n## Formål\n\nProjektet koster i alt 65.010 kr. Vi søger om 5.000 kr.\n"
    assert ask("amount-told-differs", plain, schema="generisk", path="a.md") == []
    assert ask("amount-told-differs", f"{plain}\n## Budget\n\nTelt: 9.500\n", schema="generisk", path="a.md") != []
    assert ask("amount-told-differs", f"{plain}\nAnsøgt beløb: 5.000 kr.\n", schema="generisk", path="a.md") == []


FINANCED = "{}\n## Finansiering\n\nPuljen, søgt: 45.000\nEgne penge: 6.010\n{}\n"


def own(sentence: str, other: str = "Frivillig tid: 5.000") -> list[str]:
    text = FINANCED.format(document(sentence), other)
    return marked(ask("amount-told-differs", text, schema="generisk", path="a.md"))


def test_what_the_applicant_pays_is_told_as_well() -> None:
    assert own("Egenfinansieringen er på 25.000 kr.") == ["Egenfinansieringen er på 25.000 kr."]
    assert own("Vores egne penge er 17.000.") == ["egne penge er 17.000"]
    assert own("Egenfinansieringen er på 6.010 kr.") == []
    assert own("Egenfinansieringen er på 11.010 kr.") == []  # with the work that nobody pays
    assert own("Egenfinansieringen er på 25.000 kr. fra medlemmerne.") == []
    assert own("Egenfinansieringen dækker lys til 25.000 kr.") == []


def test_where_the_own_money_stands() -> None:
    text = FINANCED.format(document("Egenfinansieringen er 25.000 kr."), "Frivillig tid: 5.000")
    problem = only("amount-told-differs", text, schema="generisk", path="a.md")
    assert (problem.variant, problem.values["figure"]) == ("own", Money(Decimal(6010), "DKK"))
    assert [place.text for place in problem.related] == ["6.010"]
    several = FINANCED.format(document("Egenfinansieringen er 90.000-95.000 kr."), "Egne midler: 5.000")
    problem = only("amount-told-differs", several, schema="generisk", path="a.md")
    assert (problem.variant, problem.values["figure"]) == ("own-range", Money(Decimal(11010), "DKK"))
    assert [place.line for place in problem.related] == [18]
