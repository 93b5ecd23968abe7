"""Knows how to go on where YAML fails: what a person meant as text is hidden from YAML, and said.

What stands where, `yaml_rows` knows; how a piece is hidden, `yaml_mask`. What the rest means, YAML says as before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from yaml import MarkedYAMLError

from projektkort.document.yaml_amounts import dash_behind_amount, parted
from projektkort.document.yaml_mask import Mask
from projektkort.document.yaml_row import Row
from projektkort.document.yaml_rows import Rows
from projektkort.finding import Problem
from projektkort.patterns import late
from projektkort.span import Place

_TABS = late(r"(?m)(?:^|(?<=\r))([ \t]*\t[ \t]*)([^\s#]?)")
_INDENT = re.compile(r"(?m)(?:^|(?<=\r))([ \t]*)(?=[^\s#])")
_ALIAS = re.compile(r"\*[\w-]+")
_SENTENCE = re.compile(r"[^\W\d]\s+\S")
_WORK = 2_000_000  # characters parsed again, at the least, before single lines are no longer tried
_LAST_EFFORT = 3  # as many times the same before all is given up


class HopelessError(Exception):
    """No repair is left."""

    def problem(self, place: Place) -> Problem:
        """What is said to the user."""
        return Problem(place, rule="yaml-syntax", variant="other", text="")


class Repair:
    """The repairs of one text, whose `mask` changes with each."""

    def __init__(self, mask: Mask, begin: int) -> None:
        self.mask, self.begin = mask, begin
        self._rows = Rows(mask.text, begin)
        self._done: set[int] = set()
        self._joined: dict[int, int] = {}
        self._commented: set[int] = set()
        self._given_up: set[int] = set()
        self._tabs_replaced = False
        self._work = 0

    def mend(self, error: MarkedYAMLError, start: int) -> int:
        """Repairs what made YAML fail, or hides it, and says from where to try again. Raises HopelessError.

        `start` is where YAML began to read. Each call makes progress: a line is repaired once, then the block
        around it becomes the text of its key, then a comment.
        """
        index = error.problem_mark.index if error.problem_mark else 0
        self._work += index + len(self.mask.text) // 20
        if self.mask.text.startswith("\t", start + index) and self._replace_tabs():
            return self.begin
        if "document start" in (error.problem or "") and self.separate():
            return self.begin
        amount = dash_behind_amount(self.mask.text, start + index)
        if amount:
            self.mask.hide((amount.start(), amount.end()))
            self.mask.problems.append(parted(self.mask.place(*amount.span()), amount.start("sign") - amount.start()))
            return start
        row, index = self._rows.culprit(error, start, self._done)
        block = self._rows.block(row)
        effort = self._work / (_WORK + 4 * len(self.mask.text))
        if row.empty or effort > _LAST_EFFORT:
            raise HopelessError
        if effort < 1 and row.number not in self._done and block not in self._given_up:
            self._done.add(row.number)
            again = self._mend_row(row, index)
            if again:
                return self._rows.block_start(self._rows.block(again))
        self._give_up(block, row, self._variant(error, row, index))
        return self._rows.block_start(block)

    def separate(self) -> bool:
        """Reads `key:text` without a space as key and text, on every line of that kind; whether there was any."""
        tight = [row for row in self._rows.below(1) if row.tight is not None and row.number not in self._done]
        for row in tight:
            self._done.add(row.number)
            self._separate(row)
        return bool(tight)

    def _mend_row(self, row: Row, index: int) -> Row | None:
        """Hides what is odd about one row; the first row that is to be read again, None where nothing helps."""
        behind_key = row.colon is not None and index > row.colon
        if row.odd_key or (behind_key and row.value):
            return self._quote(row, value=behind_key or row.odd_value)
        if row.rule:
            return self._comment(row)
        if row.colon is None and row.dashes and row.value and index >= row.rest:
            return self._quote(row, value=True)
        if row.tight is not None:
            return self._separate(row)
        if row.colon is None or (index == row.start and self._goes_on(row)):
            return self._join(row)
        return None

    def _quote(self, row: Row, *, value: bool) -> Row:
        """Reads an odd key, or the value, as the text that stands there; so too the neighbours that fail alike."""
        start = row.start + len(row.dashes)
        key = (start, start + len(row.key))
        if row.odd_key:
            self.mask.hide(key)
        if not value:
            self.mask.say_with_fix(*key, "key", row.key)
            return row
        rows = [row, *self._neighbours(row)] if row.odd_value else [row]
        self.mask.hide(*((other.rest, other.end) for other in rows))
        for other in rows:
            self._done.add(other.number)
            self._say_value(other)
        return row

    def _neighbours(self, row: Row) -> list[Row]:
        """The rows below, of the same mapping or list, that YAML must stumble over in the same way."""
        found = []
        for other in self._rows.below(row.number + 1):
            if (other.indent, other.dashes, other.colon is None) != (row.indent, row.dashes, row.colon is None):
                break
            if other.odd_value and not other.odd_key and other.number not in self._done:
                found.append(other)
        return found

    def _say_value(self, row: Row) -> None:
        """Says that a value is read as it stands, or that it was left open."""
        place, key = (row.rest, row.end), self._rows.key(row)
        if _ALIAS.fullmatch(row.value):
            self.mask.say(*place, "alias-undefined", key=key, name=row.value[1:])
        elif row.quote_open or row.flow_open:
            self.mask.say(*place, "yaml-syntax", "quote-open" if row.quote_open else "flow-open", key=key)
        else:
            self.mask.say_with_fix(*place, "", key)

    def _goes_on(self, row: Row) -> bool:
        """Whether a line with a colon, deeper than the one above, can only be a sentence that goes on."""
        above = self._rows.above(row, self._joined)
        if above is None or above.opens_nothing or len(above.indent + above.dashes) >= len(row.indent):
            return False
        return above.colon is None or bool(_SENTENCE.search(above.value))

    def _join(self, row: Row) -> Row:
        """Reads a line without a key, and such lines below it, as the end of the value above."""
        head = self._rows.head(row, self._joined)
        if head is None:
            return self._comment(row)
        last = row
        for other in self._rows.below(row.number + 1):
            if other.empty or other.colon is not None or other.tight is not None or other.rule:
                break
            last = other
        first = min((n for n, number in self._joined.items() if number == head.number), default=row.number)
        self._joined.update(dict.fromkeys(range(row.number, last.number + 1), head.number))
        self._done.update(range(row.number, last.number + 1))
        begin = head.rest
        if head.opens_nothing:
            begin = next(other.start for other in self._rows.below(head.number + 1) if other.start < other.end)
            self.mask.blank((head.end if head.colon is None else head.colon + 1, begin))
        self.mask.hide((begin, last.end))
        said = self._rows.row(first).start
        self.mask.forget(said, row.start)
        self.mask.say(said, last.end, "yaml-repaired", "continuation", key=self._rows.key(head))
        return head

    def _separate(self, row: Row) -> Row:
        """Gives `key:text` the space it lacks, at the cost of the key's last letter; `places` gives it back."""
        start, row = row.rest, self._rows.separate(row)
        colon = row.rest - 1
        self.mask.hide((start, colon - 1), (colon + 1, row.end))
        self.mask.overwrite([(colon - 1, colon + 1, ": ")])
        self.mask.places[start] = (start, colon)
        self.mask.say_with_fix(colon + 1, row.end, "space-missing", row.key, before=" ")
        return row

    def _comment(self, row: Row) -> Row:
        """Keeps a line that belongs to no key as a comment."""
        self.mask.comment(row.start, row.end)
        if row.rule:
            self.mask.say_with_fix(row.start, row.end, "rule-line", "", before="# ")
        else:
            self.mask.say(row.start, row.end, "yaml-syntax", "no-colon")
        return row

    def _give_up(self, block: int, row: Row, variant: str) -> None:
        """Reads a block as the text of its key, the second time as a comment. Raises HopelessError after that."""
        start, end = self._rows.block_start(block), self._rows.block_end(block)
        start += len(self._rows.text[start:end]) - len(self._rows.text[start:end].lstrip())
        if block in self._commented or start >= end:
            raise HopelessError
        head = self._rows.row(self._rows.blocks[block])
        value = end if head.colon is None or head.odd_key else head.colon + 1
        text = self._rows.text[value:end]
        if block not in self._given_up:
            self.mask.forget(start, end)
            self.mask.say(row.start, row.end, "yaml-syntax", variant, key=head.key)
        if block in self._given_up or not text.strip():
            self.mask.comment(start, end)
            self._commented.add(block)
        else:
            begin = end - len(text.lstrip())
            self.mask.blank((value, begin))
            self.mask.hide((begin, end))
        self._given_up.add(block)

    def _replace_tabs(self) -> bool:
        """Reads indentation by tabs as if each were one space; once only. Mixed with spaces it cannot be trusted."""
        tabs = [] if self._tabs_replaced else list(_TABS.finditer(self.mask.text))
        if not tabs:
            return False
        shown = [match for match in tabs if match[2]]
        indents = [match[1] for match in _INDENT.finditer(self.mask.text)]
        clear = all(a.startswith(b) or b.startswith(a) for a, b in pairwise(indents))
        rule, variant = ("tab-indent", "") if clear else ("yaml-syntax", "tab-indent")
        if shown:
            spaced = [match.span(1) for match in tabs] if clear else []
            self.mask.say(*shown[0].span(1), rule, variant, count=len(shown), spaced=spaced)
        self.mask.blank(*(match.span(1) for match in tabs))
        self._rows = self._rows.with_text(_TABS.sub(lambda match: " " * len(match[1]) + match[2], self._rows.text))
        self._tabs_replaced = True
        return True

    def _variant(self, error: MarkedYAMLError, row: Row, index: int) -> str:
        """What a person would say is wrong."""
        context = error.context or ""
        if "\t" in self.mask.place(row.start - len(row.indent), row.start).text:
            return "tab-indent"
        if "flow" in context:
            return "flow-open"
        if "quoted" in context:
            return "quote-open"
        return "indent" if index <= row.start + len(row.dashes) else "other"
