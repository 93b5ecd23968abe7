"""Knows headings that join sections, such as “Timetable and economy”: what stands below one tells of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from projektkort.locale import LANGUAGES, words
from projektkort.project.models import Project
from projektkort.schema.labels import Labels
from projektkort.span import Text


def joined(project: Project) -> Iterator[str]:
    """The ids of the sections that such headings name, all of them known; the title may be one of those headings."""
    headings = [section.label for section in project.other if section.text.value]
    if project.title is not None and any(text.start > project.title.end for text in project.unplaced):
        headings.append(project.title)
    for heading in headings:
        yield from _named(heading)


def _named(heading: Text) -> Iterator[str]:
    pieces = [piece.strip() for piece in _between().split(heading.value)]
    if len(pieces) > 1:
        matches = [Labels().section(piece) for piece in pieces if piece]
        if all(match and not match.near for match in matches):
            yield from (match.id for match in matches if match)


@cache
def _between() -> re.Pattern[str]:
    """What stands between the names of sections."""
    either = "|".join(words(language).conjunction for language in LANGUAGES)
    return re.compile(rf"\s+(?:{either}|&)\s+|\s*[,/]\s*", re.IGNORECASE)
