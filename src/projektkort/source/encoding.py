"""Knows which encoding bytes are in, the text that they are, and how a text that was changed becomes bytes again."""

from __future__ import annotations

import codecs
import re
from functools import cache, partial

from projektkort.frozen import Frozen
from projektkort.identity import BULLET

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What people write in the north. Read as Windows-1252, the letters of another old encoding are mostly other signs, or
# quotation marks inside words.
_NORDIC = cache(
    partial(
        re.compile,
        "[\x00-\x7f\xa0\xa3\xa7\xab\xb0\xb2\xb4\xb7\xbb-\xbd\xc0-\xd6\xd8-\xf6\xf8-\xff"
        f"{BULLET}\u2013\u2014\u2018-\u201e\u2026\u20ac]*",
    )
)
_STRAY = cache(partial(re.compile, r"\w[\u2018\u201a\u201c-\u201e]\w|[^\W\d_]\xbd|\xc3[\xa0-\xbf]"))
# Windows-1252, where five bytes mean nothing: those are read as Latin-1 has them.
_CP1252 = "".join(
    chr(byte) if letter == "\ufffd" else letter
    for byte, letter in enumerate(bytes(range(256)).decode("cp1252", "replace"))
)

_WINDOWS = {ord(letter): byte for byte, letter in enumerate(_CP1252)}


class Original(Frozen):
    """The text of a file to the letter, with nothing masked: for the one who writes it again, and nobody else.

    `mark` is its byte order mark. `exact` says that its bytes come again when it is written in its encoding, and that
    this is no guess: other letters in another encoding would be lost among those of the file.
    """

    text: str
    mark: bytes
    encoding: str
    exact: bool

    def written(self, text: str) -> bytes | None:
        """Another text in the same encoding; None where that has not all of its letters."""
        try:
            return self.mark + _written(text, self.encoding)
        except UnicodeEncodeError:
            return None


def original(raw: bytes) -> Original:
    """The text that `decode` reads from bytes of text."""
    text, encoding, _ = text_of(raw, encoding_of(raw))
    mark = next((mark for mark, of in _BOMS if raw.startswith(mark) and encoding in {of, "cp1252"}), b"")
    exact = mark + _written(text, encoding) == raw and (encoding != "cp1252" or is_plausible(text))
    return Original(text, mark, encoding, exact)


def is_plausible(text: str) -> bool:
    """Whether a text that was read as Windows-1252 holds only what people write in the north."""
    return bool(_NORDIC().fullmatch(text)) and not _STRAY().search(text)


def encoding_of(raw: bytes) -> str:
    """What the byte order mark says, else UTF-16 where NULs alternate with other bytes, else UTF-8."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding
    if b"\0" not in raw:
        return "utf-8"
    even, odd = raw[:4096:2].count(0), raw[1:4096:2].count(0)
    half = len(raw[:4096]) / 2
    if max(even, odd) > 0.7 * half and min(even, odd) < 0.05 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def text_of(raw: bytes, encoding: str) -> tuple[str, str, list[int]]:
    """The text, its encoding, and the numbers of the lines that had to be read as Windows-1252."""
    if encoding.startswith("utf-16"):
        return raw.decode(encoding, "replace").removeprefix("\ufeff"), encoding, []
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode(), encoding, []
    except UnicodeDecodeError:
        return _text_with_legacy(raw.removeprefix(codecs.BOM_UTF8))


def _text_with_legacy(raw: bytes) -> tuple[str, str, list[int]]:
    """Text that is not UTF-8 throughout: Windows-1252, or UTF-8 into which a few such lines were pasted."""
    pieces, legacy, modern = [], [], 0
    for number, line in enumerate(raw.splitlines(keepends=True), 1):
        try:
            pieces.append(line.decode("utf-8"))
            modern += not line.isascii()
        except UnicodeDecodeError:
            pieces.append(_windows(line))
            legacy.append(number)
    if modern > len(legacy):
        return "".join(pieces), "utf-8", legacy
    return _windows(raw), "cp1252", legacy


def _windows(raw: bytes) -> str:
    return codecs.charmap_decode(raw, "strict", _CP1252)[0]


def _written(text: str, encoding: str) -> bytes:
    if encoding == "cp1252":
        return codecs.charmap_encode(text, "strict", _WINDOWS)[0]
    return text.encode(encoding)
