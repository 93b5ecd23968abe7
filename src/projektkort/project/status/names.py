"""Knows where else the title of a sub-project stands as one, and how it is spelt there: in contents and schedule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.document.layout import Document, LabelStyle, Line, LineKind, Mapping
from projektkort.frozen import replace
from projektkort.project.models import Subproject
from projektkort.project.status.entries import titled
from projektkort.schema.labels import Labels
from projektkort.schema.nearness import Shelf
from projektkort.schema.spelling import key
from projektkort.span import Text

ALIKE = 0.85  # difflib ratio of two spellings of one title
HEADLESS = 7  # the level of a schedule under a label that is no heading


def with_spellings(
    subprojects: Sequence[Subproject], titles: Iterable[Text], patterns: tuple[str, ...]
) -> tuple[Subproject, ...]:
    """The sub-projects with those of the titles that are theirs, without the words that mark them.

    A title is that of the sub-project it is most like; else of the one with its number, however that is spelt.
    """
    found: list[list[Text]] = [[] for _ in subprojects]
    keys = {key(each.title.value): at for at, each in reversed(list(enumerate(subprojects)))}
    numbers = {each.number: at for at, each in reversed(list(enumerate(subprojects))) if each.number is not None}
    shelf = Shelf(keys)
    for title in titles:
        text, number = titled(title, patterns)
        spelt = key(text.value)
        close = (1.0, spelt) if spelt in keys else max(shelf.close(spelt, ALIKE), default=None)
        counted = numbers.get(number) if number is not None else None
        meant = keys[close[1]] if close is not None else counted
        if meant is not None:
            found[meant].append(text)
    return tuple(
        each.model_copy(update={"spellings": tuple(texts)}) for each, texts in zip(subprojects, found, strict=True)
    )


def scheduled(document: Document, labels: Labels) -> Iterator[Text]:
    """What heads a part of the schedule: headings, labels and keys."""
    for entry in document.root.entries if document.root else ():
        if _names(labels, entry.key.value) == "schedule" and isinstance(entry.value, Mapping):
            yield from (each.key for each in entry.value.entries)
    yield from (text for _, text in _in_schedule(document.lines, labels))


def _names(labels: Labels, text: str) -> str | None:
    match = labels.section(text)
    return match.id if match is not None and match.near is None else None


def _in_schedule(lines: Sequence[Line], labels: Labels) -> Iterator[tuple[int, Text]]:
    """The headings and labels in the schedule, with their lines."""
    level = 0
    for index, line in enumerate(lines):
        heading = line.kind is LineKind.HEADING
        words = line.text if heading else line.label.text if line.label is not None else None
        if words is None:
            continue
        if level and (line.level > level if heading else _is_label(line)):
            yield index, words.strip(" \t:")
        elif heading or _names(labels, words.value):
            level = (line.level or HEADLESS) if _names(labels, words.value) == "schedule" else 0


def _is_label(line: Line) -> bool:
    return line.label is not None and line.label.style is not LabelStyle.PLAIN


def unheaded(document: Document, subprojects: Sequence[Subproject], labels: Labels) -> Document:
    """The document in which the name of a sub-project that heads a part of the schedule opens no section of its own,
    though a section may be called so."""
    spelt = {key(each.value) for one in subprojects for each in (one.title, *one.spellings)}
    taken = {
        index
        for index, text in _in_schedule(document.lines, labels)
        if document.lines[index].kind is LineKind.HEADING and key(text.value) in spelt and labels.section(text.value)
    }
    if not taken:
        return document
    lines = (
        replace(line, kind=LineKind.TEXT, level=0, label=None) if index in taken else line
        for index, line in enumerate(document.lines)
    )
    return replace(document, lines=tuple(lines))
