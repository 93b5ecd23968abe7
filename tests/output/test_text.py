"""The text that a person reads in a terminal, written out."""

from __future__ import annotations

import re

import pytest
from samples import ACROSS, BALANCED, UNBALANCED, WEEK, Words

from projektkort.finding import Excerpt, Finding, Result, Severity, Waiver
from projektkort.frozen import replace
from projektkort.output import Options, Tally, outcome_of, write
from projektkort.output import text as form
from projektkort.span import Span


def text(*results: Result, **options: object) -> str:
    """What is written; a single file is alone where nothing else is said."""
    chosen = {"alone": len(results) == 1, **options}
    return write("text", results, Words(), Options(**chosen))  # type: ignore[arg-type]  # any option by name


def test_one_file_with_findings() -> None:
    result = replace(BALANCED, path="ansøgning.yaml", findings=(WEEK, UNBALANCED))
    assert (
        text(result)
        == """\
ansøgning.yaml:4:1  advarsel  week-without-year
  4 | uge 13  plan
    | ^^^^^^
  week-without-year da

ansøgning.yaml:30:10  fejl  budget-balances
  26 |   I alt: 21.500
     |          ------ udgifterne
  30 |   I alt: 20.500
     |          ^^^^^^
  Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje
  26), finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr.
  Gør sådan: Skriv, hvor de 1.000 kr. kommer fra (fx egne penge eller
  billetsalg), eller sæt en udgift ned.

Skema: lokaludvalg (genkendt på afsnittene).
1 fil kontrolleret: 1 fejl, 1 advarsel.
"""
    )


def test_one_file_in_order_says_what_was_checked() -> None:
    assert (
        text(BALANCED)
        == """\
god.yaml: i orden.
Skema: lokaludvalg (genkendt på afsnittene).
1 fil kontrolleret: intet at bemærke.
"""
    )


def test_each_file_has_a_line_and_its_findings_below_and_those_with_findings_are_listed_at_the_end() -> None:
    results = (
        BALANCED,
        Result("notat.doc", skipped="word"),
        replace(BALANCED, path="b/dårlig.md", findings=(WEEK, UNBALANCED)),
        replace(BALANCED, path="c.md", findings=(WEEK,)),
        Result("plan.rtf", skipped="word"),
        Result("README.md", skipped="not-a-project"),
        Result("gamle.odt", skipped="something-new"),
    )
    assert (
        text(*results)
        == """\
god.yaml  i orden  (lokaludvalg)
notat.doc  ikke kontrolleret: tekstdokument i et andet format (gem det som .docx)

b/dårlig.md  1 fejl, 1 advarsel  (lokaludvalg)

b/dårlig.md:4:1  advarsel  week-without-year
  4 | uge 13  plan
    | ^^^^^^
  week-without-year da

b/dårlig.md:30:10  fejl  budget-balances
  26 |   I alt: 21.500
     |          ------ udgifterne
  30 |   I alt: 20.500
     |          ^^^^^^
  Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje
  26), finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr.
  Gør sådan: Skriv, hvor de 1.000 kr. kommer fra (fx egne penge eller
  billetsalg), eller sæt en udgift ned.

c.md  1 advarsel  (lokaludvalg)

c.md:4:1  advarsel  week-without-year
  4 | uge 13  plan
    | ^^^^^^
  week-without-year da

plan.rtf  ikke kontrolleret: tekstdokument i et andet format (gem det som .docx)
README.md  ikke kontrolleret: tekst, der ikke er en projektbeskrivelse
gamle.odt  ikke kontrolleret: fil af en anden slags

Filer med bemærkninger:
  b/dårlig.md  1 fejl, 1 advarsel
  c.md  1 advarsel

3 filer kontrolleret: 1 fejl, 2 advarsler.
Ikke kontrolleret: 2 tekstdokumenter i andre formater (gem dem som .docx), 1
tekst, der ikke er en projektbeskrivelse, 1 fil af en anden slags.
"""
    )


def test_a_finding_across_files_has_no_line_of_a_file_and_names_the_other_place() -> None:
    assert (
        text(BALANCED, ACROSS)
        == """\
god.yaml  i orden  (lokaludvalg)

en.md:2:1  oplysning  text-twice
  2 | Kor
    | ^^^
  text-twice da
  b/anden.md:7:1  udgifterne

1 fil kontrolleret: 1 oplysning.
"""
    )


def test_only_the_first_thousand_files_with_findings_are_listed() -> None:
    tally, frame = Tally(), form.frame(Words(), Options(language="en"))
    for number in range(1002):
        tally.add(outcome_of(replace(BALANCED, path=f"{number}.md", findings=(WEEK,))))
    lines = "".join(frame.closing(tally)).splitlines()
    assert lines[0] == "Files with findings:"
    assert lines[1000:] == ["  999.md  1 warning", "  and 2 files more", "", "1002 files checked: 1002 warnings."]


def test_statistics_count_by_rule_the_most_frequent_first() -> None:
    results = (replace(BALANCED, findings=(UNBALANCED, WEEK)), replace(BALANCED, findings=(WEEK,)))
    assert (
        text(*results, statistics=True)
        .rpartition("\n\n")[0]
        .endswith("""
Bemærkninger efter regel:
  week-without-year  2  Titel på week-without-year
  budget-balances    1  Titel på budget-balances""")
    )
    assert text(BALANCED, statistics=True).endswith("\n1 fil kontrolleret: intet at bemærke.\n")


def test_without_excerpts_no_line_of_the_document_is_shown() -> None:
    assert text(replace(BALANCED, findings=(WEEK,)), excerpts=False).startswith(
        "god.yaml:4:1  advarsel  week-without-year\n  week-without-year da\n\n"
    )


def test_a_run_that_was_stopped_says_so() -> None:
    tally = Tally([outcome_of(BALANCED)])
    tally.interrupted = True
    assert "".join(form.frame(Words(), Options()).closing(tally)) == (
        "Kørslen blev stoppet; dette er, hvad der er nået.\n1 fil kontrolleret: intet at bemærke.\n"
    )


def test_nothing_checked_is_said() -> None:
    assert text() == "Nothing was checked.\n"
    assert (
        text(Result("x.pdf", skipped="pdf"), language="sv")
        == "x.pdf  inte kontrollerad: PDF-fil\n\nIngenting är kontrollerat.\nInte kontrollerat: 1 PDF-fil.\n"
    )


def test_each_file_speaks_its_own_language_and_the_summary_english_where_they_differ() -> None:
    findings = (UNBALANCED,)
    whole = text(replace(BALANCED, findings=findings), replace(BALANCED, language=None, findings=findings))
    assert "  fejl  budget-balances" in whole
    assert "  error  budget-balances" in whole
    assert whole.endswith("2 files checked: 2 errors.\n")


def test_the_language_asked_for_wins() -> None:
    whole = text(replace(BALANCED, findings=(UNBALANCED,)), language="en")
    assert "Do this: Write where the money comes from." in whole
    assert whole.endswith("Schema: lokaludvalg (recognised by the sections).\n1 file checked: 1 error.\n")


def test_waived_findings_are_shown_with_their_reason_and_do_not_count() -> None:
    waived = replace(UNBALANCED, waived=Waiver("aftalt", "2027-03-01", None))
    assert (
        text(replace(BALANCED, findings=(waived,)))
        == """\
god.yaml:30:10  sat til side  budget-balances
  Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje
  26), finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr.
  Sat til side til og med 1. marts 2027: aftalt

god.yaml: i orden.
Skema: lokaludvalg (genkendt på afsnittene).
1 fil kontrolleret: intet at bemærke.
1 bemærkning sat til side med en begrundelse.
"""
    )


def test_swedish_counts_agree_with_their_nouns() -> None:
    waived = replace(WEEK, waived=Waiver("avtalat", None, None))
    one = replace(BALANCED, language="sv", findings=(waived,))
    assert "1 fil kontrollerad: inget att anmärka.\n1 anmärkning undantagen med en motivering.\n" in text(one)
    assert "2 filer kontrollerade: inget att anmärka.\n2 anmärkningar undantagna" in text(one, one)


def test_colour_adds_nothing_but_colour() -> None:
    results = (replace(BALANCED, findings=(WEEK, UNBALANCED)), Result("x.pdf", skipped="pdf"))
    coloured = text(*results, colour=True)
    assert "\x1b[1;31mfejl\x1b[0m" in coloured
    assert "\x1b[1;31m^^^^^^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text(*results)
    assert "\x1b" not in text(*results)


def test_control_characters_of_the_user_are_shown_not_obeyed() -> None:
    excerpt = Excerpt(1, "\x1b[2Jab\u202ecd\u200be\u00adf")
    finding = Finding("odd", Severity.INFO, Span(1, 1, 1, 4), excerpts=(excerpt,))
    whole = text(replace(BALANCED, path="a\x07b.md", findings=(finding,)))
    assert "a\\x07b.md:1:1  oplysning  odd\n" in whole
    assert "  1 | \\x1b[2Jab\\u202ecd\\u200be\\xadf\n    | ^^^^^^\n" in whole
    assert all(character.isprintable() or character == "\n" for character in whole)


def excerpt(
    line: str, column: int, end_column: int, *, end_line: int = 1, offset: int = 0, width: int = 80
) -> list[str]:
    """The excerpt of one finding, without the gutter."""
    finding = Finding("odd", Severity.INFO, Span(1, column, end_line, end_column), excerpts=(Excerpt(1, line, offset),))
    lines = text(replace(BALANCED, findings=(finding,)), width=width).splitlines()
    return [shown.partition("|")[2][1:] for shown in lines[1:3]]


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "underline"),
    [
        ("Telte\t9.500", 7, 12, "Telte   9.500", "        ^^^^^"),
        ("\tTelte\t9.500", 8, 13, "    Telte   9.500", "            ^^^^^"),
        ("日本 9.500", 4, 9, "日本 9.500", "     ^^^^^"),
        ("e\u0301te\u0301 9.500", 7, 12, "e\u0301te\u0301 9.500", "    ^^^^^"),
        ("21\u00a0500 kr", 1, 7, "21\u00a0500 kr", "^^^^^^"),
        ("9.500", 6, 6, "9.500", "     ^"),
        ("9.500", 99, 104, "9.500", "     ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_underlines_stand_below_what_they_mean(line: str, column: int, end: int, shown: str, underline: str) -> None:
    assert excerpt(line, column, end) == [shown, underline]


def test_a_span_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert excerpt("abc def", 5, 3, end_line=4) == ["abc def", "    ^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 100 + "9.500" + "b" * 100
    shown, underline = excerpt(line, 101, 106, width=48)
    assert len(shown) == 41
    assert shown.startswith("…a") and shown.endswith("b…")
    assert shown[underline.index("^") : underline.rindex("^") + 1] == "9.500"


def test_a_long_line_is_cut_only_where_it_must_be() -> None:
    begin, _ = excerpt("9.500" + "b" * 100, 1, 6, width=48)
    end, underline = excerpt("a" * 100 + "9.500", 101, 106, width=48)
    assert begin.startswith("9.500b") and begin.endswith("b…")
    assert end.startswith("…a") and end.endswith("a9.500")
    assert end[underline.index("^") :] == "9.500"


def test_a_schema_without_a_reason_is_not_explained() -> None:
    assert text(replace(BALANCED, schema_by=None)) == "god.yaml: i orden.\n1 fil kontrolleret: intet at bemærke.\n"


def test_an_excerpt_that_was_cut_before_keeps_its_columns() -> None:
    assert excerpt("…koster 9.500 kr…", 1008, 1013, offset=999) == ["…koster 9.500 kr…", "        ^^^^^"]


def test_a_note_stands_in_front_of_its_underline_where_there_is_no_room_behind_it() -> None:
    line = Excerpt(7, "a" * 60 + " 21.500")
    finding = replace(UNBALANCED, span=Span(7, 1, 7, 2), related=(Span(7, 62, 7, 68),), excerpts=(line,))
    whole = text(replace(BALANCED, findings=(finding,)))
    assert f"    | {'udgifterne':>60} ------\n" in whole


def test_two_places_on_a_line_show_it_once() -> None:
    line = Excerpt(7, "abc def")
    finding = replace(UNBALANCED, span=Span(7, 1, 7, 4), related=(Span(7, 5, 7, 8),), excerpts=(line,))
    whole = text(replace(BALANCED, findings=(finding,)))
    assert "  7 | abc def\n    | ^^^\n    |     --- udgifterne\n" in whole


def test_a_finding_without_excerpts_has_place_and_message() -> None:
    finding = Finding("file-empty", Severity.ERROR, Span(1, 1, 1, 1))
    assert text(replace(BALANCED, findings=(finding,))).startswith(
        "god.yaml:1:1  fejl  file-empty\n  file-empty da\n\n"
    )


def test_narrow_terminals_wrap_between_words_and_never_inside_a_figure() -> None:
    whole = text(replace(BALANCED, findings=(UNBALANCED,)), width=24)
    assert "21.500 kr." in whole and "20.500 kr." in whole and "1.000 kr." in whole
    assert max(map(len, whole.splitlines()[5:-3])) <= 25
