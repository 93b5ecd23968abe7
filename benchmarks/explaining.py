"""Puts one slip into each of many budgets and counts how often the hint names it, and names it first.

`python benchmarks/explaining.py [-n 300] [--seed 1]` prints a table by kind of slip: how often the hint was right, how
often there was none, how often a wrong one. The last line is the control: totals that are off by anything, where no
hint is right. Exit 1 unless at least 90 % of all slips are named and 98 % of the control stay without a hint.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from slipping import SLIPS, Case, cases, two_missing, unexplained

from projektkort.engine import check_text
from projektkort.finding import Note, Value
from projektkort.span import Place, Span

NAMED, SILENT = 0.90, 0.98
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
        return "none"
    lines = lines_of(hint.values.values())
    return "right" if hint.key in case.keys and (not case.lines or lines & set(case.lines)) else "wrong"


def main() -> int:
    """Measures and prints; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=300, help="how many budgets for each kind of slip")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    whole: Counter[str] = Counter()
    sys.stdout.write("| slip | right | none | wrong |\n|---|---:|---:|---:|\n")
    for slip in SLIPS:
        counted = Counter(verdict(case) for case in cases(slip, chosen.n, chosen.seed, most=MOST.get(slip.__name__)))
        whole += counted
        sys.stdout.write(_row(slip.__name__.replace("_", " "), counted))
    sys.stdout.write(_row("**all**", whole))
    control = Counter(verdict(case) for case in cases(unexplained, chosen.n * 3, chosen.seed))
    sys.stdout.write(_row("nothing (control)", control))
    held = whole["right"] >= NAMED * whole.total() and control["none"] >= SILENT * control.total()
    return 0 if held else 1


def _row(name: str, counted: Counter[str]) -> str:
    shares = (f"{100 * counted[kind] / counted.total():.1f} %" for kind in ("right", "none", "wrong"))
    return f"| {name} | {' | '.join(shares)} |\n"


if __name__ == "__main__":
    sys.exit(main())
