"""Knows which answers are worth keeping: those about labels, which every document repeats. Sentences nobody repeats."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TypeVar, TypeVarTuple

KEPT = 4096
SHORT = 60  # characters; a longer text is a sentence, and another one in each document

More = TypeVarTuple("More")
Answer = TypeVar("Answer")


def kept(ask: Callable[[str, *More], Answer]) -> Callable[[str, *More], Answer]:
    """The same function, which keeps its answers about short texts; what else it is given must be hashable."""
    answers = _Answers(ask)

    def answer(*asked: *tuple[str, *More]) -> Answer:
        return answers[asked]

    return update_wrapper(answer, ask)


class _Answers(dict[tuple[str, *More], Answer]):
    """Answers by what was asked: nothing is quicker than to look one up. When there are too many all are forgotten."""

    def __init__(self, ask: Callable[[str, *More], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, asked: tuple[str, *More]) -> Answer:
        answer = self._ask(*asked)
        if len(asked[0]) <= SHORT:
            if len(self) >= KEPT:
                self.clear()
            self[asked] = answer
        return answer
