"""Knows the line of the financing that the fund itself pays, though only its name says so."""

from __future__ import annotations

from projektkort.frozen import replace
from projektkort.project.books import AmountLine, Side
from projektkort.project.parts import Applied
from projektkort.schema.model import Schema
from projektkort.schema.spelling import normalise

SEVERAL = 2  # words of a fund's name that are enough of it: "Meeting Places" for "The Meeting Places Fund"


def with_fund(financing: Side | None, stated: Applied | None, schema: Schema) -> Side | None:
    """The financing, with the one line that bears the name of the fund marked as applied for.

    As it stands where a line is marked already, where several bear such a name (a schema may be that of a dozen
    committees), or where another amount is stated as the one applied for.
    """
    if financing is None or not schema.names or schema.kind != "application":
        return financing
    if any(line.type == "applied" for line in financing.lines):
        return financing
    own = [line for line in financing.counted if _is_own(line, schema)]
    if len(own) != 1 or (stated is not None and stated.amount != own[0].amount):
        return financing
    lines = tuple(replace(line, type="applied") if line is own[0] else line for line in financing.lines)
    return replace(financing, lines=lines)


def _is_own(line: AmountLine, schema: Schema) -> bool:
    """Whether its name is the fund's, or several words of it, and nothing says that the money is there already."""
    if line.type not in {None, "grant"} or line.commitment not in {None, "applied"}:
        return False
    label = normalise(line.label.value)
    names = [normalise(name) for name in schema.names]
    enough = label.count(" ") + 1 >= SEVERAL
    return any(_holds(label, name) or (enough and _holds(name, label)) for name in names)


def _holds(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "
