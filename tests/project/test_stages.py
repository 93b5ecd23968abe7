"""The stages of a schedule: rows with two ends, and rows with marks below times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_text import DANISH, in_yaml, project

from projektkort.project.models import Project
from projektkort.span import Lines, Text

Told = list[tuple[str, tuple[str, str] | None]]


def steps(read: Project) -> Told:
    return [
        (step.text.value, (str(step.when.start), str(step.when.end)) if step.when else None) for step in read.schedule
    ]


def table(text: str) -> Told:
    return steps(project(f"{DANISH}## Tidsplan\n\n{text}\n"))


def test_start_and_end_are_one_period() -> None:
    found = table(
        "| Etape | Start | Slut | Status |\n|---|---|---|---|\n"
        "| Sal | juli 2025 | december 2026 | I gang |\n| Køkken | | 1. maj 2026 | |\n| Tag | 2026-01-05 | | |"
    )
    assert found == [
        ("Sal: juli 2025 – december 2026: I gang", ("2025-07-01", "2026-12-31")),
        ("Køkken: 1. maj 2026", ("2026-05-01", "2026-05-01")),
        ("Tag: 2026-01-05", ("2026-01-05", "2026-01-05")),
    ]


def test_start_and_end_in_yaml() -> None:
    read = in_yaml(
        "sprog: da\ntidsplan:\n  - {aktivitet: Sal, start: juli 2025, slut: december 2026}\n  - Fest 1. maj 2026\n"
    )
    assert steps(read) == [
        ("Sal: juli 2025 – december 2026", ("2025-07-01", "2026-12-31")),
        ("Fest 1. maj 2026", ("2026-05-01", "2026-05-01")),
    ]


def test_marks_below_times() -> None:
    found = table("| Etape | Q3 2026 | Q4 2026 | Q1 2027 |\n|---|---|---|---|\n| Sal | x | x | |\n| Tag | X | | X |")
    assert found == [
        ("Sal: Q3 2026 – Q4 2026", ("2026-07-01", "2026-12-31")),
        ("Tag: Q3 2026 / Q1 2027", ("2026-07-01", "2026-09-30")),
    ]


@pytest.mark.parametrize("times", ["2026 K3 | 2026 K4", "K3 | K4", "maj | juni"])
def test_the_heads_that_are_marked_are_in_the_text(times: str) -> None:
    first, second = times.split(" | ")
    found = table(f"| Etape | {times} |\n|---|---|---|\n| Sal | | x |\n| Tag | x | x |\n| Have | | |")
    assert [text for text, _ in found] == [f"Sal: {second}", f"Tag: {first} – {second}", "Have"]


def test_words_below_times_stay_as_they_are() -> None:
    found = table("| Etape | maj 2026 | juni 2026 |\n|---|---|---|\n| Sal | rejses | indvies |")
    assert [text for text, _ in found] == ["Sal: rejses: indvies"]


def test_lines_around_a_table_are_stages_too() -> None:
    rows = "| Etape | Start | Slut |\n|---|---|---|\n| Sal | maj 2026 | juni 2026 |"
    text = f"- Møde 3. marts 2026\n\n{rows}\n\nFest 1. juli 2026"
    told = [step for step, _ in table(text)]
    assert told == ["Møde 3. marts 2026", "Sal: maj 2026 – juni 2026", "Fest 1. juli 2026"]


LINES = Lines("Sal\n1. maj 2026\nFest")


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 5)), min_size=1), st.sampled_from(["", ": "]))
def test_a_line_with_one_date_stands_where_its_slice_would(slices: list[tuple[int, int]], between: str) -> None:
    line = Text.join([Text(LINES.text[at : at + size], LINES, at, at + size) for at, size in slices], between)
    for text in (line, Text.of(["- ", line, "; ", line])):
        assert text.tight() == text.slice(0)
