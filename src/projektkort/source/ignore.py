"""Knows what the .gitignore files of a folder, and of the folders above it, leave out. Walking is left to `walk`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from projektkort.frozen import Frozen

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILE = ".gitignore"


class Ignore(Frozen):
    """The .gitignore files that hold in a folder, the nearest first."""

    specs: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    @staticmethod
    def above(folder: Path) -> Ignore:
        """What the folders above say, up to the repository's root; nothing outside a repository.

        A folder that is itself ignored, but was named, is read as if it were not.
        """
        folder = folder.resolve()
        above = [folder, *folder.parents]
        root = next((number for number, parent in enumerate(above) if (parent / ".git").exists()), 0)
        ignore = Ignore()
        for parent in reversed(above[1 : root + 1]):
            ignore = ignore.within(parent)
        return Ignore() if ignore.covers(folder, folder=True) else ignore

    def within(self, folder: Path) -> Ignore:
        """The same with the folder's own .gitignore, if it has one that can be read."""
        try:
            lines = (folder / _FILE).read_text("utf-8", "replace").splitlines()
        except OSError:
            return self
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - loaded only where there is a .gitignore

        return Ignore(((folder, GitIgnoreSpec.from_lines(lines)), *self.specs))

    def covers(self, path: Path, *, folder: bool) -> bool:
        """Whether a path is ignored: the nearest file that speaks of it decides."""
        for above, spec in self.specs:
            relative = path.relative_to(above).as_posix() + ("/" if folder else "")
            verdict = spec.check_file(relative).include
            if verdict is not None:
                return verdict
        return False
