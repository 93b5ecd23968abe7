"""A table whose cells each came to stand on a line of their own: its head opens no sections."""

from __future__ import annotations

import pytest
from project_text import DANISH, project

from projektkort.project.models import Project

POOL = "Puljen 2026\nBudget 2026\nBevilget\nRestbeløb pr. 1/3 2026\nPuljen\n"


def ids(read: Project) -> list[str | None]:
    return [section.id for section in read.sections]


def test_the_head_of_a_pool_is_no_budget() -> None:
    read = project(f"{DANISH}Ny scene\n\nTabellen viser puljen.\n{POOL}Kr. 90.000\nKr. 20.000\nKr. 70.000\n")
    assert (read.budget, read.financing, ids(read)) == (None, None, ["language"])
    assert [amount.reading.amount for amount in read.amounts_in_text] == [90_000, 20_000, 70_000]


def test_blank_lines_between_the_cells_do_not_matter() -> None:
    cells = ["Ansøger", "Projekt", "Ansøgt", "Bevilget", "Roklubben", "Ny bro", "25.000", "20.000"]
    read = project(f"{DANISH}Uddeling 2026\n\nDet blev til to.\n\n" + "\n\n".join(cells) + "\n")
    assert read.title is not None
    assert (read.title.value, read.applicant, ids(read)) == ("Uddeling 2026", None, ["language"])


@pytest.mark.parametrize(
    "text",
    [
        "Budget\nUdgifter\n\nTelt\n9.000\n\nMad\n3.000\n",
        "Budget\n\nTelt: 9.000\nMad: 3.000\n\nI alt\n12.000\n12.000\n",
        "# Budget\n\nPost\nAnsøgt\nBevilget\nTelt\n9.000\n8.000\n",
    ],
)
def test_a_heading_above_all_stays_one(text: str) -> None:
    assert project(f"{DANISH}# Fest\n\n## Formål\n\nVi vil.\n\n{text}").budget is not None


def test_a_side_that_heads_such_a_table_stays_a_label() -> None:
    read = project(f"{DANISH}Fest\n\nVi vil.\n\nBudget\nUdgifter\nIndtægter\n9.000\n9.000\n")
    assert ids(read) == ["language", "budget"]
