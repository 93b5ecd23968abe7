"""Knows how the name of a file is told: without personal numbers, and where it is published without what is private."""

from __future__ import annotations

import re
from functools import lru_cache

from projektkort.identity import BULLET, mask
from projektkort.patterns import late

SUSPECT = late(r"[@(\[]|(?:\d\W?){6}")
"""Without it nothing private stands in a name."""
DAY = late(r"(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d|[0-3]\d(?:0\d|1[0-2])(?:19|20)\d\d")
"""Eight digits that tell the day of a file, and no telephone."""
ENDING = late(r"(.+)(\.[A-Za-z]{1,9})", re.DOTALL)
BLANKS = str.maketrans("_-", "  ")


def told_path(path: str, *, published: bool) -> str:
    """The path of a file as it may be shown, sign for sign; its ending stays.

    In names people write _ and - for blanks, so each folder and the file are read in both ways.
    """
    shown = masked(path)
    if not published or not SUSPECT.search(shown):
        return shown
    folder, slash, name = shown.rpartition("/")
    return _folder_without_private(folder) + slash + _without_private(name)


@lru_cache(maxsize=1)  # a check asks for it again and again
def masked(path: str) -> str:
    """The path of a file with a bullet for each digit of a personal number."""
    return mask(path)


@lru_cache(maxsize=16)  # all files of a folder ask
def _folder_without_private(path: str) -> str:
    return "/".join(map(_without_private, path.split("/")))


def _without_private(name: str) -> str:
    from projektkort.rules.contacts import find_private  # noqa: PLC0415 - hardly a name needs it

    found = ENDING.fullmatch(name)
    stem, ending = found.groups() if found else (name, "")
    for reading in dict.fromkeys((stem, stem.translate(BLANKS))):
        for each in find_private(reading):
            if DAY.fullmatch(reading, each.start, each.end):
                continue
            stem = stem[: each.start] + BULLET * (each.end - each.start) + stem[each.end :]
    return stem + ending
