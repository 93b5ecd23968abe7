"""Knows what stands on the page of a project, in which order and under which label. How it looks, templates know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from projektkort.finding import Finding, Severity
from projektkort.pages.checked import Words
from projektkort.pages.checklist import Checklist
from projektkort.pages.cover import clean, covers
from projektkort.pages.figures import key_figures
from projektkort.pages.goals import Goals, goals_of
from projektkort.pages.letter import Letter
from projektkort.pages.naming import shown_label
from projektkort.pages.order import order, read_from
from projektkort.pages.progress import Progress, progress
from projektkort.pages.sections import Block, Fact, block
from projektkort.pages.share import KeyFigure, Segment, bar
from projektkort.pages.slots import NOTHING, Series
from projektkort.pages.tables import Table, table
from projektkort.pages.verdict import Verdict, verdict
from projektkort.pages.voice import Voice
from projektkort.project.models import Project
from projektkort.schema.model import Schema
from projektkort.span import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on the first screen."""

    severity: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template lays out. Every text is masked; figures are written in the page's language."""

    voice: Voice
    text_language: str
    schema: str
    kind: str
    eyebrow: str
    title: str
    report: str
    """Which report of a series it is; empty where it is none."""
    applicant: str
    key_figures: tuple[KeyFigure, ...]
    bar: tuple[Segment, ...]
    verdict: Verdict | None
    """None where nobody expects budget and financing."""
    remarks: tuple[Remark, ...]
    facts: tuple[Fact, ...]
    lead: str
    """Prose before the first heading, where the document is one that may have it."""
    opening: tuple[Block, ...]
    """The sections that stand before goals and sub-projects."""
    goals: Goals | None
    progress: Progress | None
    sections: tuple[Block, ...]
    tables: tuple[Table, ...]
    further: tuple[Block, ...]
    """The sections of a report that stand behind its tables."""
    attachments: tuple[str, ...]
    unplaced: tuple[str, ...]
    letter: Letter | None = None
    """What is written to the applicant; None, as the checklist, where no check is at hand."""
    checklist: Checklist | None = None

    @property
    def language(self) -> str:
        return self.voice.language


def build(project: Project, findings: Sequence[Finding], catalogue: Words, voice: Voice, schema: Schema | None) -> Page:
    """What stands on the page of this project, in the language of the voice."""
    ordered = order(project)
    return Page(
        voice=voice,
        text_language=project.language or voice.language,
        schema=_schema_title(schema, voice),
        kind=project.kind,
        eyebrow=_eyebrow(project, voice),
        title=_title(project) or voice.say("untitled"),
        report=_report(project, voice),
        applicant=clean(project.applicant.name.value) if project.applicant else "",
        key_figures=key_figures(project, voice),
        bar=bar(project.financing, voice),
        verdict=verdict(project, voice) if _is_weighed(project, schema) else None,
        remarks=tuple(_remarks(findings, catalogue, voice)),
        facts=tuple(Fact(shown_label(each, project.language), clean(each.text.value)) for each in ordered.facts),
        lead=ordered.lead,
        opening=tuple(block(each, project) for each in ordered.opening),
        goals=goals_of(project, voice),
        progress=progress(project, voice),
        sections=tuple(block(each, project) for each in ordered.sections),
        tables=tuple(_tables(project, voice)),
        further=tuple(block(each, project) for each in ordered.further),
        attachments=tuple(_attachments(project)),
        unplaced=ordered.unplaced,
    )


def _eyebrow(project: Project, voice: Voice) -> str:
    """The label of the title as written; of a report, that it is one."""
    label = next((section for section in project.sections if section.id == "title"), None)
    if label is None or project.goals or project.subprojects or project.report is not None:
        return voice.say(f"kind-{project.kind}")
    return shown_label(label, project.language)


def _report(project: Project, voice: Voice) -> str:
    """ "Report 3, 1 July – 30 September 2026": as far as number and period are told."""
    slot = Series(project).current if project.report is not None else NOTHING
    return slot.full(voice) if slot != NOTHING else ""


def _is_weighed(project: Project, schema: Schema | None) -> bool:
    """Whether a reader expects to be told that budget and financing agree."""
    if project.kind == "application" or (project.budget is not None and project.financing is not None):
        return True
    return schema is not None and (schema.budget.required or schema.financing.required)


def _title(project: Project) -> str:
    """The first line of the title; further lines stand under its label."""
    return clean(LINE_BREAK.split(project.title.value.strip(), 1)[0]) if project.title else ""


def _schema_title(schema: Schema | None, voice: Voice) -> str:
    if schema is None:
        return ""
    titles = {str(language): title for language, title in schema.title.items()}
    return titles.get(voice.language) or next(iter(titles.values()), schema.id)


def _remarks(findings: Iterable[Finding], catalogue: Words, voice: Voice) -> Iterator[Remark]:
    """What somebody must look at, errors first, each in the order of the text."""
    for severity in (Severity.ERROR, Severity.WARNING):
        for finding in findings:
            if finding.severity is severity and finding.waived is None:
                yield Remark(str(severity), finding.span.line, clean(catalogue.message(finding, voice.language)))


def _tables(project: Project, voice: Voice) -> Iterator[Table]:
    for side in filter(None, (project.budget, project.financing)):
        yield table(side, read_from(side, project), voice, project.language)


def _attachments(project: Project) -> Iterator[str]:
    """Those that no section shows already."""
    shown = [section.text.value for section in project.walk() if section.id == "attachments"]
    return (clean(text.value) for text in project.attachments if not covers(shown, text.value))
