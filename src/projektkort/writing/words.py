"""Knows the words of what is written for people to go on with; they stand in phrases.yaml."""

from __future__ import annotations

import re
from pathlib import Path

from projektkort.locale import Phrases

BRACKET = re.compile(r"(\([^()]*\))")
PHRASES = Phrases(Path(__file__).with_name("phrases.yaml"))


def key_of(label: str) -> str:
    """A label as a key: in lower case, but for what stands in brackets, such as a currency."""
    return "".join(piece if piece.startswith("(") else piece.lower() for piece in BRACKET.split(label))


def capital(label: str) -> str:
    """A key as a label: its first letter a capital, and spaces between its words."""
    words = label.replace("_", " ")
    return words[:1].upper() + words[1:]
