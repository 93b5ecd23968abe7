"""Knows how a source is made that lacks what must not be told. What that is, others know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.identity import BULLET
from projektkort.source.characters import problems_of_text
from projektkort.source.decode import Source, legacy_problem
from projektkort.span import Lines, Place

LEFT = frozenset("\r\n\t|\"',:;{}")
"""Signs that part lines, cells and values, and stay."""


def conceal(source: Source, problems: Iterable[Problem]) -> Source:
    """The source with a bullet for every sign where these problems stand, and the problems added to it.

    What was said of its characters is said anew: it may quote them.
    """
    hidden = list(problems)
    lines = Lines(_bulleted(source.text, hidden), source.lines.origins)
    return replace(source, text=lines.text, lines=lines, problems=(*_again(source, lines), *_moved(hidden, lines)))


def _bulleted(text: str, problems: Iterable[Problem]) -> str:
    pieces, at = [], 0
    for place in (problem.place for problem in problems):
        pieces += [text[at : place.start], *(c if c in LEFT else BULLET for c in text[place.start : place.end])]
        at = place.end
    return "".join([*pieces, text[at:]])


def _again(source: Source, lines: Lines) -> Iterator[Problem]:
    for problem in source.problems:
        if problem.rule == "encoding-legacy":
            yield legacy_problem(lines, [problem.place.line])
    yield from problems_of_text(lines)
    personal = [problem for problem in source.problems if problem.rule == "personal-number"]
    yield from _moved([problem for problem in personal if problem.place.lines is source.lines], lines)
    yield from [problem for problem in personal if problem.place.lines is not source.lines]  # unseen: in no text


def _moved(problems: Iterable[Problem], lines: Lines) -> Iterator[Problem]:
    """The same problems at the same places of another text."""
    for problem in problems:
        yield replace(problem, place=Place(lines, problem.place.start, problem.place.end))
