"""Knows how a command of `projekt` runs inside a test: words in, exit code and what was written out."""

from __future__ import annotations

import gc
import io
import sys
from typing import NamedTuple
from unittest.mock import patch

from projektkort.cli import main


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


def projekt(*words: str, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
    """Runs `projekt` with these words in this process, its streams as a shell would redirect them."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, write_through=True) for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding)
    try:
        with patch.multiple(sys, stdin=given, stdout=out, stderr=err):
            code = main(list(words))
    finally:
        gc.unfreeze()  # `main` is made for a process that ends with it
        gc.enable()
    return Ran(code, _written(out, encoding), _written(err, encoding))


def _written(stream: io.TextIOWrapper, encoding: str) -> str:
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode(encoding)
