"""Knows the styles and lists of an ODF text: what is bold or hidden, a heading, an item. Its text is left to others."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from projektkort.source.word.blocks import BULLET
from projektkort.source.word.numbers import Level
from projektkort.source.word.tree import attribute, children
from projektkort.source.word.words import heading_level, is_contents

NAME = "{style}name"
_LONGEST_CHAIN = 20
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


def whole(value: str | None, default: int) -> int:
    """A whole number as XML has it; the default where it is none."""
    return int(value) if value is not None and value.isascii() and value.isdigit() else default


class Styles:
    """The styles of one document: its own, and those that the program made for single places in it."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self.language = ""
        for root in roots:
            for part in ("{office}styles", "{office}automatic-styles"):
                for node in root.iterfind(f"{part}/{{style}}style"):
                    self._styles[node.get("{style}family", ""), node.get(NAME, "")] = node
                for node in root.iterfind(f"{part}/{{text}}list-style"):
                    self._lists[node.get(NAME, "")] = node
            for node in root.iterfind("{office}styles/{style}default-style"):
                if node.get("{style}family") == "paragraph":
                    self.language = attribute(node, "{style}text-properties", "{fo}language") or ""

    def is_bold(self, family: str, style: str | None) -> bool | None:
        """Whether text is bold; None where the style says nothing."""
        weight = self._property(family, style, "{fo}font-weight")
        return None if weight is None else weight in _BOLD

    def is_hidden(self, family: str, style: str | None) -> bool | None:
        """Whether text is not shown; None where the style says nothing."""
        shown = self._property(family, style, "{text}display")
        return None if shown is None else shown == "none"

    def level(self, style: str | None) -> int | None:
        """The level of a heading from 1, or TITLE, by the name of a paragraph's style; None for other text."""
        found = (heading_level(name) for name in self._names(style))
        return next((level for level in found if level is not None), None)

    def is_contents(self, style: str | None) -> bool:
        """Whether this is a line of a table of contents, or its heading."""
        return any(is_contents(name) for name in self._names(style))

    def list_of(self, style: str | None) -> str | None:
        """The list that the style of a paragraph belongs to."""
        found = (node.get("{style}list-style-name") for node in self._chain("paragraph", style))
        return next((name for name in found if name), None)

    def levels(self, name: str | None) -> dict[int, Level]:
        """How the levels of a list are counted, from 0."""
        node = self._lists.get(name or "")
        levels = [*children(node, "{text}list-level-style-number"), *children(node, "{text}list-level-style-bullet")]
        return {whole(level.get("{text}level"), 1) - 1: _level(level) for level in levels}

    def _property(self, family: str, style: str | None, name: str) -> str | None:
        found = (attribute(node, "{style}text-properties", name) for node in self._chain(family, style))
        return next((value for value in found if value is not None), None)

    def _names(self, style: str | None) -> Iterator[str]:
        for node in self._chain("paragraph", style):
            yield node.get("{style}display-name") or node.get(NAME, "").replace("_20_", " ")

    def _chain(self, family: str, style: str | None) -> Iterator[Element]:
        """The style and those that it is based on, the nearest first."""
        for _ in range(_LONGEST_CHAIN):
            node = self._styles.get((family, style or ""))
            if node is None:
                return
            yield node
            style = node.get("{style}parent-style-name")


def _level(node: Element) -> Level:
    if node.tag == "{text}list-level-style-bullet":
        return Level(BULLET)
    depth, shown = whole(node.get("{text}level"), 1), whole(node.get("{text}display-levels"), 1)
    number = ".".join(f"%{level}" for level in range(max(depth - shown, 0) + 1, depth + 1))
    text = f"{node.get('{style}num-prefix', '')}{number}{node.get('{style}num-suffix', '')}"
    return Level(node.get("{style}num-format", "1"), text, whole(node.get("{text}start-value"), 1))
