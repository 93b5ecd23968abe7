"""Knows what a folder holds, in natural order, and which of it can be read. Which folders to walk, `find` decides."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from projektkort.frozen import Frozen
from projektkort.source.ignore import Configured, Ignore, unconfigured

READABLE = frozenset({".yaml", ".yml", ".md", ".markdown", ".txt", ".docx", ".docm", ".odt"})
_UNREADABLE = {
    "word": (".doc", ".dot", ".dotx", ".ott", ".rtf", ".pages"),
    "pdf": (".pdf",),
    "excel": (".xls", ".xlsx", ".xlsm", ".ods", ".numbers"),
    "image": (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"),
}
_REASONS = {ending: reason for reason, endings in _UNREADABLE.items() for ending in endings}
_NOT_ENTERED = frozenset({"node_modules", "__pycache__", "venv"})
_GIT = ".git"
_LOCK_FILES = ("~$", ".~lock.")

_FILE, _FOLDER, _LINKED_FOLDER, _BROKEN_LINK, _OTHER = range(5)
_FOLDERS = (_FOLDER, _LINKED_FOLDER)


class Found(Frozen):
    """A file: its path as shown, whether it was given by its own name, and why it is not read, if it is not.

    `skipped` is a key: "word", "pdf", "excel", "image", "lock-file", "folder-not-entered" (a hidden one, or of a tool,
    that holds texts) or "other". A folder that may not be opened is found as if it were a file: reading it tells why.
    """

    path: str
    named: bool = False
    skipped: str | None = None


class _Below(Frozen):
    """A folder that is to be entered next, with what holds on the way to it; None where a walk begins, or a link."""

    shown: str
    ignore: Ignore | None = None


def reason_to_skip(name: str) -> str | None:
    """Why a file with this name is not read; None where it is."""
    stem, _, ending = name.rpartition(".")
    ending = f".{ending.lower()}" if stem else ""
    if name.startswith(_LOCK_FILES):
        return "lock-file"
    return None if ending in READABLE else _REASONS.get(ending, "other")


def is_entered(name: str) -> bool:
    """Whether a folder with this name is entered where a walk comes by it."""
    return not name.startswith(".") and name not in _NOT_ENTERED


def _holds_text(folder: Path) -> bool:
    """Whether anything below a folder has the ending of a document."""
    return any(reason_to_skip(name) is None for _, _, names in os.walk(folder) for name in names)


def natural(path: str) -> tuple[tuple[str, ...], str]:
    """A key to sort paths by: 2 before 10, letters whatever their case, and the path itself where all else is alike."""
    return tuple(_natural_name(name) for name in path.split("/")), path


def _natural_name(name: str) -> str:
    """A text that sorts as people do: a number stands behind its own length, and before any letter."""
    return re.sub("[0-9]+", _number, name.casefold())


def _number(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0")
    return f"\0{chr(len(digits))}{digits}"


class Walk:
    """One walk through folders; it remembers which folders it has entered, by whatever name, and enters none twice.

    `wanted` is asked about each path as shown and whether it is a folder; what it refuses is passed over. With
    `forced`, a folder that is left out is not walked though it was named.
    """

    __slots__ = ("_configured", "_entered", "_forced", "base", "wanted")

    def __init__(
        self,
        base: Path,
        configured: Configured = unconfigured,
        wanted: Callable[[str, bool], bool] | None = None,
        *,
        forced: bool = False,
    ) -> None:
        self.base, self.wanted = base, wanted
        self._configured, self._forced = configured, forced
        self._entered: set[str] = set()

    def folder(self, shown: str) -> Iterator[Found]:
        """All files below a folder; in memory are the names in one folder, and in those on the way to it."""
        under_way = [self._entries(_Below(shown))]
        while under_way:
            found = next(under_way[-1], None)
            if found is None:
                under_way.pop()
            elif isinstance(found, _Below):
                under_way.append(self._entries(found))
            else:
                yield found

    def has_entered(self, folder: str) -> bool:
        """Whether this walk went into a folder, by whatever name."""
        return bool(self._entered) and real(folder) in self._entered

    def _entries(self, below: _Below) -> Iterator[Found | _Below]:
        """The files of a folder, and in their places those of its folders that are to be entered."""
        path = self.base / below.shown
        here = real(path)
        above = below.ignore or self._begun(here)
        if here in self._entered or above is None:
            return
        self._entered.add(here)
        try:
            names, odd = _listed(path)
        except OSError:
            yield Found(below.shown)  # whoever reads it is told why that cannot be: any number of files may lie there
            return
        ignore, prefix = above.within(here), "" if below.shown == "." else below.shown.rstrip("/") + "/"
        for name in names:
            kind = odd.get(name, _FILE)
            folder, shown = kind in _FOLDERS, prefix + name
            if self._takes(shown, f"{here}/{name}", ignore, folder=folder):
                yield from _below(shown, path / name, kind, ignore) if folder else _file(shown, name, kind)

    def _begun(self, folder: str) -> Ignore | None:
        """What is left out of a folder that was named, or that a link leads to; None where that is the folder."""
        ignore = Ignore.above(folder, self._configured)
        if not self._forced:
            return ignore.but_for(folder)
        return None if ignore.leaves_out(folder, folder=True) else ignore

    def _takes(self, shown: str, path: str, ignore: Ignore, *, folder: bool) -> bool:
        if self.wanted is not None and not self.wanted(shown, folder):
            return False
        return not ignore.leaves_out(path, folder=folder)


def real(path: str | Path) -> str:
    """The absolute path behind all links, with slashes."""
    return Path(os.path.realpath(path)).as_posix()


def _listed(folder: Path) -> tuple[list[str], dict[str, int]]:
    """The names in a folder in natural order, and what those are that are no ordinary files."""
    names, odd = [], {}
    with os.scandir(folder) as scan:
        for entry in scan:
            names.append(entry.name)
            if not entry.is_file(follow_symlinks=False) and (kind := _kind(entry)) != _FILE:
                odd[entry.name] = kind
    names.sort()
    names.sort(key=_natural_name)
    return names, odd


def _kind(entry: os.DirEntry[str]) -> int:
    if not entry.is_symlink():
        return _FOLDER if entry.is_dir() else _OTHER
    # A link that leads to itself is an error to `entry`.
    if os.path.isdir(entry.path):  # noqa: PTH112 - the path is a text already
        return _LINKED_FOLDER
    return _FILE if os.path.isfile(entry.path) else _BROKEN_LINK  # noqa: PTH113 - as above


def _below(shown: str, path: Path, kind: int, ignore: Ignore) -> Iterator[Found | _Below]:
    """A folder inside another: it is to be entered, or named where it is not and holds texts."""
    if is_entered(path.name):
        # Through a link lies another folder: the .gitignore files of this one say nothing about it.
        yield _Below(shown, None if kind == _LINKED_FOLDER else ignore)
    elif path.name != _GIT and _holds_text(path):
        yield Found(shown, skipped="folder-not-entered")


def _file(shown: str, name: str, kind: int) -> Iterator[Found]:
    if kind in {_FILE, _BROKEN_LINK}:  # where a link leads to nothing, whoever reads it is told
        yield from by_name(shown, name)
    else:
        yield Found(shown, skipped="other")


def by_name(shown: str, name: str) -> Iterator[Found]:
    """A file inside a folder, as its name tells; nothing for those that are the system's own."""
    reason = reason_to_skip(name)
    if not name.startswith(".") or reason == "lock-file":
        yield Found(shown, skipped=reason)
    elif reason != "other":  # hidden, but of a kind that people write; all else is the system's own
        yield Found(shown, skipped="other")
