"""Knows what a configuration says, as values; where it stands and what may be wrong with it, `reading` knows."""

from __future__ import annotations

from projektkort.frozen import Frozen
from projektkort.source.globs import EVERYTHING, Globs, seen_from, verdict


class Settings(Frozen):
    """What holds for one file. `schema` is an id, or a path as seen from the current folder, as `schemas` are.

    `levels` are the severities by rule, in order of their names.
    """

    schema: str | None = None
    schemas: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    publish: bool = False


class Folder(Frozen):
    """What is different for the files that a pattern means; None where nothing is said."""

    patterns: tuple[str, ...]
    schema: str | None = None
    levels: tuple[tuple[str, str], ...] = ()
    ignore: frozenset[str] = frozenset()
    publish: bool | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings of such a file, made of those of all."""
        return Settings(
            self.schema or settings.schema,
            settings.schemas,
            tuple(sorted((dict(settings.levels) | dict(self.levels)).items())),
            settings.select,
            settings.ignore | self.ignore,
            settings.publish if self.publish is None else self.publish,
        )


class Pool(Frozen):
    """What a round gives out: the amount as written, its currency, and the file in which the decisions stand."""

    amount: str | None = None
    currency: str | None = None
    decisions: str | None = None


class Configuration(Frozen):
    """All that one configuration file says. `path` is as shown, None where there is no file; `root` its real folder.

    None stands for what it says nothing about. `cache` may be a folder, `jobs` is "auto" or a number as text.
    """

    path: str | None = None
    root: str = ""
    globs: Globs = EVERYTHING
    settings: Settings = Settings()
    folders: tuple[Folder, ...] = ()
    fail_on: str | None = None
    lang: str | None = None
    cache: bool | str | None = None
    jobs: str | None = None
    excerpts: bool | None = None
    pool: Pool = Pool()

    def for_file(self, real: str) -> Settings:
        """What holds for a file below the root, by its real path; what is said later about a folder counts more."""
        settings = self.settings
        for folder in self.folders:
            if verdict(folder.patterns, seen_from(self.root, real)):
                settings = folder.over(settings)
        return settings


EMPTY = Configuration()
"""What holds where there is no configuration file."""
