"""Knows what a folder holds, in natural order, and which of it can be read. Which folders to walk, `find` decides."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from projektkort.frozen import Frozen
from projektkort.source.ignore import Ignore

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
_LOCK_FILE = re.compile(r"~\$|\.~lock\.")


class Found(Frozen):
    """A file: its path as shown, whether it was given by its own name, and why it is not read, if it is not.

    `skipped` is a key: "word", "pdf", "excel", "image", "lock-file", "unreadable" (a folder that may not be opened,
    a link to nothing), "folder-not-entered" (a hidden one, or of a tool, that holds texts) or "other".
    """

    path: str
    named: bool = False
    skipped: str | None = None


def reason_to_skip(name: str) -> str | None:
    """Why a file with this name is not read; None where it is."""
    ending = PurePosixPath(name).suffix.lower()
    if _LOCK_FILE.match(name):
        return "lock-file"
    return None if ending in READABLE else _REASONS.get(ending, "other")


def _holds_text(folder: str) -> bool:
    """Whether anything below a folder has the ending of a document."""
    return any(reason_to_skip(name) is None for _, _, names in os.walk(folder) for name in names)


def natural(path: str) -> tuple[tuple[object, ...], str]:
    """A key to sort paths by: 2 before 10, letters whatever their case, and the path itself where all else is alike."""
    return tuple(_natural_name(name) for name in path.split("/")), path


def _natural_name(name: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.findall(r"([0-9]+)|([^0-9]+)", name.casefold())
    return tuple((0, len(n.lstrip("0")), n.lstrip("0")) if n else (1, 0, text) for n, text in pieces)


class Walk:
    """One walk through folders; it remembers which folders it has entered, by whatever name, and enters none twice.

    `wanted` is asked about each path as shown and whether it is a folder; what it refuses is passed over.
    """

    __slots__ = ("_entered", "base", "wanted")

    def __init__(self, base: Path, wanted: Callable[[str, bool], bool] = lambda path, folder: True) -> None:
        self.base = base
        self.wanted = wanted
        self._entered: set[str] = set()

    def folder(self, shown: str, ignore: Ignore | None = None) -> Iterator[Found]:
        """All files below a folder, one folder's names in memory at a time."""
        path = self.base / shown
        real = Path(os.path.realpath(path))
        if str(real) in self._entered:
            return
        self._entered.add(str(real))
        ignore = (Ignore.above(real) if ignore is None else ignore).within(real)
        try:
            with os.scandir(path) as scan:
                entries = sorted(scan, key=lambda entry: natural(entry.name))
        except OSError:
            yield Found(shown, skipped="unreadable")
            return
        prefix = "" if shown == "." else shown.rstrip("/") + "/"
        for entry in entries:
            yield from self._entry(entry, prefix + entry.name, real, ignore)

    def _entry(self, entry: os.DirEntry[str], shown: str, above: Path, ignore: Ignore) -> Iterator[Found]:
        folder = entry.is_dir()
        if not self.wanted(shown, folder) or ignore.covers(above / entry.name, folder=folder):
            return
        if folder:
            if entry.name.startswith(".") or entry.name in _NOT_ENTERED:
                if entry.name != _GIT and _holds_text(entry.path):
                    yield Found(shown, skipped="folder-not-entered")
            else:
                # Through a link lies another folder: the .gitignore files of this one say nothing about it.
                yield from self.folder(shown, None if entry.is_symlink() else ignore)
        elif entry.is_file():
            reason = reason_to_skip(entry.name)
            if not entry.name.startswith(".") or reason == "lock-file":
                yield Found(shown, skipped=reason)
            elif reason != "other":  # hidden, but of a kind that people write; all else is the system's own
                yield Found(shown, skipped="other")
        else:
            yield Found(shown, skipped="unreadable" if entry.is_symlink() else "other")
