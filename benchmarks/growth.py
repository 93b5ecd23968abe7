"""Measures the line about long documents: whether the time for a byte grows with the number of bytes."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple

from applications import application
from ground import Desk
from reports import report
from table import Measured

from projektkort.engine import check
from projektkort.source import decode
from writing import FORMS

SMALL = range(20)  # numbers of the small documents
LINES = 10_000
ONE_MB = 300  # the size of an application that has so many bytes


class Growth(NamedTuple):
    """Small documents and a long one of the same making."""

    name: str
    form: str
    small: Sequence[bytes]
    large: bytes


def measure(desk: Desk) -> Iterator[Measured]:
    """Line 12: the worst of all."""
    ratios = {}
    for each in growths():
        value = median(_ratio(each) for _ in range(desk.slow))
        ratios[f"{each.name} ({len(each.large) // 1000} kB): {value:.2f}"] = value
    yield Measured(12, max(ratios.values()), desk.slow, "; ".join(ratios))


def growths() -> Iterator[Growth]:
    """The pairs that are compared."""
    yield Growth("status report", "md", [_bytes(report(index, 3, 2)) for index in SMALL], _bytes(report(0, 12, 10)))
    for form, write in FORMS.items():
        small = [_bytes(write(application(index))) for index in SMALL]
        yield Growth(f"1 MB {form}", form, small, _bytes(write(application(0, size=ONE_MB))))
        yield Growth(f"{LINES:,} lines {form}", form, small, _bytes(write(application(0, lines=LINES))))


def _ratio(growth: Growth) -> float:
    """The time for a byte of the long document beside that of the small ones."""
    _seconds(growth.small[:1], growth.form)  # what is loaded once is loaded now
    small = _seconds(growth.small, growth.form) / sum(map(len, growth.small))
    return _seconds([growth.large], growth.form) / len(growth.large) / small


def _seconds(contents: Sequence[bytes], form: str) -> float:
    """The processor's seconds for checking all of them, with the collector off as in every run of the command."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        for content in contents:
            check(decode(content, f"a.{form}"))
        return process_time() - start
    finally:
        gc.enable()


def _bytes(text: str) -> bytes:
    return text.encode()
