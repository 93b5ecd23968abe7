"""Single costs: refused ones, ones told twice, large ones without a note, VAT, and guarantees."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from asking import ask, lines, only

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.schema.model import Limits, Schema


def fund(**demands: Any) -> Schema:
    return Schema(id="fund", currency="DKK", language="da", **demands)


REFUSING = fund(refused_costs=("arrangørhonorar", "alkohol", "øl", "leje af eget udstyr"))


@pytest.mark.parametrize(
    "label",
    [
        "Arrangørhonorar",
        "Arrangoerhonorarer til foreningen",
        "Alkohol til gæster",
        "Hedvin (alkohol)",
        "Alkoholafgift",
        "Spildevandsalkohol",
        "Øl",
        "Leje af eget udstyr",
        "Kontorleje af eget udstyret",
    ],
)
def test_a_refused_cost(label: str) -> None:
    problem = only("cost-refused", f"budget: [{{label: {label}, amount: 100}}]", REFUSING)
    assert (problem.place.text, problem.values["label"]) == (label, label)


@pytest.mark.parametrize(
    "label", ["Alkoholfri drikke", "Følgeseddel", "Honorar", "Leje af udstyr", "Drikke uden alkohol", "Ikke alkohol"]
)
def test_a_cost_that_only_looks_like_it(label: str) -> None:
    assert ask("cost-refused", f"budget: [{{label: {label}, amount: 100}}]", REFUSING) == []


def test_a_refused_cost_by_its_category_and_one_that_the_fund_need_not_pay() -> None:
    assert len(ask("cost-refused", "budget: [{label: Vin, category: Alkohol, amount: 100}]", REFUSING)) == 1
    assert ask("cost-refused", "budget: [{label: Alkohol, eligible: nej, amount: 100}]", REFUSING) == []
    assert ask("cost-refused", "budget: [{label: Alkohol, amount: 0}]", REFUSING) == []


def test_a_refused_cost_quotes_the_fund() -> None:
    schema = fund(refused_costs=("alkohol",), clauses={"refused_costs": "Alkohol betales ikke (§ 5)."})
    values = only("cost-refused", "budget: {Alkohol: 100}", schema).values
    assert (values["refused"], values["source"]) == ("alkohol", Note("source", {"text": "Alkohol betales ikke (§ 5)."}))


def test_the_same_cost_twice() -> None:
    text = "budget:\n  - {label: Hal, amount: 100}\n  - {label: 'HAL:', amount: 100}\n  - {label: Hal, amount: 100}\n"
    problems = ask("cost-twice-in-budget", text)
    assert [(problem.place.line, list(lines(problem))) for problem in problems] == [(3, [2]), (4, [2])]
    assert problems[0].values["amount"] == Money(Decimal(100), "DKK")


@pytest.mark.parametrize(
    "other",
    [
        "{label: Hal, amount: 90}",
        "{label: Sal, amount: 100}",
        "{label: Hal, amount: 100, note: efterår}",
        "{label: Hal, amount: 100, category: drift}",
    ],
)
def test_two_costs(other: str) -> None:
    assert ask("cost-twice-in-budget", f"budget:\n  - {{label: Hal, amount: 100}}\n  - {other}\n") == []


def test_the_same_cost_in_two_groups() -> None:
    text = "budget:\n  Forår:\n    Hal: 100\n    Mad: 50\n  Efterår:\n    Hal: 100\n    Mad: 50\n"
    assert ask("cost-twice-in-budget", text) == []


def test_a_double_that_a_sum_leaves_out_is_told_there() -> None:
    text = "budget:\n  lines:\n    - {{label: Hal, amount: 100}}\n    - {{label: Hal, amount: 100}}\n  total: {}\n"
    assert ask("cost-twice-in-budget", text.format(100)) == []
    assert len(ask("cost-twice-in-budget", text.format(200))) == 1
    assert ask("cost-twice-in-budget", text.format(200) + "financing: {Byen: 100}") == []
    assert len(ask("cost-twice-in-budget", text.format(100).replace("total: 100", "total: senere"))) == 1
    unread = "budget: [{label: Hal, amount: 9}, {label: Hal, amount: 9}, {label: Mad, amount: senere}]"
    assert len(ask("cost-twice-in-budget", unread)) == 1
    assert ask("cost-twice-in-budget", "budget: [{label: Hal, amount: 0}, {label: Hal, amount: 0}]") == []


LARGE = fund(limits=Limits(line_share_max=Decimal("0.5")))


def test_a_large_line_has_a_note() -> None:
    text = "# T\n\n## Budget\n\n| Post | Beløb | Note |\n|--|--|--|\n| Scene | {} | {} |\n| Mad | 100 | |\n"
    problem = only("line-large", text.format(300, " "), LARGE, "a.md")
    assert (problem.place.text, problem.values["share"], problem.values["limit"]) == ("300", 75, 50)
    assert problem.values["costs"] == Money(Decimal(400), "DKK")
    assert ask("line-large", text.format(300, "Tilbud fra et firma"), LARGE, "a.md") == []
    assert ask("line-large", text.format(100, " "), LARGE, "a.md") == []


@pytest.mark.parametrize(
    "line",
    [
        "Scene: 300 (tilbud fra scenefirmaet)",
        "Scene 300 kr. (tilbud fra scenefirmaet)",
        "Scene (tilbud fra scenefirmaet): 300",
        "Scene: 300 kr., tilbud fra scenefirmaet",
    ],
)
def test_a_note_may_stand_in_a_line_of_text(line: str) -> None:
    assert ask("line-large", f"# T\n\n## Budget\n\n{line}\nMad: 100\n", LARGE, "a.md") == []


@pytest.mark.parametrize("line", ["Scene: 300 kr.", "Scene: 300 (inkl. moms)", "Scene (søgt): 300"])
def test_no_note(line: str) -> None:
    assert len(ask("line-large", f"# T\n\n## Budget\n\n{line}\nMad: 100\n", LARGE, "a.md")) == 1


def test_no_share_of_what_was_not_read() -> None:
    assert ask("line-large", "budget: {Scene: 300, Mad: senere}", LARGE) == []
    assert ask("line-large", "budget: {Scene: 0}", LARGE) == []
    assert ask("line-large", "budget: {Scene: 300 kr.}\nfinancing: {Byen: EUR 300}", LARGE) == []


PLAN = "{}\nbudget: [{{label: Hal, amount: 100}}]"


@pytest.mark.parametrize(
    ("wanted", "said", "variant"),
    [
        ("told", "purpose: Leg", ""),
        ("told", "note: Beløb er inkl. moms", None),
        ("told", "note: Beløb er ekskl. moms", None),
        ("included", "purpose: Leg", "want-included"),
        ("included", "note: Beløb er inkl. moms", None),
        ("included", "note: Beløb er uden moms", "excluded"),
        ("excluded", "purpose: Leg", "want-excluded"),
        ("excluded", "note: Beløb er uden moms", None),
        ("excluded", "note: Beløb er med moms", "included"),
        ("excluded", "note: Annoncer er med moms. Resten er uden moms", None),
    ],
)
def test_what_a_fund_wants_to_know_of_vat(wanted: Any, said: str, variant: str | None) -> None:
    problems = ask("vat-not-told", PLAN.format(said), fund(vat=wanted))
    assert [(problem.variant, problem.place.text) for problem in problems] == (
        [] if variant is None else [(variant, "budget")]
    )


def test_vat_may_stand_in_the_heading_or_a_line() -> None:
    assert ask("vat-not-told", "# T\n\n## Budget (inkl. moms)\n\nHal: 100\n", fund(vat="told"), "a.md") == []
    assert ask("vat-not-told", "# T\n\n## Budget\n\nHal: 100\nMoms: 25\n", fund(vat="told"), "a.md") == []
    assert ask("vat-not-told", "title: X", fund(vat="told")) == []


GUARANTEE = "budget: {{Hal: {}, {}: {}}}\nfinancing: {{{}: 60, Underskudsgaranti (søgt): 40}}"


def test_a_guarantee_where_something_is_left_over() -> None:
    problem = only("guarantee-with-surplus", GUARANTEE.format(90, "Overskud", 10, "Billetsalg"))
    assert (problem.variant, problem.place.text, list(lines(problem))) == ("", "10", [2])
    assert problem.values["amount"] == Money(Decimal(10), "DKK")
    assert ask("guarantee-with-surplus", GUARANTEE.format(90, "Mad", 10, "Billetsalg")) == []
    assert ask("guarantee-with-surplus", GUARANTEE.format(100, "Overskud", 0, "Billetsalg")) == []


def test_a_guarantee_without_income() -> None:
    problem = only("guarantee-with-surplus", GUARANTEE.format(90, "Mad", 10, "Egne penge"))
    assert (problem.variant, problem.place.text) == ("revenue", "Underskudsgaranti (søgt)")


def test_a_surplus_that_the_balance_shows_is_told_there() -> None:
    assert ask("guarantee-with-surplus", GUARANTEE.format(80, "Mad", 10, "Egne penge")) == []


def test_a_guarantee_may_be_named_beside_the_amount_applied_for() -> None:
    text = "# T\n\nAnsøgt beløb: 40 kr. {}\n\n## Budget\n\nHal: 40\n\n## Finansiering\n\nPuljen (søgt): 40\n"
    problem = only("guarantee-with-surplus", text.format("som underskudsgaranti"), path="a.md")
    assert (problem.place.line, problem.variant) == (3, "revenue")
    assert ask("guarantee-with-surplus", text.format("i tilskud"), path="a.md") == []
    assert ask("guarantee-with-surplus", "budget: {Hal: 40}\nfinancing: {Underskudsgaranti: 40 kr., Salg: EUR 1}") == []


@pytest.mark.parametrize(
    "label",
    [
        "Revision af hjemmesiden",
        "Advokatvejens skilt",
        "Renovering af brugt udstyr",
        "Revisionistisk teater",
    ],
)
def test_a_cost_that_only_begins_like_a_refused_one(label: str) -> None:
    schema = fund(refused_costs=("revision", "advokat", "brugt udstyr"))
    assert ask("cost-refused", f"budget: [{{label: {label}, amount: 100}}]", schema) == []


@pytest.mark.parametrize(
    "label",
    ["Revision", "Revision af regnskabet", "Revisionshonorar", "Advokatbistand", "Advokater", "Køb af brugt udstyr"],
)
def test_the_same_costs_in_earnest(label: str) -> None:
    schema = fund(refused_costs=("revision", "advokat", "brugt udstyr"))
    assert len(ask("cost-refused", f"budget: [{{label: {label}, amount: 100}}]", schema)) == 1


CONTRADICTING = "## Budget ({})\n\n{}\n\nHal: 100\n"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("inkl. moms", "Alle beløb er ekskl. moms."),
        ("exkl. moms", "Alla belopp anges i kr inklusive moms."),
        ("inkl. mva.", "Beløpene er uten mva."),
        ("incl. VAT", "All amounts are excl. VAT."),
    ],
)
def test_two_places_that_say_different_things_of_vat(heading: str, text: str) -> None:
    problem = only("vat-contradicts", CONTRADICTING.format(heading, text), path="a.md")
    assert (problem.place.line, list(lines(problem))) == (3, [1])
    assert problem.values["text"] == text.removesuffix(".") or problem.values["text"] == text


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("inkl. moms", "Alle beløb er inkl. moms."),
        ("inkl. moms", "Tilbuddet fra tømreren er ekskl. moms."),
        ("inkl. moms", "Beløbene i de to tilbud er ekskl. moms."),
        ("ekskl. moms, 125 inkl. moms", "Alle beløb er inkl. moms."),
        ("kr.", "Alle beløb er ekskl. moms."),
    ],
)
def test_places_that_may_all_be_right_about_vat(heading: str, text: str) -> None:
    assert ask("vat-contradicts", CONTRADICTING.format(heading, text), path="a.md") == []


@pytest.mark.parametrize("key", ["moms", "vat", "mva"])
def test_vat_may_be_told_by_a_key(key: str) -> None:
    schema = fund(vat="told")
    assert ask("vat-not-told", "budget: {Hal: 100}\n", schema) != []
    assert ask("vat-not-told", f"{key}: Beløbene er inkl. moms.\nbudget: {{Hal: 100}}\n", schema) == []
    assert ask("vat-not-told", f"budget: {{{key}: inkl. moms, Hal: 100}}\n", schema) == []
