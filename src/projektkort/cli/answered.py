"""Knows the answers that were given before: the same command about the same bytes has the same answer.

This is for one command only, the one that is typed again and again: `projekt validate FILE`. It is asked before
anything else is loaded, and so imports next to nothing; what is kept of many files, `batch` knows.
"""

from __future__ import annotations

import os
import sys
import time

from projektkort.cli.place import cache_folder
from projektkort.state import print_of, state

TYPE_CHECKING = False  # as type checkers know it: `typing` would take longer than the answer
if TYPE_CHECKING:
    from pathlib import Path

    from projektkort.config import Configuration

FOLDER = "answers-1"
MOST = 1_000  # answers in the folder; when there are more, the older half goes
LARGEST = 10_000_000  # bytes of a file
SETTINGS = ("CI", "NO_COLOR", "TERM", "PYTHONIOENCODING", "LC_ALL", "LANG")
ROOT = ".git"  # above a repository nothing is looked for
CONFIGURATION = ("projekt.toml", "pyproject.toml")


def question(path: str) -> str | None:
    """The file of the cache in which the answer about a file is kept; None where none can be."""
    folder = cache_folder()
    try:
        if folder is None or not os.path.isfile(path) or os.path.getsize(path) > LARGEST:
            return None
        with open(path, "rb") as file:
            content = print_of(file.read())
        told = [state(), path, content, time.strftime("%Y-%m-%d"), *_surroundings(), *_configuration(path)]
    except (OSError, ValueError):
        return None
    return os.path.join(folder, FOLDER, print_of("\0".join(told).encode("utf-8", "replace")))


def answer(kept: str) -> tuple[int, str] | None:
    """The exit code and the text of an answer that was kept; None where there is none, or none that can be read."""
    try:
        with open(kept, encoding="utf-8", newline="") as file:
            head, _, text = file.read().partition("\n")
        code, length = head.split(" ")
        return (int(code), text) if int(length) == len(text) else None
    except (OSError, ValueError):
        return None


def may_keep(configuration: Configuration) -> bool:
    """Whether an answer given under a configuration may be kept: only where no other files of the user's had a say."""
    settings = configuration.settings
    own = settings.schema or settings.schemas or any(folder.schema for folder in configuration.folders)
    return configuration.cache in {None, True} and not own


def keep(kept: str, code: int, text: str) -> None:
    """Keeps an answer, whole or not at all; where that cannot be, nothing is said."""
    folder = os.path.dirname(kept)
    neighbour = f"{kept}.{os.getpid()}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(f"{code} {len(text)}\n{text}")
        os.replace(neighbour, kept)
        _thin(folder)
    except (OSError, ValueError):
        return


def kept(folder: str) -> list[Path]:
    """The files of all answers in a cache."""
    from pathlib import Path  # noqa: PLC0415 - for the one who asks only

    return sorted((Path(folder) / FOLDER).glob("*"))


def _thin(folder: str) -> None:
    with os.scandir(folder) as entries:
        names = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
    if len(names) > MOST:
        for _, path in sorted(names)[: MOST // 2]:
            os.unlink(path)


def _surroundings() -> list[str]:
    """What the text depends on beside the file: the terminal, and how it is set."""
    out = sys.stdout
    size = os.get_terminal_size(out.fileno()).columns if out.isatty() else 0
    return [str(size), str(out.encoding), *(f"{name}={os.environ.get(name, '')}" for name in SETTINGS)]


def _configuration(path: str) -> list[str]:
    """The states of all files that may configure the check of this one."""
    states = []
    folder = os.path.realpath(os.path.dirname(path) or ".")
    while True:
        for name in CONFIGURATION:
            try:
                stat = os.stat(os.path.join(folder, name))
            except OSError:
                continue
            states.append(f"{folder} {name} {stat.st_size} {stat.st_mtime_ns}")
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ROOT)):
            return [*states, folder]
        folder = above
