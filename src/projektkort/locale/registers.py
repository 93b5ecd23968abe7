"""Knows the words that stand before numbers of registers, from registers.yaml; the numbers are left to others."""

from __future__ import annotations

import re
from functools import cache

from projektkort.locale.files import file


@cache
def register_words() -> dict[str, str]:
    """Regular expressions for the words: `other`, `amount`, `and`, and one for each register of organisations."""
    told = file("registers")
    number = rf"[-._ ]?{_any(told['number'])}"
    other = rf"(?:{_any(told['short'])}{number}|{_any(told['other'])}(?:{number})?)"
    registers = {name: rf"{_any(words)}(?:{number})?" for name, words in told["organisation"].items()}
    return {"other": other, "amount": _any(told["amount"]), "and": _any(told["and"]), **registers}


def _any(words: list[str]) -> str:
    spelt = (re.escape(word).replace(r"\-", "[-._ ]?") for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(spelt)})"
