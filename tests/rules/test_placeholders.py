"""What is left to fill in, and that the quick look over many texts misses none of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.rules.placeholders import find, suspects, words

FIELDS = (
    "Klik her for at skrive tekst",
    "Klicka eller tryck här för att ange datum",
    "Klikk for å skrive inn tekst",
    "Click or tap to enter text",
    "Vælg en dato",
    "Välj ett objekt",
    "Velg et element",
    "Choose an item",
)
SIGNS = ("TBD", "TODO", "N.N.", "NN", "xx.xxx", "Xx", "x.xxx", "{{ name }}", "_____", "[navn]", "<dato>", "...", "?")
ORDINARY = (
    "Huset",
    "åbner",
    "den 3. maj",
    "og",
    "NNE",
    "kommer",
    "skriv",
    "xl",
    "følger",
    "12.500 kr.",
    "æ",
    "_tekst_",
)
pieces = st.sampled_from((*FIELDS, *SIGNS, *ORDINARY, *words().phrases, *map(str.upper, words().phrases)))
gaps = st.sampled_from((" ", "\n", "  ", ", ", " (", ") ", "–", ". ", "«", "”", "\t", "\u00a0", "-"))
texts = st.lists(st.tuples(gaps, pieces, gaps), max_size=4).map(lambda told: "".join(map("".join, told)))


@settings(deadline=None, max_examples=300)
@given(st.lists(texts, max_size=4))
def test_whatever_is_found_was_suspected(told: list[str]) -> None:
    assert {at for at, text in enumerate(told) if list(find(text))} <= set(suspects(told))


@pytest.mark.parametrize("sign", [*SIGNS[:-2], *FIELDS, *words().phrases])
def test_only_the_text_with_something_left_is_suspected(sign: str) -> None:
    around = ["Vi mødes i huset.", f"Støtten er {sign} kr.", "Alle er velkomne, også de små."]
    assert suspects(around) == [1]


def test_a_form_s_own_sentence_is_looked_for_where_the_form_has_one() -> None:
    told = ["Her beskriver I\nkort projektet.", "Vi bygger bænke."]
    assert suspects(told) == []
    assert suspects(told, ["Her beskriver I kort projektet"]) == [0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi lejer et XX-large telt af TBD-bandet, NN-klubben og TODO-listen.", []),
        ("Vi lejer XXX-large", []),
        ("Dato: xx-xx-2027", ["xx-xx"]),
        ("TBD - senere", ["TBD"]),
        ("TBD-", ["TBD"]),
        ("Tlf. XX-12", ["XX"]),
    ],
)
def test_a_sign_before_a_hyphen_and_a_letter_is_a_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == found


def test_nothing_is_suspected_of_nothing() -> None:
    assert suspects([]) == []
    assert suspects(["", " \n"]) == []
