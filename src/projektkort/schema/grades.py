"""Knows how far a status says that a goal is, and what that holds for. The words stand in the vocabulary.

The first clause that tells decides, in it the first grade in the order of the vocabulary; the longest words count
wherever some begin. A negation turns a grade round: "not met", "is not expected to be met".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, cast

from projektkort.frozen import Frozen
from projektkort.schema.model import Grade
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import KEPT, vocabulary

LONGEST = 5  # words of a phrase
LONGEST_SCOPE = 8  # words; behind more of them an explanation stands
CLAUSE = re.compile(r"[\r\n;!?]+|,\s+|\.\s+(?=[A-Z\u00c0-\u00de])|\s[-\u2013\u2014]+\s(?!\d)")
WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")
AROUND = " \t.,:()[]*_\u2013\u2014-"
SIGNS: dict[Grade, tuple[str, ...]] = {
    "met": (":)", ":-)", *"😀😃😄😁😊🙂☺✅☑✔✓🟢👍"),
    "partly": (":|", ":-|", *"😐😑😕🟡🟠⚠"),
    "not_met": (":(", ":-(", *"😒😞😟😢🙁☹😠😡❌✗✘🔴👎"),
}
ANSWERS: dict[str, Grade] = {"yes": "met", "between": "partly", "no": "not_met"}
TURNED: dict[Grade, Grade] = {"met": "not_met", "expected": "not_met", "partly": "not_met", "ongoing": "not_started"}
"""What a negation makes of a grade; of the others it makes nothing that could be told."""


class Graded(Frozen):
    """How far a goal is, None where the words tell nothing; `scope` is what that holds for, without its preposition."""

    grade: Grade | None
    scope: str | None = None


class _Phrase(Frozen):
    """What some words mean, and which words of the clause they are."""

    means: Grade | Literal["not"]
    first: int
    behind: int


def graded(text: str, own: Mapping[str, Grade]) -> Graded:
    """What a status tells: by the schema's `own` words, then those that all share, then by a sign or a bare answer."""
    for words in (own, None):
        for clause in CLAUSE.split(text):
            found = _clause(clause, words) if words is None or words else Graded(None)
            if found.grade is not None:
                return found
    return Graded(_answered(text) or _signed(text))


def _answered(text: str) -> Grade | None:
    word = vocabulary().word("goal_words", key(text))
    return ANSWERS.get(word.id) if word else None


def _signed(text: str) -> Grade | None:
    return next((grade for grade, signs in SIGNS.items() if any(sign in text for sign in signs)), None)


def _clause(clause: str, own: Mapping[str, Grade] | None) -> Graded:
    words = list(WORD.finditer(clause))
    phrases = _phrases([word[0] for word in words], own)
    told = [phrase for phrase in phrases if phrase.means != "not"]
    if not told:
        return Graded(None)
    negations = [phrase for phrase in phrases if phrase.means == "not"]
    grades = [grade for phrase in told if (grade := _turned(phrase, negations))]
    if len(grades) < len(told):
        return Graded(None)
    first = min(grades, key=vocabulary().order("grades").index)
    return Graded(first, _scope(clause[words[told[-1].behind - 1].end() :]))


def _turned(phrase: _Phrase, negations: list[_Phrase]) -> Grade | None:
    """The grade as a negation before or right behind it leaves it; one further behind leaves doubt."""
    assert phrase.means != "not"
    if not negations or (phrase.means not in TURNED and phrase.first != negations[-1].behind):
        return phrase.means
    near = any(each.first <= phrase.behind for each in negations)
    return TURNED.get(phrase.means) if near else None


def _phrases(words: list[str], own: Mapping[str, Grade] | None) -> list[_Phrase]:
    found: list[_Phrase] = []
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        meant = ((size, _meaning("".join(words[at : at + size]), own)) for size in sizes)
        size, means = next(((size, means) for size, means in meant if means is not None), (1, None))
        if means is not None:
            found.append(_Phrase(means, at, at + size))
        at += size
    return found


def _meaning(words: str, own: Mapping[str, Grade] | None) -> Grade | Literal["not"] | None:
    wanted = key(words)
    if own is not None and wanted in own:
        return own[wanted]
    return _shared(wanted) if own is None else _negation(wanted)


@lru_cache(maxsize=KEPT)
def _shared(wanted: str) -> Grade | Literal["not"] | None:
    word = vocabulary().word("grades", wanted)
    return cast("Grade", word.id) if word else _negation(wanted)


def _negation(wanted: str) -> Literal["not"] | None:
    word = vocabulary().word("goal_words", wanted)
    return "not" if word and word.id == "not" else None


def _scope(rest: str) -> str | None:
    """What follows a grade, if a preposition or a figure leads to it."""
    rest = rest.strip(AROUND)
    words = list(WORD.finditer(rest))
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        word = vocabulary().word("goal_words", key("".join(word[0] for word in words[:size])))
        if word and word.id == "scope":
            rest = rest[words[size].start() :]
            break
    else:
        if not DIGIT.match(rest):
            return None
    return rest if len(rest.split()) <= LONGEST_SCOPE else None
