"""Knows how whole processes are timed: in turn, so that what else the machine does hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

PYTHON = sys.executable
PROJEKT = str(Path(sysconfig.get_path("scripts"), "projekt"))
CACHE = "PROJEKT_CACHE_DIR"


class Failed(Exception):  # noqa: N818 - a state, not a fault: the table says it and goes on
    """What was to be measured could not be; the text says why."""


class Command(NamedTuple):
    """A process, the folder it stands in, what is done before it each time, and the exit codes that are right.

    One with a clock of its own prints the seconds that count.
    """

    argv: list[str]
    folder: Path
    before: Callable[[], object] = bool
    codes: frozenset[int] = frozenset({0})
    clock: bool = False


def environment(cache: Path) -> dict[str, str]:
    """The variables of a user's machine: modules stay compiled, no coverage is measured, the cache is ours alone."""
    ours = ("PYTHON", "COV", "PROJEKT_", "PYTEST")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | {CACHE: str(cache)}


def seconds(command: Command, cache: Path) -> float:
    """How long the process takes from its start to its end; raises Failed where it ends with another exit code."""
    command.before()
    start = perf_counter()
    ran = subprocess.run(
        command.argv,
        cwd=command.folder,
        env=environment(cache),
        stdout=subprocess.PIPE if command.clock else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    spent = perf_counter() - start
    if ran.returncode not in command.codes:
        raise Failed(f"{Path(command.argv[0]).name} ended with {ran.returncode}: {ran.stderr.strip()[-300:]}")
    return float(ran.stdout) if command.clock else spent


def in_turn(commands: Mapping[str, Command], rounds: int, cache: Path, *, warm: int = 0) -> dict[str, list[float]]:
    """The seconds of each command, round by round: A B C A B C ...; the `warm` first rounds do not count."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(warm + rounds):
        for name, command in commands.items():
            spent = seconds(command, cache)
            if turn >= warm:
                taken[name].append(spent)
    return taken


def ratio(above: list[float], below: list[float]) -> float:
    """The median of the rounds' ratios."""
    return median(one / other for one, other in zip(above, below, strict=True))
