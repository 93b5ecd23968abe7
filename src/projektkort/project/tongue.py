"""Knows which language a document is written in, and the currency that follows, without asking the machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from projektkort.document.figures import is_figure
from projektkort.document.layout import Document, LabelStyle, LineKind, Scalar
from projektkort.locale import guess, normal
from projektkort.project.leads import lead
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Text

CROWN = {"da": "DKK", "sv": "SEK", "nb": "NOK"}
VOTES = 2  # so many labels more than those of the next language decide
PAIR = 2  # cells of a row that may be a label and its answer
SAMPLE = 20_000  # characters of running text are plenty for stop words


def language_of(document: Document, asked: Schema | None, labels: Labels) -> str | None:
    """The document's own word, then the language of a schema that was asked for, label votes, stop words, else None."""
    own = setting(document, "language", labels)
    stated = normal(own.value) if own is not None else None
    if stated is not None:
        return stated
    if asked is not None and asked.language is not None:
        return asked.language
    return _voted(document, labels) or guess(document.source.text[:SAMPLE])


def currency_of_document(stated: Text | None, schema: Schema, language: str | None) -> str | None:
    """The document's currency, else the schema's, else the crown of the language."""
    if stated is not None:
        return stated.value.strip().upper()
    return schema.currency or CROWN.get(language or "")


def setting(document: Document, key: str, labels: Labels) -> Text | None:
    """What a document says of itself under a key such as `schema` or `language`: in YAML, front matter or its head."""
    for entry in document.root.entries if document.root else ():
        if labels.key(entry.key.value) == key and isinstance(entry.value, Scalar):
            return entry.value.text
    for line in document.lines:
        if line.kind is LineKind.HEADING and line.level > 1:
            return None
        label = line.label
        if label is not None and label.style is LabelStyle.INLINE and labels.key(label.text.value) == key:
            return label.value
    return None


def _voted(document: Document, labels: Labels) -> str | None:
    """The language that the labels speak, each voting for all that know it: the only one of all, or far ahead."""
    spoken = [languages for text in candidates(document) if (languages := labels.languages(text))]
    spoken += [languages for text in _heads(document) if (languages := labels.head_languages(text))]
    votes = Counter(language for languages in spoken for language in languages)
    (first, most), (_, second) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    if most < VOTES or most == second:
        return None
    return first if most - second >= VOTES or most == len(spoken) else None


def _heads(document: Document) -> Iterator[str]:
    """The cells of the first row of each table."""
    known = 0
    for line in document.lines:
        if line.kind is LineKind.ROW and line.table > known:
            known = line.table
            yield from (cell.value for cell in line.cells)


def candidates(document: Document) -> list[str]:
    """Everything in a document that might be a label: keys of YAML, headings, label candidates of lines and rows."""
    keys = [entry.key.value for entry in document.root.entries] if document.root else []
    headings = [line.text.value for line in document.lines if line.kind is LineKind.HEADING]
    found = [line.label or lead(line) for line in document.lines]
    rows = [line.cells for line in document.lines if line.kind is LineKind.ROW and len(line.cells) == PAIR]
    forms = [label.value for label, answer in rows if not is_figure(answer.value)]
    return [*keys, *headings, *(label.text.value for label in found if label), *forms]
