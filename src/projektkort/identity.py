"""Knows personal identity numbers (Danish, Swedish, Norwegian, Finnish) and organisation numbers in text.

Whether a number is one is decided by its shape, its date and check digits (python-stdnum) and the word in front of it.
What is said about it is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from projektkort.locale.registers import register_words
from projektkort.patterns import late

BULLET = "\N{BULLET}"
# Full-width digits, the hyphens and the blanks of typeset text, one character for one, so that places stay.
WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0B: "+"}
HYPHENS = dict.fromkeys((0xAD, *range(0x2010, 0x2015), 0x2212, 0xFF0D), "-")
PLAIN = WIDE | HYPHENS | dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F, 0x3000), " ")
# Six digits and four or five, eight and four, or the Finnish form; a wrapped line may break behind the hyphen, and the
# next be indented.
# What goes on with digits is a longer number, a version or an amount, and no personal number; but nobody writes an
# amount with a hyphen or a blank just there.
CANDIDATE = late(
    r"(?:(?<![^\W_])|(?<=cpr))(?<![+#])(?<![0-9•][.:-])(?<![0-9•]/(?=[0-9]{10}))"
    r"(?:(?P<date>(?:[0-9]{2})?[0-9]{6}|[0-9]{2}(?P<mark>[ .])[0-9]{2}(?P=mark)[0-9]{2}(?= ?-))"
    r"(?P<joint> ?\\?[-+] ?(?:\r?\n[ \t]{0,12})?| )?(?P<serial>[0-9]{4,5})"
    r"|(?P<finnish>[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]))"
    r"(?![^\W_])(?!-[0-9•])(?!\.[0-9•])"
    r"(?(joint)|(?![.,:][0-9]{1,2}(?![. ]?[0-9]))(?! ?(?:%|€|,-|kr\b|dkk\b|sek\b|nok\b|eur\b)))",
    re.IGNORECASE,
)
BETWEEN = r"[.:#()*_=\"'\s]*(?:\|[ \t*_\"']*)?"
"""What may stand between the name of a register and its number: signs, and the border of a cell on the same line."""
ORGANISATIONS = {
    "dk.cvr": r"(?:DK ?-?)?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}",
    "se.orgnr": r"(?:16)?[0-9]{6} ?-? ?[0-9]{4}",
    "no.orgnr": r"(?:NO ?)?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
    "fi.ytunnus": r"[0-9]{7}-[0-9]",
}
"""How the numbers are written; alone, as the whole of a text, without blanks (20 30 40 50 may be a telephone)."""
LOOK_BACK = 80
"""How many characters before a number its word may begin."""
_LOOK_AHEAD = 40  # characters of the longest candidate and of what may not follow it
# One byte for each character: 0 for a digit and for all beyond ASCII, where wide digits, hyphens and blanks stand too.
# Wherever CANDIDATE begins, _DIGITS does.
_OUTLINE = bytes.maketrans(b"123456789?", b"0" * 10)
_DIGITS = re.compile(
    rb"0(?=00000(?:(?:00)?[-+ \\\r\n\t0]{0,18}0000|[-+A-Za-z0]000)"
    rb"|0[ .0]00[ .0]00[-+ \\\r\n\t0]{1,18}0000)"
)


class Checker(Protocol):
    """What this module asks of a module of python-stdnum."""

    def is_valid(self, number: str) -> bool: ...


def find_personal(text: str) -> Iterator[tuple[int, int]]:
    """The slices of `text` that hold a personal identity number, in order.

    Only where its outline has enough digits together is the text looked at, with what stands around them.
    """
    done = 0
    for outline in _DIGITS.finditer(text.encode("ascii", "replace").translate(_OUTLINE)):
        start = outline.start()
        if start < done or text[start - 1 : start].isdecimal():
            continue
        first = max(0, start - LOOK_BACK - 1)
        plain = text[first : start + _LOOK_AHEAD].translate(PLAIN)
        match = CANDIDATE.match(plain, start - first)
        if match:
            done = first + match.end()
            if _is_personal(match) and (not _of_other_register(plain, match) or _of_sole_trader(plain, match)):
                yield start, done


def mask(text: str) -> str:
    """The text with a bullet for every digit of every personal identity number, and nothing else changed."""
    pieces, at = [], 0
    for start, stop in find_personal(text):
        pieces += [text[at:start], *(BULLET if c.isdecimal() else c for c in text[start:stop])]
        at = stop
    return "".join([*pieces, text[at:]])


def organisation(text: str) -> str | None:
    """The digits of the organisation number that stands in the text behind its register's name, or is all of it.

    Danish, Swedish, Norwegian or Finnish, checked by its control digit. The number of a sole trader in Sweden, which
    is that of a person, is none.
    """
    found = organisation_at(text)
    return found[0] if found else None


def organisation_at(text: str) -> tuple[str, int, int] | None:
    """The same digits, and the slice of the text that they and the name of their register are."""
    plain = text.translate(PLAIN)
    for register, shape in ORGANISATIONS.items():
        alone = re.fullmatch(rf"\s*(?:{shape.replace(' ?', '')})\s*", plain)
        for match in (alone, _labelled(register).search(plain)):
            digits = re.sub(r"[^0-9]", "", match[match.lastindex or 0]) if match else ""
            if match and _stdnum(register).is_valid(digits) and (register != "se.orgnr" or digits[-8] >= "2"):
                return digits, match.start(), match.end()
    return None


def _is_personal(match: re.Match[str]) -> bool:
    """Whether date and check digits are those of some country."""
    if match["finnish"]:
        return _stdnum("fi.hetu").is_valid(match["finnish"])
    date, serial = re.sub(r"[ .]", "", match["date"]), match["serial"]
    sign = (match["joint"] or "").strip(" \\\r\n\t")
    plus = sign == "+"
    if match["mark"] and serial[:2] in ("19", "20"):
        return False  # 01.05.24-2026 is a time
    match len(date), len(serial):
        case 6, 4:
            danish = not plus and _stdnum("dk.cpr").is_valid(date + serial)
            return danish or _is_swedish(date, serial, plus) or _stdnum("fi.hetu").is_valid(date + sign + serial)
        case 6, 5:
            return not plus and _stdnum("no.fodselsnummer").is_valid(date + serial)
        case 8, 4:
            return date[:2] in ("18", "19", "20") and _is_swedish(date, serial, plus)
    return False


def _is_swedish(date: str, serial: str, plus: bool) -> bool:
    """Luhn over ten digits, and a date; a coordination number has 60 added to its day."""
    day = int(date[-2:])
    born = f"{date[:-2]}{day - 60 if day > 60 else day:02}{'+' if plus else '-'}{serial}"
    try:
        import_module("stdnum.se.personnummer").get_birth_date(born)
    except ValueError:
        return False
    return _stdnum("luhn").is_valid(date[-6:] + serial)


def _of_sole_trader(plain: str, match: re.Match[str]) -> bool:
    """Whether it is told as the organisation number of a Swede: that of a firm would have no month in it."""
    number = re.sub(r"[^0-9]", "", match["date"] or "")
    named = _labelled_end("se.orgnr").search(plain, max(0, match.start() - LOOK_BACK), match.start())
    return named is not None and _is_swedish(number, match["serial"], plus=False)


def _of_other_register(plain: str, match: re.Match[str]) -> bool:
    """Whether the word in front of the number, or of the list that it stands in, names another register.

    A word for an amount or a telephone is none in front of a number that is written in two parts.
    """
    pattern = _other_register(match["joint"] is not None)
    return pattern.search(plain, max(0, match.start() - LOOK_BACK), match.start()) is not None


@cache
def _other_register(joined: bool) -> re.Pattern[str]:
    words = register_words()
    other = words["other"] if joined else f"(?:{words['other']}|{words['whole']})"
    listed = rf"(?:[0-9]{{10}}(?:\s*[,;&/+]\s*|\s+{words['and']}\s+))*"
    # A Danish account is told with the four digits of the bank in front.
    return re.compile(rf"(?<![^\W\d_]){other}{BETWEEN}(?:[0-9]{{4}}[ -]+)?{listed}\Z", re.IGNORECASE)


@cache
def _labelled_end(register: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){register_words()[register]}{BETWEEN}\Z", re.IGNORECASE)


@cache
def _labelled(register: str) -> re.Pattern[str]:
    word = register_words()[register]
    return re.compile(rf"(?<![^\W\d_]){word}{BETWEEN}({ORGANISATIONS[register]})(?![^\W_])(?!-[0-9])", re.IGNORECASE)


def _stdnum(name: str) -> Checker:
    """A module of python-stdnum, loaded when there is something to check."""
    return cast("Checker", import_module(f"stdnum.{name}"))
