"""Readers: a source becomes a document, the layout of its text. `.yaml/.yml` go to YAML, all else to lines."""

from __future__ import annotations

from projektkort.document.layout import Document
from projektkort.source import Source

YAML_ENDINGS = (".yaml", ".yml")


def read(source: Source) -> Document:
    """The layout of a source; what is wrong with it stands in `problems`. Never raises for a user's file."""
    if source.path.lower().endswith(YAML_ENDINGS):
        from projektkort.document import yaml as reader  # noqa: PLC0415 - a table of readers, loaded when needed

        return reader.read(source)
    from projektkort.document import markdown  # noqa: PLC0415 - as above

    return markdown.read(source)
