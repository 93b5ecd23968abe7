"""Knows what a document says of VAT in all of its amounts at once; the words stand in vat_all.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from projektkort.project.models import Project
from projektkort.rules.bare import hinted, may_hold, without_signs
from projektkort.rules.lists import either, lists
from projektkort.rules.vat_words import Said, said_of_vat
from projektkort.span import Place


def said_of_all(project: Project) -> Iterator[tuple[Said, Place]]:
    """What a document says of VAT in all amounts (“All amounts are excl. VAT”), and where."""
    place = project.document
    said = without_signs(place.text)
    if not any(word in said for word in _hints("vat")) or not may_hold(place.text, _hints("all")):
        return  # as nearly all: the pattern takes a hundred times as long
    for match in _of_all().finditer(place.lines.text, place.start, place.end):
        meant = said_of_vat(match["said"])
        if len(meant) == 1:
            yield next(iter(meant)), Place(place.lines, match.start("said"), match.end("said"))


@cache
def _of_all() -> re.Pattern[str]:
    """Words for all amounts at the beginning of a clause, perhaps one more and a unit, and what is said of VAT."""
    words = {name: either(_words(name)) for name in ("all", "vat")}
    opening, unit = r"(?:^|[.!?;:(|])[ \t*_>-]*", r"(?:\s+in?\s+(?:hele\s+|hela\s+)?(?:kr\.?|kroner|kronor|[A-Z]{3}))?"
    more = rf"(?:\s+[^\W\d]+)?{unit}\s+\S+\s+"
    return re.compile(
        rf"{opening}(?P<said>(?:{words['all']}){more}(?:{words['vat']})(?!\w))", re.IGNORECASE | re.MULTILINE
    )


@cache
def _hints(name: str) -> Mapping[bytes, Sequence[bytes]]:
    return hinted(_words(name))


def _words(name: str) -> Sequence[str]:
    """The words of all languages together."""
    return [word for own in lists("vat_all").values() for word in own[name]]
