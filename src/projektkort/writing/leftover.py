"""Knows what stands among the lines of a side and found no column in the table that is written of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from projektkort.document.layout import Document, LineKind, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.project.models import Section
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK
from projektkort.writing.sheet import Block, Table

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^<>]*>")


class Said(NamedTuple):
    """A line of the document: its text, the part of it that must be found, and the heads above it."""

    text: str
    wanted: str
    heads: str = ""


def leftover(sections: Iterable[Section], blocks: Iterable[Block], document: Document, labels: Labels) -> Iterator[str]:
    """The texts below the labels of sides of which a word is in none of the blocks that were made of them.

    The rows of a table have its heads above them.
    """
    written = {word for block in blocks for text in _shown(block) for word in _words(text)}
    for section in sections:
        left = [each for each in _said(section, document, labels) if not _words(each.wanted) <= written]
        yield from dict.fromkeys(text for each in left for text in (each.heads, each.text) if text)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(TAG.sub(" ", text))}


def _shown(block: Block) -> Iterator[str]:
    if isinstance(block, str):
        yield block
    elif isinstance(block, Table):
        yield from block.heads
        yield from (cell if isinstance(cell, str) else " ".join(cell) for row in block.rows for cell in row)


def _said(section: Section, document: Document, labels: Labels) -> Iterator[Said]:
    """What stands below a label, line by line; heads and keys that only name a column need not be found."""
    heads: dict[int, str] = {}
    for line, below in zip_longest(document.lines, document.lines[1:]):
        if not section.label.end < line.whole.start < section.place.end or line.blank:
            continue
        text = line.whole.value.strip()
        if line.table and below is not None and below.table == line.table and below.kind is LineKind.RULE:
            heads[line.table] = text
            yield Said(text, " ".join(cell.value for cell in line.cells if not labels.column(cell.value)))
        else:
            yield Said(text, text, heads.get(line.table, "") if line.kind is not LineKind.RULE else "")
    for entry in document.root.entries if document.root is not None else ():
        if entry.key.start == section.label.start:
            yield from (Said(text, text) for text in _texts(entry.value, labels))


def _texts(node: Node, labels: Labels) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield from LINE_BREAK.split(node.text.value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item, labels)
    else:
        for entry in node.entries:
            if not (labels.key(entry.key.value) or labels.column(entry.key.value)):
                yield entry.key.value
            yield from _texts(entry.value, labels)
