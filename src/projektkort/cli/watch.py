"""Knows how a command is done again whenever a file changes that it may have read; Ctrl-C ends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from projektkort.cli.errors import WrongCommand
from projektkort.identity import mask
from projektkort.source import is_remote
from projektkort.source.decode import STDIN
from projektkort.source.walk import reason_to_skip

CONFIGURING = frozenset({"projekt.toml", "pyproject.toml", ".gitignore", ".projektignore"})
"""Files that are no documents, and on which the outcome depends."""
WRONG_COMMAND = 2


def watch(paths: Iterable[str], run: Callable[[], int], written: Iterable[str] = ()) -> int:
    """Runs, and runs again when something below the paths has changed, but for the files that the run has `written`.

    The exit code is the last one. Raises WrongCommand where watching cannot be, and where the first run does.
    """
    try:
        import watchfiles  # noqa: PLC0415 - an extra, which few have
    except ImportError as missing:
        raise WrongCommand("--watch needs the extra “watch”: pip install 'projektkort[watch]'") from missing
    roots, own = list(_roots(paths)), {os.path.realpath(path) for path in written}

    def matters(_: object, path: str) -> bool:
        name = Path(path).name
        return (reason_to_skip(name) is None or name in CONFIGURING) and os.path.realpath(path) not in own

    code = run()
    with suppress(KeyboardInterrupt):
        for _ in watchfiles.watch(*roots, watch_filter=matters):
            code = _again(run)
    return code


def _again(run: Callable[[], int]) -> int:
    """What the next run comes to; a file that is gone, or a configuration half written, ends nothing."""
    try:
        return run()
    except WrongCommand as wrong:
        sys.stderr.write(mask(f"projekt: {wrong}\n"))
        return WRONG_COMMAND


def _roots(paths: Iterable[str]) -> Iterator[str]:
    """What is there to be watched: the paths themselves, of a glob the folder in which it begins."""
    for path in paths:
        if path == STDIN:
            raise WrongCommand("--watch cannot read standard input again. Name a file or a folder.")
        if is_remote(path):
            raise WrongCommand(f"--watch sees changes on this machine only, not in “{path}”.")
        root = Path(path)
        while not root.exists():
            root = root.parent
        yield str(root)
