"""Knows whether a sentence tells something as done or as planned; the words stand in told.yaml.

A clause with a verb in the past and nothing of a plan tells of what is done. Where neither stands, nothing is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cache, lru_cache

from projektkort.frozen import Frozen
from projektkort.rules.lists import either, lists, whole

STOP = re.compile(r"[.!?:;\u2026]['\"\u201d\u00bb)]*\s+|(?<!\s)[^\S\n]*\n\s*")
LONGEST = 400  # characters of a clause before a date, and behind it
KEPT = 16  # texts that are known; they are asked for date by date
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
    reason: Patterns


def tense(text: str, begin: int, stop: int, language: str | None) -> Tense:
    """How the clause around a slice of a text, a date, tells what it tells."""
    words = _words(language)
    before, after = _clause(text, begin, stop, words)
    if words.target.search(before) or words.planned.search(f"{before} {after}"):
        return Tense.PLANNED
    return Tense.DONE if words.done.search(f"{before} {after}") else Tense.OPEN


@lru_cache(maxsize=KEPT)
def planned(text: str, language: str | None) -> bool:
    """Whether a text as a whole speaks of something that is still to come."""
    return bool(_words(language).planned.search(text))


def looks_back(text: str, begin: int, stop: int, language: str | None) -> bool:
    """Whether the clause around a date names it as something told before: "after the meeting on 5 April"."""
    words = _words(language)
    return bool(words.back.search(" ".join(_clause(text, begin, stop, words))))


def gives_reason(text: str, language: str | None) -> bool:
    """Whether a text says why something is as it is, or what is still in its way."""
    return bool(_words(language).reason.search(text))


def _clause(text: str, begin: int, stop: int, words: Words) -> tuple[str, str]:
    """What stands before and behind a slice in its own clause."""
    edges = _edges(text)
    last, following = bisect_right(edges, begin) - 1, min(bisect_right(edges, stop), len(edges) - 1)
    before = text[max(edges[last], begin - LONGEST) : begin]
    after = text[stop : min(edges[following], stop + LONGEST)]
    if after.lstrip()[:1].isupper():
        after = ""  # people leave the full stop out behind a date
    opened = [match.end() for match in words.clause.finditer(before)]
    closed = words.clause.search(after)
    return before[opened[-1] if opened else 0 :], after[: closed.start() if closed else None]


@lru_cache(maxsize=KEPT)
def _edges(text: str) -> tuple[int, ...]:
    """Where sentences begin, and the text ends; a full stop before a small letter or a figure ends no sentence
    ("den 5. april", "ca. 40")."""
    ends = (match.end() for match in STOP.finditer(text))
    inside = (end for end in ends if end < len(text) and (text[end].isupper() or text[end] in BULLET))
    return 0, *inside, len(text)


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
        reason=whole(told["reason"]),
    )
