"""Knows what the label of a row tells by itself: whether it is a sum, how many of what, and which money it names."""

from __future__ import annotations

from projektkort.frozen import Frozen
from projektkort.money import Split, split_quantity
from projektkort.project.books import SideName
from projektkort.project.sums import Sum, is_share, sum_kind
from projektkort.schema.kept import kept
from projektkort.schema.labels import Labels
from projektkort.schema.model import Commitment, FinancingType

UNPAID = frozenset({"volunteer", "in_kind"})


class Post(Frozen, guarded=False):
    """A label of a row on one side of the books. A share is a part of the row above, and no row of its own."""

    sum: Sum
    share: bool
    split: Split
    type: FinancingType | None
    commitment: Commitment | None


@kept
def post_of(label: str, name: SideName, labels: Labels, language: str | None) -> Post:
    """What a label tells: the forms of a folder repeat their posts and their funders."""
    found = labels.type_of(label)
    return Post(
        sum_kind(label, name, labels),
        is_share(label),
        split_quantity(label, language),
        of_cost(found) if name == "budget" else found,
        labels.commitment_of(label),
    )


def of_cost(found: FinancingType | None) -> FinancingType | None:
    """The kind of a cost: none, unless it is work or things that nobody is paid for; those stand on both sides."""
    return found if found in UNPAID else None
