"""Knows where the sides of a project stand in its document, and what is written of them there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.document.layout import Document, Entry, LineKind, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.project.barred import parted
from projektkort.project.models import Section, Side
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK, Place, Text
from projektkort.writing.leftover import leftover
from projektkort.writing.rows import Heads, table_of
from projektkort.writing.sheet import Block, Part
from projektkort.writing.words import PHRASES

UNSAID = frozenset({LineKind.BLANK, LineKind.RULE, LineKind.COMMENT})


class Books:
    """The sides that have lines, in one document."""

    def __init__(self, sides: Iterable[Side | None], document: Document, labels: Labels, language: str) -> None:
        self.sides = [side for side in sides if side is not None and side.rows]
        self.document, self.labels, self.language = document, labels, language

    def held(self, section: Section) -> Side | None:
        """The side that stands below a label: its own, or that of the economy of a report."""
        named = (side for side in self.sides if section.id in {side.name, "economy"})
        return next((side for side in named if any(_inside(row.place, section) for row in side.rows)), None)

    def bare(self, sections: Sequence[Section]) -> list[Side]:
        """The sides that stand below no label of their own."""
        told = [self.held(section) for section in sections]
        return [side for side in self.sides if side not in told]

    def part(self, side: Side) -> Part:
        """Such a side under a label of ours."""
        return Part(PHRASES.say(side.name, self.language), (self._table(side),))

    def blocks(self, section: Section, side: Side) -> Iterator[Block]:
        """What stands among the lines of a side, and these."""
        stated = side.total
        if stated is not None and not side.lines and stated.label.start == section.label.start:
            yield stated.amount_place.text
            return
        prose = "\n".join(text.value for text in self._prose(section, side))
        if prose:
            yield prose
        yield self._table(side)

    def label(self, section: Section) -> str:
        """The label; with the currency, where YAML tells that below a key of its own."""
        side, node = self.held(section), next(self._nodes(section), None)
        if side is None or side.currency is None or not isinstance(node, Mapping):
            return section.label.value
        named = any(self.labels.key(entry.key.value) == "currency" for entry in node.entries)
        return f"{section.label.value} ({side.currency})" if named else section.label.value

    def leftover(self, sections: Iterable[Section], parts: Iterable[Part]) -> Iterator[str]:
        """What stands below the labels of sides and found no place in what was written of them."""
        held = [section for section in sections if self.held(section) is not None]
        written = [block for part in parts for block in (part.label, *part.blocks)]
        yield from leftover(held, written, self.document, self.labels)

    def _table(self, side: Side) -> Block:
        label = "post" if side.name == "budget" else "funder"
        heads = Heads(*(PHRASES.say(name, self.language) for name in (label, "amount", "total")))
        return table_of(side, self.document, self.labels, heads)

    def _prose(self, section: Section, side: Side) -> Iterator[Text]:
        """The texts below the label of a side that are neither rows of it nor heads of its tables."""
        rows = [row.place for row in side.rows]
        for line in self.document.lines:
            below = section.label.end < line.whole.start < section.place.end
            if below and line.kind not in UNSAID and not line.table and not _within(line.text, rows):
                yield line.text
        for node in self._nodes(section):
            yield from (text for text in _texts(node, self.labels) if not _within(text, rows))

    def _nodes(self, section: Section) -> Iterator[Node]:
        """What stands below the label in YAML."""
        entries: tuple[Entry, ...] = self.document.root.entries if self.document.root is not None else ()
        yield from (entry.value for entry in entries if entry.key.start == section.label.start)


def _texts(node: Node, labels: Labels) -> Iterator[Text]:
    """The texts of a side in YAML that are no columns of a line: notes, and what stands in the list of its lines."""
    if isinstance(node, Scalar):
        for _, pieces in parted(node.text.split(LINE_BREAK)):
            yield from (piece.strip() for piece in pieces if piece.strip().value)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if labels.column(entry.key.value) == "note" or isinstance(entry.value, Items):
                yield from _texts(entry.value, labels)
    else:
        for item in node.items:
            if isinstance(item, Scalar):
                yield from _texts(item, labels)


def _inside(place: Place, section: Section) -> bool:
    return section.place.start <= place.start < section.place.end


def _within(text: Text, places: Iterable[Place]) -> bool:
    return any(place.start < text.end and text.start < place.end for place in places)
