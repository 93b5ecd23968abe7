"""Knows the numbers of organisations in text: Danish, Swedish, Norwegian, Finnish."""

from __future__ import annotations

import re
from functools import cache

from projektkort.identity.checks import stdnum
from projektkort.identity.signs import BETWEEN, PLAIN
from projektkort.locale.registers import register_words

ORGANISATIONS = {
    "dk.cvr": r"(?:DK ?-?)?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}",
    "se.orgnr": r"(?:16)?[0-9]{6} ?-? ?[0-9]{4}",
    "no.orgnr": r"(?:NO ?)?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
    "fi.ytunnus": r"[0-9]{7}-[0-9]",
}
"""How the numbers are written; alone, as the whole of a text, without blanks (20 30 40 50 may be a telephone)."""
_DIGIT = re.compile(r"[0-9\uff10-\uff19]")


def organisation(text: str) -> str | None:
    """The digits of the organisation number that stands in the text behind its register's name, or is all of it.

    Danish, Swedish, Norwegian or Finnish, checked by its control digit. The number of a sole trader in Sweden, which
    is that of a person, is none.
    """
    found = organisation_at(text)
    return found[0] if found else None


def organisation_at(text: str) -> tuple[str, int, int] | None:
    """The same digits, and the slice of the text that they and the name of their register are."""
    if not _DIGIT.search(text):
        return None
    plain = text.translate(PLAIN)
    for register, shape in ORGANISATIONS.items():
        alone = re.fullmatch(rf"\s*(?:{shape.replace(' ?', '')})\s*", plain)
        for match in (alone, _labelled(register).search(plain)):
            digits = re.sub(r"[^0-9]", "", match[match.lastindex or 0]) if match else ""
            if match and stdnum(register).is_valid(digits) and (register != "se.orgnr" or digits[-8] >= "2"):
                return digits, match.start(), match.end()
    return None


@cache
def _labelled(register: str) -> re.Pattern[str]:
    word = register_words()[register]
    return re.compile(rf"(?<![^\W\d_]){word}{BETWEEN}({ORGANISATIONS[register]})(?![^\W_])(?!-[0-9])", re.IGNORECASE)
