"""Knows what stands on the page of a project, in which order and under which label. How it looks, templates know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from projektkort.finding import Finding, Severity
from projektkort.pages.cover import clean, covers
from projektkort.pages.sections import Block, block
from projektkort.pages.share import KeyFigure, Segment, bar, key_figures
from projektkort.pages.tables import Table, table
from projektkort.pages.verdict import Verdict, verdict
from projektkort.pages.voice import To, Voice
from projektkort.project.models import Project, Section
from projektkort.schema.model import Schema
from projektkort.span import LINE_BREAK

FACTS = frozenset({"title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage"})
SETTINGS = frozenset({"schema", "language", "currency", "kind"})
FACT_LENGTH = 200
"""A longer answer is a section of its own."""


class Messages(Protocol):
    """What a page needs of the words of the rules."""

    def message(self, finding: Finding, language: str) -> str:
        """What is wrong, in whole sentences."""
        ...


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on the first screen."""

    severity: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A short answer and its label as written."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template lays out. Every text is masked; figures are written in the page's language."""

    voice: Voice
    text_language: str
    schema: str
    eyebrow: str
    title: str
    applicant: str
    key_figures: tuple[KeyFigure, ...]
    bar: tuple[Segment, ...]
    verdict: Verdict
    remarks: tuple[Remark, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Block, ...]
    tables: tuple[Table, ...]
    attachments: tuple[str, ...]
    unplaced: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.voice.language


def build(
    project: Project,
    findings: Sequence[Finding],
    catalogue: Messages,
    to: To,
    language: str | None,
    schema: Schema | None,
) -> Page:
    """What stands on the page of this project, in this language, else in the document's, else in English."""
    voice = Voice(language or project.language or "en", to)
    title = _find(project.sections, "title")
    return Page(
        voice=voice,
        text_language=project.language or voice.language,
        schema=_schema_title(schema, voice),
        eyebrow=clean(title.label.value) if title else voice.say(f"kind-{project.kind}"),
        title=_title(project) or voice.say("untitled"),
        applicant=clean(project.applicant.name.value) if project.applicant else "",
        key_figures=key_figures(project, voice),
        bar=bar(project.financing, voice),
        verdict=verdict(project, voice),
        remarks=tuple(_remarks(findings, catalogue, voice)),
        facts=tuple(_facts(project)),
        sections=tuple(block(each, project.schedule) for each in _prose(project)),
        tables=tuple(_tables(project, voice)),
        attachments=tuple(_attachments(project)),
        unplaced=tuple(_unplaced(project)),
    )


def _find(sections: Iterable[Section], wanted: str) -> Section | None:
    return next((section for section in sections if section.id == wanted), None)


def _title(project: Project) -> str:
    """The first line of the title; further lines stand under its label."""
    return clean(LINE_BREAK.split(project.title.value.strip(), 1)[0]) if project.title else ""


def _schema_title(schema: Schema | None, voice: Voice) -> str:
    if schema is None:
        return ""
    titles = {str(language): title for language, title in schema.title.items()}
    return titles.get(voice.language) or next(iter(titles.values()), schema.id)


def _remarks(findings: Iterable[Finding], catalogue: Messages, voice: Voice) -> Iterator[Remark]:
    """What somebody must look at, errors first, each in the order of the text."""
    for severity in (Severity.ERROR, Severity.WARNING):
        for finding in findings:
            if finding.severity is severity and finding.waived is None:
                yield Remark(str(severity), finding.span.line, clean(catalogue.message(finding, voice.language)))


def _is_fact(section: Section) -> bool:
    text = section.text.value.strip()
    return section.id in FACTS and not section.parts and len(text) <= FACT_LENGTH and not LINE_BREAK.search(text)


def _facts(project: Project) -> Iterator[Fact]:
    """The short answers in the order written."""
    for section in filter(_is_fact, project.sections):
        yield Fact(clean(section.label.value), clean(section.text.value))


def _prose(project: Project) -> Iterator[Section]:
    """The sections in the order written; the sides are tables, unless no table could be made of them."""
    tables = {side.name for side in (project.budget, project.financing) if side}
    for section in sorted((*project.sections, *project.other), key=lambda each: each.place.start):
        if not (_is_fact(section) or section.id in SETTINGS or section.id in tables):
            yield section


def _tables(project: Project, voice: Voice) -> Iterator[Table]:
    for side in filter(None, (project.budget, project.financing)):
        yield table(side, [section for section in project.sections if section.id == side.name], voice)


def _attachments(project: Project) -> Iterator[str]:
    """Those that no section shows already."""
    shown = [section.text.value for section in project.walk() if section.id == "attachments"]
    return (clean(text.value) for text in project.attachments if not covers(shown, text.value))


def _unplaced(project: Project) -> Iterator[str]:
    """What stands under no label, and what the document says about itself."""
    for section in project.sections:
        if section.id in SETTINGS:
            yield f"{clean(section.label.value)}: {clean(section.text.value)}"
    for text in project.unplaced:
        if any(map(str.isalnum, text.value)):
            yield clean(text.value)
