"""Knows the shapes of a document: lines with label candidates and cells, or YAML nodes, all with their places.

No meaning yet: what is a label, what nests under what and which rows are budget lines, the binding decides.
"""

from __future__ import annotations

from enum import StrEnum

from projektkort.finding import Problem
from projektkort.frozen import Frozen
from projektkort.source import Source
from projektkort.span import Place, Text


class LineKind(StrEnum):
    """What a line of Markdown or plain text looks like."""

    BLANK = "blank"
    TEXT = "text"
    HEADING = "heading"  # ATX, or the text of a setext heading
    ITEM = "item"  # begins with -, *, +, a bullet, a dash or a number
    ROW = "row"  # a row of a table: pipes, TABs or semicolons between its cells, tags, drawn lines
    RULE = "rule"  # only - = _ * + | : and space: typed rules, setext underlines, the delimiter row of a table
    COMMENT = "comment"  # inside <!-- -->
    CODE = "code"  # a fence, or a line inside one

    __hash__ = str.__hash__  # that of Enum is a call of Python code


# Asked of every line, over and over: a member looked up in its class costs five times as much as a name.
BLANK, TEXT, HEADING, ITEM, ROW, RULE, COMMENT, CODE = LineKind


class LabelStyle(StrEnum):
    """How a label candidate is written."""

    BOLD = "bold"  # **Label:** text, **Label**: text, <b>Label:</b>, or a line that is all bold
    FORM = "form"  # a cell of a form, its answer beside or below it
    INLINE = "inline"  # Label: text
    ALONE = "alone"  # Label: and nothing behind it
    PLAIN = "plain"  # a short line of its own, without colon and without a full stop

    __hash__ = str.__hash__


class Label(Frozen, guarded=False):
    """A piece of a line that may be a label: its words without markup and colon, and what follows on the line."""

    text: Text
    value: Text
    style: LabelStyle


class Line(Frozen, guarded=False):
    """One line of Markdown or plain text; of a table in HTML, or drawn with lines, one row with all its source.

    `text` is the content without marker, heading signs and enclosing markup; inner markup stays. `whole` is the
    line as it stands, without its line break. A rule of tags has no text. In a cell, line breaks of HTML and the lines
    of a drawn row are line breaks of the value. `cells` are the cells of a row; on a TEXT or ITEM line they are
    the pieces between TABs or runs of two or more spaces, when there are at least two. `table` numbers the
    tables of the document from 1; 0 is none.
    """

    kind: LineKind
    text: Text
    whole: Text
    level: int = 0
    marker: str = ""
    label: Label | None = None
    cells: tuple[Text, ...] = ()
    table: int = 0

    @property
    def blank(self) -> bool:
        return self.kind is LineKind.BLANK


def on_one_line(text: Text) -> Text:
    """The same signs at the same places, the lines of a cell parted by spaces."""
    if "\n" not in text.value:
        return text
    return Text(text.value.replace("\n", " "), text.lines, text.start, text.end, text.segments)


class Scalar(Frozen, guarded=False):
    """A YAML value as written, without quotes; never resolved to a type. Empty for `key:` with nothing behind."""

    text: Text

    @property
    def place(self) -> Place:
        return self.text.place


class Entry(Frozen, guarded=False):
    """A key of a mapping and its value."""

    key: Text
    value: Node


class Mapping(Frozen, guarded=False):
    """A YAML mapping in the order written; a key that stands twice stands here twice."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of the first entry whose key is written exactly so."""
        return next((entry.value for entry in self.entries if entry.key.value == key), None)


class Sequence(Frozen, guarded=False):
    """A YAML sequence."""

    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence


class Document(Frozen):
    """The layout of one source: `lines` for Markdown and plain text, `root` for YAML or the front matter."""

    source: Source
    lines: tuple[Line, ...] = ()
    root: Mapping | None = None
    comments: tuple[Text, ...] = ()
    problems: tuple[Problem, ...] = ()
