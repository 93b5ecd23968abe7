"""Rows that are taken straight from their cells are those that a closer look at every column makes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project_text import in_yaml, project

from projektkort.project import row_text, row_yaml
from projektkort.project.books import Side
from projektkort.project.column import Column
from projektkort.project.models import Project
from projektkort.project.plan import plan_of
from projektkort.project.row import Tongue
from projektkort.project.row_cells import row_of
from projektkort.span import Lines, Place, Text

ROLES = (
    "label",
    "amount",
    "total",
    "quantity",
    "unit_price",
    "actual",
    "note",
    "type",
    "unit",
    "share",
    "ordinal",
    "?",
)
HEADS = ("post", "beløb", "beløb", "i alt", "antal", "stk.pris", "forbrug", "status", "note", "kilde", "valuta", "2026")
CELLS = (
    "Telte",
    "9.500",
    "12,50 kr.",
    "",
    "-",
    "3 stk",
    "20 timer",
    "søgt",
    "ca. 7.000",
    "1.500,0",
    "EUR",
    "2",
    "I alt",
)
tables = st.lists(st.sampled_from(HEADS), min_size=2, max_size=5).flatmap(
    lambda heads: st.tuples(
        st.just(heads),
        st.lists(
            st.lists(st.sampled_from(CELLS), min_size=len(heads), max_size=len(heads)),
            min_size=1,
            max_size=4,
        ),
    )
)


@given(
    st.lists(st.sampled_from([*ROLES, "part", "costs", ""]), min_size=1, max_size=6),
    st.lists(st.sampled_from(CELLS), max_size=7),
)
def test_a_planned_row_is_the_one_of_its_columns(roles: list[str], values: list[str]) -> None:
    lines = Lines("".join(values))
    cells = [Text(value, lines, 0, len(value)) for value in values]
    columns = [
        Column(role, role, Tongue("da"), "year" if role == "part" else None, "budget" if role == "label" else None)
        for role in roles
    ]
    place = Place(lines, 0, len(lines.text))
    plan = plan_of(columns)
    row = plan.row(cells, place) if plan is not None else None
    assert row is None or [row] == row_of(cells, columns, place)


@pytest.mark.parametrize(
    "roles", [("label", "amount"), ("ordinal", "label", "quantity", "unit_price", "total", "note")]
)
def test_ordinary_tables_have_a_plan(roles: tuple[str, ...]) -> None:
    assert plan_of([Column(role, role, Tongue("da")) for role in roles]) is not None


@given(tables)
@settings(deadline=None)
def test_lines_in_yaml_are_the_same_without_plans(table: tuple[list[str], list[list[str]]]) -> None:
    heads, rows = table
    body = "\n".join("  - {" + ", ".join(f"{k}: '{v}'" for k, v in zip(heads, row, strict=True)) + "}" for row in rows)
    assert_alike(lambda: in_yaml(f"sprog: da\nbudget:\n{body}\n"))


@given(tables)
@settings(deadline=None)
def test_tables_are_the_same_without_plans(table: tuple[list[str], list[list[str]]]) -> None:
    heads, rows = table
    body = "\n".join("| " + " | ".join(cells) + " |" for cells in (heads, ["---"] * len(heads), *rows))
    assert_alike(lambda: project(f"Sprog: da\n\n## Budget\n\n{body}\n"))


def assert_alike(read: Callable[[], Project]) -> None:
    """What is read is the same with plans and without."""
    quick = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_yaml, "_planned", lambda *_: None)
        patch.setattr(row_text, "plan_of", lambda _: None)
        slow = read()
    assert [_told(side) for side in (quick.budget, quick.financing)] == [
        _told(side) for side in (slow.budget, slow.financing)
    ]


def _told(side: Side | None) -> object:
    """A side without its text, of which each reading has its own."""
    return None if side is None else repr(side).replace(hex(id(side.place.lines)), "")
