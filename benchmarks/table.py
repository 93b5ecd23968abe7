"""Knows the targets, and how what was measured is told beside them as a Markdown table."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple


class Target(NamedTuple):
    """A line of the table; of a bound upwards less is better. Lines without bounds are for comparison only."""

    what: str
    least: float | None = None
    stretch: float | None = None
    upwards: bool = False
    unit: str = ""

    def holds(self, value: float, bound: float) -> bool:
        """Whether a value is as good as a bound."""
        return value >= bound if self.upwards else value <= bound


class Measured(NamedTuple):
    """What was measured for a line; no value where it could not be, and then the detail says why."""

    number: int
    value: float | None
    rounds: int
    detail: str = ""
    holds: bool = True


TARGETS = {
    1: Target("`--version` / `python -c pass`", 1.5, 1.1),
    2: Target("one changed YAML file / `from pydantic import BaseModel; import yaml`", 2.1, 1.85),
    3: Target("one unchanged file (cache) / `python -c pass`", 2, 1.2),
    4: Target("YAML folder, 2 jobs: times as fast as check-jsonschema", 20, 39, upwards=True, unit=" ×"),
    5: Target("YAML folder, 2 jobs: time / ajv-cli's", 2, 1),
    6: Target("YAML folder, 1 job: rate / that of `yaml.compose(CSafeLoader)` alone", 45, 70, upwards=True, unit=" %"),
    7: Target("Markdown folder, 2 jobs: times as fast as markdownlint-cli2", 20, 80, upwards=True, unit=" ×"),
    8: Target("Markdown folder, 2 jobs: time / rumdl's", 3, 1.3),
    9: Target("YAML folder, 2 jobs: times as fast as 1 job", 1.75, 1.9, upwards=True, unit=" ×"),
    10: Target("YAML folder, nothing changed: times as fast as 2 jobs cold", 10, 13, upwards=True, unit=" ×"),
    11: Target("peak memory of a process, large folder (and within 10 MB of the small one)", 80, 60, unit=" MB"),
    12: Target("long documents: time per byte / that of small ones, the worst", 1.5, 1),
    13: Target("YAML folder, 2 jobs: times as fast as yamllint", upwards=True, unit=" ×"),
    14: Target("one application: times as fast as GrantKit on one", upwards=True, unit=" ×"),
}


def verdict(measured: Measured) -> str:
    """What came of a target."""
    target, value = TARGETS[measured.number], measured.value
    if value is None:
        return "not measured"
    if target.least is None or target.stretch is None:
        return ""
    if not (measured.holds and target.holds(value, target.least)):
        return "**missed**"
    return "stretch" if target.holds(value, target.stretch) else "held"


def rendered(all_measured: Iterable[Measured], versions: Iterable[str]) -> str:
    """The machine, the table, what it was measured against."""
    heads = ["| # | what | measured | at least | stretch | verdict | n | detail |", "|--:|---|--:|--:|--:|---|--:|---|"]
    lines = [machine(), "", *heads]
    for each in all_measured:
        target = TARGETS[each.number]
        figures = [_told(value, target.unit) for value in (each.value, target.least, target.stretch)]
        cells = [str(each.number), target.what, *figures, verdict(each), str(each.rounds), each.detail]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", f"Versions: {', '.join(versions)}.", ""])


def _told(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.3g}{unit}"


def machine() -> str:
    """One line about where this was measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    own = f"projektkort {version('projektkort')}, Python {platform.python_version()}"
    return f"{own}, {platform.system()} {platform.release()}, {_processor()}, {cores} cores."


def _processor() -> str:
    """The name of the processor, where the system tells."""
    try:
        told = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        told = None
    return told[1] if told else platform.machine()
