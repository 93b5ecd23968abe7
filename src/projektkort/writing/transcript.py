"""Knows how a project that was read becomes a sheet, text by text as written. How sheets are written, others know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from projektkort.document.layout import Document
from projektkort.frozen import Frozen
from projektkort.project.entries import asides
from projektkort.project.models import Project, Section
from projektkort.project.setting import REFERENCES, SETTINGS
from projektkort.schema.labels import Labels
from projektkort.schema.loading import is_file
from projektkort.schema.model import Schema
from projektkort.span import Text
from projektkort.writing.books import Books
from projektkort.writing.sheet import Block, Listed, Part, Sheet
from projektkort.writing.telling import goal_table, groups_of
from projektkort.writing.words import PHRASES

WORD = re.compile(r"\w+")
BRIEF = REFERENCES | {
    *("id", "applicant", "applicant_id", "responsible", "contact", "address", "phone", "email", "account", "place"),
    *("period", "date", "applied", "stage", "report_number", "report_period"),
}
"""What stands on a line of its own at the head of a document."""
HOLDING = {"goals": "goals", "situation": "subprojects", "subprojects": "subprojects"}
"""The sections under which goals and sub-projects stand."""


class Manner(Frozen):
    """How close a transcript keeps to its document.

    `firm` also names the schema and the language that it was read by; `lined` leaves the lines of its sides in the
    text that they stand in. `moved` is a path that it names, as seen from the new file.
    """

    moved: Callable[[str], str]
    firm: bool = False
    lined: bool = False


def sheet_of(project: Project, document: Document, schema: Schema, manner: Manner) -> Sheet:
    """The project as a sheet."""
    return _Transcript(project, document, schema, manner).sheet()


class _Transcript:
    """One project, and the document that it was read from."""

    def __init__(self, project: Project, document: Document, schema: Schema, manner: Manner) -> None:
        self.project, self.document, self.schema, self.manner = project, document, schema, manner
        self.labels = Labels(schema)
        self.language = project.language or schema.language or self._spoken()
        sides = () if manner.lined else (project.budget, project.financing)
        self.books = Books(sides, document, self.labels, self.language)

    def sheet(self) -> Sheet:
        """All of it, in the order written."""
        sections = sorted((*self.project.sections, *self.project.other), key=lambda section: section.place.start)
        named = [section.label.value for section in sections if _only_named(section)]
        rest = [each for each in sections if each.id not in SETTINGS | {"title"} and not _only_named(each)]
        rest.sort(key=lambda section: section.id not in REFERENCES)  # these count at the head only
        parts = (*self._report(rest), *self._parts(rest))
        waivers = tuple(asides(self.document.root, self.labels)) if self.document.root is not None else ()
        text, aside = self._unplaced({waiver.start for waiver in waivers})
        return Sheet(
            language=self.language,
            settings=tuple(self._settings(sections)),
            title=self._title(next((section for section in sections if section.id == "title"), None)),
            text=text,
            parts=parts,
            comments=(*named, *self.books.leftover(rest, parts), *aside),
            waivers=tuple(waiver.value for waiver in waivers),
        )

    def _spoken(self) -> str:
        """The language of most labels, where they do not suffice to tell that of the document."""
        labels = [section.label.value for section in self.project.sections]
        spoken = Counter(language for label in labels for language in self.labels.languages(label))
        return spoken.most_common(1)[0][0] if spoken else "en"

    def _settings(self, sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
        own = {section.id: (section.label.value, section.text.value) for section in sections if section.id in SETTINGS}
        said = {"schema": self.schema.id, "language": self.project.language} if self.manner.firm else {}
        spoken = self.project.language or "en"  # a key tells a language, but this one is that of another too
        yield from ((PHRASES.say(name, spoken), text) for name, text in said.items() if text and name not in own)
        for label, text in own.values():
            yield label, self.manner.moved(text) if is_file(text) else text

    def _unplaced(self, waivers: Collection[int]) -> tuple[str, list[str]]:
        """The text under no label, its paragraphs parted as they are in the source; and what only a comment can hold.

        What begins where waivers do is neither.
        In a status report the latter is all of it: page numbers, running heads, the list of contents.
        """
        comments = {text.start for text in self.document.comments}
        printed = self.project.kind == "status-report"
        unplaced = [text for text in self.project.unplaced if text.start not in waivers]
        texts = [text for text in unplaced if text.start not in comments and not printed]
        aside = [text for text in unplaced if text not in texts]
        joined = "".join(f"{parting}{text.value}" for parting, text in Text.parted(texts))
        return joined, [text.value.lstrip("# ") for text in aside]

    def _title(self, labelled: Section | None) -> Part:
        label = labelled.label.value if labelled is not None else self.labels.label_for("title", self.language)
        title = self.project.title.value if self.project.title is not None else ""
        return Part(label, (title,) if title else (), brief=bool(title) and self.labels.section(title) is not None)

    def _report(self, sections: Iterable[Section]) -> Iterator[Part]:
        """Number and period of the report, where only its title or its text tells them."""
        told, report = {section.id for section in sections}, self.project.report
        if report is None:
            return
        if report.number is not None and "report_number" not in told:
            yield self._brief("report_number", str(report.number))
        if report.period is not None and not told & {"period", "report_period"}:
            yield self._brief("report_period", report.period.text.value)

    def _brief(self, wanted: str, text: str) -> Part:
        return Part(self.labels.label_for(wanted, self.language), (text,), brief=True)

    def _parts(self, sections: list[Section]) -> Iterator[Part]:
        """The sections, and behind that where they stand, the sides, goals and sub-projects without a label."""
        bare = self.books.bare(sections)
        for section in sections:
            yield self._part(section)
            for side in [side for side in bare if section.place.start <= side.rows[0].place.start < section.place.end]:
                bare.remove(side)
                yield self.books.part(side)
        yield from map(self.books.part, bare)
        for kind, label in (("goals", "goal"), ("subprojects", "subprojects")):
            blocks = () if self._holder(kind) is not None else tuple(self._taken(kind))
            if blocks:
                yield Part(self._say(label), blocks)

    def _part(self, section: Section) -> Part:
        parts, text = tuple(map(self._part, section.parts)), section.text.value.strip()
        if section.id in REFERENCES:
            text = self.manner.moved(text)
        elif section.id == "period" and self.project.period is not None:
            text = self.project.period.text.value  # on one line, where YAML gives its two ends
        brief = section.id in BRIEF and not parts and "\n" not in text
        return Part(self.books.label(section), tuple(self._blocks(section, text)), parts, brief=brief)

    def _blocks(self, section: Section, text: str) -> Iterator[Block]:
        side = self.books.held(section)
        if side is not None:
            yield from self.books.blocks(section, side)
            return
        if _same(text, section.items):
            yield Listed(tuple(item.value for item in section.items))
        elif text:
            yield text
        for kind in dict.fromkeys(HOLDING.values()):
            if section is self._holder(kind):
                yield from self._taken(kind)

    def _holder(self, kind: str) -> Section | None:
        """The section that goals or sub-projects stand under; one inside a sub-project is none, whatever its label."""
        return next((each for each in self.project.sections if HOLDING.get(each.id or "") == kind), None)

    def _taken(self, kind: str) -> Iterator[Block]:
        """The goals or the sub-projects."""
        if kind == "goals" and self.project.goals:
            yield goal_table(self.project.goals, self.language, self.labels)
        elif kind == "subprojects" and self.project.subprojects:
            yield groups_of(self.project, self._part)

    def _say(self, name: str) -> str:
        return PHRASES.say(name, self.language)


def _only_named(section: Section) -> bool:
    """Whether nobody knows a label, and nothing stands below it: such as the name of the form."""
    return section.id is None and not section.text.value.strip() and not section.parts


def _same(text: str, items: Iterable[Text]) -> bool:
    """Whether a text is a list of these items and no more, its marks aside; their numbers are none."""
    words = [word for item in items for word in WORD.findall(item.value)]
    return bool(words) and words == WORD.findall(text)
