"""Knows when two names are one, spelt in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from projektkort.schema.labels import normalise
from projektkort.schema.nearness import Shelf

NEAR = 0.9
"""How alike two spellings of one name are, as difflib counts."""
DASH = re.compile(r"[\u2010-\u2015]")
NUMBER = re.compile(r"\d+")


def plain(name: str) -> str:
    """A name without what typesetting makes of it: the kind of dash, spaces, case, what stands at its end."""
    return DASH.sub("-", " ".join(name.split())).strip(" .:").casefold()


def near(one: str, other: str) -> bool:
    """Whether two names are alike but for a letter or two; those with other figures ("Stage 1", "Stage 2") are not."""
    left, right = normalise(one), normalise(other)
    if left == right or NUMBER.findall(left) != NUMBER.findall(right):
        return left == right
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for names that are looked for

    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


class Names:
    """Names in order, to find those near to another one without comparing it with all of them."""

    __slots__ = ("_places", "_shelves")

    def __init__(self, names: Iterable[str]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            self._places[normalise(name)].append(place)
        by_figures: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for known in self._places:
            by_figures[tuple(NUMBER.findall(known))].append(known)
        self._shelves = {figures: Shelf(known) for figures, known in by_figures.items()}

    def near(self, name: str) -> list[int]:
        """The places of the names that are `near` to this one, in order."""
        wanted = normalise(name)
        shelf = self._shelves.get(tuple(NUMBER.findall(wanted)))
        close = shelf.close(wanted, NEAR) if shelf is not None else []
        return sorted(place for _, known in close for place in self._places[known])
