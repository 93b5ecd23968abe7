"""Knows which files have changed since a revision, as git tells. That they are documents, others see."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from projektkort.cli.errors import WrongCommand
from projektkort.source import Found, is_remote
from projektkort.source.decode import STDIN


def changed(files: Iterable[Found], paths: Iterable[str], revision: str) -> Iterator[Found]:
    """Those of the files that are not as they were at the revision, and those that git does not know yet.

    Raises WrongCommand where git cannot tell.
    """
    if not revision or revision.startswith("-"):
        raise WrongCommand(f"--changed-since takes a revision such as main or HEAD~1, not “{revision}”.")
    roots = {_root(folder) for folder in {_folder(path) for path in paths}}
    names = {name for root in roots for name in _names(root, revision)}
    return (file for file in files if _real(file.path) in names)


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
    tracked = _git(root, "diff", "--name-only", "--no-ext-diff", "--no-renames", "-z", commit.strip(), "--")
    others = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if tracked is None or others is None:
        raise WrongCommand(f"git cannot tell what has changed in “{root}” since “{revision}”.")
    return (f"{root}/{name}" for name in f"{tracked}{others}".split("\0") if name)


def _real(path: str) -> str:
    """A path as git would tell it: the folder behind all links, the file itself as it is called."""
    folder, name = os.path.split(path)
    return f"{Path(os.path.realpath(folder)).as_posix().rstrip('/')}/{name}"


def _git(folder: str, *words: str) -> str | None:
    """What git says in a folder; None where it says no."""
    try:
        ran = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)  # no shell
    except OSError as fault:
        raise WrongCommand(f"--changed-since needs git, which cannot be run: {fault.strerror}.") from fault
    return os.fsdecode(ran.stdout) if ran.returncode == 0 else None
