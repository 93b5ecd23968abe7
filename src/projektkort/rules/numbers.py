"""Knows the numbers of organisations and accounts in a text by the words before them, and what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import accumulate
from typing import cast

from projektkort.frozen import Frozen
from projektkort.identity import PLAIN, Checker
from projektkort.locale.registers import register_labels
from projektkort.schema.kept import kept

LENGTHS = {"dk.cvr": 8, "dk.p": 10, "se.orgnr": 10, "no.orgnr": 9, "fi.ytunnus": 8, "no.kontonr": 11}
"""How many digits the numbers of each register have."""
UNCHECKED = frozenset({"dk.p"})
"""Of their control digits nothing is published."""
IBANS = {"DK": 18, "FI": 18, "IS": 26, "NO": 15, "SE": 24}
"""How many characters the account numbers of these countries have."""
ORGANISATION = "org"
"""The label that may mean any of these registers, by the language of the document."""
ORGANISATIONS = ("se.orgnr", "no.orgnr", "dk.cvr")
OWN = {"sv": "se.orgnr", "nb": "no.orgnr"}
LOOK_BACK = 60
SIGNS = " .:#()*_|=\t\r\n-\"'"
"""What may stand between a label and its number."""
# One byte a character: 0 for digits, and a blank for all beyond ASCII, where the blanks of typeset text stand too.
_BLANKS = b" ?" + bytes(range(0x80, 0x100))
_OUTLINE = bytes.maketrans(b"123456789" + _BLANKS, b"0" * 9 + b" " * len(_BLANKS))
# What five digits and blanks do not follow fails at once, as years do; written out is faster than with a count.
_DIGITS = re.compile(rb"0(?=[0 -]{5})[ -]?0[ -]?0[ -]?0[ -]?0(?:[ -]?0)+")
_BETWEEN = SIGNS.encode() + b"?" + bytes(range(0x80, 0xC0))  # and the signs beyond ASCII
_COUNTRIES = ("DK", "SE", "NO", "FI")
_COUNTRY = re.compile(rf"(?:{'|'.join(_COUNTRIES)})[ -]?\Z")
_IBAN = re.compile(r"[A-Za-z]{2}[0-9]{2}(?: ?[0-9A-Za-z])+")
_ACCOUNT = re.compile(r"[0-9](?:[ .]?[0-9]){4,}")


class Number(Frozen):
    """A number that a label tells the register of; `wrong` is "length", "check" or empty where it may be right."""

    start: int
    end: int
    text: str
    register: str
    wrong: str

    @property
    def digits(self) -> int:
        """How many letters and digits stand there."""
        return sum(map(str.isalnum, self.text))


def numbers_in(text: str, language: str | None) -> Iterator[Number]:
    """The numbers of organisations in a text, in order: six digits or more behind the name of their register."""
    coded = text.encode("latin-1", "replace")
    for run in _DIGITS.finditer(coded.translate(_OUTLINE)):
        first = max(0, run.start() - LOOK_BACK)
        if not coded[first : run.start()].rstrip(_BETWEEN).lower().endswith(_endings()):
            continue  # as most are, by a look that takes a tenth of the time
        before = text[first : run.start()].translate(PLAIN)
        label = _label(_COUNTRY.sub("", before).rstrip(SIGNS).rpartition("\n")[2])
        if label:
            yield from _told(text, run.start(), run.end(), label, language)


@cache
def _endings() -> tuple[bytes, ...]:
    """What a label ends with, or a country behind it, in small letters."""
    return tuple(word.encode("ascii") for word in (*register_labels().endings, *map(str.lower, _COUNTRIES)))


@kept
def _label(line: str) -> str | None:
    """The label that a line ends with, by its name in registers.yaml."""
    found = register_labels().pattern.search(line)
    return found.lastgroup if found else None


def _told(text: str, start: int, end: int, label: str, language: str | None) -> Iterator[Number]:
    """The number in the register that the label means.

    That of an “organisation number” is the one that it is right in, else the one of the document's language, else the
    one whose length it has; where there is none, nobody can tell what is wrong.
    """
    if label != ORGANISATION:
        yield _judged(text, start, end, label.replace("_", "."))
        return
    own = OWN.get(language or "")
    read = [_judged(text, start, end, register) for register in ORGANISATIONS]
    fitting = [number for number in read if number.wrong != "length"]
    named = [number for number in read if number.register == own]
    yield from [*(number for number in fitting if not number.wrong), *named, *fitting][:1]


def _judged(text: str, start: int, end: int, register: str) -> Number:
    end = _cut(text, start, end, LENGTHS[register])
    written = text[start:end]
    digits = re.sub(r"[^0-9]", "", written)
    if register == "se.orgnr" and len(digits) == 12 and digits.startswith("16"):
        digits = digits[2:]
    wrong = "length" if len(digits) != LENGTHS[register] else "" if is_valid(digits, register) else "check"
    return Number(start, end, written, register, wrong)


def is_valid(digits: str, register: str) -> bool:
    """Whether as many digits as there must be can be a number of the register."""
    if register in UNCHECKED:
        return True
    checker = cast("Checker", import_module(f"stdnum.{register}"))
    return checker.is_valid(digits) and (register != "se.orgnr" or digits[2] >= "2")  # below 2 it is a person's


def _cut(text: str, start: int, end: int, length: int) -> int:
    """Where a number of this length ends, should another stand behind it; else where all of it ends."""
    counts = accumulate(text[at].isalnum() for at in range(start, end))
    at = next((start + at + 1 for at, count in enumerate(counts) if count == length), end)
    return at if text[at : at + 1].isspace() else end


def ibans_in(text: str, start: int, end: int) -> Iterator[Number]:
    """The international account numbers between two places of a text, right or wrong."""
    for match in _IBAN.finditer(text.translate(PLAIN), start, end):
        length = IBANS.get(match.group()[:2].upper())
        stop = _cut(text, match.start(), match.end(), length) if length else match.end()
        written = text[match.start() : stop]
        compact = "".join(filter(str.isalnum, written)).upper()
        right = import_module("stdnum.iso7064.mod_97_10").is_valid(compact[4:] + compact[:4])
        wrong = "length" if length and len(compact) != length else "" if right else "check"
        yield Number(match.start(), stop, written, "iban", wrong)


def accounts_in(text: str, start: int, end: int) -> Iterator[Number]:
    """The Norwegian account number that stands between two places of a text, right or wrong."""
    match = _ACCOUNT.search(text.translate(PLAIN), start, end)
    if match:
        yield _judged(text, match.start(), match.end(), "no.kontonr")
