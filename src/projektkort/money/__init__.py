"""Reads amounts as Danish, Swedish, Norwegian and English writers write them; `locale` writes them out."""

from projektkort.money.count import split_quantity
from projektkort.money.figure import agrees, holds_number
from projektkort.money.heading import currency_of, unit_of
from projektkort.money.line import head, tail
from projektkort.money.model import Money, Reading, Split, State
from projektkort.money.prose import find
from projektkort.money.whole import read, readings

__all__ = [
    "Money",
    "Reading",
    "Split",
    "State",
    "agrees",
    "currency_of",
    "find",
    "head",
    "holds_number",
    "read",
    "readings",
    "split_quantity",
    "tail",
    "unit_of",
]
