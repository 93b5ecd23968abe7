"""A task on a stream of files, whoever does it: all values in order, no more under way than the window holds."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from projektkort.batch.run import BREAK_EVEN, CHUNK, WINDOW, run
from projektkort.source import Found

MANY = 1_000


class Names:
    """A task that tells the names of files, the process it runs in, and ends that process at the file `deadly`."""

    def __init__(self, deadly: str = "") -> None:
        self.deadly = deadly

    def __call__(self, files: tuple[Found, ...]) -> list[tuple[str, int]]:
        if any(file.path == self.deadly for file in files):
            os._exit(1)
        return [(file.path, os.getpid()) for file in files]

    def lost(self, file: Found) -> tuple[str, int]:
        return f"lost: {file.path}", 0

    def rest(self) -> None:
        """Holds nothing."""


class Counting(Names):
    """The same in this process; it knows how many chunks were done at once."""

    def __init__(self) -> None:
        super().__init__()
        self.chunks, self.now, self.most = 0, 0, 0
        self._lock = threading.Lock()

    def __call__(self, files: tuple[Found, ...]) -> list[tuple[str, int]]:
        with self._lock:
            self.chunks, self.now = self.chunks + 1, self.now + 1
            self.most = max(self.most, self.now)
        time.sleep(0.002)
        with self._lock:
            self.now -= 1
        return super().__call__(files)


class Stream:
    """A stream of files that counts how many were asked for."""

    def __init__(self, count: int) -> None:
        self.count, self.asked = count, 0

    def __iter__(self) -> Iterator[Found]:
        for number in range(self.count):
            self.asked += 1
            yield Found(f"{number}.md")


def names(count: int = MANY, lost: str = "") -> list[str]:
    return [f"lost: {number}.md" if f"{number}.md" == lost else f"{number}.md" for number in range(count)]


def in_order(values: Iterator[tuple[str, int]]) -> list[str]:
    return [name for name, _ in values]


def threads() -> Executor:
    return ThreadPoolExecutor(3)


def forked() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"))


def spawned() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


@pytest.mark.parametrize(
    "make",
    [
        threads,
        spawned,
        pytest.param(
            forked,
            marks=pytest.mark.skipif(sys.platform != "linux", reason="a copy of a process is whole on Linux only"),
        ),
    ],
)
def test_any_executor_gives_all_values_in_order(make: Callable[[], Executor]) -> None:
    with make() as executor:
        assert in_order(run(Stream(MANY), Names(), executor=executor, width=2)) == names()


@pytest.mark.parametrize("count", [0, 1, CHUNK, BREAK_EVEN, BREAK_EVEN + 1, MANY])
@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_files_and_processes_gives_all_values_in_order(count: int, jobs: int) -> None:
    assert in_order(run(Stream(count), Names(), jobs=jobs)) == names(count)


def test_a_few_files_are_done_here_and_many_are_shared() -> None:
    few, many = (
        {process for _, process in run(Stream(count), Names(), jobs=2)} for count in (BREAK_EVEN, 20 * BREAK_EVEN)
    )
    assert few == {os.getpid()}
    assert os.getpid() in many
    assert len(many) > 1


def test_no_more_is_under_way_than_the_window_holds() -> None:
    stream, task = Stream(100 * CHUNK), Counting()
    with ThreadPoolExecutor(8) as executor:
        values = run(stream, task, executor=executor, width=2)
        for number in range(1, 50 * CHUNK):
            next(values)
            # The chunk whose values are given stands beside the window.
            assert stream.asked <= (2 * WINDOW + (number - 1) // CHUNK) * CHUNK
        values.close()
    assert 1 < task.most <= 2 * WINDOW
    assert task.chunks < 50 + 2 * WINDOW


@pytest.mark.parametrize("at", ["130.md", "999.md"])
def test_a_file_at_which_a_process_ends_is_lost_and_no_other(at: str) -> None:
    assert in_order(run(Stream(MANY), Names(at), jobs=2)) == names(lost=at)


def test_an_executor_that_broke_is_not_asked_in_vain() -> None:
    """One that makes no new processes has lost all that was not done before."""
    with spawned() as executor:
        done = in_order(run(Stream(8 * CHUNK), Names(f"{CHUNK}.md"), executor=executor, width=1))
    assert [name.removeprefix("lost: ") for name in done] == names(8 * CHUNK)
    assert all(name.startswith("lost: ") for name in done[CHUNK:])


def test_processes_that_are_begun_anew_do_the_same() -> None:
    """With another thread beside, no process is copied."""
    stop = threading.Event()
    beside = threading.Thread(target=stop.wait)
    beside.start()
    try:
        assert in_order(run(Stream(400), Names("300.md"), jobs=2)) == names(400, lost="300.md")
    finally:
        stop.set()
        beside.join()


def test_when_nobody_asks_any_more_no_process_is_left() -> None:
    before = multiprocessing.active_children()
    values = run(Stream(100_000), Names(), jobs=2)
    for _ in range(BREAK_EVEN):
        next(values)
    assert len(multiprocessing.active_children()) > len(before)
    values.close()
    assert multiprocessing.active_children() == before


PROGRAM = """
import sys
from projektkort.batch.run import run
from test_run import Names, Stream

values = run(Stream(5_000), Names(), jobs=2)
for number, (name, _) in enumerate(values):
    if number == 200:
        raise KeyboardInterrupt
"""


def test_an_interrupted_run_ends_at_once() -> None:
    settings = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, env=settings, timeout=20
    )
    assert ran.stderr.strip().endswith("KeyboardInterrupt")
    assert "Process" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are told otherwise there")
def test_no_process_outlives_one_that_is_killed() -> None:
    """Its workers hold its standard output: that has an end when they have."""
    settings = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    program = PROGRAM.replace("raise KeyboardInterrupt", "import os; os.kill(os.getpid(), 9)")
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=settings, timeout=20)
    assert ran.returncode == -9


class Holding(Names):
    """A task that keeps something open, and tells whether it was open already when a chunk came."""

    def __init__(self) -> None:
        super().__init__()
        self.open = False

    def __call__(self, files: tuple[Found, ...]) -> list[tuple[str, int]]:
        was_open, self.open = self.open, True
        return [("open" if was_open else "closed", os.getpid()) for _ in files]

    def rest(self) -> None:
        self.open = False


def test_what_a_task_holds_is_let_go_before_processes_are_made() -> None:
    assert {name for name, _ in run(Stream(MANY), Holding(), jobs=2)} == {"closed"}
