"""Knows what a document to be written holds, whatever it will be written as; no value of it is a mark of any form."""

from __future__ import annotations

from projektkort.frozen import Frozen

Cell = str | tuple[str, ...]
"""What stands in one cell of a table; several texts stand on lines of their own."""


class Listed(Frozen):
    """A list of texts."""

    items: tuple[str, ...]


class Table(Frozen):
    """Rows under heads. `figures` are the columns of numbers; `example` is a row that is shown and does not count.

    `names` are the columns whose head is part of what they say, such as a year or a partner: it stays as it is. What
    stands under an empty head says all by itself.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    figures: frozenset[int] = frozenset()
    example: tuple[Cell, ...] = ()
    names: frozenset[int] = frozenset()


class Told(Frozen):
    """What one report tells of a sub-project; the one at hand needs no number and no period."""

    number: str
    period: str
    text: str
    parts: tuple[Part, ...] = ()


class Group(Frozen):
    """A sub-project and what is told of it."""

    number: str
    title: str
    told: tuple[Told, ...] = ()


class Groups(Frozen):
    """Sub-projects, or in an empty form how one would be written."""

    groups: tuple[Group, ...]
    example: bool = False


Block = str | Listed | Table | Groups


class Part(Frozen):
    """A labelled part: what stands under its label, its own parts, and what is said beside it in a comment.

    `brief` says that it is a line of the head: `Label: text`; `id` is the section that a schema asks for.
    """

    label: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    note: tuple[str, ...] = ()
    brief: bool = False
    id: str = ""


class Sheet(Frozen):
    """A document: settings such as its schema, the title, the parts in order, and text that only a comment can hold."""

    language: str
    settings: tuple[tuple[str, str], ...]
    """Keys and what is said of them."""
    title: Part
    text: str
    """What stands under no label."""
    parts: tuple[Part, ...]
    note: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    """What sets findings of the whole document aside: entries of YAML as written, with their keys."""
