"""What is private in a document that will be published is found, and no output, page or cache tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import lay
from projektkort.engine import Request, check, load
from projektkort.finding import Result
from projektkort.identity import BULLET
from projektkort.output import FORMATS
from projektkort.source import decode
from terminal import projekt

PERSONAL = "240771-0000"
PRIVATE = {
    "private-phone": ("20 30 40 51", "+45 20304052", "070-123 45 67"),
    "private-email": ("mette.holm@example.dk", "anna@example.se"),
    "bank-account": ("4321-0908070605", "DK50 0040 0440 1162 43", "5050-1055", "8601.11.17947"),
}
SECRETS = [number for numbers in PRIVATE.values() for number in numbers]

MARKDOWN = """\
---
skema: generisk
kontakt: Mette Holm, mette.holm@example.dk
---
# Naboernes have, ring til Mette Holm på 20 30 40 51

Ansøger: Foreningen Haven
Kontaktperson: Mette Holm, tlf. 20 30 40 51, mette.holm@example.dk
Telefonn: 20 30 40 51
Konto: 4321-0908070605
Periode: skriv til anna@example.se
Søgt beløb: 25,000 kr. til konto DK50 0040 0440 1162 43
<!-- spørg Mette Holm, +45 20304052 -->

## Formål

Vi dyrker en have (Anna Berg, 070-123 45 67). TBD [skriv til anna@example.se]
CPR 240771-0000 og bankgiro 5050-1055

## Budgett

| Post | Beløb |
|---|---|
| Løn til Mette Holm, 20 30 40 51 | 1.000 |
| Kontonr. 8601.11.17947 | anna@example.se |
| I alt | 9.000 |
"""
YAML = """\
skema: generisk
projektnavn: "Haven: ring på 20 30 40 51"
ansøger: {navn: Foreningen Haven, telefon: 20 30 40 51, mail: mette.holm@example.dk}
kontaktt: Mette Holm, +45 20304052, anna@example.se
formål: TBD 240771-0000 hos Anna Berg, 070-123 45 67: se også [anna@example.se]
konto: DK50 0040 0440 1162 43
kontonummer: 4321-0908070605  # eller 8601.11.17947
budget:
  "Løn, bankgiro 5050-1055": 25,000
  anna@example.se: x
  I alt: 9.000
"""
SEEN = (
    "240771&#45;0000",
    "240771\u00ad-0000",
    "240771-\u200b0000",
    "**240771**-0000",
    "240771--0000",
    "240771 / 0000",
    "24/07/71-0000",
    "CPR: 24.07.1971-0000",
    "CPR-nr. 24 07 71 00 00",
    "CPR 240771.0000",
    "x240771-0000",
    "240771-0000kr",
    "konto 1234 0012345678, 240771-0000",
)
"""The same number as people write it."""
OWN = "id: aaben\ntitle: {da: Aaben}\nlanguage: da\ncurrency: DKK\npublish: true\n"


def looked(text: str, *, publish: bool | None = True, path: str = "a.md") -> Result:
    return check(decode(text.encode(), path), Request(schema="none", publish=publish))


def found(text: str, path: str = "a.md") -> list[tuple[str, int, int, int]]:
    result = looked(text, path=path)
    return [
        (finding.rule, finding.span.line, finding.span.column, finding.span.end_column)
        for finding in result.findings
        if finding.rule in PRIVATE
    ]


def test_each_stands_where_it_is_found() -> None:
    text = "Contact: Mary Miller, tel. 20 30 40 51 or mary@example.org\n\nAccount: 1234 0102031234\n"
    assert found(text) == [("private-phone", 1, 28, 39), ("private-email", 1, 43, 59), ("bank-account", 3, 10, 25)]
    assert found('contact: "Mary Miller\n  20304051"\n', "a.yaml") == [("private-phone", 2, 3, 11)]


def test_nothing_is_looked_for_unless_it_is_asked() -> None:
    for publish in (None, False):
        result = looked("Contact: Mary Miller, 20 30 40 51\n", publish=publish)
        assert not set(PRIVATE) & {finding.rule for finding in result.findings}


def test_the_schema_asks_too_and_the_writers_own_copy_keeps_all(desk: object) -> None:
    lay("aaben.yaml", OWN)
    lay("a.md", "# Haven\n\nKontakt: Mette Holm, 20 30 40 51\n")
    told = projekt("validate", "a.md", "--schema", "aaben.yaml", "--output-format", "concise", "--lang", "da")
    assert "a.md:3:22: error[private-phone] Linje 3 indeholder en persons telefonnummer (det vises ikke)." in told.out
    assert "20 30 40 51" in projekt("convert", "a.md", "--to", "yaml", "--schema", "aaben.yaml").out


def test_the_configuration_asks_too(desk: object) -> None:
    lay("projekt.toml", "publish = true\n")
    told = projekt("validate", lay("a.md", "Kontakt: Mette Holm, 20 30 40 51\n"), "--output-format", "concise")
    assert "private-phone" in told.out


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("a.yaml", YAML)])
def test_no_output_page_or_cache_tells_what_is_private(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    monkeypatch.setenv("PROJEKT_CACHE_DIR", str(desk / "cache"))
    lay(name, text)
    rules = {finding.rule for finding in check(decode(text.encode(), name), Request(publish=True)).findings}
    assert {*PRIVATE, "personal-number"} < rules
    lay("all.j2", "{{ page }}")
    formats = [("validate", name, "--publish", "--excerpts", "--output-format", each) for each in FORMATS]
    lists = [("summary", name, "--publish", "--to", form) for form in ("text", "md", "html", "csv", "json")]
    pages = [
        ("render", name, "--publish", "--to", to, "--template", each)
        for to in ("md", "html")
        for each in ("report", "card")
    ]
    own = ("render", name, "--publish", "--template", "all.j2")
    bullets = 0
    for command in (*formats, ("validate", name, "--publish", "--lang", "sv"), *lists, *pages, own):
        ran = projekt(*command)
        assert ran.code in {0, 1}, (command, ran.err)
        assert told_of(ran.out + ran.err) == [], command
        bullets += ran.out.count(BULLET * 4)
    assert bullets > 40
    kept = [path.read_bytes().decode("latin-1") for path in (desk / "cache").rglob("*") if path.is_file()]
    assert kept
    assert [told_of(each) for each in kept] == [[]] * len(kept)


@pytest.mark.parametrize("name", ["a.md", "a.yaml"])
def test_no_output_or_page_tells_a_number_in_another_form(desk: Path, name: str) -> None:
    numbers = "\n".join(f"Formål {count}: hos {each}" for count, each in enumerate(SEEN))
    budget = "".join(f"| {each} | {each} |\n" for each in SEEN)
    tables = f"\n## Budget\n\n| Post | Beløb |\n|---|---|\n{budget}" if name == "a.md" else ""
    lay(name, f"skema: generisk\n{numbers}\nnavn: &a240771-0000 x\n{tables}")
    commands = [
        *(("validate", name, "--excerpts", "--output-format", each) for each in FORMATS),
        ("validate", name, "--diff", "--unsafe-fixes"),
        ("convert", name, "--to", "yaml" if name == "a.md" else "md"),
        ("inspect", name, "--output-format", "json"),
        *(("render", name, "--to", to, "--template", each) for to in ("md", "html") for each in ("report", "letter")),
    ]
    for command in commands:
        ran = projekt(*command)
        assert ran.code in {0, 1}, (command, ran.err)
        bare = "".join(sign for sign in ran.out + ran.err if sign.isalnum())
        assert "2407" not in bare, command


def test_the_name_of_a_file_is_published_with_it(desk: Path) -> None:
    text = "Skema: generisk\nFormål: en have\n"
    lay("in/Mette Holm 20304051.md", text)
    lay("in/240771-0000 mette.holm@example.dk.md", text)
    lay("in/240772-0000 nette.holm@example.dk.md", text)
    lay("in/brev mette.holm@example.dk.pdf", "%PDF-1.7")
    lay("in/have 20260115.md", text)
    commands = [
        *(("validate", "in", "--publish", "--output-format", each) for each in FORMATS),
        ("validate", "in", "--publish", "--diff", "--unsafe-fixes"),
        *(("summary", "in", "--publish", "--to", form) for form in ("text", "md", "html", "csv", "json")),
        *(("render", "in", "--publish", "--template", each, "-o", f"{each}/") for each in ("letter", "checklist")),
    ]
    for command in commands:
        ran = projekt(*command)
        assert ran.code in {0, 1}, (command, ran.err)
        assert told_of(ran.out + ran.err) == [], command
    for folder in ("letter", "checklist"):
        made = {path.name: path.read_text("utf-8") for path in Path(folder).iterdir()}
        assert len(made) == 4
        assert "have 20260115.md" in made
        assert told_of("".join([*made, *made.values()])) == []
    assert "Mette Holm 20304051.md" in projekt("validate", "in", "--output-format", "concise").out


def told_of(text: str) -> list[str]:
    """What of the secrets stands in a text, also without the blanks and signs in them."""
    bare = [number.replace(sign, "") for number in (*SECRETS, PERSONAL) for sign in (" ", "-", ".")]
    return [each for each in (*SECRETS, PERSONAL, *bare, "mette.holm", "0908070605", "20304051") if each in text]


def test_what_was_found_with_the_letters_is_said_without_what_is_private() -> None:
    legacy = "Formål: æ spørg Mette Holm 20 30 40 51 ø\r\n\r\nMålgruppe: børn\r\n".encode("cp1252")
    result = check(decode(legacy, "a.md"), Request(schema="none", publish=True))
    assert {"encoding-legacy", "private-phone"} <= {finding.rule for finding in result.findings}
    assert "30 40" not in repr(result)
    hidden = "Formål: 240771-0000 \u200bMette Holm 20 30 40 51\n"
    result = looked(hidden)
    assert {"invisible-character", "personal-number", "private-phone"} & {f.rule for f in result.findings} >= {
        "personal-number",
        "private-phone",
    }
    assert "30 40" not in repr(result)


def test_the_text_keeps_its_shape() -> None:
    table = "| Navn | Telefon |\n|---|---|\n| Anna | 20304051 |\n"
    text = f'{table}\nKonto: "1234 0102031234", {{reg.nr. 1234, konto: 5678901}}\n'
    shown = load(decode(text.encode(), "a.md"), Request(publish=True)).document.source.text
    assert shown == (
        f"| Navn | Telefon |\n|---|---|\n| Anna | {BULLET * 8} |\n\n"
        f'Konto: "{BULLET * 15}", {{reg.nr. {BULLET * 4}, konto: {BULLET * 7}}}\n'
    )


def test_a_text_that_is_no_project_does_not_become_one_by_a_telephone(desk: object) -> None:
    lay("folder/referat.md", "# Referat\n\nRing til Mette Holm, 20 30 40 51.\n")
    assert projekt("validate", "folder", "--publish").code == 3


def test_what_a_report_refers_to_is_published_with_it(desk: object) -> None:
    lay("old.md", "Projektnavn: Haven\nFormål: ring 20 30 40 51\n")
    lay("new.yaml", "skema: status-report\ntitel: Haven\nansøgning: old.md\n")
    project = load(decode(Path("new.yaml").read_bytes(), "new.yaml"), Request(publish=True)).project
    assert project.application is not None
    assert "30 40" not in project.application.document.text
