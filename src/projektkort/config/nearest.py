"""Knows where configuration files stand: the nearest one holds for a file, alone. What it says, `reading` knows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from projektkort.config.faults import BrokenConfiguration, Fault, Known
from projektkort.config.model import EMPTY, Configuration, Settings
from projektkort.frozen import replace
from projektkort.source.decode import STDIN
from projektkort.source.globs import EVERYTHING, Globs

KEPT = 1024
"""Folders that are remembered: files come folder by folder."""
PLACES: Mapping[str, tuple[str, ...]] = {"projekt.toml": (), "pyproject.toml": ("tool", "projekt")}
"""The files that may hold a configuration, the first one first, and in which of their tables."""
TABLE = re.compile(r"""\btool\b["']?\s*(?:[]=]|\.\s*["']?projekt(?![\w-]))""")
"""Every spelling of such a table; a text without one need not be parsed."""
ROOT = ".git"
"""What the root of a repository has; nothing above it counts."""


class Configurations:
    """The configurations of one run. With `only`, that file holds for all, wherever they lie.

    `known` is asked for the names of rules where a file has any; it travels to other processes with this value.
    All methods raise BrokenConfiguration.
    """

    __slots__ = ("_at", "_known", "_only", "_own", "_run")

    def __init__(self, known: Callable[[], Known], only: str | None = None, run: bytes | None = None) -> None:
        self._known, self._only = known, only
        self._run = run or os.urandom(8)
        self._at = lru_cache(KEPT)(self._look)
        self._own = lru_cache(KEPT)(self._read)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self._known, self._only, self._run)

    def nearest(self, folder: str | os.PathLike[str]) -> Configuration:
        """What holds in a folder; EMPTY where there is no configuration."""
        return self._at(os.fspath(folder))[1]

    def of_run(self, paths: Iterable[str]) -> Configuration:
        """What holds for a run over these files and folders: the configuration of the folder that holds them all."""
        absolute = [os.path.abspath(path) for path in paths if path != STDIN]  # noqa: PTH100 - there may be 10,000
        try:
            common = Path(os.path.commonpath(absolute or [str(Path.cwd())]))
        except ValueError:  # on several drives
            common = Path.cwd()
        return self.nearest(common if common.is_dir() else common.parent)

    def globs(self, folder: str) -> Globs:
        """Which of the files in a folder are taken."""
        return self.nearest(folder).globs

    def for_file(self, path: str) -> Settings:
        """What holds for a file, by its path as shown."""
        folder, name = os.path.split(path)
        real, configuration = self._at(folder)
        return configuration.for_file(f"{real}/{name}") if configuration.folders else configuration.settings

    def _look(self, folder: str) -> tuple[str, Configuration]:
        """A folder behind all links, and what holds in it."""
        real = Path(os.path.realpath(folder))
        return real.as_posix(), self._above(real) if self._only is None else self._told(real, self._only)

    def _above(self, folder: Path) -> Configuration:
        """What the nearest file says, from the folder itself up to the root of its repository."""
        for above in (folder, *folder.parents):
            found = self._own(above)
            if found is not None:
                return found
            if (above / ROOT).exists():
                break
        return EMPTY

    def _told(self, folder: Path, file: str) -> Configuration:
        """What the file says that was named; its patterns mean nothing outside its own folder."""
        path = Path(os.path.realpath(file))
        told = self._own(path.parent, path.name)
        if told is None:
            raise _broken(
                path, "there is no table [tool.projekt] in it." if path.is_file() else "there is no such file."
            )
        return told if folder.is_relative_to(told.root) else replace(told, globs=EVERYTHING, folders=())

    def _read(self, folder: Path, only: str | None = None) -> Configuration | None:
        """What the files of a folder say, the first that says anything."""
        for name in PLACES if only is None else [only]:
            found = self._said(folder / name, PLACES.get(name, ()))
            if found is not None:
                return found
        return None

    def _said(self, file: Path, table: tuple[str, ...]) -> Configuration | None:
        text = _text(file)
        if text is None or (table and TABLE.search(text) is None):
            return None
        from projektkort.config.reading import configuration  # noqa: PLC0415 - loads tomllib, and few folders have one

        return configuration(text, shown(file), file.parent.as_posix(), table, self._known)


@lru_cache(2)
def _again(known: Callable[[], Known], only: str | None, run: bytes) -> Configurations:
    """Those of a run in another process: they travel with each of its tasks, and look once."""
    return Configurations(known, only, run)


def shown(file: Path) -> str:
    """A path as seen from the current folder."""
    return Path(os.path.relpath(file)).as_posix()


def _text(file: Path) -> str | None:
    """The text of a file; None where there is none."""
    try:
        return file.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as wrong:
        if not os.access(file.parent, os.X_OK):
            return None  # nothing in this folder can be read; of its documents that is told
        raise _broken(file, f"it cannot be read: {wrong.strerror}.") from wrong
    except UnicodeDecodeError as wrong:
        raise _broken(file, "it is no UTF-8. Save it as UTF-8.") from wrong


def _broken(file: Path, message: str) -> BrokenConfiguration:
    return BrokenConfiguration(shown(file), [Fault(shown(file), 1, 1, message)])
