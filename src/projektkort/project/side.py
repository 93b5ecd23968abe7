"""Knows how the fields of a document become its two sides: which rows stand on which, and what is told twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from projektkort.document.layout import Scalar
from projektkort.finding import Problem
from projektkort.frozen import Frozen, replace
from projektkort.project.books import Side, SideName
from projektkort.project.field import Field, content
from projektkort.project.ledger import side_of
from projektkort.project.post import post_of
from projektkort.project.row import Row, Tongue
from projektkort.project.row_text import Rows, text_rows
from projektkort.project.row_yaml import yaml_rows
from projektkort.project.sums import Sum
from projektkort.project.told import amounts_of
from projektkort.project.unlabelled import unlabelled_rows
from projektkort.schema.labels import Labels
from projektkort.span import Text

FUNDERS = frozenset({"applied", "grant", "own", "revenue", "loan"})
OF_BOTH_SIDES = frozenset({"volunteer", "in_kind"})
NAMES: tuple[SideName, SideName] = ("budget", "financing")


class _Gathered:
    """The rows of one side, and the fields that they came from."""

    __slots__ = ("fields", "rows", "stated", "tables", "unsure")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.stated: list[Row] = []  # what the side comes to, as told beside its label
        self.fields: list[Field] = []
        self.tables: list[Field] = []  # those with lines of their own
        self.unsure = False


class Sides(Frozen):
    """Both sides, and what is odd about them."""

    budget: Side | None
    financing: Side | None
    problems: tuple[Problem, ...]

    @property
    def both(self) -> tuple[Side, ...]:
        """Those that there are."""
        return tuple(side for side in (self.budget, self.financing) if side is not None)


def sides_of(fields: Sequence[Field], labels: Labels, tongue: Tongue) -> Sides:
    """The budget and the financing of a document; None for a side that it does not have."""
    gathered: dict[SideName, _Gathered] = {name: _Gathered() for name in NAMES}
    problems: list[Problem] = []
    for each in fields:
        if each.id not in NAMES:
            continue
        name: SideName = "budget" if each.id == "budget" else "financing"
        found = _rows(each, labels, tongue)
        problems += found.problems
        gathered[name].unsure |= found.unsure
        _sort(each, name, found.rows, gathered, labels, tongue)
    if not gathered["budget"].fields and not gathered["budget"].rows:
        _unlabelled(fields, gathered["budget"], problems, labels, tongue)
    if not gathered["financing"].fields and not gathered["financing"].rows:
        _fund(fields, gathered["budget"], gathered["financing"], labels, tongue)
    sides = {name: _side(name, gathered[name], labels, tongue, problems) for name in NAMES}
    budget, financing = _whole(sides["budget"], sides["financing"], gathered["financing"])
    return Sides(budget, financing, tuple(problems))


def _unlabelled(
    fields: Sequence[Field], gathered: _Gathered, problems: list[Problem], labels: Labels, tongue: Tongue
) -> None:
    """Takes the rows of a budget without a heading, and says so."""
    found = unlabelled_rows(fields, labels, tongue)
    if found is not None:
        field, gathered.rows = found
        place = gathered.rows[0].place
        problems.append(Problem(place, rule="side-unlabelled", label=field.label.value, related=[field.label.place]))


def _fund(fields: Sequence[Field], costs: _Gathered, income: _Gathered, labels: Labels, tongue: Tongue) -> None:
    """Moves lines below a stated cost that all name funders to the financing, and puts the applied amount to them.

    Where they are the parts of that cost (“total T, of which”), they are all of the financing as they stand.
    """
    parted = any(row.whole for row in costs.rows)
    types = {labels.type_of(row.label.value) for row in costs.rows if not row.whole}
    if not (costs.stated or parted) or not types & FUNDERS or not types <= FUNDERS | OF_BOTH_SIDES:
        return
    income.rows, costs.rows, costs.tables = costs.rows, [], []
    applied = next((each for each in fields if each.id == "applied"), None)
    if applied is not None and not parted and "applied" not in types:
        income.rows.insert(0, Row(applied.label, applied.place, tongue.cell(content(applied))))


def _rows(each: Field, labels: Labels, tongue: Tongue) -> Rows:
    below = tongue.declared(each.label.value)
    if isinstance(each.body, tuple):
        return text_rows(each.body, labels, below)
    return yaml_rows(each.body, labels, below)


def _sort(
    each: Field,
    name: SideName,
    rows: Sequence[Row],
    gathered: dict[SideName, _Gathered],
    labels: Labels,
    tongue: Tongue,
) -> None:
    """Puts each row on its side: its column's, that of the last side's name among the rows, or the field's."""
    gathered[name].fields.append(each)
    value = each.body.text if isinstance(each.body, Scalar) else each.value
    if value is not None and value.value:
        cell = tongue.declared(each.label.value).cell(value)
        alone = [] if rows and value is not each.value else amounts_of(value, tongue)  # a text in YAML is its rows
        if not cell.meant and len(alone) == 1:
            cell = alone[0]  # “Financing: we apply to the committee for 12.500”
        if cell.meant:
            gathered[name].stated.append(Row(each.label, each.place, cell, whole=True))
    current = name
    for row in rows:
        if row.amount is None and row.heads:
            current = _named(row, labels) or current
        target = gathered[row.side or current]
        target.rows.append(row)
        if not (target.tables and target.tables[-1] is each) and _is_line(row, row.side or current, labels, tongue):
            target.tables.append(each)


def _is_line(row: Row, name: SideName, labels: Labels, tongue: Tongue) -> bool:
    return not row.heads and post_of(row.label.value, name, labels, tongue.language).sum is Sum.NONE


def _named(heading: Row, labels: Labels) -> SideName | None:
    """The side that the heading of a group names."""
    match = labels.section(heading.label.value)
    return next((name for name in NAMES if match is not None and not match.near and match.id == name), None)


def _side(name: SideName, gathered: _Gathered, labels: Labels, tongue: Tongue, problems: list[Problem]) -> Side | None:
    source = gathered.tables or gathered.fields
    if not source and not gathered.rows:
        return None
    rows = [*gathered.rows, *gathered.stated]
    heading = source[0].label.place if source else rows[0].place
    side = side_of(name, heading, rows, labels, tongue)
    twice = _twice(gathered)
    if twice is not None:
        problems.append(Problem(twice[1].place, rule="side-unsure", variant=name, related=[twice[0].place]))
    return replace(side, unsure=True) if twice or gathered.unsure else side


def _twice(gathered: _Gathered) -> tuple[Text, Text] | None:
    """The labels of two tables of one side, or of two different figures told for it."""
    if len(gathered.tables) > 1:
        return gathered.tables[0].label, gathered.tables[1].label
    for one, other in pairwise(gathered.stated):
        if one.amount and other.amount and one.amount.bounds != other.amount.bounds:
            return one.label, other.label
    return None


def _whole(budget: Side | None, financing: Side | None, gathered: _Gathered) -> tuple[Side | None, Side | None]:
    """“Total T, of which a, b, c” states the cost T and the financing a + b + c."""
    whole = any(row.whole for row in gathered.rows)
    told = budget is not None and (budget.lines or budget.total)
    if told or financing is None or financing.total is None or not whole:
        return budget, financing
    costs = Side(
        name="budget",
        place=financing.total.amount_place,
        heading=financing.total.place,
        currency=financing.currency,
        total=replace(financing.total, lines=()),  # those are of the other side
    )
    return costs, financing
