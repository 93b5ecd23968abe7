"""Knows the head of a table that was pulled apart, each cell on a line of its own: its words are no labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from projektkort.document.figures import is_figure
from projektkort.document.layout import TEXT, LabelStyle, Line
from projektkort.frozen import replace
from projektkort.project.column import AMOUNT_ROLES, GRANTED, INSTEAD_ROLES
from projektkort.project.head import TIMED, role_of
from projektkort.schema.labels import Labels

FIGURES = AMOUNT_ROLES | INSTEAD_ROLES | TIMED | {GRANTED}
"""What the columns hold of which such a table has two at least."""
SIDES = frozenset({"budget", "financing"})
CELL = 8  # words at most of a cell
LEAST = 2  # figures in a row, and heads that say what they are


def without_heads(lines: Sequence[Line], labels: Labels, language: str | None) -> Sequence[Line]:
    """The lines, those without a label that are heads of columns, whose figures stand one below the other.

    What heads the whole as a side does stays a label: a budget may be such a table.
    """
    if sum([_is_bare(line) and is_figure(line.text.value) for line in lines]) < LEAST:
        return lines  # as in most texts
    heads: set[int] = set()
    for cells in _above_figures(lines):
        if sum(role_of(lines[at].text.value, labels, language) in FIGURES for at in cells) >= LEAST:
            first = labels.section(lines[cells[0]].text.value)
            heads.update(cells[1:] if first and first.id in SIDES else cells)
    return [replace(line, label=None) if at in heads else line for at, line in enumerate(lines)] if heads else lines


def _above_figures(lines: Sequence[Line]) -> Iterator[Sequence[int]]:
    """The cells of words that stand right above some figures, each alone on its line; blank lines do not part them."""
    said = (at for at, line in enumerate(lines) if not line.blank)
    runs = [(kind, list(run)) for kind, run in groupby(said, key=lambda at: _kind(lines[at]))]
    for (above, cells), (below, figures) in pairwise(runs):
        if above == "word" and below == "figure" and len(figures) >= LEAST:
            yield cells


def _kind(line: Line) -> str:
    """Whether a line is one cell: a figure or words; "" for any other line."""
    if not _is_bare(line):
        return ""
    value = line.text.value
    if is_figure(value):
        return "figure"
    return "word" if value[-1:] not in ".,;:" and len(value.split()) <= CELL else ""


def _is_bare(line: Line) -> bool:
    """Whether a line is text without cells or the sign of a label."""
    return line.kind is TEXT and not line.cells and (line.label is None or line.label.style is LabelStyle.PLAIN)
