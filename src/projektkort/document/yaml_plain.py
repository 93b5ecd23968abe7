"""Knows YAML as most people write it: keys, dashes, text on one line, lists in brackets, blocks of text.

All else YAML itself composes. This makes the layout that `yaml_walk` makes, in less time than composing alone takes; a
line that YAML might read in another way ends it, whatever that way would be.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.document.yaml_text import scalar_text
from projektkort.span import Lines, Place, Text

_LONGEST = 50_000  # characters, too few for any limit to be reached but that of depth
_DEEPEST = 40
# Indentation, dash, key, the rest. A key begins with a letter or digit, as no sign does that means anything to YAML.
_LINE = re.compile(r"( *+)(- ++)?(?:([^\W_][^:#\n]{0,200}+)(?<! ):(?=[ \n]|\Z))? *+([^\n]*+)\n?")
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_QUOTES = "\"[^\"\\\\\n]*\"|'[^'\n]*'"
_QUOTED = re.compile(rf"({_QUOTES})(?: *\Z| +#)")
# A comma without a space behind it may stand inside an amount.
_PART = re.compile(
    rf" *+(?:([^\W_][^:#,\[\]{{}}\"'\n]*+)(?<! ): ++)?({_QUOTES}|[^-\s?:,\[\]{{}}#&*!|>'\"%@`][^:#,\[\]{{}}\"'\n]*+) *"
    r"(?:, |([\]}])(?= *(?:\n|\Z)| +#))"
)
_HEADERS = ("|", "|-", ">", ">-")
_FOLD = re.compile(r"\n(\n*)")


class _UnsureError(Exception):
    """A line may mean something else."""


class _Level:
    """A mapping or sequence that is not at its end: what it holds, and the key whose value is yet to come."""

    __slots__ = ("column", "dashes", "found", "key", "names", "start")

    def __init__(self, column: int, start: int, *, dashes: bool) -> None:
        self.column, self.start, self.dashes = column, start, dashes
        self.found: list[Any] = []  # entries or nodes
        self.names: set[str] = set()
        self.key: Text | None = None


class Plain:
    """One reading of a text that stands in the source from `start` to `end`.

    `taken` are the slices of the source that keys and values cover, an empty one first.
    """

    def __init__(self, lines: Lines, start: int, end: int) -> None:
        self.lines, self.text, self.start, self.end = lines, lines.text, start, end
        self.taken = [(start, start)]
        self._levels = [_Level(0, start, dashes=False)]

    def mapping(self) -> Mapping | None:
        """The mapping that the text is; None where YAML is to say what it is."""
        text, start, end = self.text, self.start, self.end
        if end - start > _LONGEST or text.find("\t", start, end) >= 0 or text.find("\r", start, end) >= 0:
            return None
        try:
            self._lines()
            if len(self.taken) == 1:
                return None
            self._levels[0].start = self.taken[1][0]  # its first key
            while len(self._levels) > 1:
                self._close()
            root = self._closed()
        except _UnsureError:
            return None
        return root if isinstance(root, Mapping) else None

    def _lines(self) -> None:
        lines, text, at, end = self.lines, self.text, self.start, self.end
        level, take = self._levels[0], self.taken.append
        while at < end:
            line = _LINE.match(text, at, end)
            assert line is not None  # every part of the pattern may be empty
            indent, dash, key, rest = line.groups()
            start, at, column, name = at, line.end(), len(indent), None
            if key:
                if dash or level.key or level.column != column or level.dashes:
                    level = self._level(column, start + column, dash, key)
                start = line.start(3)
                take((start, stop := start + len(key)))
                level.names.add(key)
                name = Text(key, lines, start, stop)
            elif dash:
                level = self._level(column, start + column, dash, key)
            elif rest and rest[0] != "#":
                raise _UnsureError
            else:
                continue
            start = line.start(4)
            if not rest or rest[0] in _SIGNS:
                at = self._signed(level, name, rest, start, at)
                continue
            if ": " in rest or " #" in rest or rest[-1] in " :":
                rest = _ended(rest)
            take((start, stop := start + len(rest)))
            value = Scalar(Text(rest, lines, start, stop))
            level.found.append(Entry(name, value) if name else value)

    def _signed(self, level: _Level, name: Text | None, rest: str, start: int, behind: int) -> int:
        """Reads what begins with a sign, or lets the key await its value; and says where the next line begins."""
        if rest[:1] in ("", "#"):
            if name is None:
                raise _UnsureError
            level.key = name
            return behind
        value: Node
        if rest[0] in "|>":
            block, behind = self._block(level.column, rest, start, behind)
            value = Scalar(block)
        elif rest[0] in "[{":
            value = self._flow(start, behind)
        elif quoted := _QUOTED.match(rest):
            value = self._part(quoted[1], start)
        elif rest[0] == "-" and rest[1:2].isdigit():
            value = self._part(_ended(rest), start)
        else:
            raise _UnsureError
        level.found.append(Entry(name, value) if name else value)
        return behind

    def _part(self, part: str, start: int) -> Scalar:
        """A text, in quotation marks or not."""
        stop = start + len(part)
        self.taken.append((start, stop))
        if part[0] in "\"'":
            return Scalar(Text(part[1:-1], self.lines, start + 1, stop - 1))
        return Scalar(Text(part, self.lines, start, stop))

    def _flow(self, start: int, end: int) -> Mapping | Sequence:
        """A list or mapping in brackets, on one line and with nothing but texts in it."""
        level, at, closed = _Level(0, start, dashes=self.text[start] == "["), start + 1, None
        while not closed:
            part = _PART.match(self.text, at, end)
            if part is None or bool(part[1]) is level.dashes:
                raise _UnsureError
            value, at, closed = self._part(part[2].rstrip(" "), part.start(2)), part.end(), part[3]
            if part[1]:
                first, last = part.span(1)
                self.taken.append((first, last))
                level.names.add(part[1])
                level.found.append(Entry(Text(part[1], self.lines, first, last), value))
            else:
                level.found.append(value)
        if closed != ("]" if level.dashes else "}"):
            raise _UnsureError
        self.taken.append((at, at))
        return self._node(level, at)

    def _block(self, column: int, header: str, start: int, begin: int) -> tuple[Text, int]:
        """A block of text whose lines are all indented alike, and where it ends."""
        below = _below(column).match(self.text, begin, self.end)
        assert below is not None  # it may be empty
        body, end = below.group(), below.end()
        indent = len(body) - len(body.lstrip(" "))
        value = body[indent:].replace("\n" + " " * indent, "\n")
        if header not in _HEADERS or value[:1] in ("", "\n") or "\n " in value or value[-1] == " ":
            raise _UnsureError
        kept = value.rstrip("\n")
        last = "\n" if len(kept) < len(value) and len(header) == 1 else ""
        if header[0] == ">":
            kept = _FOLD.sub(lambda breaks: breaks[1] or " ", kept) if "\n\n" in kept else kept.replace("\n", " ")
        self.taken.append((begin, end))
        return scalar_text(kept + last, header[0], start, self.text[start:end], self.lines), end

    def _level(self, column: int, start: int, dash: str | None, key: str | None) -> _Level:
        """The level that a line belongs to: one that is open, or a new one below the key that awaits it."""
        level = self._levels[-1]
        if level.key and (level.column < column or (dash and level.column == column)):
            level = self._open(column, start, dashes=bool(dash))
        while level.column > column or (level.column == column and level.dashes and not dash):
            self._close()
            level = self._levels[-1]
        if level.column != column or level.dashes is not bool(dash):
            raise _UnsureError
        if level.key:
            self._leave_empty(level, level.key)
        return self._open(column + len(dash), start + len(dash), dashes=False) if dash and key else level

    def _open(self, column: int, start: int, *, dashes: bool) -> _Level:
        if len(self._levels) == _DEEPEST:
            raise _UnsureError
        level = _Level(column, start, dashes=dashes)
        self._levels.append(level)
        return level

    def _close(self) -> None:
        node = self._closed()
        level = self._levels[-1]
        level.found.append(Entry(level.key, node) if level.key else node)
        level.key = None

    def _closed(self) -> Mapping | Sequence:
        """The last level, which it takes away, as a node; that ends with its last text."""
        level = self._levels.pop()
        if level.key:
            self._leave_empty(level, level.key)
        start, end = level.start, self.taken[-1][1]
        if self.text[end - 1].isspace():
            end = start + len(self.text[start:end].rstrip())
        return self._node(level, end)

    def _node(self, level: _Level, end: int) -> Mapping | Sequence:
        place = Place(self.lines, level.start, end)
        if level.dashes:
            return Sequence(tuple(level.found), place)
        if len(level.names) < len(level.found):  # a key stands twice
            raise _UnsureError
        return Mapping(tuple(level.found), place)

    def _leave_empty(self, level: _Level, key: Text) -> None:
        at = key.end + 1  # behind the colon
        self.taken.append((at, at))
        level.found.append(Entry(key, Scalar(Text.empty(self.lines, at))))
        level.key = None


def _ended(rest: str) -> str:
    """A text without the comment behind it."""
    rest = rest.partition(" #")[0].rstrip(" ")
    if ": " in rest or rest[-1] == ":":
        raise _UnsureError
    return rest


@lru_cache(_DEEPEST)
def _below(column: int) -> re.Pattern[str]:
    """Lines that are indented further, and empty ones."""
    return re.compile(rf"(?:[ ]{{{column + 1}}}[^\n]*+(?:\n|\Z)|[ ]*+\n)*")
