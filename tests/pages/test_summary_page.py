"""What a summary says of all files in one sentence each, its page, and its sheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import Reading, safe_and_accessible, words

from projektkort.finding import Fact, Severity
from projektkort.locale import LANGUAGES
from projektkort.money import Money
from projektkort.pages.summary import Decision, Row, State, Summary, overview, summarise, write
from projektkort.pages.summary.decisions import read_decisions
from projektkort.pages.summary.figures import Figure
from projektkort.pages.summary.row import Lack
from projektkort.pages.summary.sheet import guarded, unguarded
from projektkort.pages.voice import Voice
from projektkort.span import Span


class Titles:
    """Titles that say the rule and the language."""

    def title(self, rule: str, language: str) -> str:
        return f"{rule} ({language})"


def exact(amount: str, currency: str | None = "DKK", **more: Any) -> Figure:
    return Figure(Decimal(amount), Decimal(amount), currency, told=True, **more)


def row(path: str = "a.md", state: State = State.IN_ORDER, **fields: Any) -> Row:
    return Row(path, state, **{"expects": state <= State.IN_ORDER, "language": "da", **fields})


def heads(made: Summary, language: str = "da") -> tuple[str, ...]:
    return overview(made, Titles(), Voice(language, "md")).headlines


def cells(each: Row, **more: Any) -> dict[str, str]:
    return overview(summarise([each], **more), Titles(), Voice("da", "md")).lines[0].cells


RANGE = Figure(Decimal(8000), Decimal(9000), "DKK", told=True)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([exact("9000")], "Søgt 9.000 kr."),
        ([exact("9000"), exact("500", "EUR")], "Søgt 9.000 kr. og 500 EUR"),
        ([exact("9000", approximate=True)], "Søgt ca. 9.000 kr. (1 omtrentligt)"),
        ([RANGE], "Søgt 8.000 kr. – 9.000 kr. (1 angivet som fra–til)"),
        ([RANGE, Figure()], "Søgt mindst 8.000 kr. (1 uden læsbart beløb, 1 angivet som fra–til)"),
        ([Figure(told=True), Figure()], "Søgt et ukendt beløb (2 uden læsbart beløb)"),
        ([exact("9000", None)], "Søgt 9.000 uden nævnt valuta"),
    ],
)
def test_how_much_is_applied_for(figures: list[Figure], sentence: str) -> None:
    assert heads(summarise([row(applied=figure) for figure in figures]))[1] == sentence


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ([exact("9000")], "pulje 9.000 kr."),
        ([exact("9500")], "pulje 9.000 kr., 500 kr. mere end puljen"),
        ([exact("9500", approximate=True)], "pulje 9.000 kr., ca. 500 kr. mere end puljen"),
        ([exact("9500"), Figure()], "pulje 9.000 kr., mindst 500 kr. mere end puljen"),
        ([exact("9500"), exact("1", "EUR")], "pulje 9.000 kr., mindst 500 kr. mere end puljen"),
        ([Figure(Decimal(9500), Decimal(9900), "DKK", told=True)], "pulje 9.000 kr., mindst 500 kr. mere end puljen"),
        ([RANGE, exact("1", "EUR")], "pulje 9.000 kr."),
    ],
)
def test_the_pool(figures: list[Figure], told: str) -> None:
    sentence = heads(summarise([row(applied=figure) for figure in figures], pool=Money(Decimal(9000), "DKK")))[1]
    assert sentence.endswith(f", {told}")
    assert sentence.count("pulje") == told.count("pulje")


def test_nothing_is_said_of_money_where_nobody_applies() -> None:
    assert heads(summarise([row(expects=False)])) == ("1 fil: 1 i orden",)
    assert heads(summarise([row(".git", State.FOLDER)])) == ("Der er ingen filer. 1 mappe ikke gennemset",)


def test_one_and_several() -> None:
    states = [State.UNREAD, State.FOREIGN, State.FOLDER, State.FAULTY, State.WARNED]
    one = summarise([row(str(state), state, reason="excel" if state is State.UNREAD else "") for state in states])
    assert heads(one, "sv")[0] == (
        "4 filer: 1 i ordning (1 med varningar), 1 med brister, 1 inte läst (1 Excel), 1 är ingen projektbeskrivning,"
        " 1 mapp inte genomgången"
    )
    two = summarise([*one.all, *one.all])
    assert heads(two, "sv")[0] == (
        "8 filer: 2 i ordning (2 med varningar), 2 med brister, 2 inte lästa (2 Excel), 2 är inga projektbeskrivningar,"
        " 2 mappar inte genomgångna"
    )


def test_many_files_with_personal_numbers_are_not_all_named() -> None:
    made = summarise([row(f"{number}.md", personal=True) for number in range(1, 8)])
    assert overview(made, Titles(), Voice("en", "md")).alarm == (
        "7 files with personal identity numbers, which must not be published: 1.md, 2.md, 3.md, 4.md, 5.md and 2 more"
    )


@pytest.mark.parametrize("kind", ["number", "applicant", "text", "cost"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_likely_duplicates_are_named_with_their_lines(kind: str, language: str) -> None:
    facts = (Fact(kind, b"1", Span(3, 1, 3, 2)),)
    made = summarise([row("a.md", facts=facts), row("b.md", facts=facts)])
    (told,) = overview(made, Titles(), Voice(language, "md")).likenesses
    assert told[0].isupper() and "a.md" in told and "b.md" in told and told.count("3") == 2


def test_several_same_texts_are_one_sentence() -> None:
    facts = tuple(Fact("text", key, Span(3, 1, 3, 2)) for key in (b"1", b"2"))
    page = overview(summarise([row("a.md", facts=facts), row("b.md", facts=facts)]), Titles(), Voice("da", "md"))
    assert page.likenesses == ("Samme tekst (2): a.md (linje 3) og b.md (linje 3)",)


def test_every_cell_says_in_words_what_it_shows() -> None:
    lacks = (Lack("x-y", Severity.ERROR), *[Lack("z", Severity.WARNING)] * 2)
    told = cells(row(state=State.FAULTY, lacks=lacks, budget=RANGE, own=exact("500", "EUR"), balances="unknown"))
    assert told["lacks"] == "1 fejl, 2 advarsler: x-y (da)"
    assert (told["title"], told["applied"], told["budget"]) == ("Projekt uden titel", "–", "8.000–9.000")
    assert (told["own"], told["balances"]) == ("500 EUR", "? uvist")
    assert cells(row(balances="no", applied=exact("9", approximate=True)))["balances"] == "✗ nej"
    assert cells(row(applied=Figure(told=True)))["applied"] == "? ulæseligt"
    assert cells(row(state=State.WARNED, lacks=(Lack("empty-section", Severity.WARNING, "Formål"),)))["lacks"] == (
        "1 advarsel: »Formål« er tomt"
    )


@pytest.mark.parametrize("reason", ["word", "excel", "lock-file", "not-text", "image", "unreadable", "other"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_is_told_in_each_language(reason: str, language: str) -> None:
    page = overview(summarise([row("a", State.UNREAD, reason=reason)] * 2), Titles(), Voice(language, "md"))
    assert page.others[0].reason == (f"not-text ({language})" if reason == "not-text" else page.others[0].reason)
    assert "|" not in page.others[0].reason + page.headlines[0] and page.headlines[0].startswith("2 ")


def whole() -> Summary:
    """A summary with everything in it."""
    facts = (Fact("number", b"1", Span(3, 1, 3, 2)),)
    lacks = (Lack("required-section", Severity.ERROR, "<b>Formål</b>"),)
    rows = [
        row("<i>.md", State.FAULTY, title="<script>alert(1)</script>", lacks=lacks, personal=True, facts=facts),
        row(
            "b|c.md",
            title="*Have* | gade",
            applicant="A & B",
            applied=exact("9000"),
            link="b.md",
            facts=facts,
            balances="yes",
        ),
        row("d.md", State.FAULTY, number="2027-1", lacks=lacks, balances="no"),
        row("e.pdf", State.UNREAD, reason="pdf", link="e.pdf"),
    ]
    decisions = {"b|c.md": Decision(Money(Decimal("8000.50"), "DKK"), Money(Decimal(7000), "DKK"))}
    return summarise(rows, pool=Money(Decimal(8000), "DKK"), decisions=decisions, as_of=dt.date(2026, 11, 21))


def test_the_page_is_safe_accessible_and_whole() -> None:
    reading = Reading()
    reading.feed(write(whole(), "html", titles=Titles(), language="da"))
    reading.close()
    assert reading.open == []
    safe_and_accessible(reading)
    text = words(reading.text.replace("\N{NO-BREAK SPACE}", " "))
    order = [
        "21. november 2026 Overblik ! 1 fil med CPR-nummer, som ikke må offentliggøres: <i>.md",
        "4 filer: 1 i orden, 2 med mangler, 1 ikke læst (1 PDF)",
        "Søgt mindst 9.000 kr. (2 uden læsbart beløb, 1 fil ikke læst), pulje 8.000 kr., mindst 1.000 kr. mere end",
        "Indstillet: 8.000,50 kr. til 1 projekt, 0,50 kr. mere end puljen",
        "Bevilget: 7.000 kr. til 1 projekt, 1.000 kr. tilbage i puljen",
        "Beløb i kr., hvor andet ikke står",
        "<script>alert(1)</script>",
        "✗ 1 fejl: »<b>Formål</b>« mangler <i>.md",
        "2027-1",
        "A & B 9.000 – – ✓ ja 8.000,50 7.000 ✓ i orden b|c.md",
        "Det mangler oftest 2 filer: »<b>Formål</b>« mangler",
        "Mulige dubletter Samme projektnummer: <i>.md (linje 3) og b|c.md (linje 3)",
        "Ikke læst e.pdf: PDF-fil: bed om det dokument, den er lavet af",
    ]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    assert [each["href"] for each in reading.of("a")] == ["#text", "b.md", "e.pdf"]


def test_the_page_in_markdown_keeps_its_table() -> None:
    page = write(whole(), "md", titles=Titles(), language="da")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert len(rows) == 5
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 1
    assert "| *Have* \\| gade |" in page and "\\<script>" in page


def test_a_page_of_nothing() -> None:
    assert write(summarise([]), "md", titles=Titles(), language="en") == "# Overview\n\nThere are no files.\n"
    assert "<table" not in write(summarise([]), "html", titles=Titles(), language="en")


# --- the sheet ---------------------------------------------------------------------------------------------------


@given(st.text(max_size=8) | st.sampled_from(["=1", "'=1", "''=1", "-5", "@a", "'", "+45"]))
def test_what_is_guarded_is_no_formula_and_reads_back(text: str) -> None:
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert unguarded(guarded(text)) == text


AMOUNTS = st.decimals(0, 10**12, places=2).map(lambda value: value.normalize() + 0)
CURRENCIES = st.sampled_from(["DKK", "SEK", "EUR"])


@given(st.sampled_from(LANGUAGES), st.builds(Decision, st.builds(Money, AMOUNTS, CURRENCIES), st.none()), CURRENCIES)
def test_decisions_read_back_as_they_were_written(language: str, decision: Decision, usual: str) -> None:
    rows = [row("a.md", applied=exact("9000", usual)), row("=b.md", applied=exact("9000", "DKK"))]
    decisions = {"a.md": decision, "=b.md": Decision(None, Money(Decimal(7), "DKK"))}
    text = write(summarise(rows, decisions=decisions), "csv", titles=Titles(), language=language)
    assert text.startswith("\ufeff")
    assert read_decisions(text[1:], rows, Voice("en", "md")).decisions == decisions


def test_each_line_of_the_sheet_has_all_columns() -> None:
    text = write(whole(), "csv", titles=Titles(), language="sv")
    lines = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    assert {len(line) for line in lines} == {16} and len(lines) == 5
    assert lines[0][5:7] == ["Föreslaget", "Beviljat"]
    assert lines[3][4:8] == ["9000", "8000,50", "7000", "DKK"]


def test_what_is_not_exact_is_words_in_the_sheet() -> None:
    rows = [
        row(applied=RANGE),
        row(applied=exact("5", approximate=True)),
        row(applied=exact("5"), own=exact("1", "EUR")),
    ]
    text = write(summarise(rows), "csv", titles=Titles(), language="en")
    lines = [line.split(",") for line in text.splitlines()]
    assert [line[4] for line in lines[1:3]] == ['"8', "about 5"]
    assert "EUR 1" in lines[3]


def test_figures_without_a_currency_claim_none() -> None:
    rows = [
        row("a.md", applied=exact("9"), budget=exact("9"), own=exact("9")),
        row("d.md", applied=exact("9")),
        row("b.md", applied=exact("5", None)),
        row("c.md", applied=exact("7", "EUR"), budget=exact("8", None)),
    ]
    page = overview(summarise(rows), Titles(), Voice("da", "md"))
    assert [line.cells["applied"] for line in page.lines] == ["9", "9", "5 uden nævnt valuta", "7 EUR"]
    assert page.lines[3].cells["budget"] == "8 uden nævnt valuta"
    lines = list(
        csv.reader(io.StringIO(write(summarise(rows), "csv", titles=Titles(), language="da")[1:]), delimiter=";")
    )
    assert [(line[4], line[7], line[8]) for line in lines[1:]] == [
        ("9", "DKK", "9"),
        ("9", "DKK", ""),
        ("5", "", ""),
        ("7", "EUR", "8 uden nævnt valuta"),
    ]


def test_json_has_no_idle_zeros() -> None:
    text = write(
        summarise([row(applied=exact("100002.0")), row("b.md", applied=exact("2330.50"))]),
        "json",
        titles=Titles(),
        language="da",
    )
    assert '"low": "100002"' in text and '"low": "2330.5"' in text and '.0"' not in text
