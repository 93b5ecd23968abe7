"""Knows how many processes a number of jobs means."""

from __future__ import annotations

import os

AUTO = "auto"


def processes(jobs: str = AUTO) -> int:
    """The number itself, or one process for each core that we may use. Raises ValueError for what is neither."""
    if jobs == AUTO:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    count = int(jobs)
    if count < 1:
        raise ValueError(jobs)
    return count
