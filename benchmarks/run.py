"""Measures all that there are targets for, beside the peers, and writes the table.

`python benchmarks/run.py [--quick] [--only N ...] [-o table.md]`. README.md beside it says what is measured how.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import folders
import grantkit
import growth
import memory
import peers
import starts
from ground import Desk, quick
from table import Measured, rendered
from timing import Failed

LINES: dict[tuple[int, ...], Callable[[Desk], Iterator[Measured]]] = {
    (1, 2, 3): starts.measure,
    (4,): folders.check_jsonschema,
    (5,): folders.ajv,
    (6, 9, 10): folders.alone,
    (7,): folders.markdownlint,
    (8,): folders.rumdl,
    (11,): memory.measure,
    (12,): growth.measure,
    (13,): folders.yamllint,
    (14,): grantkit.measure,
}
"""What measures which lines of the table."""


def measured(desk: Desk, only: Iterable[int]) -> Iterator[Measured]:
    """The lines that are asked for; one that could not be measured says why, and the others go on."""
    wanted = set(only)
    for numbers, measure in LINES.items():
        asked = wanted.intersection(numbers)
        if not asked:
            continue
        sys.stderr.write(f"Measuring {', '.join(map(str, sorted(asked)))} ...\n")
        try:
            yield from [each for each in measure(desk) if each.number in asked]
        except Failed as why:
            yield from [Measured(number, None, 0, " ".join(str(why).split())) for number in sorted(asked)]


def main() -> None:
    """Measures, and writes the table to a file or to standard output."""
    every = sorted(number for numbers in LINES for number in numbers)
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a tenth of the files and few rounds")
    options.add_argument("--only", type=int, nargs="+", choices=every, default=every, metavar="N", help="lines")
    options.add_argument("--files", type=int, help="files of a folder, instead of 10,000")
    options.add_argument("--rounds", type=int, help="rounds of every line")
    options.add_argument("-o", type=Path, metavar="FILE", help="where the table goes")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="projekt-bench-") as folder:
        desk = quick(Path(folder)) if chosen.quick else Desk(Path(folder))
        desk = desk.changed(files=chosen.files, rounds=chosen.rounds)
        lines = sorted(measured(desk, chosen.only))
    text = rendered(lines, peers.versions())
    if chosen.o:
        chosen.o.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
