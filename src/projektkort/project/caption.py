"""Knows which lines beside a table declare the unit or the currency of its amounts: “All amounts in 1,000 kroner”."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.document.layout import BLANK, HEADING, ITEM, ROW, RULE, TEXT, Line
from projektkort.locale import every
from projektkort.money import currency_of, unit_of
from projektkort.project.row import Tongue

LONGEST = 12  # words; a longer line is a sentence about something else
LEAD = 5  # words before the unit: "All amounts are stated in"
NEAR = 40  # characters before the unit, among which the word is that opens it: "in"
KINDS = frozenset({TEXT, ITEM, HEADING})
BESIDE = frozenset({BLANK, RULE})  # what may stand between a table and such a line below it


def is_caption(line: Line, language: str | None) -> bool:
    """Whether a line says in which unit amounts are, or, without any figure, in which currency."""
    words = line.text.value
    if line.kind not in KINDS or len(words.split()) > LONGEST or len(line.cells) > 1:
        return False
    figures = any(letter.isdecimal() for letter in words)
    return unit_of(words, language) is not None or (not figures and currency_of(words, language) is not None)


def is_unit(text: str, at: int, language: str | None) -> bool:
    """Whether the amount at a place of a text is the unit that its line, a caption, declares: "… in 1,000 kroner"."""
    beside = text[max(0, at - NEAR) : at].rpartition("\n")[2].casefold().split()
    if every("counted_in").isdisjoint(beside[-1:]):
        return False  # before all of the line is looked at, for one may hold thousands of amounts
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start:end] if end >= 0 else text[start:]
    if len(text[start:at].split()) > LEAD or len(line.split()) > LONGEST:
        return False
    return unit_of(line, language) is not None


def footnoted(lines: Sequence[Line], tongue: Tongue) -> Tongue:
    """The same where the unit of the last table is declared below it, and nothing above it declares one."""
    last = next((at for at in reversed(range(len(lines))) if lines[at].kind is ROW), None)
    below = (line for line in lines[last + 1 :] if line.kind not in BESIDE) if last is not None else ()
    note = next(iter(below), None)
    if note is None or note.kind is HEADING or unit_of(note.text.value, tongue.language) is None:
        return tongue
    if not is_caption(note, tongue.language) or any(unit_of(line.text.value, tongue.language) for line in lines[:last]):
        return tongue
    return tongue.declared(note.text.value)
