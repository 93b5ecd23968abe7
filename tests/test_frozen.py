"""Frozen values: made by position or name, compared by their fields, never changed."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest

from projektkort.finding import Problem
from projektkort.frozen import Frozen, fields, replace
from projektkort.span import Lines, Place, Span


class Post(Frozen):
    """A line of a budget, for these tests."""

    label: str
    amount: Decimal
    note: str = ""
    approximate: bool = False

    @property
    def told(self) -> str:
        return f"{self.label}: {self.amount}"


class Entry(Frozen):
    """The same fields in another class."""

    label: str
    amount: Decimal
    note: str = ""
    approximate: bool = False


ANY: Any = Post
HALL = Post("Leje af sal", Decimal(4500))


def test_fields_are_given_by_position_by_name_or_by_default() -> None:
    assert Post(label="Leje af sal", amount=Decimal(4500), note="", approximate=False) == HALL
    assert fields(Post("Sal", Decimal(1), approximate=True)) == {
        "label": "Sal",
        "amount": Decimal(1),
        "note": "",
        "approximate": True,
    }
    assert HALL.told == "Leje af sal: 4500"


@pytest.mark.parametrize(
    ("given", "named", "message"),
    [
        ((), {}, r"Post\(\) missing 2 required positional arguments: 'label' and 'amount'"),
        (("Sal",), {"note": "x"}, "missing 1 required positional argument: 'amount'"),
        (("Sal", 1, "", False, "more"), {}, "takes from 3 to 5 positional arguments but 6 were given"),
        (("Sal", 1), {"label": "Hal"}, "multiple values for argument 'label'"),
        (("Sal", 1), {"price": 3}, "unexpected keyword argument 'price'"),
    ],
)
def test_too_few_and_too_many_are_refused(given: tuple[object, ...], named: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        ANY(*given, **named)


def test_nothing_can_be_changed_added_or_taken_away() -> None:
    value: Any = HALL
    with pytest.raises(AttributeError, match="amount"):
        value.amount = Decimal(0)
    with pytest.raises(AttributeError, match="other"):
        value.other = 1
    with pytest.raises(AttributeError, match="label"):
        del value.label
    assert Decimal(4500) == HALL.amount


class Quick(Frozen, guarded=False):
    """Made by the thousand."""

    label: str
    amount: int = 0


def test_a_class_without_a_guard_is_as_any_other() -> None:
    value: Any = Quick("Sal", amount=3)
    assert (value, hash(value), fields(value)) == (
        Quick("Sal", 3),
        hash(Quick("Sal", 3)),
        {"label": "Sal", "amount": 3},
    )
    assert (replace(value, label="Hal"), Quick("Sal").amount) == (Quick("Hal", 3), 0)
    with pytest.raises(AttributeError, match="note"):
        value.note = "it has no such field"


class Sum(Frozen, remembers=True):
    """A value that is asked the same several times, for this test."""

    terms: tuple[int, ...]

    @cached_property
    def whole(self) -> list[int]:
        return [sum(self.terms)]


def test_what_a_value_remembers_is_no_part_of_it() -> None:
    value = Sum((1, 2))
    assert value.whole is value.whole
    for same in (Sum((1, 2)), replace(value), copy.copy(value), pickle.loads(pickle.dumps(value))):
        assert (same, hash(same), repr(same)) == (value, hash(value), repr(value))
        assert same.whole is not value.whole
    assert replace(value, terms=(4,)).whole == [4]
    assert fields(value) == {"terms": (1, 2)}
    assert not hasattr(HALL, "__dict__")


def test_a_changed_value_is_a_new_one() -> None:
    dearer = replace(HALL, amount=Decimal(5000))
    assert (dearer.label, dearer.amount, HALL.amount) == ("Leje af sal", Decimal(5000), Decimal(4500))
    with pytest.raises(TypeError, match="unexpected keyword argument 'price'"):
        replace(HALL, price=1)


def test_values_are_equal_where_class_and_fields_are() -> None:
    assert Post("Leje af sal", Decimal("4500.0")) == HALL
    assert replace(HALL, note="inkl. moms") != HALL
    assert Entry("Leje af sal", Decimal(4500)) != HALL
    assert HALL != "Leje af sal"
    assert len({HALL, Post("Leje af sal", Decimal(4500)), replace(HALL, note="x")}) == 2


def test_a_value_shows_and_matches_by_its_fields() -> None:
    assert repr(HALL) == "Post(label='Leje af sal', amount=Decimal('4500'), note='', approximate=False)"
    match HALL:
        case Post(label, amount):
            assert (label, amount) == ("Leje af sal", Decimal(4500))


def test_values_travel_between_processes() -> None:
    place = Place(Lines("Sal: 4.500"), 5, 10)
    problem = Problem(place, rule="amount-unreadable", text="4.500")
    for value in (HALL, problem.values, Span(1, 2, 3, 4)):
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
    travelled = copy.deepcopy(problem)
    assert (travelled.rule, travelled.place.text, travelled.values) == ("amount-unreadable", "4.500", {"text": "4.500"})


def test_spans_are_in_the_order_of_the_text() -> None:
    spans = [Span(2, 1, 2, 4), Span(1, 9, 1, 12), Span(1, 9, 1, 10), Span(1, 2, 3, 1)]
    assert sorted(spans) == [Span(1, 2, 3, 1), Span(1, 9, 1, 10), Span(1, 9, 1, 12), Span(2, 1, 2, 4)]
    assert max(spans) == Span(2, 1, 2, 4)
    assert Span(1, 1, 1, 1) <= Span(1, 1, 1, 1)
