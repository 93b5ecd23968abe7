"""Knows the signs that numbers are typeset with, and a second reading of a text without those that nobody sees."""

from __future__ import annotations

import re
from bisect import bisect_right

from projektkort.frozen import Frozen
from projektkort.patterns import late

BULLET = "\N{BULLET}"
# Full-width digits, the hyphens and the blanks of typeset text, one character for one, so that places stay.
WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0B: "+"}
HYPHENS = dict.fromkeys((0xAD, *range(0x2010, 0x2015), 0x2212, 0xFF0D), "-")
PLAIN = WIDE | HYPHENS | dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
BETWEEN = r"[.:#()*_=\"'\s]*(?:\|[ \t*_\"']*)?"
"""What may stand between the name of a register and its number: signs, and the border of a cell on the same line."""
# What nobody sees, what HTML writes with several signs, and emphasis at digits. It begins with a set of signs, of which
# hardly any text has many: it is looked for in every text.
UNSEEN = late(
    r"[\u00ad\u200b-\u200f\u2060\ufeff&<*_`~\\]"
    r"(?:(?<=[\u00ad\u200b-\u200f\u2060\ufeff])"
    r"|(?<=&)(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
    r"|(?<=<)/?[a-zA-Z]{1,6}>"
    r"|(?<=\d[*_`~\\])[*_`~\\]{0,2}(?=[-+/ &\d\u00ad\u2010-\u2014\u2212])"
    r"|(?<=[-+/ ;\d\u00ad\u2010-\u2014\u2212][*_`~\\])[*_`~\\]{0,2}(?=\d))"
)
_RARE = b"\xad?&<*_`~\\"
"""What UNSEEN begins with, and a question mark for what is beyond Latin-1: one byte is looked for at once."""


class Bare(Frozen):
    """A text without what nobody sees. From each of `begins`, its signs stand `behind` further in the text itself."""

    text: str
    begins: list[int]
    behind: list[int]

    def place(self, at: int) -> int:
        """Where a sign stands in the text itself."""
        return at + self.behind[bisect_right(self.begins, at) - 1]


def bare(text: str) -> Bare | None:
    """The text without what nobody sees; None where that is all of it."""
    coded = text.encode("latin-1", "replace")
    if not any(sign in coded for sign in _RARE):
        return None
    pieces: list[str] = []
    begins, behind = [0], [0]
    at = length = 0
    for match in UNSEEN.finditer(text):
        pieces += [text[at : match.start()], meant := _meant(match)]
        length += match.start() - at + len(meant)
        at = match.end()
        begins.append(length)
        behind.append(at - length)
    return Bare("".join([*pieces, text[at:]]), begins, behind) if at else None


def _meant(match: re.Match[str]) -> str:
    """The character that an entity stands for, if it is one that is seen; all else is nothing."""
    if match["entity"] is None:
        return ""
    from html import unescape  # noqa: PLC0415 - few documents need its table of names

    meant = unescape(match[0])
    return meant if len(meant) == 1 and not UNSEEN.fullmatch(meant) else ""
