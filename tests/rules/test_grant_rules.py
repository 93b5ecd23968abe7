"""Accounts against the budget by a fund's own limits, what they add up to, and what the fund can pay by them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from asking import bound
from reporting import ask, only

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.project.models import Project
from projektkort.schema.model import Limits, Schema

HEAD = "title: Benches\nproject period: 1 March - 30 September 2027\nreport period: {}\ncurrency: DKK\n"
LAST, FIRST = "1 June - 30 September 2027", "1 March - 31 May 2027"
ECONOMY = """\
economy:
  - {{label: Timber, budget: 40000, actual: {timber}}}
  - {{label: Nails, budget: {nails}, actual: 1000}}
  - {{label: Total, budget: 41000, actual: {total}}}
"""
FINANCING = """\
financing:
  - {{funder: The Fund, amount: 30000, commitment: granted}}
  - {{funder: Own money, amount: 11000, actual: {own}}}
"""


def accounts(period: str = LAST, **cells: Any) -> Project:
    values = {"timber": 40000, "nails": 1000, "total": 41000, "own": 11000} | cells
    text = HEAD.format(period) + ECONOMY.format(**values) + FINANCING.format(**values)
    return bound(text, "status-report")[0]


def fund(**limits: object) -> Schema:
    return Schema(
        id="fund",
        kind="status-report",
        currency="DKK",
        limits=Limits.model_validate(limits),
        clauses={"change_share_max": "§ 8", "change_amount_max": "§ 9"},
    )


BOTH = fund(change_share_max="10 %", change_amount_max=3000)


def test_a_change_beyond_either_limit_needs_approval() -> None:
    by_share = only("change-needs-approval", accounts(timber=44001), fund(change_share_max="10 %"))
    assert (by_share.variant, by_share.values["label"]) == ("more", "Timber")
    assert by_share.values["difference"] == Money(Decimal(4001), "DKK")
    limit = Note("change_share_max", {"share": Decimal("10.0"), "most": Money(Decimal(4000), "DKK")})
    assert (by_share.values["limit"], by_share.values["source"]) == (limit, Note("source", {"text": "§ 8"}))
    by_amount = only("change-needs-approval", accounts(timber=43001), BOTH)
    assert by_amount.values["source"] == Note("source", {"text": "§ 9"})
    assert ask("change-needs-approval", accounts(timber=43000), BOTH) == []
    assert ask("change-needs-approval", accounts(timber=44000), fund(change_share_max="10 %")) == []


def test_what_is_left_over_counts_at_the_end_only() -> None:
    assert only("change-needs-approval", accounts(timber=36000), BOTH).variant == "less"
    assert ask("change-needs-approval", accounts(FIRST, timber=36000), BOTH) == []
    assert only("change-needs-approval", accounts(FIRST, timber=46000), BOTH).variant == "more"
    assert only("change-needs-approval", accounts(FIRST, timber=36000).model_copy(update={"stage": "closed"}), BOTH)


def test_a_line_without_a_budget_or_accounts_is_for_other_rules() -> None:
    assert ask("change-needs-approval", accounts(timber="-", nails="-"), BOTH) == []
    assert only("change-needs-approval", accounts(nails=0), BOTH).values["label"] == "Nails"


def test_who_may_go_beyond_the_budget_is_not_told_so_twice() -> None:
    assert ask("line-overspent", accounts(timber=44001), BOTH) == []
    assert only("line-overspent", accounts(timber=44001), fund()).values["label"] == "Timber"


def test_the_accounts_add_up() -> None:
    assert ask("accounts-total-differs", accounts(), fund()) == []
    problem = only("accounts-total-differs", accounts(total=42700), fund())
    assert problem.place.text == "42700"
    assert [problem.values[name] for name in ("stated", "computed", "difference")] == [
        Money(Decimal(amount), "DKK") for amount in (42700, 41000, 1700)
    ]


@pytest.mark.parametrize("cells", [{"timber": "later"}, {"timber": "30-40"}, {"total": "-"}, {"total": "later"}])
def test_accounts_that_were_not_read_are_not_added(cells: dict[str, Any]) -> None:
    assert ask("accounts-total-differs", accounts(**({"total": 42700} | cells)), fund()) == []


def test_the_grant_that_the_accounts_let_a_fund_pay() -> None:
    assert ask("grant-payable", accounts(), fund()) == []
    problem = only("grant-payable", accounts(timber=38000, total=39000), fund(applied_share_max="80 %"))
    assert problem.place.text == "30000"
    assert [problem.values[name] for name in ("granted", "payable", "difference")] == [
        Money(Decimal(amount), "DKK") for amount in (30000, 28000, 2000)
    ]
    terms = problem.values["terms"]
    assert isinstance(terms, tuple)
    keys = [term.key for term in terms if isinstance(term, Note)]
    assert keys == ["net", "share"]


def test_the_share_of_the_costs_bounds_the_grant_too() -> None:
    problem = only("grant-payable", accounts(), fund(applied_share_max="50 %"))
    assert problem.values["payable"] == Money(Decimal(20500), "DKK")


def test_nothing_is_less_than_nothing() -> None:
    problem = only("grant-payable", accounts(timber=0, total=1000), fund())
    assert problem.values["payable"] == Money(Decimal(0), "DKK")
    alone = accounts(timber=20000, total=21000, own=0)
    terms = only("grant-payable", alone, fund()).values["terms"]
    assert isinstance(terms, tuple)
    assert [term.key for term in terms if isinstance(term, Note)] == ["whole"]


def test_a_grant_is_reckoned_only_from_accounts_that_tell_all() -> None:
    less: dict[str, Any] = {"timber": 38000, "total": 39000}
    assert ask("grant-payable", accounts(FIRST, **less), fund()) == []
    assert ask("grant-payable", accounts(timber="-", total=1000), fund()) == []
    assert ask("grant-payable", accounts(**less, own="-"), fund()) == []
    assert ask("grant-payable", accounts(timber=38000, total=39500), fund()) == []
    project = accounts(**less)
    assert ask("grant-payable", project.model_copy(update={"financing": None}), fund()) == []
