"""The benchmark of the difference explainer works, and holds each kind of slip and each control against its target."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT

SURE = {"stands twice", "total taxed", "sum as line", "priced line mistyped", "yearly line mistyped"}
CONTROLS = ["unexplained", *(f"unexplained, all in {step}s" for step in (100, 500, 1000))]


def test_each_slip_and_each_control_is_held_against_its_target() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "explaining.py"), "-n", "20", "--seed", "3"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    rows = [line.strip("| ").split(" | ") for line in run.stdout.splitlines()[2:]]
    *told, last = rows
    right, wrong = ({name: float(row[at].split()[0]) for name, *row in told} for at in (0, 2))
    assert [name for name, *_ in told][-4:] == CONTROLS, run.stdout + run.stderr
    limits = {"line mistyped": 10, **dict.fromkeys(CONTROLS, 5), "unexplained": 2}
    missed = [name for name in right if (wrong[name] > limits[name] if name in limits else right[name] < 90)]
    assert last[0] == f"**under target: {', '.join(missed) or 'none'}**"
    assert run.returncode == bool(missed)
    assert not SURE & set(missed)
    assert all(wrong[name] <= 10 for name in CONTROLS)
