"""Knows which labelled parts a document must have, and that each stands there once and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from projektkort.finding import Fix, Note, Problem
from projektkort.project.models import Project, Section
from projektkort.rules.clauses import clause
from projektkort.rules.filled import REPORTED, TYPED, is_filled, is_told, names_document, told_alike
from projektkort.rules.order import to_move
from projektkort.rules.rule import rule
from projektkort.schema.kept import kept_together
from projektkort.schema.labels import Labels, normalise
from projektkort.schema.model import Schema, SectionSchema
from projektkort.span import Place, Text

SIDES = frozenset({"budget", "financing"})
"""These have rules of their own."""
BEFORE_COMMENT = cache(partial(re.compile, r"[\s:*_#=-]*(?:<!--.*-->\s*)*<!--\s*|\S?:?[ \t]*(?:\n[ \t]+)?", re.DOTALL))
"""What stands between a label and the comment that says what to write there."""
KEPT = 256  # schemas
MANY = 4
"""From so many required sections on, two thirds missing are one finding about the schema."""


@rule()
def many_sections_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """Most of the sections that the schema requires are there."""
    missing = missing_sections(project, schema)
    if missing and _too_many(missing, schema):
        labels = Labels(schema)
        yield Problem(
            project.start,
            variant=_looks(project, schema, missing),
            missing=sum(section in schema.sections for section in missing),
            required=len(_required(schema)),
            schema=schema.id,
            labels=tuple(labels.label_for(section.id, _language(project, schema)) for section in missing),
        )


@rule()
def required_section(project: Project, schema: Schema) -> Iterator[Problem]:
    """Each section that the schema requires is there, and something stands in it."""
    missing = missing_sections(project, schema)
    if missing and not _too_many(missing, schema):
        labels, language = Labels(schema), _language(project, schema)
        for section in missing:
            yield _absent(project, schema, section, labels, language)


def _required(schema: Schema) -> list[SectionSchema]:
    return [section for section in schema.sections if section.required and section.id not in SIDES]


def missing_sections(project: Project, schema: Schema) -> list[SectionSchema]:
    """The required sections that are not there or empty; parts only where their section is filled in."""
    missing: list[SectionSchema] = []
    for section, parts in _asked(schema):
        if not is_told(project, section.id):
            missing += [section] * (section.required and not told_alike(project, schema, section.id))
        elif parts and project.section(section.id) is not None:
            missing += [part for part in parts if not is_told(project, part.id)]
    return missing


@lru_cache(maxsize=KEPT)
def _asked(schema: Schema) -> tuple[tuple[SectionSchema, tuple[SectionSchema, ...]], ...]:
    """The sections that are required or have required parts, with these."""
    asked = ((section, tuple(part for part in section.parts if part.required)) for section in schema.sections)
    return tuple(pair for pair in asked if (pair[0].required or pair[1]) and pair[0].id not in SIDES)


def _looks(project: Project, schema: Schema, missing: Sequence[SectionSchema]) -> str:
    """What a document with most sections missing is: this very form, still empty; text without headings; another."""
    if 2 * sum(project.section(section.id) is not None for section in missing) > len(missing):
        return "empty"
    found = {section.id for section in project.walk()} - TYPED  # labels that stand in the head are no headings
    headed = any(section.id in found for section in schema.walk()) or not SIDES.isdisjoint(found)
    return "" if headed else "prose"


def _too_many(missing: Sequence[SectionSchema], schema: Schema) -> bool:
    required = len(_required(schema))
    return required >= MANY and 3 * sum(section in schema.sections for section in missing) >= 2 * required


def _absent(project: Project, schema: Schema, wanted: SectionSchema, labels: Labels, language: str) -> Problem:
    label = labels.label_for(wanted.id, language)
    empty = _section(project, wanted.id)
    about = Note(f"about-{wanted.id}")
    if empty is not None:
        return Problem(empty.label.place, variant="empty", label=empty.label.value, about=about)
    others = tuple(other for other in labels.spellings(wanted.id, language) if other != label)[:3]
    place, before, variant = _where(project, schema, wanted)
    kind = "field" if wanted.id in TYPED - {"schedule"} else ""
    return Problem(
        place,
        variant="-".join(filter(None, (kind, variant))),
        fix=None if kind or variant == "part" else _begun(project, label, language, before),
        label=label,
        about=about,
        before=_heading(before.label.value) if before else None,
        also=Note("also", {"labels": others}) if others else None,
        related=[before.label.place if before else None],
    )


def _begun(project: Project, label: str, language: str, before: Section | None) -> Fix | None:
    """The fix that begins a section: behind the one before it in the form, else before the first one."""
    from projektkort.rules.skeleton import skeleton  # noqa: PLC0415 - only where a section is missing

    model = before or next(iter(project.sections), None)
    return skeleton(label, language, model, behind=before is not None) if model is not None else None


def _section(project: Project, wanted: str) -> Section | None:
    """The section of an id, unless its label is what the document as a whole is called."""
    section = project.section(wanted)
    return None if section is not None and names_document(project, section) else section


def _heading(label: str) -> str:
    """A label as it is written above a section: the user's words, with a capital."""
    return label[:1].upper() + label[1:]


def _where(project: Project, schema: Schema, wanted: SectionSchema) -> tuple[Place, Section | None, str]:
    """Where a section would stand: behind the one that precedes it in the form, or at its beginning."""
    parent = next((section for section in schema.sections if wanted in section.parts), None)
    order = [section.id for section in (parent.parts if parent else schema.sections)]
    found = [_section(project, earlier) for earlier in order[: order.index(wanted.id)]]
    before = next((section for section in reversed(found) if section is not None), None)
    if parent is not None and before is None:
        whole = project.section(parent.id)
        assert whole is not None, "parts are only missed in sections that are there"
        return _behind(whole.label.place), whole, "part"
    if before is None:
        return project.start, None, "first"
    return _behind(before.place), before, ""


def _behind(place: Place) -> Place:
    return Place(place.lines, place.end, place.end)


def _language(project: Project, schema: Schema) -> str:
    """The language that the writer will write the label in."""
    return project.language or schema.language or "en"


def left_open(project: Project, section: Section) -> bool:
    """Whether only a form's comment stands there: below the label, or in YAML on the line above it."""
    return any(_is_beside(comment, section) for comment in project.comments)


def _is_beside(comment: Text, section: Section) -> bool:
    label = section.label
    if label.end < comment.start:
        between = label.lines.text[label.end : comment.start]
        return comment.start < section.place.end or BEFORE_COMMENT().fullmatch(between) is not None
    alone = label.lines.line(comment.line).lstrip().startswith("#")
    above = comment.place.span.end_line == label.line - 1
    return alone and above and comment.span.column == label.span.column


@rule()
def empty_section(project: Project, schema: Schema) -> Iterator[Problem]:
    """Something stands under each label, also where the schema does not require it; a form's comment is enough."""
    likely = [section for section in project.sections if section.parts or not is_filled(section)]
    empty = [part for section in likely for part in _empty(section)]
    if not empty:
        return
    said = {wanted for wanted, told in REPORTED.items() if getattr(project, told)}
    quiet = SIDES | said | {section.id for section in schema.required}
    for part in empty:
        if part.id not in quiet and not left_open(project, part) and not names_document(project, part):
            yield Problem(part.label.place, label=part.label.value)


def _empty(section: Section) -> list[Section]:
    """The section where nothing stands in it, else such parts of it."""
    return [part for part in section.parts if not is_filled(part)] if is_filled(section) else [section]


@rule()
def label_twice(project: Project, schema: Schema) -> Iterator[Problem]:
    """No label stands twice among the sections, or among the parts of one."""
    for group in (project.sections, *[section.parts for section in project.sections if len(section.parts) > 1]):
        if _all_differ(tuple([section.label.value for section in group])):
            continue
        seen: dict[str, Section] = {}
        for section in group:
            first = seen.setdefault(normalise(section.label.value), section)
            if first is not section and section.id not in SIDES:
                yield Problem(section.label.place, label=section.label.value, related=[first.label.place])


@kept_together
def _all_differ(labels: tuple[str, ...]) -> bool:
    """Whether no two of the labels are one; a folder's documents have the same ones."""
    return len(set(map(normalise, labels))) == len(labels)


@rule(asks={"ordered"})
def section_order(project: Project, schema: Schema) -> Iterator[Problem]:
    """The sections stand in the form's order; where they do not, as few as possible would have to move."""
    form = {section.id: rank for rank, section in reversed(list(enumerate(schema.sections)))}
    counted = form.keys() - (TYPED - {"schedule"})
    first: dict[str | None, Section] = {}
    for section in project.sections:
        first.setdefault(section.id, section)
    found = [section for section in first.values() if section.id in counted]
    moved = [found[at] for at in to_move([form[section.id or ""] for section in found])]
    if moved:
        yield Problem(
            moved[0].label.place,
            moves=tuple(_moved(section, found, form) for section in moved),
            source=clause(schema, "ordered"),
            related=[section.label.place for section in moved[1:]],
        )


def _moved(section: Section, found: Sequence[Section], form: Mapping[str, int]) -> Note:
    """After which of the others a section belongs; before all of them, where none precedes it in the form."""
    rank = form[section.id or ""]
    before = [other for other in found if form[other.id or ""] < rank]
    label = _heading(section.label.value)
    if not before:
        return Note("belongs-first", {"label": label})
    last = max(before, key=lambda other: form[other.id or ""])
    return Note("belongs-after", {"label": label, "before": _heading(last.label.value)})
