"""Knows what it is when the command itself is wrong; the message goes to standard error, the exit code is 2."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: this module is imported before all others
if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 8  # names that are told one by one


class WrongCommand(Exception):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """The words of the command cannot be followed; the text says why and what would work."""


class Terminated(SystemExit):
    """The process was asked to end (SIGTERM), and does so as from any other exception: nothing of it stays behind."""


def unknown(what: str, given: str, known: Iterable[str], listed_by: str = "") -> WrongCommand:
    """Nobody knows a name: with the one that was probably meant, else all there are, or the command that lists them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    names = sorted(known)
    meant = get_close_matches(given.lower(), names, n=1)
    if meant:
        rest = f"Did you mean “{meant[0]}”?"
    else:
        rest = f"Known: {', '.join(names)}." if len(names) <= MOST else f"To see them all: {listed_by}"
    return WrongCommand(f"there is no {what} “{given}”. {rest}")
