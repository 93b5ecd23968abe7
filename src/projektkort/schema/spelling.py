"""Knows when two spellings of a label are the same one. What a label means is left to `labels`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache, partial

from projektkort.schema.kept import kept

TAG = cache(partial(re.compile, r"<[^<>]*>"))
NOT_WORD = cache(partial(re.compile, r"[\W_]+"))
DIGRAPH = cache(
    partial(re.compile, r"a[ae]+|oe+")
)  # aa and ae stand for the letters at the end of the alphabet, and so does oe
BARE = str.maketrans({"\u00e6": "a", "\u00f8": "o", "\u00e5": "a", "\u00e4": "a", "\u00f6": "o", "\u00e9": "e"})
"""The first two have no accent that Unicode could take off; the others are in so many words that it need not do it."""

NUMBERING = cache(
    partial(re.compile, r"\W*(?:\d{1,2}(?:\.\d{1,2})*(?:[.):]|[.):]?\s)|(?:[A-Za-z]|[IVXivx]{1,5})[.)])\s*(?=\S)")
)
ALIKE = 0.9  # as near as a near miss
LONGEST = 200  # characters; a longer line is no label
BRACKET = cache(partial(re.compile, r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\W*$"))


@kept
def normalise(label: str) -> str:
    """The words of a label in lower case, without markup and punctuation, one space between them."""
    plain = TAG().sub(" ", label) if "<" in label else label
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    plain = plain.casefold()
    if plain.replace(" ", "").isalnum():  # as nearly all labels are: \w without the low line
        return " ".join(plain.split())
    return NOT_WORD().sub(" ", plain.replace("'", "").replace("\u2019", "")).strip()


@kept
def key(label: str) -> str:
    """The same for all spellings of a label: without spaces, and with or without the Nordic letters."""
    return folded(normalise(label).replace(" ", ""))


def folded(plain: str) -> str:
    """Lower-case words with the plain letters that are typed where the keyboard has no Nordic ones."""
    if not plain.isascii():
        plain = plain.translate(BARE)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    double = "aa" in plain or "ae" in plain or "oe" in plain
    return DIGRAPH().sub(lambda match: match[0][0], plain) if double else plain


def readings(label: str, before: frozenset[str], behind: frozenset[str]) -> tuple[str, ...]:
    """The keys under which a label is looked up, in turn.

    As it stands; without a bracket at its end; without a number at its start; and each of these without a year or
    a number at its end and without the words `before` and `behind` that do not change a label ("for the project").
    """
    if len(label) > LONGEST:
        return ()
    pieces = [label] if label.replace(" ", "").isalpha() else _pieces(label)
    words = [normalise(piece) for piece in pieces]
    spelt = dict.fromkeys([*words, *[_trimmed(each, before, behind) for each in words]])
    keys = [folded(each.replace(" ", "")) for each in spelt]
    return tuple(dict.fromkeys(filter(None, keys)))


def _pieces(label: str) -> Iterable[str]:
    """The label, without a bracket at its end, and without a number at its start."""
    number = NUMBERING().match(label)
    numberless = label[number.end() :] if number else label
    if ")" not in label and "]" not in label:
        return (label, numberless) if number else (label,)
    return dict.fromkeys((label, BRACKET().sub("", label), numberless, BRACKET().sub("", numberless)))


def _trimmed(words: str, before: frozenset[str], behind: frozenset[str]) -> str:
    """The words without what may stand around a label; at least one is left."""
    rest = words.split(" ")
    while len(rest) > 1:
        if rest[-1].isdecimal():
            del rest[-1]
        elif rest[-1] in _edges(behind, -1) and (size := _phrase(rest, behind, at_end=True)):
            del rest[-size:]
        elif rest[0] in _edges(before, 0) and (size := _phrase(rest, before, at_end=False)):
            del rest[:size]
        else:
            break
    return " ".join(rest)


@cache
def _edges(phrases: frozenset[str], at: int) -> frozenset[str]:
    """The first words of phrases, or the last ones: few labels have one of them at that end."""
    return frozenset(phrase.split(" ")[at] for phrase in phrases)


def _phrase(words: list[str], phrases: Collection[str], *, at_end: bool) -> int:
    """How many words at one end make one of the phrases, fewer than all; 0: none do."""
    for size in range(min(4, len(words) - 1), 0, -1):
        if " ".join(words[-size:] if at_end else words[:size]) in phrases:
            return size
    return 0


def corrected(written: str, meant: str) -> str | None:
    """The label that was meant, in capitals where they were written; None where more than that was written."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for what is misspelt

    if SequenceMatcher(None, key(written), key(meant)).ratio() < ALIKE or "(" in written:
        return None
    if written.isupper():
        return meant.upper()
    return (meant[:1].upper() if written[:1].isupper() else meant[:1].lower()) + meant[1:]
