"""Knows which answers are worth keeping: those about labels, which every document repeats. Sentences nobody repeats."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

KEPT = 4096
SHORT = 60  # characters; a longer text is a sentence, and another one in each document

FORMS = 128  # lists of labels; the documents of a folder answer few forms
MANY = 100  # labels; a longer list belongs to one document only

First = TypeVar("First")
More = TypeVarTuple("More")
Answer = TypeVar("Answer")


def kept(ask: Callable[[str, *More], Answer]) -> Callable[[str, *More], Answer]:
    """The same function, which keeps its answers about short texts; what else it is given must be hashable."""
    return keeping(ask, _is_short, KEPT)


def keeping(
    ask: Callable[[First, *More], Answer], is_worth: Callable[[First], bool], most: int
) -> Callable[[First, *More], Answer]:
    """The same function, which keeps so many answers, those where what it is asked about first is worth it."""
    answers = _Answers(ask, is_worth, most)

    def answer(*asked: *tuple[First, *More]) -> Answer:
        return answers[asked]

    return update_wrapper(answer, ask)


def kept_together(ask: Callable[[tuple[str, ...]], Answer]) -> Callable[[tuple[str, ...]], Answer]:
    """The same function, which keeps its answers about the labels of a document: a form's are alike in each."""
    keep = lru_cache(maxsize=FORMS)(ask)

    def answer(labels: tuple[str, ...]) -> Answer:
        return keep(labels) if len(labels) <= MANY else ask(labels)

    return update_wrapper(answer, ask)


class _Answers(dict[tuple[First, *More], Answer]):
    """Answers by what was asked: nothing is quicker than to look one up. When there are too many all are forgotten."""

    def __init__(self, ask: Callable[[First, *More], Answer], is_worth: Callable[[First], bool], most: int) -> None:
        super().__init__()
        self._ask, self._is_worth, self._most = ask, is_worth, most

    def __missing__(self, asked: tuple[First, *More]) -> Answer:
        answer = self._ask(*asked)
        if self._is_worth(asked[0]):
            if len(self) >= self._most:
                self.clear()
            self[asked] = answer
        return answer


def _is_short(text: str) -> bool:
    return len(text) <= SHORT
