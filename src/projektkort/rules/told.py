"""Knows whether a sentence tells something as done or as planned; the words stand in told.yaml.

A clause with a verb in the past and nothing of a plan tells of what is done. Where neither stands, nothing is told.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from projektkort.frozen import Frozen
from projektkort.rules.lists import either, lists, whole

STOP = re.compile(r"[.!?:;\u2026]['\"\u201d\u00bb)]*\s+|\s*\n\s*")
BULLET = "-*+\u2022\u2013"
Patterns = re.Pattern[str]


class Tense(StrEnum):
    """How something is told."""

    DONE = "done"
    PLANNED = "planned"
    OPEN = ""


class Words(Frozen):
    """The words of one language, or of all together."""

    done: Patterns
    planned: Patterns
    clause: Patterns
    target: Patterns
    back: Patterns


def tense(text: str, begin: int, stop: int, language: str | None) -> Tense:
    """How the clause around a slice of a text, a date, tells what it tells."""
    words = _words(language)
    before, after = _clause(text, begin, stop, words)
    if words.target.search(before) or words.planned.search(f"{before} {after}"):
        return Tense.PLANNED
    return Tense.DONE if words.done.search(f"{before} {after}") else Tense.OPEN


def planned(text: str, language: str | None) -> bool:
    """Whether a text as a whole speaks of something that is still to come."""
    return bool(_words(language).planned.search(text))


def looks_back(text: str, begin: int, stop: int, language: str | None) -> bool:
    """Whether the clause around a date names it as something told before: "after the meeting on 5 April"."""
    words = _words(language)
    return bool(words.back.search(" ".join(_clause(text, begin, stop, words))))


def _clause(text: str, begin: int, stop: int, words: Words) -> tuple[str, str]:
    """What stands before and behind a slice in its own clause."""
    before = text[max((end for end in _stops(text) if end <= begin), default=0) : begin]
    after = text[stop : min((end for end in _stops(text) if end > stop), default=len(text))]
    if after.lstrip()[:1].isupper():
        after = ""  # people leave the full stop out behind a date
    opened = [match.end() for match in words.clause.finditer(before)]
    closed = words.clause.search(after)
    return before[opened[-1] if opened else 0 :], after[: closed.start() if closed else None]


def _stops(text: str) -> list[int]:
    """Where sentences end; a full stop before a small letter or a figure ends none ("den 5. april", "ca. 40")."""
    ends = (match.end() for match in STOP.finditer(text))
    return [end for end in ends if end == len(text) or text[end].isupper() or text[end] in BULLET]


@cache
def _words(language: str | None) -> Words:
    file = lists("told")
    chosen = [file[language]] if language in file else list(file.values())
    told = {name: [word for one in chosen for word in one[name]] for name in chosen[0]}
    target = rf"(?<!\w)(?:{either(told['target'])})\s+(?:(?:{either(told['article'])})\s+)?$"
    return Words(
        done=whole(told["done"]),
        planned=whole(told["planned"]),
        clause=whole(told["clause"]),
        target=re.compile(target, re.IGNORECASE),
        back=whole(told["back"]),
    )
