"""Knows which files have changed since a revision, as git tells. That they are documents, others see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from projektkort.cli.errors import WrongCommand
from projektkort.identity import mask
from projektkort.source import Found, is_remote
from projektkort.source.decode import STDIN


class Since:
    """What git says of the repositories that the paths of a command begin in. Raises WrongCommand where it cannot."""

    __slots__ = ("_changed", "_paths", "_revision", "_tracked")

    def __init__(self, paths: Iterable[str], revision: str) -> None:
        if not revision or revision.startswith("-"):
            raise WrongCommand(f"--changed-since takes a revision such as main or HEAD~1, not “{revision}”.")
        self._paths, self._revision = tuple(paths), revision
        roots = {_root(folder) for folder in {_folder(path) for path in self._paths}}
        self._changed = {name for root in roots for name in _names(root, revision)}
        self._tracked = {name for root in roots for name in _tracked(root)}

    def there(self) -> list[str]:
        """The paths without those of files that are gone since the revision, which standard error is told of."""
        gone = [path for path in self._paths if self._is_gone(path)]
        for path in gone:
            sys.stderr.write(f"projekt: “{mask(path)}” was deleted since “{self._revision}”.\n")
        return [path for path in self._paths if path not in gone]

    def changed(self, files: Iterable[Found]) -> Iterator[Found]:
        """The files but those that git says are as they were, a link and what it leads to.

        What git does not know is checked: new files, ignored ones that were named, those of repositories within.
        """
        same = self._tracked - self._changed
        return (file for file in files if not {_real(file.path), _posix(file.path)} <= same)

    def _is_gone(self, path: str) -> bool:
        real = _real(path)
        return not os.path.lexists(path) and any(name == real or name.startswith(f"{real}/") for name in self._changed)


def _folder(path: str) -> str:
    """The folder that a path leads to, or for a file or glob the one that it begins in."""
    if path == STDIN or is_remote(path):
        raise WrongCommand(f"--changed-since asks git, which knows nothing of “{path}”. Name a file or a folder.")
    folder = Path(path)
    while not folder.is_dir():
        folder = folder.parent
    return os.path.realpath(folder)


def _root(folder: str) -> str:
    """The top of the repository that a folder is in."""
    told = _git(folder, "rev-parse", "--show-toplevel")
    if told is None:
        raise WrongCommand(f"--changed-since asks git, and “{folder}” is in no repository.")
    return Path(os.path.realpath(told.removesuffix("\n"))).as_posix().rstrip("/")


def _names(root: str, revision: str) -> Iterator[str]:
    """The paths of what has changed in a repository, also of files that are there no more."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise WrongCommand(
            f"git knows no revision “{revision}” in “{root}”. In CI the history may have to be fetched first."
        )
    told = _git(root, "diff", "--name-only", "--no-ext-diff", "--no-renames", "-z", commit.strip(), "--")
    if told is None:
        raise WrongCommand(f"git cannot tell what has changed in “{root}” since “{revision}”.")
    return (f"{root}/{name}" for name in told.split("\0") if name)


def _tracked(root: str) -> Iterator[str]:
    """The paths of what git knows in a repository."""
    told = _git(root, "ls-files", "-z")
    if told is None:
        raise WrongCommand(f"git cannot tell which files it knows in “{root}”.")
    return (f"{root}/{name}" for name in told.split("\0") if name)


def _real(path: str) -> str:
    """A path as git would tell it: the folder behind all links, the file itself as it is called."""
    folder, name = os.path.split(path)
    return f"{_posix(folder).rstrip('/')}/{name}"


def _posix(path: str) -> str:
    return Path(os.path.realpath(path)).as_posix()


def _git(folder: str, *words: str) -> str | None:
    """What git says in a folder; None where it says no."""
    try:
        ran = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)  # no shell
    except OSError as fault:
        raise WrongCommand(f"--changed-since needs git, which cannot be run: {fault.strerror}.") from fault
    return os.fsdecode(ran.stdout) if ran.returncode == 0 else None
