"""Knows what kind each line is, in one walk: by its first characters and by the lines around it.

Labels, cells, markers and markup are found by their own modules; what lines mean is left to the binding.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from projektkort.document import cells, labels
from projektkort.document.cutting import Strip, blocks_of, cut
from projektkort.document.figures import is_figure
from projektkort.document.hidden import Hidden, blanked
from projektkort.document.html_lines import has_blocks, html_lines
from projektkort.document.inline import HOLE, seen
from projektkort.document.layout import BLANK, CODE, COMMENT, HEADING, ITEM, ROW, RULE, TEXT, Line
from projektkort.document.markers import is_word, marker, tight
from projektkort.document.titles import heading, titled, titled_by, worded
from projektkort.frozen import replace
from projektkort.span import LINE_BREAK, Lines, Text

# "> 100" is more than a hundred, "> 1. Tents" an item.
_QUOTE = re.compile(r"\s*(?:>(?=[\s>]|$)(?!\s*\d(?!\d{0,2}[.)]\s))[^\S\t]?)+")
_SIGNS = "-=_*+|:–—―─━═"
_RULE = re.compile(rf"[{_SIGNS}]\s*[{_SIGNS}]\s*[{_SIGNS}][{_SIGNS}\s]*+")
_APART = frozenset({BLANK, HEADING, RULE, COMMENT})
_TELLING = "|;：\t\\<\xa0"  # what makes more of a line than words; so do two spaces, a comment and a colon


class Walk:
    """One text on its way to lines."""

    __slots__ = (
        *("_code", "_first", "_lines", "_open", "_out", "_ragged"),
        *("_raw", "_ready", "_signs", "_starts", "_tables", "_tags"),
    )

    def __init__(self, lines: Lines, begin: int, found: Hidden) -> None:
        """`begin` is the offset of the first line to read."""
        self._lines = lines
        self._starts: Sequence[int] = lines.starts
        text = blanked(lines.text, found.comments)
        self._raw = LINE_BREAK.split(text) if "\r" in text else text.split("\n")
        self._ready: dict[int, tuple[Line, ...]] = {}  # tables that have been read
        self._tags: dict[int, str] = {}  # what makes a line of HTML a heading or an item
        self._signs = [sign for sign in _TELLING if sign in text]  # no line has any other
        self._cut(text, begin, found)
        self._first = bisect_left(self._starts, begin)
        code = ((bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)) for start, end in found.code)
        self._code = {at for first, behind in code for at in range(first, behind)}
        self._out: list[Line] = []
        self._open = ""  # what parts the cells of the table that goes on here: a pipe, a TAB, semicolons; else nothing
        self._tables = 0
        self._ragged: set[int] = set()  # tables of TABs with empty cells

    def _cut(self, text: str, begin: int, found: Hidden) -> None:
        """Cuts out the tables, and parts the blocks of HTML."""
        blocks = blocks_of(blanked(text, found.code, " "), self._lines, begin)
        tagged = has_blocks(text)
        if not blocks and not tagged:
            return
        strips: Iterable[Strip] = cut(self._raw, self._starts, blocks)
        strips = list(html_lines(strips, found.code) if tagged else strips)
        self._raw, self._starts = [strip.text for strip in strips], [strip.start for strip in strips]
        self._ready = {at: strip.ready for at, strip in enumerate(strips) if strip.ready}
        self._tags = {at: strip.tag for at, strip in enumerate(strips) if strip.tag}

    def run(self) -> tuple[Line, ...]:
        """All lines in order."""
        lines, starts, ready, out = self._lines, self._starts, self._ready, self._out
        for at in range(self._first, len(self._raw)):
            raw, start = self._raw[at], starts[at]
            if raw:
                line = self._line(at, raw, start)
            elif at in ready:
                self._number(ready[at])
                continue
            else:
                whole = Text("", lines, start, start)
                line = Line(CODE if at in self._code else BLANK, whole, whole)
            if not line.table:
                self._open = ""
            out.append(line)
        if self._ragged:
            self._even()
        return tuple(out)

    def _number(self, table: tuple[Line, ...]) -> None:
        """Takes the lines of a table that has been read, and gives it its number."""
        self._tables += 1
        self._open = ""
        self._out += [line if line.kind is TEXT else replace(line, table=self._tables) for line in table]

    def _line(self, at: int, raw: str, start: int) -> Line:
        """The line; of most the first character tells what they are, and nothing else need be looked for."""
        lines, end, first, last = self._lines, start + len(raw), raw[0], raw[-1]
        if HOLE in raw or self._tags or at in self._code:
            return self._marked(at, raw, start, Text(lines.text[start:end], lines, start, end))
        whole = Text(raw, lines, start, end)
        if first == "*":
            body = raw.rstrip()
            if (label := labels.bold(whole, body)) and not self._is_marked(body):
                content = whole if body == raw else Text(body, lines, start, start + len(body))
                return Line(TEXT, content, whole, 0, "", label)
        elif last.isspace() or last == "\\":
            return self._marked(at, raw, start, whole)
        elif first == "|":
            if not _RULE.fullmatch(raw):
                return self._row(whole, whole, "|", cells.barred(whole))
        elif first == "#":
            if title := heading(whole, whole) if ":" in raw or self._is_marked(raw) else worded(whole):
                return title
        elif is_word(raw) and ":" not in raw and not self._is_marked(raw):
            label = None if labels.is_no_label(raw) else labels.plain(whole, own=self._alone(at))
            return Line(TEXT, whole, whole, 0, "", label)
        return self._marked(at, raw, start, whole)

    def _is_marked(self, raw: str) -> bool:
        """Whether a line without comments may be more than words, and a colon between them."""
        for sign in self._signs:
            if sign in raw:
                return True
        return "  " in raw

    def _marked(self, at: int, raw: str, start: int, whole: Text) -> Line:
        """A line that its first character does not tell."""
        if at in self._code:
            return Line(CODE, whole.strip(), whole)
        quote = _QUOTE.match(raw) if ">" in raw else None
        if quote:
            raw, start = raw[quote.end() :], start + quote.end()
        body = raw.strip()
        if not body:
            return self._blank(whole, Text.empty(self._lines, start) if quote else whole.strip())
        first = body[0]
        if first in _SIGNS and _RULE.fullmatch(body):
            return self._rule(whole)
        if body[-1] == "\\" and body[-2:-1] not in ("", "\\"):
            body = body[:-1].rstrip()  # a hard line break
        lead = raw[: len(raw) - len(raw.lstrip())] if raw[0] != first else ""
        inside = start + len(lead)
        content = whole if body == whole.value else Text(body, self._lines, inside, inside + len(body))
        if (first == "#" or self._tags) and (title := self._heading(at, whole, content)):
            return title
        if "|" in body and (first == "|" or self._bars(at, body)):
            return self._row(whole, content, "|", cells.barred(content))
        if ";" in body and (sign := self._semicolons(at, body)):
            return self._row(whole, content, sign, cells.listed(content))
        found = None if is_word(body) or body[:2] == "**" else marker(body) or self._tight(at, body)
        if "\t" in raw and self._tabbed(body, found):
            return self._row(whole, content, "\t", cells.tabbed(Text(raw, self._lines, start, start + len(raw))))
        return self._text(at, whole, content, found, lead)

    def _heading(self, at: int, whole: Text, content: Text) -> Line | None:
        """The line as the heading that its tag or its number signs make it."""
        tag = self._tags.get(at, "li")
        if tag != "li":
            return titled_by(whole, content, int(tag[1:]))
        return heading(whole, content) if content.value[0] == "#" else None

    def _tight(self, at: int, body: str) -> re.Match[str] | None:
        """A dash glued to a count, where the line above or below is an item."""
        found = tight(body)
        if found is None or (self._out and self._out[-1].kind is ITEM):
            return found
        below = self._raw[at + 1].strip() if at + 1 < len(self._raw) else ""
        return found if marker(below) or tight(below) else None

    def _blank(self, whole: Text, text: Text) -> Line:
        """A line with nothing outside comments; a comment does not part the rows of a table."""
        if text.value:
            return Line(COMMENT, text, whole, table=self._tables if self._open else 0)
        return Line(BLANK, text, whole)

    def _rule(self, whole: Text) -> Line:
        """A rule, with the number of the table whose head or sum it sets off; or the line under a title."""
        if self._out and not self._open:
            self._out[-1] = titled(self._out[-1], self._out[-2] if len(self._out) > 1 else None, whole.value.strip())
        return Line(RULE, whole.strip(), whole, table=self._tables if self._open else 0)

    def _bars(self, at: int, body: str) -> bool:
        """Whether pipes part cells: there is one at the end of the line, or the line above or below has some too."""
        bars = cells.bars(body)
        if not bars or bars[-1] == len(body) - 1 or self._open == "|":
            return bool(bars)
        return at + 1 < len(self._raw) and bool(cells.bars(self._raw[at + 1]))

    def _semicolons(self, at: int, body: str) -> str:
        """The semicolons that part cells: as many as on the next line, and an amount behind the last of them."""
        sign = ";" * body.count(";")
        if self._open == sign:
            return sign
        below = self._raw[at + 1].strip() if at + 1 < len(self._raw) else ""
        return sign if below.count(";") == len(sign) and is_figure(below.rpartition(";")[2].strip()) else ""

    def _tabbed(self, body: str, found: re.Match[str] | None) -> bool:
        """Whether TABs part cells: between words, and at the ends of the line too where a table goes on."""
        if self._open == "\t":
            return found is None or "\t" in body[found.end() :]
        return found is None and "\t" in body

    def _row(self, whole: Text, content: Text, sign: str, row: cells.Row) -> Line:
        if self._open != sign:
            self._open = sign
            self._tables += 1
        if sign == "\t" and not all(cell.value for cell in row):
            self._ragged.add(self._tables)
        text = cells.row_text(row) if "<" in content.value else seen(content)
        return Line(ROW, text, whole, 0, "", None, row, self._tables)

    def _text(self, at: int, whole: Text, content: Text, found: re.Match[str] | None, lead: str) -> Line:
        if found:
            inside = content.start + found.end()
            content = Text(content.value[found.end() :], self._lines, inside, content.end)
        text = seen(content)
        columns = cells.aligned(content)
        item = found is not None or at in self._tags
        label = labels.find(content, text)
        if label is None and not columns and (not item or (found and found.lastgroup == "number")):
            label = labels.plain(text, own=self._alone(at))
        if not item:
            return Line(TEXT, text, whole, 0, "", label, columns)
        depth = len(lead.partition(HOLE)[0].expandtabs(4)) // 2 if lead else 0
        return Line(ITEM, text, whole, depth, found[0].rstrip() if found else "-", label, columns)

    def _alone(self, at: int) -> bool:
        """Whether the line begins or ends something: next to a blank line, behind a heading or a rule."""
        if not self._out or self._out[-1].kind in _APART:
            return True
        return at + 1 == len(self._raw) or not self._raw[at + 1].strip()

    def _even(self) -> None:
        """Makes the rows of each table of TABs fit together."""
        tables: dict[int, list[int]] = {}
        for at, line in enumerate(self._out):
            if line.kind is ROW and line.table in self._ragged:
                tables.setdefault(line.table, []).append(at)
        for rows in tables.values():
            for at, row in zip(rows, cells.grid([self._out[at].cells for at in rows]), strict=True):
                self._out[at] = replace(self._out[at], cells=row)
