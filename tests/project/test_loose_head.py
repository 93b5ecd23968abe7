"""Costs and income in one list below a head that nothing parts: income is what is written with a minus."""

from __future__ import annotations

import pytest
from project_text import DANISH, project

from projektkort.project.books import Side

HEAD = f"{DANISH}# Tur\n\n## Budget\n\n"
TYPED = "Antal Udgifter Indtægter\nBus til byen 2 kr 8.000,00\nEgne timer 40 kr 6.000,00 -kr 6.000,00\n"


def read(side: Side | None) -> list[tuple[str, int]]:
    return [] if side is None else [(line.label.value, int(line.amount or 0)) for line in side.lines]


def test_each_row_goes_to_its_side_and_a_row_with_both_to_both() -> None:
    found = project(f"{HEAD}{TYPED}\nDeltagere 20\n-kr 3.000,00\n\nTilskud\n-kr 5.000,00\n")
    assert read(found.budget) == [("Bus til byen 2", 8_000), ("Egne timer 40", 6_000)]
    assert read(found.financing) == [("Egne timer 40", 6_000), ("Deltagere 20", 3_000), ("Tilskud", 5_000)]
    assert found.balances


def test_a_number_alone_only_counts() -> None:
    assert read(project(f"{HEAD}{TYPED}Førere 3\n").budget) == [("Bus til byen 2", 8_000), ("Egne timer 40", 6_000)]


@pytest.mark.parametrize("head", ["", "Antal Udgifter\n", "Udgifter og indtægter\n", "Udgifter Indtægter Guirlander\n"])
def test_without_such_a_head_a_minus_is_left_where_it_stands(head: str) -> None:
    found = project(f"{HEAD}{head}Bus 8.000 kr.\nRabat -500 kr.\n")
    assert (read(found.budget), found.financing) == ([("Bus", 8_000), ("Rabat", -500)], None)
