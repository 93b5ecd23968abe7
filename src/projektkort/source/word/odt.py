"""Knows the parts of an ODF text and its blocks: paragraphs, lists, tables, text boxes, notes, margins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from projektkort.frozen import replace
from projektkort.source.word.archive import Archive, Refused
from projektkort.source.word.blocks import PAGE_NUMBER, Block, Cell, Content, Note, Paragraph, Table
from projektkort.source.word.numbers import Counter
from projektkort.source.word.odt_styles import Styles, whole
from projektkort.source.word.odt_text import Writing
from projektkort.source.word.tree import children, parse
from projektkort.source.word.words import TITLE

MAIN = "content.xml"
_MOST_CELLS = 100_000  # of all tables as drawn: a few bytes may say that a cell is repeated again and again
_MOST = 63  # columns or rows that stand for themselves where a cell or row is said to be repeated
_CELLS = frozenset({"{table}table-cell", "{table}covered-table-cell"})
_ROWS = frozenset({"{table}table-header-rows", "{table}table-rows", "{table}table-row-group"})
_INDEXES = "-index", "{text}table-of-content", "{text}bibliography"
_PASSED = frozenset({"{text}tracked-changes", "{text}sequence-decls", "{office}forms", "{office}annotation"})


def read(archive: Archive) -> Content:
    """All of a document; raises Refused where it cannot be read."""
    _open(archive)
    roots = {name: parse(raw) for name in ("styles.xml", MAIN) if (raw := archive.read(name)) is not None}
    body = roots[MAIN].find("{office}body/{office}text") if MAIN in roots else None
    if body is None:
        raise Refused("incomplete")
    styles = Styles(tuple(roots.values()))
    reader, margins = _Reader(styles, body), _Reader(styles, body, PAGE_NUMBER)
    blocks = tuple(reader.blocks(body, inside=False))
    pages = children(roots.get("styles.xml"), "{office}master-styles/{style}master-page")
    around = tuple(block for page in pages for margin in page for block in margins.blocks(margin, inside=True))
    return Content(blocks, tuple(reader.notes()), around, styles.language)


def _open(archive: Archive) -> None:
    """Raises Refused where a password protects the text: then its parts are there, but no XML."""
    manifest = archive.read("META-INF/manifest.xml")
    if manifest is not None and parse(manifest).find("{manifest}file-entry/{manifest}encryption-data") is not None:
        raise Refused("password")


class _Reader:
    """One document on its way to blocks."""

    def __init__(self, styles: Styles, body: Element, page: str = "") -> None:
        self.styles = styles
        self._writing = Writing(styles, _check_boxes(body), self._mark, page)
        self._lists: dict[str, Counter] = {}
        self._told: list[Element] = []  # the notes, in the order of their marks
        self._paragraphs = self._tables = self._drawn = 0

    def blocks(self, parent: Iterable[Element], *, inside: bool) -> Iterator[Block]:
        """What stands in the body, or `inside` a cell, a text box, a note or a margin."""
        for node in parent:
            if node.tag in {"{text}p", "{text}h"}:
                yield from self._paragraph(node, inside=inside)
            elif node.tag == "{text}list":
                yield from self._list(node, None, 0, inside=inside)
            elif node.tag == "{table}table":
                yield self._table(node, inside=inside)
            elif not node.tag.endswith(_INDEXES) and node.tag not in _PASSED:
                yield from self.blocks(node, inside=inside)  # sections, frames, numbered paragraphs

    def notes(self) -> Iterator[Note]:
        """The notes of the text that was read."""
        for number, node in enumerate(self._told, 1):
            body = node.find("{text}note-body")
            if body is not None:
                yield Note(str(number), tuple(self.blocks(body, inside=True)))

    def _paragraph(self, node: Element, *, inside: bool, number: str = "", depth: int = 0) -> Iterator[Block]:
        runs, boxes = self._writing.read(node)
        at = 0
        if not inside:
            self._paragraphs += 1
            at = self._paragraphs
        style = node.get("{text}style-name")
        level = self.styles.level(style)
        if node.tag == "{text}h" and level != TITLE:
            level = whole(node.get("{text}outline-level"), 1)
        if not self.styles.is_contents(style):
            yield Paragraph(runs, 0 if level is None else level + 1, number, depth, at)
        for box in boxes:
            yield from (replace(block, at=at) for block in self.blocks(box, inside=True))

    def _list(self, node: Element, name: str | None, depth: int, *, inside: bool) -> Iterator[Block]:
        """A list, with those inside it; only the first paragraph of an item has a number."""
        name = node.get("{text}style-name") or name
        going_on = node.get("{text}continue-numbering") == "true" or node.get("{text}continue-list")
        if depth == 0 and not going_on:
            self._lists.pop(name or "", None)
        for item in node:
            first = item.tag == "{text}list-item"
            for child in item:
                if child.tag == "{text}list":
                    yield from self._list(child, name, depth + 1, inside=inside)
                elif child.tag in {"{text}p", "{text}h"}:
                    number = self._number(child, name, depth) if first else ""
                    first = False
                    yield from self._paragraph(child, inside=inside, number=number, depth=depth)
                else:
                    yield from self.blocks([child], inside=inside)

    def _number(self, paragraph: Element, name: str | None, depth: int) -> str:
        name = name or self.styles.list_of(paragraph.get("{text}style-name")) or ""
        if name not in self._lists:
            self._lists[name] = Counter(self.styles.levels(name))
        return self._lists[name].next(depth)

    def _mark(self, node: Element) -> str:
        self._told.append(node)
        return f"[^{len(self._told)}]"

    def _table(self, node: Element, *, inside: bool) -> Table:
        number = 0
        if not inside:
            self._tables += 1
            number = self._tables
        return Table(tuple(self._rows(node)), number)

    def _rows(self, node: Element) -> Iterator[tuple[Cell, ...]]:
        for child in node:
            if child.tag in _ROWS:
                yield from self._rows(child)
            elif child.tag == "{table}table-row":
                row = tuple(self._cells(child))
                repeated = min(whole(child.get("{table}number-rows-repeated"), 1), _MOST)
                self._drawn += len(row) * repeated
                if self._drawn > _MOST_CELLS:
                    raise Refused("oversized")
                yield from [row] * repeated

    def _cells(self, row: Element) -> Iterator[Cell]:
        """The cells of a row as drawn; those covered from the left belong to the one that covers them."""
        covered = 0
        for node in row:
            if node.tag not in _CELLS:
                continue
            repeated = min(whole(node.get("{table}number-columns-repeated"), 1), _MOST)
            if node.tag == "{table}covered-table-cell":
                hidden = min(repeated, covered)
                covered -= hidden
                yield from [Cell(())] * (repeated - hidden)
                continue
            columns = min(whole(node.get("{table}number-columns-spanned"), 1), _MOST)
            covered = columns - 1
            yield from [Cell(tuple(self.blocks(node, inside=True)), columns)] * repeated


def _check_boxes(body: Element) -> dict[str, bool]:
    """The check boxes of a form by their ids, and whether they are ticked."""
    boxes: dict[str, bool] = {}
    for node in body.iter("{form}checkbox"):
        state = node.get("{form}current-state") or node.get("{form}state")
        for name in ("{form}id", "{?}id"):  # the latter is that of XML itself
            boxes[node.get(name, "")] = state == "checked"
    return boxes
