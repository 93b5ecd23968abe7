"""Knows what output needs from outside: the words of the rules, and a few choices. The words stand beside the rules."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from projektkort.finding import Finding, Result
from projektkort.frozen import Frozen


class Catalogue(Protocol):
    """The words of the rules, in any of the four languages."""

    def title(self, rule: str, language: str) -> str:
        """What the rule is about, in a few words."""
        ...

    def message(self, finding: Finding, language: str) -> str:
        """What is wrong: both facts, in whole sentences."""
        ...

    def help(self, finding: Finding, language: str) -> str:
        """What to do about it; empty where there is nothing to say."""
        ...

    def related(self, finding: Finding, index: int, language: str) -> str:
        """What stands at the related place `index` (from 0), in a few words; may be empty."""
        ...


class Options(Frozen):
    """What the reader of the output chose.

    `language` None: each document's own language, else English. `width` in columns; None: 80. `as_of` is the day
    that the check was made for.
    """

    language: str | None = None
    as_of: dt.date | None = None
    colour: bool = False
    width: int | None = None

    def language_for(self, result: Result) -> str:
        """The language that a file's findings are told in."""
        return self.language or result.language or "en"
