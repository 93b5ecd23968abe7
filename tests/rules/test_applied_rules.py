"""The amount applied for agrees with the financing, and keeps within the fund's limits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, lines, only

from projektkort.engine import finding_of
from projektkort.finding import Note
from projektkort.frozen import replace
from projektkort.locale import LANGUAGES
from projektkort.money import Money
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Limits, Provenance, Schema

MARKED = "applied: {}\nfinancing:\n  The Fund (applied for): 100\n  Own money: 20\n"
PLAIN = "applied: {}\nfinancing:\n  The Fund: 100\n  Own money: 20\n"


def fund(**limits: Decimal) -> Schema:
    return Schema(id="fund", currency="DKK", language="en", limits=Limits(**limits))


def test_the_amount_stands_in_the_financing_too() -> None:
    assert ask("applied-amount", MARKED.format(100)) == []
    problem = only("applied-amount", MARKED.format(83))
    assert (problem.place.text, problem.variant, list(lines(problem))) == ("83", "", [3])
    assert problem.values["planned"] == Money(Decimal(100), "DKK")
    assert problem.values["difference"] == Money(Decimal(-17), "DKK")


def test_one_of_several_lines_applied_for_or_all_of_them_will_do() -> None:
    text = MARKED + "  The Town (applied for): 30\n"
    assert ask("applied-amount", text.format(130)) == []
    assert ask("applied-amount", text.format(100)) == []  # the other line may be applied for elsewhere
    problem = only("applied-amount", text.format(160))
    assert problem.values["planned"] == Money(Decimal(130), "DKK")
    hint = problem.values["hint"]
    assert isinstance(hint, Note)
    assert (hint.key, hint.values["label"]) == ("counted-twice", "The Town (applied for)")


def test_where_no_line_is_marked_any_line_or_all_of_them_will_do() -> None:
    assert ask("applied-amount", PLAIN.format(100)) == []
    assert ask("applied-amount", PLAIN.format(120)) == []
    problem = only("applied-amount", PLAIN.format(90))
    assert (problem.variant, list(lines(problem))) == ("nowhere", [3, 4])


def test_what_was_not_read_is_not_compared() -> None:
    assert ask("applied-amount", MARKED.format("later")) == []
    assert ask("applied-amount", MARKED.format(90).replace("100", "later")) == []
    assert ask("applied-amount", "applied: 90\nfinancing: {Own money: '-'}") == []
    assert ask("applied-amount", "applied: 90") == []
    assert ask("applied-amount", MARKED.format("EUR 90")) == []


def test_an_amount_taken_from_the_financing_agrees_with_it() -> None:
    assert ask("applied-amount", "financing:\n  The Fund (applied for): 100\n") == []


def test_limits_of_the_fund() -> None:
    schema = fund(applied_min=Decimal(50), applied_max=Decimal(100))
    for amount in (50, 100):
        assert ask("applied-too-high", MARKED.format(amount), schema) == []
        assert ask("applied-too-low", MARKED.format(amount), schema) == []
    high = only("applied-too-high", MARKED.format(101), schema)
    assert (high.values["limit"], high.values["difference"]) == (Money(Decimal(100), "DKK"), Money(Decimal(1), "DKK"))
    low = only("applied-too-low", MARKED.format(49), schema)
    assert (low.values["limit"], low.values["difference"]) == (Money(Decimal(50), "DKK"), Money(Decimal(1), "DKK"))
    assert low.values["source"] is None


def test_limits_quote_the_fund() -> None:
    schema = fund(applied_max=Decimal(100)).model_copy(update={"provenance": Provenance(text="At most 100.")})
    assert only("applied-too-high", MARKED.format(101), schema).values["source"] == Note(
        "source", {"text": "At most 100."}
    )


def test_no_limit_means_silence() -> None:
    assert ask("applied-too-high", MARKED.format(9_000_000)) == []
    assert ask("applied-too-low", MARKED.format(1)) == []
    assert ask("applied-too-low", MARKED.format("later"), fund(applied_min=Decimal(50))) == []
    assert ask("applied-too-high", MARKED.format("later"), fund(applied_max=Decimal(50))) == []


SHARED = "budget: {Hall: 1000}\nfinancing:\n  The Fund (applied for): 850\n  Own money: %s\n  Voluntary work: %s\n"


def test_the_share_of_own_money_that_the_fund_demands() -> None:
    schema = fund(own_share_min=Decimal("0.1"))
    assert ask("own-share-too-low", SHARED % (100, 50), schema) == []
    problem = only("own-share-too-low", SHARED % (99, 51), schema)
    assert {name: problem.values[name] for name in ("own", "limit", "costs", "difference")} == {
        "own": Money(Decimal(99), "DKK"),
        "limit": Money(Decimal(100), "DKK"),
        "costs": Money(Decimal(1000), "DKK"),
        "difference": Money(Decimal(1), "DKK"),
    }
    assert problem.values["share"] == 10


def test_voluntary_work_is_no_own_money_and_what_was_not_read_is_not_compared() -> None:
    schema = fund(own_share_min=Decimal("0.1"))
    without = (SHARED % (0, 150)).replace("  Own money: 0\n", "")
    assert only("own-share-too-low", without, schema).values["own"] == Money(Decimal(0), "DKK")
    assert ask("own-share-too-low", SHARED % ("later", 50), schema) == []
    assert ask("own-share-too-low", (SHARED % (1, 50)).replace("1000", "later"), schema) == []
    assert ask("own-share-too-low", SHARED % (1, 149)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_share_is_told_as_a_percentage(language: str) -> None:
    problem = only("own-share-too-low", SHARED % (99, 51), fund(own_share_min=Decimal("0.125")))
    finding = finding_of(replace(problem, rule="own-share-too-low"))
    assert "12,50 %" in Catalogue().message(finding, language).replace("12.50 %", "12,50 %")
