"""Knows the YAML files of this package, which people edit, through one JSON file that is read a hundred times faster.

It is made by `python -m projektkort.locale`, and made anew in memory where one of them has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json  # twice as fast as json, and loaded anyway

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
    kept: dict[str, Any] = from_json(COMPILED.read_bytes())
    return kept if kept["digest"] == digest else compiled(sources, digest)


def _sources() -> tuple[dict[str, bytes], str]:
    sources = {name: FOLDER.joinpath(f"{name}.yaml").read_bytes() for name in NAMES}
    return sources, sha256(b"".join(sources.values())).hexdigest()


def compiled(sources: Mapping[str, bytes], digest: str) -> dict[str, Any]:
    """What the files say, given as bytes by name."""
    return {"digest": digest, **{name: plain(source) for name, source in sources.items()}}


def plain(source: str | bytes) -> Any:
    """What a YAML file of ours says, every scalar as written: `no` stays a word.

    Made of the events of the parser, in less than half the time of `yaml.load`, which makes nodes and tags of them.
    """
    import yaml  # noqa: PLC0415 - only where no JSON file says the same

    events = yaml.parse(source, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return next(_value(event, events, {}) for event in events if isinstance(event, yaml.NodeEvent))


def _value(event: Any, events: Iterator[Any], anchors: dict[str, Any]) -> Any:
    """The value that begins with an event; its other events are taken from those that follow."""
    kind = type(event).__name__
    if kind == "AliasEvent":
        return anchors[event.anchor]
    value: Any
    if kind == "ScalarEvent":
        value = event.value
    elif kind == "SequenceStartEvent":
        value = list(_until("SequenceEndEvent", events, anchors))
    else:
        inner = _until("MappingEndEvent", events, anchors)
        value = dict(zip(inner, inner, strict=True))
    if event.anchor is not None:
        anchors[event.anchor] = value
    return value


def _until(end: str, events: Iterator[Any], anchors: dict[str, Any]) -> Iterator[Any]:
    """The values before the event of this name."""
    for event in events:
        if type(event).__name__ == end:
            return
        yield _value(event, events, anchors)


def text() -> str:
    """What must stand in the JSON file: one entry a line, so that a change shows as one."""
    import json  # noqa: PLC0415 - only to make it anew

    return json.dumps(compiled(*_sources()), ensure_ascii=False, indent=0) + "\n"
