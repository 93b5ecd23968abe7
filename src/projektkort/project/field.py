"""Knows fields: a label, and what stands under it, alike for lines and for YAML. Who opens one, others decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from projektkort.document.layout import (
    BLANK,
    COMMENT,
    HEADING,
    ITEM,
    ROW,
    RULE,
    TEXT,
    LabelStyle,
    Line,
    Mapping,
    Node,
    Scalar,
)
from projektkort.document.layout import Sequence as Items
from projektkort.document.markers import marker
from projektkort.frozen import Frozen
from projektkort.project.nodes import node_pieces, node_text
from projektkort.span import LINE_BREAK, Place, Text


class Field(Frozen, guarded=False):
    """One labelled part of a document before it has a type.

    `body` is the lines below the label or the YAML node behind it; `value` is what follows the label on its line.
    `id` is None for a label that nobody knows; `near` is the label that this one nearly is. `rank` says how strongly
    it is marked: 1–6 for headings, BOLD for bold labels, WEAK for plain ones and 0 for YAML keys.
    """

    id: str | None
    label: Text
    value: Text | None
    body: tuple[Line, ...] | Node
    rank: int = 0
    near: str | None = None
    parts: tuple[Field, ...] = ()
    line: Place | None = None  # the line or entry that bears the label, with its marks

    @property
    def place(self) -> Place:
        """From the label, with the marks before it, to the last character that belongs to it."""
        label, body, value = self.label, self.body, self.value
        line = self.line or label
        if isinstance(body, tuple):
            ends = [each.whole.end for each in body if each.kind not in UNSAID]
        else:
            ends = [body.text.end if isinstance(body, Scalar) else body.place.end]
        ends += (line.end, label.end)
        if value is not None:
            ends.append(value.end)
        if self.parts:
            ends += [part.place.end for part in self.parts]
        return Place(label.lines, line.start, max(ends))


class Outline(Frozen):
    """The fields of a text in order, the first line where it may be the title, and the lines before any label."""

    fields: tuple[Field, ...]
    first: Line | None
    unplaced: tuple[Text, ...]


SIGNS = re.compile(r"#+\s+")
BARRED = re.compile(r"\|.+\|")
RULED = re.compile(r"\|[\s:|-]+\|")
BAR = re.compile(r"\|")
WORD = re.compile(r"\w")
UNSAID = frozenset({BLANK, COMMENT})
UNREAD = UNSAID | {RULE}
MARKS = frozenset({COMMENT, RULE})
AS_READ = frozenset({BLANK, TEXT})
RESHOWN = frozenset({HEADING, ITEM, COMMENT})
"""Lines that may be shown otherwise than they stand, or not at all."""
TAGS = re.compile(r"<[^<>]+>")
BOLD = 10
WEAK = 20
STRONG = frozenset({LabelStyle.BOLD, LabelStyle.FORM})


def content(field: Field) -> Text:
    """The text under a label without that of its parts: paragraphs and items, one per line."""
    if not isinstance(field.body, tuple):
        return node_text(field.body, field.label)
    return _as_written(field.body, field.value) or _told(field)


def _as_written(lines: Sequence[Line], value: Text | None) -> Text | None:
    """The text under a label where the source itself shows it: each line as it stands, right below the one before.

    None where another line is among them, or none, and where something stands below an answer on the label's line.
    """
    said = value if value is not None and value.value else None
    if not lines:
        return said
    if lines[0].kind is RULE:  # it underlines the label
        return None
    first = last = None
    behind = lines[0].whole.start
    for line in lines:
        whole = line.whole
        if line.text is not whole or whole.start != behind or whole.segments is not None or line.kind in RESHOWN:
            return None
        behind = whole.end + 1
        if whole.value:
            first, last = first or whole, whole
    if first is None or last is None:
        return said
    written = first.lines.text[first.start : last.end]
    return None if said or "\r" in written else Text(written, first.lines, first.start, last.end)


def _told(field: Field) -> Text:
    """The text under a label, made of what each of its lines tells."""
    pieces = [("", field.value)] if field.value is not None and field.value.value else []
    pieces += [("", line.text) if line.kind in AS_READ else _shown(line) for line in below(field)]
    said = [at for at, (sign, text) in enumerate(pieces) if sign or text.value]
    if not said:
        return Text.empty(field.label.lines, field.place.end)
    told: list[Text | str] = []
    for at in range(said[0], said[-1] + 1):
        sign, text = pieces[at]
        told += (f"\n{sign}" if told else sign, text)
    return Text.of(told if told[0] else told[1:])


def spanned(field: Field) -> Text:
    """The text under a label for a period; where YAML gives its two ends, both of them."""
    if not isinstance(field.body, Mapping):
        return content(field)
    ends = [entry.value.text for entry in field.body.entries if isinstance(entry.value, Scalar)]
    return Text.join(ends, " - ") if ends else content(field)


def below(field: Field) -> list[Line]:
    """The lines under a label, without comments, tags, and the rule that underlines it; none in YAML."""
    lines = field.body if isinstance(field.body, tuple) else ()
    underlined = bool(lines) and lines[0].kind is RULE
    return [line for line in lines[underlined:] if line.kind not in MARKS or _is_rule(line)]


def pieces(field: Field) -> Iterator[Text]:
    """The lines and items under a label one by one, without markers and blank lines; a row of a table is the text of
    its cells, and its head is none."""
    if isinstance(field.body, Scalar):
        yield from _lines(field.body.text)
        return
    body = field.body
    if not isinstance(body, tuple):
        yield from node_pieces(body)
        return
    if field.value is not None and field.value.value:
        yield field.value
    for after, line in enumerate(body, 1):
        if line.kind is ROW and (cells := [cell for cell in line.cells if cell.value]):
            if after == len(body) or body[after].kind is not RULE or body[after].table != line.table:
                yield Text.join(cells, ": ")
        elif line.kind not in UNREAD and line.text.value:
            yield line.text


def _lines(text: Text) -> Iterator[Text]:
    """The lines of a text of several, as a YAML block holds them: read as those of Markdown are."""
    lines = [line.strip() for line in text.split(LINE_BREAK)]
    for line, after in zip_longest(lines, lines[1:]):
        if BARRED.fullmatch(line.value):
            cells = [cell.strip() for cell in line.split(BAR) if WORD.search(cell.value)]
            if cells and not (after and RULED.fullmatch(after.value)):
                yield Text.join(cells, ": ")
        elif WORD.search(line.value):
            mark = marker(line.value) or SIGNS.match(line.value)
            yield line.slice(mark.end()) if mark else line


def items(field: Field) -> tuple[Text, ...]:
    """The items of the lists under a label; lines that go on, indented, belong to their item."""
    if isinstance(field.body, Items):
        return tuple(node_pieces(field.body))
    if not isinstance(field.body, tuple):
        return ()
    if ITEM not in [line.kind for line in field.body]:
        return ()  # as in most
    found: list[list[Text]] = []
    going_on = False
    for line in field.body:
        if line.kind is ITEM:
            found.append([line.text])
            going_on = True
        elif going_on and line.kind is TEXT and line.whole.value[:1].isspace():
            found[-1].append(line.text)
        else:
            going_on = False
    return tuple(Text.join(texts, " ") for texts in found)


def literal(words: str, beside: Text) -> Text:
    """Words that stand nowhere in the source, to be joined to those that do."""
    return Text(words, beside.lines, beside.start, beside.start, ())


def pair(key: Text, value: Text) -> Text:
    """`key: value` as one text."""
    return Text.join([key, value], ": ") if value.value else Text.join([key, literal(":", value)], "")


def number_of(line: Line) -> Text | None:
    """The number that an item begins with, which belongs to its label or title: "3. Budget"; None for bullets."""
    if line.kind is not ITEM or not line.marker[:1].isalnum():
        return None
    body = line.whole.strip()
    return body.slice(0, len(line.marker))


def _is_typeset(row: str) -> bool:
    """Whether a row has tags, or stands on several lines: then its cells are shown, not its source."""
    return "\n" in row or "\r" in row or ("<" in row and TAGS.search(row) is not None)


def _is_rule(line: Line) -> bool:
    """Whether a line is a rule that was typed, and not the tags that rule a table of HTML."""
    return line.kind is RULE and bool(line.text.value)


def _shown(line: Line) -> tuple[str, Text]:
    """A line that is no plain text, as it is shown among others: a sign that may stand nowhere, and what follows it."""
    if line.kind is ITEM:
        marker = f"{line.marker} " if line.marker[:1].isalnum() else "- "
        return "  " * line.level + marker, line.text
    if line.kind is ROW and _is_typeset(line.whole.value):
        return "", line.text
    if line.kind is HEADING and line.whole.value.lstrip().startswith("<"):  # its tags, as signs
        return "#" * line.level + " ", line.text
    return "", line.whole.strip()
