"""Knows the defects of the file itself and of how YAML is written."""

from __future__ import annotations

import random

from plots import Plot
from sowing import Sow, Sown, changed, sown


def legacy(plot: Plot, chance: random.Random) -> Sown | None:
    """Saved as Windows once did; the first line with a letter beyond ASCII shows it."""
    if not any(sign.isalpha() and not sign.isascii() for sign in plot.text):
        return None
    try:
        plot.text.encode("cp1252")
    except UnicodeEncodeError:
        return None
    first = next(index for index, sign in enumerate(plot.text) if not sign.isascii() and sign.isalpha())
    begin = plot.text.rfind("\n", 0, first) + 1
    line = plot.text[begin:first]
    return sown(plot.text, begin + len(line) - len(line.lstrip()), "cp1252")


def bracket(plot: Plot, chance: random.Random) -> Sown | None:
    """A bracket that never closes begins the title."""
    title = plot.loaded.project.title
    return changed(plot, title.start, title.start, "[") if title and plot.text[title.start - 1] == " " else None


def colon(plot: Plot, chance: random.Random) -> Sown | None:
    """A second colon stands in the title."""
    title = plot.loaded.project.title
    return changed(plot, title.start, title.start, "2: ") if title and plot.text[title.start - 1] == " " else None


def two_documents(plot: Plot, chance: random.Random) -> Sown | None:
    text = plot.text.rstrip("\n") + "\n"
    return sown(f"{text}---\n{plot.text}", len(text))


def behind_title(sign: str) -> Sow:
    """A sign that means something to YAML stands behind the title; what it cuts off is the finding."""

    def sow(plot: Plot, chance: random.Random) -> Sown | None:
        title = plot.loaded.project.title
        if title is None or plot.text[title.start - 1] != " " or plot.text[title.end] != "\n":
            return None
        return changed(plot, title.end, title.end, sign, 1)

    return sow
