"""Knows what we are: our version, and the files of ours on which an answer may depend. It imports next to nothing."""

from __future__ import annotations

import hashlib
import os

from projektkort import __version__

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
    return hashlib.sha256("\0".join([__version__, *states]).encode("utf-8", "replace")).hexdigest()


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
