"""Measures the start: whole processes of `projekt validate one.yaml` in turn with the least that any such tool needs.

Usage: python benchmarks/startup.py [rounds]      Figures are medians; the ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
EXAMPLE = "examples/lokaludvalg/ok/groenne-gaarde.yaml"
TARGET = 2.1
FLOOR = "from pydantic import BaseModel; import yaml"
BASE = [sys.executable, "-c", FLOOR]
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    f'python -c "{FLOOR}"': BASE,
    "projekt --version": [sys.executable, "-m", "projektkort", "--version"],
    "projekt validate one.yaml": [sys.executable, "-m", "projektkort", "validate", EXAMPLE],
}


# A package that was installed has its modules compiled; the first round, which does not count, compiles ours.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """How long a whole process takes; raises CalledProcessError where it fails."""
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return perf_counter() - start


def measure(rounds: int) -> dict[str, list[float]]:
    """The seconds of each command, round by round; a round that warms the caches comes first and does not count."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(rounds + 1):
        for name, command in COMMANDS.items():
            spent = seconds(command)
            if turn:
                taken[name].append(spent)
    return taken


def table(taken: dict[str, list[float]]) -> str:
    """A Markdown table: command, milliseconds, and the ratio to importing pydantic and yaml."""
    base = next(taken[name] for name, command in COMMANDS.items() if command is BASE)
    rows = ["| command | ms | ratio |", "|---|---:|---:|"]
    for name, spent in taken.items():
        ratio = median(own / floor for own, floor in zip(spent, base, strict=True))
        rows.append(f"| `{name}` | {median(spent) * 1000:.0f} | {ratio:.2f} |")
    return "\n".join(rows)


def main() -> None:
    """Prints the table and the target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    sys.stdout.write(f"{table(measure(rounds))}\n\nTarget for `projekt validate one.yaml`: at most {TARGET}.\n")


if __name__ == "__main__":
    main()
