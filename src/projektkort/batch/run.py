"""Knows how a task is done on a stream of files: here or by an executor, a bounded window at a time, in their order."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from projektkort.source import Found

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Value = TypeVar("Value")
Chunk = tuple[Found, ...]

CHUNK = 32
"""Files that travel to a worker together: few enough that all have work, enough that sending costs nothing."""
WINDOW = 4
"""Chunks a worker that are under way at most: whatever the folder holds, so much of it is in memory."""
TIDIED = 64
"""Chunks between two looks at what futures have left behind: some hundred kilobytes."""
BREAK_EVEN = 96
"""Up to so many files, one process is done before the others have begun: a pool costs some 60 ms to begin and end."""


class Task(Protocol[Value]):
    """What is to be done with files. It travels to other processes, and never raises for a file."""

    def __call__(self, files: Chunk, /) -> list[Value]:
        """One value for each file, in their order."""
        ...

    def lost(self, file: Found, /) -> Value:
        """The value of a file at which the process ended that had it."""
        ...

    def rest(self) -> None:
        """Lets go of what no two processes may hold, before others are made of this one; the next chunk opens it."""
        ...


def run(
    files: Iterable[Found], task: Task[Value], *, jobs: int = 1, executor: Executor | None = None, width: int = 8
) -> Generator[Value, None, None]:
    """The values of the task in the order of the files, whoever does it; holds a window of them, never all.

    `executor` is any that `concurrent.futures` knows, with `width` workers; without one, `jobs` processes of this
    machine, or this process alone where there are few files. When the caller stops asking, the work stops.
    """
    chunks = _chunks(iter(files), CHUNK)
    if executor is not None:
        yield from _spread(chunks, task, lambda _: executor, width, _cancel)
        return
    # The first ones are done here in any case: what they load and learn, the other processes are born with.
    first = list(islice(chunks, BREAK_EVEN // CHUNK)) if jobs > 1 else []
    following = next(chunks, None) if jobs > 1 else None
    if following is None:
        for chunk in chain(first, chunks):
            yield from task(chunk)
    else:
        yield from task(first[0])
        yield from _here(chain(first[1:], [following], chunks), task, jobs)


def _here(chunks: Iterator[Chunk], task: Task[Value], jobs: int) -> Iterator[Value]:
    """The values that processes of this machine find; they end when the work does, or when nobody asks any more."""
    from projektkort.batch.workers import Workers  # noqa: PLC0415 - a single file needs no processes

    task.rest()
    local = Workers(jobs)
    try:
        yield from _spread(chunks, task, local, jobs, lambda _: local.stop())
    finally:
        local.close()


def _spread(
    chunks: Iterator[Chunk],
    task: Task[Value],
    make: Callable[[int | None], Executor],
    width: int,
    drop: Callable[[Iterable[Future[list[Value]]]], None],
) -> Iterator[Value]:
    """The values of all chunks; `drop` is told what is under way when nobody asks any more."""
    executor = make(None)
    waiting: deque[tuple[Chunk, Future[list[Value]]]] = deque()
    served = count(1)
    try:
        while True:
            for chunk in islice(chunks, width * WINDOW - len(waiting)):
                waiting.append((chunk, _submit(executor, task, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                done = future.result()
            except Exception:  # a process died, or what it sent cannot be read: a task itself raises for no file
                done = _one_by_one(chunk, task, make)
                executor = make(None)
                waiting = deque((each, _submit(executor, task, each)) for each, _ in waiting)
            yield from done
            _tidy(next(served))
    finally:
        if waiting:
            drop(future for _, future in waiting)


def _tidy(served: int) -> None:
    """Futures hold each other in circles: where the collector is switched off, they go here now and then."""
    if served % TIDIED == 0 and not gc.isenabled():
        gc.collect()


def _cancel(futures: Iterable[Future[list[Value]]]) -> None:
    for future in futures:
        future.cancel()


def _submit(executor: Executor, task: Task[Value], chunk: Chunk) -> Future[list[Value]]:
    """The future of a chunk; one that has failed already where the executor is broken."""
    try:
        return executor.submit(task, chunk)
    except Exception as broken:  # which exception says so, each executor decides
        from concurrent.futures import Future  # noqa: PLC0415 - as above

        failed: Future[list[Value]] = Future()
        failed.set_exception(broken)
        return failed


def _one_by_one(chunk: Chunk, task: Task[Value], make: Callable[[int | None], Executor]) -> list[Value]:
    """Each file by itself, so that the one at which processes end takes no other with it."""
    done, executor = [], make(1)
    for file in chunk:
        try:
            done += _submit(executor, task, (file,)).result()
        except Exception:  # as above
            done.append(task.lost(file))
            executor = make(1)
    return done


def _chunks(files: Iterator[Found], size: int) -> Iterator[Chunk]:
    while chunk := tuple(islice(files, size)):
        yield chunk
