"""Knows a head of columns whose words stand on one line with nothing to part them, and the rows below such a head.

No cell tells its column there, but its sign does: income that stands in one list with costs is written with a minus.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from projektkort.frozen import replace
from projektkort.money import tail
from projektkort.project.head import role_of
from projektkort.project.row import Row, Tongue
from projektkort.schema.labels import Labels
from projektkort.span import Text

BOTH = frozenset({"costs", "income"})
WORDS = 6  # of such a head at most
COUNT = 1000  # a number below it, without a currency, is one of things where there is a column for that


def loose_head(text: Text, labels: Labels, language: str | None) -> Set[str]:
    """The columns that a line names, among them costs and income; none where it is no such head."""
    words = text.value.split()
    roles = {role_of(word, labels, language) for word in words} if len(BOTH) <= len(words) <= WORDS else set[str]()
    return roles if roles >= BOTH and "" not in roles else frozenset()


def below_head(row: Row, heads: Set[str], tongue: Tongue) -> Iterator[Row]:
    """The rows that one is below a head of costs and income: one, two on a line, or none where it only counts."""
    amount = row.amount.reading.amount if row.amount is not None else None
    if row.amount is None or amount is None or not heads:
        yield row
    elif amount >= 0:
        counted = "quantity" in heads and row.amount.reading.currency is None and amount < COUNT
        yield from [] if counted else [row]
    else:
        before = tail(row.label.value, tongue.language)
        label = row.label if before is None else row.label.slice(0, before[0]).strip()
        if before is not None and before[1].currency and label.value:
            cost = tongue.cell(row.label.slice(before[1].start, before[1].end), before[1])
            yield replace(row, label=label, amount=cost)
            row = replace(row, label=label)
        yield replace(row, side="financing")
