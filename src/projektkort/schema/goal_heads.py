"""Knows what the head of a column of goals holds, also misspelt or with a date behind. Its cells are left to others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Literal, cast

from projektkort.period import Precision
from projektkort.period import find as find_periods
from projektkort.period import read as read_period
from projektkort.schema.form import Form
from projektkort.schema.kept import KEPT, kept
from projektkort.schema.model import GOAL_ROLES
from projektkort.schema.nearness import Shelf
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import exactly, keys_of, vocabulary

GoalRole = Literal[
    "number", "subgoal", "goal", "measures", "time", "status", "fulfilment", "explanation", "responsible"
]  # fmt: skip
"""What a column, a label or a key tells of a goal; "number" is its id in a column of its own."""

GROUP = "goal_columns"
NEAR = 0.90  # as for the labels of sections
SHORTEST = 5
LONGEST = 60  # characters of a head; cells may be long
DIGIT = cache(partial(re.compile, r"\d"))
GAP = cache(partial(re.compile, r"[\s,:(/-]+"))
SLASH = cache(partial(re.compile, r"\s*[/&+]\s*"))
NUMBERS = cache(partial(re.compile, r"\W*(?:\w{1,4}\W+)?\d{1,4}(?:\W{1,3}\d{1,4}){0,2}\W*"))


def goal_role(head: str, form: Form) -> GoalRole | None:
    """What a head names: by the words of a form's `columns`, then those that all share; else what it nearly is."""
    return _role(head, form) if len(head) <= LONGEST else None


@lru_cache(maxsize=KEPT)
def _role(head: str, form: Form) -> GoalRole | None:
    for name, date in _names(head):
        role = _named(name, form)
        if role and (date is None or _is_date(date)):  # to see a date takes longest: it is asked last
            return role
    return None


@kept
def goal_word(word: str, form: Form) -> GoalRole | None:
    """What a word names just as it stands: the goal of "Goal 4" and the number of "Goal no. 4"."""
    return _known(key(word), form)


def _named(name: str, form: Form) -> GoalRole | None:
    exact = (role for wanted in keys_of(name) if (role := _known(wanted, form)))
    return next(exact, None) or _near(key(name))


def _known(wanted: str, form: Form | None) -> GoalRole | None:
    word = form.columns.get(wanted) if form is not None else None
    if word is None or word.id not in GOAL_ROLES:
        word = vocabulary().word(GROUP, wanted)
    return cast("GoalRole", word.id) if word else None


def _names(head: str) -> Iterator[tuple[str, str | None]]:
    """The head; without what may be a date at its end ("Status October 2023"), and that; the first of two ("Status and
    comments")."""
    yield head, None
    cuts = list(GAP().finditer(head.rstrip(" ):*_")))[::-1]
    for cut in cuts:
        if cut is cuts[0] or DIGIT().search(head, cut.end()):
            yield head[: cut.start()], head[cut.end() :]
    words = head.split()
    joints = (at for at, word in enumerate(words) if (known := exactly(word, "goal_words")) and known.id == "and")
    first = SLASH().split(" ".join(words[: next(joints, len(words))]))[0]
    if first != head:
        yield first, None


def _is_date(text: str) -> bool:
    if NUMBERS().fullmatch(text):
        return True
    return read_period(text, None).precision is not Precision.NONE or any(find_periods(text, None))


@lru_cache(maxsize=KEPT)
def _near(wanted: str) -> GoalRole | None:
    """The one role with a head nearly spelt so."""
    if len(wanted) < SHORTEST or any(map(str.isdecimal, wanted)):
        return None
    roles = {_known(spelling, None) for _, spelling in _shelf().close(wanted, NEAR)}
    return roles.pop() if len(roles) == 1 else None


@lru_cache(maxsize=1)
def _shelf() -> Shelf:
    return Shelf(key(word.label) for word in vocabulary().words(GROUP))
