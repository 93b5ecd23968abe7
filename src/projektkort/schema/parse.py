"""Knows how the nodes of a schema file become a Schema, and what is wrong with them, each with its place.

pydantic finds what is wrong; where it stands and how it is named is told here, never in pydantic's words.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from projektkort.document import read
from projektkort.document.layout import Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.locale import LANGUAGES
from projektkort.money import State
from projektkort.money import read as read_amount
from projektkort.schema.agreement import disagreements, misspelt
from projektkort.schema.model import Schema
from projektkort.schema.overlay import overlaid
from projektkort.schema.shape import examples, is_amount, keys_at, shape_at
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
    said = {problem.place.start for problem in wrong}
    found += (*wrong, *(problem for problem in disagreements(root, base) if problem.place.start not in said))
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
        return None, tuple(_problem(root, fault["type"], fault["loc"], language) for fault in faults)


def _plain(node: Node) -> object:
    """The node as plain values, texts as written; a key with nothing behind it counts as absent."""
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {entry.key.value: _plain(entry.value) for entry in node.entries if not _is_empty(entry.value)}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.value


def _problem(root: Mapping, kind: str, steps: tuple[Step, ...], language: object) -> Problem:
    """What pydantic found at `steps`, in our words; `language` is what the schema says of its own, if it does."""
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
    node, shape = _node(root, steps), shape_at(steps)
    problem = _wrong(name, node, examples(shape))
    return replace(problem, variant="language") if not language and _is_amount(node, shape) else problem


def _is_amount(node: Node, shape: object) -> bool:
    """Whether it would be an amount in some language."""
    if not isinstance(node, Scalar) or not is_amount(shape):
        return False
    return any(read_amount(node.text.value, language).state is State.EXACT for language in LANGUAGES)


def _unknown(root: Mapping, steps: tuple[Step, ...]) -> Problem:
    above = _node(root, steps[:-1])
    assert isinstance(above, Mapping)
    written = next(entry.key for entry in above.entries if entry.key.value == steps[-1])
    return misspelt(written, keys_at(steps[:-1]))


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
