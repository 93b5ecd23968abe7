"""Knows how much of a text stands word for word in an earlier one."""

from __future__ import annotations

import re

from projektkort.span import Place, Text

WORD = re.compile(r"\w+")
RUN = 40
"""So many words in a row are no chance."""
WHOLE = 8
"""From so many words on a text is more than "nothing new since the last report"."""


def repeated(text: Text, earlier: Text) -> Place | None:
    """The first words that were there before: the whole text, or a run of RUN words and more; None: it is new."""
    found = list(WORD.finditer(text.value))
    words, old = [match[0].casefold() for match in found], [word.casefold() for word in WORD.findall(earlier.value)]
    if words == old:
        return text.place if len(words) >= WHOLE else None
    runs = {tuple(old[index : index + RUN]) for index in range(len(old) - RUN + 1)}
    hits = [tuple(words[index : index + RUN]) in runs for index in range(len(words) - RUN + 1)]
    if True not in hits:
        return None
    first = hits.index(True)
    last = hits.index(False, first) if False in hits[first:] else len(hits)
    return text.at(found[first].start(), found[last + RUN - 2].end())
