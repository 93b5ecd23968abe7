"""Knows what it means that two files have something in common that only one should have.

What is compared, `facts` knows; which files have it, `batch` finds out.
"""

from __future__ import annotations

from collections.abc import Mapping

from projektkort.finding import Note
from projektkort.frozen import Frozen
from projektkort.schema.model import REPORTS

SUBJECT = "across"
TWICE = {"number": "number-twice", "text": "text-twice", "cost": "cost-twice", "applicant": "applicant-twice"}
"""The rule about each kind of fact, the one that tells most first."""
POOL = "pool-exceeded"
RULES = (*TWICE.values(), POOL)
MANY = 10
"""What stands in more files than that is no copy: it is told once, with the number of files."""
COUNTED = ("text", "cost")


class Pair(Frozen):
    """What a later file has in common with an earlier one of its kind of document.

    `common` is how many facts of each kind they share. `applicant` is whether one asks for both; None: not both name
    theirs. `many` says that these facts stand in more files than MANY.
    """

    document: str
    common: Mapping[str, int]
    applicant: bool | None = None
    many: bool = False


class Verdict(Frozen):
    """The one thing to say about a pair, which fact it is about, and whether both are one application."""

    rule: str
    about: str
    variant: str
    also: Note | None = None
    """What else is the same, in words."""

    @property
    def is_same(self) -> bool:
        """Whether the two files seem to be versions of one."""
        return self.variant == "same"


def judged(pair: Pair) -> Verdict:
    """What to say about two files that share something: one cause is one finding."""
    about = next(kind for kind in TWICE if kind in pair.common)
    if pair.many:
        return Verdict(TWICE[about], about, "many")
    return Verdict(TWICE[about], about, _variant(pair, about), _also(pair, about))


def _variant(pair: Pair, about: str) -> str:
    if pair.document in REPORTS:
        return "report"
    if about == "number":
        alike = pair.applicant or (pair.applicant is None and "text" in pair.common)
        return "same" if alike else ""
    if about == "text" and pair.applicant is not None:
        return "same" if pair.applicant else "others"
    return ""


def _also(pair: Pair, about: str) -> Note | None:
    things = [Note("applicant")] if pair.applicant and about in {"number", "text"} else []
    for kind in COUNTED:
        count = pair.common.get(kind, 0) - (kind == about)
        if count:
            key = kind if count == 1 else f"{kind}s"
            things.append(Note(f"more-{key}" if kind == about else key, {"count": count}))
    return Note("also", {"things": tuple(things)}) if things else None
