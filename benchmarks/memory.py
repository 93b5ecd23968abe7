"""Measures the line about memory: the most that any process of a run ever held, told by the system."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import sleep

from ground import Desk
from table import TARGETS, Measured
from timing import Command, Failed, environment

PAUSE = 0.05  # seconds; the system remembers the peak itself, so only the last moments of a process could be missed
WITHIN = 10  # MB that the large folder may take more than the small one


def measure(desk: Desk) -> Iterator[Measured]:
    """Line 11. The files of the large folder are hard links: that the rules across files find them alike is right."""
    if not Path("/proc/self/status").exists():
        raise Failed("peaks of memory are read from /proc")
    small = peak(desk.projekt("yaml", "--no-cache"), desk.cache)
    large = peak(desk.projekt("yaml", "--no-cache")._replace(folder=desk.crowd("yaml")), desk.cache)
    detail = f"{desk.many:,} files; {small:.0f} MB with {desk.files:,}"
    yield Measured(11, large, 1, detail, holds=large - small <= WITHIN)


def peak(command: Command, cache: Path) -> float:
    """The peak of the largest process of a command, in MB."""
    most = 0
    with subprocess.Popen(
        command.argv, cwd=command.folder, env=environment(cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max([most, *map(_high_water, _family(process.pid))])
            sleep(PAUSE)
    if process.returncode not in {0, 1}:
        raise Failed(f"{TARGETS[11].what}: ended with {process.returncode}")
    return most / 1024


def _family(pid: int) -> Iterator[int]:
    """A process and its descendants, as far as they live."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _high_water(pid: int) -> int:
    """The most that a process held until now, in kB; 0 where it has ended."""
    try:
        found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
