"""Knows what people leave standing in a form: [name], TBD, xx.xxx. The words stand in placeholders.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from projektkort.frozen import Frozen

Slice = tuple[int, int]

SIGNS = re.compile(
    r"\b(?:TBD|TBA|TBC|TODO|N\.N\.|NN)(?!\w)"
    r"|(?<![\w.])[xX]{2,}(?:[.,:/-][xX]{2,})*(?!\w)"
    r"|(?<![\w.])[xX](?:[.,][xX]{3})+(?!\w)"
    r"|\{\{[^{}\n]{1,60}\}\}"
    r"|_{4,}"
)
BRACKETS = re.compile(r"(?<!\])\[([^\W\d_][^\[\]\n\d:]{1,58})\](?![(\[:])|<([^<>\n/=]{2,40})>")
WHOLE = re.compile(r"[\s.…?_]*[.…?_][\s.…?_]*")
"""A text that says nothing else."""


class Words(Frozen):
    """The words that placeholders.yaml explains."""

    phrases: tuple[str, ...]
    remarks: frozenset[str]
    names: frozenset[str]
    signing: tuple[str, ...]
    fields: re.Pattern[str]
    """What a word processor shows in a field that nobody has filled in."""


@cache
def words() -> Words:
    """The words of all languages together: a form's language and its writer's need not be the same."""
    path = Path(__file__).with_name("placeholders.yaml")
    file: dict[str, dict[str, list[str]]] = _load(path.read_text("utf-8"))
    merged = {key: [word.casefold() for language in by.values() for word in language] for key, by in file.items()}
    return Words(
        phrases=tuple(dict.fromkeys(merged["phrases"])),
        remarks=frozenset(merged["remarks"]),
        names=frozenset(merged["names"]),
        signing=tuple(dict.fromkeys(merged["signing"])),
        fields=re.compile(
            rf"(?<!\w)(?:{_either(merged['prompts'])})(?!\w)"
            r"|(?<![^|\t\n])(?P<lead>[ \t]*(?:[-*+•–][ \t]+)?)"
            rf"(?:{_either(merged['choices'])})(?=[ \t.…]*(?:[|\t\n]|\Z))",
            re.IGNORECASE,
        ),
    )


def _either(patterns: Iterable[str]) -> str:
    """One pattern for several; where one has a space, a line may end."""
    return "|".join(patterns).replace(" ", r"\s+")


def _load(text: str) -> Any:
    # The base loader keeps every scalar a string.
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def find(text: str, instructions: Iterable[str] = ()) -> Iterator[Slice]:
    """Where something is left to fill in, in order, without overlaps; `instructions` are the form's own sentences."""
    reached = 0
    for start, end in sorted({*_found(text, tuple(instructions))}, key=lambda slice_: (slice_[0], -slice_[1])):
        if start >= reached:
            yield start, end
            reached = end


def signed(line: str) -> bool:
    """Whether a line names what is written by hand on the printed page: a signature, its date."""
    return any(_pattern(word).search(line) for word in words().signing)


def _found(text: str, instructions: tuple[str, ...]) -> Iterator[Slice]:
    if WHOLE.fullmatch(text):
        yield len(text) - len(text.lstrip()), len(text.rstrip())
        return
    yield from (match.span() for match in SIGNS.finditer(text))
    for match in BRACKETS.finditer(text):
        square, angled = (group and group.strip(" !.").casefold() for group in match.groups())
        if angled in words().names if angled else square not in words().remarks:
            yield match.span()
    for match in words().fields.finditer(text):
        yield match.end("lead") if match["lead"] else match.start(), match.end()
    # Most texts hold none of the phrases: looking for them plainly is cheaper than one large pattern.
    flat = " ".join(text.split()).casefold()
    for phrase in (*words().phrases, *(" ".join(line.split()).casefold() for line in instructions)):
        if phrase in flat:
            yield from (match.span() for match in _pattern(phrase).finditer(text))


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in phrase.split()) + r"(?!\w)", re.IGNORECASE)
