"""Knows what a kept result depends on beside the bytes of its file, as a key of the cache.

That is ourselves with our schemas and words, and everything that was asked.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache, lru_cache

from projektkort.engine.request import Request
from projektkort.frozen import fields
from projektkort.state import state

SIZE = 16  # bytes of a key; two of a million million results are alike by chance once in 10^14 such caches


def key_of(content: bytes, path: str, request: Request) -> bytes:
    """The key of what is found in a file with these bytes (their sha256) and such a name."""
    return hashlib.sha256(content + asked(request) + ending(path).encode("utf-8", "replace")).digest()[:SIZE]


def ending(path: str) -> str:
    """The ending of a name as pathlib tells it, in a tenth of the time: every file is asked."""
    name = path.rpartition("/")[2]
    at = name.rfind(".")
    return name[at:].lower() if 0 < at < len(name) - 1 else ""


def asked(request: Request) -> bytes:
    """A print of all that a result depends on, but for the file and the day."""
    named = [path for path in (request.schema, request.configured, *request.schemas) if path]
    return _asked(request, ourselves(), tuple(map(_state, named)))


@lru_cache(maxsize=64)
def _asked(request: Request, ours: str, states: tuple[str, ...]) -> bytes:
    told = {name: value for name, value in fields(request).items() if name != "as_of"}
    parts = [ours, *states, *(f"{name}={_told(value)}" for name, value in sorted(told.items()))]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()


ourselves = cache(state)


def _told(value: object) -> str:
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def _state(path: str) -> str:
    """The state of a schema that is named by its path; empty where it is named by its id."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - every file asks, and a Path costs more than the answer
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"
