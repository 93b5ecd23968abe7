"""Knows the styles and lists of a Word document: what is bold, hidden, a heading, an item. Its text, others know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from projektkort.frozen import Frozen
from projektkort.source.word.blocks import BULLET
from projektkort.source.word.numbers import Counter, Level
from projektkort.source.word.tree import attribute, children
from projektkort.source.word.words import heading_level, is_contents

VAL = "{w}val"
_OFF = frozenset({"0", "false", "off", "none"})
_KINDS = {
    "bullet": BULLET,
    "none": "",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_LONGEST_CHAIN = 20
_TEXT_LEVEL = 9  # an outline level that is none
_NO_LIST = "0"


class Position(Frozen):
    """The list that a paragraph belongs to, and how deep it lies in it."""

    list: str
    depth: int


def switched(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as `{w}b` is on; None where nothing is said of it."""
    node = properties.find(name) if properties is not None else None
    return None if node is None else node.get(VAL, "1") not in _OFF


def whole(value: str | None, default: int = 0) -> int:
    """A whole number as XML has it; the default where it is none."""
    try:
        return int(value or "")
    except ValueError:
        return default


class Styles:
    """The styles of one document by their ids; each takes from the one that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._styles = {style.get("{w}styleId", ""): style for style in children(root, "{w}style")}
        defaults = (s for s in self._styles.values() if s.get("{w}default") in {"1", "true", "on"})
        self._default = next((s.get("{w}styleId") for s in defaults if s.get("{w}type") == "paragraph"), None)

    @property
    def language(self) -> str:
        """The language of text that names none, as a tag; "" where nothing is said."""
        return attribute(self._root, "{w}docDefaults/{w}rPrDefault/{w}rPr/{w}lang", VAL) or ""

    def switched(self, style: str | None, name: str) -> bool | None:
        """Whether a property of its text is on; None where the style says nothing."""
        found = (switched(each.find("{w}rPr"), name) for each in self._chain(style))
        return next((value for value in found if value is not None), None)

    def level(self, style: str | None) -> int | None:
        """The level of a heading from 1, or TITLE; None for other text."""
        for each in self._chain(style):
            named = heading_level(attribute(each, "{w}name", VAL) or "")
            outline = whole(attribute(each, "{w}pPr/{w}outlineLvl", VAL), -1)
            if named is not None or outline >= 0:
                return named if named is not None else outline_level(outline)
        return None

    def position(self, style: str | None) -> Position | None:
        """The list that the style belongs to."""
        for each in self._chain(style):
            properties = each.find("{w}pPr/{w}numPr")
            if properties is not None:
                return position(properties, None)
        return None

    def is_contents(self, style: str | None) -> bool:
        """Whether this is a line of a table of contents, or its heading."""
        return any(is_contents(attribute(each, "{w}name", VAL) or "") for each in self._chain(style))

    def _chain(self, style: str | None) -> Iterator[Element]:
        """The style and those that it is based on, the nearest first; the default one where none is named."""
        style = style or self._default
        for _ in range(_LONGEST_CHAIN):
            node = self._styles.get(style or "")
            if node is None:
                return
            yield node
            style = attribute(node, "{w}basedOn", VAL)


def outline_level(outline: int) -> int | None:
    """The level of a heading by its outline level, which counts from 0."""
    return outline + 1 if 0 <= outline < _TEXT_LEVEL else None


def position(properties: Element, inherited: Position | None) -> Position | None:
    """What the properties of a list item say, and its style where they do not."""
    name = attribute(properties, "{w}numId", VAL) or (inherited.list if inherited else _NO_LIST)
    depth = attribute(properties, "{w}ilvl", VAL)
    return Position(name, whole(depth, inherited.depth if inherited else 0)) if name != _NO_LIST else None


class Lists:
    """The lists of one document, and how far each has been counted."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._counters: dict[str, Counter] = {}
        self._begun: set[str] = set()

    def next(self, at: Position) -> str:
        """What stands in front of the next item; a bullet where the list is not described."""
        number = self._numbers.get(at.list)
        kind = attribute(number, "{w}abstractNumId", VAL) or f"? {at.list}"
        if kind not in self._counters:
            self._counters[kind] = Counter(self._levels(kind))
        counter = self._counters[kind]
        if at.list not in self._begun:
            self._begun.add(at.list)
            for other in children(number, "{w}lvlOverride"):
                start = attribute(other, "{w}startOverride", VAL)
                if start is not None:
                    counter.restart(whole(other.get("{w}ilvl")), whole(start, 1))
        return counter.next(at.depth)

    @cached_property
    def _numbers(self) -> dict[str, Element]:
        return {node.get("{w}numId", ""): node for node in children(self._root, "{w}num")}

    @cached_property
    def _kinds(self) -> dict[str, Element]:
        return {node.get("{w}abstractNumId", ""): node for node in children(self._root, "{w}abstractNum")}

    def _levels(self, kind: str) -> dict[int, Level]:
        node = self._kinds.get(kind)
        linked = attribute(node, "{w}numStyleLink", VAL)
        if linked is not None:
            node = next((n for n in self._kinds.values() if attribute(n, "{w}styleLink", VAL) == linked), node)
        return {whole(level.get("{w}ilvl")): _level(level) for level in children(node, "{w}lvl")}


def _level(node: Element) -> Level:
    kind = _KINDS.get(attribute(node, "{w}numFmt", VAL) or "", "1")
    return Level(kind, attribute(node, "{w}lvlText", VAL) or "", whole(attribute(node, "{w}start", VAL), 1))
