"""Knows how to tell people what a schema asks for, and how to add one: the command `projekt schema`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from projektkort.locale import Phrases
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema, SectionSchema

PHRASES = Phrases(Path(__file__).with_name("phrases.yaml"))


def overview(schemas: Sequence[Schema], language: str) -> str:
    """One line a schema: id, kind, title."""
    width = max(len(schema.id) for schema in schemas)
    return "".join(f"{schema.id:<{width}}  {schema.kind:<13}  {_title(schema, language)}\n" for schema in schemas)


def describe(schema: Schema, language: str | None) -> str:
    """What a schema asks for, section by section, in the schema's own language unless another is wanted."""
    wanted = language or schema.language or "en"
    return "".join(line + "\n" for line in _lines(schema, wanted))


def _lines(schema: Schema, language: str) -> Iterator[str]:
    yield f"{schema.id}: {_title(schema, language)}"
    if schema.provenance and schema.provenance.text:
        yield f"  {schema.provenance.text}"
    yield ""
    labels = Labels(schema)
    for section in schema.sections:
        yield _section(section, labels, language, "")
        yield from (_section(part, labels, language, "    ") for part in section.parts)
    for name, side in (("budget", schema.budget), ("financing", schema.financing)):
        yield f"  {_need(side.required, language)}  {PHRASES.say(name, language)}"


def _section(section: SectionSchema, labels: Labels, language: str, indent: str) -> str:
    limits = [
        PHRASES.say(key, language, count=str(length.max))
        for key, length in (("words", section.words), ("characters", section.characters))
        if length is not None and length.max is not None
    ]
    rest = f" ({', '.join(limits)})" if limits else ""
    return f"  {indent}{_need(section.required, language)}  {labels.label_for(section.id, language)}{rest}"


def _need(required: bool, language: str) -> str:
    return PHRASES.say("required" if required else "optional", language)


def _title(schema: Schema, language: str) -> str:
    titles: dict[str, str] = {str(spoken): title for spoken, title in schema.title.items()}
    return titles.get(language) or next(iter(titles.values()), "")
