"""Knows a configuration file while it is read: where its values stand, what it names, what is wrong with it so far."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path as FilePath

from projektkort.config.faults import Fault, Known
from projektkort.config.places import Path, Places


class File:
    """A configuration file, as shown, in its real folder `root`; `known` is asked for names once there are any."""

    def __init__(self, shown: str, root: str, places: Places, known: Callable[[], Known]) -> None:
        self.shown, self.root, self._places, self._known = shown, root, places, known
        self.faults: list[Fault] = []

    @cached_property
    def known(self) -> Known:
        """The names that the rooms above know."""
        return self._known()

    def wrong(self, path: Path, message: str, *, key: bool = False) -> None:
        """Keeps what is wrong with a value, or with its key."""
        self.faults.append(Fault(self.shown, *self._places.at(path, key=key), message))

    def reach(self, name: str) -> str:
        """A path, told as from the file, as it is seen from the current folder."""
        return FilePath(os.path.relpath(FilePath(self.root, name))).as_posix()

    def there(self, name: str, path: Path) -> str:
        """The same for a file that must be there."""
        reached = self.reach(name)
        if not FilePath(reached).is_file():
            self.wrong(path, f"there is no file “{reached}”.")
        return reached
