"""Knows the numbers of goals, as people write them before the words of a goal: "Goal 1.2. A", "1.1.a)", "M1:".

Whose number it is, of a goal or of the sub-goal above it, is left to others.
"""

from __future__ import annotations

import re

from projektkort.frozen import Frozen
from projektkort.period import find as find_periods
from projektkort.schema.labels import Labels
from projektkort.schema.vocabulary import vocabulary
from projektkort.span import Text

NAMED = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)(?:[ \xa0.]+(?P<number>[^\W\d_]{2,8}))?[ \xa0.]*(?=\d|[A-Z]\b)")
PATH = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?![\d%]|[.,/:]\d|\s?%)")
LETTER = re.compile(r"(?P<gap>[.\s]*)(?P<letter>[A-Za-z])(?P<shut>[.):]?)(?=\s|$)")
CODE = re.compile(r"(?P<code>[A-Z]{1,2}\d{1,2}(?:\.\d{1,2})*)(?=[.:)]|\s+[A-Z\u00c0-\u00de]|$)")
ALONE = re.compile(r"(?P<letter>[A-Za-z])(?P<shut>[.):])\s+(?![A-Z]\.)")
SHUT = re.compile(r"[.):]*\s*(?:[-\u2013\u2014:]\s+)?")
NEAR = 60  # characters at the beginning in which a date would be told
GOALS = frozenset({"goal", "subgoal", "number"})


class Numbered(Frozen):
    """A text without the number before it. `id` is that as a path, "1.2.A"; None: it has none.

    `named` says that a word told it to be a goal's: "Goal 4".
    """

    id: str | None
    text: Text
    named: bool = False


def numbered(text: Text, labels: Labels, language: str | None, *, bare: bool = False) -> Numbered:
    """The number that a text begins with, and the rest; with `bare` a figure before a capital is one: "1 Beaches"."""
    value = text.value
    name = _name(value, labels)
    at = name.end() if name else 0
    path = PATH.match(value, at)
    if path:
        end, found = _lettered(value, path, language)
        if name or _is_number(value, found, end, language, bare=bare):
            return _cut(text, found, end, named=name is not None)
    code = CODE.match(value, at) or (ALONE.match(value, at) if not path else None)
    if code:
        return _cut(text, code[1], code.end(1), named=name is not None)
    return Numbered(None, text)


def parent(id_: str) -> str | None:
    """The number of the sub-goal that a goal belongs to by its own number: "1.2" of "1.2.A"; None: it tells none."""
    return id_.rpartition(".")[0] or None


def below(id_: str, above: str | None) -> bool:
    """Whether a goal's number lies below that of a sub-goal, or is the same: "1.2.A" below "1.2", "A2" below "A"."""
    if above is None or not id_.startswith(above):
        return False
    rest = id_.removeprefix(above)
    return rest[:1] in ("", ".") or (above.isalpha() and rest[0].isdecimal())


def _name(value: str, labels: Labels) -> re.Match[str] | None:
    """The words before a number that tell it to be one: "Goal", "Goal no.". Behind a colon a figure may stand."""
    name = NAMED.match(value)
    if name is None or labels.goal_word(name["word"]) not in GOALS:
        return None
    return name if name["number"] is None or labels.goal_word(name["number"]) == "number" else None


def _lettered(value: str, path: re.Match[str], language: str | None) -> tuple[int, str]:
    """Where the number with its letter ends, and the number."""
    letter = LETTER.match(value, path.end())
    if letter is None or not _is_letter(value, letter, language):
        return path.end(), path[0]
    return letter.end("letter"), f"{path[0]}.{letter['letter']}"


def _is_letter(value: str, match: re.Match[str], language: str | None) -> bool:
    """Whether a single letter behind a number belongs to it and is no word: "1.2 A", "1.2.a)", not "1.2 I dag"."""
    spaced = match["gap"] not in ("", ".")
    if match["shut"]:
        return not spaced or match["letter"].isupper() or match["shut"] != "."  # "1.2 f. ex." is no letter
    if spaced and match["letter"].islower():
        return False
    word = vocabulary().word("goal_words", match["letter"].lower())
    if word is None or (language is not None and language not in word.languages):
        return True
    following = value[match.end() :].lstrip()[:1]
    return word.id == "article" and not following.islower()


def _is_number(value: str, found: str, end: int, language: str | None, *, bare: bool) -> bool:
    """Whether figures that no word tells to be a number are one: no count ("5 visits") and no date ("1. May")."""
    if "." not in found and end < len(value) and value[end] not in ".):":
        return bare and value[end:].lstrip()[:1].isupper()
    if end == len(value):
        return True
    return not any(period.begin == 0 for period in find_periods(value[:NEAR], language))


def _cut(text: Text, found: str, end: int, *, named: bool) -> Numbered:
    shut = SHUT.match(text.value, end)
    return Numbered(found, text.slice(shut.end() if shut else end), named)
