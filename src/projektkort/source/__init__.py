"""Sources: finding files, decoding their bytes, and showing a few of their lines."""

from projektkort.source.decode import Source, decode, read_file
from projektkort.source.excerpt import excerpts
from projektkort.source.find import Found, MissingPath, find

__all__ = ["Found", "MissingPath", "Source", "decode", "excerpts", "find", "read_file"]
