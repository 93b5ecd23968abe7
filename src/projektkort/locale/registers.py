"""Knows the words that stand before numbers of registers, from registers.yaml; the numbers are left to others."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from projektkort.locale.files import file

STEM = 8  # letters: many texts speak of persons and identities


class Labels(NamedTuple):
    """What may stand before a number that is then of a register: a pattern with a group for each, and its last words.

    Names have _ for the dot in those of registers; "org" is that of whatever register its document means.
    """

    pattern: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def register_labels() -> Labels:
    """The labels at the end of a text."""
    told = file("registers")
    number = rf"[-._ ]{{0,2}}{_any(told['number'])}"
    groups = []
    for name, words in told["label"].items():
        numbered = [rf"{_any(words['numbered'])}{number}"] if "numbered" in words else []
        plain = [rf"{_any(words['alone'])}(?:{number})?"] if "alone" in words else []
        groups.append(rf"(?P<{name.replace('.', '_')}>{'|'.join([*plain, *numbered])})")
    alone = [word for words in told["label"].values() for word in words.get("alone", ())]
    pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(groups)})\Z", re.IGNORECASE)
    return Labels(pattern, (*told["number"], *(word.rpartition("-")[2] for word in alone)))


@cache
def register_words() -> dict[str, str]:
    """Regular expressions for the words: `other`, `whole`, `and`, `person`, and one for each register of firms."""
    told = file("registers")
    number = rf"[-._ ]{{0,2}}{_any(told['number'])}"
    other = rf"(?:{_any(told['short'])}{number}|{_any(told['other'])}(?:{number})?)"
    registers = {name: rf"{_any(words)}(?:{number})?" for name, words in told["organisation"].items()}
    whole = rf"(?:{_any(told['unit'])}{number}|{_any(told['whole'])}(?:{number})?)"
    person = rf"{_any(told['person'])}(?:{number})?"
    return {"other": other, "whole": whole, "and": _any(told["and"]), "person": person, **registers}


@cache
def person_stems() -> tuple[bytes, ...]:
    """How the words for personal numbers begin: a text without any of these has none of the words.

    In ASCII, with a question mark for every other letter.
    """
    return tuple(dict.fromkeys(word[:STEM].encode("ascii", "replace") for word in file("registers")["person"]))


def _any(words: list[str]) -> str:
    spelt = (re.escape(word).replace(r"\-", "[-._ ]?") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(spelt)})"
