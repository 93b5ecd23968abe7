"""Knows how one text is written in YAML so that exactly this text is read again. What it belongs to, others know."""

from __future__ import annotations

import re

# Begins with a letter or figure; a colon or number sign in it has no space on the side where that would mean something.
_PLAIN = re.compile(r"[^\W_](?:[^\s:#]|[ ](?=[^\s#])|:(?=[^\s:])|(?<=\S)#)*")
_FLOW = re.compile(r"[,:\[\]{}]")
_BLOCK = re.compile(r"(?=\S)(?:[^\n]*\S)?(?:\n+[^\n]*\S)+\n?")


def plain(text: str, *, flow: bool = False) -> str:
    """A text on one line; without quotation marks where it needs none. `flow`: between brackets."""
    if _PLAIN.fullmatch(text) and text.isprintable() and not (flow and _FLOW.search(text)):
        return text
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def block(text: str, indent: str) -> str | None:
    """A text of several lines as a block, each line behind `indent`; None where that would not be read as the same."""
    if not _BLOCK.fullmatch(text) or not text.replace("\n", "").isprintable():
        return None
    lines = text.removesuffix("\n").split("\n")
    sign = "|" if text.endswith("\n") else "|-"
    return "\n".join([sign, *(indent + line if line else "" for line in lines)])


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if letter == "\n":
        return "\\n"
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
