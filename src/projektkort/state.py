"""Knows what we are: our version, and the files of ours on which an answer may depend. It imports next to nothing."""

from __future__ import annotations

import os
import sys

try:
    from _blake2 import blake2b  # the same as in `hashlib`, which loads OpenSSL: that takes longer than all that we do
except ImportError:  # a Python that was built in another way
    from hashlib import blake2b

from projektkort.version import __version__

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def state() -> str:
    """A print of ourselves. It changes with every installation and with every edit of a schema or of our words.

    It is made of names, sizes and times: to read all our files would cost more than a check.
    """
    places = [_PACKAGE]
    beside = os.path.join(_PACKAGE, "..", "..", "schemas")
    if os.path.isdir(beside):
        places.append(beside)
    states = sorted(state for place in places for state in _states(place))
    return print_of("\0".join([__version__, *_beneath(), *states]).encode("utf-8", "replace"))


def _beneath() -> list[str]:
    """Python and the packages that we stand on: where one is exchanged, the folder that holds it has another time."""
    places = [place for place in sys.path if place.endswith("-packages") and os.path.isdir(place)]
    return [sys.version, *(f"{place} {os.stat(place).st_mtime_ns}" for place in places)]


def print_of(content: bytes) -> str:
    """What nothing else has in common with these bytes; it may serve as the name of a file."""
    return blake2b(content, digest_size=32).hexdigest()


def _states(place: str) -> list[str]:
    states = []
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir():
                states += _states(entry.path) if not entry.name.startswith((".", "__")) else []
            else:
                stat = entry.stat()
                states.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
    return states
