"""Knows which files the paths of a command mean: files, folders, globs, standard input. Folders are read by `walk`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from projektkort.source.decode import STDIN
from projektkort.source.walk import Found, Walk, natural

__all__ = ["Found", "MissingPath", "find"]

_MAGIC = frozenset("*?[")


class MissingPath(Exception):  # noqa: N818 - says what it is; it names a wrong command, no error of ours
    """A path, or a glob, that nothing answers to; `suggestions` are paths there are that resemble it."""

    def __init__(self, path: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(path)
        self.path = path
        self.suggestions = suggestions


def find(paths: Iterable[str], *, base: Path | None = None) -> Iterator[Found]:
    """The files that the paths mean, each once, sorted; one that is named keeps that, wherever it turns up.

    Paths are relative to `base` (the current folder). Raises MissingPath at once, before anything is yielded;
    the files themselves are found while they are asked for.
    """
    base = base or Path()
    wanted = sorted({path if path == STDIN else Path(path).as_posix() for path in paths}, key=natural)
    for path in wanted:
        if path != STDIN and not os.path.lexists(base / path) and next(_matches(path, base), None) is None:
            raise MissingPath(path, _suggestions(path, base))
    return _find(wanted, base)


def _find(wanted: list[str], base: Path) -> Iterator[Found]:
    """Files that are named are known beforehand, so that a walk that comes upon one can say so."""
    named = {_absolute(base, path) for path in wanted if path != STDIN and not (base / path).is_dir()}
    walk = Walk(base)
    yielded: set[str] = set()
    for path in wanted:
        for found in _one(path, base, walk):
            if len(wanted) > 1:  # of a single folder, however large, nothing need be remembered
                absolute = _absolute(base, found.path)
                if absolute in yielded:
                    continue
                yielded.add(absolute)
                found = _named(found) if absolute in named else found  # noqa: PLW2901 - the same file, better known
            yield found


def _one(path: str, base: Path, walk: Walk) -> Iterator[Found]:
    if path == STDIN:
        yield Found(path, named=True)
    elif (base / path).is_dir():
        yield from walk.folder(path)
    elif os.path.lexists(base / path):
        yield _named(Found(path))
    else:
        yield from _matches(path, base)


def _named(found: Found) -> Found:
    """A file that is named is read, whatever its ending: that nothing could be checked must be a finding."""
    return Found(found.path, named=True)


def _absolute(base: Path, path: str) -> str:
    return path if path == STDIN else os.path.abspath(base / path)  # noqa: PTH100 - `..` away, links kept


def _matches(pattern: str, base: Path) -> Iterator[Found]:
    """The files that a glob means, and all below the folders that it means; nothing where it is no glob."""
    parts = Path(pattern).parts
    fixed = next((number for number, part in enumerate(parts) if _MAGIC.intersection(part)), None)
    if fixed is None:
        return iter(())
    root = Path(*parts[:fixed])

    def wanted(shown: str, folder: bool) -> bool:
        return _match(parts[fixed:], Path(shown).relative_to(root).parts, folder)

    return Walk(base, wanted).folder(root.as_posix()) if (base / root).is_dir() else iter(())


def _match(pattern: tuple[str, ...], parts: tuple[str, ...], folder: bool) -> bool:
    """Whether a path matches a glob or lies below a folder that does; for a folder also whether it may hold a match."""
    if not pattern or not parts:
        return folder or not pattern
    if pattern[0] == "**":
        return _match(pattern[1:], parts, folder) or _match(pattern, parts[1:], folder)
    return fnmatch(parts[0], pattern[0]) and _match(pattern[1:], parts[1:], folder)


def _suggestions(path: str, base: Path) -> tuple[str, ...]:
    """Paths that differ from this one in the first of its names that does not exist, and are there."""
    parts = Path(path).parts
    missing = next((n for n in range(len(parts)) if not (base / Path(*parts[: n + 1])).exists()), len(parts) - 1)
    above = Path(*parts[:missing])
    try:
        names = {name.casefold(): name for name in sorted(os.listdir(base / above))}  # noqa: PTH208 - names alone
    except OSError:
        return ()
    close = difflib.get_close_matches(parts[missing].casefold(), names, n=3)
    candidates = [above.joinpath(names[name], *parts[missing + 1 :]) for name in close]
    return tuple(candidate.as_posix() for candidate in candidates if (base / candidate).exists())
