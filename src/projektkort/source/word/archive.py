"""Knows how to open what people send: the zip of a Word or ODF file, never unpacked further than is safe."""

from __future__ import annotations

import lzma
import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

ZIP = b"PK\x03\x04"
MAX_UNPACKED = 60_000_000  # bytes of all parts that are read, however small the file
MAX_PARTS = 5_000
_ENCRYPTED = 0x1
# All that the module of the standard library raises for a zip that somebody broke, or broke on purpose.
_BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)


class Refused(Exception):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """A file that is not read; `reason` is a key: "password", "damaged", "incomplete", "oversized" or "older"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Archive:
    """The parts of a zip by name; raises Refused for whatever is wrong with it.

    One that lies within another may unpack what that has left.
    """

    def __init__(self, raw: bytes, within: Archive | None = None) -> None:
        try:
            self._zip = ZipFile(BytesIO(raw))
        except _BROKEN as error:
            raise Refused("damaged") from error
        self.names = tuple(dict.fromkeys(self._zip.namelist()))
        self._left: list[int] = within._left if within is not None else [MAX_UNPACKED]
        if len(self.names) > MAX_PARTS:
            raise Refused("oversized")

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, no more than the zip says that there are; None where there is none of that name."""
        if name not in self.names:
            return None
        part = self._zip.getinfo(name)
        if part.flag_bits & _ENCRYPTED:
            raise Refused("password")
        if part.file_size > self._left[0]:
            raise Refused("oversized")
        try:
            with self._zip.open(part) as file:
                raw = file.read(part.file_size)
        except _BROKEN as error:
            raise Refused("damaged") from error
        self._left[0] -= len(raw)
        return raw
