"""Knows what a document looks like before any schema is known: amounts in rows, goals with a status, running prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from projektkort.document.layout import Document, LabelStyle, Line, LineKind, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.schema.labels import Labels
from projektkort.schema.priced import is_priced
from projektkort.schema.telling import told

STATES = frozenset({"status", "fulfilment"})
AIMS = frozenset({"goal", "subgoal"})
HEADS = 3  # rows at the top of a table in which its heads may stand
OPENING = 4  # lines in which a document may say what it is
TITLE = 160  # characters; a longer line tells, and names nothing
SENTENCE = 8  # words; a shorter line without a full stop may be anything
PROSE = 25  # words of running text, from which on a text is one
NEARLY_ALL = 0.8  # so much of the words stand in paragraphs where a text is prose

_STOP = re.compile(r"[.!?…][\"'”’»)]*$")


class Traits(Frozen):
    """What a document shows of itself whatever its form.

    `money`: amounts in rows or behind labels; `goals`: goals with how far they are, in a table, in YAML or block by
    block; `prose`: paragraphs and hardly anything else. `calls` is what its title or first lines call it:
    "application", "status-report", or None.
    """

    money: bool = False
    goals: bool = False
    prose: bool = False
    calls: str | None = None


def traits_of(document: Document, labels: Labels, language: str | None) -> Traits:
    """What a document shows of itself; an amount, a report or an application told of in a sentence is no trait."""
    tables = _goal_tables(document, labels)
    return Traits(
        money=is_priced(document, tables, labels, language),
        goals=bool(tables) or _has_goals(document.root, labels) or _has_blocks(document.lines, labels),
        prose=document.root is None and _is_prose(document.lines),
        calls=told("kinds", "\n".join(_opening(document, labels))),
    )


def _opening(document: Document, labels: Labels) -> Iterator[str]:
    """The title and the first lines, without those that are a sentence or answer a label."""
    for entry in document.root.entries if document.root else ():
        if isinstance(entry.value, Scalar) and _is_title(labels, entry.key.value):
            yield entry.value.text.value
    for line in islice((line for line in document.lines if line.text.value), OPENING):
        label, text = line.label, line.text.value
        if label is not None and label.style is LabelStyle.INLINE and line.kind is not LineKind.HEADING:
            text = label.value.value if _is_title(labels, label.text.value) else ""
        if len(text) <= TITLE and not (_STOP.search(text) and len(text.split()) >= SENTENCE):
            yield text


def _is_title(labels: Labels, label: str) -> bool:
    match = labels.section(label)
    return match is not None and match.id == "title" and match.near is None


def _goal_tables(document: Document, labels: Labels) -> frozenset[int]:
    """The tables that are headed by goals and how far they are."""
    seen: dict[int, int] = {}
    found = set()
    for line in document.lines:
        if line.kind is LineKind.ROW and seen.get(line.table, 0) < HEADS:
            seen[line.table] = seen.get(line.table, 0) + 1
            if _heads_goals((cell.value for cell in line.cells), labels):
                found.add(line.table)
    return frozenset(found)


def _heads_goals(heads: Iterable[str], labels: Labels) -> bool:
    """Whether one of the heads is of goals and another one of their status."""
    roles = [labels.goal_column(head) for head in heads]
    states = sum(role in STATES for role in roles)
    return states > 0 and (states > 1 or not AIMS.isdisjoint(roles))


def _has_goals(node: Node | None, labels: Labels) -> bool:
    """Whether a list in YAML has items with a goal and a status."""
    if isinstance(node, Mapping):
        return any(_has_goals(entry.value, labels) for entry in node.entries)
    if not isinstance(node, Items):
        return False
    keyed = (item for item in node.items if isinstance(item, Mapping))
    return any(
        _heads_goals((entry.key.value for entry in item.entries), labels) or _has_goals(item, labels) for item in keyed
    )


def _has_blocks(lines: Iterable[Line], labels: Labels) -> bool:
    """Whether a numbered goal is a heading or a bold label, with its status on a line of its own below."""
    inside = False
    for line in lines:
        label = line.label
        if inside and label is not None and label.value.value and labels.goal_column(label.text.value) in STATES:
            return True
        if line.kind is LineKind.HEADING or (label is not None and label.style is LabelStyle.BOLD):
            title = label.text.value if label is not None else line.text.value
            first, _, rest = title.partition(" ")
            inside = labels.goal_word(first) in AIMS and any(map(str.isdecimal, rest.split(" ")[0]))
    return False


def _is_prose(lines: Iterable[Line]) -> bool:
    """Whether nearly all words stand in paragraphs, below one heading at most."""
    said = [line for line in lines if line.kind not in {LineKind.BLANK, LineKind.COMMENT}]
    if sum(line.kind is LineKind.HEADING for line in said) > 1:
        return False
    running = sum(_words(line) for line in said if _runs(line))
    return running >= PROSE and running >= NEARLY_ALL * sum(map(_words, said))


def _runs(line: Line) -> bool:
    """Whether a line is one of a paragraph: long, or the end of a sentence."""
    return line.kind is LineKind.TEXT and (_words(line) >= SENTENCE or _STOP.search(line.text.value) is not None)


def _words(line: Line) -> int:
    return len(line.text.value.split())
