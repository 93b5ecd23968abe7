"""Reads a text of a test as Markdown."""

from __future__ import annotations

from projektkort.document import markdown
from projektkort.document.layout import Document, Label, Line
from projektkort.source import Source
from projektkort.span import Lines


def read(text: str) -> Document:
    return markdown.read(Source("a.md", text, Lines(text), "", "utf-8"))


def lines(text: str) -> tuple[Line, ...]:
    return read(text).lines


def line(text: str) -> Line:
    """The only line of a text."""
    (only,) = lines(text)
    return only


def kinds(text: str) -> list[str]:
    return [str(one.kind) for one in lines(text)]


def table(text: str) -> list[list[str]]:
    """The cells of all lines that have some."""
    return [[cell.value for cell in one.cells] for one in lines(text) if one.cells]


def said(found: Label | None) -> tuple[str, str, str] | None:
    """(style, label, value) of a label candidate."""
    return None if found is None else (str(found.style), found.text.value, found.value.value)


def label(text: str) -> tuple[str, str, str] | None:
    """The label candidate of a text's first line."""
    return said(lines(text)[0].label)
