"""Knows how far a status says that a goal is, and what that holds for. The words stand in the vocabulary.

The first clause that tells decides, in it the words that lead; what follows a colon, a bracket or a "but" explains.
A negation turns a grade round: "not met", "is not expected to be met". Where several years have a status each, the
one of the report's year counts, else the latest; what a scope is, `scope` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Literal, cast

from projektkort.frozen import Frozen
from projektkort.schema.kept import kept
from projektkort.schema.model import Grade
from projektkort.schema.scope import end_of, goal_word, is_time, scope_in, share_in
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import vocabulary

LONGEST = 5  # words of a phrase
REACH = 3  # words between what is expected and how far that goes: "expected still to be partly met"
CLAUSE = cache(
    partial(re.compile, r"([\r\n;:!?(\[]+|,\s+|\.\s+(?=[A-Z\u00c0-\u00de])|\s[-\u2013\u2014]+\s(?!\d)|\s*/(?!\d))")
)
HEADING = cache(partial(re.compile, r"[:\u2013\u2014-]"))
ADDING = cache(partial(re.compile, r"[(\[,:]"))
WORD = cache(partial(re.compile, r"\w+"))
SIGNS: dict[Grade, tuple[str, ...]] = {
    "met": (":)", ":-)", *"😀😃😄😁😊🙂☺✅☑✔✓🟢👍"),
    "partly": (":|", ":-|", *"😐😑😕🟡🟠⚠"),
    "not_met": (":(", ":-(", *"😒😞😟😢🙁☹😠😡❌✗✘🔴👎"),
}
ANSWERS: dict[str, Grade] = {"yes": "met", "between": "partly", "no": "not_met"}
TURNED: dict[Grade, Grade] = {"met": "not_met", "expected": "not_met", "partly": "not_met", "ongoing": "not_started"}
"""What a negation makes of a grade; of the others it makes nothing that could be told."""
DOUBTED = frozenset({"met", "expected"})
"""What a negation further behind leaves in doubt."""
OUTLOOK = frozenset({"expected", "not_started", "delayed"})
"""What is said of a year to come."""
LESS = frozenset({"partly", "not_met", "not_started"})
"""What cannot hold at once with "met"."""


class Graded(Frozen):
    """How far a goal is, None where the words tell nothing; `scope` is what that holds for, without its preposition.

    `torn` says that there are two grades which cannot hold at once.
    """

    grade: Grade | None
    scope: str | None = None
    torn: bool = False


class _Phrase(Frozen):
    """What some words mean, and which words of the clause they are."""

    means: Grade | Literal["not"]
    first: int
    behind: int


class _Statement(Frozen):
    """What one clause tells; `alone` says that it tells nothing else, `behind` how many words follow in it."""

    at: int
    grade: Grade
    scope: str | None
    alone: bool
    behind: int


def graded(text: str, own: Mapping[str, Grade], year: int | None = None) -> Graded:
    """What a status tells: by the schema's `own` words, then those that all share, then by a sign or a bare answer.

    `year` is the one that the report is about, where that is known.
    """
    told = _told(text, own, year)
    if not told:
        return Graded(_answered(text) or _signed(text))
    if _are_torn(told):
        return Graded(None, torn=True)
    chosen = _chosen(told, year)
    return Graded(chosen.grade, chosen.scope)


def says_more(text: str, own: Mapping[str, Grade]) -> bool:
    """Whether other words stand behind a status or beside it; a time, and what leads to the grade, are none."""
    told = _told(text, own, None)
    if not told:
        return len(WORD().findall(text)) > 1  # a sign, or an answer
    chosen = _chosen(told, None)
    return chosen.behind > 1 or any(
        _ungraded(clause, own) > (at < chosen.at) and goal_word(clause) not in ANSWERS and not is_time(clause)
        for at, clause in enumerate(CLAUSE().split(text)[::2])
        if at != chosen.at
    )


def _told(text: str, own: Mapping[str, Grade], year: int | None) -> list[_Statement]:
    """What the clauses tell in the schema's words, else in those that all share."""
    told = list(_statements(text, own, year)) if own else []
    return told or list(_statements(text, None, year))


def _answered(text: str) -> Grade | None:
    return ANSWERS.get(goal_word(text))


def _signed(text: str) -> Grade | None:
    return next((grade for grade, signs in SIGNS.items() if any(sign in text for sign in signs)), None)


def _are_torn(told: Sequence[_Statement]) -> bool:
    """Whether one statement says "met" and another less, both without a time and without other words."""
    bare = {each.grade for each in told if each.alone and each.scope is None}
    return "met" in bare and not bare.isdisjoint(LESS)


def _chosen(told: Sequence[_Statement], year: int | None) -> _Statement:
    """The first statement; of several with a time each the latest of the report's year, else of all.

    What is said of a year to come counts only where nothing else is said.
    """
    dated = [(end, each) for each in told if each.alone and (end := end_of(each.scope, year))]
    if len({end for end, _ in dated}) <= 1:
        return told[0]
    now = [(end, each) for end, each in dated if end.year == year]
    past = [(end, each) for end, each in now or dated if each.grade not in OUTLOOK]
    return max(past or now or dated[:1], key=lambda pair: pair[0])[1]


def _ungraded(clause: str, own: Mapping[str, Grade]) -> int:
    """How many words of a clause tell no grade."""
    words = WORD().findall(clause)
    phrases = (phrase for each in (own, None) for phrase in _phrases(words, each))
    return len(words) - len({at for phrase in phrases for at in range(phrase.first, phrase.behind)})


def _statements(text: str, own: Mapping[str, Grade] | None, year: int | None) -> Iterator[_Statement]:
    clauses, marks = CLAUSE().split(text)[::2], ["", *CLAUSE().findall(text), ""]
    for at, clause in enumerate(clauses):
        words = list(WORD().finditer(clause))
        run, grade = _leading([word[0] for word in words], own)
        if grade is None:
            continue
        before, rest = clause[: words[run[0].first].start()], clause[words[run[-1].behind - 1].end() :]
        scope, left = scope_in(rest)
        headed = before if WORD().search(before) or not HEADING().search(marks[at]) else clauses[at - 1]
        added = clauses[at + 1] if ADDING().search(marks[at + 1]) and not WORD().search(left) else ""
        scope = scope or next((scope_in(each)[0] for each in (headed, added) if is_time(each)), None)
        if grade == "met" and share_in(before, rest):
            grade = "partly"
        elif grade == "met" and _is_coming(run, words, scope, year):
            grade = "expected"
        leads = not WORD().search(before) or is_time(before) or goal_word(before) == "itself"
        behind = len(WORD().findall(left))
        yield _Statement(at, grade, scope, leads and not behind, behind)


def _is_coming(run: Sequence[_Phrase], words: Sequence[re.Match[str]], scope: str | None, year: int | None) -> bool:
    """Whether a verb in the present speaks of a year to come: "gets met in 2027"."""
    end = end_of(scope, year)
    present = any(goal_word(word[0]) == "coming" for word in words[: run[-1].behind])
    return present and end is not None and (year is None or end.year > year)


def _leading(words: Sequence[str], own: Mapping[str, Grade] | None) -> tuple[list[_Phrase], Grade | None]:
    """The phrases that lead in a clause and the grade that they tell together."""
    phrases = _phrases(words, own)
    run: list[_Phrase] = []
    for phrase in phrases:
        between = words[run[-1].behind : phrase.first] if run else ()
        if any(goal_word(word) == "but" for word in between):
            break
        reach = REACH if run and run[-1].means == "expected" else 0
        linked = sum(not _negation(key(word)) for word in between) <= reach
        if phrase.means != "not" and linked:
            run.append(phrase)
    until = next((at for at in range(run[-1].behind, len(words)) if goal_word(words[at]) == "but"), None) if run else 0
    negations = [each for each in phrases if each.means == "not" and (until is None or each.first < until)]
    grades = [_turned(phrase, negations) for phrase in run]
    known = [grade for grade in grades if grade]
    if not run or len(known) < len(run):
        return run, None
    return run, "partly" if known[0] == "partly" else min(known, key=vocabulary().order("grades").index)


def _turned(phrase: _Phrase, negations: Sequence[_Phrase]) -> Grade | None:
    """The grade as a negation before or right behind it leaves it; one further behind may leave doubt."""
    assert phrase.means != "not"
    if not negations or (phrase.means not in TURNED and phrase.first != negations[-1].behind):
        return phrase.means
    if any(each.first <= phrase.behind for each in negations):
        return TURNED.get(phrase.means)
    return None if phrase.means in DOUBTED else phrase.means


def _phrases(words: Sequence[str], own: Mapping[str, Grade] | None) -> list[_Phrase]:
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


@kept
def _shared(wanted: str) -> Grade | Literal["not"] | None:
    word = vocabulary().word("grades", wanted)
    return cast("Grade", word.id) if word else _negation(wanted)


def _negation(wanted: str) -> Literal["not"] | None:
    return "not" if goal_word(wanted) == "not" else None
