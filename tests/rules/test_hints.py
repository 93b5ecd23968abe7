"""What a difference may come from: only exact matches, only where one line fits, the most telling first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import bound

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.project.models import AmountLine
from projektkort.rules.hints import Figure, explain, places


def costs(text: str) -> tuple[AmountLine, ...]:
    """Budget lines as they are typed: `Hall: 100`."""
    side = bound("budget:\n" + "".join(f"  {line.strip()}\n" for line in text.split(",")), path="example.yaml")[
        0
    ].budget
    assert side is not None
    return side.counted


def stated(amount: str, lines: str = "", taxed: bool = True) -> Figure:
    return Figure(Decimal(amount), costs(lines) if lines else (), taxed)


def told(hint: Note | None) -> tuple[object, ...]:
    """Key, label, line, and the amount that was probably meant."""
    if hint is None:
        return ()
    amount = hint.values.get("amount")
    line = [place.line for place in places(hint)]
    return hint.key, hint.values.get("label"), line, amount.amount if isinstance(amount, Money) else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (stated("100", "Hall: 70, Food: 30"), stated("70"), ("line", "Food", [3], None)),
        (stated("70"), stated("100", "Hall: 70, Food: 30"), ("line", "Food", [3], None)),
        (stated("100", "Hall: 83, Food: 17"), stated("117"), ("counted-twice", "Food", [3], None)),
        (stated("100", "Hall: 83, Food: 17"), stated("117", "Fee: 117"), ("line", "Food", [3], None)),
        (stated("120", "Hall: 60, Hall: 60"), stated("60"), ("line-twice", "Hall", [2, 3], None)),
        (stated("54000"), stated("45000"), ("swapped", None, [], Decimal(45000))),
        (stated("12.50"), stated("15.20"), ()),
        (stated("1250"), stated("12.5"), ("factor", None, [], Decimal("12.5"))),
        (stated("61000"), stated("610"), ("factor", None, [], Decimal(610))),
        (stated("12500"), stated("10000"), ("vat", None, [], Decimal(10000))),
        (stated("8013", "Hall: 8000, Food: 13"), stated("813"), ("line-factor", "Hall", [2], Decimal(800))),
        (stated("777", "Hall: 111, Food: 666"), stated("6771"), ("line-factor", "Food", [3], Decimal(6660))),
        (stated("3211", "Hall: 2301, Food: 910"), stated("4111"), ("line-swapped", "Hall", [2], Decimal(3201))),
        (stated("1143", "Hall: 1000, Food: 143"), stated("1393"), ("line-vat", "Hall", [2], Decimal(1250))),
        (stated("1143", "Hall: 1000, Food: 143"), stated("943"), ("line-vat", "Hall", [2], Decimal(800))),
    ],
)
def test_exact_explanations(left: Figure, right: Figure, expected: tuple[object, ...]) -> None:
    assert told(explain(left, right, "DKK")) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (stated("100", "Hall: 70, Food: 30"), stated("69")),
        (stated("160", "Hall: 30, Food: 30, Bus: 100"), stated("130")),
        (stated("1000000"), stated("100")),
        (stated("54000"), stated("4500")),
        (stated("0"), stated("17")),
        (stated("-10"), stated("-100")),
        (stated("321"), stated("123")),
    ],
)
def test_what_does_not_fit_exactly_is_not_said(left: Figure, right: Figure) -> None:
    assert explain(left, right, "DKK") is None


def test_two_lines_that_fit_alike_are_no_explanation() -> None:
    assert explain(stated("3000", "Hall: 1000, Food: 1000, Bus: 1000"), stated("3250"), "DKK") is None


def test_vat_is_for_countries_where_it_is_25_per_cent_and_for_costs() -> None:
    assert explain(stated("12500"), stated("10000"), "EUR") is None
    assert explain(stated("12500"), stated("10000"), None) is None
    lines = "Hall: 1000, Food: 143"
    assert explain(stated("1143", lines, taxed=False), stated("1393"), "SEK") is None
    assert told(explain(stated("1143", lines), stated("1393"), "SEK"))[0] == "line-vat"


def test_no_hint_speaks_of_no_line() -> None:
    assert places(None) == []
