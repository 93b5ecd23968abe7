"""Knows how to tell an editor which keys a YAML document of a schema may have: JSON Schema, draft 2020-12.

It helps while typing and refuses next to nothing; what must be there and what the amounts come to, `projekt validate`
says. The files in `schemas/json` are made by `python -m projektkort.schema`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from projektkort.schema.form import form_of
from projektkort.schema.loading import folder, load_all
from projektkort.schema.model import Schema
from projektkort.schema.vocabulary import vocabulary
from projektkort.schema.word import Word

JsonSchema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LINES = ("title", "id", "date", "stage", "schema", "language", "currency", "kind", "application", "previous", "waivers")
AMOUNTS = ("amount", "total", "costs", "income", "quantity", "unit_price", "actual", "vat")
SHAPES = {
    **dict.fromkeys(LINES, "line"),
    **dict.fromkeys(AMOUNTS, "amount"),
    "applied": "amount",
    "period": "period",
    "budget": "side",
    "financing": "side",
}
"""The definitions of what is not any text."""
SETTINGS = ("schema", "language", "currency", "vat", "kind", "application", "previous", "waivers")


def json_schema(schema: Schema) -> JsonSchema:
    """The JSON Schema of a schema: its own labels and the shared ones of its language, or of all where it has none.

    Labels are in small letters, as keys are typed; other keys are allowed, for every spelling of a label is understood.
    """
    sections = [*form_of(schema).words.values(), *_words("sections", schema)]
    settings = [word for word in _words("keys", schema) if word.id in SETTINGS]
    return {
        "$schema": DIALECT,
        "title": schema.title.get(schema.language or "en", schema.id),
        "type": "object",
        "properties": _properties([*settings, *sections]),
        "$defs": {
            "text": {},
            "line": {"type": ["string", "number", "null"]},
            "amount": {"type": ["string", "number", "null"]},
            "period": {"type": ["string", "number", "object", "null"]},
            "side": {
                "anyOf": [
                    {"type": "array", "items": {"$ref": "#/$defs/row"}},
                    {"type": ["object", "string", "number", "null"]},
                ]
            },
            "row": {"type": ["object", "string"], "properties": _properties(_words("columns", schema))},
        },
    }


def _words(group: str, schema: Schema) -> list[Word]:
    """The shared words of a group that the schema's writers use, ids first."""
    words = [word for word in vocabulary().words(group) if schema.language in {None, *word.languages}]
    return [*(Word(wanted, wanted) for wanted in vocabulary().order(group)), *words]


def _properties(words: list[Word]) -> JsonSchema:
    return {word.label.lower(): {"$ref": f"#/$defs/{SHAPES.get(word.id, 'text')}"} for word in words}


def files() -> Iterator[tuple[Path, str]]:
    """The files of all our schemas and what must stand in them."""
    for schema in load_all():
        text = json.dumps(json_schema(schema), ensure_ascii=False, indent=1)
        yield folder() / "json" / f"{schema.id}.json", f"{text}\n"
