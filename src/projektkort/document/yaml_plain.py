"""Knows YAML as most people write it: keys, dashes, texts of one line or several, lists in brackets, blocks of text.

All else YAML itself composes. This makes the layout that `yaml_walk` makes, in less time than composing alone takes; a
line that YAML might read in another way ends it, whatever that way would be.
"""

from __future__ import annotations

import re
from functools import lru_cache

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.document.yaml_levels import Level, Levels, UnsureError
from projektkort.document.yaml_refusal import is_harmless
from projektkort.document.yaml_text import Spread
from projektkort.span import Lines, Text

_LONGEST_HEAD = 200  # characters of a key with what is before it; YAML takes none of more than 1024
_KEPT = 1024  # heads of rows: the documents of a folder have the same keys
# Indentation, dash, key. It begins with a letter or digit, as no sign does that means anything to YAML.
_HEAD = re.compile(r"( *+)(- ++)?([^\W_][^:#]*+)(?<! )")
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ODD = _SIGNS | {"", " "}
_QUOTES = "\"[^\"\\\\]*\"|'[^']*'"
_QUOTED = re.compile(rf"({_QUOTES})(?: *\Z| +#)")
# A comma without a space behind it may stand inside an amount.
_PART = re.compile(
    rf" *+(?:([^\W_][^:#,\[\]{{}}\"']{{0,{_LONGEST_HEAD}}}+)(?<! ): ++)?"
    rf"({_QUOTES}|[^-\s?:,\[\]{{}}#&*!|>'\"%@`][^:#,\[\]{{}}\"']*+) *(?:, |([\]}}])(?= *\Z| +#))"
)
_HEADERS = ("|", "|-", ">", ">-")
_FOLD = re.compile(r"\n(\n*)")


class Plain:
    """One reading of a text that stands in the source from `start` to `end`."""

    def __init__(self, lines: Lines, start: int, end: int) -> None:
        self._lines, self._end = lines, end
        self._levels = Levels(lines, start)
        self._rows: list[str] = []
        self._row, self._at, self._break = 0, start, 1  # the row that comes next, where, and how long breaks are

    def mapping(self) -> Mapping | None:
        """The mapping that the text is; None where YAML is to say what it is."""
        text = self._lines.text[self._at : self._end]
        if "\t" in text:
            return None
        self._rows = text.split("\n")
        if "\r" in text:
            self._rows, self._break, lone = text.split("\r\n"), 2, len(self._rows)
            if not text.count("\r") + 1 == len(self._rows) == lone:
                return None
        if not is_harmless(text, self._rows):
            return None
        try:
            self._read()
            return self._levels.root()
        except UnsureError:
            return None

    def _read(self) -> None:
        """Reads row by row; nearly all are a key that other documents have too, and a text of the same row."""
        lines, levels, rows, width = self._lines, self._levels, self._rows, self._break
        number, at, level = 0, self._at, levels.inner
        while number < len(rows):
            row, start = rows[number], at
            number, at = number + 1, start + len(row) + width
            head, colon, rest = row.partition(": ")
            if not colon and row[-1:] == ":":
                head, colon = row[:-1], ":"
            if colon and len(head) <= _LONGEST_HEAD and (found := _head(head)):
                column, dash, key, before = found
                if dash or level.key or level.column != column or level.dashes:
                    level = levels.of(column, dash, key, start + column)
                level.names.add(key)
                begin = start + before
                name = Text(key, lines, begin, begin + len(key))
                if rest[:1] not in _ODD and ": " not in rest and " #" not in rest and rest[-1] not in " :":
                    levels.end = end = at - width
                    level.found.append(Entry(name, Scalar(Text(rest, lines, end - len(rest), end))))
                    continue
                self._row, self._at = number, at
                self._keyed(level, name, rest.lstrip(" "))
            else:
                self._row, self._at = number, at
                self._without_key(row, start)
            number, at, level = self._row, self._at, levels.inner

    def _keyed(self, level: Level, name: Text, rest: str) -> None:
        """Reads what stands behind a key, or lets the key await it."""
        if not rest or rest[0] == "#":
            level.key = name
        else:
            read = self._block if rest[0] in "|>" else self._value
            level.found.append(Entry(name, read(level.column, rest)))

    def _without_key(self, row: str, start: int) -> None:
        """Reads an item, or what goes on with the text of the row before; a comment, or nothing."""
        bare = row.lstrip(" ")
        if not bare or bare[0] == "#":
            return
        column = len(row) - len(bare)
        if bare[:2] != "- ":
            self._go_on(start)
            return
        level, rest = self._levels.inner, bare[2:].lstrip(" ")
        if not rest or rest[0] == "#":
            raise UnsureError
        if level.column != column or not level.dashes:
            level = self._levels.of(column, 2, None, start + column)
        level.found.append(self._value(column, rest))

    def _value(self, column: int, rest: str) -> Node:
        """What stands behind a key or dash."""
        if rest[0] in _SIGNS:
            return self._signed(column, rest)
        start = self._at - self._break - len(rest)
        if ": " in rest or " #" in rest or rest[-1] in " :":
            rest = _ended(rest)
        self._levels.end = end = start + len(rest)
        return Scalar(Text(rest, self._lines, start, end))

    def _signed(self, column: int, rest: str) -> Node:
        """What begins with a sign."""
        start = self._at - self._break - len(rest)
        if rest[0] in "|>":
            return self._block(column, rest)
        if rest[0] in "[{":
            return self._flow(rest, start)
        if quoted := _QUOTED.match(rest):
            return self._part(quoted[1], start)
        if rest[0] == "-" and rest[1:2].isdigit():
            return self._part(_ended(rest), start)
        raise UnsureError

    def _part(self, part: str, start: int) -> Scalar:
        """A text, in quotation marks or not."""
        self._levels.end = stop = start + len(part)
        if part[0] in "\"'":
            return Scalar(Text(part[1:-1], self._lines, start + 1, stop - 1))
        return Scalar(Text(part, self._lines, start, stop))

    def _flow(self, rest: str, start: int) -> Mapping | Sequence:
        """A list or mapping in brackets, on one row and with nothing but texts in it."""
        level, at, closed = Level(0, start, rest[0] == "["), 1, None
        while not closed:
            part = _PART.match(rest, at)
            if part is None or bool(part[1]) is level.dashes:
                raise UnsureError
            value, at, closed = self._part(part[2].rstrip(" "), start + part.start(2)), part.end(), part[3]
            if part[1]:
                key = Text(part[1], self._lines, start + part.start(1), start + part.end(1))
                level.names.add(part[1])
                level.found.append(Entry(key, value))
            else:
                level.found.append(value)
        if closed != ("]" if level.dashes else "}"):
            raise UnsureError
        self._levels.end = start + at
        return self._levels.made(level, start + at)

    def _block(self, column: int, header: str) -> Scalar:
        """A block of text whose rows are all indented alike; empty rows may stand between them."""
        rows, stop, begin, width = self._rows, self._row, self._at, self._break
        row = rows[stop] if stop < len(rows) else ""
        indent = len(row) - len(row.lstrip(" "))
        if header not in _HEADERS or indent <= column or not row[indent : indent + 1].strip():
            raise UnsureError
        margin, behind = " " * indent, begin
        while stop < len(rows) and (not (row := rows[stop]) or row.startswith(margin)):
            stop, behind = stop + 1, behind + len(row) + width
        start = begin - width - len(header)
        text = self._lines.text[start : min(behind, self._end)]
        said = text[begin + indent - start :]
        if width > 1:
            said = said.replace("\r\n", "\n")
        ended = said[-1] == "\n"
        less = stop < len(rows) and rows[stop][: column + 1].isspace()
        if less or f"\n{margin} " in said or (said[-1].isspace() and not ended):
            raise UnsureError
        self._row, self._at = stop, behind
        self._levels.end = end = start + len(text.rstrip())
        value = _unfolded(header[0], said.replace(f"\n{margin}", "\n").rstrip("\n"))
        if ended and len(header) == 1:
            value += "\n"
        return Scalar(Text(value, self._lines, begin + indent, end, Spread(header[0], value, text, start)))

    def _go_on(self, start: int) -> None:
        """Puts the row that begins at `start`, and all that are like it, to the text of the one before."""
        level, rows, at, number = self._levels.inner, self._rows, start, self._row - 1
        last = level.found[-1] if level.found and level.key is None else None
        node = last.value if isinstance(last, Entry) else last
        if not isinstance(node, Scalar) or node.text.segments or node.text.end != start - self._break:
            raise UnsureError
        before, pieces = node.text, [node.text.value]
        while number < len(rows) and (piece := _further(rows[number], level.column)):
            pieces.append(piece)
            number, at = number + 1, at + len(rows[number]) + self._break
        if len(pieces) == 1:
            raise UnsureError
        self._row, self._at = number, at
        self._levels.end = end = at - self._break
        value, text = " ".join(pieces), self._lines.text[before.start : end]
        joined = Scalar(Text(value, self._lines, before.start, end, Spread("", value, text, before.start)))
        level.found[-1] = Entry(last.key, joined) if isinstance(last, Entry) else joined


@lru_cache(_KEPT)
def _head(head: str) -> tuple[int, int, str, int] | None:
    """How far a key is indented, how wide the dash before it is, the key, and where; None of what may be none."""
    found = _HEAD.fullmatch(head)
    return (len(found[1]), len(found[2] or ""), found[3], found.start(3)) if found else None


def _ended(rest: str) -> str:
    """A text without the comment behind it."""
    rest = rest.partition(" #")[0].rstrip(" ")
    if ": " in rest or rest[-1] == ":":
        raise UnsureError
    return rest


def _unfolded(style: str, value: str) -> str:
    """The lines of a block, of which `>` makes one: where several breaks follow each other, one less remains."""
    if style == "|":
        return value
    return _FOLD.sub(lambda breaks: breaks[1] or " ", value) if "\n\n" in value else value.replace("\n", " ")


def _further(row: str, column: int) -> str:
    """What a row adds to a text that began above it at a key in `column`; nothing where it may be something else."""
    bare = row.lstrip(" ")
    if not bare or len(row) - len(bare) <= column or bare[0] in _SIGNS:
        return ""
    return "" if ": " in bare or " #" in bare or bare[-1] in " :" else bare
