"""What of a text was there before."""

from __future__ import annotations

import pytest

from projektkort.rules.repeats import repeated, retold
from projektkort.span import Lines, Text


def text(value: str) -> Text:
    return Text(value, Lines(value), 0, len(value))


def again(value: str, earlier: str) -> str | None:
    place = repeated(text(value), text(earlier))
    return place.text if place else None


MANY = " ".join(f"word{number}" for number in range(60))


def test_a_whole_text_in_other_clothes() -> None:
    told = "The drawings are ready, and they lie with the council."
    assert again(told, "the drawings are ready and they\nlie with the COUNCIL") == told


def test_a_few_words_may_come_again() -> None:
    assert again("Nothing new since the last report.", "Nothing new since the last report.") is None


def test_a_long_run_of_words_is_told_again() -> None:
    assert again(f"New now. {MANY}! The end.", f"Old. {MANY} And more.") == MANY


def test_the_first_of_two_runs() -> None:
    assert again(f"{MANY} but now {MANY}", f"{MANY} and so on") == MANY


def test_a_text_with_a_word_changed_in_each_sentence_is_new() -> None:
    changed = " ".join("other" if number % 30 == 0 else f"word{number}" for number in range(60))
    assert again(changed, MANY) is None


def test_nothing_is_in_an_empty_text() -> None:
    assert again("", MANY) is None
    assert again(MANY, "") is None


@pytest.mark.parametrize("told", ["Anbud er sendt ut.", "Tre tilbud er hentet.", "Avtalet är undertecknat."])
def test_a_short_entry_is_told_again_where_it_tells_something(told: str) -> None:
    place = retold(text(told), text(told.upper()))
    assert place is not None
    assert place.text == told
    assert retold(text(told), text(f"{told} Mere.")) is None


@pytest.mark.parametrize(
    "told",
    [
        "Arbejdet følger planen.",
        "Allt går enligt plan.",
        "Ingen endringer siden sist.",
        "Nothing new this time.",
        "Intet.",
    ],
)
def test_that_nothing_is_new_may_be_said_every_time(told: str) -> None:
    assert retold(text(told), text(told)) is None
