"""`projekt convert`: the new file says the same as the old one, in whole; or there is none."""

from __future__ import annotations

import re
from os.path import commonpath
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from desk import GOOD, OWN_SCHEMA, lay
from projektkort.engine import Loaded, Request, check, load
from projektkort.engine.waivers import waivers_in
from projektkort.pages.inspection import Inspected, as_data, essence
from projektkort.source import decode, read_file
from terminal import projekt

EXAMPLES = sorted((ROOT / "examples").glob("*/ok/*"))
OTHER = {".md": ".yaml", ".txt": ".yaml", ".yaml": ".md"}


def named(path: Path) -> str:
    return path.relative_to(ROOT / "examples").as_posix()


def own_schema(path: Path) -> list[str]:
    file = path.parent.parent / f"{path.parent.parent.name}.yaml"
    return ["--schema", str(file)] if file.exists() else []


def said(path: Path, schema: list[str]) -> dict[str, Any]:
    """What a document says under its labels, and under none where that is no comment."""
    request = Request(schema=schema[1] if schema else None)
    read = load(decode(path.read_bytes(), path.name), request)
    data = essence(as_data(Inspected("", read.project, read.choice.schema.id, read.choice.by)))
    del data["unplaced"]
    project, typed = data["project"], ("period", "applicant", "application", "previous")
    project["sections"] = [section for section in project["sections"] if section["id"] not in typed]
    project["other"] = [section for section in project["other"] if section["text"]]
    return data


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_an_example_says_the_same_in_the_other_form_and_back(path: Path, desk: Path) -> None:
    schema = own_schema(path)
    there, back = desk / f"there{OTHER[path.suffix]}", desk / f"back{OTHER[OTHER[path.suffix]]}"
    assert projekt("convert", str(path), "-o", str(there), *schema) == (0, "", "")
    assert projekt("convert", str(there), "-o", str(back), *schema) == (0, "", "")
    assert said(there, schema) == said(path, schema) == said(back, schema)


@pytest.mark.parametrize("path", EXAMPLES, ids=named)
def test_an_example_in_the_other_form_is_as_much_in_order(
    path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = own_schema(path)
    there = desk / f"there{OTHER[path.suffix]}"
    assert projekt("convert", str(path), "-o", str(there), *schema).code == 0
    request = Request(schema=schema[1] if schema else None)
    monkeypatch.chdir(commonpath([desk, path]))  # a report may name what lies below the folder of the check
    before, after = (check(read_file(str(each)), request) for each in (path, there))
    assert [finding.rule for finding in after.findings] == [finding.rule for finding in before.findings]
    source = path.read_text("utf-8")
    assert words(source) - words(there.read_text("utf-8")) <= (GLUED if path.suffix == ".txt" else KEYS)


GLUED = {"besøk", "ende", "delprosjekt", "statusrapport"}
"""Words that a page's end broke, and the words of markers."""
KEYS = {
    *("projektnavn", "projektnamn", "titel", "title", "linjer", "lines", "rader", "kilder", "start", "slut", "text"),
    *("tekst", "rapporter", "currency", "valuta", "stykpris", "kostnad", "indtægter", "udgifter", "br", "anmärkning"),
    *("bemærkning", "kommentar", "åtgärder", "merknad", "tiltak", "delprojekt", "skema"),
    *("projektets", "prosjektnavn", "navn"),
}
"""Keys and heads that only say what stands behind or below them."""


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]+|\d+", text)}


@pytest.mark.parametrize("language", ["yaml", "markdown"])
def test_the_applications_as_people_type_them(language: str, documents: Path, desk: Path) -> None:
    found = re.findall(rf"```{language}\n(.*?)```", (documents / "MESSAGES.md").read_text("utf-8"), re.DOTALL)
    ending = {"yaml": ".yaml", "markdown": ".md"}[language]
    [text] = found
    path = Path(lay(f"typed{ending}", text))
    assert projekt("convert", path.name, "-o", f"there{OTHER[ending]}") == (0, "", "")
    assert said(Path(f"there{OTHER[ending]}"), []) == said(path, [])


def test_what_is_in_the_form_already_stays_as_it_is(desk: Path) -> None:
    lay("a.md", GOOD.replace("\n", "\r\n").encode("cp1252"))
    assert projekt("convert", "a.md", "--to", "md").out == GOOD.replace("\n", "\r\n")
    lay("a.yaml", "# Et udkast.\nskema:   generisk\nprojektnavn: Kor\n")
    assert projekt("convert", "a.yaml", "--to", "yaml").out == "# Et udkast.\nskema:   generisk\nprojektnavn: Kor\n"


def test_a_project_is_written_as_people_type_yaml(desk: Path) -> None:
    lay("a.md", "<!-- Kladde -->\n" + GOOD + "Beløbene er med moms.\n")
    assert (
        projekt("convert", "a.md", "--to", "yaml").out
        == """\
skema: generisk
sprog: da
projektnavn: Fælles køkkenhave
formål: Naboer dyrker grøntsager sammen.
periode: 1. marts - 30. juni 2027
søgt beløb: 9.000 kr.
budget:
  - {post: Jord og planter, beløb: 7.500}
  - {post: Redskaber, beløb: 2.500}
  - {post: I alt, beløb: 10.000}
finansiering:
  - Beløbene er med moms.
  - {kilde: Lokalpuljen (søgt), beløb: 9.000}
  - {kilde: Egne penge, beløb: 1.000}
  - {kilde: I alt, beløb: 10.000}
# Kladde
"""
    )


def test_a_project_is_written_as_people_type_markdown(desk: Path) -> None:
    lay(
        "a.yaml",
        "sprog: da\nprojektnavn: Kor\nansøger: Koret\ntekst: |\n  Kære udvalg.\n\n  Læs her:\n  Budget er nyt.\n"
        "formål: |\n  Dato: 1. maj er for tidligt.\n  # ingen overskrift\n"
        "resultater:\n  tekst: Sang.\n  kort sigt: Et kor\n"
        "budget:\n  bemærkning: Med moms.\n  linjer:\n    - {post: Noder, beløb: 500, farve: rød, tilbud: vedlagt}\n"
        "  i alt: 500\nvedtægter: [a, b]\n",
    )
    assert (
        projekt("convert", "a.yaml", "--to", "md").out
        == """\
---
sprog: da
---

# Kor

Kære udvalg.

Læs her:
Budget er nyt.

Ansøger: Koret

## Formål

Dato\\: 1. maj er for tidligt.
\\# ingen overskrift

## Resultater

Sang.

### Kort sigt

Et kor

## Budget

Med moms.

| Post | Beløb | Farve | Tilbud |
|---|---:|---|---|
| Noder | 500 | rød | vedlagt |
| i alt | 500 |  |  |

## Vedtægter

- a
- b
"""
    )


def test_where_it_would_say_something_else_nothing_is_written(desk: Path) -> None:
    path = ROOT / "examples/generisk/broken/too-deep--indlejrede-lister.yaml"
    ran = projekt("convert", str(path), "-o", "b.md")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"{path}: nothing was written, for as md it would say something else:\n"
        "  the contact “[[[[[[[[[[[7]]]]]]]]]]]” would be lost\n"
        "  line 4, contact: the text “[[[[[[[[[[[7]]]]]]]]]]]” would be lost\n"
    )
    assert not Path("b.md").exists()


def test_a_sentence_with_an_amount_among_lines_stays_unread(desk: Path) -> None:
    path = ROOT / "examples/generisk/broken/line-not-read--pris-i-en-saetning.md"
    assert projekt("convert", str(path), "-o", "b.yaml") == (0, "", "")
    assert [finding.rule for finding in check(read_file("b.yaml")).findings] == ["line-not-read"]
    assert said(Path("b.yaml"), []) == said(path, [])


def test_what_cannot_be_read_is_told_and_not_written(desk: Path) -> None:
    lay("empty.md", "")
    assert projekt("convert", "empty.md", "--to", "yaml") == (
        1, "", "empty.md: The file is empty, so nothing was checked.\n",
    )  # fmt: skip
    Path("none").mkdir()
    assert projekt("convert", "none", "--to", "yaml").code == 3


def test_standard_input_is_converted_under_its_name() -> None:
    ran = projekt("convert", "-", "--to", "md", "--stdin-filename", "a.yaml", stdin=b"titel: Kor\nsprog: da\n")
    assert (ran.code, ran.out, ran.err) == (0, "---\nsprog: da\n---\n\n# Kor\n", "")


WRONG = [
    ("a.md", "write --to md or --to yaml, or name the new file with -o."),
    ("a.md --to docx", "there is no form “docx”. Known: md, yaml."),
    ("a.md -o b.html", "“b.html” would be no document: its name ends in .md or .yaml."),
    ("a.md --to md -o b.yaml", "“--to” asks for md, but “b.yaml” for yaml."),
    ("a.md -o b.yaml", "“b.yaml” is there already. Name another file, or write --overwrite."),
    ("a.md -o a.md --overwrite", "“a.md” is a file that was read; it would be lost. Name another one."),
    (". --to yaml", "“.” is 2 files: convert them one by one."),
    ("c.md --to yaml", "there is no file or folder “c.md”. Did you mean “a.md”?"),
]


@pytest.mark.parametrize(("command", "told"), WRONG, ids=[command for command, _ in WRONG])
def test_a_command_that_cannot_be_followed(command: str, told: str, desk: Path) -> None:
    lay("a.md")
    lay("b.yaml", "projektnavn: Kor\nformål: Sang\n")
    assert projekt("convert", *command.split()) == (2, "", f"projekt: {told}\n")
    assert Path("b.yaml").read_text("utf-8") == "projektnavn: Kor\nformål: Sang\n"


def test_paths_are_told_as_from_the_new_folder(desk: Path) -> None:
    lay("ansoegning.md")
    lay("egen.yaml", OWN_SCHEMA)
    lay("in/r.yaml", "skema: ../egen.yaml\nprojektnavn: Kor\nformål: Sang\nansøgning: ../ansoegning.md\n")
    assert projekt("convert", "in/r.yaml", "-o", "ud/af/r.md") == (0, "", "")
    assert (
        Path("ud/af/r.md").read_text("utf-8")
        == """\
---
skema: "../../egen.yaml"
---

# Kor

Ansøgning: ../../ansoegning.md

## Formål

Sang
"""
    )
    assert '"../egen.yaml"' in projekt("convert", "in/r.yaml", "--to", "md").out


def test_a_document_whose_language_nobody_can_tell(desk: Path) -> None:
    lay("a.md", "Budget\n\nTelt 500\nSum: 500\n")
    out = projekt("convert", "a.md", "--to", "yaml").out  # a table would have heads, which tell more than there was
    assert out == "schema: generisk\nbudget: |\n  Telt 500\n  Sum: 500\n"


def test_a_side_that_is_only_a_figure(desk: Path) -> None:
    lay("a.md", "Sprog: da\nProjektnavn: Kor\nBudget: 500 kr.\nFormål: Sang.\n")
    out = projekt("convert", "a.md", "--to", "yaml").out
    assert out == "sprog: da\nprojektnavn: Kor\nbudget: 500 kr.\nformål: Sang.\n"


def test_what_finds_no_column_is_a_comment(desk: Path) -> None:
    lay(
        "a.md",
        "Sprog: da\nProjektnavn: Kor\n\nBudget:\n\n| Noder | 500 | lilla |\n| Stole | 250 | |\n| I alt | 750 | |\n",
    )
    out = projekt("convert", "a.md", "--to", "yaml").out
    assert "  - {post: Noder, beløb: 500}\n" in out
    assert "# | Noder | 500 | lilla |\n" in out


def test_a_line_whose_columns_stand_below_its_name(desk: Path) -> None:
    lay(
        "a.yaml", "sprog: da\nprojektnavn: Kor\nbudget:\n  Noder: {antal: 2, enhedspris: 50, beløb: 100}\n  Leje: 250\n"
    )
    out = projekt("convert", "a.yaml", "--to", "md").out
    assert "| Post | Antal | Enhedspris | Beløb |" in out
    assert "| Noder | 2 | 50 | 100 |\n| Leje |  |  | 250 |\n" in out


def test_sub_projects_that_stand_below_no_label(desk: Path) -> None:
    lay(
        "a.md",
        "Skema: status-report\nSprog: da\n\n# Kystbyer\n\nRapport nr.: 1\n\n"
        "## Delprojekt 1: Havnebad\n\nPælene er sat.\n\n"
        "## Delprojekt 2: Stiforløb\n\nRuten er aftalt.\n\n## Risici\n\nIngen.\n",
    )
    out = projekt("convert", "a.md", "--to", "yaml").out
    assert "delprojekter:\n  - {nr: 1, titel: Havnebad, tekst: Pælene er sat.}\n" in out


def test_a_personal_number_is_not_carried_over_and_that_is_told(desk: Path) -> None:
    lay("a.yaml", "titel: Kor\nsprog: da\nkontakt: Formanden, 010190-1234\n")
    ran = projekt("convert", "a.yaml", "--to", "md")
    assert "0101" not in ran.out
    assert "1234" not in ran.out
    assert ran.err == "a.yaml: 1 personal number was not carried over; bullets stand there.\n"
    assert ran.code == 0


def test_a_labelled_part_inside_a_sub_project_stays_there(desk: Path) -> None:
    head = "Sprog: da\n\n# Fjordmad\n\nRapport nr.: 2\nPeriode: 1. april – 30. juni 2026\n\n"
    lay("a.md", f"{head}## Delprojekt 1: Gårdbutikker\n\n### Status\nSeks butikker er åbne.\n")
    assert "  - nr: 1\n    titel: Gårdbutikker\n" in projekt("convert", "a.md", "--to", "yaml").out
    assert said(Path("a.md"), [])["project"]["subprojects"][0]["entries"][0]["sections"][0]["id"] == "situation"


def test_a_fault_of_ours_leaves_the_file_alone_and_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("projektkort.cli.convert.drafts", broken)
    lay("a.md")
    ran = projekt("convert", "a.md", "-o", "b.yaml")
    assert (ran.code, ran.out, Path("b.yaml").exists()) == (4, "", False)
    assert "RecursionError: too deep" in ran.err
    assert "It happened with a.md." in ran.err
    assert ran.err.endswith(
        "This is a fault of projektkort, not of your file. Please report it with the lines above.\n"
    )


STATUS = "Skema: status-report\nSprog: da\n\n# Kystbyer\n\nRapport nr.: 1\n\n## Økonomi\n\n"
TABLES = [
    ("| | Budget | Forbrug | Rest |\n|---|---:|---:|---:|\n| Løn | 120 | 80 | 40 |\n",
     "  - {post: Løn, budget: 120, forbrug: 80, rest: 40}\n"),
    ("| Post | Vedtaget ramme | Forbrug |\n|---|---:|---:|\n| Løn | 120 | 80 |\n",
     "  - {post: Løn, beløb (vedtaget ramme): 120, forbrug: 80}\n"),
    ("| Post | Budget 2026 | Budget 2027 |\n|---|---:|---:|\n| Løn | 120 | 80 |\n",
     "  - {post: Løn, Budget 2026: 120, Budget 2027: 80}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "line"), TABLES, ids=["no head", "unknown head", "years"])
def test_a_column_keeps_what_it_was_read_as(table: str, line: str, desk: Path) -> None:
    lay("a.md", STATUS + table)
    ran = projekt("convert", "a.md", "-o", "b.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert line in Path("b.yaml").read_text("utf-8")
    assert said(Path("b.yaml"), []) == said(Path("a.md"), [])


def test_the_notes_of_goals_stay_notes(desk: Path) -> None:
    lay(
        "a.md",
        "Schema: goal-report\nLanguage: en\n\n# Harbour\n\nPeriod: 2025–2027\n\n## Goals\n\n"
        "| Goal | Status 2025 | Status 2026 | Chaired |\n|---|---|---|---|\n"
        "| 1.1 Two open days | Met | Met | By turns |\n| 1.2 New jetty | Not started | Ongoing | |\n",
    )
    ran = projekt("convert", "a.md", "-o", "b.yaml")
    assert (ran.code, ran.err) == (0, "")
    notes = [goal["notes"] for goal in said(Path("b.yaml"), [])["project"]["goals"]]
    assert notes == [["Status 2025: Met", "Chaired: By turns"], ["Status 2025: Not started"]]


def test_what_finds_no_column_keeps_its_head(desk: Path) -> None:
    table = "| Post | Beløb | Note | Note |\n|---|---:|---|---|\n| Noder | 500 | lilla | A4 |\n"
    lay("a.md", f"Sprog: da\nProjektnavn: Kor\n\n## Budget\n\n{table}")
    out = projekt("convert", "a.md", "--to", "yaml").out
    assert "# | Post | Beløb | Note | Note |\n# | Noder | 500 | lilla | A4 |\n" in out


HEAD = "Sprog: da\nProjektnavn: Kor\n\n## Budget\n\n"
COLUMNS = [
    ("| Post | Antal | Pris | Beløb |\n|---|---|---|---|\n| Løn | | | 500 |\n| Noder | 2 | 50 | 100 |\n",
     ["- {post: Løn, beløb: 500}", "- {post: Noder, antal: 2, pris: 50, beløb: 100}"]),
    ("| Post | Vik | Havn | I alt |\n|---|---|---|---|\n| Løn | 200 | 300 | 500 |\n| Noder | – | 100 | 100 |\n",
     ["- {post: Løn, Vik: 200, Havn: 300, i alt: 500}", '- {post: Noder, Vik: "–", Havn: 100, i alt: 100}']),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), COLUMNS, ids=["price and amount", "partners"])
def test_each_amount_keeps_its_column_there_and_back(table: str, rows: list[str], desk: Path) -> None:
    lay("a.md", HEAD + table)
    assert projekt("convert", "a.md", "-o", "b.yaml") == (0, "", "")
    assert Path("b.yaml").read_text("utf-8").split("budget:\n")[1] == "".join(f"  {row}\n" for row in rows)
    assert projekt("convert", "b.yaml", "-o", "c.md") == (0, "", "")
    assert said(Path("c.md"), []) == said(Path("b.yaml"), []) == said(Path("a.md"), [])


def test_lines_that_name_their_columns_in_part(desk: Path) -> None:
    lay(
        "a.yaml",
        "sprog: da\nprojektnavn: Kor\nbudget:\n  valuta: DKK\n  linjer:\n"
        "    - {post: Noder, antal: 2, pris: 50, beløb: 100}\n    - {post: Leje, beløb: 250}\n  i alt: 350\n",
    )
    out = projekt("convert", "a.yaml", "--to", "md").out
    assert out.split("\n\n", 2)[2] == (
        "## Budget (DKK)\n\n| Post | Antal | Pris | Beløb |\n|---|---:|---:|---:|\n"
        "| Noder | 2 | 50 | 100 |\n| Leje |  |  | 250 |\n| i alt |  |  | 350 |\n"
    )


def test_a_table_in_a_text_of_yaml_becomes_a_table(desk: Path) -> None:
    table = "| Post | Antal | Pris | Beløb |\n|---|---:|---:|---:|\n| Noder | 2 | 50 | 100 |\n| Leje |  |  | 250 |\n"
    rows = "".join(f"  {line}\n" for line in table.splitlines())
    lay("a.yaml", f"sprog: da\nprojektnavn: Kor\nbudget: |\n  Alt er med moms.\n\n{rows}")
    out = projekt("convert", "a.yaml", "--to", "md").out
    assert out.split("\n\n", 2)[2] == f"## Budget\n\nAlt er med moms.\n\n{table}"


# --- what is set aside -------------------------------------------------------------------------------------------

WAIVED = {
    "a.md": "---\nskema: generisk\nundtagelser:\n  - regel: budget-total\n    grund: regningen følger i maj\n---\n"
    "Titel: Have\nFormål: Vi dyrker grøntsager sammen.\n",
    "a.yaml": "skema: generisk\ntitel: Have\nformål: Vi dyrker grøntsager sammen.\n"
    "waivers:\n  budget-total: {reason: regningen følger i maj, until: 2027-05-31}\n  dates: aftalt med kontoret\n",
}


def set_aside(loaded: Loaded) -> list[tuple[tuple[str, ...], str, object]]:
    found = waivers_in(loaded.document)
    return [(tuple(name.value for name in each.names), each.reason, each.until) for each in found]


@pytest.mark.parametrize("name", WAIVED)
def test_what_is_set_aside_in_the_whole_document_stays_so(name: str, desk: Path) -> None:
    lay(name, WAIVED[name])
    new = f"ny{OTHER[Path(name).suffix]}"
    assert projekt("convert", name, "-o", new) == (0, "", "")
    before, after = (load(read_file(path)) for path in (name, new))
    assert set_aside(before) == set_aside(after) != []
    labels = {section.label.value.lower() for section in (*after.project.sections, *after.project.other)}
    assert labels <= {"skema", "titel", "formål"}


def test_what_is_set_aside_on_a_line_comes_over_as_a_comment(desk: Path) -> None:
    text = GOOD.replace("Redskaber: 2.500", "Redskaber: 2.500 <!-- projekt: undtag budget-total: følger i maj -->")
    assert "# projekt: undtag budget-total: følger i maj\n" in projekt("convert", lay("a.md", text), "--to", "yaml").out
