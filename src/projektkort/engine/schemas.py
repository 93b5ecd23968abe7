"""Knows which schema a document is checked by: the one somebody names, else the one that its labels fit best."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from projektkort.document import read
from projektkort.document.layout import Document
from projektkort.engine.request import Request
from projektkort.finding import Problem
from projektkort.project.questions import questions_of
from projektkort.project.signs import Signs
from projektkort.rules.firm import firm
from projektkort.rules.levels import misspelt
from projektkort.schema import loading
from projektkort.schema.choose import Choice, choose
from projektkort.schema.labels import Labels
from projektkort.schema.loading import BrokenSchema, UnknownSchema
from projektkort.schema.model import Schema, Stage
from projektkort.schema.spelling import key
from projektkort.schema.traits import Seen
from projektkort.source import Source
from projektkort.span import Place, Text

DEMANDS_NOTHING = "none"
OPENING = 1500  # characters in which an application says to whom it goes
KEPT = 256  # schema files; a run over a folder meets the same few again and again


def choice_for(signs: Signs, request: Request) -> tuple[Choice, tuple[Problem, ...]]:
    """The schema of the request, of the document, of the configuration, else the best match.

    One that the document names and that cannot be used is a problem, and not the end; UnknownSchema and BrokenSchema
    are raised for the others.
    """
    if request.schema:
        return Choice(load_schema(request.schema), "option"), ()
    document, own = signs.document, signs.own.get("schema")
    named = _named(own, document.source.path, request.schemas) if own is not None and own.value else None
    if isinstance(named, Schema):
        return Choice(named, "document"), ()
    problems = (named,) if named is not None else ()
    if request.configured:
        return Choice(load_schema(request.configured), "configuration"), problems
    if problems:  # of the form that was meant nothing is known: no other one has anything to demand
        return Choice(_undemanding(), "default"), problems
    choice = _matched(signs, request)
    if request.kind is not None:
        return choice, ()
    return choice, (*_assumed(choice, document), *_suggested(choice, document, request))


def _matched(signs: Signs, request: Request) -> Choice:
    labels, language = Labels(None), signs.language()
    kind = request.kind
    ours = _all(request.schemas)
    schemas = [schema for schema in ours if schema.kind == kind] if kind is not None else [*ours]
    traits = Seen(signs.document, labels, language)
    asked = [word.id for word in questions_of(signs, labels).values()]  # an id is a label too
    found = [*signs.labels, *asked]
    return choose(found, schemas=schemas, traits=traits, language=language, asked=kind is not None)


def _all(own: tuple[str, ...]) -> Iterable[Schema]:
    """Our schemas and those in files of the user's, which stand above ours with the same id."""
    if not own:
        return loading.load_all()
    return {schema.id: schema for schema in (*loading.load_all(), *map(load_schema, own))}.values()


def _assumed(choice: Choice, document: Document) -> Iterator[Problem]:
    """That a document without money is taken for one that needs none: perhaps its budget was forgotten.

    One that calls itself what it is taken for leaves no doubt.
    """
    schema = choice.schema
    if choice.by == "match" and not choice.named and not schema.monetary:
        start = Place(document.source.lines, 0, 0)
        yield Problem(start, rule="kind-assumed", variant=schema.kind, name=schema.id)


def _suggested(choice: Choice, document: Document, request: Request) -> Iterator[Problem]:
    """That there is a form of the very fund that an application names, which nobody has asked for."""
    if choice.schema.kind == "application":
        schemas = tuple(_all(request.schemas))
        found = _fund(document.source.text[:OPENING], schemas)
        wanted = found.lastgroup.replace("_", "-") if found and found.lastgroup else None
        if found and any(schema.id == wanted and schema != choice.schema for schema in schemas):
            place = Place(document.source.lines, found.start(), found.end())
            yield Problem(place, rule="form-suggested", name=wanted, fund=found[0])


def _fund(text: str, schemas: tuple[Schema, ...]) -> re.Match[str] | None:
    """Where the name of a fund stands; most texts hold none."""
    small = text.lower()
    return _names(schemas).search(text) if any(name in small for name in _small(schemas)) else None


@lru_cache(maxsize=KEPT)
def _small(schemas: tuple[Schema, ...]) -> tuple[str, ...]:
    """The names of funds in small letters."""
    return tuple({name.lower() for fund in schemas for name in fund.names})


@lru_cache(maxsize=KEPT)
def _names(schemas: tuple[Schema, ...]) -> re.Pattern[str]:
    """Finds the name of a fund; the group that it is found in is named after the schema."""
    funds = [(fund.id.replace("-", "_"), "|".join(map(re.escape, fund.names))) for fund in schemas if fund.names]
    told = [f"(?P<{group}>{names})" for group, names in funds]
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})", re.IGNORECASE)


def load_schema(name: str) -> Schema:
    """The schema with this id, or in the file with this path; raises UnknownSchema or BrokenSchema."""
    if not loading.is_file(name) or not Path(name).exists():
        return loading.load(name)
    state = Path(name).stat()
    return _file(name, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _undemanding() -> Schema:
    """What stands in for a form that nobody knows: not even the currency of its fund is known."""
    return loading.load(DEMANDS_NOTHING).model_copy(update={"currency": None})


def is_ours(schema: Schema) -> bool:
    """Whether a schema came with us, and is not a fund's own file that may change between two checks."""
    return schema.id in loading.ids() and loading.load(schema.id) is schema


@lru_cache(maxsize=KEPT)
def leveled(schema: Schema, stage: Stage | None, levels: tuple[tuple[str, str], ...]) -> Schema:
    """The schema with the severities that it sets for the stage of a project, and those of a configuration above them.

    A project that tells no stage has those of all. What nobody sets aside is not switched off either.
    """
    own = schema.stages.get(stage, {}) if stage is not None else {}
    told = {**schema.rules, **own, **dict(levels)}
    rules = {rule: level for rule, level in told.items() if level != "off" or rule not in firm()}
    return schema if rules == schema.rules else schema.model_copy(update={"rules": rules})


def outdated(schema: Schema, place: Place, day: dt.date | None) -> Iterator[Problem]:
    """That the schema does not hold on a day: not yet, or no more; nothing where no day is asked about."""
    valid = schema.valid
    if valid is None or day is None:
        return
    checked = day.isoformat()
    if valid.start is not None and day < valid.start:
        first = valid.start.isoformat()
        yield Problem(place, rule="schema-not-valid", variant="early", name=schema.id, limit=first, day=checked)
    if valid.end is not None and day > valid.end:
        yield Problem(place, rule="schema-not-valid", name=schema.id, limit=valid.end.isoformat(), day=checked)


def schema_problems(path: str) -> tuple[Source, tuple[Problem, ...]]:
    """A schema file and all that is wrong with it, also the rules that it sets and that nobody knows."""
    source, found = loading.problems(path)
    return source, tuple(sorted((*found, *misspelt(read(source).root)), key=lambda problem: problem.place.start))


@lru_cache(maxsize=KEPT)
def _file(path: str, _changed: int, _size: int) -> Schema:
    """The schema in a file, read again when the file was changed."""
    source, wrong = schema_problems(path)
    if wrong:
        raise BrokenSchema(path, wrong, source.lines)
    return loading.load(path)


def _named(own: Text, document: str, schemas: tuple[str, ...]) -> Schema | Problem:
    """The schema that a document names, by its id or by its path as seen from the folder of the document."""
    name = own.value
    added = [schema for schema in map(load_schema, schemas) if key(name) == key(schema.id)]
    if added:
        return added[0]
    if loading.is_file(name):
        name = Path(os.path.normpath(Path(document).parent / name)).as_posix()
    try:
        return load_schema(name)
    except BrokenSchema:
        return Problem(own.place, rule="schema-unknown", variant="broken", name=own.value, path=name)
    except UnknownSchema as unknown:
        if loading.is_file(name):
            return Problem(own.place, rule="schema-unknown", variant="file", name=own.value, path=name)
        meant = next(iter(unknown.suggestions), None)
        variant = "suggestion" if meant else ""
        return Problem(own.place, rule="schema-unknown", variant=variant, name=own.value, suggestion=meant)
