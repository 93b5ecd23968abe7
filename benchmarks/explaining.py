"""Puts one slip into each of many budgets and counts how often the hint names it, and names it first.

`python benchmarks/explaining.py [-n 300] [--seed 1]` prints a table by kind of slip: how often the hint was right, how
often there was none, how often a wrong one. Then the controls, where no hint is right: totals that are off by anything,
in steps as fine as the lines, and in budgets that are all in hundreds, five hundreds or thousands. Each kind of slip
and each control has a target of its own; the last line names those that miss it, and if there are any the exit code
is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from budgets import Case
from slipping import NO_HINT, SLIPS, cases, coarse_cases, line_mistyped, two_missing, unexplained

from projektkort.engine import check_text
from projektkort.finding import Note, Value
from projektkort.span import Place, Span

NAMED = 0.90
"""The share of each kind of slip that must be named first."""
WRONG = {line_mistyped.__name__: 0.10, unexplained.__name__: 0.02}
"""The share of wrong hints that a row may have where that is what counts: nothing tells which line has the digit."""
COARSE = {100: 0.05, 500: 0.05, 1000: 0.05}
"""The steps of the coarse controls, with the share of wrong hints that each may have."""
MOST = {two_missing.__name__: 10}
"""Of more lines some two come to nearly every difference, and nobody can tell which."""


def hint_of(case: Case) -> Note | None:
    """The hint of the finding about the total; raises StopIteration where there is no such finding."""
    finding = next(each for each in check_text(case.text).findings if each.rule == "budget-total")
    hint = finding.values["hint"]
    return hint if isinstance(hint, Note) else None


def lines_of(values: Iterable[Value]) -> set[int]:
    """The lines of the text that a hint names."""
    found: set[int] = set()
    for value in values:
        match value:
            case Place() | Span():
                found.add(value.line)
            case Note(_, inner):
                found |= lines_of(inner.values())
            case tuple():
                found |= lines_of(value)
    return found


def verdict(case: Case) -> str:
    """Whether the hint is right, missing or wrong; right is the kind of slip and, where it is in a line, the line."""
    hint = hint_of(case)
    if hint is None:
        return "right" if NO_HINT in case.keys else "none"
    lines = lines_of(hint.values.values())
    return "right" if hint.key in case.keys and (not case.lines or lines & set(case.lines)) else "wrong"


def main() -> int:
    """Measures and prints; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=300, help="how many budgets for each kind of slip")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    sys.stdout.write("| slip | right | none | wrong |\n|---|---:|---:|---:|\n")
    missed = []
    for slip in (*SLIPS, unexplained):
        name = slip.__name__
        counted = Counter(verdict(case) for case in cases(slip, chosen.n, chosen.seed, most=MOST.get(name)))
        missed += _told(name.replace("_", " "), counted, WRONG.get(name))
    for step, wrong in COARSE.items():
        counted = Counter(verdict(case) for case in coarse_cases(step, chosen.n, chosen.seed))
        missed += _told(f"unexplained, all in {step}s", counted, wrong)
    sys.stdout.write(f"| **under target: {', '.join(missed) or 'none'}** | | | |\n")
    return 1 if missed else 0


def _told(name: str, counted: Counter[str], wrong: float | None) -> list[str]:
    """Prints the row; its name where it misses its target."""
    sys.stdout.write(_row(name, counted))
    if wrong is not None:
        return [name] if counted["wrong"] > wrong * counted.total() else []
    return [name] if counted["right"] < NAMED * counted.total() else []


def _row(name: str, counted: Counter[str]) -> str:
    shares = (f"{100 * counted[kind] / counted.total():.1f} %" for kind in ("right", "none", "wrong"))
    return f"| {name} | {' | '.join(shares)} |\n"


if __name__ == "__main__":
    sys.exit(main())
