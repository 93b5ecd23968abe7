"""Knows where questions of one word are the labels of a document ("What:", "Why:"); their meaning stands in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from projektkort.document.layout import Document, LabelStyle, LineKind
from projektkort.project.leads import lead
from projektkort.schema.labels import Labels
from projektkort.schema.spelling import key
from projektkort.schema.word import Word

LEAST = 2  # questions that make labels of each other; a single one may be anything
BESIDE = frozenset({"title", "budget", "financing", "applied", "attachments"})  # headings that may stand beside them


def questions_of(document: Document, labels: Labels) -> Mapping[str, Word]:
    """The questions that are labels, by their keys.

    None where one stands twice, or where headings name sections: then the questions tell of what stands under those.
    """
    found = [(key(text), word) for text in _labels(document) if (word := labels.question(text))]
    counted = Counter(wanted for wanted, _ in found)
    if len(counted) < LEAST or max(counted.values()) > 1 or not _sections(document, labels) <= BESIDE:
        return {}
    return dict(found)


def _labels(document: Document) -> Iterator[str]:
    """What stands as a label by more than its looks: keys, headings, and what is bold, a question or before a colon."""
    yield from (entry.key.value for entry in document.root.entries) if document.root else ()
    for line in document.lines:
        asks = line.label and (line.label.style is not LabelStyle.PLAIN or line.label.text.value.endswith("?"))
        label = line.label if asks else lead(line)
        if label or line.kind is LineKind.HEADING:
            yield label.text.value if label else line.text.value


def _sections(document: Document, labels: Labels) -> set[str]:
    """The ids of the sections that headings name; a heading that is a question is none."""
    headings = (line.text.value for line in document.lines if line.kind is LineKind.HEADING)
    found = (labels.section(text) for text in headings if labels.question(text) is None)
    return {match.id for match in found if match}
