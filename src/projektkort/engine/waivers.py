"""Knows the waivers of a document: those behind the key for them, here, and those in comments, in `remarks`.

How a waiver may be written is told in docs/waivers.md; its words stand in the vocabulary, under `waiving` and `keys`.
What is not understood is a fault of its waiver, which then has no effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from projektkort.document.layout import Document, Entry, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.engine.remarks import of_lines
from projektkort.engine.said import Said, names_in, worded
from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.project.setting import ASIDE
from projektkort.schema.vocabulary import exactly, vocabulary
from projektkort.span import Place, Text

UNCLEAR = "waiver-unclear"
_PARTS = {"rule": "rule", "reason": "reason", "until": "until", "end": "until"}
"""The parts of a waiver by the meaning of their keys: “til” is the key of an end too."""
_ALIKE = 0.7


def waivers_in(document: Document) -> tuple[Said, ...]:
    """The waivers of a document, those of the whole first."""
    return (*_of_all(document), *of_lines(document)) if document.root or document.comments else ()


def _of_all(document: Document) -> Iterator[Said]:
    """What stands behind the key for it, in YAML or front matter: a list, or a mapping from rules to reasons."""
    entries = document.root.entries if document.root is not None else ()
    keys = [entry for entry in entries if _key(entry.key.value) == ASIDE]
    if len(keys) > 1:
        yield from (_faulty(entry.key.place, "twice", entry.key.value) for entry in keys[1:])
    elif keys:
        yield from _behind(keys[0])


def _behind(entry: Entry) -> Iterator[Said]:
    value = entry.value
    if isinstance(value, Scalar):
        yield _faulty(value.place if value.text.value else entry.key.place, "list")
    else:
        yield from _listed(value)


def _listed(node: Node) -> Iterator[Said]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _listed(item)
    elif isinstance(node, Scalar):
        yield worded(node.text, "", node.place)
    elif "rule" in map(_part, node.entries):
        yield _told(node, None)
    elif any(map(_part, node.entries)):
        yield _faulty(node.place, "list")  # of which rule is it the reason, or the day?
    else:
        yield from _by_rule(node)


def _by_rule(node: Mapping) -> Iterator[Said]:
    """The waivers of a mapping from rules to reasons, or to the parts."""
    told = [_of_rule(entry) for entry in node.entries]
    often = Counter(name.value.lower() for said in told for name in said.names)
    beside = tuple(name for said in told for name in said.names)
    for said in told:
        twice = [name for name in said.names if often[name.value.lower()] > 1]
        faults = (*said.faults, *(_unclear(name.place, "twice", name.value) for name in twice))
        yield replace(said, faults=faults, beside=beside)


def _of_rule(entry: Entry) -> Said:
    if isinstance(entry.value, Mapping):
        return _told(entry.value, entry.key)
    place = Place(entry.key.lines, entry.key.start, max(entry.key.end, entry.value.place.end))
    return worded(entry.key, _words(entry.value), place)


def _told(node: Mapping, rule: Text | None) -> Said:
    """A waiver with a key for each of its parts; `rule` where that is told before them."""
    parts = {part: entry.value for entry in node.entries if (part := _part(entry))}
    day, named = parts.get("until"), parts.get("rule")
    before = worded(rule, "", node.place) if rule is not None else Said(node.place)
    return replace(
        before,
        names=(*before.names, *(_named(named) if named is not None else ())),
        reason=_words(parts.get("reason")),
        day=day.text if isinstance(day, Scalar) and day.text.value.strip() else before.day,
        faults=tuple(_faults(node, before)),
    )


def _faults(node: Mapping, before: Said) -> Iterator[Problem]:
    """What in the parts of a waiver is not understood, or told twice, also with what stands before them."""
    seen = {part for part, told in (("rule", before.names), ("until", before.day)) if told}
    for entry in node.entries:
        part, value = _part(entry), entry.value
        if part is None:
            yield _unknown(entry.key)
        elif part in seen:
            yield _unclear(entry.key.place, "twice", entry.key.value)
        elif part == "until" and not (isinstance(value, Scalar) and value.text.value.strip()):
            yield Problem(entry.key.place, rule="waiver-day-unreadable", variant="none", text=entry.key.value)
        elif part == "rule" and not (isinstance(value, Scalar) or _are_texts(value)):
            yield Problem(entry.key.place, rule="waiver-unknown-rule", variant="none")
        seen.add(part or "")


def _unknown(key: Text) -> Problem:
    """That a key is none of those that a waiver has, with the one that was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    known = {word.label.lower(): word.label for word in vocabulary().words("keys") if word.id in _PARTS}
    known |= {part: part for part in _PARTS.values()}
    meant = next((known[each] for each in get_close_matches(key.value.lower(), known, 1, _ALIKE)), None)
    return _unclear(key.place, "suggestion" if meant else "key", key.value, meant)


def _named(node: Node) -> Iterable[Text]:
    texts = node.items if isinstance(node, Items) else (node,)
    return (name for each in texts if isinstance(each, Scalar) for name in names_in(each.text))


def _are_texts(node: Node) -> bool:
    return isinstance(node, Items) and all(isinstance(each, Scalar) for each in node.items)


def _words(node: Node | None) -> str:
    return " ".join(node.text.value.split()) if isinstance(node, Scalar) else ""


def _part(entry: Entry) -> str | None:
    return _PARTS.get(_key(entry.key.value) or "")


def _key(name: str) -> str | None:
    word = exactly(name, "keys")
    return word.id if word else None


def _faulty(place: Place, variant: str, key: str = "") -> Said:
    return Said(place, faults=(_unclear(place, variant, key),))


def _unclear(place: Place, variant: str, key: str, suggestion: str | None = None) -> Problem:
    return Problem(place, rule=UNCLEAR, variant=variant, key=key, suggestion=suggestion)
