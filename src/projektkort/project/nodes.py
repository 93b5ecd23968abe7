"""Knows a node of YAML as text, with the place of every word. What its keys mean is left to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.span import Text

Told = list[Text | str]
"""Texts in the order written, and the words between them that stand nowhere."""


def node_text(node: Node, label: Text) -> Text:
    """A node as lines: its entries, or its items with a sign before each; empty behind the label where it is."""
    if isinstance(node, Scalar):
        return node.text
    if not isinstance(node, Mapping):
        return listed(node_pieces(node), Text.empty(label.lines, node.place.end))
    told: Told = []
    _add_entries(node, told, "\n")
    return Text.of(told) if told else Text.empty(label.lines, node.place.end)


def listed(pieces: Iterable[Text], nothing: Text) -> Text:
    """Items as lines with a sign before each, or what stands for none."""
    told: Told = []
    for piece in pieces:
        told += ("\n- " if told else "- ", piece)
    return Text.of(told) if told else nothing


def node_pieces(node: Mapping | Sequence) -> Iterator[Text]:
    """The entries or items of a node, each on one line; items that say nothing are none."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            told: Told = []
            _add_entry(entry, told)
            yield Text.of(told)
    else:
        for item in node.items:
            told = []
            _add(item, told)
            if told:
                yield Text.of(told)


def _add(node: Node, told: Told) -> None:
    """Puts a node to what has been told, as one line; nothing of one that says nothing."""
    if isinstance(node, Scalar):
        if node.text.value:
            told.append(node.text)
    elif isinstance(node, Mapping):
        _add_entries(node, told, ", ")
    else:
        parted = len(told)
        for item in node.items:
            before = len(told)
            if before > parted:
                told.append(", ")
            size = len(told)
            _add(item, told)
            if len(told) == size:
                del told[before:]


def _add_entries(node: Mapping, told: Told, between: str) -> None:
    before = len(told)
    for entry in node.entries:
        told.append(between)
        value = entry.value
        if isinstance(value, Scalar) and value.text.value:
            told += (entry.key, ": ", value.text)
        else:
            _add_entry(entry, told)
    del told[before : before + 1]


def _add_entry(entry: Entry, told: Told) -> None:
    """Puts `key: value`; an empty value reaches as far as it would stand."""
    value = entry.value
    if isinstance(value, Scalar):
        text = value.text
        told += (entry.key, ": ", text) if text.value else (entry.key, ":", Text.empty(text.lines, text.start))
        return
    told += (entry.key, ": ")
    size = len(told)
    _add(value, told)
    if len(told) == size:
        told[-1] = ":"
