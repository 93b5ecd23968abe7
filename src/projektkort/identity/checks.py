"""Knows whether digits can be a personal identity number: dates and check digits, by python-stdnum."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

CENTURIES = ("18", "19", "20")


class Checker(Protocol):
    """What is asked of a module of python-stdnum."""

    def is_valid(self, number: str) -> bool: ...


def stdnum(name: str) -> Checker:
    """A module of python-stdnum, loaded when there is something to check."""
    return cast("Checker", import_module(f"stdnum.{name}"))


def is_finnish(number: str) -> bool:
    """Whether it is a Finnish number, in its only form."""
    return stdnum("fi.hetu").is_valid(number)


def is_personal(date: str, serial: str, sign: str = "") -> bool:
    """Whether date and check digits are those of some country; `sign` is what stands between them."""
    plus = sign == "+"
    match len(date), len(serial):
        case 6, 4:
            danish = not plus and stdnum("dk.cpr").is_valid(date + serial)
            return danish or is_swedish(date, serial, plus=plus) or is_finnish(date + sign + serial)
        case 6, 5:
            return not plus and stdnum("no.fodselsnummer").is_valid(date + serial)
        case 8, 4:
            return date.startswith(CENTURIES) and is_swedish(date, serial, plus=plus)
    return False


def is_named(digits: str) -> bool:
    """Whether digits that are told to be a personal number are one, also with the year of birth in four digits."""
    if len(digits) == 12 and digits[4:6] in CENTURIES and is_personal(digits[:4] + digits[6:8], digits[8:]):
        return True
    at = 8 if len(digits) == 12 else 6
    return is_personal(digits[:at], digits[at:])


def is_swedish(date: str, serial: str, *, plus: bool) -> bool:
    """Luhn over ten digits, and a date; a coordination number has 60 added to its day."""
    day = int(date[-2:])
    born = f"{date[:-2]}{day - 60 if day > 60 else day:02}{'+' if plus else '-'}{serial}"
    try:
        import_module("stdnum.se.personnummer").get_birth_date(born)
    except ValueError:
        return False
    return stdnum("luhn").is_valid(date[-6:] + serial)
