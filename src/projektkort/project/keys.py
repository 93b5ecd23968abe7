"""Knows what the keys of a mapping in YAML name together: the columns of one line, or each a line of its own."""

from __future__ import annotations

from collections.abc import Sequence, Set

from projektkort.document.layout import Mapping, Scalar
from projektkort.frozen import Frozen, replace
from projektkort.project.column import (
    AMOUNT_ROLES,
    INSTEAD_ROLES,
    UNKNOWN,
    YEAR,
    Column,
    by_head,
    name_years,
    settle_doubles,
    to_weigh,
)
from projektkort.project.row import Tongue
from projektkort.project.shape import Words, remembered
from projektkort.schema.labels import Labels

NAMING = frozenset({"label", "funder"})
OF_ONE_LINE = ((AMOUNT_ROLES | INSTEAD_ROLES) - {"total"}) | {"unit_price", "part"}  # a group, too, may have its total

Single = tuple[bool, ...]


class Keys(Frozen):
    """The keys of a mapping and what each names: a column of a line, "" for none; a key of a side, such as `lines`.

    `single` says behind which of them one value stands, and neither a list nor more keys.
    """

    words: Words
    single: Single
    columns: Words
    names: tuple[str | None, ...]
    roles: frozenset[str]  # the columns, once each
    naming: tuple[int, ...]  # the keys that name a line, unless an amount stands behind them
    currency: tuple[int, ...]

    def without(self, posts: Sequence[int]) -> Set[str]:
        """The roles, but for some keys that an amount follows as its label."""
        return {column for at, column in enumerate(self.columns) if at not in posts} | {""}


def is_line(roles: Set[str]) -> bool:
    """Whether keys that name these columns make one line, and not a group of lines `post: amount`."""
    if not (roles.isdisjoint(OF_ONE_LINE) and roles.isdisjoint(NAMING)):
        return True
    return len(roles - {""}) > 1 or roles == {"total"}


def keys_of(node: Mapping, labels: Labels) -> Keys:
    """The keys of a mapping, and what they name."""
    entries = node.entries
    words = tuple([entry.key.value for entry in entries])
    return keys_told(words, tuple([isinstance(entry.value, Scalar) for entry in entries]), labels)


@remembered
def keys_told(words: Words, single: Single, labels: Labels) -> Keys:
    """The same of the keys alone; `single` are those with one value behind them."""
    named = [labels.column(key) or "" for key in words]
    naming = tuple(at for at, column in enumerate(named) if column in NAMING)
    years = [one and YEAR.fullmatch(key) is not None for key, one in zip(words, single, strict=True)]
    columns = tuple("part" if year else column for column, year in zip(named, years, strict=True))
    names = tuple(labels.key(key) for key in words)
    currency = tuple(at for at, name in enumerate(names) if name == "currency")
    return Keys(words, single, columns, names, frozenset(columns), naming, currency)


class Line(Frozen):
    """The columns that the keys of one line are.

    `asked` are those that only their values settle, and `unknown` those whose keys nobody knows: beside a total these
    may be partners, as in a table.
    """

    columns: tuple[Column, ...]
    asked: Set[int]
    unknown: tuple[int, ...]

    def settled(self, numeric: Set[int]) -> Line:
        """The same where of the columns asked for these hold amounts; an amount behind a key that nobody knows is that
        of a partner."""
        columns = list(self.columns)
        settle_doubles(columns, numeric)
        partners = numeric & set(self.unknown)
        for at in partners:
            columns[at] = replace(columns[at], role="part", axis="partner")
        doubled = (at for at, column in enumerate(columns) if column.role == UNKNOWN)
        rest = (at for at in self.unknown if at not in partners)
        return Line(tuple(columns), frozenset(), (*rest, *doubled))


@remembered
def line_of(keys: Words, single: Single, labels: Labels, tongue: Tongue, labelled: bool) -> Line:
    """The columns of a line; `labelled` is one that is a value itself, and the key before it the first column."""
    columns = [Column("label", "", tongue)] if labelled else []
    unknown: list[int] = []
    for key, one in zip(keys, single, strict=True):
        column = by_head(key, labels, tongue)
        role = column.role if one or column.axis is None else ""
        if role in NAMING:
            role = "note" if any(before.role == "label" for before in columns) else "label"
        if role == "" and labels.key(key) != "currency":
            unknown.append(len(columns))
        columns.append(replace(column, role=role, axis=column.axis if role == "part" else None))
    name_years(columns)
    asked = to_weigh(columns)
    if any(column.role == "total" for column in columns):
        asked |= {*unknown}
    line = Line(tuple(columns), asked, tuple(unknown))
    return line if asked else line.settled(asked)
