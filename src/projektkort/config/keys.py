"""Knows the keys of a configuration file: what each may hold, and what it is for, for people and for their editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from projektkort.config.kinds import KINDS
from projektkort.frozen import Frozen
from projektkort.schema.folder import folder

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the editors of TOML files understand."""


class Key(Frozen):
    """One key: what kind of value it holds, in the words of `KINDS`, and what it is for."""

    name: str
    kind: str
    says: str


SCHEMA = Key("schema", "text", "The schema of documents that name none: an id, or the path of a schema file.")
SEVERITY = Key("severity", "severities", "The severity of single rules: error, warning, info or off.")
IGNORE = Key("ignore", "names", "Rules and subjects that are not checked.")
PUBLISH = Key("publish", "switch", "Whether the documents will be published: then the rules of privacy are checked.")
KEYS = (
    SCHEMA,
    Key("schemas", "files", "Schema files of your own, which documents may name by their ids."),
    Key("include", "patterns", "The files of folders that are checked, as in .gitignore; without it all are."),
    Key("exclude", "patterns", "Files and folders that are left out, as in .gitignore."),
    Key("select", "names", "The only rules and subjects that are checked."),
    IGNORE,
    SEVERITY,
    Key("fail-on", "level", "From which severity on findings make the exit code 1."),
    Key("lang", "language", "The language of the messages; without it that of each document."),
    PUBLISH,
    Key("excerpts", "switch", "Whether lines of the documents are shown beside the findings."),
    Key("required-version", "version", "The versions of projektkort that will do, such as “>=0.2, <1”."),
    Key("cache", "place", "Whether what was found is kept for the next run, or the folder to keep it in."),
    Key("jobs", "count", "How many processes check at once; auto is one for each core."),
)
POOL = (
    Key("amount", "amount", "What the round gives out in all."),
    Key("currency", "text", "The currency of that amount, such as DKK."),
    Key("decisions", "path", "The CSV file of a summary with what was recommended and granted."),
)
FOLDER = (
    Key("path", "pattern", "The files that this is about, as in .gitignore: a folder, or a pattern."),
    SCHEMA,
    SEVERITY,
    PUBLISH,
    IGNORE,
)


def file() -> tuple[Path, str]:
    """The generated file with the JSON Schema, and what must stand in it."""
    return folder() / "json" / "projekt.json", json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of projekt.toml, for editors of TOML files."""
    pool = {"description": "The round that the documents belong to."} | _table(POOL)
    folder = _table(FOLDER) | {"required": ["path"]}
    whole = _table(KEYS)
    whole["properties"] |= {
        "pool": pool,
        "folder": {"description": "What is different in some folders.", "type": "array", "items": folder},
    }
    return {"$schema": DIALECT, "title": "projekt.toml"} | whole


def _table(keys: tuple[Key, ...]) -> dict[str, Any]:
    properties = {key.name: {"description": key.says} | KINDS[key.kind].schema for key in keys}
    return {"type": "object", "additionalProperties": False, "properties": properties}
