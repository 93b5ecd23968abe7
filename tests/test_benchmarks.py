"""The benchmarks work: what they check is in order, defects that are planted are found, and a table comes out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from terminal import projekt


def ran(script: str, *words: str) -> str:
    """What one of the scripts prints."""
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, str(ROOT / "benchmarks" / script), *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=unmeasured).stdout


@pytest.mark.parametrize("form", ["yaml", "md"])
def test_the_applications_of_a_corpus_are_in_order(form: str, tmp_path: Path) -> None:
    ran("corpus.py", str(tmp_path), "-n", "20", "--form", form)
    sizes = [path.stat().st_size for path in tmp_path.rglob(f"*.{form}")]
    assert len(sizes) == 20
    assert 3_500 < sum(sizes) / 20 < 5_500
    checked = projekt("validate", str(tmp_path), "--output-format", "jsonl")
    records = [json.loads(line) for line in checked.out.splitlines()]
    assert checked.code == 0
    assert [record["findings"] for record in records if record["type"] == "file"] == [[]] * 20
    assert {record["language"] for record in records if record["type"] == "file"} == {"da", "sv"}
    assert [record["type"] for record in records[20:]] == ["summary"]


def test_a_corpus_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        ran("corpus.py", str(tmp_path / name), "-n", "3")
    one, other = ([path.read_bytes() for path in sorted((tmp_path / n).rglob("*.yaml"))] for n in ("one", "other"))
    assert one == other
    assert len(set(one)) == 3


def test_exactly_the_planted_defects_are_found() -> None:
    told = ran("defects.py", "-n", "600", "--every", "10")
    assert told == "600 files: 60 planted, 60 found, 0 missed, 0 extra; 22 kinds of defects\n"


def test_personal_numbers_are_told_from_what_looks_alike() -> None:
    told = ran("identities.py", "--each", "40")
    assert told == (
        "2160 texts with a personal number in 54 classes, 1680 that look alike in 42\n"
        "precision 100.00%, recall 100.00% (0 missed, 0 extra)\n"
    )


def test_a_line_of_the_table_is_measured_without_any_peer(tmp_path: Path) -> None:
    table = tmp_path / "table.md"
    ran("run.py", "--quick", "--only", "6", "--files", "12", "--rounds", "1", "-o", str(table))
    rows = [line for line in table.read_text("utf-8").splitlines() if re.match(r"\| \d", line)]
    assert len(rows) == 1
    number, _, value, least, stretch, verdict, rounds, _ = rows[0].strip("| ").split(" | ")
    assert (number, least, stretch, rounds) == ("6", "45 %", "70 %", "1")
    assert 0 < float(value.removesuffix(" %")) < 100
    assert verdict in {"**missed**", "held", "stretch"}


def test_the_time_of_a_file_is_told_by_stage() -> None:
    rows = [line.strip("| ").split(" | ") for line in ran("stages.py", "-n", "3").splitlines()]
    assert [row[0] for row in rows[2:]] == [
        "source", "document", "choose", "bind", "rules", "across files", "findings", "engine", "output", "all",
    ]  # fmt: skip
    assert all(float(row[1]) > 0 for row in rows[2:] if row[0] != "findings")
