"""Knows how the keys of a YAML document, or of front matter, become fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.money import holds_number
from projektkort.project.books import SideName
from projektkort.project.field import WEAK, Field
from projektkort.project.leads import applied
from projektkort.project.setting import ASIDE, is_setting
from projektkort.project.sums import Sum, sum_kind
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK, Place, Text

SECTION_KEYS = ("title", "sections", "name", "label")  # the key of a section's heading in a list of sections
TEXT_KEYS = ("text", "note")
ENDS = ("start", "end")
SIDES: tuple[SideName, SideName] = ("budget", "financing")
DIGIT = re.compile(r"\d")
NO_PARTS: tuple[Field, ...] = ()


def entry_fields(root: Mapping, labels: Labels, parts_of: Callable[[str], frozenset[str]]) -> Iterator[Field]:
    """The fields of a mapping's entries, in the order written; a list of sections is opened up."""
    keys = labels.keys([entry.key.value for entry in root.entries])
    period = _period(root, keys, labels) if ENDS in pairwise(keys) else None
    for entry, key in zip(root.entries, keys, strict=True):
        if key == "sections" and isinstance(entry.value, Sequence):
            yield from _listed(entry, labels)
            continue
        if key == ASIDE:
            continue  # said about the document: see `asides`
        if key is not None and is_setting(key, entry.value.text.value if isinstance(entry.value, Scalar) else ""):
            yield Field(key, entry.key, None, entry.value)
            continue
        if period is not None and entry in period.entries:
            if entry is period.entries[0]:
                yield Field("period", entry.key, None, period)
            continue
        match = labels.section(entry.key.value)
        if key == "text" and match is None and isinstance(entry.value, Scalar):
            continue  # of no label: see `unlabelled`
        if match is None and isinstance(entry.value, Scalar):
            match = applied(entry.key.value, entry.value.text.value, labels)
        found = match.id if match else _summed(entry, labels)
        rest, parts = entry.value, NO_PARTS
        if found and isinstance(rest, Mapping) and (known := parts_of(found)):
            rest, parts = _parts(rest, found, known, labels)
        yield Field(found, entry.key, None, rest, near=match.near if match else None, parts=parts)


def _period(root: Mapping, keys: Iterable[str | None], labels: Labels) -> Mapping | None:
    """The period whose start and end are two keys, one below the other, of a document that has no key for both."""
    sections = [labels.section(entry.key.value) for entry in root.entries]
    if any(match is not None and match.id == "period" for match in sections):
        return None
    for pair, ends, matches in zip(pairwise(root.entries), pairwise(keys), pairwise(sections), strict=True):
        dated = all(isinstance(entry.value, Scalar) and DIGIT.search(entry.value.text.value) for entry in pair)
        if dated and ends == ENDS and not any(matches):
            return Mapping(pair, Place(root.place.lines, pair[0].value.place.start, pair[1].value.place.end))
    return None


def _summed(entry: Entry, labels: Labels) -> str | None:
    """The side that a key names beside a word for a total: `total_funding` stands beside the list of lines."""
    key, value = entry.key.value, entry.value
    if not isinstance(value, Scalar) or not holds_number(value.text.value):
        return None
    sides = [name for name in SIDES if sum_kind(key, name, labels) is Sum.TOTAL]
    return sides[0] if len(sides) == 1 else None


def unlabelled(root: Mapping, labels: Labels) -> Iterator[Text]:
    """The text that a document in YAML has under no label, line by line: it stands under `text`."""
    for entry in root.entries:
        if _is_text(entry, labels) and isinstance(entry.value, Scalar):
            yield from (line.strip() for line in entry.value.text.split(LINE_BREAK) if line.value.strip())


def asides(root: Mapping, labels: Labels) -> Iterator[Text]:
    """The entries that set findings aside, whole: as comments do, they speak of the document and not of the project."""
    for entry in root.entries:
        if labels.key(entry.key.value) == ASIDE:
            place = Place(entry.key.lines, entry.key.start, max(entry.key.end, entry.value.place.end))
            yield Text(place.text, place.lines, place.start, place.end)


def _is_text(entry: Entry, labels: Labels) -> bool:
    """Whether a key only says that text stands behind it, and is the label of no section."""
    named = labels.key(entry.key.value) == "text" and isinstance(entry.value, Scalar)
    return named and labels.section(entry.key.value) is None


def _parts(node: Mapping, parent: str, known: frozenset[str], labels: Labels) -> tuple[Node, tuple[Field, ...]]:
    """Takes those entries of a section's mapping that the schema names as its parts out of it."""
    parts: list[Field] = []
    rest: list[Entry] = []
    for entry in node.entries:
        match = labels.section(entry.key.value, within=parent)
        if match is not None and match.id in known:
            parts.append(Field(match.id, entry.key, None, entry.value, near=match.near))
        else:
            rest.append(entry)
    if len(rest) == 1 and _is_text(rest[0], labels):
        return rest[0].value, tuple(parts)  # what stands beside the parts
    place = Place(node.place.lines, node.place.start, node.place.start) if not rest else node.place
    return Mapping(tuple(rest), place), tuple(parts)


def _listed(entry: Entry, labels: Labels) -> Iterator[Field]:
    """Sections written as a list: `sections: [{title: …, text: …}]`."""
    assert isinstance(entry.value, Sequence)
    for item in entry.value.items:
        named = _named(item, labels)
        title = next((named[key] for key in SECTION_KEYS if key in named), None)
        if not isinstance(item, Mapping) or title is None or not isinstance(title.value, Scalar):
            yield Field(None, entry.key, None, item, WEAK)  # the key is known, though it labels nothing
            continue
        match = labels.section(title.value.text.value)
        rest = tuple(other for other in item.entries if other is not title)
        text = next((named[key] for key in TEXT_KEYS if key in named), None)
        body: Node = text.value if text is not None and len(rest) == 1 else Mapping(rest, item.place)
        found, near = (match.id, match.near) if match else (None, None)
        yield Field(found, title.value.text, None, body, near=near, line=item.place)


def _named(node: Node, labels: Labels) -> dict[str | None, Entry]:
    """The entries of a section in a list by what their keys name; of several with one name the first."""
    entries = node.entries if isinstance(node, Mapping) else ()
    return {_name(entry.key.value, labels): entry for entry in reversed(entries)}


def _name(key: str, labels: Labels) -> str | None:
    """What a key of a section in a list names; as a key of YAML before all else."""
    match = labels.section(key)
    return labels.key(key) or (match.id if match and match.id == "title" else labels.column(key))


def unknown_key(key: Text, labels: Labels) -> Problem:
    """That nobody knows a key of YAML, with the label that was perhaps meant."""
    meant = labels.suggest(key.value)
    variant = "suggestion" if meant else ""
    return Problem(key.place, rule="unknown-label", variant=variant, label=key.value, suggestion=meant)
