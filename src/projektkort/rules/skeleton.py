"""Knows how an empty section looks in a document: written as the section that it is put behind, or before.

Which section is missing, and where it would stand, the rules know.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from projektkort.finding import Edit, Fix
from projektkort.locale import Phrases
from projektkort.patterns import late
from projektkort.project.models import Section
from projektkort.span import LINE_BREAK, Lines, Place

_HEADING = late(r"#{1,6}[ \t]+")
_UNDERLINE = late(r"(=+|-+)[ \t]*")
_BEFORE = late(r"[ \t]*(?:\*\*|__)?")
_BEHIND = late(r"(?P<colon>[ \t]?:(?:\*\*|__)?|(?:\*\*|__):)(?:[ \t].*)?")
_BOLD = late(r"(?:\*\*|__)?[ \t]*")
_REST = late(r"[ \t]*(?:#.*|<!--.*-->[ \t]*)?")
"""What may stand behind a section on its last line."""


@cache
def _phrases() -> Phrases:
    return Phrases(Path(__file__).with_name("skeleton.yaml"))


def skeleton(label: str, language: str, model: Section, *, behind: bool) -> Fix | None:
    """The fix that puts a label and a to-do behind a section or before it, written as its own label is.

    None where that is written in a way that cannot be told, such as in the cell of a table.
    """
    lines, number = model.label.lines, model.label.line
    ending = LINE_BREAK.search(lines.text)
    written = _written(_cased(label, model.label.value), _phrases().say("to-do", language), model)
    place = _end(lines, model.place.end) if behind else lines.starts[number - 1]
    if written is None or place is None:
        return None
    apart = 2 if written[1:2] == [""] or (number > 1 and not lines.line(number - 1).strip()) else 1
    gap = [""] * apart
    text = (ending.group() if ending else "\n").join([*gap, *written] if behind else [*written, *gap])
    return Fix((Edit(Place(lines, place, place), text),))


def _cased(label: str, model: str) -> str:
    """A label in small letters where the model is: a key of YAML."""
    return label if model[:1] != model[:1].lower() else label[:1].lower() + label[1:]


def _written(label: str, to_do: str, model: Section) -> list[str] | None:
    """The lines of the new section."""
    lines, number = model.label.lines, model.label.line
    line, start = lines.line(number), lines.starts[number - 1]
    before, behind = line[: model.label.start - start], line[model.label.end - start :]
    if _HEADING.fullmatch(before) and not behind.strip():
        return [before + label, "", to_do]
    underline = _UNDERLINE.fullmatch(lines.line(number + 1)) if number < lines.count else None
    if underline is not None and not before and not behind.strip():
        return [label, underline[1][0] * len(label), "", to_do]
    if not _BEFORE.fullmatch(before):
        return None
    if inline := _BEHIND.fullmatch(behind):
        return [f"{before}{label}{inline['colon']} {to_do}"]
    return [before + label + behind.rstrip(), to_do] if _BOLD.fullmatch(behind) else None


def _end(lines: Lines, offset: int) -> int | None:
    """The end of the line on which a section ends; None where more than a comment stands behind it."""
    offset = len(lines.text[:offset].rstrip())
    number, column = lines.position(offset)
    line = lines.line(number)
    return lines.starts[number - 1] + len(line) if _REST.fullmatch(line, column - 1) else None
