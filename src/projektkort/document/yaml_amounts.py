"""Knows that `{amount: 1.250,50}` means one amount, though in brackets YAML parts it at the comma."""

from __future__ import annotations

import re

from projektkort.document.layout import Entry, Node, Scalar
from projektkort.finding import Edit, Fix, Problem
from projektkort.patterns import late
from projektkort.span import Place, Text

_SIGN = late(r",[-\u2010-\u2015\u2212]?")
_SECOND_HALF = late(r"[0-9]|[-\u2010-\u2015\u2212]+(?![0-9])")
_DASH = late(r"[0-9](?:[0-9.' \u00a0\u202f]*[0-9])?(?P<sign>,-)")
_LONG = 40  # characters of the longest amount
_GROUPED = late(r"[0-9][.\s'\u2019][0-9]")


def join_entries(entries: tuple[Entry, ...], problems: list[Problem]) -> tuple[Entry, ...]:
    """The entries of `{…}` with parted amounts put together again; each is a problem."""
    joined: list[Entry] = []
    for entry in entries:
        last = joined[-1].value if joined else None
        bare = isinstance(entry.value, Scalar) and not entry.value.text.value
        if isinstance(last, Scalar) and bare and _parted(last.text, entry.key):
            joined[-1] = Entry(joined[-1].key, _joined(last.text, entry.key, problems))
        else:
            joined.append(entry)
    return tuple(joined)


def join_items(items: tuple[Node, ...], problems: list[Problem]) -> tuple[Node, ...]:
    """The same for `[…]`. There `13,20` may be two numbers, so that the first must be written as an amount."""
    joined: list[Node] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(last, Scalar) and isinstance(item, Scalar) and _amount(last.text, item.text):
            joined[-1] = _joined(last.text, item.text, problems)
        else:
            joined.append(item)
    return tuple(joined)


def _amount(first: Text, second: Text) -> bool:
    """Whether two items can only be one amount."""
    return _parted(first, second) and (bool(_GROUPED.search(first.value)) or not second.value[0].isdigit())


def _parted(first: Text, second: Text) -> bool:
    """Whether only a comma, and no space, stands between a digit and more digits or a dash."""
    between = first.lines.text[first.end : second.start]
    return between == "," and first.value[-1:].isdigit() and bool(_SECOND_HALF.match(second.value))


def _joined(first: Text, second: Text, problems: list[Problem]) -> Scalar:
    text = Text(first.lines.text[first.start : second.end], first.lines, first.start, second.end)
    problems.append(parted(text.place, first.end - first.start))
    return Scalar(text)


def parted(place: Place, comma: int) -> Problem:
    """What is said of an amount; `comma` is where in its text YAML parts it."""
    text = place.text
    sign = _SIGN.match(text, comma)
    return Problem(
        place,
        rule="flow-splits-amount",
        fix=Fix((Edit(place, f'"{text}"'),), safe=True),
        text=text,
        kept=text[:comma],
        cut=text[comma + 1 :],
        sign=sign.group() if sign else ",",
    )


def dash_behind_amount(text: str, index: int) -> re.Match[str] | None:
    """The amount whose `,-` has its dash at `index`, where YAML took it for the dash of a list."""
    return next(
        (found for found in _DASH.finditer(text, max(0, index - _LONG), index + 1) if found.end() == index + 1), None
    )
