"""Knows in which order the sections of a document stand, and which few of them would have to move."""

from __future__ import annotations

from collections.abc import Sequence


def to_move(ranks: Sequence[int]) -> list[int]:
    """The places of the fewest members without which a sequence of different ranks rises, in order."""
    best: list[list[int]] = []
    for at, rank in enumerate(ranks):
        before = [chain for chain in best if ranks[chain[-1]] < rank]
        best.append([*max(before, key=len, default=[]), at])
    kept = max(best, key=len, default=[])
    return [at for at in range(len(ranks)) if at not in kept]
