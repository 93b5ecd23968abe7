"""Knows how people are told of the words for how far a goal is; what such words mean, the schema's labels know."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import get_args
from unicodedata import category

from projektkort.finding import Note
from projektkort.schema.labels import normalise
from projektkort.schema.model import Grade, Schema
from projektkort.schema.spelling import TAG
from projektkort.schema.vocabulary import vocabulary

NEAR = 0.8  # enough for "did you mean", which a person judges
WORD = re.compile(r"\w+")
SIGNS = frozenset({"So", "Sm"})  # of Unicode: pictures and arrows


def examples(schema: Schema) -> tuple[str | Note, ...]:
    """A word for each grade: the schema's own where it has one, else a note with what people mostly write."""
    grades: tuple[Grade, ...] = get_args(Grade)
    own = {grade: words[0] for grade, words in schema.status_words.items() if words}
    return tuple(own.get(grade) or Note(f"grade-{grade}") for grade in grades)


def meant(status: str, schema: Schema, language: str | None) -> str | None:
    """The known words that a status begins with nearly, for "did you mean"."""
    shared = (word for word in vocabulary().words("grades") if language in {None, *word.languages})
    own = (word for words in schema.status_words.values() for word in words)
    known = [word.casefold() for word in (*own, *(word.label for word in shared))]
    told = WORD.findall(status.casefold())
    beginnings = (" ".join(told[:size]) for size in range(min(len(told), 4), 0, -1))
    found = (match for words in beginnings for match in get_close_matches(words, known, n=1, cutoff=NEAR))
    return next((match.capitalize() for match in found), None)


def says_something(status: str) -> bool:
    """Whether a status holds words or a sign: an arrow or a face, not only a dash."""
    return bool(normalise(status)) or any(category(sign) in SIGNS for sign in TAG().sub(" ", status))
