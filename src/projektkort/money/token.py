"""Knows how to walk over the words beside a number, the longest known spelling first; `lexicon` knows them."""

from __future__ import annotations

import re
from collections.abc import Collection

from projektkort.money.figure import SPACES
from projektkort.money.lexicon import abbreviations

WORD = r"[^\W\d_]+(?:[²³]|[23](?![0-9.,]))?\.?"
TOKEN = re.compile(rf"c:a|{WORD}|[^\w\s]", re.IGNORECASE)
SIGNS = "-−–—+"

_NEXT = re.compile(rf"[{SPACES}]{{0,2}}({TOKEN.pattern})", re.IGNORECASE)
_LONGEST = 3  # words in one spelling
_WINDOW = 32  # characters looked at to the left


class Forward:
    """A walk to the right from the end of a number; `at` is where it has come to."""

    def __init__(self, text: str, at: int, high: int | None = None) -> None:
        self._text = text
        self._high = len(text) if high is None else high
        self._seen = -1  # where `_spelled` was looked at
        self._spelled: list[tuple[str, int]] = []
        self.at = at

    def take(self, known: Collection[str]) -> str | None:
        """The longest known spelling that begins here, as written."""
        for folded, end in reversed(self._spellings()):
            if folded in known:
                start, self.at = self.at, end
                return self._text[start:end].strip(SPACES)
        return None

    def _spellings(self) -> list[tuple[str, int]]:
        """The next word, the next two, the next three: folded, and where they end."""
        if self._seen != self.at:
            self._seen, self._spelled, at, folded = self.at, [], self.at, ""
            while len(self._spelled) < _LONGEST and (match := _NEXT.match(self._text, at, self._high)):
                folded, at = folded + match[1].replace(".", "").lower(), match.end()
                stop = match[1][-1] == "." and folded not in abbreviations()
                self._spelled.append((folded, at - stop))
        return self._spelled

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern matches here."""
        match = pattern.match(self._text, self.at, self._high)
        if match:
            self.at = match.end()
        return match


class Backward:
    """A walk to the left from a number; `at` is where it has come to."""

    def __init__(self, text: str, low: int, high: int) -> None:
        start = max(low, high - _WINDOW)
        self._text = text
        self._tokens = list(TOKEN.finditer(text, start, high))
        if self._tokens and self._tokens[0].start() == start and text[start - 1 : start].isalpha():
            del self._tokens[0]  # the end of a word that begins further to the left
        self._high = high
        self.back()

    def back(self) -> None:
        """Goes back to the number."""
        self.at, self._left, self._seen = self._high, len(self._tokens), -1

    def take(self, known: Collection[str]) -> str | None:
        """The longest known spelling that ends here, as written."""
        for folded, start, end, left in reversed(self._spellings()):
            if folded in known:
                self.at, self._left = start, left
                return self._text[start:end]
        return None

    def _spellings(self) -> list[tuple[str, int, int, int]]:
        """The word before, the last two, the last three: folded, from where to where, and how many are left then."""
        if self._seen != self.at:
            self._seen, self._spelled, folded, at, end = self.at, [], "", self.at, 0
            for left in range(self._left - 1, max(-1, self._left - 1 - _LONGEST), -1):
                token = self._tokens[left]
                gap = self._text[token.end() : at]
                if len(gap) > 2 or gap.strip(SPACES):
                    break
                folded, at, end = token[0].replace(".", "").lower() + folded, token.start(), end or token.end()
                self._spelled.append((folded, at, end, left))
        return self._spelled

    def sign(self, *, free: bool) -> str:
        """The sign that stands directly here; a `free` one is no hyphen within a word or between numbers."""
        sign = self._text[self.at - 1 : self.at] if self._left else ""
        if not sign or sign not in SIGNS or self._tokens[self._left - 1].end() != self.at:
            return ""
        if free and self.at > 1 and not (self._text[self.at - 2].isspace() or self._text[self.at - 2] in "(*_|>:="):
            return ""
        self.at -= 1
        self._left -= 1
        return sign
