"""Knows how typed prose becomes HTML: emphasis, links, bullets, line breaks, and nothing that is not meant by it."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

# What people type without meaning Markdown by it: figures, rules above a sum, indentation, "> 50".
MISREADINGS = ["blockquote", "code", "fence", "heading", "hr", "html_block", "lheading", "reference", "image"]

NUMBERED = re.compile(r"^([ \t]*(?:[-*+][ \t]+)*\d{1,9})(?=[.)](?:[ \t]|$))", re.MULTILINE)  # "12. maj" is a date
PLUS = re.compile(r"^([ \t]*)(?=\+[ \t])", re.MULTILINE)  # "+ moms" is no bullet
STARS = re.compile(r"(?<=[\w)])\*+(?=[\w(])")  # 25*450*2
LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(MISREADINGS)
    parser.validateLink = (  # type: ignore[method-assign] # it asks the instance; there is no option for it
        lambda url: LINK.match(url.strip()) is not None
    )
    return parser


def html(text: str) -> Markup:
    """Prose as HTML, escaped. Every figure and every word of the text stands in it as typed."""
    text = STARS.sub(lambda match: "\\*" * len(match.group()), text)
    text = NUMBERED.sub(r"\1\\", text)
    text = PLUS.sub(r"\1\\", text)
    return Markup(_parser().render(text))  # escaped by markdown-it, with `html` off
