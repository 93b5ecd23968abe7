"""Knows what is left out of a folder: by .gitignore and .projektignore, its own and those above, and by configuration.

Walking is left to `walk`, what a pattern means to `globs`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from projektkort.frozen import Frozen, replace
from projektkort.source.globs import EVERYTHING, Globs, seen_from, verdict

Configured = Callable[[str], Globs]
"""What the configuration of a folder, given by its real path, says of the files in it."""

_FILES = (".gitignore", ".projektignore")
"""In one folder the latter has the last word."""


def unconfigured(_: str) -> Globs:
    """There is no configuration."""
    return EVERYTHING


class Ignore(Frozen):
    """What holds in a folder. `specs` are its ignore files and those above it, the nearest first, each with its folder.

    `lifted` is a configuration that does not count, because it leaves out the folder that was named itself.
    """

    configured: Configured = unconfigured
    specs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    globs: Globs = EVERYTHING
    lifted: Globs = EVERYTHING

    @staticmethod
    def above(folder: str, configured: Configured) -> Ignore:
        """What the folders above say, up to the repository's root; outside a repository only the configuration does."""
        above = [Path(folder), *Path(folder).parents]
        root = next((number for number, parent in enumerate(above) if (parent / ".git").exists()), 0)
        ignore = Ignore(configured)
        for parent in reversed(above[1 : root + 1]):
            ignore = ignore._with_files(parent.as_posix())
        return replace(ignore, globs=configured(folder))

    def but_for(self, folder: str) -> Ignore:
        """The same for a folder that was named: what leaves out the folder itself says nothing about what it holds."""
        specs = () if self._ignored(folder, folder=True) else self.specs
        lifted = self.globs if self.globs.leave_out(folder, folder=True) else EVERYTHING
        return replace(self, specs=specs, lifted=lifted)

    def within(self, folder: str) -> Ignore:
        """What holds inside a folder below: the same, its own ignore files, and the configuration nearest to it."""
        ignore, globs = self._with_files(folder), self.configured(folder)
        globs = EVERYTHING if globs == self.lifted else globs
        return ignore if globs == ignore.globs else replace(ignore, globs=globs)

    def leaves_out(self, path: str, *, folder: bool) -> bool:
        """Whether a path directly inside the folder is left out."""
        return self.globs.leave_out(path, folder=folder) or self._ignored(path, folder=folder)

    def _with_files(self, folder: str) -> Ignore:
        lines = tuple(line for name in _FILES for line in _lines(Path(folder, name)))
        return replace(self, specs=((folder, lines), *self.specs)) if lines else self

    def _ignored(self, path: str, *, folder: bool) -> bool:
        """The nearest file that speaks of a path decides."""
        for above, lines in self.specs:
            said = verdict(lines, seen_from(above, path) + ("/" if folder else ""))
            if said is not None:
                return said
        return False


def _lines(file: Path) -> list[str]:
    """The lines of a file; none where it cannot be read."""
    try:
        return file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
