"""Knows the running text of an ODF paragraph: spans, blanks, fields, prompts. Paragraphs are left to `odt`."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from projektkort.source.word.blocks import Run
from projektkort.source.word.docx_text import CHECKED, UNCHECKED
from projektkort.source.word.odt_styles import Styles, whole

_BLANK = re.compile(r"[ \t\r\n]+")  # these mean one space, however many there are
_MOST_BLANKS = 1_000
_GONE = frozenset(
    {
        "{office}annotation",
        "{text}tracked-changes",
        "{text}placeholder",
        "{text}hidden-text",
        "{text}ruby-text",
    }
)


class Writing:
    """The text of one document, paragraph by paragraph."""

    def __init__(self, styles: Styles, boxes: dict[str, bool], mark: Callable[[Element], str], page: str) -> None:
        """`boxes` are the check boxes of forms by their ids; `mark` is asked what to write for a note.

        `page` is written for the number of a page.
        """
        self._styles, self._boxes, self._mark, self._page = styles, boxes, mark, page
        self._runs: list[Run] = []
        self._frames: list[Element] = []

    def read(self, paragraph: Element) -> tuple[tuple[Run, ...], list[Element]]:
        """The runs of a paragraph, and the text boxes that hang on it."""
        self._runs, self._frames = [], []
        style = paragraph.get("{text}style-name")
        bold = self._styles.is_bold("paragraph", style) or False
        if not self._styles.is_hidden("paragraph", style):
            self._inside(paragraph, bold=bold)
        return tuple(self._runs), self._frames

    def _inside(self, node: Element, *, bold: bool) -> None:
        self._blank(node.text, bold=bold)
        for child in node:
            self._piece(child, bold=bold)
            self._blank(child.tail, bold=bold)

    def _piece(self, node: Element, *, bold: bool) -> None:
        match node.tag:
            case "{text}span":
                self._span(node, bold=bold)
            case "{text}s":
                self._add(" " * min(whole(node.get("{text}c"), 1), _MOST_BLANKS), bold=bold)
            case "{text}tab":
                self._add("\t", bold=bold)
            case "{text}line-break":
                self._add("\n", bold=bold)
            case "{text}note":
                self._add(self._mark(node), bold=bold)
            case "{text}page-number" | "{text}page-count":
                self._add(self._page, bold=bold)
            case "{drawing}text-box":
                self._frames.append(node)
            case "{drawing}control":
                ticked = self._boxes.get(node.get("{drawing}control", ""))
                self._add("" if ticked is None else CHECKED if ticked else UNCHECKED, bold=bold)
            case "{loext}content-control" if node.get("{loext}showing-place-holder") == "true":
                pass
            case tag if tag not in _GONE:
                self._inside(node, bold=bold)

    def _span(self, node: Element, *, bold: bool) -> None:
        style = node.get("{text}style-name")
        own = self._styles.is_bold("text", style)
        if not self._styles.is_hidden("text", style):
            self._inside(node, bold=bold if own is None else own)

    def _blank(self, text: str | None, *, bold: bool) -> None:
        """Adds characters of the file, where a line break is a blank, and blanks behind a blank are none."""
        shown = _BLANK.sub(" ", text or "")
        if shown.startswith(" ") and (not self._runs or self._runs[-1].text[-1] in " \t\n"):
            shown = shown[1:]
        self._add(shown, bold=bold)

    def _add(self, text: str, *, bold: bool) -> None:
        text = text.replace("\xad", "")
        if text:
            self._runs.append(Run(text, bold))
