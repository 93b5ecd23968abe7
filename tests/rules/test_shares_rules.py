"""Shares and limits of a fund, and percentages that a document states itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, lines, marked, only

from projektkort.finding import Note, Problem
from projektkort.money import Money
from projektkort.schema.model import Limits, Schema

BOTH = """\
applied: {applied}
budget:
  - {{label: Hall, amount: 800, eligible: "yes"}}
  - {{label: Party, amount: 200, eligible: "{party}"}}
financing:
  The Fund (applied for): {applied}
  Own money: {own}
  Voluntary work: {work}
"""


def fund(**limits: object) -> Schema:
    return Schema(id="fund", currency="DKK", language="en", limits=Limits.model_validate(limits))


def both(applied: object = 500, party: str = "yes", own: object = 500, work: object = "'-'") -> str:
    return BOTH.format(applied=applied, party=party, own=own, work=work)


def amounts(problem: Problem, *names: str) -> list[Decimal]:
    return [value.amount for name in names if isinstance(value := problem.values[name], Money)]


def test_no_larger_share_is_applied_for_than_the_fund_gives() -> None:
    schema = fund(applied_share_max="50 %")
    assert ask("grant-share-too-high", both(500), schema) == []
    problem = only("grant-share-too-high", both(510), schema)
    assert (problem.variant, problem.place.text, list(lines(problem))) == ("", "510", [2])
    assert amounts(problem, "applied", "eligible", "limit", "difference") == [510, 1000, 500, 10]
    assert (problem.values["percent"], problem.values["share"]) == (Decimal("51.0"), 50)


def test_lines_that_are_not_eligible_do_not_count() -> None:
    problem = only("grant-share-too-high", both(500, "no"), fund(applied_share_max="50 %", applied_step=150))
    assert (problem.variant, problem.values["refused"], list(lines(problem))) == ("refused", ("Party",), [2, 4])
    assert amounts(problem, "eligible", "limit", "difference") == [800, 300, 200]
    assert ask("grant-share-too-high", both(400, "no"), fund(applied_share_max="50 %")) == []


def test_a_share_of_what_was_not_read_is_none() -> None:
    schema = fund(applied_share_max="50 %")
    assert ask("grant-share-too-high", both("later"), schema) == []
    assert ask("grant-share-too-high", both(900).replace("800", "later"), schema) == []
    assert ask("grant-share-too-high", both("EUR 900"), schema) == []
    assert ask("grant-share-too-high", both(900)) == []


@pytest.mark.parametrize(
    ("applied", "variant", "below", "above"), [(1499, "", 1000, 1500), (1001, "", 1000, 1500), (499, "small", 0, 500)]
)
def test_the_amount_is_rounded_as_the_fund_prescribes(applied: int, variant: str, below: int, above: int) -> None:
    problem = only("applied-not-rounded", f"applied: {applied}", fund(applied_step=500))
    assert problem.variant == variant
    assert amounts(problem, "step", "below", "above") == [500, below, above]


def test_a_rounded_amount_is_in_order() -> None:
    assert ask("applied-not-rounded", "applied: 1500", fund(applied_step=500)) == []
    assert ask("applied-not-rounded", "applied: 1499", fund()) == []
    assert ask("applied-not-rounded", "applied: later", fund(applied_step=500)) == []


def test_the_size_of_the_project() -> None:
    text = both()
    assert amounts(only("costs-too-low", text, fund(costs_min=1200)), "costs", "limit", "difference") == [
        1000,
        1200,
        200,
    ]
    assert amounts(only("costs-too-high", text, fund(costs_max=900)), "costs", "limit", "difference") == [
        1000,
        900,
        100,
    ]
    for rule, schema in (("costs-too-low", fund(costs_min=1000)), ("costs-too-high", fund(costs_max=1000))):
        assert ask(rule, text, schema) == []
        assert ask(rule, text) == []
    assert ask("costs-too-low", text.replace("800", "later"), fund(costs_min=1200)) == []
    assert ask("costs-too-low", "budget: {Hall: EUR 10, Food: SEK 20}", fund(costs_min=1200)) == []


CASH = {"own_share_min": "40 %", "own_counts": ["own", "volunteer"], "own_cash_min": "50 %"}


def test_a_part_of_the_own_share_is_money() -> None:
    problem = only("own-cash-too-low", both(500, own=190, work=310), fund(**CASH))
    assert amounts(problem, "cash", "limit", "own", "difference") == [190, 200, 400, 10]
    assert problem.values["part"] == 50
    assert ask("own-cash-too-low", both(500, own=200, work=300), fund(**CASH)) == []
    assert ask("own-cash-too-low", both(500, own=190, work=310), fund(own_share_min="40 %")) == []
    assert ask("own-cash-too-low", both(500, own=190, work=310), fund(own_cash_min="40 %")) == []


def test_who_makes_good_the_whole_share_in_money_needs_to_hear_of_it_once() -> None:
    assert ask("own-cash-too-low", both(700, own=150, work=150), fund(**CASH)) == []
    assert only("own-share-too-low", both(700, own=150, work=150), fund(**CASH)).variant == ""
    assert amounts(only("own-cash-too-low", both(700, own=50, work=250), fund(**CASH)), "difference") == [150]


def test_money_of_others_that_counts_is_money_too() -> None:
    joint = CASH | {"own_counts": ["own", "grant", "loan", "volunteer"]}
    text = both(500, own=100, work=300) + "  The Town (granted): 60\n  Loan in the bank: 40\n"
    assert ask("own-cash-too-low", text, fund(**joint)) == []
    problem = only("own-cash-too-low", text.replace("40\n", "30\n"), fund(**joint))
    assert amounts(problem, "cash", "limit", "own", "difference") == [190, 200, 400, 10]
    assert amounts(only("own-cash-too-low", text, fund(**CASH)), "cash") == [100]


def test_the_cash_share_may_be_of_all_that_counts() -> None:
    text = both(400, own=200, work=400)
    assert ask("own-cash-too-low", text, fund(**CASH)) == []
    problem = only("own-cash-too-low", text, fund(**CASH, own_cash_of="own"))
    assert problem.variant == "paid"
    assert amounts(problem, "cash", "limit", "own", "difference") == [200, 300, 600, 100]
    assert ask("own-cash-too-low", both(400, own=300, work=300), fund(**CASH, own_cash_of="own")) == []
    assert ask("own-cash-too-low", both(700, own=150, work=150), fund(**CASH, own_cash_of="own")) == []
    assert only("own-cash-too-low", both(700, own=50, work=250), fund(**CASH, own_cash_of="own")).variant == ""


def test_lines_of_which_nobody_can_tell_what_money_they_are_are_named() -> None:
    text = both(500, own=100, work=300) + "  Lakeside Sports Club: 100\n"
    problem = only("own-cash-too-low", text, fund(**CASH))
    assert problem.values["untold"] == Note("own-untold", {"labels": ("Lakeside Sports Club",)})
    assert only("own-cash-too-low", both(500, own=190, work=310), fund(**CASH)).values["untold"] is None


STATED = """\
# Byttedag

Ansøger: Torvets Venner
Søgt beløb: 25.000 kr.{told}

Formål: {text}

## Budget
Hal: 40.000
Mad: 10.000

## Finansiering
{lines}
"""
LINES = "Puljen (søgt): 25.000\nEgne penge: 25.000"


def shares(told: str = "", text: str = "Naboer mødes.", lines: str = LINES) -> list[str]:
    return marked(ask("share-stated-wrong", STATED.format(told=told, text=text, lines=lines), "generisk", "a.md"))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (" (48 %)", "48 %"),
        (" (48 % af budgettet)", "48 %"),
        (" (48,5 pct. af de samlede udgifter)", "48,5 pct."),
        (", svarende til 48 %", "48 %"),
        (", 48 % af det samlede budget", "48 %"),
        (" (svarende til 48 procent af de tilskudsberettigede udgifter)", "48 procent"),
        (" (50 % af budgettet)", None),
        (" (49,6 %)", "49,6 %"),
        (" (ca. 40 %)", None),
        (" (op til 40 %)", None),
        (", 48 %", None),
        (" (48 % af entréen)", None),
        (" (48 % moms)", None),
        (" inkl. 25 % moms", None),
        (", heraf 10 % til administration", None),
    ],
)
def test_a_share_behind_the_amount_applied_for(told: str, found: str | None) -> None:
    assert shares(told) == ([found] if found else [])


def test_a_share_holds_as_exactly_as_it_is_written() -> None:
    third = "Puljen (søgt): 25.000\nEgne penge: 25.000\nKommunen: 25.000"
    whole = STATED.replace("Mad: 10.000", "Mad: 35.000")
    for told, wrong in (("33", 0), ("33,3", 0), ("33,33", 0), ("33,4", 1), ("33,30", 1), ("34", 1)):
        text = whole.format(told=f" ({told} %)", text="Naboer mødes.", lines=third)
        assert len(ask("share-stated-wrong", text, "generisk", "a.md")) == wrong, told


def test_a_share_in_running_text_is_of_the_amount_before_it() -> None:
    assert shares(text="Vi søger 25.000 kr., svarende til 45 % af budgettet.") == ["45 %"]
    assert shares(text="Vi søger 25.000 kr., svarende til 45 %\naf deltagerne.") == []
    assert shares(text="Vi har brugt 12.000 kr., svarende til 45 % af budgettet.") == []
    assert shares(text="45 % af budgettet går til løn.") == []


SHARED = "Puljen (søgt): 25.000\nEgne penge: 15.000\nRosmark Kommune: 10.000"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Vi søger om 60 % af det samlede budget på 50.000 kr.", "60 %"),
        ("Vi søger om støtte til 60 % af udgifterne og klarer resten selv.", "60 %"),
        ("Tilskuddet dækker 60 % af de samlede udgifter.", "60 %"),
        ("Vi søger om 50 % af budgettet.", None),
        ("Vi søger om 60 % af budgettet til løn.", None),
        ("Vi kan søge om op til 60 % af budgettet.", None),
        ("Egenfinansieringen udgør 20 % af budgettet", "20 %"),
        ("Egenfinansieringen udgør 30 % af budgettet", None),
        ("Egenfinansieringen udgør 50 % af budgettet", None),  # all but what is applied for
        ("Egenfinansieringen skal udgøre 20 % af budgettet.", None),
        ("Egenfinansieringen er ca. 20 % af budgettet.", None),
        ("Festen koster i alt 51.000 kr., hvoraf puljen dækker 45 procent.", "45 procent"),
        ("Festen koster i alt 50.000 kr., hvoraf puljen dækker 50 procent.", None),
        ("Lyset koster 8.000 kr., hvoraf puljen dækker 45 procent.", None),
        ("Skolen er med, og Rosmark Kommune betaler 30 % af udgifterne.", "30 %"),
        ("Folk i Rosmark Kommune betaler 30 % af udgifterne.", None),
        ("Puljen dækker 45 procent.", None),
        ("Vi søger 20.000 kr. (45 % af budgettet).", "45 %"),  # the amount is wrong as well
        ("Vi søger 20.000 kr. (40 % af budgettet).", None),
    ],
)
def test_a_share_of_the_whole_in_a_sentence(sentence: str, found: str | None) -> None:
    assert shares(text=sentence, lines=SHARED) == ([found] if found else [])


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("sv", "Vi söker 400 000 kr, vilket motsvarar 60 % av den totala budgeten", 1),
        ("sv", "Egeninsatsen utgör 50 % av budgeten.", 0),
        ("nb", "Vi søker om 400 000 kr, som er 60 % av totalbudsjettet.", 1),
        ("nb", "Egenandelen utgjør 40 % av totalbudsjettet.", 1),
        ("en", "We apply for 60 % of the total budget.", 1),
        ("en", "Our own funds cover 50 % of the total budget.", 0),
    ],
)
def test_a_share_of_the_whole_in_each_language(language: str, sentence: str, wrong: int) -> None:
    lines = "[{label: B, type: applied, amount: 400000}, {label: C, type: own, amount: 400000}]"
    books = f"budget: [{{label: A, amount: 800000}}]\nfinancing: {lines}\n"
    text = f"language: {language}\napplied: 400000\npurpose: {sentence}\n{books}"
    assert len(ask("share-stated-wrong", text, "generisk")) == wrong


def test_a_share_of_own_money_that_no_line_tells() -> None:
    told = "Egenfinansieringen udgør 20 % af budgettet."
    assert shares(text=told, lines="Puljen (søgt): 25.000\nKommunen: 25.000") == []
    assert shares(text=told, lines="Puljen (søgt): 25.000\nEgne penge: senere") == []


def test_a_share_in_brackets_behind_a_funder() -> None:
    assert shares(lines="Puljen, søgt (48 %): 25.000\nEgne penge (50 %): 25.000") == ["48 %"]
    assert shares(lines="Puljen (søgt): 25.000 kr. (50 %)\nEgne penge: 25.000 kr. (52 %)") == ["52 %"]
    assert shares(lines="Puljen (søgt): 25.000\nKommunen (max 10 %): 25.000") == []


def test_a_share_of_the_eligible_costs() -> None:
    stated = "400 (50 % of the {} costs)"
    text = both(stated, "no").replace(f"for): {stated}", "for): 400").replace("{label", "{{label").replace('"}', '"}}')
    assert ask("share-stated-wrong", text.format("eligible")) == []
    wrong = only("share-stated-wrong", text.format("eligible").replace("50 %", "45 %"))
    assert wrong.values["right"] == 50
    assert amounts(wrong, "part", "whole") == [400, 800]
    assert only("share-stated-wrong", text.format("total").replace("50 %", "45 %")).values["right"] == 40


def test_a_share_in_the_budget_is_of_something_else() -> None:
    text = STATED.replace("Hal: 40.000", "Hal: 25.000 kr. (20 %)\nLys: 15.000")
    assert ask("share-stated-wrong", text.format(told="", text="Vi.", lines=LINES), "generisk", "a.md") == []


def test_a_share_behind_a_label_of_its_own() -> None:
    text = "projektnavn: Byttedag\nandel af samlet budget: {} %\nsøgt beløb: 500\nbudget: {{Hal: 1000}}\n"
    assert marked(ask("share-stated-wrong", text.format(40), "generisk")) == ["40 %"]
    assert ask("share-stated-wrong", text.format(50), "generisk") == []


TABLE = "| Kilde | Beløb | Andel |\n|---|---|---|\n| Puljen (søgt) | 25.000 | {} |\n| Egne penge | 15.000 | {} |\n"
TABLE += "| Kommunen | 10.000 | {} |\n| I alt | 50.000 | {} |"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("50 %", "30 %", "20 %", "100 %"), []),
        (("50 %", "35 %", "20 %", "100 %"), ["35 %"]),
        (("50", "35", "20", ""), ["35"]),
        (("55 %", "35 %", "20 %", "100 %"), ["55 %", "35 %"]),
        (("55 %", "35 %", "20 %", ""), []),  # a column of something else
        (("55 %", "30 %", "20 %", "105 %"), ["55 %"]),
        (("55 %", "30 %", "20 %", "95 %"), []),
        (("", "", "", "100 %"), []),
    ],
)
def test_a_column_of_shares(cells: tuple[str, ...], found: list[str]) -> None:
    assert shares(lines=TABLE.format(*cells)) == found


def test_shares_of_figures_that_were_not_read() -> None:
    assert shares(" (48 %)", lines="Puljen (søgt): 25.000\nEgne penge: senere") == []
    assert ask("share-stated-wrong", "applied: 25 (48 %)") == []
    assert ask("share-stated-wrong", "applied: 25 (48 %)\nbudget: {Hall: EUR 10, Food: SEK 40}") == []


def test_a_report_tells_shares_of_what_was_used() -> None:
    assert ask("share-stated-wrong", "applied: 25 (48 %)\nbudget: {Hall: 50}", "status-report") == []


AID = "title: X\napplied: {}\nbackground: >-\n  {}\n"


def aid(text: str, applied: str = "EUR 20000", limit: int = 300_000) -> list[Problem]:
    return ask("de-minimis-too-high", AID.format(applied, text), fund(de_minimis_max=limit))


def test_earlier_aid_in_euro_and_this_grant() -> None:
    [problem] = aid("We received de minimis aid of EUR 290,000 in the last three years.")
    assert amounts(problem, "before", "now", "whole", "limit", "difference") == [290000, 20000, 310000, 300000, 10000]
    assert (problem.variant, list(lines(problem))) == ("", [4])
    assert aid("We received de minimis aid of EUR 280,000 in the last three years.") == []


def test_a_rate_that_is_told_changes_kroner() -> None:
    told = "Earlier de minimis aid: EUR 299,000 (1 EUR = DKK 7.50)"
    [problem] = aid(told, "DKK 15000")
    assert amounts(problem, "now", "whole") == [2000, 301000]
    assert aid("Earlier de minimis aid: DKK 2,000,000 (DKK 7.50 per EUR)", "DKK 15000") == []
    assert len(aid("Earlier de minimis aid: DKK 2,250,000 (DKK 7.50 per EUR)", "DKK 15000")) == 1


def test_no_rate_is_assumed() -> None:
    assert aid("Earlier de minimis aid: EUR 299,000", "DKK 15000000") == []
    [problem] = aid("Earlier de minimis aid: EUR 301,000", "DKK 15000")
    assert problem.variant == "before"
    assert amounts(problem, "whole") == [301000]
    assert aid("Earlier de minimis aid: EUR 301,000 (1 EUR = SEK 11)", "later") == []


@pytest.mark.parametrize(
    "told",
    [
        "De minimis aid is at most EUR 300,000.",
        "Under the last de minimis regulation the ceiling is EUR 300,000.",
        "We received EUR 300,000 from the town.",
        "Earlier de minimis aid: none.",
    ],
)
def test_what_is_no_earlier_aid(told: str) -> None:
    assert aid(told) == []


@pytest.mark.parametrize(("applied", "percent"), [(50001, "50.001"), (50100, "50.1"), (59000, "59.0")])
def test_a_share_is_told_with_as_many_decimals_as_it_takes_to_differ(applied: int, percent: str) -> None:
    text = f"applied: {applied}\nbudget: [{{label: Hall, amount: 100000}}]\n"
    problem = only("grant-share-too-high", text, fund(applied_share_max="50 %"))
    assert str(problem.values["percent"]) == percent
