"""Knows where questions of one word are the labels of a document ("What:", "Why:"); their meaning stands in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from projektkort.document.layout import HEADING, Document
from projektkort.project.signs import Signs
from projektkort.schema.labels import Labels
from projektkort.schema.word import Word

LEAST = 2  # questions that make labels of each other; a single one may be anything
BESIDE = frozenset({"title", "budget", "financing", "applied", "attachments"})  # headings that may stand beside them


def questions_of(signs: Signs, labels: Labels) -> Mapping[str, Word]:
    """The questions that are labels, by their keys.

    None where one stands twice, or where headings name sections: then the questions tell of what stands under those.
    """
    if len(signs.questions) < LEAST:
        return {}
    counted = Counter([wanted for wanted, _ in signs.questions])
    if len(counted) < LEAST or max(counted.values()) > 1 or not _sections(signs.document, labels) <= BESIDE:
        return {}
    return dict(signs.questions)


def _sections(document: Document, labels: Labels) -> set[str]:
    """The ids of the sections that headings name; a heading that is a question is none."""
    headings = (line.text.value for line in document.lines if line.kind is HEADING)
    found = (labels.section(text) for text in headings if labels.question(text) is None)
    return {match.id for match in found if match}
