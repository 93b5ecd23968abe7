"""Knows how the bytes of one file become text, and what is wrong with that text. Finding files, `find` knows."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from projektkort.finding import Fix, Problem
from projektkort.frozen import Frozen, replace
from projektkort.identity import find_personal, mask
from projektkort.source.characters import problems_of_text, sample
from projektkort.source.encoding import encoding_of, is_plausible, text_of
from projektkort.source.remote import content, is_remote
from projektkort.span import Lines, Origin, Place

MAX_BYTES = 10_000_000
MAX_WORD_BYTES = 100_000_000  # a short application, and photographs as the telephone took them
_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows would change line breaks
_PIECE = 1 << 16  # bytes read at first: few documents have more
_LARGE_PIECE = 1 << 20
STDIN = "-"
WORD_ENDINGS = (".docx", ".docm", ".odt")

_ZIP = b"PK\x03\x04"
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (_ZIP, "archive"),
    (b"\xd0\xcf\x11\xe0", "word"),
    (b"{\\rtf", "word"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
_BEGINNINGS = tuple(signature for signature, _ in _SIGNATURES)
_OFFICE = ((b"word/", "word"), (b"opendocument.text", "word"), (b"xl/", "excel"), (b"opendocument.spread", "excel"))
_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")


class Source(Frozen):
    """The text of one file or of standard input, with its path as shown and what is wrong with its characters.

    `text` is as written, without the byte order mark, and with a bullet for every digit of a personal number: nobody
    behind this door can tell one. That of a Word or ODF file is Markdown, and its lines know where they stood in it.
    `sha256` is that of the bytes; `encoding` is one of "utf-8", "utf-16-le", "utf-16-be", "cp1252", "docx", "odt", and
    "" where nothing could be read.
    """

    path: str
    text: str
    lines: Lines
    sha256: str
    encoding: str
    problems: tuple[Problem, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """The characters from `start` to `end`."""
        return Place(self.lines, start, end)


def read_file(path: str | os.PathLike[str]) -> Source:
    """The source of a file; one that cannot be read is an empty source with a problem. Never raises for a file."""
    raw = read_bytes(path)
    return raw if isinstance(raw, Source) else decode(raw, _shown(path))


def read_bytes(path: str | os.PathLike[str]) -> bytes | Source:
    """The bytes of a file, one more at most than it may have; of one that cannot be read what `read_file` gives."""
    try:
        most = _most(os.fspath(path)) + 1
        return content(os.fspath(path), most) if is_remote(os.fspath(path)) else _content(path, most)
    except OSError as error:
        reason = _reason(error)
    except ValueError:  # a NUL inside the path
        reason = "other"
    return _empty(_shown(path), hashlib.sha256().hexdigest(), "file-unreadable", reason)


def _shown(path: str | os.PathLike[str]) -> str:
    """The path with slashes; a URL as it is."""
    return os.fspath(path) if is_remote(os.fspath(path)) else Path(path).as_posix()


def _content(path: str | os.PathLike[str], most: int) -> bytes:
    """So many bytes of a file, or all it has; a short one costs two calls of the system, and no buffer is made."""
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        pieces = [os.read(file, min(most, _PIECE))]
        while pieces[-1] and (left := most - sum(map(len, pieces))):
            pieces.append(os.read(file, min(left, _LARGE_PIECE)))
    finally:
        os.close(file)
    return b"".join(pieces)


def decode(raw: bytes, path: str, sha256: str | None = None) -> Source:
    """The text of the bytes, whatever their encoding; what had to be guessed, or is no text, is a problem.

    `sha256` is that of the bytes, for those who know it already.
    """
    most, sha256 = _most(path), sha256 or hashlib.sha256(raw).hexdigest()
    if len(raw) > most:
        return _empty(path, sha256, "file-too-large", f"{most // 1_000_000} MB")
    if raw and _is_word(path) and _not_text(raw) not in {"pdf", "image"}:
        return _word(raw, path, sha256)
    encoding = encoding_of(raw)
    kind = None if encoding.startswith("utf-16") else _not_text(raw)
    if kind:
        variant = "renamed" if raw.startswith(_ZIP) else "older"
        return _empty(path, sha256, "not-text", kind, variant if kind == "word" else "")
    text, encoding, legacy = text_of(raw, encoding)
    source = _checked(path, sha256, text, encoding)
    return replace(source, problems=(legacy_problem(source.lines, legacy), *source.problems)) if legacy else source


def _is_word(path: str) -> bool:
    return path.lower().endswith(WORD_ENDINGS)


def _most(path: str) -> int:
    """How many bytes a file with this name may have."""
    return MAX_WORD_BYTES if _is_word(path) else MAX_BYTES


def _word(raw: bytes, path: str, sha256: str) -> Source:
    """The source of a Word or ODF file: its text as Markdown, with the personal numbers wherever it holds any."""
    from projektkort.source.word import Refused, convert  # noqa: PLC0415 - most files are plain text

    try:
        made = convert(raw)
    except Refused as refused:
        return _empty(path, sha256, "word-unreadable", refused.reason)
    source, seen = _checked(path, sha256, made.text, made.kind, made.origins), _personal_digits(made.text)
    unseen = dict.fromkeys(area for area, text in made.unseen if not _personal_digits(text) <= seen)
    start = Place(Lines(""), 0, 0)  # it stands nowhere in the text
    hidden = (Problem(start, rule="personal-number", variant="unseen", area=area) for area in unseen)
    return replace(source, problems=(*source.problems, *hidden))


def _checked(path: str, sha256: str, text: str, encoding: str, origins: Sequence[Origin] = ()) -> Source:
    """The source of a text, with what is wrong with its characters."""
    personal = list(find_personal(text))
    lines = Lines(mask(text) if personal else text, origins)
    problems = [*problems_of_text(lines)]
    problems += [Problem(Place(lines, start, end), rule="personal-number") for start, end in personal]
    return Source(path, lines.text, lines, sha256, encoding, tuple(problems))


def _personal_digits(text: str) -> set[str]:
    """The personal numbers of a text, however they are written."""
    return {"".join(filter(str.isdecimal, text[start:end])) for start, end in find_personal(text)}


def _not_text(raw: bytes) -> str | None:
    """Which kind of file this is, when it is not one of text."""
    if not raw.startswith(_BEGINNINGS):
        return "other" if b"\0" in raw else None
    kind = next(kind for signature, kind in _SIGNATURES if raw.startswith(signature))
    if kind == "archive":
        return next((office for part, office in _OFFICE if part in raw), kind)
    return kind


def legacy_problem(lines: Lines, numbers: list[int]) -> Problem:
    """Shows a line as it was read, the first with a letter beyond ASCII, so that a person can judge it."""
    letters = ((number, _LETTER.search(lines.line(number))) for number in numbers)
    number, letter = next(((n, found) for n, found in letters if found), (numbers[0], None))
    line, start = lines.line(number), lines.starts[number - 1]
    place = Place(lines, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    fix = Fix((), safe=True) if is_plausible(lines.text) else None  # letters that were a guess are not to be kept
    shown = sample(lines, start + (letter.start() if letter else 0))
    return Problem(place, rule="encoding-legacy", sample=shown, fix=fix)


def _empty(path: str, sha256: str, rule: str, reason: str, variant: str = "") -> Source:
    lines = Lines("")
    problem = Problem(Place(lines, 0, 0), rule=rule, variant=variant, reason=reason)
    return Source(path, "", lines, sha256, "", (problem,))


def _reason(error: OSError) -> str:
    """The key of the words for why a file could not be read."""
    reasons: tuple[tuple[type[OSError], str], ...] = (
        (FileNotFoundError, "vanished"),
        (PermissionError, "permission"),
        (IsADirectoryError, "folder"),
    )
    return next((reason for kind, reason in reasons if isinstance(error, kind)), "other")
