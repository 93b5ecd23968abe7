"""Knows the compiled form of our own schemas: one JSON file of what was found right in theirs.

To read it takes a twentieth of the time in which pydantic gets ready to look at a schema file. It is made by
`python -m projektkort.schema`; where one of the files has changed since, it says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from projektkort.schema.folder import folder
from projektkort.schema.model import Schema, Strict

KIND = "is"
"""The key that says what a JSON object is; one without it is a mapping of the schema."""
MADE: Mapping[str, Callable[..., Any]] = {"date": dt.date, "Decimal": Decimal}
"""What makes the value of each kind of the rest of its object, unless it is a part of a schema."""
EMPTY = {part.__name__: part.model_construct() for part in Strict.__subclasses__()}
"""The part of each kind of which nothing is told: to copy it takes half the time of looking for each default."""
MAPPINGS = {kind: [name for name, value in part if isinstance(value, dict)] for kind, part in EMPTY.items()}
"""The fields of each kind that are a mapping: every part gets one of its own."""


@cache
def ready() -> dict[str, Any]:
    """The schemas by id, each to be made by `schema_of`; none where a file has changed."""
    try:
        kept: dict[str, Any] = from_json(path().read_bytes())
    except FileNotFoundError:
        return {}
    return kept["schemas"] if kept["digest"] == _digest() else {}


def schema_of(packed: dict[str, Any]) -> Schema:
    """The schema that was packed so."""
    schema = _value(packed)
    assert isinstance(schema, Schema)
    return schema


def path() -> Path:
    """Where the compiled form is kept."""
    return folder() / "compiled.json"


def file(schemas: Iterable[Schema]) -> tuple[Path, str]:
    """That file and what must stand in it, made of all our schemas."""
    import json  # noqa: PLC0415 - only to make it anew

    packed = {schema.id: _packed(schema) for schema in schemas}
    return path(), json.dumps({"digest": _digest(), "schemas": packed}, ensure_ascii=False, indent=0) + "\n"


def _digest() -> str:
    """A print of all files of ours in which schemas stand."""
    return sha256(b"".join(each.read_bytes() for each in sorted(folder().glob("*.yaml")))).hexdigest()


def _packed(value: Any) -> Any:
    match value:
        case Strict():
            told = {name: _packed(each) for name, each in value if name in value.model_fields_set}
            return {KIND: type(value).__name__} | told
        case dict():
            return {name: _packed(each) for name, each in value.items()}
        case tuple():
            return [_packed(each) for each in value]
        case Decimal():
            return {KIND: "Decimal", "value": str(value)}
        case dt.date():
            return {KIND: "date", "year": value.year, "month": value.month, "day": value.day}
        case _:
            return value


def _value(packed: Any) -> Any:
    if isinstance(packed, list):
        return tuple(map(_value, packed))
    if not isinstance(packed, dict):
        return packed
    values = {name: _value(each) for name, each in packed.items() if name != KIND}
    kind = packed.get(KIND)
    if kind is None:
        return values
    if kind not in EMPTY:
        return MADE[kind](**values)
    own: dict[str, Any] = {name: {} for name in MAPPINGS[kind]}
    return EMPTY[kind].model_copy(update=own | values)
