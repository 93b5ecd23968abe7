"""What is said about budget and financing, and the key figures of the first screen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builder import Draft

from projektkort.frozen import replace
from projektkort.money import Reading, State
from projektkort.pages.figures import key_figures
from projektkort.pages.share import BARS, bar
from projektkort.pages.verdict import verdict
from projektkort.pages.voice import Voice
from projektkort.project.models import Applied, Project, Side

DA = Voice("da", "md")
RANGE = Reading(State.RANGE, low=Decimal(900), high=Decimal(1100))


def sides(costs: list[Any], income: list[Any], **more: Any) -> Project:
    """A project whose sides have these lines: (written, amount), or (written, amount, further fields)."""
    draft = Draft()

    def side(name: Any, lines: list[Any]) -> Side | None:
        made = [draft.line(f"Linje {at}", *line[:2], **dict(*line[2:])) for at, line in enumerate(lines)]
        return draft.side(name, made, currency=more.get(name, "DKK")) if made else None

    return draft.project(budget=side("budget", costs), financing=side("financing", income))


@pytest.mark.parametrize(
    ("costs", "income", "state", "text"),
    [
        ([("60.000", "60000")], [("60.000", "60000")], "ok", "Budget og finansiering stemmer: 60.000 kr. = 60.000 kr."),
        (
            [("21.500", "21500")],
            [("20.500", "20500")],
            "bad",
            "Mangler 1.000 kr.: udgifterne er 21.500 kr., finansieringen 20.500 kr.",
        ),
        (
            [("9,50", "9.50")],
            [("10", "10")],
            "bad",
            "0,50 kr. for meget: udgifterne er 9,50 kr., finansieringen 10 kr.",
        ),
        ([("1", "1"), ("efter aftale", None)], [("1", "1")], "unknown", "Kan ikke kontrolleres: linje 2"),
        ([("25,000", None)], [("25,000", None), ("x", None)], "unknown", "Kan ikke kontrolleres: linje 1, 2 og 3"),
        ([("-", None)], [("1", "1")], "unknown", "Kan ikke kontrolleres: linje 1"),
        ([], [("1", "1")], "unknown", "Kan ikke kontrolleres: budgettet mangler"),
        ([("1", "1")], [], "unknown", "Kan ikke kontrolleres: finansieringen mangler"),
        ([], [], "unknown", "Kan ikke kontrolleres: budget og finansiering mangler"),
        (
            [("900-1.100", None, {"reading": RANGE})],
            [("1.000", "1000")],
            "unknown",
            "Kan ikke kontrolleres: beløbet er ikke fastlagt (linje 1)",
        ),
        (
            [("900-1.100", None, {"reading": RANGE})],
            [("500", "500")],
            "bad",
            "Mangler 400 kr.: udgifterne er 900 kr., finansieringen 500 kr.",
        ),
        (
            [("900-1.100", None, {"reading": RANGE})],
            [("1.500", "1500")],
            "bad",
            "400 kr. for meget: udgifterne er 1.100 kr., finansieringen 1.500 kr.",
        ),
    ],
)
def test_verdict(costs: list[Any], income: list[Any], state: str, text: str) -> None:
    found = verdict(sides(costs, income), DA)
    assert (found.state, found.text) == (state, text)


def test_two_currencies_are_not_compared() -> None:
    project = sides([("100", "100")], [("100", "100")], financing="EUR")
    assert verdict(project, DA).text == "Kan ikke kontrolleres: udgifterne er i DKK, finansieringen i EUR"


def test_a_side_that_nobody_could_settle_is_not_compared() -> None:
    project = sides([("100", "100")], [("100", "100")])
    assert project.budget is not None
    unsure = project.model_copy(update={"budget": replace(project.budget, unsure=True)})
    assert verdict(unsure, DA).text == "Kan ikke kontrolleres: linje 1"


def test_a_total_that_cannot_be_read_is_named() -> None:
    draft = Draft()
    line = draft.line("Telte", "", None)
    budget = draft.side("budget", [line], draft.total("I alt", "25.00.000", None))
    project = draft.project(budget=budget, financing=draft.side("financing", [draft.line("Fond", "1", "1")]))
    assert verdict(project, DA).text == "Kan ikke kontrolleres: linje 2"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Det fattas 102 000 DKK: kostnaderna är 388 000 DKK, finansieringen 286 000 DKK"),
        ("nb", "Det mangler 102 000 DKK: kostnadene er 388 000 DKK, finansieringen 286 000 DKK"),
        ("en", "DKK 102,000 is missing: costs are DKK 388,000, financing is DKK 286,000"),
    ],
)
def test_verdict_in_the_other_languages(language: str, text: str) -> None:
    assert verdict(sides([("388000", "388000")], [("286000", "286000")]), Voice(language, "md")).text == text


def applied(project: Project, written: str, amount: str | None, **more: Any) -> Project:
    draft = Draft()
    place = draft.text(written).place
    reading = Reading(State.EXACT, amount=Decimal(amount)) if amount else Reading(State.UNREADABLE, reason="words")
    value = Applied(amount=reading.amount, currency=more.get("currency"), by="stated", place=place, reading=reading)
    return project.model_copy(update={"applied": value})


def figures(project: Project) -> list[tuple[str, str]]:
    return [(figure.value, figure.note) for figure in key_figures(project, DA)]


def test_key_figures_of_a_whole_application() -> None:
    project = sides(
        [("21.500", "21500")], [("18.500", "18500", {"type": "applied"}), ("3.000", "3000", {"type": "own"})]
    )
    assert figures(applied(project, "18.500 kr.", "18500")) == [
        ("18.500 kr.", "86 % af udgifterne"),
        ("21.500 kr.", ""),
        ("3.000 kr.", "14 % af finansieringen"),
    ]


def test_key_figures_never_show_what_was_not_read() -> None:
    assert figures(sides([], [])) == [("ikke oplyst", "")] * 3
    project = sides([("efter aftale", None)], [("x", None, {"type": "own"}), ("1.000", "1000", {"type": "own"})])
    assert figures(applied(project, "efter aftale", None)) == [
        ("efter aftale (kan ikke læses)", ""),
        ("kan ikke beregnes", ""),
        ("kan ikke beregnes", ""),
    ]


def test_words_in_place_of_a_figure_are_marked() -> None:
    assert [figure.known for figure in key_figures(sides([], []), DA)] == [False, False, False]
    project = sides([("1", "1")], [("x", None, {"type": "own"})])
    assert [figure.known for figure in key_figures(applied(project, "1", "1"), DA)] == [True, True, False]


def test_own_money_can_be_a_range() -> None:
    project = sides([], [("900-1.100", None, {"reading": RANGE, "type": "own"})])
    assert figures(project)[2] == ("900–1.100 kr.", "")


def test_a_range_of_costs_has_no_share() -> None:
    project = sides([("900-1.100", None, {"reading": RANGE})], [("1.000", "1000")])
    assert figures(applied(project, "1.000", "1000")) == [("1.000 kr.", ""), ("900–1.100 kr.", ""), ("ikke oplyst", "")]


def test_an_applied_range_is_shown_as_one() -> None:
    project = sides([], [])
    place = Draft().text("900-1.100").place
    value = Applied(amount=None, currency="DKK", by="stated", place=place, reading=RANGE)
    assert figures(project.model_copy(update={"applied": value}))[0] == ("900–1.100", "")


def test_an_amount_in_another_currency_has_no_share_of_the_costs() -> None:
    project = sides([("1.000", "1000")], [("1.000", "1000")])
    assert figures(applied(project, "100 EUR", "100", currency="EUR"))[0] == ("100 EUR", "")


def pieces(lines: list[Any]) -> list[tuple[str, str, str, str]]:
    side = sides([], lines).financing
    return [(piece.label, piece.share, piece.start, piece.width) for piece in bar(side, DA)]


def test_the_bar_has_a_piece_for_each_funder() -> None:
    assert pieces([("30", "30"), ("0", "0"), ("70", "70")]) == [
        ("Linje 0", "30 %", "0.000", "30.000"),
        ("Linje 2", "70 %", "30.000", "70.000"),
    ]


def test_a_small_share_is_not_shown_as_none() -> None:
    assert [share for _, share, _, _ in pieces([("1", "1"), ("99999", "99999")])] == ["< 0,1 %", "100 %"]


def test_many_funders_are_shown_by_their_type() -> None:
    lines: list[Any] = [("1", "1", {"type": "grant"})] * BARS + [("2", "2", {"type": "own"}), ("10", "10")]
    assert [(label, share) for label, share, _, _ in pieces(lines)] == [
        ("tilskud", "40 %"),
        ("egne penge", "10 %"),
        ("andet", "50 %"),
    ]


@pytest.mark.parametrize("lines", [[], [("x", None)], [("5", "5"), ("-1", "-1")], [("0", "0")]])
def test_no_bar_without_figures(lines: list[Any]) -> None:
    assert pieces(lines) == []
