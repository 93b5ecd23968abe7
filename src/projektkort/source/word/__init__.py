"""Word and ODF files: their text as Markdown, and where each piece of it stood. What it means, the readers know."""

from __future__ import annotations

from projektkort.frozen import Frozen
from projektkort.source.word import docx, odt
from projektkort.source.word.archive import ZIP, Archive, Refused
from projektkort.source.word.markdown import write
from projektkort.source.word.unseen import unseen
from projektkort.span import Origin

__all__ = ["Converted", "Refused", "convert"]

_ODF_TEXT = b"application/vnd.oasis.opendocument.text"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a part of the file that Word makes of one with a password


class Converted(Frozen):
    """The text of a file as Markdown with the origins of its characters; `kind` is "docx" or "odt".

    `unseen` are all texts of the file, what is seen too, by where they stand: "comments", "properties", "hidden".
    """

    kind: str
    text: str
    origins: tuple[Origin, ...]
    unseen: tuple[tuple[str, str], ...]


def convert(raw: bytes) -> Converted:
    """The text of a Word or ODF file; raises Refused, and nothing else, where it cannot be read."""
    if not raw.startswith(ZIP):
        locked = raw.startswith(_OLD_OFFICE) and _LOCKED in raw
        older = raw.startswith((_OLD_OFFICE, b"{\\rtf"))
        raise Refused("password" if locked else "older" if older else "damaged")
    archive = Archive(raw)
    if (archive.read("mimetype") or b"").startswith(_ODF_TEXT):
        kind, content = "odt", odt.read(archive)
    else:
        kind, content = "docx", docx.read(archive)
    written = write(content)
    return Converted(kind, written.text, written.origins, tuple(unseen(archive)))
