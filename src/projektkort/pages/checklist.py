"""Knows what stands in a checklist for the case file: how it stands with all that is asked, subject by subject."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from projektkort.finding import Finding, Outcome, Severity, Standing, Waiver
from projektkort.locale import date
from projektkort.pages.checked import Checked, Words
from projektkort.pages.cover import clean
from projektkort.pages.naming import shown_label
from projektkort.pages.sections import Fact
from projektkort.pages.voice import Voice
from projektkort.pages.whereabouts import capital, position, whereabouts
from projektkort.project.models import Project
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema, Validity

SYMBOLS = {"missing": "✗", "doubt": "!", "note": "i", "unchecked": "?", "waived": "~", "in-order": "✓"}
"""The marks, the gravest first; each stands beside its word."""
WHOLE = frozenset({"text", "schema"})
"""What stands in the way of every check, and is told once."""
GRAVITY = {Severity.ERROR: "missing", Severity.WARNING: "doubt"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a mark and its word, what it is about, what there is to say; `list` names things that stand alike."""

    mark: str
    word: str
    what: str
    text: str = ""
    where: str = ""
    list: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one subject."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many things have one mark; `text` is number and word: "3 missing"."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that a checklist says. What was not checked is not in order."""

    facts: tuple[Fact, ...]
    cause: str
    """Why nothing more could be checked, where one thing stands in the way of all; else empty."""
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]

    @property
    def symbols(self) -> dict[str, str]:
        """The sign of each mark."""
        return SYMBOLS


def checklist(
    project: Project, schema: Schema | None, schema_title: str, checked: Checked, words: Words, voice: Voice
) -> Checklist:
    """The checklist of a document, in the language of the voice."""
    writer = _Writer(project, schema, words, voice)
    marks = Counter(_mark(each) for each in checked.standings)
    found = tuple(Count(mark, f"{marks[mark]} {voice.form(f'mark-{mark}', marks[mark])}") for mark in SYMBOLS)
    return Checklist(
        facts=tuple(_facts(project, schema, schema_title, checked, voice)),
        cause=writer.cause(checked.standings),
        counts=tuple(count for count in found if marks[count.mark]),
        groups=tuple(writer.groups(checked.standings)),
    )


def _mark(standing: Standing) -> str:
    if standing.outcome is Outcome.FOUND and standing.finding is not None:
        return GRAVITY.get(standing.finding.severity, "note")
    return str(standing.outcome)


def _facts(project: Project, schema: Schema | None, title: str, checked: Checked, voice: Voice) -> Iterator[Fact]:
    """The head: what was checked, against what, and when."""
    yield Fact(voice.say("check-file"), clean(checked.path))
    if project.id is not None:
        yield Fact(voice.say("check-number"), clean(project.id.value))
    if project.applicant is not None:
        yield Fact(voice.say("check-applicant"), clean(project.applicant.name.value))
    if schema is not None:
        yield Fact(voice.say("check-schema"), f"{title} ({schema.id})")
        yield from _sources(schema, voice)
    if checked.as_of is not None:
        yield Fact(voice.say("check-day"), date(checked.as_of, voice.language))
    yield Fact(voice.say("check-sha"), checked.sha256)


def _sources(schema: Schema, voice: Voice) -> Iterator[Fact]:
    """Where the demands were read, and when they hold."""
    source = schema.provenance
    if source is not None:
        read = voice.say("check-read", day=date(source.read, voice.language)) if source.read else ""
        where = ", ".join(filter(None, (source.url, read)))
        told = f"{source.text} ({where})" if source.text and where else source.text or where
        yield Fact(voice.say("check-source"), clean(told))
    if schema.valid is not None:
        yield Fact(voice.say("check-valid"), _valid(schema.valid, voice))


def _valid(valid: Validity, voice: Voice) -> str:
    ends = (("check-from", valid.start), ("check-to", valid.end))
    return " ".join(voice.say(key, day=date(day, voice.language)) for key, day in ends if day is not None)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Words how it stands with the things that are asked of one project."""

    project: Project
    schema: Schema | None
    words: Words
    voice: Voice

    def cause(self, standings: Sequence[Standing]) -> str:
        """What stands in the way of every check, if anything does."""
        lacks = dict.fromkeys(lack for each in standings for lack in each.lacks if lack in WHOLE)
        return " ".join(self.voice.say(f"lacks-{each}") for each in lacks)

    def groups(self, standings: Sequence[Standing]) -> Iterator[Group]:
        """The subjects of which there is something to say, in their order."""
        subjects: defaultdict[str, list[Standing]] = defaultdict(list)
        for each in standings:
            subjects[self.words.subject(each.rule)].append(each)
        for subject in self.words.subjects():
            if subject in subjects:
                heading = self.words.heading(subject, self.voice.language)
                yield Group(heading, tuple(self._rows(subjects[subject])))

    def _rows(self, standings: Sequence[Standing]) -> Iterator[Row]:
        """What was found first, then what could not be checked, then what is in order."""
        for mark in SYMBOLS:
            alike = [each for each in standings if _mark(each) == mark]
            yield from (self._finding(mark, each.finding) for each in alike if each.finding is not None)
            yield from (self._section(mark, each) for each in alike if each.section)
            yield from self._rules(mark, [each for each in alike if each.finding is None and not each.section])

    def _finding(self, mark: str, finding: Finding) -> Row:
        language = self.voice.language
        text = clean(self.words.message(finding, language))
        waived = self._waived(finding.waived) if finding.waived else ""
        where = whereabouts(self.project, finding, self.voice) or capital(position(finding, self.voice))
        return self._row(mark, clean(self.words.title(finding.rule, language)), f"{text} {waived}".strip(), where)

    def _row(self, mark: str, what: str, text: str = "", where: str = "", listed: tuple[str, ...] = ()) -> Row:
        return Row(mark, self.voice.form(f"mark-{mark}", 1), what, text, where, listed)

    def _waived(self, waiver: Waiver) -> str:
        if waiver.until is None:
            return self.voice.say("check-waived", reason=clean(waiver.reason))
        until = date(dt.date.fromisoformat(waiver.until), self.voice.language)
        return self.voice.say("check-waived-until", reason=clean(waiver.reason), day=until)

    def _section(self, mark: str, standing: Standing) -> Row:
        """A required section by its name in the document, else in the form."""
        section = self.project.section(standing.section)
        language = self.project.language or self.voice.language
        if section is None:
            label = Labels(self.schema).label_for(standing.section, language)
            return self._row(mark, label, self._reason(standing.lacks))
        line = capital(self.voice.say("at-line", line=str(section.label.line)))
        return self._row(mark, shown_label(section, self.project.language), self._reason(standing.lacks), line)

    def _rules(self, mark: str, standings: Sequence[Standing]) -> Iterator[Row]:
        """One line for all rules that found nothing, and one for all that could not be checked for the same reason."""
        alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for each in standings:
            alike[each.lacks].append(clean(self.words.title(each.rule, self.voice.language)))
        for lacks, titles in alike.items():
            said = f"check-list-{mark}" if WHOLE.isdisjoint(lacks) else "check-list-stopped"
            what = f"{self._reason(lacks)} {self.voice.say(said)}".strip()
            yield self._row(mark, what, listed=tuple(titles))

    def _reason(self, lacks: Sequence[str]) -> str:
        return " ".join(self.voice.say(f"lacks-{each}") for each in lacks if each not in WHOLE)
