"""Knows how the faults of a configuration file are told: each with its place, all at once, in English."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from projektkort.frozen import Frozen


class Known(Frozen):
    """The names that the rooms above know: of rules, of their subjects, and of the rules that are never off."""

    rules: Collection[str]
    subjects: Collection[str]
    firm: Collection[str] = ()


class Fault(Frozen):
    """One thing that is wrong: the file as shown, line and column from 1, what it is and what to do."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class BrokenConfiguration(Exception):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """A configuration file that cannot be used; `faults` are all that is wrong with it, in order of their places."""

    def __init__(self, path: str, faults: Sequence[Fault]) -> None:
        super().__init__(path, faults)
        self.path, self.faults = path, tuple(faults)

    def __str__(self) -> str:
        told = "".join(f"\n  {fault}" for fault in self.faults)
        return f"the configuration “{self.path}” cannot be used:{told}"


def unknown(what: str, given: str, known: Collection[str], listed_by: str = "") -> str:
    """That nobody knows a name: with the one that was probably meant, else all there are, or the command for that."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    meant = get_close_matches(given.casefold(), sorted(known), n=1)
    if meant:
        rest = f"Did you mean “{meant[0]}”?"
    else:
        rest = f"To see them all: {listed_by}" if listed_by else f"Known: {', '.join(sorted(known))}."
    return f"there is no {what} “{given}”. {rest}"
