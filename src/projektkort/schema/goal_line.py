"""Knows a goal that is told on one line with how far it is: "Goal 2: Two exhibitions - partly met"."""

from __future__ import annotations

import re
from functools import cache, partial

from projektkort.schema.labels import Labels

GAP = cache(partial(re.compile, r"\s+(?:[-\u2013\u2014]+|\u2192|=>)\s+|:\s+|\s\((?=[^()]*\)\W*$)"))
CLAUSE = cache(partial(re.compile, r"[;,:.!?(]\s*|\s[-\u2013\u2014]\s"))
WORDS = 7  # of a status; more of them tell of the goal


def status_on(line: str, labels: Labels) -> tuple[int, int] | None:
    """Where a line with a goal leaves off and its status begins; None where none stands behind it."""
    for gap in GAP().finditer(line):
        first = CLAUSE().split(line[gap.end() :])[0]
        if len(first.split()) <= WORDS and labels.graded(first).grade is not None:
            return gap.start(), gap.end()
    return None
