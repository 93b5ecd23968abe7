"""Knows what a document looks like before any schema is known: amounts in rows, goals with a status, running prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from projektkort.document.layout import BLANK, COMMENT, HEADING, TEXT, Document, Label, LabelStyle, Line, Scalar
from projektkort.frozen import Frozen
from projektkort.schema.goal_signs import goal_tables, has_goals
from projektkort.schema.labels import Labels
from projektkort.schema.priced import is_priced
from projektkort.schema.series import tells_reports
from projektkort.schema.telling import told

BEFORE_TITLE = frozenset({"outline", "description", "goal-report"})
"""Kinds whose words stand before a title and not before the path or the number of a document."""
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
    tables = goal_tables(document.lines, labels)
    return Traits(
        money=is_priced(document, tables, labels, language),
        goals=bool(tables) or has_goals(document, labels),
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
        if label is not None and label.style is LabelStyle.INLINE and line.kind is not HEADING:
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


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether nearly all words stand in paragraphs, below one heading at most."""
    if len([line for line in lines if line.kind is HEADING]) > 1:
        return False
    said = [line for line in lines if line.kind not in {BLANK, COMMENT}]
    running = sum(_words(line) for line in said if _runs(line))
    return running >= PROSE and running >= NEARLY_ALL * sum(map(_words, said))


def _runs(line: Line) -> bool:
    """Whether a line is one of a paragraph: long, or the end of a sentence."""
    return line.kind is TEXT and (_words(line) >= SENTENCE or _is_stopped(line.text.value))


def _is_stopped(text: str) -> bool:
    """Whether a full stop or the like stands at the end, or before what closes there."""
    return text.removesuffix("\n").rstrip(CLOSING).endswith(STOPS)


def _words(line: Line) -> int:
    return len(line.text.value.split())
