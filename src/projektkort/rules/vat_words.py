"""Knows what a document says of VAT: that it is in the amounts, that it is not, or what it comes to by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from projektkort.patterns import late
from projektkort.project.models import Project, Side
from projektkort.schema.kept import kept
from projektkort.schema.spelling import normalise
from projektkort.schema.vocabulary import exactly

Said = Literal["told", "included", "excluded", "liable"]

AROUND = 4  # words before and behind the word for VAT among which it is said whether it is in the amount
BARE = 2  # words of a column's head, or of a line of the budget, that tell of VAT as an amount of its own
PIECE = late(r"(?:[^|\n,;!?.]|\.(?!\s+(?!VAT\b|MVA\b)[A-Z\u00c0-\u00de]))+")
"""A clause, or a cell of a table; the full stop of “incl. VAT” ends none."""


def taxable(project: Project, side: Side) -> bool:
    """Whether VAT may be missing in an amount: in costs, unless the document says that it is in them."""
    return side.name == "budget" and "included" not in project.once(said_in)


def said_in(project: Project) -> frozenset[Said]:
    """What a document says of VAT, anywhere; a rule asks for it once, since it takes long."""
    return said_of_vat(project.document.text)


@kept
def said_of_vat(text: str) -> frozenset[Said]:
    """What a text says of VAT: also “told” where VAT has an amount of its own, as in “VAT: 5,000”, and “liable” where
    it says whether the applicant must pay it, or gets it back."""
    return frozenset(said for piece in PIECE.finditer(text) for said in _said(normalise(piece[0]).split(" ")))


def _said(words: Sequence[str]) -> Iterator[Said]:
    for at, word in enumerate(words):
        if meaning(word) == "liable":
            yield "liable"
        elif meaning(word) == "vat":
            near = {meaning(other) for other in (*words[max(0, at - AROUND) : at], *words[at + 1 : at + 1 + AROUND])}
            if "excluded" in near or {"included", "not"} <= near:
                yield "excluded"
            elif "included" in near:
                yield "included"
            elif "settled" in near:
                yield "liable"
            elif sum(not other.isdecimal() for other in words) <= BARE:
                yield "told"


def meaning(word: str) -> str | None:
    """What a small word about costs means."""
    known = exactly(word, "cost_words")
    return known.id if known else None
