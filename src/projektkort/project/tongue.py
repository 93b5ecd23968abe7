"""Knows which language a document is written in, and the currency that follows, without asking the machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from projektkort.document.figures import is_figure
from projektkort.document.layout import Document, Label, LabelStyle, LineKind, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.locale import guess, normal, spoken
from projektkort.project.leads import lead
from projektkort.project.setting import is_setting
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Text

CROWN = {"da": "DKK", "sv": "SEK", "nb": "NOK"}
VOTES = 2  # so many labels more than those of the next language decide
PAIR = 2  # cells of a row that may be a label and its answer
ANSWER = 80  # characters of a cell or answer that may tell how far a goal is
TERMS = 400  # of which so many are looked at
CLAUSE = re.compile(r"[.,;:()–\n]| - ")
SAMPLE = 20_000  # characters of running text are plenty for stop words


def language_of(document: Document, asked: Schema | None, labels: Labels) -> str | None:
    """The document's own word, then the language of a schema that was asked for, label votes, stop words, else None."""
    own = setting(document, "language", labels)
    stated = normal(own.value) if own is not None else None
    if stated is not None:
        return stated
    if asked is not None and asked.language is not None:
        return asked.language
    sample = document.source.text[:SAMPLE]
    voices = [*_voices(document, labels)]
    return _voted(voices, spoken(sample)) or guess(sample, [*voices, *_terms(document, labels)])


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
    return next((label.value for label in _head(document) if labels.key(label.text.value) == key), None)


def _head(document: Document) -> Iterator[Label]:
    """What is answered on lines of their own above the first section."""
    for line in document.lines:
        if line.kind is LineKind.HEADING and line.level > 1:
            return
        if line.label is not None and line.label.style is LabelStyle.INLINE:
            yield line.label


def _voices(document: Document, labels: Labels) -> Iterator[tuple[str, ...]]:
    """For each label and head the languages that know it."""
    yield from filter(None, (labels.languages(text) for text in candidates(document)))
    yield from filter(None, (labels.head_languages(text) for text in _heads(document)))


def _voted(voices: Sequence[tuple[str, ...]], able: Collection[str]) -> str | None:
    """The language that the labels speak, each voting for all that know it: the only one of all, or far ahead."""
    votes = Counter(language for languages in voices for language in languages if language in able)
    (first, most), (_, second) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    if most < VOTES or most == second:
        return None
    return first if most - second >= VOTES or most == len(voices) else None


def _terms(document: Document, labels: Labels) -> Iterator[tuple[str, ...]]:
    """The languages of what is more than a small word, and counts twice: how far goals are, and keys such as
    `Schema`."""
    answers = islice((text for text in _answers(document) if len(text) <= ANSWER), TERMS)
    found = [labels.status_languages(CLAUSE.split(text, maxsplit=1)[0]) for text in answers]
    for label in _head(document):
        if is_setting(labels.key(label.text.value), label.value.value):
            found.append(labels.key_languages(label.text.value))
    for entry in document.root.entries if document.root else ():
        found.append(labels.key_languages(entry.key.value))
    for languages in filter(None, found):
        yield from (languages, languages)


def _answers(document: Document) -> Iterator[str]:
    """The cells of rows and columns, what stands behind labels, and the values in YAML."""
    for line in document.lines:
        yield from (cell.value for cell in line.cells)
        if line.label is not None:
            yield line.label.value.value
    if document.root is not None:
        yield from _scalars(document.root)


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text.value
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _scalars(entry.value)


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
