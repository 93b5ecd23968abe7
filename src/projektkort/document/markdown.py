"""Reads Markdown and plain text: front matter, comments, then line by line. What the lines mean is left to the binding.

One reader for both, for Markdown is what people type, with some signs added.
"""

from __future__ import annotations

import re

from projektkort.document.hidden import hidden
from projektkort.document.layout import Document
from projektkort.document.walk import Walk
from projektkort.source import Source
from projektkort.span import Text

_FRONT = re.compile(r"---[^\S\r\n]*(?:\r\n|\n|\r)")
_FRONT_END = re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[^\S\r\n]*(?:\r\n|\n|\r|\Z)")


def read(source: Source) -> Document:
    """The layout of a text. The lines of front matter are not among `lines`: they are `root`."""
    document, begin = _front_matter(source)
    found = hidden(source.text, begin)
    comments = tuple(_comment(source, *stretch) for stretch in found.comments)
    lines = Walk(source.lines, begin, found).run()
    return Document(source, lines, document.root, document.comments + comments, document.problems)


def _comment(source: Source, start: int, end: int) -> Text:
    """What a comment says, without its marks; what else is hidden, with its tags."""
    if source.text.startswith("<!--", start):
        start, end = start + 4, end - 3
    return Text(source.text[start:end], source.lines, start, end).strip()


def _front_matter(source: Source) -> tuple[Document, int]:
    """What front matter says, and where the text begins behind it. Dashes around anything but keys are rules."""
    opening = _FRONT.match(source.text)
    closing = _FRONT_END.search(source.text, opening.end()) if opening else None
    if opening is None or closing is None:
        return Document(source), 0
    from projektkort.document.yaml import front_matter  # noqa: PLC0415 - few texts begin with front matter

    root, problems, comments = front_matter(source, opening.end(), closing.start())
    if root is None:
        return Document(source), 0
    return Document(source, (), root, tuple(comments), tuple(problems)), closing.end()
