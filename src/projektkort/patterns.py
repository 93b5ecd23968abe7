"""Knows how a regular expression waits until it is asked: most texts never ask most of them, and each is slow to make.

For modules that every start loads; what it says, those modules know.
"""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Late:
    """Stands for a pattern; when one of its methods is first asked for, it is compiled and they all stand here."""

    __slots__ = ("_flags", "_text", *METHODS)

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; compiled when it is first asked."""
    return cast("re.Pattern[str]", _Late(text, flags))
