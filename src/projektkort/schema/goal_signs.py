"""Knows whether a document shows goals with how far they are, in whatever form, before any schema is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, partial

from projektkort.document.layout import (
    BLANK,
    HEADING,
    ITEM,
    ROW,
    TEXT,
    Document,
    Entry,
    Label,
    LabelStyle,
    Line,
    Mapping,
    Node,
    Scalar,
)
from projektkort.document.layout import Sequence as Items
from projektkort.schema.goal_line import status_on
from projektkort.schema.labels import Labels

STATES = frozenset({"status", "fulfilment"})
AIMS = frozenset({"goal", "subgoal"})
LINES = (TEXT, ITEM)
PATH = cache(partial(re.compile, r"\d{1,2}(?:\.\d{1,2})+\.?\s+\D"))
LETTERED = cache(partial(re.compile, r"\d{1,2}(?:\.\d{1,2})*\.?[A-Za-z][.)]?\s+\S"))
NUMBERED = cache(partial(re.compile, r"([^ ]*) [^ ]*\d"))
FIGURES = "0123456789 .,:+-*%\u00a0\u202f"
LETTERS = 3  # of the shortest word for a goal, or for how far it is
FEWEST = 2  # goals that are told without a word for them, or on a line each
HEADS = 3  # rows at the top of a table in which its heads may stand


def goal_tables(lines: Iterable[Line], labels: Labels) -> frozenset[int]:
    """The tables that are headed by goals and how far they are."""
    seen: dict[int, int] = {}
    found = set()
    for line in lines:
        if line.kind is ROW and seen.setdefault(line.table, 0) < HEADS:
            seen[line.table] += 1
            if _heads_goals([cell.value for cell in line.cells], labels):
                found.add(line.table)
    return frozenset(found)


def has_goals(document: Document, labels: Labels) -> bool:
    """Whether there are goals with how far they are outside tables: in columns, in YAML or block by block."""
    lines = document.lines
    return _has_columns(lines, labels) or _has_lists(document.root, labels) or _has_blocks(lines, labels)


def _has_columns(lines: Sequence[Line], labels: Labels) -> bool:
    """Whether heads of goals stand above other words with wide gaps between them."""
    spaced = [at for at, line in enumerate(lines[:-1]) if line.cells and line.kind is TEXT]
    return any(
        len(lines[at + 1].cells) > 1 and _heads_goals([cell.value for cell in lines[at].cells], labels) for at in spaced
    )


def _heads_goals(heads: Iterable[str], labels: Labels) -> bool:
    """Whether one of the heads is of goals and another one of their status.

    In most rows hardly a cell has letters, or the shorter ones of two show that they are no heads.
    """
    words = sorted((head for head in heads if len(head.strip(FIGURES)) >= LETTERS), key=len)
    if not any(map(labels.goal_column, words[:-1])):
        return False
    roles = [labels.goal_column(word) for word in words]
    states = [role for role in roles if role in STATES]
    return len(states) > 1 or (bool(states) and not AIMS.isdisjoint(roles))


def _has_lists(root: Mapping | None, labels: Labels) -> bool:
    """Whether a list in YAML has items with a goal and a status, or the keys below the goals' own have one each."""
    items: list[Mapping] = []
    level = [root] if root is not None else []
    while level:
        below = [entry for node in level for entry in node.entries if not isinstance(entry.value, Scalar)]
        if any(_is_keyed(entry, labels) for entry in below):
            return True
        listed = [item for entry in below if isinstance(entry.value, Items) for item in entry.value.items]
        level = [item for item in listed if isinstance(item, Mapping)]
        items += level
        level += [entry.value for entry in below if isinstance(entry.value, Mapping)]
    heads = {tuple([entry.key.value for entry in item.entries]) for item in items}  # the items of a list are alike
    return any(_heads_goals(keys, labels) for keys in heads)


def _is_keyed(entry: Entry, labels: Labels) -> bool:
    """Whether the keys below one for goals are goals: what stands behind each tells how far it is."""
    match = labels.section(entry.key.value) if isinstance(entry.value, Mapping) else None
    if match is None or match.id != "goals" or not isinstance(entry.value, Mapping):
        return False
    return any(_tells_state(below.value, labels) for below in entry.value.entries)


def _tells_state(node: Node, labels: Labels) -> bool:
    """Whether a value is a status, or a mapping that has one, also one level below."""
    if isinstance(node, Mapping):
        states = [entry for entry in node.entries if isinstance(entry.value, Scalar)]
        return any(labels.goal_column(entry.key.value) in STATES for entry in states) or any(
            _tells_state(entry.value, labels) for entry in node.entries if isinstance(entry.value, Mapping)
        )
    return isinstance(node, Scalar) and labels.graded(node.text.value).grade is not None


def _has_blocks(lines: Sequence[Line], labels: Labels) -> bool:
    """Whether a numbered goal has its status below it on a line of its own, or several have it on theirs."""
    if any(_is_state(line.label, labels) for line in lines if line.label is not None) and _has_states(lines, labels):
        return True
    listed = [line.text.value for line in lines if line.kind in LINES and _is_goal(_title(line, labels), labels)]
    return len(listed) >= FEWEST and all(status_on(line, labels) is not None for line in listed)


def _has_states(lines: Iterable[Line], labels: Labels) -> bool:
    """Whether a status stands below a goal.

    Where no word says that a number is a goal's, several of them must tell how far they are.
    """
    above: str | None = None
    bare = set[str]()
    for line in lines:
        if line.kind is BLANK:
            continue
        label, title = line.label, _title(line, labels)
        if above and label is not None and _is_state(label, labels):
            if labels.graded(label.value.value).grade is not None:
                bare.add(above)
            if _is_goal(above, labels) or LETTERED().match(above) or len(bare) >= FEWEST:
                return True
        if _is_goal(title, labels) or _aim(line, labels) or (title[:1].isdecimal() and PATH().match(title)):
            above = title
        elif above and (line.kind is HEADING or _is_other(label, labels)):
            above = None
    return False


def _is_state(label: Label, labels: Labels) -> bool:
    """Whether a label says that how far a goal is stands behind it."""
    return label.value.value != "" and labels.goal_column(label.text.value) in STATES


def _title(line: Line, labels: Labels) -> str:
    """What a line may call a goal: its label, what stands behind one like "Goal", else all of it."""
    return line.text.value if line.label is None else _aim(line, labels) or line.label.text.value


def _aim(line: Line, labels: Labels) -> str | None:
    """The words behind a label that is just a word like "Goal"."""
    label = line.label
    if label is None or label.style is not LabelStyle.INLINE or line.kind not in LINES:
        return None
    return label.value.value if labels.goal_word(label.text.value) in AIMS else None


def _is_other(label: Label | None, labels: Labels) -> bool:
    """Whether a label begins something else than what belongs to a goal."""
    return label is not None and label.style is LabelStyle.BOLD and not labels.goal_column(label.text.value)


def _is_goal(title: str, labels: Labels) -> bool:
    """Whether a word like "Goal" stands before a number."""
    match = NUMBERED().match(title)
    return match is not None and labels.goal_word(match[1]) in AIMS
