"""Knows the few words of output itself, in four languages; the words of the rules stand beside the rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from projektkort.locale import Phrases
from projektkort.span import Where


@cache
def _phrases() -> Phrases:
    return Phrases(Path(__file__).with_suffix(".yaml"))


def say(key: str, language: str, **values: str) -> str:
    """The phrase in a language."""
    return _phrases().say(key, language, **values)


def counted(key: str, number: int | None, language: str) -> str:
    """A number and its noun: "1 file", "4 files"; None gives the noun alone.

    The nouns are written `one|many`; KeyError where nobody wrote one.
    """
    one, _, many = say(key, language).partition("|")
    if number is None:
        return one
    return f"{number} {one if number == 1 else many}"


def told(where: Where, language: str) -> str:
    """A paragraph, or a cell by its table, row and column: "table 2, row 5, column B"."""
    if where.table:
        return say("cell", language, table=str(where.table), row=str(where.row), column=where.column)
    return say("paragraph", language, number=str(where.paragraph))


def reason(key: str, number: int | None, language: str) -> str:
    """Why files were left out: what they are; a reason that there is no phrase for is another kind of file."""
    try:
        return counted(f"reason-{key}", number, language)
    except KeyError:
        return counted("reason-other", number, language)
