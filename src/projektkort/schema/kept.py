"""Knows which answers are worth keeping: those about labels, which every document repeats. Sentences nobody repeats."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

KEPT = 4096
SHORT = 60  # characters; a longer text is a sentence, and another one in each document

More = TypeVarTuple("More")
Answer = TypeVar("Answer")


def kept(ask: Callable[[str, *More], Answer]) -> Callable[[str, *More], Answer]:
    """The same function, which keeps its answers about short texts; what else it is given must be hashable."""
    remembered = lru_cache(maxsize=KEPT)(ask)

    def answer(text: str, *more: *More) -> Answer:
        return remembered(text, *more) if len(text) <= SHORT else ask(text, *more)

    return update_wrapper(answer, ask)
