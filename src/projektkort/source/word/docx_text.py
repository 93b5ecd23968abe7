"""Knows the running text of a Word paragraph: runs, fields, check boxes, tracked changes. Paragraphs, `docx` knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from projektkort.source.word.blocks import Run
from projektkort.source.word.docx_styles import VAL, Styles, switched

CHECKED, UNCHECKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
_SIGNS = {
    "{w}tab": "\t",
    "{w}ptab": "\t",
    "{w}br": "\n",
    "{w}cr": "\n",
    "{w}noBreakHyphen": "-",
}
# Signs of the fonts Wingdings and Symbol that stand in forms: boxes, ticks, bullets.
_SYMBOLS = {
    **dict.fromkeys(("6F", "70", "71", "72", "A3", "A8"), UNCHECKED),
    **dict.fromkeys(("51", "52", "53", "54", "78", "FD", "FE"), CHECKED),
    "FC": "\N{CHECK MARK}",
    "FB": "\N{BALLOT X}",
    "B7": "\N{BULLET}",
    "2D": "-",
}
_GONE = frozenset({"{w}del", "{w}moveFrom", "{w}pPr", "{w}rPr", "{w}sdtPr"})
_NOTES = frozenset({"{w}footnoteReference", "{w}endnoteReference"})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CHECKED, _DEFAULT = "{w}checked", "{w}default"


def alternative(node: Element) -> Element | None:
    """What to read where the same thing is written for several versions of Word."""
    choice = node.find("{mc}Choice")
    return choice if choice is not None else node.find("{mc}Fallback")


def is_prompt(control: Element) -> bool:
    """Whether a content control still holds the words that ask to be written over."""
    return switched(control.find("{w}sdtPr"), "{w}showingPlcHdr") is True


class _Field:
    """A field on its way: its code, and whether its result has begun."""

    __slots__ = ("code", "result")

    def __init__(self) -> None:
        self.code, self.result = "", False

    @property
    def shown(self) -> bool:
        return self.result and not _counts_pages(self.code)


class Writing:
    """The text of one story of a document, paragraph by paragraph; fields go on from one to the next."""

    def __init__(self, styles: Styles, mark: Callable[[str, str], str], page: str) -> None:
        """`mark` is asked what to write for a reference to a note: "footnote" or "endnote", and its id.

        `page` is written for the number of a page.
        """
        self._styles, self._mark, self._page = styles, mark, page
        self._fields: list[_Field] = []
        self._runs: list[Run] = []
        self._boxes: list[Element] = []
        self._style: str | None = None

    def read(self, paragraph: Element, style: str | None) -> tuple[tuple[Run, ...], list[Element]]:
        """The runs of a paragraph, and the text boxes that hang on it. A code that was never closed hides no more."""
        self._runs, self._boxes, self._style = [], [], style
        self._fields = [field for field in self._fields if field.shown]
        self._inside(paragraph)
        return tuple(self._runs), self._boxes

    def _inside(self, node: Element) -> None:
        for child in node:
            if child.tag == "{w}r":
                self._run(child)
            elif child.tag == "{mc}AlternateContent":
                self._inside_of(alternative(child))
            elif child.tag == "{w}sdt":
                if not is_prompt(child):
                    self._inside_of(child.find("{w}sdtContent"))
            elif child.tag == "{w}fldSimple":
                if _counts_pages(child.get("{w}instr", "")):
                    self._add(self._page, bold=False)
                else:
                    self._inside(child)
            elif child.tag == "{m}t":
                self._add(child.text or "", bold=False)
            elif child.tag not in _GONE:
                self._inside(child)

    def _inside_of(self, node: Element | None) -> None:
        if node is not None:
            self._inside(node)

    def _run(self, run: Element) -> None:
        properties = run.find("{w}rPr")
        hidden = self._is_on(properties, "{w}vanish")
        bold = self._is_on(properties, "{w}b")
        for child in run:
            if child.tag == "{w}fldChar":
                self._field(child)
            elif child.tag == "{w}instrText":
                if self._fields:
                    self._fields[-1].code += child.text or ""
            elif not hidden and all(field.shown for field in self._fields):
                self._shown(child, bold=bold)

    def _shown(self, node: Element, *, bold: bool) -> None:
        if node.tag in {"{w}t", "{m}t"}:
            self._add(node.text or "", bold=bold)
        elif node.tag in _SIGNS:
            self._add(_SIGNS[node.tag], bold=bold)
        elif node.tag == "{w}sym":
            self._add(_symbol(node.get("{w}char", "")), bold=bold)
        elif node.tag in _NOTES:
            kind = node.tag.removeprefix("{w}").removesuffix("Reference")
            self._add(self._mark(kind, node.get("{w}id", "")), bold=bold)
        else:
            self._boxes += _boxes(node)

    def _add(self, text: str, *, bold: bool) -> None:
        text = text.replace("\xad", "")
        if text:
            self._runs.append(Run(text, bold))

    def _is_on(self, properties: Element | None, name: str) -> bool:
        """By the run itself, else its own style, else that of the paragraph."""
        own = switched(properties, name)
        if own is None and properties is not None:
            style = properties.find("{w}rStyle")
            own = self._styles.switched(style.get(VAL), name) if style is not None else None
        return bool(self._styles.switched(self._style, name) if own is None else own)

    def _field(self, node: Element) -> None:
        """Begins, parts or ends a field; a check box of the older kind has its sign in its description."""
        kind = node.get("{w}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            box = node.find("{w}ffData/{w}checkBox")
            if box is not None:
                ticked = switched(box, _CHECKED if box.find(_CHECKED) is not None else _DEFAULT)
                self._add(CHECKED if ticked else UNCHECKED, bold=False)
        elif self._fields:
            if kind == "end":
                self._add(self._page if _counts_pages(self._fields.pop().code) else "", bold=False)
            else:
                self._fields[-1].result = True


def _counts_pages(code: str) -> bool:
    return (code.split() or [""])[0] in _PAGE_FIELDS


def _symbol(code: str) -> str:
    """A character of a font of signs, which has them at its own places and Word at those of private use."""
    known = _SYMBOLS.get(code[-2:].upper())
    if known is not None:
        return known
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _boxes(node: Element) -> Iterator[Element]:
    """The text boxes of a drawing, the outermost of each."""
    if node.tag == "{w}txbxContent":
        yield node
    elif node.tag == "{mc}AlternateContent":
        chosen = alternative(node)
        if chosen is not None:
            yield from _boxes(chosen)
    else:
        for child in node:
            yield from _boxes(child)
