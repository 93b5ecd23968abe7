"""Knows how people are told of the words for how far a goal is; what such words mean, the schema's labels know."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import get_args

from projektkort.finding import Note
from projektkort.project.models import Status
from projektkort.schema.labels import Labels
from projektkort.schema.model import Grade, Schema
from projektkort.schema.vocabulary import vocabulary

NEAR = 0.8  # enough for "did you mean", which a person judges
WORD = re.compile(r"\w+")


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


def says_more(status: Status, labels: Labels) -> bool:
    """Whether more than a word stands in a status beside its grade and what that holds for."""
    text = status.text.value
    if status.scope and status.scope in text:
        return len(WORD.findall(text.rpartition(status.scope)[2])) > 1
    words = WORD.findall(text)
    grades = [labels.graded(" ".join(words[:size])).grade for size in range(1, len(words) + 1)]
    told = grades.index(status.grade) + 1 if status.grade in grades else len(words)
    return sum(labels.graded(word).grade is None for word in words[told:]) > 1
