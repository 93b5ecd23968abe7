"""Sources: finding files, decoding their bytes, and showing a few of their lines."""

from projektkort.source.conceal import conceal
from projektkort.source.decode import Source, decode, read_bytes, read_file
from projektkort.source.excerpt import excerpts
from projektkort.source.find import Found, MissingPath, find
from projektkort.source.remote import Unreachable, is_remote, together

__all__ = [
    "Found",
    "MissingPath",
    "Source",
    "Unreachable",
    "conceal",
    "decode",
    "excerpts",
    "find",
    "is_remote",
    "read_bytes",
    "read_file",
    "together",
]
