"""Knows the files that have a URL, such as s3://bucket/folder: which there are, and their bytes. fsspec reaches them.

Which of them are documents, `walk` decides by their names, as for all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from projektkort.source.walk import Found, by_name, is_entered, natural, reason_to_skip

Value = TypeVar("Value")

_URL = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")  # a single letter would be a drive of Windows
_MAGIC = re.compile(r"[*?\[]")


class Unreachable(OSError):  # noqa: N818 - says what it is, as the other exceptions of the house
    """A store that cannot be asked at all; the text says why, and what would help."""


def is_remote(path: str) -> bool:
    """Whether a path is a URL."""
    return "://" in path and _URL.match(path) is not None


def tidy(url: str) -> str:
    """The URL without slashes at its end."""
    scheme, mark, rest = url.partition("://")
    return scheme.lower() + mark + rest.rstrip("/")


def kind_of(url: str) -> str | None:
    """What fsspec says that stands there, such as "file" or "directory"; None for nothing. Raises Unreachable."""
    try:
        with _blamed(url):
            store, path = _opened(url)
            return str(store.info(path)["type"])
    except FileNotFoundError:
        return None
    except Unreachable:
        raise
    except OSError as fault:
        raise _unreachable(url, fault) from fault


def content(url: str, most: int) -> bytes:
    """So many bytes of a file, or all it has. Raises OSError, whatever goes wrong."""
    with _blamed(url):
        store, path = _opened(url)
        try:
            return bytes(store.cat_file(path, start=0, end=most))  # one question; to open a file would be two
        except OSError:
            if store.info(path)["size"] != 0:
                raise
            return b""  # of an empty file some stores give no part


def together(read: Callable[[Found], Value], files: Sequence[Found]) -> list[Value]:
    """What is read of each file; a store is asked for all at once, since each question takes its time on the way."""
    if not any(is_remote(file.path) for file in files):
        return [read(file) for file in files]
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - files of this machine need no threads

    with ThreadPoolExecutor(len(files)) as threads:
        return list(threads.map(read, files))


def split_glob(url: str) -> tuple[str, tuple[str, ...]]:
    """The folder in which a glob begins, and the parts of its pattern; none where it is no glob."""
    magic = _MAGIC.search(url)
    folder = url[: magic.start()].rpartition("/")[0] if magic else url
    return folder, tuple(url[len(folder) + 1 :].split("/")) if magic else ()


class RemoteWalk:
    """One walk through folders of stores, as `Walk` is one through those of this machine; there are no ignore files."""

    __slots__ = ("_entered", "_wanted")

    def __init__(self, wanted: Callable[[str, bool], bool] | None = None) -> None:
        self._wanted = wanted
        self._entered: set[str] = set()

    def folder(self, url: str) -> Iterator[Found]:
        """All files below a folder; in memory are the names in one folder, and in those on the way to it."""
        if url in self._entered:
            return
        self._entered.add(url)
        try:
            names = _listed(url)
        except OSError:
            yield Found(url)
            return
        for name, kind in names:
            shown = f"{url}/{name}" if not url.endswith("/") else url + name
            if self._wanted is None or self._wanted(shown, kind == "directory"):
                yield from self._below(shown, name) if kind == "directory" else _file(shown, name, kind)

    def has_entered(self, url: str) -> bool:
        """Whether this walk went into a folder."""
        return url in self._entered

    def _below(self, url: str, name: str) -> Iterator[Found]:
        if is_entered(name):
            yield from self.folder(url)
        elif name != ".git" and _holds_text(url):
            yield Found(url, skipped="folder-not-entered")


def _file(shown: str, name: str, kind: str) -> Iterator[Found]:
    return by_name(shown, name) if kind == "file" else iter([Found(shown, skipped="other")])


def _listed(url: str) -> list[tuple[str, str]]:
    """The names in a folder and what they are, in natural order."""
    with _blamed(url):
        store, path = _opened(url)
        listed = store.ls(path, detail=True)
        # Some stores keep a mark of the folder in it.
        own = path.rstrip("/")
        entries = [(_name(each["name"]), str(each["type"])) for each in listed if each["name"].rstrip("/") != own]
        store.invalidate_cache()  # what it keeps of a million files is not asked again
    return sorted(entries, key=lambda entry: natural(entry[0]))


def _holds_text(url: str) -> bool:
    """Whether anything below a folder has the ending of a document."""
    with _blamed(url):
        store, path = _opened(url)
        return any(reason_to_skip(name) is None for _, _, names in store.walk(path) for name in names)


def _name(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _opened(url: str) -> tuple[Any, str]:
    """The store of a URL, and what the URL is called in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra, which few have
    except ImportError as missing:
        raise Unreachable(f"“{url}” needs the extra “remote”: pip install 'projektkort[remote]'") from missing
    store, path = url_to_fs(url)
    return store, path


@contextmanager
def _blamed(url: str) -> Iterator[None]:
    """Makes an OSError of whatever a store raises: each has its own ways."""
    try:
        yield
    except OSError:
        raise
    except ImportError as missing:
        raise Unreachable(f"“{url}” needs another package: {missing}") from missing
    except Exception as fault:  # every kind of store raises its own
        raise _unreachable(url, fault) from fault


def _unreachable(url: str, fault: Exception) -> Unreachable:
    return Unreachable(f"“{url}” cannot be reached: {fault}")
