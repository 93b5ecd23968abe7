"""Knows what a known spelling is: a word with its meaning."""

from __future__ import annotations

from projektkort.frozen import Frozen


class Word(Frozen):
    """One known spelling: what it means, how it is written, and in which languages it is so written."""

    id: str
    label: str
    languages: tuple[str, ...] = ()
