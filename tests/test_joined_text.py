"""Texts made of others: what they say, and where each of their characters stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from projektkort.span import Lines, Text

SOURCE = Lines("Post: Telt\nBeløb: 5.000 kr.\n")


def piece(words: str) -> Text:
    start = SOURCE.text.index(words)
    return Text(words, SOURCE, start, start + len(words))


def joined() -> Text:
    return Text.of(["- ", piece("Telt"), ": ", piece("5.000 kr.")])


def test_words_without_a_place_stand_between_those_that_have_one() -> None:
    text = joined()
    assert text.value == "- Telt: 5.000 kr."
    assert text.place.text == "Telt\nBeløb: 5.000 kr."
    assert text.at(8, 13).text == "5.000"
    assert text.slice(2, 13).value == "Telt: 5.000"
    assert [(cut.value, cut.place.text) for cut in text.split(re.compile(": "))] == [
        ("- Telt", "Telt"),
        ("5.000 kr.", "5.000 kr."),
    ]


def test_one_text_alone_stays_that_text() -> None:
    alone = piece("Telt")
    assert Text.of([alone]) is alone
    assert Text.join([alone]) is alone


def test_texts_that_say_the_same_at_the_same_place_are_equal() -> None:
    assert joined() == joined()
    assert hash(joined()) == hash(joined())
    assert len({joined(), joined()}) == 1
    written = Text(joined().value, SOURCE, joined().start, joined().end, joined().spread())
    assert joined() == written
    assert joined() != Text(joined().value, SOURCE, joined().start, joined().end)


def test_a_joined_text_may_be_part_of_another() -> None:
    outer = Text.join([piece("Post"), joined()], " / ")
    assert outer.value == "Post / - Telt: 5.000 kr."
    assert outer.at(15, 20).text == "5.000"
    assert Text.join([piece("Post"), joined(), Text.empty(SOURCE, 3)], "").spread() == outer_segments()


def outer_segments() -> tuple[tuple[int, int, int], ...]:
    return ((0, 0, 4), (6, 6, 4), (12, 18, 9))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8)), min_size=1, max_size=6), st.sampled_from(["", ", "]))
def test_every_character_is_found_where_it_stands(slices: list[tuple[int, int]], between: str) -> None:
    texts = [Text(SOURCE.text[at : at + size], SOURCE, at, at + size) for at, size in slices]
    text = Text.join(texts, between)
    assert text.value == between.join(each.value for each in texts)
    found = [(value, source, length) for value, source, length in text.spread() if length]
    assert [text.value[value : value + length] for value, _, length in found] == [
        SOURCE.text[source : source + length] for _, source, length in found
    ]
    assert sum(length for _, _, length in found) == len(text.value) - len(between) * (len(texts) - 1)
