"""Knows how to tell somebody where two documents say different things: the line, what it is about, both values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from projektkort.frozen import Frozen, replace

NAMES = {
    "actual": "the amount spent",
    "amounts_in_text": "the amount in the text",
    "balances": "that budget and financing agree",
    "by": "where that is told",
    "computed_total": "the sum of the lines",
    "kind": "the kind of document",
    "lines": "the line",
    "notes": "the note",
    "parts": "the part",
    "sections": "the section",
    "stated_total": "the total",
}
"""What people call the fields whose names do not say it."""
ABOUT = ("label", "funder", "title", "text")
"""The first of these names what the others belong to."""
LONGEST = 60


class Spot(Frozen):
    """Where in a document somebody is: the line (0: none), what stands there, the field."""

    line: int = 0
    about: str = ""
    field: str = ""

    def within(self, value: dict[str, Any]) -> Spot:
        """The same inside a value, which may have a line and a name; that of the whole project tells nobody more."""
        about = "" if self.field == "project" else _about(value)
        return replace(self, line=value.get("line") or self.line, about=about or self.about)


def told(one: Any, other: Any, spot: Spot = Spot()) -> Iterator[str]:  # noqa: B008 - it is frozen
    """Where one says what the other does not, or the other way round: a sentence each."""
    if isinstance(one, dict) and isinstance(other, dict):
        inside = spot.within(one)
        for field in dict.fromkeys((*one, *other)):
            yield from told(one.get(field), other.get(field), replace(inside, field=field))
    elif isinstance(one, list) and isinstance(other, list):
        yield from _of_lists(one, other, spot)
    elif spot.field != "line" and one != other:
        yield _sentence(one, other, spot)


def _of_lists(one: list[Any], other: list[Any], spot: Spot) -> Iterator[str]:
    """What only one of two lists has; where they are as long, item by item."""
    if len(one) == len(other):
        for each, its in zip(one, other, strict=True):
            yield from told(each, its, spot)
        return
    yield from (_sentence(each, None, spot) for each in one if not any(_same(each, its) for its in other))
    yield from (_sentence(None, its, spot) for its in other if not any(_same(each, its) for each in one))


def _same(one: Any, other: Any) -> bool:
    return next(told(one, other), None) is None


def _sentence(one: Any, other: Any, spot: Spot) -> str:
    """“line 14, Tents: the amount spent “300” would be lost”."""
    own = spot.within(one) if isinstance(one, dict) else spot
    where = ", ".join(filter(None, (f"line {own.line}" if own.line else "", _short(spot.about))))
    name = NAMES.get(spot.field, f"the {spot.field.replace('_', ' ')}")
    before, after = _words(one), _words(other)
    change = "would be lost" if not after else "would be new" if not before else f"would become {after}"
    return f"{where}{': ' if where else ''}{name} {before or after} {change}"


def _words(value: Any) -> str:
    """A value in words; nothing for one that says nothing."""
    if isinstance(value, dict):
        plain = (each for name, each in value.items() if name != "line" and isinstance(each, str) and each)
        return _words(_about(value) or ", ".join(plain))
    if isinstance(value, list):
        return _words(", ".join(map(str, value)))
    if isinstance(value, bool):
        return "(yes)" if value else "(no)"
    return "" if value in (None, "") else f"“{_short(str(value))}”"


def _about(value: dict[str, Any]) -> str:
    return next((value[name] for name in ABOUT if isinstance(value.get(name), str) and value[name]), "")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
