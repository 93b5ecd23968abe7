"""Knows whether a version is one of those that a specifier such as `>=0.2, <1` takes."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import cache

_COMPARED: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_NUMBERS = 6
"""Versions are compared as if they had so many numbers: 0.2 is 0.2.0."""


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+){0,5})\s*")


def takes(specifier: str, version: str) -> bool | None:
    """Whether all parts of a specifier hold for a version; None where it is no such specifier.

    Of a version the numbers count: what comes behind them (`rc1`, `.dev2`) does not.
    """
    parts = [_part().fullmatch(part) for part in specifier.split(",")]
    numbers = _release(version)
    holds = [_COMPARED[part[1]](numbers, _release(part[2])) for part in parts if part is not None]
    return all(holds) if len(holds) == len(parts) else None


def _release(version: str) -> tuple[int, ...]:
    numbers = re.match(r"\d+(?:\.\d+)*", version)
    found = [int(number) for number in numbers[0].split(".")] if numbers else []
    return tuple((found + [0] * _NUMBERS)[:_NUMBERS])
