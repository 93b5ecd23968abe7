"""When two spellings of a label are the same."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.schema.spelling import LONGEST, key, normalise, readings


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Formål", "formål"),
        ("  **Formål:**  ", "formål"),
        ("<b>I alt</b>", "i alt"),
        ("Målgruppe(r):", "målgruppe r"),
        ("søgt_beløb", "søgt beløb"),
        ("The project's aim", "the projects aim"),
        ("Aktivitets- og\u00a0tidsplan", "aktivitets og tidsplan"),
        ("Hvorfor vil vi det?", "hvorfor vil vi det"),
        (unicodedata.normalize("NFD", "Målgrupp"), "målgrupp"),
        ("ＦＯＲＭＡＬ", "formal"),
        ("***", ""),
    ],
)
def test_normalise_keeps_the_words_alone(label: str, words: str) -> None:
    assert normalise(label) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Formål", "formaal"),
        ("Formål", "Formal"),
        ("Ansøgt beløb", "ansoegt beloeb"),
        ("Ansøgt beløb", "Ansögt belöb"),
        ("Målgrupp", "malgrupp"),
        ("Bæredygtighed", "baeredygtighed"),
        ("Förväntade resultat", "forvantade resultat"),
        ("Resumé", "resume"),
        ("Tidsplan", "Tids plan"),
        ("I alt", "ialt"),
        ("Aktivitet(er)", "Aktiviteter"),
    ],
)
def test_spellings_without_nordic_letters_or_with_other_spaces_are_the_same(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_different_words_stay_different() -> None:
    assert len({key(word) for word in ("Mål", "Formål", "Delmål", "Målgruppe", "Budget", "Budsjett")}) == 6


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Projektansvarlig (arbejdsgruppe + tovholder)", "projektansvarlig"),
        ("1. Formål", "formal"),
        ("3.2 Tidsplan", "tidsplan"),
        ("3.2. Tidsplan", "tidsplan"),
        ("1.Formål", "formal"),
        ("a) Baggrund", "baggrund"),
        ("IV. Budget", "budget"),
        ("- 2) Budget", "budget"),
        ("Budget 2026", "budget"),
        ("Budget 2026/2027", "budget"),
        ("Budget [kr]", "budget"),
        ("2. Budget (alle tal i kr.) ", "budget"),
        ("Mål for the project", "mal"),
        ("Our budget", "budget"),
    ],
)
def test_a_label_is_also_looked_up_without_what_stands_around_it(label: str, found: str) -> None:
    assert found in readings(label, frozenset({"our"}), frozenset({"for the project"}))


def test_the_whole_label_is_looked_up_first() -> None:
    assert readings("2. Budget (kr)", frozenset(), frozenset())[0] == key("2. Budget (kr)")


def test_at_least_one_word_is_left() -> None:
    assert readings("our 2026", frozenset({"our"}), frozenset()) == ("our2026", "our")


def test_a_year_at_the_start_is_no_numbering() -> None:
    assert readings("2026 budget", frozenset(), frozenset()) == ("2026budget",)


def test_punctuation_alone_and_overlong_lines_are_no_labels() -> None:
    assert readings("***", frozenset(), frozenset()) == ()
    assert readings("a" * (LONGEST + 1), frozenset(), frozenset()) == ()


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_a_key_is_plain_and_stays_the_same_when_taken_again(label: str) -> None:
    once = key(label)
    assert key(once) == once
    assert not set(once) & set(" _*:()?" + "æøåäö")


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("aAeoøÅäéß1 '’_-<>.²ﬁ\u0301\u00a0\n"), max_size=20))
def test_the_short_ways_lead_to_the_same_as_the_long_one(label: str) -> None:
    plain = unicodedata.normalize("NFKC", re.sub("<[^<>]*>", " ", label))
    words = re.sub(r"[\W_]+", " ", re.sub("['’]", "", plain).casefold()).strip()
    assert normalise(label) == words
    parts = unicodedata.normalize("NFKD", words.replace(" ", "").translate({0xE6: "a", 0xF8: "o"}))
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    assert key(label) == re.sub("a[ae]+|oe+", lambda match: match[0][0], bare)
