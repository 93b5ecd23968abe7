"""Measures how well personal identity numbers are told from what only looks like one: precision and recall by class.

`python benchmarks/identities.py [--each 60] [--shown 5]` makes the same texts each time, each with the numbers that
must be found in it, in whole; exit 1 below 99 % of either.

What a text holds is so by construction: a number is given the date and the check digits that its register asks for
(python-stdnum agrees), and what looks alike is the number of something else, with its word before it or in a form
that no personal number has. One class cannot be decided by anybody: ten digits in one piece with a valid date and no
word before them may be a Dane or the number of a bank account. They count as personal numbers, for the writer can put
a word before a case number, but nobody can call back a number that was published. The same goes for such a date with
four digits behind a blank or a slash; 1981 or 2027 behind a slash counts as a year.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from stdnum import iban, luhn
from stdnum.dk import cpr, cvr
from stdnum.fi import hetu
from stdnum.no import fodselsnummer, kontonr
from stdnum.se import personnummer

from projektkort.identity import find_personal

LEAST = 0.99
CLASS_SIZE = 60
TRADER = "sv sole trader, behind the word for organisations"


class Sample(NamedTuple):
    """A text, and the slices of it that are personal numbers."""

    kind: str
    text: str
    personal: frozenset[tuple[int, int]]


def samples(each: int = CLASS_SIZE) -> Iterator[Sample]:
    """So many texts of every class of numbers, and half as many of every class of what looks alike."""
    chance = random.Random(2026)
    for kind, make in PERSONAL.items():
        for _ in range(each):
            number = make(chance)
            before, after = ("org.nr ", "") if kind == TRADER else chance.choice(AROUND)
            yield Sample(kind, f"{before}{number}{after}", frozenset({(len(before), len(before) + len(number))}))
    for kind, make, around in (
        *((f"{kind}, named", make, CALLED) for kind, make in NAMED.items()),
        ("da glued", _cut(dane, 6, "-"), GLUED),
        ("sv glued", _cut(_short, 6, "-"), GLUED),
        ("da behind another number", _cut(dane, 6, "-"), BEHIND),
        ("sv behind another number", _cut(_short, 6, "-"), BEHIND),
    ):
        for _ in range(each):
            before, after = chance.choice(around)
            number = make(chance)
            yield Sample(kind, f"{before}{number}{after}", frozenset({(len(before), len(before) + len(number))}))
    for kind, make in ALIKE.items():
        for _ in range(each):
            before, after = chance.choice(BARE)
            yield Sample(kind, f"{before}{make(chance)}{after}", frozenset())


def _born(chance: random.Random) -> dt.date:
    return dt.date(1925, 1, 1) + dt.timedelta(days=chance.randrange(36_000))


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def dane(chance: random.Random) -> str:
    """Six digits of a date, four more."""
    while True:
        number = f"{_born(chance):%d%m%y}{_digits(chance, 4)}"
        if cpr.is_valid(number):
            return number


def swede(chance: random.Random, *, added: int = 0) -> str:
    """Twelve digits; `added` is 60 for a coordination number."""
    born = _born(chance)
    nine = f"{born:%y%m}{born.day + added:02}{_digits(chance, 3)}"
    number = f"{born:%Y}{nine[2:]}{luhn.calc_check_digit(nine)}"
    assert added or personnummer.is_valid(number)
    return number


def norwegian(chance: random.Random) -> str:
    """Eleven digits."""
    while True:
        nine = f"{_born(chance):%d%m%y}{_digits(chance, 3)}"
        first = fodselsnummer.calc_check_digit1(nine)
        number = f"{nine}{first}{fodselsnummer.calc_check_digit2(nine + first)}"
        if fodselsnummer.is_valid(number):
            return number


def finn(chance: random.Random) -> str:
    """Eleven characters, the seventh of which tells the century."""
    born = _born(chance)
    stem = f"{born:%d%m%y}{'A' if born.year >= 2000 else '-'}{chance.randrange(2, 900):03}"
    return next(stem + end for end in "0123456789ABCDEFHJKLMNPRSTUVWXY" if hetu.is_valid(stem + end))


def _cut(make: Callable[[random.Random], str], at: int, by: str) -> Callable[[random.Random], str]:
    """The same in two parts."""

    def cut(chance: random.Random) -> str:
        number = make(chance)
        return f"{number[:at]}{by}{number[at:]}"

    return cut


def _short(chance: random.Random) -> str:
    return swede(chance)[2:]


def _coordination(chance: random.Random) -> str:
    number = swede(chance, added=60)[2:]
    return f"{number[:6]}-{number[6:]}"


def _timeless(chance: random.Random, make: Callable[[random.Random], str] = dane) -> str:
    """One that does not go on as a year would."""
    while (number := make(chance))[6:8] in {"19", "20"}:
        pass
    return number


def _dotted(mark: str) -> Callable[[random.Random], str]:
    return lambda chance: re.sub("(..)(..)(..)(....)", rf"\1{mark}\2{mark}\3-\4", _timeless(chance))


def _slashed(slash: str) -> Callable[[random.Random], str]:
    return _cut(_timeless, 6, slash)


def _year(form: str) -> Callable[[random.Random], str]:
    """A Dane with the year of birth in four digits."""

    def written(chance: random.Random) -> str:
        number = dane(chance)
        century = chance.choice(("19", "20"))
        return form.format(number[:2], number[2:4], century + number[4:6], number[6:])

    return written


def _old(chance: random.Random) -> str:
    """Of one who is a hundred years old."""
    nine = f"{chance.randrange(10, 26):02}0{chance.randrange(1, 10)}1{chance.randrange(10)}{_digits(chance, 3)}"
    return f"{nine[:6]}+{nine[6:]}{luhn.calc_check_digit(nine)}"


PERSONAL: dict[str, Callable[[random.Random], str]] = {
    "da 6-4": _cut(dane, 6, "-"),
    "da 10, undecidable without a word": dane,
    "da 6 4, undecidable without a word": _cut(dane, 6, " "),
    "da 6 - 4": _cut(dane, 6, " - "),
    "da en dash": _cut(dane, 6, "\N{EN DASH}"),
    "da hard hyphen": _cut(dane, 6, "\N{NON-BREAKING HYPHEN}"),
    "da wrapped": _cut(dane, 6, "-\n"),
    "da wrapped and indented": _cut(dane, 6, "-\n    "),
    "da wrapped on Windows": _cut(dane, 6, "-\r\n"),
    "da thin space": _cut(dane, 6, "\N{THIN SPACE}"),
    "da escaped": _cut(dane, 6, "\\-"),
    "da wide digits": lambda chance: dane(chance).translate({0x30 + digit: 0xFF10 + digit for digit in range(10)}),
    "da with dots": _dotted("."),
    "sv 6-4": _cut(_short, 6, "-"),
    "sv 10": _short,
    "sv 8-4": _cut(swede, 8, "-"),
    "sv 12": swede,
    "sv 8 4": _cut(swede, 8, " "),
    "sv plus": _old,
    "sv coordination": _coordination,
    TRADER: _cut(_short, 6, "-"),
    "nb 11": norwegian,
    "nb 6 5": _cut(norwegian, 6, " "),
    "nb 6-5": _cut(norwegian, 6, "-"),
    "nb hard blank": _cut(norwegian, 6, "\N{NO-BREAK SPACE}"),
    "fi": finn,
    "da soft hyphen and hyphen": _cut(dane, 6, "\N{SOFT HYPHEN}-"),
    "da zero-width space": _cut(dane, 6, "-\N{ZERO WIDTH SPACE}"),
    "da zero-width space inside": _cut(_cut(dane, 6, "-"), 3, "\N{ZERO WIDTH SPACE}"),
    "da entity by number": _cut(dane, 6, "&#45;"),
    "da entity by name": _cut(dane, 6, "&ndash;"),
    "da emphasis closed inside": _cut(dane, 6, "**-"),
    "da emphasis opened inside": _cut(dane, 6, "-**"),
    "da two hyphens": _cut(dane, 6, "--"),
    "da slash": _slashed(" / "),
    "da narrow slash": _slashed("/"),
    "da date with slashes": _dotted("/"),
    "da date with hyphens": _dotted("-"),
    "sv slash": _cut(lambda chance: _timeless(chance, _short), 6, "/"),
}
NAMED: dict[str, Callable[[random.Random], str]] = {
    "da year in full": _year("{0}.{1}.{2}-{3}"),
    "da year in full, unbroken": _year("{0}{1}{2}-{3}"),
    "da dot": _cut(dane, 6, "."),
    "da pairs": lambda chance: " ".join(re.findall("..", dane(chance))),
    "da digit by digit": lambda chance: " ".join(dane(chance)),
    "da underscore": _cut(dane, 6, "_"),
    "sv 8 - 4": _cut(swede, 8, " - "),
    "sv 6/4": _cut(_short, 6, "/"),
    "sv 6.4": _cut(_short, 6, "."),
    "nb date with dots": lambda chance: re.sub("(..)(..)(..)(.....)", r"\1.\2.\3 \4", norwegian(chance)),
    "nb pairs": lambda chance: re.sub("(..)(..)(..)(..)(...)", r"\1 \2 \3 \4 \5", norwegian(chance)),
}
"""Numbers that only the word in front of them tells."""
GLUED = [("x", ""), ("*a", ""), ("&ansvarlig", "\n"), ("", "kr"), ("", ".5"), ("id_a", "b")]
"""What may be written together with a number in two parts."""
BEHIND = [
    (before, "")
    for before in ("konto 1234 0012345678, ", "Sag 1234567890, ", "P-nr. 1234567890 og ", "P-nr. ", "tlf. 20304050, ")
]
CALLED = [
    ("CPR: ", ""),
    ("cpr-nr. ", ", Vestergade 3"),
    ("**Personnummer:** ", "."),
    ("Personnr ", "\n"),
    ("| Fødselsnr. | ", " |"),
    ("pnr ", ""),
    ("fødselsnummer: ", "\n"),
    ("ansøger: {cpr: ", "}"),
    ("Henkilötunnus ", " (hakija)"),
]
AROUND = [
    ("", ""),
    ("CPR-nr.: ", ""),
    ("CPR ", ", født i Odense"),
    ("cpr: ", "\n"),
    ("Personnummer: ", "."),
    ("Personnr ", " (sökande)"),
    ("Fødselsnummer: ", ""),
    ("fødselsnr. ", ";"),
    ("Henkilötunnus ", "\n"),
    ("Kontaktperson: Mette Holm, ", ", Vestergade 3"),
    ("Formanden (", ") står for regnskabet."),
    ("| Anna Berg | ", " | 8 000 |"),
    ("|", "|"),
    ("| Navn | Konto | CPR |\n| Anna | 12 | ", " |"),
    ("| CPR | Konto |\n| ", " | 12 |"),
    ("ansøger: {navn: Mette Holm, cpr: ", "}"),
    ('kontakt: "', '"'),
    ("- ", "\n- punkt"),
    ("**", "**"),
    ("Vi søger på vegne af ", " og hans bror."),
    ("tlf. 20 30 40 50, ", ""),
    ("Sagen gælder ", "."),
    ("P-nr. 1001234567 og CPR ", ""),
]
"""What stands before and behind a personal number: sentences, forms, tables, YAML."""


def _labelled(words: list[str], make: Callable[[random.Random], str]) -> Callable[[random.Random], str]:
    """A number with the word before it that tells what it is."""
    return lambda chance: f"{chance.choice(words)} {make(chance)}"


def _form(pattern: str) -> Callable[[random.Random], str]:
    """A number by its form: each # is any digit."""
    return lambda chance: "".join(_digits(chance, 1) if sign == "#" else sign for sign in pattern)


def _time(pattern: str) -> Callable[[random.Random], str]:
    return lambda chance: format(dt.datetime.combine(_born(chance), dt.time(chance.randrange(24), 30)), pattern)


def _cvr(chance: random.Random) -> str:
    while True:
        number = str(chance.randrange(10_000_000, 99_999_999))
        if cvr.is_valid(number):
            return number


def _swedish_organisation(chance: random.Random) -> str:
    nine = f"{chance.choice('5789')}{_digits(chance, 1)}{chance.randrange(2, 10)}{_digits(chance, 6)}"
    return f"{nine[:6]}-{nine[6:]}{luhn.calc_check_digit(nine)}"


def _norwegian_account(chance: random.Random) -> str:
    while True:
        number = _digits(chance, 11)
        if kontonr.is_valid(number) and not fodselsnummer.is_valid(number):
            return f"{number[:4]}.{number[4:6]}.{number[6:]}" if chance.random() < 0.5 else number


def _iban(chance: random.Random) -> str:
    bare = f"DK{_digits(chance, 14)}"
    number = f"DK{iban.calc_check_digits('DK00' + bare[2:])}{bare[2:]}"
    return " ".join(number[at : at + 4] for at in range(0, 18, 4)) if chance.random() < 0.5 else number


def _amount(chance: random.Random) -> str:
    figure = chance.randrange(1_000, 10_000_000_000)
    return chance.choice(
        [f"{figure:,} kr.".replace(",", "."), f"{figure:,} kr".replace(",", " "), f"kr. {figure}", f"{figure} kr."]
    )


def _wrong_swede(chance: random.Random) -> str:
    """The last digit is one too large; by chance it could be that of a Dane or a Finn."""
    while True:
        number = swede(chance)
        short = f"{number[2:8]}-{number[8:11]}{(int(number[11]) + 1) % 10}"
        if not cpr.is_valid(short) and not hetu.is_valid(short):
            return short


def _no_day(chance: random.Random) -> str:
    return f"{chance.randrange(32, 60)}{chance.randrange(13, 60)}{_digits(chance, 2)}-{_digits(chance, 4)}"


ALIKE: dict[str, Callable[[random.Random], str]] = {
    "P-number": _labelled(["P-nr.", "P-nummer:", "p_nummer:", "P-nr", "P-numre 1001234567,", "Produktionsenhed"], dane),
    "P-number in a table": _labelled(["| P-nr. |", "| P-nummer: |", "|p-nummer|"], dane),
    "P-number in quotes": lambda chance: f'{chance.choice(["p_nummer:", "P-nr.", "konto:"])} "{dane(chance)}"',
    "case number": _labelled(
        ["Sagsnr.", "sagsnummer:", "Journalnr.", "J.nr.", "Dnr", "Diarienummer", "Saksnr."], _cut(dane, 6, "-")
    ),
    "case by year": _form("2024-00#####"),
    "case with slash": _form("24/######"),
    "amount": _amount,
    "amount with decimals": _form("#########0,50"),
    "telephone, Danish": _labelled(["tlf.", "Tlf:", "mobil", "+45", "0045", ""], _form("## ## ## ##")),
    "telephone abroad": lambda chance: f"{chance.choice(['+45', '+46', '+47', '+358'])}{dane(chance)}",
    "account": _labelled(["Kontonr.", "konto 1234", "Reg.nr. 1234 konto", "Kontonummer:", "bankkonto"], dane),
    "account, Norwegian": _norwegian_account,
    "giro": _labelled(["Bankgiro", "bg", "Plusgiro", "pg"], _form("####-####")),
    "date of six digits": _time("%d%m%y"),
    "date": _time("%d.%m.%Y"),
    "ISO date": _time("%Y-%m-%d"),
    "dates": lambda chance: f"{_born(chance):%d%m%y}-{_born(chance):%d%m%y}",
    "timestamp": _time("%Y%m%d%H%M%S"),
    "ISO time": _time("%Y-%m-%dT%H:%M:%S"),
    "CVR": _labelled(["CVR", "CVR-nr.", "cvr:", ""], _cvr),
    "organisation, Swedish": _labelled(["org.nr", "Organisationsnummer:", ""], _swedish_organisation),
    "organisation, Norwegian": _labelled(["Org.nr.", "organisasjonsnummer", ""], _form("9## ### ###")),
    "EAN": _labelled(["EAN", "EAN-nr.", ""], _form("5790#########")),
    "IBAN": _labelled(["IBAN", "IBAN:", ""], _iban),
    "project number": _labelled(
        ["Projektnr.", "Ansøgningsnummer:", "Prosjektnr.", "Ansökningsnummer", "ref. nr."], dane
    ),
    "invoice": _labelled(["Fakturanr.", "faktura", "Invoice no.", "Ordrenr.", "bilag"], dane),
    "ISBN": _labelled(["ISBN", "ISBN:", ""], _form("978-87-#####-##-#")),
    "ISBN-10": _labelled(["ISBN", "ISBN-10:"], dane),
    "version": _labelled(["version", "v.", ""], _form("1.#.######-####")),
    "longer number": _form("############9"),
    "shorter number": _form("######-###"),
    "no such day": _no_day,
    "day and year with slash": lambda chance: f"{_born(chance):%d%m%y}/20{chance.randrange(10, 40)}",
    "day with slashes and year": lambda chance: f"{_born(chance):%d/%m/%y}-20{chance.randrange(10, 40)}",
    "day and hour": lambda chance: f"{_born(chance):%d.%m.%Y}-{chance.randrange(24):02}{chance.randrange(60):02}",
    "article, unbroken behind letters": lambda chance: f"{chance.choice('ABX')}{dane(chance)}",
    "identifier": lambda chance: f"{chance.choice('abcdef')}{dane(chance)[:6]}-{_form('4##a-9###')(chance)}",
    "bold figures": lambda chance: f"**{chance.randrange(1000, 9999)}** - **{chance.randrange(1000, 9999)}**",
    "amount with entity": lambda chance: f"{chance.randrange(100, 999)}&nbsp;{_digits(chance, 3)}&nbsp;kr.",
    "dates behind the word": lambda chance: f"CPR: {_born(chance):%d.%m.%Y}, kl. 10.30",
    "telephone behind the word": lambda chance: f"CPR oplyses på tlf. {_form('## ## ## ##')(chance)}",
    "Swedish with a wrong digit": _wrong_swede,
}
BARE = [
    ("", ""),
    ("Se ", "."),
    ("| ", " | 250 |"),
    ("- ", "\n"),
    ("Foreningen Torvet, ", " og flere"),
    ("note: ", "\n"),
    ("(", ")"),
    ("Projektet: ", ", 2027"),
]
"""What stands around what looks alike."""


class Score(NamedTuple):
    """How many numbers there are, are found, and are found where there is none."""

    there: int
    found: int
    extra: int


def scored(sample: Sample) -> Score:
    """What is found in one text."""
    found = set(find_personal(sample.text))
    return Score(len(sample.personal), len(sample.personal & found), len(found - sample.personal))


def main() -> int:
    """Prints the classes in which something is wrong, the texts of some, and both figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=CLASS_SIZE, help="texts of each class")
    options.add_argument("--shown", type=int, default=5, help="so many texts that are read wrongly")
    chosen = options.parse_args()
    every = list(samples(chosen.each))
    scores = [(sample, scored(sample)) for sample in every]
    wrong = [sample for sample, score in scores if score.found < score.there or score.extra]
    sys.stdout.writelines(f"{sample.kind}: {sample.text!r}\n" for sample in wrong[: chosen.shown])
    there, found, extra = (sum(column) for column in zip(*(score for _, score in scores), strict=True))
    precision, recall = found / (found + extra), found / there
    positive = sum(bool(sample.personal) for sample in every)
    sys.stdout.write(
        f"{positive} texts with a personal number in {len({each.kind for each in every} - set(ALIKE))} classes, "
        f"{len(every) - positive} that look alike in {len(ALIKE)}\n"
        f"precision {precision:.2%}, recall {recall:.2%} ({there - found} missed, {extra} extra)\n"
    )
    return 0 if min(precision, recall) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
