"""Knows what a number says by its marks in one language; signs, currencies and words are left to its neighbours."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from projektkort.frozen import Frozen

SPACES = "\u0020\u00a0\u2007\u2009\u202f"
"""The spaces that people type within and beside figures; a TAB or a line break parts them."""

# No budget has more digits; with so few every product below is exact.
LONGEST = 18
EXACT = Context(prec=4 * LONGEST)
MILLION = Decimal(1_000_000)
_HUNDREDTH = Decimal("0.01")

# Digits with their marks. Spaces join only groups of three, so that neighbours in a line are not glued together.
# They begin with one digit, for which `re` looks at many times the speed of a choice.
NUMERAL = re.compile(rf"[0-9](?:[0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}})+(?![0-9])|[0-9]*)(?:[.,'’][0-9]+)*")
# People write them before millions: "1/2 mio.", "1 1/2 mio.". Elsewhere two numbers with a slash are a date.
FRACTION = re.compile(rf"(?:([0-9]{{1,3}})[{SPACES}]?)?(?:([½¼¾])|(?<![0-9])([13])/([24]))")
GROUPS = re.compile(rf"([1-9][0-9]{{0,2}})((?:[.,'’{SPACES}][0-9]{{3}})+)")
_ZEROS = bytes.maketrans(b"123456789\xbc\xbd\xbe", b"0" * 12)  # digits, and the signs of fractions in Latin-1
_QUARTERS = {"½": 2, "¼": 1, "¾": 3}


class Figure(Frozen, guarded=False):
    """One value; two when the marks leave two; none, with the reason, when they leave none."""

    values: tuple[Decimal, ...]
    reason: str = ""


def holds_number(text: str) -> bool:
    """Whether there is any figure that a number can begin with."""
    return b"0" in text.encode("latin-1", "replace").translate(_ZEROS)


def holds_fraction(text: str) -> bool:
    """Whether there is any sign of a half or a quarter."""
    return "½" in text or "¼" in text or "¾" in text


@cache
def _shapes(decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The well-formed numbers: without group marks, and in groups of three by one mark."""
    plain = re.compile(rf"(0|[1-9][0-9]*)(?:[{decimal}]([0-9]+))?")
    other = "," if decimal == "." else "."
    grouped = re.compile(
        rf"([1-9][0-9]{{0,2}}(?:([{other}{SPACES}'’])[0-9]{{3}})(?:\2[0-9]{{3}})*)(?:[{decimal}]([0-9]+))?"
    )
    return plain, grouped


def figure(text: str, decimal: str, scale: Decimal = Decimal(1)) -> Figure:
    """What the digits and marks of `text` say times `scale`, where `decimal` is the language's decimal mark.

    A decimal mark before exactly three digits could be a group mark, unless a zero or millions say otherwise; a lone
    group mark before millions could be a decimal mark. Then both values are given, the smaller first.
    """
    if len(text) > LONGEST and sum(map(str.isdigit, text)) > LONGEST:
        return Figure((), "long")
    if not text.isdecimal() and (match := FRACTION.fullmatch(text)):
        return Figure((times(_fraction(match), scale),))
    plain, grouped = _shapes(decimal)
    mark = ""
    if match := plain.fullmatch(text):
        whole, decimals = match[1], match[2] or ""
    elif match := grouped.fullmatch(text):
        whole, mark, decimals = match[1], match[2], match[3] or ""
    else:
        return Figure((), _fault(text, decimal))
    digits = whole.replace(mark, "") if mark else whole
    if not decimals and scale == 1:
        return Figure((Decimal(digits),))
    value = times(Decimal(f"{digits}.{decimals}" if decimals else digits), scale)
    thousand = Decimal(1000)
    if len(decimals) == 3 and digits != "0" and scale < MILLION:
        return Figure((value, times(value, thousand)), "marks")
    if mark in (".", ",") and len(digits) <= 6 and not decimals and scale >= MILLION:
        return Figure((times(value, Decimal("0.001")), value), "multiplier")
    return Figure((value,))


def agrees(product: Decimal, stated: Decimal) -> bool:
    """Whether an amount is a product in hundredths, or in whole units: who writes no hundredths rounds either way."""
    if stated == product.quantize(_HUNDREDTH, ROUND_HALF_UP):
        return True
    return stated == stated.to_integral_value() and abs(stated - product) < 1


def _fraction(match: re.Match[str]) -> Decimal:
    quarters = _QUARTERS[match[2]] if match[2] else int(match[3]) * 4 // int(match[4])
    return Decimal(match[1] or 0) + Decimal(quarters) / 4


def times(value: Decimal, factor: Decimal) -> Decimal:
    """The exact product, without an exponent or zeros behind its decimals."""
    product = EXACT.multiply(value, factor)
    whole = product.to_integral_value()
    return whole if whole == product else product.normalize(EXACT)


def _fault(text: str, decimal: str) -> str:
    other = "," if decimal == "." else "."
    if text[0] == "0" and text[1] != decimal:
        return "zeros"
    if decimal in text and other in text and text.rfind(other) > text.rfind(decimal):
        return "swapped"
    return "decimals" if re.fullmatch(rf"[0-9{SPACES}]+[{other}][0-9]{{1,2}}", text) else "grouping"
