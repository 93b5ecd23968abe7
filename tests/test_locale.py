"""Languages as data, and how each writes figures, amounts, days and lists."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort import locale
from projektkort.locale import LANGUAGES, Phrases, every, guess, normal, spoken, words

D = Decimal


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("da", "da"),
        ("da-DK", "da"),
        ("Dansk", "da"),
        ("sv-AX", "sv"),
        ("sv_SE", "sv"),
        ("Svenska", "sv"),
        ("fi", "sv"),
        ("no", "nb"),
        ("nn", "nb"),
        ("nb-NO", "nb"),
        ("nynorsk", "nb"),
        (" EN-gb ", "en"),
        ("english", "en"),
        ("de", None),
        ("", None),
        (None, None),
    ],
)
def test_the_language_that_a_code_means(code: str | None, language: str | None) -> None:
    assert normal(code) == language


@pytest.mark.parametrize(
    ("value", "da", "sv", "nb", "en"),
    [
        ("0", "0", "0", "0", "0"),
        ("999", "999", "999", "999", "999"),
        ("21500", "21.500", "21 500", "21 500", "21,500"),
        ("1234567", "1.234.567", "1 234 567", "1 234 567", "1,234,567"),
        ("12.5", "12,50", "12,50", "12,50", "12.50"),
        ("21500.00", "21.500", "21 500", "21 500", "21,500"),
        ("0.125", "0,1250", "0,1250", "0,1250", "0.1250"),
        ("1E+3", "1.000", "1 000", "1 000", "1,000"),
        ("-1000", "-1.000", "−1 000", "−1 000", "-1,000"),
        ("-0", "0", "0", "0", "0"),
    ],
)
def test_numbers(value: str, da: str, sv: str, nb: str, en: str) -> None:
    assert [locale.number(D(value), language) for language in LANGUAGES] == [da, sv, nb, en]


@pytest.mark.parametrize(
    ("currency", "da", "sv", "nb", "en"),
    [
        ("DKK", "21.500 kr.", "21 500 DKK", "21 500 DKK", "DKK 21,500"),
        ("SEK", "21.500 SEK", "21 500 kr", "21 500 SEK", "SEK 21,500"),
        ("NOK", "21.500 NOK", "21 500 NOK", "21 500 kr", "NOK 21,500"),
        ("EUR", "21.500 EUR", "21 500 EUR", "21 500 EUR", "EUR 21,500"),
        (None, "21.500", "21 500", "21 500", "21,500"),
    ],
)
def test_amounts(currency: str | None, da: str, sv: str, nb: str, en: str) -> None:
    assert [locale.amount(D(21500), currency, language) for language in LANGUAGES] == [da, sv, nb, en]


def test_spaces_can_be_kept_together() -> None:
    assert locale.amount(D("-388000.5"), "SEK", "sv", space="\u00a0") == "−388\u00a0000,50\u00a0kr"
    assert locale.percent(D("0.5"), "da", space="\u00a0") == "50\u00a0%"


@pytest.mark.parametrize(
    ("share", "da", "en"),
    [
        ("0.1", "10 %", "10%"),
        ("0.125", "12,5 %", "12.5%"),
        ("0.33333", "33,3 %", "33.3%"),
        ("1", "100 %", "100%"),
        ("0.9995", "100 %", "100%"),
        ("-0.05", "-5 %", "-5%"),
        ("0", "0 %", "0%"),
    ],
)
def test_shares(share: str, da: str, en: str) -> None:
    assert (locale.percent(D(share), "da"), locale.percent(D(share), "en")) == (da, en)


def test_days() -> None:
    day = dt.date(2026, 3, 5)
    assert [locale.date(day, language) for language in LANGUAGES] == [
        "5. marts 2026",
        "5 mars 2026",
        "5. mars 2026",
        "5 March 2026",
    ]


@pytest.mark.parametrize(
    ("items", "da", "sv", "en"),
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a og b", "a och b", "a and b"),
        (["a", "b", "c"], "a, b og c", "a, b och c", "a, b and c"),
    ],
)
def test_lists(items: list[str], da: str, sv: str, en: str) -> None:
    assert [locale.listing(items, language) for language in ("da", "sv", "en")] == [da, sv, en]


def test_quotation_marks() -> None:
    assert [locale.quote("x", language) for language in LANGUAGES] == ["»x«", '"x"', "«x»", "“x”"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Vi vil gerne holde en fest på torvet, og der bliver plads til alle, hvis det ikke regner.",
            "da",
        ),
        (
            "Projektet skal give flere unge mulighed for at mødes efter skole, og vi søger støtte af kommunen.",
            "da",
        ),
        ("Vi vill ordna en fest på torget och det finns plats för alla som bor här, även om det inte blir sol.", "sv"),
        (
            "Vi vil gjerne holde en fest på torget, og det er plass til alle, også dem som ikke har noe å gi.",
            "nb",
        ),
        ("We would like to hold a party on the square, and there is room for all of the people who live here.", "en"),
        ("Derfor vil foreningen plante endnu en have, og så kommer kommunen med finansiering til arbejdet.", "da"),
        ("Derfor vil foreningen plante enda en hage, hvor unge er med, og så kommer kommunen inn i arbeidet.", "nb"),
        ("Der tages stilling til tilskud. Formanden finder et sted, og sagen tages til efterretning.", "da"),
        ("I tillegg kommer midler som er budsjettert. Kommunestyret stiller dem til rådighet.", "nb"),
        ("Budget. Finansiering: søgt. Ikke ansøgt", "da"),
        ("Budget 25.000", None),
        ("", None),
        ("12 34 56 78 90", None),
        ("Vi har det på en og for at til med som kan vi", None),
    ],
)
def test_guessing_the_language(text: str, language: str | None) -> None:
    assert guess(text) == language


def test_a_word_without_a_capital_is_no_name_and_its_letters_tell() -> None:
    assert spoken("Finansiering (søgt)") == {"da", "nb"}
    assert spoken("Finansiering (sökt)") == {"sv"}
    assert spoken("Finansiering, Øresund") == {"da", "nb", "sv"}


@pytest.mark.parametrize(
    ("languages", "shared"),
    [
        ({"da", "nb"}, "foreningen kommunen finansiering kommer dette disse sine så stiller områder hvem hvor hvilke"),
        ({"da", "nb"}, "unge ligger videre under om bidrag får kun lave formålet går foregår således herunder nå års"),
        ({"da", "sv"}, "finansiering projekt kommer under om bidrag får så få nå ligger går blev nu"),
    ],
)
def test_a_word_of_two_languages_speaks_for_none_of_them_alone(languages: set[str], shared: str) -> None:
    held = {word: {one for one in languages if word in words(one).stop} for word in shared.split()}
    assert held == dict.fromkeys(shared.split(), languages)


@pytest.mark.parametrize("language", ["da", "nb", "sv", "en"])
def test_no_small_word_stands_twice(language: str) -> None:
    assert len(set(words(language).stop)) == len(words(language).stop)


def test_words_cannot_be_changed() -> None:
    danish = words("da")
    with pytest.raises(AttributeError):
        danish.decimal = "."  # type: ignore[misc]  # that it is refused is what is tested
    with pytest.raises(TypeError):
        danish.currencies["kr."] = "SEK"  # type: ignore[index]  # likewise


def test_an_unknown_language_has_no_words() -> None:
    with pytest.raises(KeyError, match="pl"):
        words("pl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_complete(language: str) -> None:
    own = words(language)
    assert len(own.months) == len(set(own.months)) == 12
    assert len(own.quotes) == 2
    optional = {"own", "endings", "letters"}
    assert [field for field in own._fields if field not in optional and not getattr(own, field)] == []


def test_total_words_of_all_languages() -> None:
    assert {"i alt", "ialt", "summa", "totalt", "total"} <= every("total")
    assert {"subtotal", "delsum", "mellansumma"} <= every("subtotal")
    assert not every("total") & every("subtotal")


def test_phrases_fall_back_to_english(tmp_path: Path) -> None:
    file = tmp_path / "phrases.yaml"
    file.write_text("hello: {en: 'Hello {name}', da: 'Hej {name}'}\nno: {en: no}\n", encoding="utf-8")
    phrases = Phrases(file)
    assert phrases.say("hello", "da", name="Bo") == "Hej Bo"
    assert phrases.say("hello", "sv", name="Bo") == "Hello Bo"
    assert phrases.say("no", "da") == "no"
    with pytest.raises(KeyError, match="missing"):
        phrases.say("missing", "da")


@given(st.text("abcø½²ª,. "))
def test_a_quick_count_of_letters_never_makes_letters_fewer_than_few(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["projektkort.locale.guess"], "_plain_letters", lambda _: 0)
        slow = spoken(text * 90)
    assert spoken(text * 90) == slow
