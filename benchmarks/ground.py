"""Knows how much is measured, and the folders that are measured on: each is made when a line of the table asks."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from corpus import link_corpus, write_corpus
from timing import PROJEKT, Command


class Desk(NamedTuple):
    """A folder to work in, and the numbers of files and of rounds.

    `starts` are rounds of single files, `rounds` of folders, `slow` of folders with a peer that takes a minute or more.
    """

    folder: Path
    files: int = 10_000
    many: int = 1_000_000
    starts: int = 21
    rounds: int = 7
    slow: int = 3

    @property
    def cache(self) -> Path:
        """The folder of our cache."""
        return self.folder / "cache"

    def changed(self, *, files: int | None, rounds: int | None) -> Desk:
        """The same with as many files of a folder, and rounds of everything, where they are told."""
        desk = self if files is None else self._replace(files=files)
        return desk if rounds is None else desk._replace(starts=rounds, rounds=rounds, slow=rounds)

    def corpus(self, form: str) -> Path:
        """A folder of applications in this form."""
        folder = self.folder / form
        if not folder.exists():
            write_corpus(folder, self.files, form)
        return folder

    def crowd(self, form: str) -> Path:
        """The same ones again and again, as hard links."""
        folder = self.folder / f"many-{form}"
        if not folder.exists():
            link_corpus(folder, self.many, self.corpus(form), self.files, form)
        return folder

    def projekt(self, form: str, *options: str) -> Command:
        """Our check of that folder."""
        return Command([PROJEKT, "validate", ".", *options], self.corpus(form))


def quick(folder: Path) -> Desk:
    """A desk for a first look: a tenth of the files, fewer rounds."""
    return Desk(folder, files=1_000, many=100_000, starts=11, rounds=3, slow=1)
