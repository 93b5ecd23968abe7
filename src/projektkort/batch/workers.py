"""Knows the processes of this machine that share a batch: how they begin, and how they are stopped."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import Executor, ProcessPoolExecutor


class Workers:
    """Makes executors of `count` processes, and ends those that it made."""

    __slots__ = ("_executor", "_others", "count")

    def __init__(self, count: int) -> None:
        self.count = count
        self._executor: ProcessPoolExecutor | None = None
        self._others = frozenset(multiprocessing.active_children())

    def __call__(self, count: int | None = None) -> Executor:
        """A new executor of as many processes, or of `count`; what was made before is stopped."""
        self.stop()
        context = multiprocessing.get_context("fork" if _may_fork() else "spawn")
        self._executor = ProcessPoolExecutor(count or self.count, mp_context=context, initializer=_begin)
        return self._executor

    def stop(self) -> None:
        """Ends at once, whatever the processes are at."""
        if self._executor is None:
            return
        for process in multiprocessing.active_children():
            if process not in self._others:
                process.kill()
        self.close()

    def close(self) -> None:
        """Ends when what was asked for is done."""
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None


def _may_fork() -> bool:
    """Whether a copy of this process is whole: on macOS and Windows, or beside other threads, it may not be."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin() -> None:
    """A worker leaves Ctrl-C to the one that it works for, without whom it ends, and the collector to its task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what the command line makes of it is not for copies of it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()
    gc.freeze()


def _end_with_parent() -> None:
    """Waits for the end of the one that it works for, however sudden: nobody would ever tell this process to end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
