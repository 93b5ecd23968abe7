"""Knows what a document says of VAT in all of its amounts at once; the words stand in vat_all.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from projektkort.rules.lists import either, lists
from projektkort.rules.vat_words import Said, said_of_vat
from projektkort.span import Place


def said_of_all(place: Place) -> Iterator[tuple[Said, Place]]:
    """What a part of the source says of VAT in all amounts (“All amounts are excl. VAT”), and where."""
    for match in _of_all().finditer(place.lines.text, place.start, place.end):
        said = said_of_vat(match["said"])
        if len(said) == 1:
            yield next(iter(said)), Place(place.lines, match.start("said"), match.end("said"))


@cache
def _of_all() -> re.Pattern[str]:
    """Words for all amounts at the beginning of a clause, perhaps one more and a unit, and what is said of VAT."""
    words = {name: either(word for own in lists("vat_all").values() for word in own[name]) for name in ("all", "vat")}
    opening, unit = r"(?:^|[.!?;:(|])[ \t*_>-]*", r"(?:\s+in?\s+(?:hele\s+|hela\s+)?(?:kr\.?|kroner|kronor|[A-Z]{3}))?"
    more = rf"(?:\s+[^\W\d]+)?{unit}\s+\S+\s+"
    return re.compile(
        rf"{opening}(?P<said>(?:{words['all']}){more}(?:{words['vat']})(?!\w))", re.IGNORECASE | re.MULTILINE
    )
