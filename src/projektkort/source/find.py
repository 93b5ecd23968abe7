"""Knows which files the paths of a command mean: files, folders, globs, standard input. Folders are read by `walk`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from fnmatch import fnmatch
from functools import cache, partial
from pathlib import Path

from projektkort.source.decode import STDIN
from projektkort.source.ignore import Configured, Ignore, unconfigured
from projektkort.source.remote import RemoteWalk, is_remote, kind_of, split_glob, tidy
from projektkort.source.walk import Found, Walk, natural, real, reason_to_skip

__all__ = ["Found", "MissingPath", "find"]

_MAGIC = frozenset("*?[")


class MissingPath(Exception):  # noqa: N818 - says what it is; it names a wrong command, no error of ours
    """A path, or a glob, that nothing answers to; `suggestions` are paths there are that resemble it."""

    def __init__(self, path: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(path)
        self.path = path
        self.suggestions = suggestions


def find(
    paths: Iterable[str],
    *,
    base: Path | None = None,
    configured: Configured = unconfigured,
    forced: bool = False,
) -> Iterator[Found]:
    """The files that the paths mean, each once, sorted; one that is named keeps that, wherever it turns up.

    Paths are relative to `base` (the current folder). Raises MissingPath at once, before anything is yielded;
    the files themselves are found while they are asked for. What is left out, by ignore files and by what
    `configured` says of a folder, is found all the same where it is named; with `forced` a file that is named is no
    more than one that a folder holds.
    """
    base = base or Path()
    each_once = sorted({_tidy(path) for path in paths}, key=natural)
    wanted = [(path, _meaning(os.path.join(base, path), path)) for path in each_once]  # noqa: PTH118 - may be 10,000
    for path, meaning in wanted:
        if meaning is _Meaning.GLOB and not _is_answered(path, base):
            raise MissingPath(path, _suggestions(path, base))
    return _Search(base, configured, forced=forced).files(wanted)


def _tidy(path: str) -> str:
    """The path in the one way that it is written."""
    if path == STDIN:
        return path
    return tidy(path) if is_remote(path) else Path(path).as_posix()


class _Meaning(Enum):
    STDIN, FOLDER, FILE, GLOB = range(4)


def _meaning(full: str, path: str) -> _Meaning:
    """What a path means where nothing else is said; what is not there may be a glob."""
    if path == STDIN:
        return _Meaning.STDIN
    if is_remote(path):
        kind = kind_of(path)
        return _Meaning.GLOB if kind is None else _Meaning.FOLDER if kind == "directory" else _Meaning.FILE
    if os.path.isdir(full):  # noqa: PTH112 - the path is a text already
        return _Meaning.FOLDER
    return _Meaning.FILE if os.path.lexists(full) else _Meaning.GLOB


class _Search:
    """One search: what was named, and which of the files found so far could turn up again.

    Of what folders hold, however much it is, nothing is remembered: the walk knows which folders it went into.
    """

    __slots__ = ("_base", "_forced", "_holds", "_named", "_remote_walk", "_seen", "_walk", "_walks")

    def __init__(self, base: Path, configured: Configured, *, forced: bool) -> None:
        self._base, self._forced = base, forced
        self._walks = partial(Walk, base, configured, forced=forced)
        self._walk, self._remote_walk = self._walks(), RemoteWalk()
        self._holds = cache(partial(_holds, configured))
        self._named: set[str] = set()
        self._seen: set[str] = set()

    def files(self, wanted: list[tuple[str, _Meaning]]) -> Iterator[Found]:
        """The files that the paths mean; those that are named are known beforehand, so that a walk can tell them."""
        if not self._forced:
            self._named = {self._absolute(path) for path, meaning in wanted if meaning is _Meaning.FILE}
        for path, meaning in wanted:
            if meaning is _Meaning.STDIN:
                yield Found(path, named=True)
            elif meaning is _Meaning.FOLDER:
                yield from self._in_folder(path)
            elif meaning is _Meaning.FILE:
                yield from self._by_name(path)
            else:
                yield from self._by_glob(path)

    def _in_folder(self, path: str) -> Iterator[Found]:
        walked = (self._remote_walk if is_remote(path) else self._walk).folder(path)
        return self._fresh(walked) if self._named or self._seen else walked

    def _fresh(self, walked: Iterator[Found]) -> Iterator[Found]:
        """Those files that did not turn up before, the named ones as such."""
        for found in walked:
            absolute = self._absolute(found.path)
            if absolute not in self._seen:
                yield self._kept(found.path, absolute) if absolute in self._named else found

    def _by_name(self, path: str) -> Iterator[Found]:
        """A file that is named is read, whatever its ending: that nothing could be checked must be a finding."""
        absolute = self._absolute(path)
        if absolute in self._seen:
            return
        if not self._forced:
            yield self._kept(path, absolute)
        elif not self._was_walked(absolute) and not self._is_left_out(absolute):
            self._seen.add(absolute)
            yield Found(path, skipped=reason_to_skip(os.path.basename(path)))  # noqa: PTH119 - as above

    def _by_glob(self, pattern: str) -> Iterator[Found]:
        for found in self._fresh(_matches(pattern, self._base, self._walks)):
            absolute = self._absolute(found.path)
            if not self._was_walked(absolute):
                self._seen.add(absolute)
                yield found

    def _kept(self, path: str, absolute: str) -> Found:
        self._seen.add(absolute)
        return Found(path, named=True)

    def _was_walked(self, absolute: str) -> bool:
        walk = self._remote_walk if is_remote(absolute) else self._walk
        return walk.has_entered(os.path.dirname(absolute))  # noqa: PTH120 - the path is a text already

    def _is_left_out(self, absolute: str) -> bool:
        """Whether a walk would pass over a file; what its folder is called does not count."""
        if is_remote(absolute):
            return False
        folder, name = os.path.split(absolute)
        ignore, within = self._holds(folder)
        return ignore.leaves_out(f"{within}/{name}", folder=False)

    def _absolute(self, path: str) -> str:
        if is_remote(path):
            return path
        return os.path.abspath(os.path.join(self._base, path))  # noqa: PTH100, PTH118 - `..` away, links kept


def _holds(configured: Configured, folder: str) -> tuple[Ignore, str]:
    """What is left out inside a folder, and which folder that is behind all links."""
    folder = real(folder)
    return Ignore.above(folder, configured).within(folder), folder


def _is_answered(pattern: str, base: Path) -> bool:
    return next(_matches(pattern, base, partial(Walk, base)), None) is not None


def _matches(pattern: str, base: Path, walks: Callable[..., Walk]) -> Iterator[Found]:
    """The files that a glob means, and all below the folders that it means; nothing where it is no glob."""
    if is_remote(pattern):
        return _remote_matches(pattern)
    parts = Path(pattern).parts
    fixed = next((number for number, part in enumerate(parts) if _MAGIC.intersection(part)), None)
    if fixed is None:
        return iter(())
    root = Path(*parts[:fixed])

    def wanted(shown: str, folder: bool) -> bool:
        return _match(parts[fixed:], tuple(shown.split("/")[fixed:]), folder)

    return walks(wanted=wanted).folder(root.as_posix()) if (base / root).is_dir() else iter(())


def _remote_matches(pattern: str) -> Iterator[Found]:
    folder, names = split_glob(pattern)

    def wanted(shown: str, is_folder: bool) -> bool:
        return _match(names, tuple(shown[len(folder) + 1 :].split("/")), is_folder)

    return RemoteWalk(wanted).folder(folder) if names and kind_of(folder) == "directory" else iter(())


def _match(pattern: tuple[str, ...], parts: tuple[str, ...], folder: bool) -> bool:
    """Whether a path matches a glob or lies below a folder that does; for a folder also whether it may hold a match."""
    if not pattern or not parts:
        return folder or not pattern
    if pattern[0] == "**":
        return _match(pattern[1:], parts, folder) or _match(pattern, parts[1:], folder)
    return fnmatch(parts[0], pattern[0]) and _match(pattern[1:], parts[1:], folder)


def _suggestions(path: str, base: Path) -> tuple[str, ...]:
    """Paths that differ from this one in the first of its names that does not exist, and are there."""
    if is_remote(path):
        return ()
    parts = Path(path).parts
    missing = next((n for n in range(len(parts)) if not (base / Path(*parts[: n + 1])).exists()), len(parts) - 1)
    above = Path(*parts[:missing])
    try:
        names = {name.casefold(): name for name in sorted(os.listdir(base / above))}  # noqa: PTH208 - names alone
    except OSError:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415 - only when a file is missing

    close = get_close_matches(parts[missing].casefold(), names, n=3)
    candidates = [above.joinpath(names[name], *parts[missing + 1 :]) for name in close]
    return tuple(candidate.as_posix() for candidate in candidates if (base / candidate).exists())
