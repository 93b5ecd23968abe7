"""Knows how typed text stands in a Markdown page: as typed, unless it would break the page apart."""

from __future__ import annotations

import re

# What would be a heading, a rule, a quotation, a fence or a table row of the page itself.
STRUCTURE = re.compile(
    r"^([ \t]*)(?=#|>|```|~~~|\||[-=]+[ \t]*$|([-_*])(?:[ \t]*\2){2,}[ \t]*$)",
    re.MULTILINE,
)
TAG = re.compile(r"(?<!\\)<(?=[A-Za-z/!?])")
INDENT = re.compile(r"^[ \t]+(?![-*+•–][ \t]|\d+[.)][ \t]|[ \t])", re.MULTILINE)
CLOSING = re.compile(r"(?=#+$)")


def prose(text: str) -> str:
    """Several lines of typed text."""
    return STRUCTURE.sub(r"\1\\", INDENT.sub("", TAG.sub(r"\\<", text))).strip()


def line(text: str) -> str:
    """One line of text, in a heading or behind a label."""
    return CLOSING.sub(r"\\", prose(" ".join(text.split())), count=1)


def cell(text: str) -> str:
    """The text of a table cell."""
    return re.sub(r"(?<!\\)\|", r"\\|", TAG.sub(r"\\<", " ".join(text.split())))
