"""Knows which answers are worth keeping for later tables: those about their heads, or about the keys of one line.

The forms of a folder repeat them. What stands in the cells nobody repeats.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from projektkort.schema.kept import keeping

KEPT = 1024
SHORT = 200  # characters of all the words; more are the posts of a budget, or sentences

More = TypeVarTuple("More")
Answer = TypeVar("Answer")
Words = tuple[str, ...]


def remembered(ask: Callable[[Words, *More], Answer]) -> Callable[[Words, *More], Answer]:
    """The same function, which keeps its answers about some short words; what else it is given must be hashable."""
    return keeping(ask, _are_short, KEPT)


def _are_short(words: Words) -> bool:
    return len("".join(words)) <= SHORT
