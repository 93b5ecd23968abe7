"""`projekt validate` over several files compares them, however it is done, and tells it behind the files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import UNBALANCED, lay
from projektkort.batch.across import Across
from projektkort.finding import Result
from round import CHOIR, GARDEN, application
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")


def three() -> None:
    application("r/a.md", number="2027-01", applicant="Haveklubben", purpose=GARDEN)
    application("r/b.md", number="2027-02", applicant="Skolen", purpose=GARDEN)
    application("r/c.md", number="2027-01", applicant="Koret", purpose=CHOIR)


def rules(*words: str) -> list[tuple[str, str]]:
    told: dict[str, Any] = json.loads(projekt("validate", *words, "--output-format", "json").out)
    return [(record["path"], record["rule"]) for record in told["across"]]


def test_the_files_of_a_folder_are_compared() -> None:
    three()
    ran = projekt("validate", "r", "--output-format", "concise")
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "r/b.md:6:9: warning[text-twice] Den samme tekst står i »r/a.md« (linje 6), fra en anden ansøger.",
            "r/c.md:4:16: warning[number-twice] Projektnummeret står også i »r/a.md« (linje 4).",
        ],
    )
    assert projekt("validate", "r", "--fail-on", "warning").code == 1


def test_what_is_found_counts_but_makes_no_files() -> None:
    three()
    told = json.loads(projekt("validate", "r", "--output-format", "json").out)
    assert [record["findings"] for record in told["files"]] == [[], [], []]
    assert {key: told["summary"][key] for key in ("files", "warnings")} == {"files": 3, "warnings": 2}


def test_they_are_compared_in_their_order_whatever_the_words() -> None:
    three()
    assert rules("r/c.md", "r/a.md") == rules("r/a.md", "r/c.md") == [("r/c.md", "number-twice")]


def test_from_the_cache_the_same_is_found() -> None:
    three()
    first = projekt("validate", "r")
    assert "number-twice" in first.out
    assert projekt("validate", "r") == first
    assert projekt("validate", "r", "--no-cache") == first


def test_several_processes_find_the_same() -> None:
    for number in range(300):
        application(f"r/{number}.md", number=f"{number % 151}", applicant=f"Klub {number % 60}")
    words = ("validate", "r", "--no-cache", "--output-format", "jsonl")
    alone = projekt(*words, "--jobs", "1")
    assert alone.out.count('"number-twice"') == 149
    assert projekt(*words, "--jobs", "2") == alone


@pytest.mark.parametrize("words", [("--no-across",), ("--ignore", "across"), ("--select", "balance")])
def test_who_does_not_ask_is_not_told(words: tuple[str, ...]) -> None:
    three()
    assert rules("r", *words) == []


def test_one_file_is_compared_with_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("projektkort.batch.across.Across.add", None)
    application("a.md", number="2027-01")
    assert projekt("validate", "a.md", "--no-cache", "--output-format", "concise").code == 0


def test_what_is_no_project_is_compared_with_none() -> None:
    three()
    lay("r/scan.pdf", b"%PDF-1.4")
    lay("r/note.md", "# Referat\n")
    assert len(rules("r")) == 2


def test_the_configuration_sets_how_grave_it_is_also_of_some_folders() -> None:
    for folder in ("old", "new"):
        application(f"r/{folder}/a.md", number="1")
        application(f"r/{folder}/b.md", number="1")
    lay("r/projekt.toml", '[severity]\nnumber-twice = "error"\n[[folder]]\npath = "old/"\nignore = ["across"]\n')
    ran = projekt("validate", "r", "--output-format", "concise")
    assert (ran.code, [line.split(": ")[:2] for line in ran.out.splitlines()]) == (
        1,
        [["r/new/b.md:4:16", "error[number-twice] Projektnummeret står også i »r/new/a.md« (linje 4)."]],
    )


def test_the_pool_is_that_of_the_configuration() -> None:
    three()
    lay("r/projekt.toml", "[pool]\namount = 20000\n")
    ran = projekt("validate", "r", "--output-format", "concise", "--select", "pool-exceeded")
    assert ran.out == (
        "r/projekt.toml:2:1: info[pool-exceeded] I alt er der søgt om 27.000 kr., og puljen er på 20.000 kr. "
        "Det er 7.000 kr. mere, end der er.\n"
    )


def test_a_fault_of_ours_while_comparing_leaves_no_half_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Across) -> Iterator[Result]:
        raise ZeroDivisionError

    monkeypatch.setattr(Across, "results", fails)
    three()
    assert projekt("validate", "r", "--output-format", "json=out.json").code == 4
    assert not Path("out.json").exists()


def test_a_run_that_was_interrupted_compares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    added: list[str] = []

    def add(_: Across, checked: Any) -> None:
        added.append(checked.path)
        if len(added) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Across, "add", add)
    monkeypatch.setattr(Across, "results", None)
    three()
    lay("r/a.md", UNBALANCED)
    ran = projekt("validate", "r", "--jobs", "1", "--output-format", "concise")
    assert (ran.code, added) == (130, ["r/a.md", "r/b.md"])
    assert ran.out.startswith("r/a.md:14:")
