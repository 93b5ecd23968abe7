"""Knows which keys and values a schema file may hold at a place, read off the model; for messages only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from projektkort.schema.model import Amount, Currency, Id, Schema, Share

Shape = Any
"""A type as annotated in the model."""

EXAMPLES: tuple[tuple[Shape, tuple[str, ...]], ...] = (
    (bool, ("true", "false")),
    (int, ("300",)),
    (dt.date, ("2026-01-31",)),
    (Amount, ("250000",)),
    (Share, ("10 %",)),
    (Id, ("target_group",)),
    (Currency, ("DKK",)),
)


def shape_at(steps: Sequence[int | str]) -> Shape:
    """The type of the value that keys and indexes lead to; None where nothing is known there."""
    shape: Shape = Schema
    for step in steps:
        shape = next((below for each in _members(shape) for below in _below(each, step)), None)
    return shape


def keys_at(steps: Sequence[int | str]) -> tuple[str, ...]:
    """The keys that may stand there."""
    keys: list[str] = []
    for each in _members(shape_at(steps)):
        if _is_model(each):
            keys += _fields(each)
        elif _origin(each) is dict:
            keys += examples(get_args(each)[0])
    return tuple(keys)


def examples(shape: Shape) -> tuple[str, ...]:
    """The values that may stand there, or what such a value looks like."""
    for each in _members(shape):
        if _origin(each) is Literal:
            return get_args(each)
        if _origin(each) is tuple:
            return (f"[{examples(get_args(each)[0])[0]}]",)
        if _origin(each) is dict:
            return (f"{{{': '.join(examples(part)[0] for part in get_args(each))}}}",)
        if _is_model(each):
            return (f"{{{', '.join(f'{name}: {value}' for name, value in _written(each))}}}",)
    return next((written for known, written in EXAMPLES if known in _members(shape)), ("…",))


def is_amount(shape: Shape) -> bool:
    """Whether an amount stands there."""
    return Amount in _members(shape)


def _written(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The keys that a part of a schema must have, and its title, each with a value; else the first that it may have."""
    fields, shapes = model.model_fields, _fields(model)
    needed = [name for name, field in fields.items() if field.is_required()]
    for name in [*needed, *({"title"} & fields.keys())] if needed else list(fields)[:1]:
        key = fields[name].alias or name
        yield key, str(next(iter(fields[name].examples or examples(shapes[key]))))


def _members(shape: Shape) -> tuple[Shape, ...]:
    """The alternatives of a union without None; any other type alone."""
    if _origin(shape) in {Union, UnionType}:
        return tuple(each for each in get_args(shape) if each is not type(None))
    return (shape,)


def _below(shape: Shape, step: int | str) -> Iterator[Shape]:
    if _is_model(shape):
        yield _fields(shape)[str(step)]
    elif _origin(shape) is dict:
        yield get_args(shape)[1]
    elif _origin(shape) is tuple:
        yield get_args(shape)[0]


def _fields(model: type[BaseModel]) -> dict[str, Shape]:
    """The keys of a model as the file writes them, and their types with what is annotated to them."""
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def _is_model(shape: Shape) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)


def _origin(shape: Shape) -> object:
    return get_origin(shape)
