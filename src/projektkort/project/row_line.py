"""Knows the row of an amount table that one line of text is: `Label: amount`, label amount, amount label, a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from projektkort.document.layout import LabelStyle, Line
from projektkort.money import State, head, split_quantity, tail
from projektkort.project.books import SideName
from projektkort.project.row import Row, Tongue
from projektkort.project.sums import Sum, dangles, opens_sentence, sum_kind, without_of_which
from projektkort.project.told import EQUALS, amounts_of, told, with_quantity
from projektkort.schema.labels import Labels
from projektkort.span import Text

SENTENCE = re.compile(r"[.!?]\s+\w")
NAMES: tuple[SideName, SideName] = ("budget", "financing")
LABEL_WORDS = 14  # more words than this before an amount are a sentence
SENTENCE_WORDS = 2  # a label of so few words is none, full stop or not
VALUE_WORDS = 4  # so few words behind a label, and no digit, stand for an amount ("on request")
BOLD = re.compile(r"\*\*|__|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])")
LEADERS = re.compile(r"(?:\.{3,}|\u2026)\s*\Z")  # they lead from a label, whatever it ends with, to its amount
EDGES = " \t\u00a0:.,…–-"
FIRST_NUMBER = re.compile(r"\d")
SLASH = re.compile(r"\s+[/|;]\s+|[/|;]\s+|\s{2,}")
NEAR_COLON = re.compile(r":(?=\s)")


def line_row(line: Line, labels: Labels, tongue: Tongue) -> Row | None:
    """The row that one line of text is: `Label: amount`, label and amount in columns, label amount, amount label."""
    place = line.whole.strip().place
    label = line.label
    if label is not None and label.value.value and label.style in {LabelStyle.INLINE, LabelStyle.BOLD, LabelStyle.FORM}:
        return _pair(label.text, label.value, labels, tongue, line=line.whole)
    if len(line.cells) > 1:
        if is_several(line, tongue):
            return None
        cell = tongue.cell(line.cells[-1])
        if cell.meant:
            note = {"note": Text.join(line.cells[1:-1], " ")} if len(line.cells) > 2 else {}
            return Row(line.cells[0], place, cell, words=note)
    return bare_row(line.text, tongue)


def is_several(line: Line, tongue: Tongue) -> bool:
    """Whether amounts stand side by side behind a label, and nothing says what each of them is."""
    if line.label is not None and line.label.style in {LabelStyle.INLINE, LabelStyle.BOLD, LabelStyle.FORM}:
        return _is_several(line.label.value, tongue)
    return sum(tongue.meant(cell) for cell in line.cells[1:]) > 1


def _is_several(value: Text, tongue: Tongue) -> bool:
    pieces = value.split(SLASH)
    return len(pieces) > 1 and all(tongue.meant(piece.strip()) for piece in pieces)


def bare_row(text: Text, tongue: Tongue) -> Row | None:
    """The row that a text without any mark is: `Telte 9.500`, `779 129 SEK state grant`."""
    text = _plain(text)
    whole = tongue.cell(text)
    if whole.meant and whole.reading.quantity is not None:
        return Row(text, text.place, whole)
    if EQUALS.search(text.value):
        return _equation(text, tongue)
    found = tail(text.value, tongue.language, tongue.unit)
    if found is not None:
        label, led = text.slice(0, found[0]).strip(EDGES), LEADERS.search(text.value, 0, found[1].start) is not None
        if (
            label.value
            and (led or not is_prose(label.value))
            and not _ends_sentence(text.value, found[1].end, label.value)
        ):
            return Row(label, text.place, tongue.cell(text.slice(found[1].start, found[1].end), found[1]))
    found = head(text.value, tongue.language, tongue.unit)
    if found is not None:
        before, label = text.slice(0, found[1].start).strip(), text.slice(found[0]).strip()
        if label.value and not SENTENCE.search(label.value):
            label = Text.join([before, label], " ") if before.value else label
            cell = tongue.cell(text.slice(found[1].start, found[1].end), found[1])
            return Row(label, text.place, cell, amount_first=True)
    return _within(text, tongue)


def _plain(text: Text) -> Text:
    """A text without the stars that make a part of it bold: the places of what is left hold."""
    if "*" not in text.value and "__" not in text.value:
        return text
    pieces = [piece for piece in text.split(BOLD) if piece.value]
    return Text.join(pieces, "") if pieces else text


def _equation(text: Text, tongue: Tongue) -> Row | None:
    """“Singers 2 x 5.000 = 10.000”: the label ends where the first amount or number begins."""
    amount = told(text, tongue)
    digit = FIRST_NUMBER.search(text.value)
    if amount is None or digit is None:
        return None
    label = text.slice(0, digit.start()).strip(EDGES)
    return Row(label, text.place, amount) if label.value and not is_prose(label.value) else None


def _within(text: Text, tongue: Tongue) -> Row | None:
    """“Tents (10.000 kr.)”, “2 tents at 5.000”: one amount at the end, perhaps in brackets."""
    amounts = amounts_of(text, tongue)
    told_twice = len(amounts) == 2 and amounts[0].reading.quantity is not None  # "20 at 500: 10.000"
    if not (len(amounts) == 1 or told_twice) or len(text.value.split()) > LABEL_WORDS:
        return None
    cell = amounts[-1]
    start, end = amounts[0].text.start - text.start, cell.text.end - text.start
    label = text.slice(0, start).strip(EDGES + "(")
    at_end = text.segments is None and not text.value[end:].strip(" \t.,;)")
    if not at_end or is_prose(label.value) or _ends_sentence(text.value, end, label.value):
        return None
    if told_twice:
        cell = with_quantity(cell, split_quantity(text.value[: cell.text.start - text.start], tongue.language))
    if not label.value:
        return Row(text, text.place, cell) if cell.reading.quantity is not None else None
    return Row(label, text.place, cell)


def pair_row(text: Text, labels: Labels, tongue: Tongue) -> Row | None:
    """The row that a text such as `Telte: 9.500` is, where no reader has looked for labels (an item of YAML)."""
    colons = list(NEAR_COLON.finditer(text.value))
    if colons:
        label, value = text.slice(0, colons[-1].start()), text.slice(colons[-1].end()).strip()
        return _pair(label, value, labels, tongue, line=text)
    return bare_row(text, tongue)


def _pair(label: Text, value: Text, labels: Labels, tongue: Tongue, *, line: Text) -> Row | None:
    place = line.strip().place
    cut = without_of_which(value.value)
    if cut is not None:
        whole = tongue.cell(value.slice(0, cut).strip())
        return Row(label, place, whole, whole=True) if whole.meant else None
    if _is_several(value, tongue):
        return None
    cell = tongue.cell(value)
    if cell.meant or cell.reading.state is State.BLANK:
        return Row(label, place, cell)
    if labels.column(label.value) == "note":
        return None
    amount = told(value, tongue)
    if amount is not None and amount.meant:
        return Row(label, place, amount, words={"note": value})
    return None if len(value.value.split()) > VALUE_WORDS else Row(label, place, cell)


def _ends_sentence(text: str, amount_end: int, label: str) -> bool:
    """Whether the full stop behind an amount ends a sentence of some words: “The project will cost 600 kroner.”

    The stop of “kr.” tells nothing, unless the words begin as a sentence does.
    """
    if not text.endswith(".") or len(label.split()) <= SENTENCE_WORDS:
        return False
    return amount_end < len(text) or opens_sentence(label)


def tells_below_total(row: Row, above: Sequence[Row], labels: Labels) -> bool:
    """Whether a label has so many words behind it, among them an amount, and stands below the total: no line."""
    if "note" not in row.words or len(row.words["note"].value.split()) <= LABEL_WORDS:
        return False
    return any(sum_kind(each.label.value, name, labels) is Sum.TOTAL for each in above for name in NAMES)


def is_prose(label: str) -> bool:
    """Whether words before an amount are the beginning of a sentence ("The cost is") and not a label."""
    return len(label.split()) > LABEL_WORDS or SENTENCE.search(label) is not None or dangles(label)
