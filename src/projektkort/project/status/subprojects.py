"""Knows the sub-projects of a document, be they told in lines or in YAML, and what is left of it without them."""

from __future__ import annotations

from projektkort.document.layout import Document
from projektkort.frozen import Frozen, replace
from projektkort.project.models import Subproject
from projektkort.project.status.entries import subproject_of
from projektkort.project.status.flow import Flow
from projektkort.project.status.heads import heads_of
from projektkort.project.status.keys import keyed_subprojects
from projektkort.project.status.names import scheduled, unheaded, with_spellings
from projektkort.project.status.regions import regions_of
from projektkort.project.status.tables import tabled
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.spelling import key
from projektkort.span import Text


class Subprojects(Frozen):
    """The sub-projects of a document, and the document without the lines and entries that they were read from."""

    subprojects: tuple[Subproject, ...]
    document: Document
    heads: tuple[Text, ...] = ()
    """Those of the tables that were read."""


def subprojects_of(document: Document, flow: Flow, schema: Schema, labels: Labels, language: str | None) -> Subprojects:
    """The sub-projects that a document tells of; every character of the source is in one of them or in the rest."""
    if schema.kind != "status-report":
        return Subprojects((), document)
    told, root = keyed_subprojects(document.root, schema, labels, language) if document.root else ([], None)
    lines = document.lines
    named = {key(text.value) for text in scheduled(document, labels)}
    heads = list(heads_of(lines, schema, labels, language))
    regions = regions_of(lines, heads, named)
    taken = {at for region in regions for at in range(region.head.index, region.stop)}
    told += [subproject_of(region, lines, schema, language) for region in regions]
    tables = [] if told else list(tabled(lines, heads, schema, labels))  # else they show what is told elsewhere
    told += [each for table in tables for each in table.subprojects]
    taken.update(at for table in tables for at in table.lines)
    kept = tuple(line for at, line in enumerate(lines) if at not in taken) if taken else lines
    rest = replace(document, lines=kept, root=root) if told else document
    patterns = schema.markers.subproject
    found = with_spellings(told, [*flow.contents, *scheduled(rest, labels)], patterns)
    return Subprojects(found, unheaded(rest, found, labels), tuple(table.heads for table in tables))
