"""Texts that a rule leaves alone after one look are those in which its patterns find nothing; kept sums stay right."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

import pytest
from asking import bound
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.frozen import replace
from projektkort.locale import LANGUAGES
from projektkort.rules import amounts_told, hours, prices_told, remainders
from projektkort.rules.bare import bare, looked_for, without_signs
from projektkort.rules.figures import currencies, mixed
from projektkort.rules.lists import lists

FORMULA = (
    "40 000|1.240|",
    "| |kr |kr./mdr.",
    " | |",
    "x|×|*|·|X|a",
    " ||\n",
    "12|120",
    "| | månader ",
    "/|:|÷|,",
    " ||1",
    "1720|1 924|25",
)
"""The parts of a formula in their order, each as it may be written, or not."""
LETTERS = ("", "x", "å", "_", "9", "-", "'", ".", "\n", "»")
BARE = st.text("anø1", min_size=1, max_size=3)
CODES = st.sampled_from(["1000", "1000 kr.", "1000 EUR", "SEK 1000", "1000 DKK", "-", "ukendt", "500-900 NOK"])


def phrases(name: str, keys: tuple[str, ...]) -> list[str]:
    return [phrase for own in lists(name).values() for key in keys for phrase in own[key]]


def is_dismissed(text: str, hints: AbstractSet[bytes]) -> bool:
    return hints.isdisjoint(bare(text))


@settings(max_examples=80, deadline=None)
@given(st.data())
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_no_text_with_a_phrase_is_dismissed(language: str | None, data: st.DataObject) -> None:
    looks: list[tuple[list[str], list[re.Pattern[str]], AbstractSet[bytes]]] = [
        (
            phrases("amounts_told", tuple(amounts_told.ABOUT)),
            list(amounts_told._words(language).told.values()),
            amounts_told.hints(language),
        ),
        (phrases("amounts_told", ("price",)), [prices_told._verbs()], prices_told.hints()),
        (
            phrases("remainders", ("before", "behind")),
            [remainders._words(language).mentioned],
            remainders.hints(language),
        ),
    ]
    for known, patterns, hints in looks:
        words, around = data.draw(st.sampled_from(known)), st.sampled_from(LETTERS)
        said = data.draw(around) + data.draw(st.sampled_from([words, words.upper(), words.title()])) + data.draw(around)
        text = said.replace(" ", data.draw(st.sampled_from([" ", "\n", "  "])))
        if any(pattern.search(text) for pattern in patterns):
            assert not is_dismissed(text, hints)


def test_most_texts_are_dismissed() -> None:
    assert is_dismissed("Taget blev lagt om for 28.310 kr. i 1988.", amounts_told.hints("da") | prices_told.hints())


@settings(max_examples=300, deadline=None)
@given(st.tuples(*(st.sampled_from(part.split("|")) for part in FORMULA)).map("".join))
def test_no_formula_of_an_hour_is_dismissed(text: str) -> None:
    if hours.FORMULA.search(text):
        assert hours.TWELVE.search(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(CODES, min_size=1, max_size=3), CODES, CODES)
def test_currencies_are_mixed_where_their_places_say_so(costs: list[str], total: str, applied: str) -> None:
    posts = "".join(f"    - post: Post {at}\n      amount: {cost}\n" for at, cost in enumerate(costs))
    project, _ = bound(f"applied amount: {applied}\nbudget:\n  lines:\n{posts}  total: {total}\n")
    assert mixed(project) == (len({currency for currency, _ in currencies(project)}) > 1)


def test_a_side_with_other_lines_is_added_up_anew() -> None:
    project, _ = bound("budget:\n  Hall: 1000\n  Food: 500\n")
    side = project.budget
    assert side is not None
    assert side.figure == 1500
    assert replace(side, lines=side.lines[:1]).figure == 1000
    assert side == replace(side, lines=side.lines)


@settings(max_examples=200, deadline=None)
@given(st.sets(BARE, min_size=1, max_size=5), st.lists(BARE, max_size=6))
def test_words_that_are_looked_for_are_those_that_a_text_has(wanted: set[str], told: list[str]) -> None:
    text = f" {' '.join(told)} "
    found = looked_for(word.encode("latin-1") for word in wanted).findall(without_signs(text))
    assert found == [word for word in bare(text) if word.decode("latin-1") in wanted]
