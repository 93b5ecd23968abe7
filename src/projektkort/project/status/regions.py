"""Knows which lines of a report belong to which of its sub-projects; what those lines say, `entries` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from projektkort.document.layout import Line
from projektkort.frozen import Frozen
from projektkort.project.ending import HEADER
from projektkort.project.field import BOLD, WEAK
from projektkort.project.status.heads import Head
from projektkort.schema.spelling import key

HOLDERS = frozenset({"situation", "subprojects"})
CLOSED = frozenset({"schedule", "economy", "budget", "financing", "deviations", "risks", "attachments", "next_period"})
"""Sections in which the name of a sub-project heads what is told about it there, and no sub-project of its own."""
HEADING = 6  # the rank of the deepest heading


class Region(Frozen):
    """One sub-project: its head, and the lines behind it up to `stop`, with the heads among them."""

    head: Head
    stop: int
    heads: tuple[Head, ...]


def regions_of(lines: Sequence[Line], heads: Sequence[Head], scheduled: Collection[str]) -> list[Region]:
    """The sub-projects in order; none overlaps another. `scheduled` are the keys of the titles in the schedule."""
    opening = {head.index for head in _opening(heads, scheduled)}
    found = [_region(lines, heads, at, opening) for at, head in enumerate(heads) if head.index in opening]
    inside = Counter(known for region in found for known in {head.id for head in region.heads})
    return [region if region.stop in opening else _shortened(region, inside) for region in found]


def _opening(heads: Sequence[Head], scheduled: Collection[str]) -> list[Head]:
    """The heads that begin a sub-project."""
    found: dict[str, Head] = {}
    above: list[Head] = []  # the sections that a head stands in, the nearest last
    current: Head | None = None
    depth = 0
    alone = sum(head.minor for head in heads) == 1
    for head in heads:
        if head.entry is not None or (head.minor and alone) or (current is not None and _inside(head, current, above)):
            continue
        current = None
        while above and head.rank <= above[-1].rank:
            above.pop()
        depth = depth if above else 0
        name = key(head.text.value)
        if name not in found and _begins(head, above, depth, scheduled):
            found[name] = current = head
            depth = head.rank
        elif head.id is not None and (not above or head.rank < BOLD):
            above.append(head)
    return list(found.values())


def _inside(head: Head, current: Head, above: Sequence[Head]) -> bool:
    """Whether a head stands inside the sub-project that has begun: deeper than its own, or a label that is no section
    of the report. Bold titles side by side in the section that holds sub-projects are one each."""
    if head.marker is not None or head.rank <= HEADING:
        return head.rank > current.rank
    if head.minor and current.minor:
        return False
    if head.titled and current.titled and current.marker is None and above and above[-1].id == "subprojects":
        return head.id is not None
    return current.rank <= HEADING or head.id is None


def _begins(head: Head, above: Sequence[Head], depth: int, scheduled: Collection[str]) -> bool:
    """Whether a head outside all sub-projects begins one: by its words, or below a section that holds them.

    A heading that could be a section's is the name of a sub-project where the schedule names one so.
    """
    section = above[-1].id if above else None
    if section in CLOSED:
        return False
    if head.marker is not None:
        return True
    if section not in HOLDERS or depth not in (0, head.rank):
        return False
    if section == "subprojects":
        return head.rank <= BOLD or head.minor
    return head.rank <= HEADING and (head.id is None or key(head.text.value) in scheduled)


def _region(lines: Sequence[Line], heads: Sequence[Head], at: int, opening: Collection[int]) -> Region:
    """As far as the next sub-project, or the next heading that is no deeper."""
    behind = range(at + 1, len(heads))
    end = next((each for each in behind if heads[each].index in opening or _ends(heads[each], heads[at])), len(heads))
    return Region(heads[at], heads[end].index if end < len(heads) else len(lines), tuple(heads[at + 1 : end]))


def _ends(head: Head, opening: Head) -> bool:
    return head.rank <= min(opening.rank, HEADING) and head.entry is None


def _loose(region: Region) -> list[Head]:
    """The labels in a sub-project that could as well be the report's: no headings in it, and nothing of a head."""
    rank = region.head.rank
    weakest = BOLD if rank <= HEADING else WEAK
    return [
        head
        for head in region.heads
        if head.id and head.id not in HEADER and BOLD <= head.rank <= weakest and not (head.plain and rank < WEAK)
    ]


def _shortened(region: Region, inside: Counter[str | None]) -> Region:
    """The last sub-project of a row ends at a label that none of the others has: that is the report's."""
    first = next((head for head in _loose(region) if inside[head.id] == 1), None)
    if first is None:
        return region
    return Region(region.head, first.index, tuple(head for head in region.heads if head.index < first.index))
