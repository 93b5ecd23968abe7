"""Knows which answers are worth keeping for later tables: those about their heads, or about the keys of one line.

The forms of a folder repeat them. What stands in the cells nobody repeats.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple

KEPT = 1024
SHORT = 200  # characters of all the words; more are the posts of a budget, or sentences

More = TypeVarTuple("More")
Answer = TypeVar("Answer")
Words = tuple[str, ...]


def remembered(ask: Callable[[Words, *More], Answer]) -> Callable[[Words, *More], Answer]:
    """The same function, which keeps its answers about some short words; what else it is given must be hashable."""
    answers = lru_cache(maxsize=KEPT)(ask)

    def answer(words: Words, *more: *More) -> Answer:
        return answers(words, *more) if len("".join(words)) <= SHORT else ask(words, *more)

    return update_wrapper(answer, ask)
