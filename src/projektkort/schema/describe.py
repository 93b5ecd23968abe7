"""Knows how to tell people what a schema asks for, and how to add one: the command `projekt schema`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.locale import date
from projektkort.schema.demanded import PHRASES, demands, lengths, needed
from projektkort.schema.hanging import unasked
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema, SectionSchema, Validity
from projektkort.schema.vocabulary import vocabulary

SIDES = ("budget", "financing")
SHOWN = 3  # labels of a section, of the dozens that some have


def overview(schemas: Sequence[Schema], language: str) -> str:
    """One line a schema: id, kind, title."""
    width = max(len(schema.id) for schema in schemas)
    return "".join(f"{schema.id:<{width}}  {schema.kind:<13}  {_title(schema, language)}\n" for schema in schemas)


def shared_sections(language: str) -> str:
    """One line for each section that all schemas share: id, and the labels that are known for it in a language."""
    shared = vocabulary()
    names = [name for name in shared.order("sections") if name not in SIDES]
    width = max(map(len, names))
    return "".join(f"{name:<{width}}  {', '.join(shared.labels(name, language)[:SHOWN])}\n" for name in names)


def describe(schema: Schema, language: str | None) -> str:
    """What a schema asks for: sections, then all other demands, each with what the fund itself says.

    In the schema's own language unless another is wanted; what was read of the fund stays in the language of that.
    """
    wanted = language or schema.language or "en"
    return "".join(line + "\n" for line in (*_head(schema, wanted), *_sections(schema, wanted), *_rest(schema, wanted)))


def remarks(schema: Schema, language: str) -> str:
    """One line for each section that demands are held against and that the form does not have."""
    labels = Labels(schema)
    told = ((labels.label_for(wanted, language), ", ".join(keys)) for wanted, keys in unasked(schema))
    return "".join(f"  {PHRASES.say('unasked', language, section=name, keys=keys)}\n" for name, keys in told)


def _head(schema: Schema, language: str) -> Iterator[str]:
    """The title, what the fund says as a whole, where and when that was read, and how long it holds."""
    yield f"{schema.id}: {_title(schema, language)}"
    source = schema.provenance
    if source and source.text:
        yield f"  {source.text}"
    if source and source.url and source.read:
        yield f"  {PHRASES.say('read', language, day=date(source.read, language), url=source.url)}"
    valid = _valid(schema.valid or Validity(), language)
    if valid:
        yield f"  {valid}"


def _valid(valid: Validity, language: str) -> str:
    days = {name: date(day, language) for name, day in (("from", valid.start), ("to", valid.end)) if day is not None}
    return PHRASES.say("-".join(["valid", *days]), language, **days) if days else ""


def _sections(schema: Schema, language: str) -> Iterator[str]:
    labels = Labels(schema)
    yield ""
    for section in schema.sections:
        yield from _section(section, schema, labels, language, "")
        for part in section.parts:
            yield from _section(part, schema, labels, language, "    ")
    for name, side in zip(SIDES, (schema.budget, schema.financing), strict=True):
        yield f"  {_need(side.required, language)}  {labels.label_for(name, language)}"
        yield from _clause(schema, name)


def _section(section: SectionSchema, schema: Schema, labels: Labels, language: str, indent: str) -> Iterator[str]:
    limits = "; ".join(lengths(section, schema, language))
    rest = f" ({limits})" if limits else ""
    yield f"  {indent}{_need(needed(section, schema), language)}  {labels.label_for(section.id, language)}{rest}"
    yield from _clause(schema, section.id)


def _rest(schema: Schema, language: str) -> Iterator[str]:
    """The demands that are no sections."""
    told = list(demands(schema, language))
    if told:
        yield f"\n{PHRASES.say('demands', language)}"
    for demand in told:
        yield f"  {demand.text}"
        if schema.section(demand.key) is None:
            yield from _clause(schema, demand.key)


def _clause(schema: Schema, key: str) -> Iterator[str]:
    """What the fund itself says about a key of the schema."""
    if key in schema.clauses:
        yield f"      {schema.clauses[key]}"


def _need(required: bool, language: str) -> str:
    return PHRASES.say("required" if required else "optional", language)


def _title(schema: Schema, language: str) -> str:
    titles: dict[str, str] = {str(spoken): title for spoken, title in schema.title.items()}
    return titles.get(language) or next(iter(titles.values()), "")
