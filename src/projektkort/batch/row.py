"""Knows what one row of the cache holds. Reading and writing them is left to `store`."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One kept result. `day` is the day for which alone it holds, else empty."""

    key: bytes
    day: str
    head: str
    body: str
