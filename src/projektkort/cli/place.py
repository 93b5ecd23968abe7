"""Knows where the cache of a user lies."""

from __future__ import annotations

import os
import sys


def cache_folder() -> str | None:
    """The folder of the cache: PROJEKT_CACHE_DIR, else where the system keeps caches; None without a home."""
    named = os.environ.get("PROJEKT_CACHE_DIR")
    if named:
        return named
    above = _caches()
    return os.path.join(above, "projektkort") if os.path.isabs(above) else None


def _caches() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
