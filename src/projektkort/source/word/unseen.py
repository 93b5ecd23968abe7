"""Knows what else a file holds than what is read: comments, deleted and hidden words, properties, files within it."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.source.word.archive import Archive, Refused
from projektkort.source.word.tree import feed

_XML = (".xml", ".rels")
_TEXT = (".txt", ".htm", ".html", ".mht", ".rtf", ".csv")
_OFFICE = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
_PARAGRAPHS = frozenset({"p", "h"})
_GAPS = frozenset({"tab", "br", "cr", "line-break", "s", "p", "h"})
_SAYING = frozenset({"descr", "title", "Target", "href", "author", "tooltip", "string-value"})
_NAMED = frozenset({"alias", "tag"})  # of content controls
_AREAS = (("comments", ("comments", "annotation")), ("properties", ("docProps/", "meta.xml", "customXml/")))
_DEEPEST = 2  # a workbook in a document, and what is in that


def unseen(archive: Archive, depth: int = 0) -> Iterator[tuple[str, str]]:
    """All texts of a file by where they stand: "comments", "properties" or "hidden", what is seen among the latter."""
    for name in archive.names:
        if not name.lower().endswith(_XML + _TEXT + _OFFICE):
            continue  # pictures, fonts
        raw = archive.read(name) or b""
        if name.lower().endswith(_OFFICE) and depth < _DEEPEST:
            yield from _within(archive, raw, depth)
        else:
            yield _area(name), _said(raw, is_xml=name.lower().endswith(_XML))


def _within(archive: Archive, raw: bytes, depth: int) -> Iterator[tuple[str, str]]:
    """The texts of a file in the file. One that is locked or broken shows its text to nobody."""
    try:
        for _, text in unseen(Archive(raw, archive), depth + 1):
            yield "hidden", text
    except Refused as refused:
        if refused.reason == "oversized":
            raise


def _said(raw: bytes, *, is_xml: bool) -> str:
    """The text of one part; of what is no XML, or none that can be read, all characters."""
    try:
        if is_xml:
            return "\n".join(_Said(raw).lines)
    except Refused as refused:
        if refused.reason == "oversized":
            raise
    return raw.decode("utf-8", "replace")


def _area(name: str) -> str:
    return next((area for area, signs in _AREAS if any(sign in name for sign in signs)), "hidden")


class _Said:
    """The texts of one part, a line for each paragraph, and again one for each piece of it.

    A number may be split over pieces, or stand deleted or hidden between words that it does not belong to.
    """

    def __init__(self, raw: bytes) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._open = 0
        feed(raw, self._start, self._end, self._line.append)
        self._flush()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local in _GAPS:
            self._line.append("\n")
        self._open += local in _PARAGRAPHS
        for key, value in attributes.items():
            if _local(key) in _SAYING or (local in _NAMED and _local(key) == "val"):
                self.lines.append(value)

    def _end(self, name: str) -> None:
        paragraph = _local(name) in _PARAGRAPHS
        self._open -= paragraph
        if not self._open:
            self._flush()
        elif paragraph:
            self._line.append("\n")

    def _flush(self) -> None:
        if self._line:
            self.lines += ["".join(self._line), *self._line]
            self._line.clear()


def _local(name: str) -> str:
    return name.rpartition("}")[2]
