"""Shows where the time of one file goes, stage by stage: `python benchmarks/stages.py [-n 1000]`.

The functions that the engine calls are timed where it calls them, so that the way of a file is the real one. (It is
not called profile, as a module of that name belongs to Python.)
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

from applications import application

from projektkort import engine, output
from projektkort.engine import Request, catalogue
from projektkort.source import decode
from writing import FORMS

CALLED = {
    "read": "document",
    "Signs": "choose",
    "choice_for": "choose",
    "bind": "bind",
    "_ruled": "rules",
    "_shared": "across files",
    "finding_of": "findings",
}
"""The stage that each function of the engine belongs to."""
REST = "engine"  # what the engine does itself between these
STAGES = ("source", *dict.fromkeys(CALLED.values()), REST, "output")
LEARNING = 50  # files before the clock runs: what is loaded once is loaded by then

Spent = defaultdict[str, float]


@contextmanager
def clocks(spent: Spent) -> Iterator[None]:
    """Times the functions of the engine; they are its own again at the end."""
    own = {name: getattr(engine, name) for name in CALLED}
    try:
        for name, stage in CALLED.items():
            setattr(engine, name, timed(own[name], stage, spent))
        yield
    finally:
        for name, function in own.items():
            setattr(engine, name, function)


def timed(function: Callable[..., Any], stage: str, spent: Spent) -> Callable[..., Any]:
    """The function, with its time put down under a stage; one that yields is asked for all at once."""

    def call(*args: Any, **named: Any) -> Any:
        start = process_time()
        value = function(*args, **named)
        if isinstance(value, Iterator):
            value = list(value)
        spent[stage] += process_time() - start
        return value

    return call


def measure(form: str, count: int) -> Spent:
    """The seconds of each stage for so many files."""
    spent: Spent = defaultdict(float)
    request, options = Request(named=False, across=True), output.Options()
    read = timed(decode, "source", spent)
    check = timed(engine.check, REST, spent)
    told = timed(output.load("text").piece, "output", spent)
    with clocks(spent):
        for index in range(-LEARNING, count):
            if index == 0:
                spent.clear()
            content = FORMS[form](application(index % 100_000)).encode()
            told(check(read(content, f"{index}.{form}"), request), catalogue(), options)
    spent[REST] -= sum(spent[stage] for stage in set(CALLED.values()))
    return spent


def main() -> None:
    """Measures both forms and writes the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=1_000, help="how many files of each form")
    count = options.parse_args().n
    gc.disable()  # as in a run over a folder
    columns = {form: measure(form, count) for form in FORMS}
    lines = ["| stage | " + " | ".join(f"{form}, ms | %" for form in FORMS) + " |", "|---|" + "--:|--:|" * len(FORMS)]
    for stage in (*STAGES, "all"):
        cells = []
        for spent in columns.values():
            whole = sum(spent.values())
            seconds = whole if stage == "all" else spent[stage]
            cells += [f"{seconds / count * 1000:.3f}", f"{seconds / whole:.0%}"]
        lines.append(f"| {stage} | {' | '.join(cells)} |")
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
