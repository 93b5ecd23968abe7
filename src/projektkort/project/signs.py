"""Knows what in a document looks like a label, and what it says of itself, whatever schema it is read by.

Each is found when it is first asked for, and then kept: the choice of a schema and the binding by it ask for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from projektkort.document.figures import is_figure
from projektkort.document.layout import HEADING, ROW, TEXT, Document, Entry, Label, LabelStyle, Line, Node, Scalar
from projektkort.document.layout import Mapping as Entries
from projektkort.locale import normal
from projektkort.project.leads import lead
from projektkort.project.setting import is_setting
from projektkort.project.tongue import language_by
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.spelling import key
from projektkort.schema.word import Word
from projektkort.span import Text

PAIR = 2  # cells of a row that may be a label and its answer


class Signs:
    """The signs in one document; labels and keys are known by the words that all schemas share."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known = Labels()

    def language(self, asked: Schema | None = None) -> str | None:
        """The document's own word, then the language of a schema that was asked for, else that of its words."""
        own = self.own.get("language")
        stated = normal(own.value) if own is not None else None
        return stated or (asked.language if asked is not None else None) or self._spoken

    @cached_property
    def own(self) -> Mapping[str, Text]:
        """What a document says of itself, by keys such as `schema`: in YAML, in front matter or in its head."""
        told = [(self._known.key(label.text.value), label.value) for label in self._head]
        found: dict[str, Text] = {}
        for entry, wanted in zip(self._entries, self.keys, strict=True):
            if wanted and isinstance(entry.value, Scalar):
                found.setdefault(wanted, entry.value.text)
        for wanted, value in told:
            if wanted:
                found.setdefault(wanted, value)
        return found

    @cached_property
    def keys(self) -> Sequence[str | None]:
        """What each key of YAML names that is no section."""
        return self._known.keys(self._keys)

    @cached_property
    def labels(self) -> Sequence[str]:
        """Everything that might be a label: keys of YAML, headings, label candidates of lines and rows."""
        lines = self.document.lines
        headings = [line.text.value for line in lines if line.kind is HEADING]
        found = [label.text.value for label in self._labelled if label]
        rows = [line.cells for line in lines if line.kind is ROW and len(line.cells) == PAIR]
        forms = [label.value for label, answer in rows if not is_figure(answer.value)]
        return [*self._keys, *headings, *found, *forms]

    @cached_property
    def questions(self) -> Sequence[tuple[str, Word]]:
        """The questions of one word that are labels by more than their looks, with their keys."""
        pairs = zip(self.document.lines, self._labelled, strict=True)
        posed = [_posed(line, label) for line, label in pairs if label is not None or line.kind is HEADING]
        asked = [(key(text), word) for text in posed if text and (word := self._known.question(text))]
        return [*self._known.questions(self._keys), *asked]

    @cached_property
    def _spoken(self) -> str | None:
        told = ((label.text.value, label.value.value) for label in self._head)
        settings = (text for text, value in told if is_setting(self._known.key(text), value))
        keys = chain(settings, self._keys)
        return language_by(self.document.source.text, self.labels, self._heads(), self._answers(), keys, self._known)

    @cached_property
    def _labelled(self) -> Sequence[Label | None]:
        """For each line the label that it begins with, or perhaps does."""
        return [line.label or (lead(line) if line.kind is TEXT else None) for line in self.document.lines]

    @cached_property
    def _head(self) -> Sequence[Label]:
        """What is answered on lines of their own above the first section."""
        found = []
        for line in self.document.lines:
            if line.kind is HEADING and line.level > 1:
                break
            if line.label is not None and line.label.style is LabelStyle.INLINE:
                found.append(line.label)
        return found

    @property
    def _entries(self) -> Sequence[Entry]:
        return self.document.root.entries if self.document.root else ()

    @cached_property
    def _keys(self) -> Sequence[str]:
        return [entry.key.value for entry in self._entries]

    def _heads(self) -> Iterator[str]:
        """The cells of the first row of each table."""
        known = 0
        for line in self.document.lines:
            if line.table > known and line.kind is ROW:
                known = line.table
                yield from (cell.value for cell in line.cells)

    def _answers(self) -> Iterator[str]:
        """The cells of rows and columns, what stands behind labels, and the values in YAML."""
        for line in self.document.lines:
            yield from (cell.value for cell in line.cells)
            if line.label is not None:
                yield line.label.value.value
        if self.document.root is not None:
            yield from _scalars(self.document.root)


def _posed(line: Line, label: Label | None) -> str | None:
    """What stands on a line as a label by more than its looks: a heading, what is bold, a question or before a
    colon."""
    if label is not None and label is line.label and label.style is LabelStyle.PLAIN:
        label = label if label.text.value.endswith("?") else lead(line)
    if label is not None:
        return label.text.value
    return line.text.value if line.kind is HEADING else None


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text.value
    else:
        nodes = [entry.value for entry in node.entries] if isinstance(node, Entries) else node.items
        for each in nodes:
            yield from _scalars(each)
