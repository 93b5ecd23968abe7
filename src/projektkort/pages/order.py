"""Knows where on the page each text of a document stands: among the facts, as prose, in a table, or at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from projektkort.identity import mask
from projektkort.pages.cover import clean
from projektkort.project.models import Project, Section, Side
from projektkort.schema.model import REPORTS
from projektkort.span import LINE_BREAK, Text

FACTS = frozenset(
    {
        "title",
        "id",
        "applicant",
        "responsible",
        "contact",
        "place",
        "period",
        "date",
        "applied",
        "stage",
        "report_number",
        "report_period",
    }
)
SETTINGS = frozenset({"schema", "language", "currency", "kind"})
FACT_LENGTH = 200
"""A longer answer is a section of its own."""
OPENING = frozenset({"summary"})
"""What stands before goals and sub-projects."""
URGENT = ("deviations", "economy", "risks")
"""What a reader of a report asks for next."""
EMPTIED = {"goals": "goals", "situation": "subprojects", "subprojects": "subprojects"}
"""Sections that may hold nothing but what is read as something else."""
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Order:
    """The sections and texts of a document, each in one of these."""

    facts: tuple[Section, ...]
    opening: tuple[Section, ...]
    sections: tuple[Section, ...]
    further: tuple[Section, ...]
    """Of a report, what is not asked for first; it stands behind the tables."""
    lead: str
    """Prose before the first heading, where the document is one that may have it."""
    unplaced: tuple[str, ...]


def order(project: Project) -> Order:
    """The order of the page: as written, but for reports, where the reader's first questions come first."""
    facts = tuple(section for section in project.sections if _is_fact(section))
    prose = [section for section in _prose(project) if section not in facts]
    opening, sections, further = _by_interest(prose, project)
    texts = [text for text in project.unplaced if any(map(str.isalnum, text.value))]
    lead = []
    if project.kind in {"outline", "description"}:
        first = min((section.place.start for section in prose), default=project.end.end)
        lead = [text for text in texts if text.start < first and text not in project.comments]
    loose = [text for text in texts if text not in lead]
    return Order(facts, opening, sections, further, _paragraphs(lead), tuple(_unplaced(project, loose)))


def _by_interest(prose: Sequence[Section], project: Project) -> tuple[tuple[Section, ...], ...]:
    if project.kind not in REPORTS:
        return (), tuple(prose), ()
    opening = tuple(section for section in prose if section.id in OPENING)
    urgent = tuple(section for wanted in URGENT for section in prose if section.id == wanted)
    return opening, urgent, tuple(section for section in prose if section.id not in {*OPENING, *URGENT})


def read_from(side: Side, project: Project) -> list[Section]:
    """The labelled parts that a side was read from: its own, and in a report what is told of the economy."""
    first = min((row.place.start for row in side.rows), default=side.place.start)
    return [
        section
        for section in project.sections
        if section.id == side.name or (section.id == "economy" and section.place.start <= first < section.place.end)
    ]


def _is_fact(section: Section) -> bool:
    text = section.text.value.strip()
    return section.id in FACTS and not section.parts and len(text) <= FACT_LENGTH and not LINE_BREAK.search(text)


def _prose(project: Project) -> Iterator[Section]:
    """The sections in the order written; the sides are tables, unless no table could be made of them."""
    sides = filter(None, (project.budget, project.financing))
    tables = [section for side in sides for section in read_from(side, project)]
    heading = goals_section(project)
    for section in sorted((*project.sections, *project.other), key=lambda each: each.place.start):
        if not (section.id in SETTINGS or section in tables or section is heading or _is_emptied(section, project)):
            yield section


def goals_section(project: Project) -> Section | None:
    """The section whose heading the goals stand under."""
    return next((each for each in project.sections if each.id == "goals" and project.goals), None)


def _is_emptied(section: Section, project: Project) -> bool:
    typed = bool(section.id in EMPTIED and getattr(project, EMPTIED[section.id]))
    numbered = any(map(str.isdecimal, section.label.value))  # such a heading says something by itself
    return typed and not numbered and not section.text.value.strip() and not section.parts


def _paragraphs(texts: list[Text]) -> str:
    """Texts that follow one another, with an empty line where the source has one."""
    return "".join(f"{parting}{mask(text.value)}" for parting, text in Text.parted(texts))


def _unplaced(project: Project, texts: list[Text]) -> Iterator[str]:
    """What stands under no label, and what the document says about itself."""
    for section in project.sections:
        if section.id in SETTINGS:
            yield f"{clean(section.label.value)}: {clean(section.text.value)}"
    for lettered, run in groupby(texts, lambda text: any(map(str.isalpha, text.value))):
        pieces = [clean(text.value) for text in run]
        yield from pieces if lettered else [BETWEEN.join(pieces)]  # the numbers of pages
