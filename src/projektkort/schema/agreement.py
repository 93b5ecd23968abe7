"""Knows whether the parts of a schema file agree: ids and labels that stand once, sections and clauses that are known.

It looks at the nodes as they are written, so that it has its say also where some of their values cannot be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from projektkort.document.layout import Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.schema.model import Days, Limits, Partners, Schema
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import vocabulary
from projektkort.span import Text

NEAR = 0.75
"""How alike the id of a section and a shared one must be to be a slip: one's own words are no misspelt ones."""


def disagreements(root: Mapping, base: Schema | None) -> Iterator[Problem]:
    """What the parts of a schema have against each other, and against those of the schema that it builds on."""
    yield from _cited(root, base)
    yield from _repeated(_items(root, "sections"))
    yield from _nameless(_items(root, "sections"), base)


def misspelt(written: Text, keys: Iterable[str], otherwise: str = "") -> Problem:
    """A key that is none of these, with the one that was probably meant; else in the words of another variant."""
    suggestion = next(iter(get_close_matches(written.value, list(keys), n=1)), None)
    variant = "suggestion" if suggestion else otherwise
    return Problem(written.place, rule="schema-unknown-key", variant=variant, key=written.value, suggestion=suggestion)


def _items(holder: Mapping, name: str) -> list[Mapping]:
    node = holder.get(name)
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []


def _scalars(node: Node | None) -> list[Text]:
    """The texts of a node: its own, or those of its items."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return [each.text for each in nodes if isinstance(each, Scalar) and each.text.value]


def _is_told(node: Node | None) -> bool:
    """Whether something stands behind a key."""
    return bool(node.text.value if isinstance(node, Scalar) else node)


def _nameless(sections: Iterable[Mapping], base: Schema | None) -> Iterator[Problem]:
    """Sections that no label leads to: not ours by their id, and without a word of their own."""
    known = (*vocabulary().order("sections"), *(section.id for section in (base.walk() if base else ())))
    for section in sections:
        for named in _scalars(section.get("id")):
            if named.value not in known and not _is_told(section.get("title")) and not _is_told(section.get("labels")):
                meant = next(iter(get_close_matches(named.value, known, n=1, cutoff=NEAR)), None)
                yield Problem(
                    named.place,
                    rule="schema-unknown-section",
                    variant="suggestion" if meant else "",
                    name=named.value,
                    suggestion=meant,
                )
        yield from _nameless(_items(section, "parts"), base)


def _cited(root: Mapping, base: Schema | None) -> Iterator[Problem]:
    """Clauses that belong to nothing that a schema can ask for."""
    clauses = root.get("clauses")
    if not isinstance(clauses, Mapping):
        return
    keys = {key for model in (Schema, Limits, Days, Partners) for key in model.model_fields}
    sections = [each for section in _items(root, "sections") for each in (section, *_items(section, "parts"))]
    owners = [(each, "id") for each in (*sections, *_items(root, "attachments"))]
    owners += [(rate, "category") for rate in _items(root, "flat_rates")]
    keys |= {text.value for owner, name in owners for text in _scalars(owner.get(name))}
    if base is not None:
        keys |= {section.id for section in base.walk()} | {paper.id for paper in base.attachments}
        keys |= {rate.category for rate in base.flat_rates}
    for entry in clauses.entries:
        if entry.key.value not in keys:
            yield misspelt(entry.key, sorted(keys), "clause")


def _repeated(sections: Iterable[Mapping]) -> Iterator[Problem]:
    """Ids and labels that two sections share, or two parts of one section."""
    seen: dict[tuple[str, str], tuple[Mapping, Text]] = {}
    for section in sections:
        owned = [(("id", text.value), text) for text in _scalars(section.get("id"))]
        owned += [(("label", key(text.value)), text) for text in _scalars(section.get("labels"))]
        for spelling, text in owned:
            owner, first = seen.setdefault(spelling, (section, text))
            if owner is not section:
                yield Problem(text.place, rule="key-twice", key=text.place.text, related=[first.place])
        yield from _repeated(_items(section, "parts"))
