"""Templates become sentences: each kind of value as its language writes it, without gaps and double full stops."""

from __future__ import annotations

from decimal import Decimal

import pytest

from projektkort.finding import Note, Value
from projektkort.money import Money
from projektkort.rules.sentence import LONGEST, Speaker
from projektkort.span import Lines, Place, Span

NOTES = {
    "half": {"en": ", half of {amount}", "da": ", det halve af {amount}"},
    "far": {"en": " far away"},
}
KRONER = Money(Decimal(25000), "DKK")


def say(template: str, language: str = "da", **values: Value) -> str:
    return Speaker(language, NOTES).say({"en": "English", language: template}, values)


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("{x}", "to ord", "to ord"),
        ("{x}", "to\n  linjer", "to linjer"),
        ("{x:quoted}", "to ord", "»to ord«"),
        ("{x}", 1200, "1.200"),
        ("{x}", Decimal("12.5"), "12,50"),
        ("{x}", KRONER, "25.000 kr."),
        ("{x:bare}", KRONER, "25.000"),
        ("{x}", Money(Decimal(-5), "DKK"), "-5 kr."),
        ("{x:size}", Money(Decimal(-5), "DKK"), "5 kr."),
        ("{x}", Money(Decimal(5), "SEK"), "5 SEK"),
        ("{x}", Money(Decimal(5)), "5"),
        ("{x:spelled}", Money(Decimal(25), "DKK"), "femogtyve"),
        ("{x:decimals}", Money(Decimal(25), "DKK"), "25,00"),
        ("{x:percent}", Decimal("33.30"), "33,3"),
        ("{x:percent}", Decimal("50.00"), "50"),
        ("linje {x}", Span(12, 1, 12, 4), "linje 12"),
        ("linje {x}", Place(Lines("a\nb"), 2, 3), "linje 2"),
        ("{x}", ("uge 1", "uge 2", "uge 3"), "uge 1, uge 2 og uge 3"),
        ("{x:quoted}", ("Mål", "Formål"), "»Mål« og »Formål«"),
        ("({x:sum})", (KRONER, Money(Decimal(1), "DKK")), "(25.000 + 1)"),
        ("Der mangler 2{x}.", Note("half", {"amount": KRONER}), "Der mangler 2, det halve af 25.000 kr."),
        ("Hus{x}.", Note("far"), "Hus far away."),
        ("Hus{x}.", Note("nowhere"), "Hus."),
        ("Hus{x:note}.", "far", "Hus far away."),
        ("den {x:date}", "2027-05-22", "den 22. maj 2027"),
    ],
)
def test_each_kind_of_value_is_written_in_its_way(template: str, value: Value, expected: str) -> None:
    assert say(template, x=value) == expected


def test_a_sentence_never_ends_in_two_full_stops() -> None:
    assert say("Der mangler {x}.", x=KRONER) == "Der mangler 25.000 kr."
    assert say("Der mangler {x}{y}. Mere.", x=KRONER) == "Der mangler 25.000 kr. Mere."
    assert say("Der mangler {x}, og.", x=KRONER) == "Der mangler 25.000 kr., og."


@pytest.mark.parametrize("value", [None, "", (), Note("nowhere")])
def test_a_value_that_is_missing_leaves_no_gap(value: Value) -> None:
    assert say("Der {x} mangler {x} noget {x}.", x=value) == "Der mangler noget."
    assert say("Der mangler {y} noget.") == "Der mangler noget."


def test_braces_are_written_double() -> None:
    assert say("[ eller {{ {x}") == "[ eller {"


def test_another_language_writes_otherwise_and_english_stands_in() -> None:
    assert say("{x} ({y:quoted})", "sv", x=Money(Decimal(388000), "SEK"), y="Mål") == '388 000 kr ("Mål")'
    assert say("{x}", "en", x=KRONER) == "DKK 25,000"
    assert Speaker("sv", NOTES).say({"en": "No Swedish"}, {}) == "No Swedish"


def test_long_words_of_the_user_are_cut_in_quotes() -> None:
    told = say("{x:quoted}", x="a" * 500)
    assert told == f"»{'a' * (LONGEST - 1)}…«"
    assert say("{x:quoted}", x="a" * LONGEST) == f"»{'a' * LONGEST}«"


def test_a_long_quotation_ends_at_a_word_that_no_dot_follows() -> None:
    begun = "Foreningen vil gerne have en ny bro over åen ved skolen, og der søges"
    assert say("{x:quoted}", x=f"{begun} om ca. 40.000 kr. til den og mere") == f"»{begun} om…«"
    assert say("{x:quoted}", x=f"{begun} penge, og mere og mere og mere") == f"»{begun} penge, og…«"
    assert say("{x:quoted}", x=f"{begun} hhhhhhhhhhhhhhhhhhhhhh") == f"»{begun}…«"


def test_words_of_the_user_are_never_taken_for_templates() -> None:
    assert say("{x:quoted}", x="{y} {0}") == "»{y} {0}«"


def test_nothing_is_quoted_where_there_is_nothing() -> None:
    assert say("Beløbet {x:quoted} kan ikke læses.", x="") == "Beløbet kan ikke læses."
