"""Knows how the nodes of a schema file become a Schema, and what is wrong with them, each with its place.

pydantic finds what is wrong; where it stands and how it is named is told here, never in pydantic's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from pydantic import ValidationError

from projektkort.document import read
from projektkort.document.layout import Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.schema.model import Schema, SectionSchema
from projektkort.schema.overlay import overlaid
from projektkort.schema.shape import examples, keys_at, shape_at
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import vocabulary
from projektkort.source import Source
from projektkort.span import Place

Step = int | str
Bases = tuple[tuple[str, ...], Callable[[str], Schema | None]]
"""The ids of the schemas that another may build on, and how to get one; None where there is none."""


def parse(source: Source, bases: Bases) -> tuple[Schema | None, tuple[Problem, ...]]:
    """The schema that a file holds and what is wrong with it; no schema as soon as anything is."""
    document = read(source)
    found = [*source.problems, *document.problems]
    root = document.root
    if root is None:
        start = Place(source.lines, 0, 0)
        return None, tuple(found) or (Problem(start, rule="schema-missing-key", key="id"),)
    base, wrong = _base(root, bases)
    schema = None
    if not wrong:
        schema, wrong = _validated(root, base)
    sections = schema.sections if schema else ()
    found += (*wrong, *_repeated(root, sections, ("sections",)), *_nameless(root, sections, base, ("sections",)))
    if found or schema is None:
        return None, tuple(sorted(found, key=lambda problem: problem.place.start))
    return (overlaid(base, schema) if base else schema), ()


def _base(root: Mapping, bases: Bases) -> tuple[Schema | None, tuple[Problem, ...]]:
    named = root.get("extends")
    if not isinstance(named, Scalar):
        return None, ()
    names, find = bases
    base = find(named.text.value)
    return base, () if base else (_wrong("extends", named, names),)


def _validated(root: Mapping, base: Schema | None) -> tuple[Schema | None, tuple[Problem, ...]]:
    plain = _plain(root)
    assert isinstance(plain, dict)
    language = plain.get("language") or (base.language if base else None)
    try:
        return Schema.model_validate(plain, context={"language": language}), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        return None, tuple(_problem(root, fault["type"], fault["loc"]) for fault in faults)


def _plain(node: Node) -> object:
    """The node as plain values, texts as written; a key with nothing behind it counts as absent."""
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {entry.key.value: _plain(entry.value) for entry in node.entries if not _is_empty(entry.value)}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.value


def _problem(root: Mapping, kind: str, steps: tuple[Step, ...]) -> Problem:
    """What pydantic found at `steps`, in our words."""
    if steps[-1] == "[key]":
        return _unknown(root, steps[:-1])
    if kind == "extra_forbidden":
        return _unknown(root, steps)
    if kind == "swapped":
        return Problem(_node(root, steps).place, rule="schema-swapped", key=str(steps[-1]))
    if kind == "missing":
        place = _node(root, steps[:-1]).place
        return Problem(Place(place.lines, place.start, place.start), rule="schema-missing-key", key=str(steps[-1]))
    name = next(step for step in reversed(steps) if isinstance(step, str))
    return _wrong(name, _node(root, steps), examples(shape_at(steps)))


def _unknown(root: Mapping, steps: tuple[Step, ...]) -> Problem:
    above = _node(root, steps[:-1])
    assert isinstance(above, Mapping)
    written = next(entry.key for entry in above.entries if entry.key.value == steps[-1])
    near = get_close_matches(written.value, keys_at(steps[:-1]), n=1, cutoff=0.6)
    suggestion = near[0] if near else None
    variant = "suggestion" if suggestion else ""
    return Problem(written.place, rule="schema-unknown-key", variant=variant, key=written.value, suggestion=suggestion)


def _wrong(name: str, node: Node, allowed: tuple[str, ...]) -> Problem:
    value = node.text.value if isinstance(node, Scalar) else ""
    return Problem(node.place, rule="schema-wrong-value", key=name, value=value, allowed=allowed)


def _node(node: Node, steps: tuple[Step, ...]) -> Node:
    for step in steps:
        if isinstance(node, Mapping):
            node = next(entry.value for entry in node.entries if entry.key.value == step)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node


def _nameless(
    root: Mapping, sections: tuple[SectionSchema, ...], base: Schema | None, steps: tuple[Step, ...]
) -> Iterator[Problem]:
    """Sections that no label leads to: not ours by their id, and without a word of their own."""
    known = (*vocabulary().order("sections"), *(section.id for section in (base.walk() if base else ())))
    for index, section in enumerate(sections):
        if section.id not in known and not section.title and not section.labels:
            place = _node(root, (*steps, index, "id")).place
            meant = next(iter(get_close_matches(section.id, known, n=1)), None)
            variant = "suggestion" if meant else ""
            yield Problem(place, rule="schema-unknown-section", variant=variant, name=section.id, suggestion=meant)
        yield from _nameless(root, section.parts, base, (*steps, index, "parts"))


def _repeated(root: Mapping, sections: tuple[SectionSchema, ...], steps: tuple[Step, ...]) -> Iterator[Problem]:
    """Ids and labels that two sections share, or two parts of one section."""
    seen: dict[tuple[str, str], tuple[int, Node]] = {}
    for index, section in enumerate(sections):
        here = (*steps, index)
        owned = [("id", section.id, (*here, "id"))]
        owned += [("label", key(label), (*here, "labels", at)) for at, label in enumerate(section.labels)]
        for kind, spelling, at in owned:
            owner, first = seen.setdefault((kind, spelling), (index, _node(root, at)))
            if owner != index:
                node = _node(root, at)
                yield Problem(node.place, rule="key-twice", key=node.place.text, related=[first.place])
        yield from _repeated(root, section.parts, (*here, "parts"))
