"""Knows what the head of a column of goals holds, also misspelt or with a date behind. Its cells are left to others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, cast

from projektkort.period import Precision
from projektkort.period import find as find_periods
from projektkort.period import read as read_period
from projektkort.schema.model import GOAL_ROLES
from projektkort.schema.nearness import Shelf
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import KEPT, keys_of, vocabulary
from projektkort.schema.word import Word

GoalRole = Literal[
    "number", "subgoal", "goal", "measures", "time", "status", "fulfilment", "explanation", "responsible"
]  # fmt: skip
"""What a column, a label or a key tells of a goal; "number" is its id in a column of its own."""

GROUP = "goal_columns"
NEAR = 0.90  # as for the labels of sections
SHORTEST = 5
LONGEST = 60  # characters of a head; cells may be long
DIGIT = re.compile(r"\d")
GAP = re.compile(r"[\s,:(/-]+")
SLASH = re.compile(r"\s*[/&+]\s*")
NUMBERS = re.compile(r"\W*(?:\w{1,4}\W+)?\d{1,4}(?:\W{1,3}\d{1,4}){0,2}\W*")


def goal_role(head: str, own: Mapping[str, Word]) -> GoalRole | None:
    """What a head names: by the words of a schema's `columns`, then those that all share; else what it nearly is."""
    if len(head) > LONGEST:
        return None
    for name in _names(head):
        exact = (role for wanted in keys_of(name) if (role := _known(wanted, own)))
        role = next(exact, None) or _near(key(name))
        if role:
            return role
    return None


def goal_word(word: str, own: Mapping[str, Word]) -> GoalRole | None:
    """What a word names just as it stands: the goal of "Goal 4" and the number of "Goal no. 4"."""
    return _known(key(word), own)


def _known(wanted: str, own: Mapping[str, Word]) -> GoalRole | None:
    word = own.get(wanted)
    if word is None or word.id not in GOAL_ROLES:
        word = vocabulary().word(GROUP, wanted)
    return cast("GoalRole", word.id) if word else None


def _names(head: str) -> Iterator[str]:
    """The head; without the date that it ends in ("Status October 2023"); the first of two ("Status and comments")."""
    yield head
    cuts = list(GAP.finditer(head.rstrip(" ):*_")))[::-1]
    for cut in cuts:
        if (cut is cuts[0] or DIGIT.search(head, cut.end())) and _is_date(head[cut.end() :]):
            yield head[: cut.start()]
    words = head.split()
    joints = (at for at, word in enumerate(words) if (known := _word(word)) and known.id == "and")
    first = SLASH.split(" ".join(words[: next(joints, len(words))]))[0]
    if first != head:
        yield first


def _is_date(text: str) -> bool:
    if NUMBERS.fullmatch(text):
        return True
    return read_period(text, None).precision is not Precision.NONE or any(find_periods(text, None))


def _word(word: str) -> Word | None:
    return vocabulary().word("goal_words", key(word))


@lru_cache(maxsize=KEPT)
def _near(wanted: str) -> GoalRole | None:
    """The one role with a head nearly spelt so."""
    if len(wanted) < SHORTEST or any(letter.isdecimal() for letter in wanted):
        return None
    roles = {_known(spelling, {}) for _, spelling in _shelf().close(wanted, NEAR)}
    return roles.pop() if len(roles) == 1 else None


@lru_cache(maxsize=1)
def _shelf() -> Shelf:
    return Shelf(key(word.label) for word in vocabulary().words(GROUP))
