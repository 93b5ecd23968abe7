"""Knows the fields of a document whatever its form, which text is its title, and what stands under no label."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from projektkort.document.layout import Line
from projektkort.finding import Edit, Fix, Problem
from projektkort.frozen import Frozen
from projektkort.money import tail
from projektkort.period import Precision
from projektkort.period import read as read_period
from projektkort.project.apart import without_heads
from projektkort.project.codes import with_codes, with_number
from projektkort.project.entries import asides, entry_fields, unknown_key, unlabelled
from projektkort.project.field import Field, Outline, below, content, number_of
from projektkort.project.naming import behind_kind
from projektkort.project.questions import questions_of
from projektkort.project.row import Tongue
from projektkort.project.setting import ASIDE, REFERENCES, SETTINGS
from projektkort.project.signs import Signs
from projektkort.project.sums import names_form
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.spelling import corrected
from projektkort.span import Text

Parts = Callable[[str], frozenset[str]]
Tells = Callable[[Text], bool]
NO_PARTS: frozenset[str] = frozenset()
REMARKS = frozenset({"vat", "remarks"})
TITLE_LEVEL = 2  # a deeper heading is no title


@lru_cache(maxsize=128)
def labels_of(schema: Schema) -> Labels:
    """The labels of a schema; building them costs more than using them."""
    return Labels(schema)


@lru_cache(maxsize=128)
def _parts(schema: Schema) -> Mapping[str, frozenset[str]]:
    """The ids of the parts of each section that a schema asks for; of two sections with one id those of the first."""
    return {section.id: frozenset(part.id for part in section.parts) for section in reversed(schema.walk())}


class Gathered(Frozen):
    """The fields of a document, and the text under none; comments are kept, but nothing is read from them.

    `headline` is the line or heading that the title is, or ends with.
    """

    fields: tuple[Field, ...]
    title: Text | None
    headline: Text | None
    unplaced: tuple[Text, ...]
    comments: tuple[Text, ...]

    @property
    def known(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.id is not None)

    @property
    def other(self) -> tuple[Field, ...]:
        """Those that nobody knows, the heading that is the title left out."""
        return tuple(field for field in self.fields if field.id is None and field.label is not self.headline)

    def dated(self) -> Iterator[Text]:
        """What may tell the year of a week or day: the labels, and what stands under them."""
        for field in self.fields:
            yield field.label
            if field.id not in {"budget", "financing", "title"}:
                yield content(field)


def gather(signs: Signs, schema: Schema, language: str | None) -> Gathered:
    """The fields of the front matter or of YAML, then those of the lines."""
    document, labels, parts = signs.document, labels_of(schema), _parts(schema)
    if questions := questions_of(signs, labels):
        labels = labels.asking(questions)

    def parts_of(section: str) -> frozenset[str]:
        return parts.get(section, NO_PARTS)

    def is_date(text: Text) -> bool:
        return read_period(text.value, language).precision is not Precision.NONE

    def is_amount(text: Text) -> bool:
        return Tongue(language).cell(text).meant or (text.value[:1].isdigit() and not is_date(text))

    def is_row(text: Text) -> bool:
        return tail(text.value, language) is not None

    entries = tuple(entry_fields(document.root, labels, parts_of)) if document.root is not None else ()
    lines = without_heads(with_codes(document.lines, labels), labels, language) if document.lines else ()
    outline = _outline(lines, labels, parts_of, is_amount, is_row, is_date) if lines else Outline((), None, ())
    fields = (*entries, *(with_number(field, labels) for field in outline.fields))
    title, headline = _named(fields, outline, labels)
    loose = unlabelled(document.root, labels) if document.root is not None and "text" in signs.keys else ()
    unplaced = (*loose, *_unplaced(outline, title, headline))
    aside = tuple(asides(document.root, labels)) if document.root is not None and ASIDE in signs.keys else ()
    return Gathered(fields, title, headline, unplaced, (*aside, *document.comments))


def _outline(lines: Sequence[Line], labels: Labels, parts_of: Parts, *tells: Tells) -> Outline:
    from projektkort.project.outline import Outliner  # noqa: PLC0415 - for running text

    return Outliner(lines, labels, parts_of, *tells).run()


def _named(fields: Sequence[Field], outline: Outline, labels: Labels) -> tuple[Text | None, Text | None]:
    """The title as labelled, else as the headline tells it, and that headline."""
    labelled = next((each for field in fields for each in (field, *field.parts) if each.id == "title"), None)
    title = content(labelled) if labelled is not None else None
    title = title if title is not None and title.value else None
    headline = _headline(outline, labels) if title is None else None
    return title or (headline and (behind_kind(headline, labels) or headline)), headline


def _headline(outline: Outline, labels: Labels) -> Text | None:
    """The first line or heading, unless that is no label but the name of the form."""
    first = outline.first.text if outline.first is not None else None
    heading = next((field for field in outline.fields if field.id not in SETTINGS | REFERENCES), None)
    if first is None and heading is not None and heading.id is None and 0 < heading.rank <= TITLE_LEVEL:
        first = heading.label
    if first is None or (names_form(first.value) and behind_kind(first, labels) is None):
        return None
    return first


def _unplaced(outline: Outline, title: Text | None, headline: Text | None) -> Iterator[Text]:
    """Text under no label: lines before the first one, a first line that is not the title, what stands before or
    below it."""
    if outline.first is not None:
        beside = number_of(outline.first) if outline.first.text is headline else outline.first.whole.strip()
        yield from [beside] if beside is not None else []
    if headline is not None and title is not None and title.start > headline.start:
        yield headline.slice(0, len(headline.value) - len(title.value)).strip()
    yield from outline.unplaced
    for field in outline.fields:
        if field.label is headline:
            yield from (line.whole.strip() for line in below(field) if not line.blank)


def odd_labels(fields: tuple[Field, ...], labels: Labels) -> Iterator[Problem]:
    """Labels that are nearly one that is known, and keys of YAML that nobody knows; remarks ask for no section."""
    for field in fields:
        for each in (field, *field.parts):
            if each.near:
                yield _near_miss(each.label, each.near)
        if field.id is None and field.rank == 0 and not _is_remark(field.label.value, labels):
            yield unknown_key(field.label, labels)


def _is_remark(key: str, labels: Labels) -> bool:
    """Whether a key of YAML stands before notes of any kind, or says whether the amounts include VAT."""
    return labels.key(key) in REMARKS or labels.column(key) == "note"


def _near_miss(label: Text, near: str) -> Problem:
    meant = corrected(label.value, near) if label.place.text == label.value else None
    fix = Fix((Edit(label.place, meant),), safe=True) if meant is not None else None
    return Problem(label.place, rule="near-miss-label", fix=fix, label=label.value, meant=near)
