"""Golden cases: each folder of `cases` is a sentence, an input (a file or a folder), and what `projekt validate` says
of it, word by word.

`PROJEKT_UPDATE=1 pytest tests/test_cases.py` writes what is said now; the difference is then read before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from terminal import projekt

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def spoken(folder: Path) -> str:
    """The command with its exit code, and all that it wrote."""
    [given] = folder.glob("input*")
    ran = projekt("validate", given.name, "--as-of", "2026-11-21")
    return f"$ projekt validate {given.name}      (exit {ran.code})\n{ran.out}{ran.err}"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_case_is_told_in_these_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    golden = folder / "expected.txt"
    said = spoken(folder)
    if os.environ.get("PROJEKT_UPDATE"):
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
