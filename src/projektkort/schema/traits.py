"""Knows what a document looks like before any schema is known: amounts in rows, goals with a status, running prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice

from projektkort.document.layout import Document, Entry, Label, LabelStyle, Line, LineKind, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.schema.goal_line import status_on
from projektkort.schema.labels import Labels
from projektkort.schema.priced import is_priced
from projektkort.schema.series import tells_reports
from projektkort.schema.telling import told

BEFORE_TITLE = frozenset({"outline", "description", "goal-report"})
"""Kinds whose words stand before a title and not before the path or the number of a document."""
STATES = frozenset({"status", "fulfilment"})
AIMS = frozenset({"goal", "subgoal"})
LINES = (LineKind.TEXT, LineKind.ITEM)
PATH = cache(partial(re.compile, r"\d{1,2}(?:\.\d{1,2})+\.?\s+\D"))
LETTERED = cache(partial(re.compile, r"\d{1,2}(?:\.\d{1,2})*\.?[A-Za-z][.)]?\s+\S"))
FIGURES = "0123456789 .,:+-*%\u00a0\u202f"
LETTERS = 3  # of the shortest word for a goal, or for how far it is
FEWEST = 2  # goals that are told without a word for them, or on a line each
HEADS = 3  # rows at the top of a table in which its heads may stand
OPENING = 4  # lines in which a document may say what it is
TITLE = 160  # characters; a longer line tells, and names nothing
SENTENCE = 8  # words; a shorter line without a full stop may be anything
PROSE = 25  # words of running text, from which on a text is one
NEARLY_ALL = 0.8  # so much of the words stand in paragraphs where a text is prose
STOPS = (".", "!", "?", "…")
CLOSING = "\"'”’»)"


class Traits(Frozen):
    """What a document shows of itself whatever its form.

    `money`: amounts in rows or behind labels; `goals`: goals with how far they are, in a table, in YAML or block by
    block; `prose`: paragraphs and hardly anything else. `calls` is the kind that its title or first lines call it, or
    None.
    """

    money: bool = False
    goals: bool = False
    prose: bool = False
    calls: str | None = None


def traits_of(document: Document, labels: Labels, language: str | None) -> Traits:
    """What a document shows of itself; an amount, a report or an application told of in a sentence is no trait."""
    tables = _goal_tables(document.lines, labels)
    return Traits(
        money=is_priced(document, tables, labels, language),
        goals=bool(tables)
        or _has_columns(document.lines, labels)
        or _has_goals(document.root, labels)
        or _has_blocks(document.lines, labels),
        prose=document.root is None and _is_prose(document.lines),
        calls=told("\n".join(_opening(document, labels)), "kinds") or _told_by_reports(document, language),
    )


def _told_by_reports(document: Document, language: str | None) -> str | None:
    return "status-report" if tells_reports(document.source.text, language) else None


def _opening(document: Document, labels: Labels) -> Iterator[str]:
    """The title and the first lines, without those that are a sentence or answer a label."""
    for entry in document.root.entries if document.root else ():
        if isinstance(entry.value, Scalar) and _is_title(labels, entry.key.value):
            yield entry.value.text.value
    for line in islice((line for line in document.lines if line.text.value), OPENING):
        label, text = line.label, line.text.value
        if label is not None and label.style is LabelStyle.INLINE and line.kind is not LineKind.HEADING:
            text = _called(label, labels)
        if len(text) <= TITLE and not (_is_stopped(text) and len(text.split()) >= SENTENCE):
            yield text


def _called(label: Label, labels: Labels) -> str:
    """What a labelled line calls the document: a title, or what it is, before its title."""
    if _is_title(labels, label.text.value):
        return label.value.value
    return label.text.value if labels.kind(label.text.value) in BEFORE_TITLE else ""


def _is_title(labels: Labels, label: str) -> bool:
    match = labels.section(label)
    return match is not None and match.id == "title" and match.near is None


def _goal_tables(lines: Iterable[Line], labels: Labels) -> frozenset[int]:
    """The tables that are headed by goals and how far they are."""
    seen: dict[int, int] = {}
    found = set()
    for line in lines:
        if line.kind is LineKind.ROW and seen.setdefault(line.table, 0) < HEADS:
            seen[line.table] += 1
            if _heads_goals([cell.value for cell in line.cells], labels):
                found.add(line.table)
    return frozenset(found)


def _has_columns(lines: Sequence[Line], labels: Labels) -> bool:
    """Whether heads of goals stand above other words with wide gaps between them."""
    spaced = [at for at, line in enumerate(lines[:-1]) if line.cells and line.kind is LineKind.TEXT]
    return any(
        len(lines[at + 1].cells) > 1 and _heads_goals([cell.value for cell in lines[at].cells], labels) for at in spaced
    )


def _heads_goals(heads: Iterable[str], labels: Labels) -> bool:
    """Whether one of the heads is of goals and another one of their status."""
    roles = [labels.goal_column(head) for head in heads if len(head.strip(FIGURES)) >= LETTERS]
    states = [role for role in roles if role in STATES]
    return len(states) > 1 or (bool(states) and not AIMS.isdisjoint(roles))


def _has_goals(root: Mapping | None, labels: Labels) -> bool:
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


def _has_blocks(lines: Iterable[Line], labels: Labels) -> bool:
    """Whether a numbered goal has its status below it on a line of its own, or several have it on theirs.

    Where no word says that a number is a goal's, several of them must tell how far they are.
    """
    above: str | None = None
    bare, listed = set[str](), []
    for line in lines:
        label = line.label
        aim = _aim(line, label, labels) if label is not None else None
        title = aim or (label.text.value if label is not None else line.text.value)
        if not (title or above):
            continue
        if above and label is not None and label.value.value and labels.goal_column(title) in STATES:
            if labels.graded(label.value.value).grade is not None:
                bare.add(above)
            if _is_goal(above, labels) or LETTERED().match(above) or len(bare) >= FEWEST:
                return True
        named = _is_goal(title, labels)
        if named and line.kind in LINES:
            listed.append(status_on(line.text.value, labels) is not None)
        if named or aim or (title[:1].isdecimal() and PATH().match(title)):
            above = title
        elif above and (line.kind is LineKind.HEADING or _is_other(label, labels)):
            above = None
    return len(listed) >= FEWEST and all(listed)


def _aim(line: Line, label: Label, labels: Labels) -> str | None:
    """The words behind a label that is just a word like "Goal"."""
    inline = label.style is LabelStyle.INLINE and line.kind in LINES
    return label.value.value if inline and labels.goal_word(label.text.value) in AIMS else None


def _is_other(label: Label | None, labels: Labels) -> bool:
    """Whether a label begins something else than what belongs to a goal."""
    return label is not None and label.style is LabelStyle.BOLD and not labels.goal_column(label.text.value)


def _is_goal(title: str, labels: Labels) -> bool:
    """Whether a word like "Goal" stands before a number."""
    first, _, rest = title.partition(" ")
    second = rest.partition(" ")[0]
    return not second.isalpha() and any(map(str.isdecimal, second)) and labels.goal_word(first) in AIMS


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether nearly all words stand in paragraphs, below one heading at most."""
    if len([line for line in lines if line.kind is LineKind.HEADING]) > 1:
        return False
    said = [line for line in lines if line.kind not in {LineKind.BLANK, LineKind.COMMENT}]
    running = sum(_words(line) for line in said if _runs(line))
    return running >= PROSE and running >= NEARLY_ALL * sum(map(_words, said))


def _runs(line: Line) -> bool:
    """Whether a line is one of a paragraph: long, or the end of a sentence."""
    return line.kind is LineKind.TEXT and (_words(line) >= SENTENCE or _is_stopped(line.text.value))


def _is_stopped(text: str) -> bool:
    """Whether a full stop or the like stands at the end, or before what closes there."""
    return text.removesuffix("\n").rstrip(CLOSING).endswith(STOPS)


def _words(line: Line) -> int:
    return len(line.text.value.split())
