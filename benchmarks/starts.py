"""Measures the lines about one file: whole processes, and the least that any such tool needs beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median

from applications import application
from ground import Desk
from table import Measured
from timing import PROJEKT, PYTHON, Command, in_turn, ratio

from writing import to_yaml


def measure(desk: Desk) -> Iterator[Measured]:
    """Lines 1, 2 and 3."""
    folder = desk.folder
    changed, unchanged = folder / "changed.yaml", folder / "unchanged.yaml"
    unchanged.write_text(to_yaml(application(0)), "utf-8")
    commands = {
        "pass": Command([PYTHON, "-c", "pass"], folder),
        "floor": Command([PYTHON, "-c", "from pydantic import BaseModel; import yaml"], folder),
        "version": Command([PROJEKT, "--version"], folder),
        "changed": Command([PROJEKT, "validate", changed.name], folder, Rewriting(changed)),
        "unchanged": Command([PROJEKT, "validate", unchanged.name], folder),
    }
    taken = in_turn(commands, desk.starts, desk.cache, warm=1)
    for number, own, base in ((1, "version", "pass"), (2, "changed", "floor"), (3, "unchanged", "pass")):
        detail = f"{median(taken[own]) * 1000:.0f} ms / {median(taken[base]) * 1000:.0f} ms"
        yield Measured(number, ratio(taken[own], taken[base]), desk.starts, detail)


class Rewriting:
    """Writes another application into a file each time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._numbers = count(1)

    def __call__(self) -> None:
        self._path.write_text(to_yaml(application(next(self._numbers))), "utf-8")
