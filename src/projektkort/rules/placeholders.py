"""Knows what people leave standing in a form: [name], TBD, xx.xxx. The words stand in placeholders.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from projektkort.frozen import Frozen
from projektkort.rules.bare import bare, hinted, joined, looked_for, without_signs
from projektkort.rules.lists import lists

Slice = tuple[int, int]

KEPT = 1024  # instructions; a folder is of a few forms

SIGNS = cache(
    partial(
        re.compile,
        r"\b(?:TBD|TBA|TBC|TODO|N\.N\.|NN)(?!\w|-[^\W\d])"
        r"|(?<![\w.])[xX]{2,}+(?:[.,:/-][xX]{2,}+)*+(?!\w|-[^\W\d])"
        r"|(?<![\w.])[xX](?:[.,][xX]{3})+(?!\w)"
        r"|\{\{[^{}\n]{1,60}\}\}"
        r"|_{4,}",
    )
)
BRACKETS = cache(partial(re.compile, r"(?<!\])\[([^\W\d_][^\[\]\n\d:]{1,58})\](?![(\[:])|<([^<>\n/=]{2,40})>"))
WHOLE = cache(partial(re.compile, r"[\s.…?_]*[.…?_][\s.…?_]*"))
"""A text that says nothing else."""
FILLERS = (".", "…", "?", "_")
"""What such a text begins with."""
PARTS = ("[", "<", "{", "____")
SHORT = ("tbd", "tba", "tbc", "todo", "nn", "n.n.")
CROSSES = b"xx"
"""All that the first two patterns find has one of these parts, is one of these words, or has crosses in either case."""


class Words(Frozen):
    """The words that placeholders.yaml explains."""

    phrases: tuple[str, ...]
    hints: Mapping[bytes, Sequence[bytes]]
    """What else is left, in small letters, and the beginnings of the fields: by a word that stands in them."""
    remarks: frozenset[str]
    names: frozenset[str]
    signing: tuple[str, ...]
    prompts: tuple[str, ...]
    choices: tuple[str, ...]


@cache
def words() -> Words:
    """The words of all languages together: a form's language and its writer's need not be the same."""
    file: dict[str, dict[str, list[str]]] = lists("placeholders")
    merged = {key: [word.casefold() for language in by.values() for word in language] for key, by in file.items()}
    clicked = [each.split()[0] for each in (*merged["prompts"], *merged["choices"])]
    return Words(
        phrases=tuple(dict.fromkeys(merged["phrases"])),
        hints=hinted((*merged["phrases"], *clicked, *SHORT)),
        remarks=frozenset(merged["remarks"]),
        names=frozenset(merged["names"]),
        signing=tuple(dict.fromkeys(merged["signing"])),
        prompts=tuple(merged["prompts"]),
        choices=tuple(merged["choices"]),
    )


@cache
def _fields() -> re.Pattern[str]:
    """What a word processor shows in a field that nobody has filled in."""
    return re.compile(
        rf"(?<!\w)(?:{_either(words().prompts)})(?!\w)"
        r"|(?<![^|\t\n])(?P<lead>[ \t]*(?:[-*+•–][ \t]+)?)"
        rf"(?:{_either(words().choices)})(?=[ \t.…]*(?:[|\t\n]|\Z))",
        re.IGNORECASE,
    )


def _either(patterns: Iterable[str]) -> str:
    """One pattern for several; where one has a space, a line may end."""
    return "|".join(patterns).replace(" ", r"\s+")


def suspects(texts: Sequence[str], instructions: Iterable[str] = ()) -> list[int]:
    """Which of the texts may hold something to fill in, told fast and a little too often: most documents have none."""
    whole = "\n".join(["", *texts, ""])
    small = without_signs(whole)
    hinted = [phrase for hint in {*_hints().findall(small)} for phrase in words().hints[hint]]
    rare = [*hinted, *map(_said, instructions)]
    flat = joined(small.split()) if rare else b""
    crossed = CROSSES[:1] in small and CROSSES in small
    phrases = [*([CROSSES] if crossed else []), *[phrase for phrase in rare if phrase in flat]]
    parts = [part for part in PARTS if part[0] in whole and part in whole]
    return [
        at
        for at, text in enumerate(texts)
        if (not text[:1].isalnum() and text.lstrip().startswith(FILLERS))
        or (parts and any(part in text for part in parts))
        or (phrases and any(map(joined(bare(text)).__contains__, phrases)))
    ]


@cache
def _hints() -> re.Pattern[bytes]:
    return looked_for(words().hints)


@lru_cache(maxsize=KEPT)
def _said(instruction: str) -> bytes:
    """The words of one of a form's own sentences."""
    return joined(bare(instruction))


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
    if WHOLE().fullmatch(text):
        yield len(text) - len(text.lstrip()), len(text.rstrip())
        return
    yield from (match.span() for match in SIGNS().finditer(text))
    for match in BRACKETS().finditer(text):
        square, angled = (group and group.strip(" !.").casefold() for group in match.groups())
        if angled in words().names if angled else square not in words().remarks:
            yield match.span()
    for match in _fields().finditer(text):
        yield match.end("lead") if match["lead"] else match.start(), match.end()
    # Most texts hold none of the phrases: looking for them plainly is cheaper than one large pattern.
    flat = _flat(text)
    for phrase in (*words().phrases, *map(_flat, instructions)):
        if phrase in flat:
            yield from (match.span() for match in _pattern(phrase).finditer(text))


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in phrase.split()) + r"(?!\w)", re.IGNORECASE)
