"""Knows what a letter and a checklist need of a check, beside its findings, and of the words of the rules."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from projektkort.finding import Finding, Standing
from projektkort.frozen import Frozen


class Checked(Frozen):
    """What was checked, when and with what outcome. `path` is as shown; `read` says whether anything could be read."""

    path: str
    sha256: str
    as_of: dt.date | None
    standings: tuple[Standing, ...]
    read: bool = True


class Words(Protocol):
    """The words of the rules."""

    def message(self, finding: Finding, language: str) -> str:
        """What is wrong, in whole sentences."""
        ...

    def placed(self, finding: Finding, language: str) -> str:
        """The same for somebody who is told the place beside it."""
        ...

    def help(self, finding: Finding, language: str) -> str:
        """What to do about it."""
        ...

    def title(self, rule: str, language: str) -> str:
        """What is wrong, in a few words."""
        ...

    def effort(self, rule: str) -> int:
        """How much work it is to mend, from 1 to 4."""
        ...

    def subject(self, rule: str) -> str:
        """What a rule is about, by its name."""
        ...

    def subjects(self) -> tuple[str, ...]:
        """All of these, in their order."""
        ...

    def heading(self, subject: str, language: str) -> str:
        """What a subject is about, in a few words."""
        ...
