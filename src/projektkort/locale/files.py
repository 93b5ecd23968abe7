"""Knows the YAML files of this package, which people edit, through one JSON file that is read a hundred times faster.

It is made by `python -m projektkort.locale`, and made anew in memory where one of them has changed since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
NAMES = ("da", "sv", "nb", "en", "shared", "dates", "numerals", "registers")
COMPILED = FOLDER / "compiled.json"


def file(name: str) -> dict[str, Any]:
    """What stands in `<name>.yaml`: every scalar as text, as written."""
    content: dict[str, Any] = _files()[name]
    return content


@cache
def _files() -> dict[str, Any]:
    """The files as they are now, by name."""
    sources, digest = _sources()
    kept: dict[str, Any] = json.loads(COMPILED.read_text("utf-8"))
    return kept if kept["digest"] == digest else compiled(sources, digest)


def _sources() -> tuple[dict[str, bytes], str]:
    sources = {name: FOLDER.joinpath(f"{name}.yaml").read_bytes() for name in NAMES}
    return sources, sha256(b"".join(sources.values())).hexdigest()


def compiled(sources: Mapping[str, bytes], digest: str) -> dict[str, Any]:
    """What the files say, given as bytes by name."""
    import yaml  # noqa: PLC0415 - only where the JSON file is out of date

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # keeps every scalar as written: `no` stays a word
    return {"digest": digest, **{name: yaml.load(source, loader) for name, source in sources.items()}}


def text() -> str:
    """What must stand in the JSON file: one entry a line, so that a change shows as one."""
    return json.dumps(compiled(*_sources()), ensure_ascii=False, indent=0) + "\n"
