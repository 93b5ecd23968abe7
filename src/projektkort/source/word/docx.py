"""Knows the parts of a Word document and its blocks: paragraphs, tables, text boxes, notes, margins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from projektkort.frozen import replace
from projektkort.source.word.archive import Archive, Refused
from projektkort.source.word.blocks import PAGE_NUMBER, Block, Cell, Content, Note, Paragraph, Run, Table
from projektkort.source.word.docx_styles import VAL, Lists, Styles, outline_level, position, switched, whole
from projektkort.source.word.docx_text import Writing, alternative, is_prompt
from projektkort.source.word.tree import attribute, children, parse

MAIN = "word/document.xml"
_MOST_COLUMNS = 63  # Word itself knows no more
_WRAPPERS = frozenset({"{w}sdtContent", "{w}customXml", "{w}ins", "{w}moveTo", "{w}smartTag"})
_CONTENTS = "Table of Contents"


def read(archive: Archive) -> Content:
    """All of a document; raises Refused where it cannot be read."""
    main = next(_related(archive, "", "officeDocument"), MAIN)
    root = _tree(archive, main)
    body = root.find("{w}body") if root is not None else None
    if body is None:
        raise Refused("incomplete")
    parts = {kind: tuple(_related(archive, main, kind)) for kind in ("styles", "numbering", "footnotes", "endnotes")}
    styles, numbering, footnotes, endnotes = (_tree(archive, *names[:1]) for names in parts.values())
    told = {
        (kind, node.get("{w}id", "")): node
        for kind, root in (("footnote", footnotes), ("endnote", endnotes))
        for node in children(root, f"{{w}}{kind}")
    }
    reader = _Reader(Styles(styles), Lists(numbering), told)
    blocks = tuple(reader.blocks(body, inside=False))
    notes = tuple(reader.notes())
    margins = _Reader(reader.styles, Lists(numbering), {}, PAGE_NUMBER)
    names = [name for kind in ("header", "footer") for name in _related(archive, main, kind)]
    around = (margins.blocks(part, inside=True) for name in names if (part := _tree(archive, name)) is not None)
    return Content(blocks, notes, tuple(chain.from_iterable(around)), reader.styles.language)


def _tree(archive: Archive, name: str = "") -> Element | None:
    raw = archive.read(name)
    return parse(raw) if raw is not None else None


def _related(archive: Archive, part: str, kind: str) -> Iterator[str]:
    """The names of the parts of one kind that a part refers to."""
    folder = dirname(part)
    root = _tree(archive, join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
    for node in children(root, "{rel}Relationship"):
        if node.get("Type", "").rpartition("/")[2] == kind and node.get("TargetMode") != "External":
            yield normpath(join("/", folder, node.get("Target", ""))).lstrip("/")


class _Reader:
    """One document on its way to blocks."""

    def __init__(self, styles: Styles, lists: Lists, notes: Mapping[tuple[str, str], Element], page: str = "") -> None:
        self.styles, self._lists, self._told = styles, lists, notes
        self._writing = Writing(styles, self._mark, page)
        self._marks: list[tuple[str, str]] = []  # the kinds and ids of the notes that the text refers to
        self._paragraphs = self._tables = 0
        self._open: tuple[Run, ...] = ()  # of a paragraph whose end was deleted: it goes on in the next

    def blocks(self, parent: Element, *, inside: bool) -> Iterator[Block]:
        """What stands in the body, or `inside` a cell, a text box or a note."""
        for node in parent:
            if node.tag == "{w}p":
                yield from self._paragraph(node, inside=inside)
            elif node.tag == "{w}tbl":
                yield self._table(node, inside=inside)
            elif node.tag == "{w}sdt":
                if attribute(node, "{w}sdtPr/{w}docPartObj/{w}docPartGallery", VAL) != _CONTENTS:
                    yield from self._control(node, inside=inside)
            elif node.tag == "{mc}AlternateContent":
                chosen = alternative(node)
                yield from self.blocks(chosen, inside=inside) if chosen is not None else ()
            elif node.tag in _WRAPPERS:
                yield from self.blocks(node, inside=inside)

    def notes(self) -> Iterator[Note]:
        """The notes that the text refers to, in order; a note of a note is one of them."""
        for number, mark in enumerate(self._marks, 1):
            node = self._told.get(mark)
            if node is not None:
                yield Note(str(number), tuple(self.blocks(node, inside=True)))

    def _control(self, node: Element, *, inside: bool) -> Iterator[Block]:
        """A content control; the paragraphs of one that nobody filled in are there, and empty."""
        content = node.find("{w}sdtContent")
        if content is None:
            return
        if not is_prompt(node):
            yield from self.blocks(content, inside=inside)
        elif not inside:
            self._paragraphs += sum(1 for _ in children(content, "{w}p"))

    def _paragraph(self, node: Element, *, inside: bool) -> Iterator[Block]:
        properties = node.find("{w}pPr")
        style = attribute(properties, "{w}pStyle", VAL)
        runs, boxes = self._writing.read(node, style)
        at = 0
        if not inside:
            self._paragraphs += 1
            at = self._paragraphs
        runs, self._open = self._open + runs, ()
        if switched(properties, "{w}rPr/{w}del"):
            self._open = runs
        elif not self.styles.is_contents(style):
            yield self._described(Paragraph(runs, at=at), properties, style)
        for box in boxes:
            yield from (replace(block, at=at) for block in self.blocks(box, inside=True))

    def _described(self, paragraph: Paragraph, properties: Element | None, style: str | None) -> Paragraph:
        """The paragraph with what its style and its own properties make of it."""
        level = self.styles.level(style)
        outline = attribute(properties, "{w}outlineLvl", VAL)
        if level is None and outline is not None:
            level = outline_level(whole(outline, -1))
        item = self.styles.position(style)
        own = properties.find("{w}numPr") if properties is not None else None
        if own is not None:
            item = position(own, item)
        number, depth = (self._lists.next(item), item.depth) if item is not None else ("", 0)
        shown = 0 if level is None else level + 1
        return replace(paragraph, level=shown, number=number, depth=depth)

    def _mark(self, kind: str, id_: str) -> str:
        self._marks.append((kind, id_))
        return f"[^{len(self._marks)}]"

    def _table(self, node: Element, *, inside: bool) -> Table:
        number = 0
        if not inside:
            self._tables += 1
            number = self._tables
        return Table(tuple(self._row(row) for row, _ in _within(node, "{w}tr")), number)

    def _row(self, row: Element) -> tuple[Cell, ...]:
        """The cells of a row; a row whose deletion is tracked stays, without cells, so that those below keep count."""
        properties = row.find("{w}trPr")
        if properties is not None and properties.find("{w}del") is not None:
            return ()
        cells = [self._cell(cell, is_prompt=prompt) for cell, prompt in _within(row, "{w}tc")]
        before, after = (whole(attribute(properties, f"{{w}}grid{side}", VAL)) for side in ("Before", "After"))
        return (*_gap(before), *cells, *_gap(after))

    def _cell(self, node: Element, *, is_prompt: bool) -> Cell:
        properties = node.find("{w}tcPr")
        columns = min(max(whole(attribute(properties, "{w}gridSpan", VAL), 1), 1), _MOST_COLUMNS)
        if is_prompt or (properties is not None and properties.find("{w}cellDel") is not None):
            return Cell((), columns)
        return Cell(tuple(self.blocks(node, inside=True)), columns)


def _gap(columns: int) -> tuple[Cell, ...]:
    return (Cell((), min(columns, _MOST_COLUMNS)),) if columns > 0 else ()


def _within(parent: Element, name: str, *, prompt: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, or cells of a row, wherever content controls and tracked insertions wrap them.

    With each stands whether it is an untouched prompt.
    """
    for node in parent:
        if node.tag == name:
            yield node, prompt
        elif node.tag == "{w}sdt" or node.tag in _WRAPPERS:
            yield from _within(node, name, prompt=prompt or (node.tag == "{w}sdt" and is_prompt(node)))
