"""Knows what one row of the cache holds. Reading and writing them is left to `store`."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One kept result. `day` is the day for which alone it holds, else empty.

    `head` and `facts` are what travels of it as it is, `body` all else.
    """

    key: bytes
    day: str
    head: str
    facts: bytes
    body: str
