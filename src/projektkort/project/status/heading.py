"""Knows which report a document is: its number and period as labelled, else as its title or first lines tell them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from projektkort.frozen import Frozen
from projektkort.locale import every
from projektkort.project.field import Field, content, spanned
from projektkort.project.gather import Gathered
from projektkort.project.models import Entry, ProjectPeriod, Report, Subproject
from projektkort.project.status.markers import AROUND, alternatives, period_at
from projektkort.project.typed import Typed
from projektkort.span import Place, Text

FIRST = 5  # lines under no label that may tell which report it is
LONGEST = 160  # characters of such a line
EDGES = " \t,:;()–—-"
SEPARATORS = re.compile(AROUND)
NUMBER = re.compile(r"\b(\d{1,3})\b(?![.:/-]?\d)")


class Headed(Frozen):
    """Which report a document is, its title without the words that say so, and its sub-projects, those entries that
    are the current report's with its number and period."""

    report: Report | None
    title: Text | None
    subprojects: tuple[Subproject, ...] = ()


class _Told(Frozen):
    """Number and period as one text tells them, where, and what a title says beside them."""

    number: int | None
    period: ProjectPeriod | None
    place: Place
    title: Text | None = None


def report_of(typed: Typed, gathered: Gathered, subprojects: tuple[Subproject, ...], language: str | None) -> Headed:
    """Number and period of the report: as labelled, else as its title, its first lines or its last entry tell them."""
    title = gathered.title or next((text for field in typed.every("report_number") if (text := _titled(field))), None)
    in_title = _told(title, language) if title is not None else None
    lines = (text for text in gathered.unplaced[:FIRST] if len(text.value) <= LONGEST)
    told = [
        *_labelled(typed, language),
        *([in_title] if in_title is not None else []),
        *_in_lines(lines, in_title is not None, language),
        *(found for field in gathered.other for found in _headed(field, language)),
    ]
    number = next((each.number for each in told if each.number is not None), None)
    period = next((each.period for each in told if each.period is not None), None)
    last = _last(subprojects, number, period)
    if last is not None:
        number, period = number or last.number, period or last.period
        told.append(last)
    short = in_title.title if in_title is not None else None
    place = in_title.place if in_title is not None and short is not None else next((each.place for each in told), None)
    if place is None or (number is None and period is None):
        return Headed(None, title, subprojects)
    report = Report(number=number, period=period, place=place)
    return Headed(report, short or title, tuple(_current(each, report) for each in subprojects))


def _titled(field: Field) -> Text | None:
    """The title of a document whose first line is only the name of the report, or that name before its title."""
    label, value = field.label, field.value
    if not field.rank or value is None or not value.value:
        return label if field.rank else None
    between = label.lines.text[label.end : value.start]
    if between.isspace():  # "Report 3", without a colon
        return Text(label.value + between + value.value, label.lines, label.start, value.end)
    return value if value.value[:1].isalpha() else None


@cache
def _of_project() -> re.Pattern[str]:
    """A word that begins with one for a project: what it labels is not the report's own."""
    return re.compile(rf"\b{alternatives(every('project'))}", re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    """A number at the beginning of a text, perhaps behind a word for one."""
    return re.compile(rf"\W*(?:{alternatives(every('numero'))}\s*)?{NUMBER.pattern}", re.IGNORECASE)


def _labelled(typed: Typed, language: str | None) -> Iterator[_Told]:
    """What the labels for number and period tell; the period of a report may be called just so."""
    for field in typed.every("report_number"):
        text = content(field)
        period = _period_at(text, 0, language)
        told = _number().match(text.value) if period is None else None  # "1 January to 30 June" is not number 1
        found = told or NUMBER.search(field.label.value)
        yield _Told(int(found[1]) if found else None, period, field.place)
    own = list(typed.every("report_period"))
    for field in own or [each for each in typed.every("period") if not _of_project().search(each.label.value)]:
        yield _Told(None, _period_at(spanned(field), 0, language), field.place)


def _in_lines(lines: Iterable[Text], named: bool, language: str | None) -> Iterator[_Told]:
    """What lines tell that name the report, and the line with the period behind such a one."""
    for text in lines:
        told = _told(text, language)
        period = _period_at(text, 0, language) if told is None and named else None
        if told is not None:
            yield told
        elif period is not None:
            yield _Told(None, period, text.place)
        named = told is not None


def _headed(field: Field, language: str | None) -> Iterator[_Told]:
    """What a heading tells that is the report's name, and the period below it."""
    told = _told(field.label, language)
    if told is not None:
        period = told.period or _period_at(content(field), 0, language)
        yield _Told(told.number, period, field.label.place)


@cache
def _report() -> re.Pattern[str]:
    """A word for a report, and its number unless that is the day of a date."""
    number = rf"\s*(?:{alternatives(every('numero'))}\s*)?(?P<number>\d{{1,3}})(?![\d/%]|[.-]\d|\.\s*[^\W\d_])"
    return re.compile(rf"\b{alternatives(every('reports'))}\b(?:{number})?", re.IGNORECASE)


def _told(text: Text, language: str | None) -> _Told | None:
    """What a line that names a report tells of it: “Town 2030 Report 6”, “Report 3, January – March 2026”."""
    for name in _report().finditer(text.value):
        end, number = name.end(), name["number"]
        if number and not _parted(text, end) and _period_at(text, name.start("number"), language):
            end, number = name.start("number"), None  # "Report 6 June – 8 July 2026"
        period = _period_at(text, end, language)
        if number is None and period is None:
            continue
        end = max(end, period.text.end - text.start) if period and text.segments is None else end
        told, own = _beside(text, name.start(), end)
        if told is not None and _is_day(told.value, language):
            told = None  # "Report 3 2026-06-21" is of that day, and not called so
        return _Told(int(number) if number else None, period, own.place, told)
    return None


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is nothing but a day."""
    period = period_at(text, 0, language, whole=True)
    return period is not None and period.start == period.end and period.stop == len(text)


def _beside(text: Text, begin: int, end: int) -> tuple[Text | None, Text]:
    """What a line says before or behind the words for the report, if not on both sides, and the rest of it."""
    before, behind = text.slice(0, begin).strip(EDGES), text.slice(end).strip(EDGES)
    if before.value and not behind.value:
        return before, text.slice(begin)
    return (behind, text.slice(0, end)) if behind.value and not before.value else (None, text)


def _period_at(text: Text, at: int, language: str | None) -> ProjectPeriod | None:
    """The period that stands there, behind whatever parts it from the words before; a single day is none."""
    around = SEPARATORS.match(text.value, at)
    period = period_at(text.value, around.end() if around else at, language, whole=True)
    if period is None or period.start == period.end:
        return None
    return ProjectPeriod(text=text.slice(period.begin, period.stop), period=period)


def _parted(text: Text, end: int) -> bool:
    """Whether a comma or its like stands behind a number, so that it begins no date."""
    return text.value[end : end + 1] in {",", ":", ";", ")", ""}


def _last(subprojects: Iterable[Subproject], number: int | None, period: ProjectPeriod | None) -> _Told | None:
    """The entry with the number or the period that is known, else the last one of all."""
    entries = [entry for each in subprojects for entry in each.entries if entry.number or entry.period]
    if number is not None:
        entries = [entry for entry in entries if entry.number == number]
    elif period is not None:
        entries = [entry for entry in entries if entry.period and entry.period.end == period.period.end]
    last = max(entries, key=_order, default=None)
    if last is None:
        return None
    told, label = last.period, last.label
    stated = ProjectPeriod(text=label.slice(told.begin, told.stop), period=told) if told and label else None
    return _Told(last.number, stated, last.place)


def _order(entry: Entry) -> tuple[int, dt.date]:
    return entry.number or 0, (entry.period.end if entry.period else None) or dt.date.min


def _current(subproject: Subproject, report: Report) -> Subproject:
    """The sub-project, its only entry that of this report unless that tells another number or period."""
    period = report.period.period if report.period else None
    if len(subproject.entries) != 1 or subproject.entries[0].number is not None:
        return subproject
    [entry] = subproject.entries
    if entry.period is not None and (
        period is None or (entry.period.start, entry.period.end) != (period.start, period.end)
    ):
        return subproject
    own = entry.model_copy(update={"number": report.number, "period": entry.period or period})
    return subproject.model_copy(update={"entries": (own,)})
