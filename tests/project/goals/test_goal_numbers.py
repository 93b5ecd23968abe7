"""The numbers before the words of a goal, and what only looks like one."""

from __future__ import annotations

import pytest

from projektkort.project.goals.number import below, numbered, parent
from projektkort.schema.labels import Labels
from projektkort.span import Lines, Text

LABELS = Labels()


def read(text: str, language: str | None = "da", *, bare: bool = False) -> tuple[str | None, str]:
    found = numbered(Text(text, Lines(text), 0, len(text)), LABELS, language, bare=bare)
    assert found.text.place.text == found.text.value
    return found.id, found.text.value


@pytest.mark.parametrize(
    ("text", "id_", "rest"),
    [
        ("Mål 1.2. A Infomøder", "1.2.A", "Infomøder"),
        ("Mål 1.1. To årlige møder", "1.1", "To årlige møder"),
        ("Mål 2.1. B 5 historier", "2.1.B", "5 historier"),
        ("Mål 3.4. B I planens periode", "3.4.B", "I planens periode"),
        ("Mål 1.1.A: To møder", "1.1.A", "To møder"),
        ("Mål 3.2.", "3.2", ""),
        ("1.1.a) Infomøder", "1.1.a", "Infomøder"),
        ("1.1a infomøder", "1.1.a", "infomøder"),
        ("1.1A Infomøder", "1.1.A", "Infomøder"),
        ("2.1. Kommunikation", "2.1", "Kommunikation"),
        ("1.2 – Strande", "1.2", "Strande"),
        ("1. Rene strande", "1", "Rene strande"),
        ("1)", "1", ""),
        ("4", "4", ""),
        ("Delmål 2 Rene strande", "2", "Rene strande"),
        ("Mål nr. 4: Stier", "4", "Stier"),
        ("Mål A: Stier", "A", "Stier"),
        ("M1: Stier", "M1", "Stier"),
        ("M1 Stier", "M1", "Stier"),
        ("A. Stier", "A", "Stier"),
        ("b) stier", "b", "stier"),
    ],
)
def test_a_number_is_read_as_a_path(text: str, id_: str, rest: str) -> None:
    assert read(text) == (id_, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("5 historier", "100 % økologi", "1. maj fejres på torvet", "12. april 2026", "2. halvår 2026", "20.12.2026"),
        *("Mål: 40 nye medlemmer", "Mål 100 % økologi", "Målet er nået", "Mål for 2 år", "A4-ark", "A. P. Møller", ""),
    ],
)
def test_counts_dates_and_names_are_no_numbers_of_goals(text: str) -> None:
    assert read(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Mål 3.4. I perioden bygges en sti", "3.4"),
        ("Mål 3.4. Å er ren", "3.4"),
        ("Mål 3.4 E-handel", "3.4"),
        ("Mål 3.4. A/S Havnen", "3.4"),
        ("2.1. A.P. Møller", "2.1"),
        ("1.2 f. eks. mad", "1.2"),
        ("1.2 a stier", "1.2"),
    ],
)
def test_a_letter_that_is_a_word_or_begins_one_is_no_letter_of_a_number(text: str, id_: str) -> None:
    assert read(text)[0] == id_


def test_the_english_article_is_told_by_what_follows() -> None:
    assert read("Goal 1.1 A yearly meeting", "en") == ("1.1", "A yearly meeting")
    assert read("Goal 1.1 A Yearly meeting", "en") == ("1.1.A", "Yearly meeting")
    assert read("1.1 A yearly meeting", None) == ("1.1", "A yearly meeting")
    assert read("Mål 1.1 A møder") == ("1.1.A", "møder")


def test_a_bare_figure_counts_only_where_a_name_is_asked_for() -> None:
    assert read("1 Strande") == (None, "1 Strande")
    assert read("1 Strande", bare=True) == ("1", "Strande")
    assert read("3 strande", bare=True) == (None, "3 strande")


def test_a_number_tells_which_one_it_lies_below() -> None:
    assert (parent("1.2.A"), parent("1.2"), parent("1")) == ("1.2", "1", None)
    assert below("1.2.A", "1.2")
    assert below("1.2", "1.2")
    assert not below("1.20", "1.2")
    assert not below("1.2", None)
