"""The letter to the applicant: whole letters in four languages, what is not in it, and to whom one is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import application
from markup import parsed, safe_and_accessible, words

import projektkort
from conftest import ROOT
from desk import GOOD, MINUTES, NEAR, UNBALANCED, lay
from projektkort.engine import check_text
from projektkort.finding import Finding, Outcome, Severity, Standing, Waiver
from projektkort.frozen import replace
from projektkort.pages import Checked, page
from projektkort.pages.letter import Letter, letter
from projektkort.pages.voice import Voice
from projektkort.rules.texts import Catalogue
from projektkort.span import Span, Where
from terminal import projekt

LETTERS = ROOT / "tests/pages/letters"
CHECKED = Checked("ansøgninger/nord.md", "0" * 64, None, ())
WORDS = Catalogue()


def written(*findings: Finding, checked: Checked = CHECKED, language: str = "da") -> Letter:
    return letter(application(), findings, checked, WORDS, Voice(language, "md"))


def found(rule: str, line: int, severity: Severity = Severity.ERROR, **more: object) -> Finding:
    return Finding(rule, severity, Span(line, 1, line, 2), **more)  # type: ignore[arg-type]  # fields by name


# --- whole letters -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "sv", "nb", "en"])
def test_a_whole_letter(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(LETTERS)
    ran = projekt("render", f"{language}.md", "--template", "letter")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (LETTERS / f"{language}.expected.md").read_text("utf-8")


def test_the_page_for_the_printer_says_the_same(desk: Path) -> None:
    project = projektkort.load(lay("a.md", UNBALANCED))
    result = projektkort.check("a.md")
    reading = parsed(
        project,
        *result.findings,
        template="letter",
        checked=Checked("a.md", "", None, ()),
    )
    safe_and_accessible(reading)
    assert reading.of("h1") == [{}]
    text = words(reading.text)
    assert "Vedrørende ansøgningen »Fælles køkkenhave«, ansøgt beløb: 9.000 kr." in text
    assert "Under »Finansiering«, linjen »I alt« (linje 14): budget-balances (da)" in text
    assert "Venlig hilsen ________" in text


@pytest.mark.parametrize("text", [UNBALANCED, NEAR, GOOD])
def test_no_rule_is_named(text: str, desk: Path) -> None:
    out = projekt("render", lay("a.md", text), "--template", "letter").out
    assert not [rule for rule in WORDS.names() if f" {rule} " in out]


# --- what is in it -----------------------------------------------------------------------------------------------


def test_the_least_work_comes_first_and_the_text_decides_among_the_rest() -> None:
    said = written(
        found("required-section", 2),
        found("budget-total", 3),
        found("date-impossible", 9),
        found("amount-unreadable", 7),
    )
    titles = [WORDS.title(rule, "da") for rule in ("amount-unreadable", "date-impossible", "budget-total")]
    assert [item.head for item in said.must] == [*titles, WORDS.title("required-section", "da")]


def test_findings_of_one_kind_are_one_number_and_what_is_said_twice_is_said_once() -> None:
    values = {"label": "Formål"}
    said = written(
        found("empty-section", 3, values=values),
        found("empty-section", 5, values=values),
        found("empty-section", 5, values=values),
    )
    (item,) = said.must
    assert item.head == "Der står ikke noget under et afsnit (2 i alt)"
    assert [point.where for point in item.points] == ["Under »Ansøger« (linje 3)", "Under »Periode« (linje 5)"]
    assert item.help == WORDS.help(found("empty-section", 3, values=values), "da")
    assert {point.help for point in item.points} == {""}


def test_what_only_should_be_looked_at_stands_apart_and_notes_and_waivers_are_left_out() -> None:
    said = written(
        found("date-impossible", 3),
        found("weekday-wrong", 4, Severity.WARNING),
        found("line-break-unusual", 5, Severity.INFO),
        found("budget-total", 6, waived=Waiver("Aftalt.", None, None)),
    )
    assert [len(said.must), len(said.also), said.state] == [1, 1, "faulty"]


@pytest.mark.parametrize(
    ("findings", "state", "answer"),
    [
        ([], "in-order", False),
        ([found("weekday-wrong", 4, Severity.WARNING)], "notes", False),
        ([found("budget-total", 4)], "faulty", True),
        ([found("schema-unknown", 4)], "office", False),
        ([found("schema-unknown", 4), found("budget-total", 4)], "faulty", True),
    ],
)
def test_how_it_stands(findings: list[Finding], state: str, answer: bool) -> None:
    said = written(*findings)
    assert (said.state, said.answer) == (state, answer)


DOUBT = Standing("budget-total", Outcome.UNCHECKED, lacks=("budget-unread",), open=True)


@pytest.mark.parametrize(
    ("findings", "standings", "state"),
    [
        ([], [DOUBT], "unchecked"),
        ([found("weekday-wrong", 4, Severity.WARNING)], [DOUBT], "unchecked"),
        ([found("budget-balances", 4)], [DOUBT], "faulty"),
        ([], [Standing("subtotal-differs", Outcome.UNCHECKED, lacks=("budget",))], "in-order"),
    ],
)
def test_what_was_not_checked_is_not_in_order(findings: list[Finding], standings: list[Standing], state: str) -> None:
    said = written(*findings, checked=replace(CHECKED, standings=tuple(standings)))
    assert said.state == state
    told = [point.message for point in said.unchecked]
    assert told == (["Ikke alle beløb i budgettet kunne læses."] if state == "unchecked" else [])


UNREADABLE = GOOD.replace("Redskaber: 2.500", "Redskaber: efter tilbud <!-- projekt: undtag amounts: aftalt i maj -->")


@pytest.mark.parametrize("to", ["md", "html"])
def test_figures_that_were_set_aside_are_told_and_asked_for_by_nobody(to: str, desk: Path) -> None:
    assert UNREADABLE != GOOD
    ran = projekt("render", lay("a.md", UNREADABLE), "--template", "letter", "--to", to)
    text = words(ran.out)
    assert "vi har ikke kunnet kontrollere det hele. Derfor kan vi ikke sige, at det følgende er i orden." in text
    assert "Ikke alle beløb i budgettet kunne læses." in text
    assert "Beløbet »efter tilbud« kan ikke læses" in text and "Begrundelse: aftalt i maj" in text
    assert "Linjetallene gælder filen »a.md«" in text
    assert "I behøver ikke gøre mere nu" not in text and "senest den" not in text
    assert ": set aside: The amount “efter tilbud” cannot be read" in ran.err
    assert "Reason given: aftalt i maj" in ran.err


def test_a_letter_about_faults_also_tells_which_figures_were_set_aside(desk: Path) -> None:
    text = UNREADABLE.replace("Projektnavn: ", "Dato: 31. september 2026\nProjektnavn: ")
    out = projekt("render", lay("a.md", text), "--template", "letter").out
    faults, _, doubts = out.partition("## Dette kan vi ikke sige, er i orden")
    assert "31. september 2026" in faults
    assert doubts.count("\n- ") == 1 and "»efter tilbud«" in doubts


def test_neither_folder_nor_summary_calls_it_in_order(desk: Path) -> None:
    lay("ind/a.md", UNREADABLE)
    assert projekt("render", "ind", "--template", "letter").err.endswith("Files: 1 not wholly checked.\n")
    said = projekt("summary", "ind", "--lang", "da").out
    assert said.startswith("1 fil: 0 i orden, 1 ikke kontrolleret helt\n")
    assert "    ikke kontrolleret helt\n" in said


def test_what_else_the_writer_set_aside_is_in_order_and_told_to_the_office_only(desk: Path) -> None:
    waived = NEAR.replace("have", "have <!-- projekt: ignore near-miss-label: sådan hedder det hos os -->", 1)
    ran = projekt("render", lay("a.md", waived), "--template", "letter")
    assert "Vi har gennemgået den og ikke fundet noget" in ran.out and "hos os" not in ran.out
    assert ran.err.startswith("a.md:3: set aside: ") and "Reason given: sådan hedder det hos os" in ran.err


def test_a_place_in_a_word_document_is_a_cell_and_no_line() -> None:
    cell = Where(table=2, row=3, column="B")
    said = written(found("date-impossible", 900, where=cell), found("budget-total", 900, where=Where(paragraph=7)))
    assert [item.points[0].where for item in said.must] == ["Tabel 2, række 3, kolonne B", "Afsnit 7"]
    assert said.lines == ""


def test_what_is_missing_in_the_whole_file_has_no_place() -> None:
    said = written(Finding("many-sections-missing", Severity.ERROR, Span(1, 1, 1, 1)))
    assert said.must[0].points[0].where == ""


def test_personal_numbers_are_masked_in_every_part_of_it() -> None:
    text = GOOD.replace("Projektnavn: Fælles", "Ansøger: 130273-1235\nProjektnavn: 130273-1235 Fælles")
    result = check_text(text, "a.md", "generisk")
    assert result.findings
    out = projekt("render", "-", "--template", "letter", stdin=text.encode()).out
    assert "130273" not in out and "1235" not in out


def test_without_a_check_there_is_no_letter() -> None:
    with pytest.raises(ValueError, match="a letter needs the result of a check"):
        page(application(), [], catalogue=WORDS, template="letter")


# --- to whom one is written --------------------------------------------------------------------------------------


def test_one_file_in_order_gets_a_letter_that_says_so(desk: Path) -> None:
    out = projekt("render", lay("a.md"), "--template", "letter").out
    assert "Vi har gennemgået den og ikke fundet noget, der mangler eller skal rettes." in out
    assert "senest den" not in out


def test_a_letter_about_remarks_asks_for_nothing(desk: Path) -> None:
    out = projekt("render", lay("a.md", NEAR), "--template", "letter").out
    assert "Vi har ikke fundet noget, der skal rettes, men se gerne på det følgende." in out
    assert "senest den" not in out and "##" not in out


def test_of_a_folder_only_what_has_faults_gets_one_and_the_rest_is_counted(desk: Path) -> None:
    lay("ind/god.md")
    lay("ind/nær.md", NEAR)
    lay("ind/skæv.md", UNBALANCED)
    lay("ind/tom.md", "")
    lay("ind/referat.md", MINUTES)
    ran = projekt("render", "ind", "--template", "letter", "-o", "ud")
    assert sorted(path.name for path in Path("ud").iterdir()) == ["skæv.md", "tom.md"]
    assert ran.code == 0
    assert ran.err.endswith("Files: 1 to be corrected, 1 could not be read, 1 in order with remarks, 1 in order.\n")
    assert "ind/referat.md: not read" in ran.err
    unread = Path("ud/tom.md").read_text("utf-8")
    assert "Vi kan desværre ikke læse filen »tom.md«." in unread
    assert "Vi beder jer sende den igen senest den ________, helst som Word-dokument (.docx)" in unread


def test_a_folder_of_one_faulty_file_is_still_a_folder(desk: Path) -> None:
    lay("ind/a/god.md")
    lay("ind/b/skæv.md", UNBALANCED)
    assert projekt("render", "ind", "--template", "letter", "-o", "ud").code == 0
    assert [path.as_posix() for path in Path("ud").rglob("*.md")] == ["ud/b/skæv.md"]


def test_letters_inside_the_folder_are_not_read_as_applications(desk: Path) -> None:
    lay("ind/skæv.md", UNBALANCED)
    first = projekt("render", "ind", "--template", "letter", "-o", "ind/breve/")
    again = projekt("render", "ind", "--template", "letter", "-o", "ind/breve/")
    assert again == first
    assert [path.name for path in Path("ind/breve").rglob("*")] == ["skæv.md"]
    lay("ind/breve/navngivet.md", UNBALANCED)
    projekt("render", "ind/breve/navngivet.md", "-o", "ind/breve/ud/", "--template", "letter")
    assert Path("ind/breve/ud/navngivet.md").is_file()


def test_pages_beside_their_sources_leave_no_source_out(desk: Path) -> None:
    lay("ind/a.md")
    lay("ind/b.md")
    assert projekt("render", "ind", "--to", "html", "-o", "ind").code == 0
    assert sorted(path.name for path in Path("ind").iterdir()) == ["a.html", "a.md", "b.html", "b.md"]


def test_pages_of_one_name_are_told_apart_by_the_ending(desk: Path) -> None:
    for name in ("a.md", "a.txt", "a-txt.md", "b.md"):
        lay(f"ind/{name}")
    projekt("render", "ind", "-o", "ud")
    assert sorted(path.name for path in Path("ud").iterdir()) == ["a-md.md", "a-txt-md.md", "a.txt.md", "b.md"]


def test_a_folder_in_order_gets_none(desk: Path) -> None:
    lay("ind/god.md")
    assert projekt("render", "ind", "--template", "letter") == (0, "", "Files: 1 in order.\n")


def test_what_the_office_must_mend_is_no_matter_of_the_applicant(desk: Path) -> None:
    ran = projekt("render", lay("a.md", GOOD.replace("generisk", "generiks")), "--template", "letter")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("a.md: not in the letter: There is no form called “generiks”")


def test_an_own_template_builds_on_the_letter(desk: Path) -> None:
    lay("a.md", UNBALANCED)
    lay("brev.md.j2", '{% extends "letter.md.j2" %}{% block signature %}Venlig hilsen\nPuljen{% endblock %}')
    out = projekt("render", "a.md", "--template", "brev.md.j2").out
    assert "**Budget og finansiering giver ikke det samme**" in out
    assert "Venlig hilsen\nPuljen\n" in out
    lay("ind/god.md")
    lay("ind/skæv.md", UNBALANCED)
    assert projekt("render", "ind", "--template", "brev.md.j2", "-o", "ud/").code == 0
    assert [path.name for path in Path("ud").iterdir()] == ["skæv.md"]


def test_a_file_that_shows_no_language_is_told_of_in_that_of_the_others(desk: Path) -> None:
    lay("ind/skæv.md", UNBALANCED)
    lay("ind/tom.md", "")
    projekt("render", "ind", "--template", "letter", "-o", "ud/")
    assert Path("ud/tom.md").read_text("utf-8").startswith("Dato: ")
    projekt("render", "ind/tom.md", "--template", "letter", "-o", "alene/")
    assert Path("alene/tom.md").read_text("utf-8").startswith("Date: ")


def test_an_error_in_figures_that_was_set_aside_is_told_and_nothing_is_asked_for(desk: Path) -> None:
    waived = UNBALANCED.replace(
        "I alt: 9.500", "I alt: 9.500 <!-- projekt: ignore budget-balances: Aftalt med puljen -->"
    )
    out = projekt("render", lay("a.md", waived), "--template", "letter").out
    assert "Derfor kan vi ikke sige, at det følgende er i orden." in out
    assert "Der mangler 500 kr." in out and "Begrundelse: Aftalt med puljen" in out and "senest den" not in out
    checklist = projekt("render", "a.md", "--template", "checklist").out
    assert "Begrundelse: Aftalt med puljen" in checklist and "~ 1 sat til side" in checklist


def test_the_library_writes_letters_too(desk: Path) -> None:
    lay("a.md", UNBALANCED)
    project, result = projektkort.load("a.md"), projektkort.check("a.md")
    text = projektkort.render(project, page="letter", to="md", result=result)
    assert text == projekt("render", "a.md", "--template", "letter").out


def test_the_amount_applied_for_has_the_currency_of_the_document(desk: Path) -> None:
    text = UNBALANCED
    assert "ansøgt beløb: 9.000 kr." in projekt("render", lay("a.md", text), "--template", "letter").out
    bare = text.replace("9.000 kr.", "9.000")
    assert bare != text
    assert "ansøgt beløb: 9.000 kr." in projekt("render", lay("b.md", bare), "--template", "letter").out
