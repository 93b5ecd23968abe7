"""Knows how the grades of goals are shown: a symbol, a word, how many goals have which, and a bar of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from projektkort.pages.cover import clean, covers
from projektkort.pages.extent import Extent, extent
from projektkort.pages.share import KeyFigure
from projektkort.pages.voice import Voice
from projektkort.project.models import Goal
from projektkort.schema.model import Grade

Shown = Grade | Literal["unknown", "none"]
"""A grade; "unknown" is a status in words that nobody knows, "none" is no status at all."""
SYMBOLS: dict[Shown, str] = {
    "met": "✓",
    "expected": "◕",
    "partly": "◐",
    "ongoing": "◔",
    "not_started": "○",
    "delayed": "!",
    "not_met": "✗",
    "dropped": "–",
    "not_assessed": "?",
    "unknown": "?",
    "none": "·",
}
"""Also the order in which they are counted."""
RANKS: dict[Shown, int] = {
    "not_met": 0, "delayed": 1, "not_started": 2, "ongoing": 3, "partly": 4, "expected": 5, "met": 6,
}  # fmt: skip
"""How far each is on the way; the others are not on it."""
MOVES = {"up": "↑", "same": "=", "down": "↓", "new": "+", "changed": "⇄"}
LEAST = Fraction(1, 10)
"""A narrower piece of the bar has no room for its label."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol and the words that say the same; `kind` is for the look."""

    kind: str
    symbol: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the bar of grades."""

    mark: Mark
    count: int
    extent: Extent


def shown(goal: Goal) -> Shown:
    """The grade of a goal, or why it has none."""
    return goal.status.grade or "unknown" if goal.status is not None else "none"


def mark(goal: Goal, voice: Voice) -> Mark:
    """The grade of a goal; the words of its status where they say more than the word for the grade."""
    grade = shown(goal)
    word = voice.form(f"grade-{grade}", 1)
    text = clean(goal.status.text.value) if goal.status is not None else ""
    if text and not covers([word], text):
        word = text if covers([text], word) else f"{word}: {text}"
    return Mark(grade, SYMBOLS[grade], word[:1].upper() + word[1:])


def movement(goal: Goal, before: Goal | None, voice: Voice) -> Mark:
    """How a goal has moved since the report before."""
    if before is None:
        return _move("new", voice)
    old, new = shown(before), shown(goal)
    kind = "same" if old == new else "changed"
    if kind == "changed" and old in RANKS and new in RANKS:
        kind = "up" if RANKS[new] > RANKS[old] else "down"
    move = _move(kind, voice)
    if kind == "same":
        return move
    return Mark(move.kind, move.symbol, voice.say("moved", move=move.text, before=mark(before, voice).text))


def _move(kind: str, voice: Voice) -> Mark:
    return Mark(kind, MOVES[kind], voice.say(f"move-{kind}"))


def counts(goals: Iterable[Goal]) -> dict[Shown, int]:
    """How many goals have which grade, those that none has left out."""
    found = Counter(map(shown, goals))
    return {grade: found[grade] for grade in SYMBOLS if found[grade]}


def figure(goals: tuple[Goal, ...], voice: Voice) -> KeyFigure:
    """The counts in a sentence: "9 met, 6 expected, 1 partly met"."""
    told = ", ".join(f"{count} {voice.form(f'grade-{grade}', count)}" for grade, count in counts(goals).items())
    return KeyFigure(f"{len(goals)} {voice.form('goal-count', len(goals))}", told)


def moves(goals: tuple[Goal, ...], before: dict[str, Goal], voice: Voice) -> KeyFigure:
    """The movements in a sentence."""
    found = Counter(movement(goal, before.get(goal.key), voice).kind for goal in goals)
    told = ", ".join(f"{found[kind]} {voice.say(f'move-{kind}')}" for kind in MOVES if found[kind])
    return KeyFigure(voice.say("since-last"), told)


def stack(goals: tuple[Goal, ...], voice: Voice) -> tuple[Piece, ...]:
    """The bar of grades."""
    pieces, start = [], Fraction(0)
    for grade, count in counts(goals).items():
        end = start + Fraction(count, len(goals))
        symbol = SYMBOLS[grade]
        drawn = Mark(grade, symbol, voice.form(f"grade-{grade}", count))
        pieces.append(Piece(drawn, count, extent(start, end, f"{symbol} {count}", LEAST)))
        start = end
    return tuple(pieces)
