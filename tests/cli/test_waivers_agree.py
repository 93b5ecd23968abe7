"""What is set aside is so however a file is checked: anew, from what was kept, by several processes, by the library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import projektkort
from desk import GOOD, UNBALANCED, lay
from projektkort.output import FORMATS
from terminal import projekt

WAIVED = f"{UNBALANCED.rstrip()} <!-- projekt: undtag budget-balances til 2027-03-01: aftalt med puljen -->\n"


@pytest.fixture
def round_(desk: Path) -> Path:
    for number in range(130):  # more than one process does alone
        lay(f"in/{number}.md", WAIVED if number % 10 == 0 else GOOD)
    return desk


def test_processes_and_the_cache_say_what_one_process_says(round_: Path) -> None:
    plain = ("validate", "in", "--no-across", "--as-of", "2027-03-01", "--output-format")
    first = projekt(*plain, "json", "--no-cache", "--jobs", "1")
    assert first.code == 0
    assert json.loads(first.out)["summary"]["waived"] == 13
    for words in (["--jobs", "2", "--no-cache"], ["--jobs", "1"], ["--jobs", "2"]):
        assert projekt(*plain, "json", *words) == first


def test_what_was_kept_yesterday_is_not_said_the_day_after(round_: Path) -> None:
    def errors(day: str) -> int:
        ran = projekt("validate", "in", "--no-across", "--as-of", day, "--output-format", "json")
        return int(json.loads(ran.out)["summary"]["errors"])

    assert [errors(day) for day in ("2027-03-01", "2027-03-02", "2027-03-01")] == [0, 26, 0]


def test_the_kept_answer_of_one_file_shows_it_too(desk: Path) -> None:
    lay("a.md", WAIVED)
    first = projekt("validate", "a.md")
    assert first.code == 0
    assert "Sat til side til og med 1. marts 2027: aftalt med puljen" in first.out
    assert projekt("validate", "a.md") == first
    lay("a.md", UNBALANCED)
    assert projekt("validate", "a.md").code == 1


def test_the_library_sets_the_same_aside(desk: Path) -> None:
    lay("a.md", WAIVED)
    [finding] = projektkort.check("a.md").findings
    assert finding.waived is not None
    assert (finding.waived.reason, finding.waived.until) == ("aftalt med puljen", "2027-03-01")


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_shows_it_with_its_reason(name: str, desk: Path) -> None:
    lay("a.md", WAIVED)
    lay("b.md", GOOD)
    ran = projekt("validate", "a.md", "b.md", "--output-format", name, "--no-across")
    assert ran.code == 0
    assert "aftalt med puljen" in ran.out
    assert "budget-balances" in ran.out or name == "github"  # which has titles


def test_a_fund_that_looks_at_warnings_passes_what_is_set_aside(desk: Path) -> None:
    lay("a.md", WAIVED)
    assert projekt("validate", "a.md", "--fail-on", "info").code == 0


def test_of_waivers_only_those_of_the_whole_document_count_when_it_was_converted(desk: Path) -> None:
    lay("a.md", WAIVED)
    lay("b.md", f"---\nundtagelser:\n  budget-balances: aftalt med puljen\n---\n{UNBALANCED}")
    for name, code in (("a.md", 1), ("b.md", 0)):
        ran = projekt("convert", name, "--to", "yaml")
        assert ran.code == 0, ran.err
        assert "aftalt med puljen" in ran.out
        assert projekt("validate", lay("new.yaml", ran.out)).code == code
