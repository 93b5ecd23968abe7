"""Knows where personal identity numbers stand in a text, and how they are masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from projektkort.identity.checks import is_finnish, is_named, is_personal, is_swedish
from projektkort.identity.signs import BETWEEN, BULLET, PLAIN, bare
from projektkort.locale.registers import person_stems, register_words
from projektkort.patterns import late

# Six digits and four or five, eight and four, or the Finnish form; a wrapped line may break behind the hyphen, and the
# next be indented.
# What goes on with digits is a longer number, a version or an amount, and no personal number; but nobody writes an
# amount, a version or a word with a hyphen just there.
CANDIDATE = late(
    r"(?<![0-9+])(?<![0-9•][.:-])"
    r"(?:(?<![^\W_])|(?<=cpr)|(?=[0-9]{6}(?:[0-9]{2})?[-+][0-9]{4}))(?:(?<!\#)|(?=[0-9]{6,8} ?[-+]))"
    r"(?<![0-9•]/(?=[0-9]{10}))"
    r"(?:(?P<date>(?:[0-9]{2})?[0-9]{6}|[0-9]{2}(?P<mark>[ ./-])[0-9]{2}(?P=mark)[0-9]{2}(?= ?-))"
    r"(?P<joint> ?\\?(?P<sign>[-+])(?:\\?[-+])? ?(?:\r?\n[ \t]{0,12})?|(?P<slash> ?/ ?)| )?(?P<serial>[0-9]{4,5})"
    r"|(?P<finnish>[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]))"
    r"(?![0-9])(?!-[0-9•])"
    r"(?(sign)(?![^\W\d_]{0,12}-[^\W_])|(?![^\W_]|•)(?!\.[0-9•]))"
    r"(?(joint)|(?![.,:][0-9]{1,2}(?![. ]?[0-9]))(?! ?(?:%|€|,-|kr\b|dkk\b|sek\b|nok\b|eur\b)))",
    re.IGNORECASE,
)
LOOK_BACK = 80
"""How many characters before a number its word may begin."""
APART = r"[\W_]{0,3}"
"""What may stand between the digits of a number that a word tells to be one."""
NAMED = tuple(late(rf"[0-9](?:{APART}[0-9]){{{count - 1}}}(?![0-9])") for count in (12, 11, 10))
_LOOK_AHEAD = 56  # characters of the longest candidate and of what may not follow it
# One byte for each character: 0 for a digit and for what may stand for one, or for a hyphen or a blank: the signs of
# Latin-1 beyond ASCII, and "?", which stands for all beyond Latin-1; a for its letters.
# Wherever CANDIDATE begins, _DIGITS does; wherever one of NAMED is, _LONG is.
_SIGNS = bytes([*range(0x80, 0xC0), 0xD7, 0xF7])  # the last two are × and ÷
_LETTERS = bytes(set(range(0xC0, 0x100)) - {*_SIGNS})
_OUTLINE = bytes.maketrans(b"123456789?" + _SIGNS + _LETTERS, b"0" * 10 + b"0" * len(_SIGNS) + b"a" * len(_LETTERS))
_DIGITS = re.compile(
    rb"0(?=00000(?:(?:00)?[-+/ \\\r\n\t0]{0,22}0000|[-+A-Za-z0]000)"
    rb"|0[- ./0]00[- ./0]00[-+ \\\r\n\t0]{1,22}0000)"
)
_LONG = re.compile(rb"0(?<!00)(?:[^A-Za-z0]{0,3}+0){9}")
_FEWEST = 9  # digits, or what may hide one, in either of them
_JOINING = b" \t\r\n\f\v\x1c\x1d\x1e\x1f.:#()*_=\"'|-?"
_FAR = 400  # characters before a number among which its word is; they are looked at where no more are blank


def find_personal(text: str) -> Iterator[tuple[int, int]]:
    """The slices of `text` that hold a personal identity number, in order and apart.

    It is read twice where it has signs that nobody sees: as it is written, and as it is seen.
    """
    found = _read(text)
    if seen := bare(text):
        found += [(seen.place(start), _end(text, seen.place(stop - 1))) for start, stop in _read(seen.text)]
    return _apart(found)


def mask(text: str) -> str:
    """The text with a bullet for every digit of every personal identity number, and nothing else changed."""
    pieces, at = [], 0
    for start, stop in find_personal(text):
        pieces += [text[at:start], *(BULLET if c.isdecimal() else c for c in text[start:stop])]
        at = stop
    return "".join([*pieces, text[at:]])


def _end(text: str, at: int) -> int:
    """Where the sign ends that stands at a place: an entity has several characters."""
    return text.index(";", at) + 1 if text[at] == "&" else at + 1


def _apart(slices: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Slices in order, those that overlap as one."""
    start = stop = 0
    for first, last in sorted(slices):
        if first < stop:
            stop = max(stop, last)
            continue
        if stop:
            yield start, stop
        start, stop = first, last
    if stop:
        yield start, stop


def _read(text: str) -> list[tuple[int, int]]:
    """The slices as they are found, in any order."""
    outline = _outline(text)
    return [*_bare(text, outline), *_named(text, outline)] if outline.count(b"0") >= _FEWEST else []


def _outline(text: str) -> bytes:
    return text.encode("latin-1", "replace").translate(_OUTLINE)


def _bare(text: str, outline: bytes) -> Iterator[tuple[int, int]]:
    """Where numbers stand that need no word in front of them.

    Only where its outline has enough digits together is the text looked at, with what stands around them.
    """
    done = 0
    for digits in _DIGITS.finditer(outline):
        start = digits.start()
        if start < done or text[start - 1 : start].isdecimal():
            continue
        first = max(0, start - LOOK_BACK - 1)
        plain = text[first : start + _LOOK_AHEAD].translate(PLAIN)
        match = CANDIDATE.match(plain, start - first)
        if match:
            done = first + match.end()
            if _is_personal(match) and (not _of_other_register(plain, match) or _of_sole_trader(plain, match)):
                yield start, done


def _named(text: str, outline: bytes) -> Iterator[tuple[int, int]]:
    """Where numbers stand in parts behind a word for personal numbers; however they are parted, they are such."""
    before = (text[max(0, run.start() - _FAR) : run.start()] for run in _LONG.finditer(outline))
    if not any(map(_may_be_told, before)):
        return
    plain = text.translate(PLAIN)
    for word in _person().finditer(plain):
        tried = (each.match(plain, word.end()) for each in NAMED)
        match = next((match for match in tried if match and is_named(re.sub(r"[^0-9]", "", match[0]))), None)
        if match and not (match[0].isdecimal() and len(match[0]) == 10):  # a P-number may be told as "pnr"
            yield match.span()


def _may_be_told(before: str) -> bool:
    """Whether a word for personal numbers may stand at the end of what is before one."""
    letters = before.encode("ascii", "replace").lower().rstrip(_JOINING)
    if len(before) == _FAR and len(letters) < LOOK_BACK:
        return True  # the word may begin before them
    return not letters or any(stem in letters[-LOOK_BACK:] for stem in person_stems())


def _is_personal(match: re.Match[str]) -> bool:
    """Whether date and check digits are those of some country."""
    if match["finnish"]:
        return is_finnish(match["finnish"])
    serial = match["serial"]
    if (match["mark"] or match["slash"]) and serial.startswith(("19", "20")):
        return False  # 01.05.24-2026 is a time
    return is_personal(re.sub(r"[^0-9]", "", match["date"]), serial, match["sign"] or "")


def _of_sole_trader(plain: str, match: re.Match[str]) -> bool:
    """Whether a number told as an organisation's is a person's: that of a Swedish firm would have no month in it."""
    if match["finnish"]:
        return True  # no register has numbers of that form
    number = re.sub(r"[^0-9]", "", match["date"])
    named = _swedish_firm().search(plain, max(0, match.start() - LOOK_BACK), match.start())
    return named is not None and is_swedish(number, match["serial"], plus=False)


def _of_other_register(plain: str, match: re.Match[str]) -> bool:
    """Whether the word in front of the number, or of the list that it stands in, names another register.

    A word for an amount or a telephone is none in front of a number that is written in two parts, and neither is a
    list of other numbers.
    """
    pattern = _other_register(match["joint"] is not None)
    return pattern.search(plain, max(0, match.start() - LOOK_BACK), match.start()) is not None


@cache
def _other_register(joined: bool) -> re.Pattern[str]:
    words = register_words()
    if joined:
        return re.compile(rf"(?<![^\W\d_]){words['other']}{BETWEEN}\Z", re.IGNORECASE)
    listed = rf"(?:[0-9]{{10}}(?:\s*[,;&/+]\s*|\s+{words['and']}\s+))*"
    # A Danish account is told with the four digits of the bank in front.
    other = rf"(?:{words['other']}|{words['whole']})"
    return re.compile(rf"(?<![^\W\d_]){other}{BETWEEN}(?:[0-9]{{4}}[ -]+)?{listed}\Z", re.IGNORECASE)


@cache
def _swedish_firm() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){register_words()['se.orgnr']}{BETWEEN}\Z", re.IGNORECASE)


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){register_words()['person']}-?{BETWEEN}(?=[0-9])", re.IGNORECASE)
