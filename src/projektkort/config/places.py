"""Knows where the keys and the values of a TOML text stand; that all is in order, and what it says, `tomllib` knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""The way from the top of the text to a value: keys, and numbers in lists, from 0."""
Token = tuple[str, str, int]
"""What it is (a sign is itself, all else a word, nothing the end), how it is written, where it begins."""

_TOKEN = re.compile(
    r"""
    (?:[\ \t\r]+|\#[^\n]*)
    | (?P<sign>[\[\]{}=,.\n])
    | (?P<word>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\])*" | '[^']*' | [^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD, _END = "word", ""


class Places:
    """The places in a text that `tomllib` could read."""

    __slots__ = ("_ahead", "_keys", "_lists", "_text", "_tokens", "_values")

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._ahead = next(self._tokens)
        self._lists: dict[Path, int] = {}
        self._keys: dict[Path, int] = {}
        self._values: dict[Path, int] = {}
        table: Path = ()
        while self._ahead[0] != _END:
            if self._ahead[0] == "[":
                table = self._heading()
            elif self._ahead[0] == "\n":
                self._next()
            else:
                self._pair(table)

    def at(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of a value or of its key; of what is not there, those of what would hold it."""
        first, second = (self._keys, self._values) if key else (self._values, self._keys)
        while path and path not in first and path not in second:
            path = path[:-1]
        before = self._text[: first.get(path, second.get(path, 0))]
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1

    def _next(self) -> Token:
        token, self._ahead = self._ahead, next(self._tokens, self._ahead)
        return token

    def _heading(self) -> Path:
        """The table that `[a.b]` or `[[a.b]]` begins."""
        _, _, start = self._next()
        listed = self._ahead[0] == "["
        path = self._key(())
        if listed:
            self._lists[path] = self._lists.get(path, -1) + 1
        path = self._newest(path)
        self._values.setdefault(path, start)
        while self._ahead[0] == "]":
            self._next()
        return path

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._next()  # the equals sign
        self._value(path)

    def _key(self, path: Path) -> Path:
        """The path of a dotted key, seen from a table."""
        while self._ahead[0] in {"[", ".", _WORD}:
            kind, written, start = self._next()
            if kind == _WORD:
                path = (*self._newest(path), _plain(written))
                self._keys.setdefault(path, start)
        return path

    def _newest(self, path: Path) -> Path:
        """The last table so far of a list of tables; any other path itself."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _value(self, path: Path) -> None:
        kind, _, start = self._next()
        self._values.setdefault(path, start)
        if kind == "[":
            for number in self._items("]"):
                self._value((*path, number))
        elif kind == "{":
            for _ in self._items("}"):
                self._pair(path)
        else:
            while self._ahead[0] in {".", _WORD}:  # a number with decimals, a date with its time
                self._next()

    def _items(self, end: str) -> Iterator[int]:
        """The numbers of what stands between brackets; whoever asks reads each before the next."""
        number = 0
        while self._ahead[0] != end:
            if self._ahead[0] in {",", "\n"}:
                self._next()
            else:
                yield number
                number += 1
        self._next()


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        if found.lastgroup is not None:
            yield found[0] if found.lastgroup == "sign" else _WORD, found[0], found.start()
    yield _END, "", len(text)


def _plain(written: str) -> str:
    """A key without its quotation marks."""
    return tomllib.loads(f"key = {written}")["key"] if written[0] in "\"'" else written
