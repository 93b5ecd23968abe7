"""The benchmark of the difference explainer works, and what it promises holds in a small round of it."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT


def test_most_slips_are_named_and_hardly_any_that_is_none() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "explaining.py"), "-n", "12", "--seed", "3"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    rows = [line.strip("| ").split(" | ") for line in run.stdout.splitlines()[2:]]
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(rows) == 19
    assert rows[-1][0] == "nothing (control)"
