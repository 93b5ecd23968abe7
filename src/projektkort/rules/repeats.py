"""Knows how much of a text stands word for word in an earlier one; what is said of nothing new is in repeats.yaml."""

from __future__ import annotations

import re
from functools import cache

from projektkort.rules.lists import lists, whole
from projektkort.span import Place, Text

WORD = re.compile(r"\w+")
RUN = 40
"""So many words in a row are no chance."""
LONG = 8
"""From so many words on a text is more than "nothing new since the last report"."""
SHORT = 3
"""From so many words on a text tells something."""


def retold(text: Text, earlier: Text) -> Place | None:
    """The same of an entry, which tells of one sub-project only: a short one must be new as well, unless it says that
    nothing is."""
    if len(WORD.findall(text.value)) < LONG and _nothing_new().search(text.value):
        return None
    return repeated(text, earlier, SHORT)


@cache
def _nothing_new() -> re.Pattern[str]:
    """Any of the phrases, in whatever language."""
    return whole(phrase for phrases in lists("repeats").values() for phrase in phrases)


def repeated(text: Text, earlier: Text, fewest: int = LONG) -> Place | None:
    """The first words that were there before: the whole text, or a run of RUN words and more; None: it is new.

    A whole text of fewer than `fewest` words may come again.
    """
    found = list(WORD.finditer(text.value))
    words, old = [match[0].casefold() for match in found], [word.casefold() for word in WORD.findall(earlier.value)]
    if words == old:
        return text.place if len(words) >= fewest else None
    runs = {tuple(old[index : index + RUN]) for index in range(len(old) - RUN + 1)}
    hits = [tuple(words[index : index + RUN]) in runs for index in range(len(words) - RUN + 1)]
    if True not in hits:
        return None
    first = hits.index(True)
    last = hits.index(False, first) if False in hits[first:] else len(hits)
    return text.at(found[first].start(), found[last + RUN - 2].end())
