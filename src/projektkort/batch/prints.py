"""Knows what a kept result depends on beside the bytes of its file, as a key of the cache.

That is ourselves with our schemas and words, and everything that was asked.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

from projektkort.engine.request import Request
from projektkort.frozen import fields
from projektkort.state import state

SIZE = 16  # bytes of a key; two of a million million results are alike by chance once in 10^14 such caches


def key_of(content: bytes, path: str, request: Request) -> bytes:
    """The key of what is found in a file with these bytes (their sha256) and such a name."""
    ending = PurePosixPath(path).suffix.lower() if "." in path else ""
    return hashlib.sha256(content + asked(request) + ending.encode("utf-8", "replace")).digest()[:SIZE]


@lru_cache(maxsize=64)
def asked(request: Request) -> bytes:
    """A print of all that a result depends on, but for the file and the day."""
    told = {name: value for name, value in fields(request).items() if name != "as_of"}
    parts = [ourselves(), *(f"{name}={_told(value)}" for name, value in sorted(told.items()))]
    parts += [_file(path) for path in (request.schema, request.configured, *request.schemas) if path]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()


ourselves = cache(state)


def _told(value: object) -> str:
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def _file(path: str) -> str:
    """The content of a schema that is named by its path; empty where it is named by its id."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
