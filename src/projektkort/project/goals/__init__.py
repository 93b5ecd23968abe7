"""Knows how a goal report tells its goals: in a table, block by block, or in YAML. What is wrong there, rules say."""

from __future__ import annotations

from projektkort.document.layout import Document, Line, LineKind
from projektkort.frozen import Frozen, replace
from projektkort.project.goals.blocks import blocks_in
from projektkort.project.goals.draft import Reading
from projektkort.project.goals.entries import goals_under
from projektkort.project.goals.listed import listed_in
from projektkort.project.goals.rows import Taken, goals_in
from projektkort.project.goals.shape import shaped
from projektkort.project.goals.table import Table, tables_of
from projektkort.project.goals.year import year_of
from projektkort.project.reports import Goal
from projektkort.schema.labels import Labels
from projektkort.span import Text


class Goals(Frozen):
    """The goals of a document, and the document without the lines and entries that they were read from.

    `heads` are those of the columns that tell how far the goals are, perhaps at which date: "Status October 2026".
    """

    goals: tuple[Goal, ...]
    document: Document
    heads: tuple[Text, ...] = ()


def goals_of(document: Document, labels: Labels, language: str | None) -> Goals:
    """The goals that a document tells; every character of the source is in one of them or in the rest."""
    shape = shaped(document.lines, labels)
    lines = shape.lines
    tables = list(tables_of(lines, labels, language))
    heads = tuple(column.head for table in tables for column in table.columns if column.role == "status")
    reading = Reading(labels, language, year_of(document, heads, labels))
    listed = goals_under(document.root, reading)
    read = [_in_table(lines, table, reading) for table in tables]
    rows = {at for each in read for at in each.lines}
    taken = frozenset(rows.union(*(more for at, more in shape.more.items() if at in rows)))
    blocks = blocks_in(document.lines, taken, reading)
    if not (taken or blocks.goals):
        blocks = listed_in(document.lines, reading)
    told = sorted((goal for each in (*read, blocks) for goal in each.goals), key=lambda goal: goal.place.start)
    gone = taken | blocks.lines
    left = tuple([line for at, line in enumerate(document.lines) if at not in gone])
    return Goals((*listed.goals, *told), replace(document, root=listed.root, lines=left), heads)


def _in_table(lines: tuple[Line, ...], table: Table, reading: Reading) -> Taken:
    """The goals of a table, with the rules that set off its heads.

    The heading right above it names their sub-goal where no column does, and is taken too.
    """
    above = _heading(lines, table, reading.labels)
    read = goals_in(table, lines[above].text if above is not None else None, reading)
    tables = {lines[at].table for at in read.lines}
    ruled = {at for at, line in enumerate(lines) if line.kind is LineKind.RULE and line.table in tables}
    named = {above} if above is not None and any(_names(lines[above], goal) for goal in read.goals) else set()
    return Taken(read.goals, read.lines | ruled | named)


def _names(heading: Line, goal: Goal) -> bool:
    """Whether the sub-goal of a goal is that of the heading."""
    return goal.theme is not None and heading.whole.start <= goal.theme.start < heading.whole.end


def _heading(lines: tuple[Line, ...], table: Table, labels: Labels) -> int | None:
    """The index of the heading that names the sub-goal of a table; a section's own heading names none."""
    if table.above is None or any(column.role == "subgoal" for column in table.columns):
        return None
    return None if labels.section(lines[table.above].text.value) else table.above
