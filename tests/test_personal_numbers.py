"""No digit of a personal number is in anything that leaves the house, wherever in a document it stands."""

from __future__ import annotations

import pytest

from desk import lay
from projektkort.identity import BULLET
from terminal import projekt

NUMBERS = {"cpr": "240771-0000", "personnummer": "811218-9876", "fødselsnummer": "250871 00076"}
"""Invented: the numbers that the registers give as examples, or that are right by their check digits alone."""

YAML = """\
# en note om {n}
skema: lokaludvalg
projektnavn: Projekt {n}
"ansøger {n}": Foreningen {n}
forankringsstrategii {n}: tekst {n}
periode: {n}
søgt beløb: {n} kr.
formål: "{n}"
målgruppe: [a, "{n}"]
tidsplan: {{uge 13 {n}: planlægning, "{n}": b}}
budget:
  Telte {n}: 9.500
  Løn: {n}
  Rejse, 12 x {n}: {n}
  "{n}": 3.000
  I alt: 21.500
finansiering:
  - {{kilde: "{n}", beløb: "{n}", type: "{n}"}}
  - {{kilde: x, beløb: 100}}
{n}: x
"""
MARKDOWN = """\
---
skema: lokaludvalg
note: {n}
---
# Projekt {n}

Ansøger: Foreningen {n}
**Projektansvarlig {n}:** Formanden {n}
Forankringsstrategii {n}: tekst
Målgruppee: {n}
Periode: {n}
Søgt beløb: {n}

<!-- {n} -->
## Formål {n}

Noget tekst {n} og CPR {n}.
- punkt {n}

## Tidsplan
uge 13 {n}: noget
{n}: andet

## Budget {n}

| Post {n} | {n} | Beløb | 2027 {n} |
|---|---|---|---|
| Telte {n} | {n} | {n} | 5 |
| Løn | x | 9.500 | {n} |
| I alt | | {n} | |

## Finansiering

| Kilde | Beløb |
|---|---|
| {n} | 100 |
| Egne penge ({n}) | {n} |

## Ukendt {n}
tekst
"""
TEXT = """\
Skema: {n}
Sprog: {n}
Navn: {n}
[{n}] TBD xx {n}
Telte: 9.500 {n}
Løn 12 x {n}: {n}
I alt {n}: 10
"""
UNREADABLE = """\
projektnavn: [{n}
 a: {n} : b: {n}
\t{n}: {n}
*{n}: &{n} x
{n}: 1
{n}: 2
x: !{n} y
"""
TEMPLATES = {
    "all.j2": "{{ page }}",
    "fails.j2": "{{ page.title.upper().nope }}",
    "looks.j2": "{{ page.facts[page.title] }}",
    "texts.j2": "{% for each in page.sections %}{{ each }}{% endfor %}{{ 1 / 0 }}",
}
COMMANDS = [
    "validate {f}",
    "validate {f} --lang sv",
    "validate {f} --lang nb",
    "validate {f} --lang en",
    "validate {f} --output-format concise",
    "validate {f} --output-format json",
    "inspect {f}",
    "inspect {f} --output-format json",
    "render {f}",
    "render {f} --to html",
    "render {f} --template card",
    "render {f} --template card --to html",
    *(f"render {{f}} --template {name}" for name in TEMPLATES),
]


@pytest.mark.parametrize("register", NUMBERS)
@pytest.mark.parametrize(
    ("name", "text"), [("a.yaml", YAML), ("a.md", MARKDOWN), ("b.md", TEXT), ("b.yaml", UNREADABLE)]
)
def test_no_digit_is_told(desk: object, register: str, name: str, text: str) -> None:
    number = NUMBERS[register]
    lay(name, text.replace("{n}", number).replace("{{", "{").replace("}}", "}"))
    for template, own in TEMPLATES.items():
        lay(template, own)
    masked = 0
    for command in COMMANDS:
        ran = projekt(*command.format(f=name).split())
        assert ran.code in {0, 1, 2}, command
        told = ran.out + ran.err
        masked += told.count(BULLET * 4)
        for digits in told_of(number):
            at = told.find(digits)
            assert at < 0, f"{command}: {told[max(0, at - 60) : at + 20]}"
    assert masked > 50


def told_of(number: str) -> list[str]:
    """What would tell the number or a part of it: six digits of the birth, its end, and the birth as a date."""
    digits = number.replace("-", "").replace(" ", "")
    day, month, year = digits[:2], digits[2:4], digits[4:6]
    dates = [f"19{year}-{month}-{day}", f"19{day}-{month}-{year}", f"{int(day)}.{int(month)}.{year}"]
    return [number, digits, digits[:6], digits[6:], *dates]


@pytest.mark.parametrize("name", ["a.yaml", "a.md"])
def test_each_is_found_where_it_stands(desk: object, name: str) -> None:
    text = "Formål: hos 240771-0000\n\nMålgruppe: alle, også 811218-9876\n"
    told = projekt("validate", lay(name, text), "--select", "privacy", "--lang", "da", "--output-format", "concise")
    message = (
        "error[personal-number] Linje {line} indeholder noget, der ligner et CPR-nummer (tallet vises ikke). "
        "Det må ikke offentliggøres, heller ikke med dagsordenen.\n"
    )
    lines = [f"{name}:1:13: {message.format(line=1)}", f"{name}:3:23: {message.format(line=3)}"]
    assert told == (1, "".join(lines), "")


def test_a_fix_that_would_write_bullets_is_not_offered(desk: object) -> None:
    path = lay("a.yaml", "schema: none\ntitle: Byt det: hos 240771-0000\n")
    ran = projekt("validate", path, "--output-format", "json")
    assert '"fix": {' not in ran.out
    assert '"rule": "yaml-repaired"' in ran.out
