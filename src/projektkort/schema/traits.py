"""Knows what a document looks like before any schema is known: amounts in rows, goals with a status, running prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from projektkort.document.layout import BLANK, COMMENT, HEADING, TEXT, Document, Label, LabelStyle, Line, Scalar
from projektkort.frozen import Frozen
from projektkort.schema.kept import kept_together
from projektkort.schema.labels import Labels
from projektkort.schema.priced import is_priced
from projektkort.schema.series import tells_reports
from projektkort.schema.telling import told
from projektkort.schema.vocabulary import named

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


class Seen:
    """The same of a document at hand; an amount, a report or an application told of in a sentence is no trait.

    Each is looked for when it is first asked for: of most documents the labels tell enough.
    """

    def __init__(self, document: Document, labels: Labels, language: str | None) -> None:
        self._document, self._labels, self._language = document, labels, language

    @cached_property
    def money(self) -> bool:
        return is_priced(self._document, self._tables, self._labels, self._language)

    @cached_property
    def goals(self) -> bool:
        from projektkort.schema.goal_signs import has_goals  # noqa: PLC0415 - the labels of most documents tell enough

        return bool(self._tables) or has_goals(self._document, self._labels)

    @cached_property
    def prose(self) -> bool:
        return self._document.root is None and _is_prose(self._document.lines)

    @cached_property
    def calls(self) -> str | None:
        called = told("\n".join(_opening(self._document, self._labels)), "kinds")
        if called is None and tells_reports(self._document.source.text, self._language):
            return "status-report"
        return called

    @cached_property
    def _tables(self) -> frozenset[int]:
        from projektkort.schema.goal_signs import goal_tables  # noqa: PLC0415 - most documents have no goals

        return goal_tables(self._document.lines, self._labels)


def _opening(document: Document, labels: Labels) -> Iterator[str]:
    """The title and the first lines, without those that are a sentence or answer a label."""
    entries = document.root.entries if document.root else ()
    for at in _titles(tuple([entry.key.value for entry in entries])):
        if isinstance(title := entries[at].value, Scalar):
            yield title.text.value
    for line in islice((line for line in document.lines if line.text.value), OPENING):
        label, text = line.label, line.text.value
        if label is not None and label.style is LabelStyle.INLINE and line.kind is not HEADING:
            text = _called(label, labels)
        if len(text) <= TITLE and not (_is_stopped(text) and len(text.split()) >= SENTENCE):
            yield text


def _called(label: Label, labels: Labels) -> str:
    """What a labelled line calls the document: a title, or what it is, before its title."""
    if _is_title(label.text.value):
        return label.value.value
    return label.text.value if labels.kind(label.text.value) in BEFORE_TITLE else ""


@kept_together
def _titles(keys: tuple[str, ...]) -> tuple[int, ...]:
    """Where a title stands among the keys of a document."""
    return tuple(at for at, key in enumerate(keys) if _is_title(key))


def _is_title(label: str) -> bool:
    word = named(label, "sections")
    return word is not None and word.id == "title"


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
