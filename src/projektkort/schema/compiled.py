"""Knows the vocabulary's compiled form: one JSON file that is read in a hundredth of the time of the four in YAML.

It is made by `python -m projektkort.schema`, and made anew in memory where one of the four has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from projektkort.locale import LANGUAGES, plain
from projektkort.schema.folder import folder
from projektkort.schema.spelling import key, normalise

Index = dict[str, Any]
"""By group and key "id|label|languages" in `groups`, the ids of each group in `order`, the labels by language and id in
`sections`, the phrases that may stand around a label in `before` and `behind`."""


def index() -> Index:
    """The compiled vocabulary, true to the four files as they are now."""
    sources, digest = _sources()
    try:
        kept: Index = from_json(path().read_bytes())
    except FileNotFoundError:
        kept = {}
    return kept if kept.get("digest") == digest else compiled(sources, digest)


def _sources() -> tuple[dict[str, bytes], str]:
    sources = {language: _folder().joinpath(f"{language}.yaml").read_bytes() for language in LANGUAGES}
    return sources, sha256(b"".join(sources.values())).hexdigest()


def compiled(sources: Mapping[str, bytes], digest: str) -> Index:
    """The index of the four files, given as bytes by language."""
    read = {language: plain(source) for language, source in sources.items()}
    return {
        "digest": digest,
        "groups": {group: _words(group, read) for group in read["en"] if group != "around"},
        "order": {group: list(ids) for group, ids in read["en"].items()},
        "sections": {language: groups["sections"] for language, groups in read.items()},
        **{side: _phrases(side, read) for side in ("before", "behind")},
    }


def _phrases(side: str, read: Mapping[str, Any]) -> list[str]:
    return sorted({normalise(phrase) for groups in read.values() for phrase in groups["around"][side]})


def _words(group: str, read: Mapping[str, Any]) -> dict[str, str]:
    """The first label written so, by key, with the languages that know it; every id is a label too."""
    labels: dict[str, tuple[str, str]] = {}
    languages: dict[str, list[str]] = {}
    for language, groups in read.items():
        for wanted, written in groups[group].items():
            for label in (*written, wanted):
                labels.setdefault(key(label), (wanted, label))
                spoken = languages.setdefault(key(label), [])
                if label != wanted and language not in spoken:
                    spoken.append(language)
    return {spelling: "|".join((*labels[spelling], " ".join(languages[spelling]))) for spelling in labels}


def _folder() -> Path:
    return folder() / "vocabulary"


def path() -> Path:
    """Where the compiled vocabulary is kept."""
    return _folder() / "index.json"


def files() -> Iterator[tuple[Path, str]]:
    """That file and what must stand in it: one entry a line, so that a change shows as one."""
    import json  # noqa: PLC0415 - only to make it anew

    yield path(), json.dumps(compiled(*_sources()), ensure_ascii=False, indent=0) + "\n"
