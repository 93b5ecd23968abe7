"""`projekt summary`: a folder as a secretariat has it, told as text, page and sheet, and what a committee fills in."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from unittest.mock import patch

import pytest

from conftest import ROOT
from desk import GOOD, MINUTES, NEAR, UNBALANCED, lay
from projektkort.batch.asked import Asked
from projektkort.cli.app import NAMES
from projektkort.cli.rows import Telling
from projektkort.cli.summary import HELP
from projektkort.engine import Request
from projektkort.output.typeset import width
from projektkort.source import Found
from terminal import Ran, projekt

pytestmark = pytest.mark.usefixtures("desk")

CPR = "111111-1118"
MARK = "\ufeff"


def numbered(number: int, applicant: str, text: str = GOOD) -> str:
    return text.replace("Formål:", f"Projektnummer: 2027-{number}\nAnsøger: {applicant}\nFormål:")


def folder() -> None:
    """In order, unbalanced, with a personal number, without an amount, in euro, approximate, and what is not read."""
    lay("runde/1-have.md", numbered(1, "Nabohaven"))
    lay("runde/2-marked.md", numbered(2, "Torvelauget", UNBALANCED).replace("køkkenhave", "marked"))
    lay("runde/3-cpr.md", numbered(3, "Kajakklubben").replace("Naboer", f"Formanden ({CPR}) og naboer"))
    lay("runde/4-aftales.md", numbered(4, "Korforeningen").replace("beløb: 9.000 kr.", "beløb: aftales"))
    euro = numbered(5, "Grænseforeningen").replace("9.000 kr.", "9.000 EUR")
    lay("runde/5-euro.md", euro.replace("Sprog", "Valuta: EUR\nSprog"))
    lay("runde/6-cirka.md", numbered(6, "Skakklubben").replace("9.000 kr.", "ca. 9.000 kr."))
    lay("runde/gammel.doc", b"\xd0\xcf\x11\xe0")
    lay("runde/plan.pdf", b"%PDF-1.4")
    lay("runde/referat.md", MINUTES)
    lay("runde/tom.md", "")


def summary(*words: str, path: str = "runde", stdin: bytes = b"") -> Ran:
    return projekt("summary", path, "--as-of", "2026-11-21", "--jobs", "1", *words, stdin=stdin)


def told(*words: str, path: str = "runde") -> str:
    ran = summary(*words, path=path)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.replace("\N{NO-BREAK SPACE}", " ")


# --- what is told ------------------------------------------------------------------------------------------------


def test_a_folder_as_text_in_eighty_columns() -> None:
    folder()
    text = told("--pool", "30000")
    assert (
        text
        == """\
1 fil med CPR-nummer, som ikke må offentliggøres: runde/3-cpr.md
10 filer: 3 i orden, 3 med mangler, 3 ikke læst (1 Word, 1 PDF, 1 tom), 1 er
ikke en projektbeskrivelse
Søgt mindst ca. 36.000 kr. og 9.000 EUR (1 uden læsbart beløb, 3 filer ikke
læst, 1 omtrentligt), pulje 30.000 kr., mindst ca. 6.000 kr. mere end puljen

Beløb i kr., hvor andet ikke står
  Nr.     Projekt                   Søgt      Budget        Egne penge  Stemmer
✗ 2027-3  Fælles køkkenhave        9.000      10.000      1.000 (10 %)  ✓ ja
            Kajakklubben · runde/3-cpr.md
            1 fejl: Der står et CPR-nummer i dokumentet
✗ 2027-2  Fælles marked            9.000      10.000       500 (5,3 %)  ✗ nej
            Torvelauget · runde/2-marked.md
            1 fejl: Budget og finansiering giver ikke det samme
✗ 2027-4  Fælles køkkenhave  ? ulæseligt      10.000      1.000 (10 %)  ✓ ja
            Korforeningen · runde/4-aftales.md
            1 fejl: Et beløb kan ikke læses
✓ 2027-1  Fælles køkkenhave        9.000      10.000      1.000 (10 %)  ✓ ja
            Nabohaven · runde/1-have.md
✓ 2027-5  Fælles køkkenhave    9.000 EUR  10.000 EUR  1.000 EUR (10 %)  ✓ ja
            Grænseforeningen · runde/5-euro.md
✓ 2027-6  Fælles køkkenhave    ca. 9.000      10.000      1.000 (10 %)  ✓ ja
            Skakklubben · runde/6-cirka.md

Ikke læst
  runde/gammel.doc: tekstdokument i et andet format: gem det som .docx
  runde/plan.pdf: PDF-fil: bed om det dokument, den er lavet af
  runde/referat.md: er ikke en projektbeskrivelse
  runde/tom.md: Filen er tom
"""
    )
    assert max(map(width, text.splitlines())) <= 80
    assert CPR not in text


@pytest.mark.parametrize(
    ("language", "first", "second", "third"),
    [
        (
            "sv",
            "1 fil med personnummer, som inte får publiceras: runde/3-cpr.md",
            "10 filer: 3 i ordning, 3 med brister, 3 inte lästa (1 Word, 1 PDF, 1 tom), 1 är ingen projektbeskrivning",
            "Sökt: minst ca 36 000 DKK och 9 000 EUR (1 utan läsbart belopp, 3 filer inte lästa, 1 ungefärligt)",
        ),
        (
            "nb",
            "1 fil med fødselsnummer, som ikke må offentliggjøres: runde/3-cpr.md",
            "10 filer: 3 i orden, 3 med mangler, 3 ikke lest (1 Word, 1 PDF, 1 tom), 1 er ikke en prosjektbeskrivelse",
            "Søkt minst ca. 36 000 DKK og 9 000 EUR (1 uten lesbart beløp, 3 filer ikke lest, 1 omtrentlig)",
        ),
        (
            "en",
            "1 file with a personal identity number, which must not be published: runde/3-cpr.md",
            "10 files: 3 in order, 3 with faults, 3 not read (1 Word, 1 PDF, 1 empty), 1 is not a project description",
            "Applied for: at least about DKK 36,000 and EUR 9,000",
        ),
    ],
)
def test_the_head_in_other_languages(language: str, first: str, second: str, third: str) -> None:
    folder()
    page = told("--to", "md", "--lang", language).splitlines()
    assert page[2:5:2] == [f"**{first}**", second]
    assert page[6].startswith(third)


def test_a_budget_without_a_currency_is_in_that_of_the_amount_applied_for() -> None:
    lay("runde/a.yaml", "language: en\ntitle: Garden\namount applied for: EUR 9000\nbudget:\n  Soil: 9000\n")
    (only,) = json.loads(told("--to", "json"))["files"]
    assert (only["applied"]["currency"], only["budget"]["currency"]) == ("EUR", "EUR")


def test_documents_in_several_languages_are_told_of_in_english() -> None:
    lay("runde/a.md")
    lay("runde/b.md", GOOD.replace("Sprog: da", "Sprog: sv"))
    assert told().startswith("2 files: ")


def test_what_is_exact_is_told_without_at_least() -> None:
    lay("runde/a.md")
    lay("runde/b.md", NEAR)
    assert told("--to", "md").splitlines()[2:5:2] == ["2 filer: 2 i orden (1 med advarsler)", "Søgt 18.000 kr."]


def test_a_page_is_one_file_with_links_to_the_documents() -> None:
    folder()
    lay("runde/a #1 & b.md")
    assert told("-o", "ud/side.html") == ""
    page = Path("ud/side.html").read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="da">')
    assert '<a href="../runde/2-marked.md">runde/2-marked.md</a>' in page
    assert '<a href="../runde/a%20%231%20%26%20b.md">runde/a #1 &amp; b.md</a>' in page
    assert "<script" not in page and "http:" not in page and "https:" not in page
    assert "href=" not in told("--to", "html").replace('href="#text"', "")


def test_a_personal_number_in_the_name_of_a_file_is_no_link_and_no_text() -> None:
    lay(f"runde/{CPR}.md")
    for name in ("side.html", "side.csv", "side.md", "side.txt", "side.json"):
        told("-o", name)
        page = Path(name).read_text("utf-8")
        assert "••••••-••••.md" in page and CPR not in page and "%E2%80%A2" not in page
    assert Path("side.txt").read_text("utf-8").startswith("1 fil med CPR-nummer")


def test_json_has_amounts_as_text_and_null_for_what_nobody_can_tell() -> None:
    folder()
    data = json.loads(told("--to", "json", "--pool", "30.000"))
    assert data["version"] == 1 and data["as_of"] == "2026-11-21"
    assert data["counts"] == {"faulty": 3, "warned": 0, "in_order": 3, "unread": 3, "foreign": 1, "folder": 0}
    assert data["personal_numbers"] == ["runde/3-cpr.md"]
    assert data["applied"] == {
        "sums": [
            {"currency": "DKK", "low": "36000", "high": "36000"},
            {"currency": "EUR", "low": "9000", "high": "9000"},
        ],
        "unread": 1,
        "files_unread": 3,
        "ranges": 0,
        "approximate": 1,
    }
    assert data["pool"] == {"amount": "30000", "currency": "DKK"}
    files = {each["path"]: each for each in data["files"]}
    lay("kun/a.yaml", "skema: none\ntitel: Have\n")
    (only,) = json.loads(told("--to", "json", path="kun"))["files"]
    assert (only["applied"], only["own_share"], only["balances"], only["number"]) == (None, None, None, None)
    assert files["runde/4-aftales.md"]["applied"] == {
        "low": None,
        "high": None,
        "currency": "DKK",
        "approximate": False,
    }
    assert files["runde/2-marked.md"] == {
        "path": "runde/2-marked.md",
        "state": "faulty",
        "personal_number": False,
        "number": "2027-2",
        "project": "Fælles marked",
        "applicant": "Torvelauget",
        "language": "da",
        "applied": {"low": "9000", "high": "9000", "currency": "DKK", "approximate": False},
        "budget": {"low": "10000", "high": "10000", "currency": "DKK", "approximate": False},
        "own": {"low": "500", "high": "500", "currency": "DKK", "approximate": False},
        "own_share": "0.0526",
        "balances": False,
        "errors": 1,
        "warnings": 0,
        "first": "Budget og finansiering giver ikke det samme",
        "recommended": None,
        "granted": None,
    }
    assert [(each["path"], each["reason"]) for each in data["unread"]] == [
        ("runde/gammel.doc", "word"),
        ("runde/plan.pdf", "pdf"),
        ("runde/referat.md", "not-a-project"),
        ("runde/tom.md", "file-empty"),
    ]


def test_what_is_missing_most_often_and_a_missing_section_by_its_name() -> None:
    lay(
        "skema.yaml",
        "id: egen\ntitle: {da: Egen}\nlanguage: da\ncurrency: DKK\nsections:\n  - {id: anchoring, required: true}\n",
    )
    lay("runde/a.md", GOOD.replace("Skema: generisk\n", ""))
    lay("runde/b.md", UNBALANCED.replace("Skema: generisk\n", ""))
    text = told("--schema", "skema.yaml")
    assert "1 fejl: »Forankring« mangler\n" in text
    assert text.endswith("Det mangler oftest\n  2 filer: »Forankring« mangler\n")


def test_several_processes_write_the_same_bytes() -> None:
    folder()
    with patch.multiple("projektkort.batch.run", CHUNK=2, BREAK_EVEN=2):
        assert told("--to", "json", "--jobs", "2") == told("--to", "json")


def test_standard_input_is_a_file_too() -> None:
    ran = summary("--to", "md", path="-", stdin=UNBALANCED.encode())
    assert ran.code == 0
    assert "✗ 1 fejl: Budget og finansiering giver ikke det samme | - |" in ran.out


# --- the sheet that a committee fills in --------------------------------------------------------------------------


def sheet(name: str, delimiter: str = ";", encoding: str = "utf-8-sig") -> list[list[str]]:
    return list(csv.reader(io.StringIO(Path(name).read_bytes().decode(encoding), newline=""), delimiter=delimiter))


def fill(name: str, amounts: dict[str, tuple[str, str]], encoding: str = "utf-8-sig") -> None:
    """Writes what was recommended and granted into the rows of these files, as Excel saves them."""
    rows = sheet(name)
    for row in rows:
        row[5:7] = amounts.get(row[0], row[5:7])
    with Path(name).open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def test_the_sheet_opens_in_excel() -> None:
    folder()
    told("-o", "pulje.csv")
    raw = Path("pulje.csv").read_text("utf-8")
    assert raw.startswith(
        f"{MARK}Fil;Nr.;Projekt;Ansøger;Søgt;Indstillet;Bevilget;Valuta;Budget;Egne penge;Egen andel;"
    )
    rows = {row[0]: row[1:] for row in sheet("pulje.csv")}
    assert rows["runde/2-marked.md"] == [
        *("2027-2", "Fælles marked", "Torvelauget", "9000", "", "", "DKK", "10000", "500", "5,3 %", "nej"),
        *("med mangler", "1", "0", "Budget og finansiering giver ikke det samme"),
    ]
    assert rows["runde/6-cirka.md"][3] == "ca. 9.000"
    assert rows["runde/4-aftales.md"][3] == "? ulæseligt"
    assert rows["runde/5-euro.md"][3:7] == ["9000", "", "", "EUR"]
    assert rows["runde/plan.pdf"][-4:] == ["ikke læst", "", "", "PDF-fil: bed om det dokument, den er lavet af"]
    assert "runde/referat.md" not in rows
    told("-o", "pool.csv", "--lang", "en")
    assert sheet("pool.csv", ",")[2][:5] == ["runde/2-marked.md", "2027-2", "Fælles marked", "Torvelauget", "9000"]


def test_a_cell_cannot_become_a_formula() -> None:
    lay("runde/=1+1.md", numbered(1, "@SUM(A1:A9)").replace("Fælles køkkenhave", "+45 minutter"))
    told("-o", "pulje.csv")
    assert sheet("pulje.csv")[1][:4] == ["runde/=1+1.md", "2027-1", "'+45 minutter", "'@SUM(A1:A9)"]
    os.chdir("runde")
    assert projekt("summary", "=1+1.md", "-o", "ind.csv").code == 0
    assert sheet("ind.csv")[1][0] == "'=1+1.md"
    fill("ind.csv", {"'=1+1.md": ("5.000", "")})
    assert "Indstillet: 5.000 kr. til 1 projekt" in projekt("summary", "=1+1.md", "--pool", "ind.csv").out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_what_was_filled_in_is_read_back_against_the_pool(encoding: str) -> None:
    folder()
    told("-o", "pulje.csv")
    amounts = {
        "runde/1-have.md": ("8.000,50", "8000 kr."),
        "runde/2-marked.md": ("0", "0,00"),
        "runde/5-euro.md": ("1000", ""),
        "runde/plan.pdf": ("4000", ""),
    }
    fill("pulje.csv", amounts, encoding)
    page = told("--pool", "pulje.csv", "--pool", "10.000 kr.", "--to", "md")
    lines = page.splitlines()
    assert (
        "Indstillet: 12.000,50 kr. og 1.000 EUR til 3 projekter, 2.000,50 kr. mere end puljen, 1.000 EUR ikke medregnet"
        in lines
    )
    assert "Bevilget: 8.000 kr. til 1 projekt, 2.000 kr. tilbage i puljen" in lines
    assert "| Stemmer | Indstillet | Bevilget | Mangler | Fil |" in page
    assert "| ✓ ja | 8.000,50 | 8.000 | ✓ i orden | runde/1-have.md |" in page
    assert "| ✓ ja | – | – | ✗ 1 fejl: Der står et CPR-nummer i dokumentet | runde/3-cpr.md |" in page
    text = told("--pool", "pulje.csv")
    assert max(map(width, text.splitlines())) <= 80
    assert "Nabohaven · Budget: 10.000 · Egne penge: 1.000 (10 %) ·\n            runde/1-have.md\n" in text


def test_a_sheet_that_was_filled_in_is_written_anew_with_its_amounts() -> None:
    folder()
    told("-o", "pulje.csv")
    fill("pulje.csv", {"runde/1-have.md": ("8.000,50", ""), "runde/5-euro.md": ("", "1.000 kr.")})
    lay("runde/7-ny.md", numbered(7, "Lokalarkivet"))
    told("-o", "pulje.csv")
    rows = {row[0]: row[5:7] for row in sheet("pulje.csv")}
    assert rows["runde/1-have.md"] == ["8000,50", ""]
    assert rows["runde/5-euro.md"] == ["", "1.000 kr."]
    assert rows["runde/7-ny.md"] == ["", ""]
    again = Path("pulje.csv").read_bytes()
    told("-o", "pulje.csv", "--pool", "./pulje.csv")
    assert Path("pulje.csv").read_bytes() == again
    told("-o", "kopi.csv", "--pool", "pulje.csv")
    assert Path("kopi.csv").read_bytes() == again


def test_nothing_that_was_filled_in_is_written_over() -> None:
    folder()
    told("-o", "pulje.csv")
    Path("tom.csv").write_bytes(Path("pulje.csv").read_bytes())
    fill("pulje.csv", {"runde/1-have.md": ("8000", "")})
    assert summary("--pool", "tom.csv", "-o", "pulje.csv") == (
        2,
        "",
        "projekt: what the row of runde/1-have.md of “pulje.csv” says would be lost. Name another file with -o.\n",
    )
    Path("pulje.csv").write_text(
        MARK + "\n".join(";".join([*row, f"note {at}"]) for at, row in enumerate(sheet("pulje.csv")))
    )
    assert summary("-o", "pulje.csv").err == (
        "projekt: what the column “note 0” of “pulje.csv” says would be lost. Name another file with -o.\n"
    )
    assert "Indstillet: 8.000 kr." in told("--pool", "pulje.csv")
    lay("andet.csv", "navn;alder\nSkak;12\n")
    ran = summary("-o", "andet.csv")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "projekt: »andet.csv« kan ikke bruges:",
        "  første linje har ikke de kolonneoverskrifter, som et overblik skriver (Fil, Indstillet, Bevilget)",
    ]
    assert Path("andet.csv").read_text() == "navn;alder\nSkak;12\n"


def test_every_fault_of_a_sheet_is_told_with_its_row_and_column() -> None:
    folder()
    lay(
        "pulje.csv",
        "Fil;Nr.;Indstillet;Bevilget\n"
        "runde/1-have.md;;otte tusind;ca. 9.000\n"
        "runde/gone.md;;100;\n"
        ";2027-2;-5;\n"
        ";2027-2;200;\n"
        "runde/2-marked.md;;300;\n"
        ";;400;\n"
        "runde/withdrawn.md;;;-\n",
    )
    ran = summary("--pool", "pulje.csv")
    assert (ran.code, ran.out) == (2, "")
    unknown = "er ingen af overblikkets filer. Skriv stien, som overblikket viser den."
    inexact = "er ikke et bestemt beløb. Skriv det med tal, fx 12500,50."
    assert ran.err.splitlines() == [
        "projekt: »pulje.csv« kan ikke bruges:",
        f"  række 2, kolonne »Indstillet«: »otte tusind« {inexact}",
        f"  række 2, kolonne »Bevilget«: »ca. 9.000« {inexact}",
        f"  række 3, kolonne »Fil«: »runde/gone.md« {unknown}",
        f"  række 4, kolonne »Indstillet«: »-5« {inexact}",
        "  række 6, kolonne »Fil«: »runde/2-marked.md« har allerede beløb i en tidligere række. Behold kun den ene.",
        "  række 7, kolonne »Nr.«: rækken har et beløb, men nævner ingen fil. Skriv stien, som overblikket viser den.",
    ]
    assert (
        "row 2, column “Indstillet”: “otte tusind” is not an exact amount."
        in summary("--pool", "pulje.csv", "--lang", "en").err
    )


@pytest.mark.parametrize(
    "text",
    [
        "File,No.,Recommended\n1-have.md,,8000.50\n,,\nTotal,,8000.50\n",
        "Fil\tNr\tFöreslaget\tBeviljat\nannan/mapp/1-have.md\t\t8 000,50\t\n",
        "Innstilt;Nr.\n8000,50;2027-1\n8000,50;Sum\n",
        '"Innvilget";"Innstilt";"Fil"\n;"8.000,50";"1-have.md"\n',
    ],
)
def test_a_sheet_in_any_language_its_rows_named_in_other_ways(text: str) -> None:
    folder()
    lay("p.csv", text)
    assert "Indstillet: 8.000,50 kr. til 1 projekt\n" in told("--pool", "p.csv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "første linje har ikke"),
        (b"Projekt;Indstillet\nHave;100\n", "første linje har ikke"),
        (b"Fil;Nr.\n1-have.md;\n", "første linje har ikke"),
        (b"PK\x03\x04xl/workbook", "p.csv: "),
        (b"Fil;Indstillet\n" + b"x" * 200_000 + b";1\n", "den kan ikke læses som CSV"),
        (b"x" * 200_000, "den kan ikke læses som CSV"),
        (
            b"Fil;Indstillet;indstillet \n1-have.md;1;2\n",
            "række 1, kolonne »Indstillet«: »Indstillet« står to gange. Behold kun den ene kolonne.\n",
        ),
    ],
)
def test_what_is_no_sheet_of_ours_is_refused(content: bytes, message: str) -> None:
    folder()
    lay("p.csv", content)
    ran = summary("--pool", "p.csv")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err and "Traceback" not in ran.err


def test_a_file_name_that_is_no_text_is_shown_and_linked() -> None:
    lay("runde/a.md")
    os.rename(b"runde/a.md", b"runde/bad\xff\x01.md")  # noqa: PTH104 - a name of bytes
    for name in ("side.html", "side.csv", "side.md", "side.txt"):
        told("-o", name)
        page = Path(name).read_text("utf-8")
        assert "bad\\udcff\\x01.md" in page.replace("\\\\", "\\") and "\x01" not in page
    assert 'href="runde/bad%FF%01.md"' in Path("side.html").read_text("utf-8")


def test_a_path_that_windows_cannot_write_is_known_by_its_number() -> None:
    lay("runde/have \N{TULIP}.md", numbered(1, "Nabohaven"))
    lay("p.csv", "Fil;Nr.;Indstillet\nrunde/have ?.md;2027-1;8000\n")
    assert "Indstillet: 8.000 kr. til 1 projekt\n" in told("--pool", "p.csv")
    lay("runde/b.md", numbered(1, "Torvelauget"))
    assert "»runde/have ?.md« er ingen af overblikkets filer." in summary("--pool", "p.csv").err


def test_a_name_that_several_files_have_is_told_so() -> None:
    lay("runde/a/x.md")
    lay("runde/b/x.md")
    lay("p.csv", "Fil;Indstillet\nx.md;8000\n")
    assert "»x.md« passer på flere af overblikkets filer." in summary("--pool", "p.csv").err


def test_a_stray_line_break_or_a_column_without_a_head_loses_nothing() -> None:
    folder()
    for text in ("Fil;Indstillet;Note\n1-have.md;100;ring\r til dem\n", "Fil;Indstillet\n1-have.md;100;ring\n"):
        lay("p.csv", text)
        assert summary("-o", "p.csv").code == 2
        assert Path("p.csv").read_bytes() == text.encode()


def test_a_folder_that_cannot_be_opened_is_no_file() -> None:
    lay("runde/a.md")
    lay("runde/lukket/b.md")
    with patch("projektkort.source.walk._listed", side_effect=[(["a.md", "lukket"], {"lukket": 1}), PermissionError]):
        text = told("--to", "md")
    assert "1 fil: 1 i orden, 1 mappe ikke gennemset\n" in text
    assert "Søgt mindst 9.000 kr. (1 mappe ikke gennemset)\n" in text
    assert "- runde/lukket: mappe, der ikke kan åbnes\n" in text


# --- the pool, and our own files ----------------------------------------------------------------------------------


def test_the_pool_may_be_configured() -> None:
    folder()
    lay("runde/projekt.toml", '[pool]\namount = "30.000 kr."\ndecisions = "pulje.csv"\n')
    assert summary() == (
        2,
        "",
        "projekt: there is no file “runde/pulje.csv”. To begin it: projekt summary runde -o runde/pulje.csv\n",
    )
    told("-o", "runde/pulje.csv")
    fill("runde/pulje.csv", {"runde/1-have.md": ("8000", "")})
    text = told("--to", "md")
    assert "pulje 30.000 kr., mindst ca. 6.000 kr. mere end puljen\n" in text
    assert "Indstillet: 8.000 kr. til 1 projekt, 22.000 kr. tilbage i puljen\n" in text
    assert "10 filer: " in text  # neither the sheet nor the configuration is one
    assert "pulje 9.000 EUR\n" in told("--to", "md", "--pool", "9.000 EUR", "--pool", "runde/pulje.csv")
    lay("andet.csv", "Fil;Bevilget\n1-have.md;1\n")
    assert "pulje 30.000 kr." in told("--pool", "andet.csv", "--to", "md")


@pytest.mark.parametrize("amount", ["omkring 5.000", "mange", "5.000-6.000"])
def test_a_pool_that_is_no_exact_amount(amount: str) -> None:
    folder()
    assert summary("--pool", amount).err == (
        f"projekt: the pool “{amount}” is no exact amount. Write it in plain digits, such as 900000.\n"
    )


def test_a_broken_configuration_stops_the_command() -> None:
    folder()
    lay("runde/projekt.toml", 'ignore = ["budget-balance"]\n[pool]\namont = 3\n')
    ran = summary()
    assert ran.code == 2
    assert "runde/projekt.toml:1:" in ran.err and "“budget-balances”" in ran.err
    assert "runde/projekt.toml:3:1: " in ran.err and "“amount”" in ran.err


@pytest.mark.parametrize("words", [("--pool", "1", "--pool", "2"), ("--pool", "a.csv", "--pool", "b.csv")])
def test_one_pool_and_one_sheet(words: tuple[str, ...]) -> None:
    folder()
    assert summary(*words).err == "projekt: --pool takes one amount and one CSV file.\n"


# --- in a terminal ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_whatever_the_width_nothing_is_left_out(columns: int) -> None:
    folder()
    made = json.loads(told("--to", "json"))
    with (
        patch("projektkort.cli.summary.width", return_value=columns),
        patch("projektkort.cli.summary.colourful", return_value=True),
    ):
        text = told("--pool", "30000")
    assert "\x1b[31m✗\x1b[0m 2027-3" in text or columns == 40
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(map(width, plain.splitlines())) <= columns
    flowing = " ".join(plain.split())
    for each in made["files"]:
        assert all(each[name] in flowing for name in ("number", "project", "applicant", "path"))
    for amount in ("9.000 EUR", "ca. 9.000", "500 (5,3 %)", "✗ nej", "? ulæseligt"):
        assert amount in flowing


# --- commands and codes -------------------------------------------------------------------------------------------


def test_an_application_is_never_written_over() -> None:
    folder()
    assert summary("-o", "runde/1-have.md").err == (
        "projekt: “runde/1-have.md” is a file that was read; it would be lost. Name another one.\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--to", "xml"), "there is no form “xml”. Known: csv, html, json, md, text."),
        (("--to", "md", "-o", "ud.html"), "“--to” asks for md, but “ud.html” for html."),
    ],
)
def test_wrong_words(words: tuple[str, ...], message: str) -> None:
    lay("runde/a.md")
    assert summary(*words) == (2, "", f"projekt: {message}\n")


def test_codes() -> None:
    Path("runde").mkdir()
    assert summary() == (3, "There are no files.\n", "")
    lay("runde/a.pdf")
    ran = summary("--lang", "da")
    assert ran.code == 3
    assert ran.out.startswith("1 fil: 0 i orden, 1 ikke læst (1 PDF)\n")
    lay("runde/tom.md", "")
    assert summary().code == 1
    lay("runde/b.md")
    assert summary().code == 0


def test_a_fault_of_ours_is_told_and_the_other_files_go_on() -> None:
    folder()
    with patch("projektkort.cli.rows.row_of", side_effect=ZeroDivisionError("oops")):
        ran = projekt("summary", "runde/1-have.md", "runde/tom.md", "--lang", "da", "--jobs", "1")
    assert ran.code == 4
    assert ran.err == "runde/1-have.md: ZeroDivisionError: oops\nThis is a fault of projektkort, not of your file.\n"
    assert ran.out.startswith("2 filer: 0 i orden, 2 ikke læst (1 af en anden slags, 1 tom)\n")


def test_the_file_at_which_a_process_ends_is_told() -> None:
    lost = Telling(Asked(Request())).lost(Found(f"{CPR}.md"))
    assert (lost.path, lost.row.path, lost.fault) == (f"{CPR}.md", "••••••-••••.md", "the process ended")
    assert lost.row.crashed and not lost.row.is_read


def test_the_command_is_known_and_its_help_says_how() -> None:
    assert "summary" in NAMES
    shown = " ".join(projekt("summary", "--help").out.split())
    assert HELP.splitlines()[0] in shown
    assert "--pool AMOUNT|FILE.csv" in shown


def test_every_command_of_the_page_about_it_works() -> None:
    folder()
    Path("runde").rename("applications")
    page = (ROOT / "docs" / "summary.md").read_text("utf-8")
    commands = [line.partition("#")[0].split() for line in page.splitlines() if line.startswith("projekt summary")]
    assert len(commands) == 7
    for _, *words in commands:
        assert projekt(*words).code == 0
    (table,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    lay("projekt.toml", table)
    assert "pulje 900.000 kr." in projekt("summary", "applications/").out
