"""Knows what patterns as in .gitignore say of a path, and what a configuration takes and leaves out with them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from projektkort.frozen import Frozen

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

KEPT = 256
"""Compiled lists of patterns: those of a few configurations, over a million files."""


@lru_cache(KEPT)
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns as git understands them; without those that mean nothing."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - loaded only where there are patterns

    return GitIgnoreSpec.from_lines(filter(is_pattern, patterns))


def is_pattern(line: str) -> bool:
    """Whether a line can mean a path: it is no comment, and nothing that git would not understand."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - as above

    try:
        return any(pattern.include is not None for pattern in GitIgnoreSpec.from_lines([line]).patterns)
    except (ValueError, LookupError, re.error):  # what it raises where git shrugs
        return False


def verdict(patterns: tuple[str, ...], relative: str) -> bool | None:
    """Whether patterns mean a path, as seen from their folder; None where they do not speak of it.

    The path of a folder ends with a slash. Of it the last pattern decides: pathspec, made for files, would let `*`
    win over `!*/`, and nothing below would be found.
    """
    spec = compiled(patterns)
    if relative.endswith("/"):
        return next((each.include for each in reversed(spec.patterns) if each.match_file(relative) is not None), None)
    return spec.check_file(relative).include


def seen_from(above: str, path: str) -> str:
    """A path below a folder, as it is seen from there; both are absolute, with slashes."""
    return path[len(above.rstrip("/")) + 1 :]


class Globs(Frozen):
    """What a configuration in the folder `root` takes of the files below it, and leaves out; empty `include`: all."""

    root: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def leave_out(self, path: str, *, folder: bool) -> bool:
        """Whether a path is left out; of a folder that is not, some files may be taken."""
        if path == self.root or not (self.include or self.exclude):
            return False
        relative = seen_from(self.root, path) + ("/" if folder else "")
        if verdict(self.exclude, relative):
            return True
        return bool(self.include) and not folder and not verdict(self.include, relative)


EVERYTHING = Globs()
"""Takes all and leaves nothing out."""
