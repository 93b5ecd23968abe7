"""Knows which signs of a text Markdown would take for marks, and which lines for labels, and puts a backslash there."""

from __future__ import annotations

import re

from projektkort.frozen import Frozen
from projektkort.schema.labels import Labels

_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)")
_TAG = re.compile(
    r"<(?=/?(?:[bh]r|h[1-6]|p|div|li|[ou]l|d[ltd]|blockquote|center|section|article|main|aside|nav|html|body|head|title"
    r"|style|script|b|strong|i|em|u|span|font)\b)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"[*_].*(?::\s*[*_]|[*_]\s*:|[*_]$)")  # as a label is written, or all of a line
_RULE = re.compile(r"(?:[-=_*+|:]\s*){3,}")
_OPENING = re.compile(r"#+(?:\s|[^\W\d_])|>|`{3}|~{3}")
_ROW = re.compile(r"\|.*\|")
_COLON = re.compile(r":(?=\s|$)")
_ITEM = re.compile(r"(?P<marker>(?:[-*+•–]|\d{1,3}[.)])\s+)?(?P<text>.*)")


class Escape(Frozen):
    """The signs of Markdown, and the labels that would open a part of their own."""

    labels: Labels

    def prose(self, text: str) -> str:
        """A text of several lines; what looks like a list or a table in it is one."""
        return "\n".join(self._line(line.strip()) for line in text.strip("\n").split("\n"))

    def value(self, text: str) -> str:
        """What stands behind a label or the mark of an item; later lines are indented, so that they belong to it."""
        first, *rest = text.split("\n")
        return "\n  ".join([self._inside(first.strip()), *(self._line(line.strip()) for line in rest if line.strip())])

    def heading(self, text: str) -> str:
        """The words of a heading; number signs at its end would be taken for marks."""
        words = self._inside(" ".join(text.split()), labelled=False)
        return f"{words[:-1]}\\#" if words.endswith("#") else words

    def cell(self, text: str) -> str:
        """A text in a cell of a table."""
        return self._inside(text.strip(), labelled=False)

    def _line(self, line: str) -> str:
        if _ROW.fullmatch(line):
            return line
        if _RULE.fullmatch(line):
            signs = line.replace("|", r"\|")
            return signs if signs.startswith("\\") else "\\" + signs
        found = _ITEM.fullmatch(line)
        assert found is not None  # both parts may be empty
        text = self._inside(found["text"])
        return found["marker"] + text if found["marker"] else "\\" * bool(_OPENING.match(text)) + text

    def _inside(self, text: str, *, labelled: bool = True) -> str:
        """The text with its marks made plain signs, and the colon of a label that somebody knows."""
        marked = _TAG.sub(r"\\<", _BACKSLASH.sub(r"\\\\", text)).replace("<!--", r"<\!--").replace("|", r"\|")
        if _BOLD.match(marked):
            marked = "\\" + marked
        return _COLON.sub(self._colon, marked) if labelled else marked

    def _colon(self, colon: re.Match[str]) -> str:
        label = colon.string[: colon.start()]
        known = self.labels.section(label) or self.labels.key(label) or self.labels.question(label)
        return r"\:" if known else ":"


def in_comment(text: str) -> str:
    """A text that does not end the comment it stands in."""
    return text.replace("-->", "- ->")
