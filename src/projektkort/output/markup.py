"""Knows how text stands in XML; which elements there are, the formats know."""

from __future__ import annotations

from html import escape as marked

from projektkort.output.typeset import escape

PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """The text as the content of an element; its lines stay, and no character is left that XML forbids."""
    return marked("\n".join(map(escape, text.split("\n"))), quote=False)


def attributes(**values: str | int) -> str:
    """Attributes, each with a blank before it; a line break in a value is a character reference."""
    return "".join(f' {name}="{_value(str(value))}"' for name, value in values.items())


def _value(text: str) -> str:
    return marked("\n".join(map(escape, text.split("\n")))).replace("\n", "&#10;")
