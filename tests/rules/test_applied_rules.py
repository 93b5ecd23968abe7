"""The amount applied for agrees with the financing, and keeps within the fund's limits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from asking import ask, lines, only

from projektkort.engine import finding_of
from projektkort.finding import Note
from projektkort.frozen import replace
from projektkort.locale import LANGUAGES
from projektkort.money import Money
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import (
    Attachment,
    Length,
    LengthByAmount,
    Limits,
    Provenance,
    Schema,
    SectionSchema,
)

MARKED = "applied: {}\nfinancing:\n  The Fund (applied for): 100\n  Own money: 20\n"
PLAIN = "applied: {}\nfinancing:\n  The Fund: 100\n  Own money: 20\n"


def fund(**limits: object) -> Schema:
    return Schema(id="fund", currency="DKK", language="en", limits=Limits.model_validate(limits))


def test_the_amount_stands_in_the_financing_too() -> None:
    assert ask("applied-amount", MARKED.format(100)) == []
    problem = only("applied-amount", MARKED.format(83))
    assert (problem.place.text, problem.variant, list(lines(problem))) == ("83", "", [3])
    assert problem.values["planned"] == Money(Decimal(100), "DKK")
    assert problem.values["difference"] == Money(Decimal(-17), "DKK")


def test_one_of_several_lines_applied_for_or_all_of_them_will_do() -> None:
    text = MARKED + "  The Town (applied for): 37\n"
    assert ask("applied-amount", text.format(137)) == []
    assert ask("applied-amount", text.format(100)) == []  # the other line may be applied for elsewhere
    problem = only("applied-amount", text.format(174))
    assert problem.values["planned"] == Money(Decimal(137), "DKK")
    hint = problem.values["hint"]
    assert isinstance(hint, Note)
    assert isinstance(line := hint.values["which"], Note)
    assert (hint.key, line.values["label"]) == ("counted-twice", "The Town (applied for)")


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
    assert {name: problem.values[name] for name in ("own", "limit", "base", "difference")} == {
        "own": Money(Decimal(99), "DKK"),
        "limit": Money(Decimal(100), "DKK"),
        "base": Money(Decimal(1000), "DKK"),
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
    said = {"en": "12.5% of the costs"}.get(language, "12,5 % av")
    assert said in Catalogue().message(finding, language).replace("12,5 % af", "12,5 % av")


def test_the_share_may_be_of_the_amount_applied_for_and_only_of_large_ones() -> None:
    schema = fund(own_share_min=Decimal("0.25"), own_share_of="applied", own_share_from=Decimal(850))
    problem = only("own-share-too-low", SHARED % (100, 50), schema)
    assert (problem.variant, problem.values["base"]) == ("applied", Money(Decimal(850), "DKK"))
    assert problem.values["limit"] == Money(Decimal("212.50"), "DKK")
    assert "25 % af det ansøgte beløb på 850 kr. (linje 3)" in Catalogue().message(
        finding_of(replace(problem, rule="own-share-too-low")), "da"
    )
    later = fund(own_share_min=Decimal("0.25"), own_share_of="applied", own_share_from=Decimal(851))
    assert ask("own-share-too-low", SHARED % (100, 50), later) == []
    assert ask("own-share-too-low", (SHARED % (100, 50)).replace("850", "later"), schema) == []
    assert ask("own-share-too-low", SHARED % (213, 50), schema) == []


def test_the_fund_says_which_money_counts_as_own() -> None:
    schema = fund(own_share_min=Decimal("0.1"), own_counts=("own", "volunteer"))
    assert ask("own-share-too-low", SHARED % (50, 50), schema) == []
    problem = only("own-share-too-low", SHARED % (50, 49), schema)
    assert problem.values["own"] == Money(Decimal(99), "DKK")
    assert list(lines(problem)) == [1, 4, 5]


def test_a_fund_may_leave_out_its_own_pools_by_name() -> None:
    limits = {"own_share_min": Decimal("0.1"), "own_counts": ("own", "grant")}
    text = (SHARED % (50, 50)).replace("  Voluntary", "  Lakeby Town's Village Fund (granted): 50\n  Voluntary")
    assert ask("own-share-too-low", text, fund(**limits)) == []
    problem = only("own-share-too-low", text, fund(**limits, own_not=("lakeby town",)))
    assert (problem.variant, problem.values["own"]) == ("others", Money(Decimal(50), "DKK"))
    assert problem.values["barred"] == Note("own-barred", {"labels": ("Lakeby Town's Village Fund (granted)",)})
    assert ask("own-share-too-low", text, fund(**limits, own_not=("by town",))) == []  # no beginning of a word


def test_money_of_which_nothing_tells_the_kind_is_named_and_nobody_is_told_to_call_it_own() -> None:
    limits = {"own_share_min": Decimal("0.1"), "own_counts": ("own", "grant"), "own_share_of": "applied"}
    text = (SHARED % (50, 50)).replace("  Voluntary", "  Lakeside Sports Club: 50\n  Voluntary")
    problem = only("own-share-too-low", text, fund(**limits))
    assert (problem.variant, problem.values["barred"]) == ("applied-others", None)
    finding = finding_of(replace(problem, rule="own-share-too-low"))
    assert Catalogue().message(finding, "da").startswith("Medfinansieringen er 50 kr., men puljen kræver mindst 85 kr.")
    assert Catalogue().help(finding, "da") == (
        "Skaf de 35 kr., der mangler, fra jer selv eller fra andre. »Lakeside Sports Club« er ikke talt med, fordi det "
        "ikke fremgår, hvad det er for penge: skriv det på linjen, fx »egne penge«, »tilskud« eller »sponsor«, alt "
        "efter hvad det er."
    )
    plain = only("own-share-too-low", SHARED % (99, 51), fund(own_share_min=Decimal("0.1")))
    assert Catalogue().help(finding_of(replace(plain, rule="own-share-too-low")), "da") == "Betal selv 1 kr. mere."


DEMANDS = (
    {"limits": Limits(applied_max=Decimal(50))},
    {"limits": Limits(own_share_min=Decimal("0.1"), own_share_from=Decimal(50))},
    {"limits": Limits(own_share_min=Decimal("0.1"), own_share_of="applied")},
    {"attachments": (Attachment(id="quote", applied_from=Decimal(50)),)},
    {"sections": (SectionSchema(id="purpose", by_amount=(LengthByAmount(up_to=Decimal(50), words=Length(max=9)),)),)},
)


@pytest.mark.parametrize("demands", DEMANDS)
def test_an_amount_that_cannot_be_told_where_the_fund_demands_something_of_it(demands: dict[str, Any]) -> None:
    schema = Schema(id="fund", currency="DKK", language="da", **demands)
    assert len(ask("applied-unknown", "budget: {Hal: 100}\nfinansiering: {Fonden: 100}\n", schema)) == 1
    assert ask("applied-unknown", "ansøgt beløb: 100\nbudget: {Hal: 100}\n", schema) == []
    assert ask("applied-unknown", "finansiering: {Fonden (søgt): 100}\n", schema) == []
    assert ask("applied-unknown", "ansøgt beløb: –\n", schema) != []


def test_an_amount_that_a_required_section_misses_is_told_there() -> None:
    asked = SectionSchema(id="applied", required=True)
    schema = Schema(id="fund", sections=(asked,), limits=Limits(applied_max=Decimal(50)))
    assert ask("applied-unknown", "financing: {The Fund: 100}\n", schema) == []
    assert len(ask("required-section", "financing: {The Fund: 100}\n", schema)) == 1


def test_a_funder_with_the_name_of_the_fund_is_the_one_that_is_applied_to() -> None:
    schema = Schema(id="fund", names=("Puljen Rum til Fællesskab",), limits=Limits(applied_max=Decimal(50)))
    for name in ("Rum til Fællesskab", "Puljen Rum til Fællesskab", "Puljen Rum til Fællesskab 2027"):
        assert len(ask("applied-too-high", f"finansiering: {{{name}: 140, Egne penge: 10}}\n", schema)) == 1
    for name in ("Puljen Rum til Fællesskab (bevilget)", "Rum for alle", "Puljen"):
        assert ask("applied-too-high", f"finansiering: {{{name}: 140, Egne penge: 10}}\n", schema) == []
    assert ask("applied-amount", "ansøgt beløb: 90\nfinansiering: {Rum til Fællesskab: 140, Vi: 90}\n", schema) == []


def test_a_limit_in_kroner_says_nothing_of_euro() -> None:
    schema = Schema(
        id="fund", currency="DKK", language="da", limits=Limits(applied_min=Decimal(9000), applied_step=Decimal(500))
    )
    text = "ansøgt beløb: 6.667 EUR\n"
    problem = only("currency-foreign", text, schema)
    assert (problem.place.text, problem.values) == ("6.667 EUR", {"currency": "EUR", "own": "DKK"})
    assert ask("applied-too-low", text, schema) == ask("applied-not-rounded", text, schema) == []
    assert ask("currency-foreign", "ansøgt beløb: 6.667 kr.\n", schema) == []
    assert len(ask("applied-too-low", "ansøgt beløb: 6.667 kr.\n", schema)) == 1


@pytest.mark.parametrize("limits", [Limits(costs_min=Decimal(9000)), Limits(costs_max=Decimal(10))])
def test_costs_in_another_currency_are_not_held_against_a_limit(limits: Limits) -> None:
    schema = Schema(id="fund", currency="DKK", limits=limits)
    text = "budget: [{label: Hall, amount: 100 EUR}]\n"
    assert ask("costs-too-low", text, schema) == ask("costs-too-high", text, schema) == []
    assert only("currency-foreign", text, schema).values["currency"] == "EUR"


def test_less_than_nothing_is_one_finding() -> None:
    schema = Schema(id="fund", currency="DKK", limits=Limits(applied_min=Decimal(50), applied_step=Decimal(7)))
    text = "applied: -10000\nfinancing: {The Fund (applied for): 10000}\n"
    problem = only("applied-negative", text, schema)
    assert problem.values["meant"] == Money(Decimal(10000), "DKK")
    for other in ("applied-too-low", "applied-not-rounded", "applied-amount"):
        assert ask(other, text, schema) == []
    assert ask("applied-negative", "applied: 10000\n", schema) == []
