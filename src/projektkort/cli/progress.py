"""Knows how a person at a terminal sees that a long run goes on: files, how many a second, errors so far."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from projektkort.output.phrases import counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds: what is done by then needs no bar
PACE = 0.1  # seconds between two pictures


def visible() -> bool:
    """Whether somebody looks: standard error is a terminal that can redraw a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Bar:
    """A line on standard error that goes when the run does; nothing where nobody looks, or the run is short."""

    def __init__(self, language: str, *, seen: bool) -> None:
        self._language = language
        self.seen = seen
        self._begun = self._drawn = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def tell(self, files: int, errors: int) -> None:
        """Says how far the run has come."""
        if not self.seen or (now := time.monotonic()) - self._drawn < (PACE if self._progress else PATIENCE):
            return
        self._drawn = now
        rate = f"{files / (now - self._begun):.0f}/s"
        found = counted("count-error", errors, self._language)
        told = f"{counted('files-checked', files, self._language)} · {rate} · {found}"
        progress = self._progress or self._begin()
        assert self._task is not None
        progress.update(self._task, description=told)
        progress.refresh()

    def _begin(self) -> Progress:
        # No thread draws it: a process with threads cannot be copied safely, and others are made of this one.
        from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
        from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415 - as above

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._task = self._progress.add_task("", total=None)
        self._progress.start()
        return self._progress
