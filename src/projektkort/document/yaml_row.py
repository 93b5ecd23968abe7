"""Knows how one line of YAML looks to a person: indentation, dashes, key, colon, rest. What it means, YAML says."""

from __future__ import annotations

import re

from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.span import Lines

_ROW = late(
    r"""(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)
    (?:(?P<key>"[^"]*"[^":]*?|'[^']*'[^':]*?|[^\s"'#][^\n]{0,1000}?)[ \t]*(?P<colon>:)(?=[ \t]|$))?
    [ \t]*(?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)
_TIGHT = late(r"[^\W\d][^:]*?[^\W\d](?P<colon>:)(?!//)(?=\S)")
_RULE = re.compile(r"[-=_*~+.]{3,}")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}")
_NO_CONTENT = re.compile(r"#|(?:---|\.\.\.)$")
_INDICATOR = re.compile(r"[!&*|>%@`\"'\[\]{},#]|[-?:](?:\s|$)")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ENDS_PLAIN = re.compile(r":(?:[ \t]|$)|[ \t]#")
_OPENING = re.compile(r"[\"'\[{|>]")


class Row(Frozen):
    """One line: offsets into the text of its first character that is no space, of its colon, its rest and its end.

    `colon` is None where no key stands on the line; `rest` begins behind colon or dashes.
    """

    number: int
    indent: str
    dashes: str
    key: str
    value: str
    start: int
    colon: int | None
    rest: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether it is blank, a comment, or the mark between two documents."""
        return self.start == self.end or (self.start == self.rest and bool(_NO_CONTENT.match(self.value)))

    @property
    def tight(self) -> int | None:
        """Where a colon stands that lacks the space behind it: `Title:Swap day`."""
        found = _TIGHT.match(self.value) if self.colon is None else None
        return self.rest + found.start("colon") if found else None

    @property
    def rule(self) -> bool:
        """Whether it is a typed line such as -----."""
        return bool(_RULE.fullmatch(self.value)) and self.colon is None

    @property
    def opens_nothing(self) -> bool:
        """Whether its value stands on later lines: it is empty, or only the header of a block scalar."""
        return not self.value or bool(_BLOCK_HEADER.fullmatch(self.value))

    @property
    def odd_key(self) -> bool:
        """Whether YAML would take the key for something else than text."""
        odd = bool(_INDICATOR.match(self.key) or _ENDS_PLAIN.search(self.key))
        return odd and not QUOTED.fullmatch(self.key)

    @property
    def odd_value(self) -> bool:
        """Whether YAML would stumble over the value, whatever follows on other lines."""
        if self.value[:1] in ("@", "`", "%"):
            return True
        return not _OPENING.match(self.value) and bool(_ENDS_PLAIN.search(self.value))

    @property
    def quote_open(self) -> bool:
        """Whether its value begins with a quotation mark that is not closed on the line."""
        return self.value[:1] in ('"', "'") and self.value.count(self.value[0]) == 1

    @property
    def flow_open(self) -> bool:
        """Whether its value begins with a bracket and fewer are closed than opened."""
        opened = sum(self.value.count(sign) for sign in "[{")
        return self.value[:1] in ("[", "{") and opened > sum(self.value.count(sign) for sign in "]}")


def row_of(lines: Lines, number: int) -> Row:
    """Line `number` (from 1) as a row."""
    text, begin = lines.line(number).rstrip(), lines.starts[number - 1]
    found = _ROW.match(text)
    assert found is not None  # every part of the pattern may be empty
    colon = None if found["colon"] is None else begin + found.start("colon")
    indent, dashes = found["indent"], found["dashes"]
    start = begin + len(indent)
    return Row(
        number,
        indent,
        dashes,
        found["key"] or "",
        found["rest"],
        start,
        colon,
        begin + found.start("rest"),
        max(start, begin + len(text)),
    )
