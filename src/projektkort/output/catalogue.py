"""Knows what output needs from outside: the words of the rules, and a few choices. The words stand beside the rules."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from projektkort.finding import Finding, Result, Severity, SpanFix
from projektkort.frozen import Frozen


class Catalogue(Protocol):
    """The words of the rules, in any of the four languages."""

    def title(self, rule: str, language: str) -> str:
        """What the rule is about, in a few words."""
        ...

    def why(self, rule: str, language: str) -> str:
        """Why it matters."""
        ...

    def severity(self, rule: str) -> Severity:
        """How grave a rule's findings are where nobody says otherwise."""
        ...

    def examples(self, rule: str) -> tuple[str, str]:
        """An example that is right, and one that is not; either may be empty."""
        ...

    def message(self, finding: Finding, language: str) -> str:
        """What is wrong: both facts, in whole sentences."""
        ...

    def help(self, finding: Finding, language: str) -> str:
        """What to do about it; empty where there is nothing to say."""
        ...

    def fix(self, finding: Finding, language: str) -> str:
        """What the fix of a finding does, in a few words."""
        ...

    def related(self, finding: Finding, index: int, language: str) -> str:
        """What stands at the related place `index` (from 0; those elsewhere last), in a few words, or nothing."""
        ...


class Options(Frozen):
    """What the reader of the output chose.

    `language` None: each document's own language, else English. `width` in columns; None: 80. `as_of` is the day
    that the check was made for. `alone` says that a single file is checked, which needs no list of files; `excerpts`
    that text of the documents may be shown (in public logs it is not); `statistics` asks for counts by rule.
    """

    language: str | None = None
    as_of: dt.date | None = None
    colour: bool = False
    width: int | None = None
    alone: bool = False
    excerpts: bool = True
    statistics: bool = False

    def language_for(self, result: Result) -> str:
        """The language that a file's findings are told in."""
        return self.language or result.language or "en"

    def fix_for(self, finding: Finding) -> SpanFix | None:
        """What would mend it, where text of the document may be shown: edits hold such text."""
        return finding.fix if self.excerpts else None
