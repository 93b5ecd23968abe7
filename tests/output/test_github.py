"""Workflow commands of GitHub, read as its runner reads them, and the summary of a job."""

from __future__ import annotations

from markdown_it import MarkdownIt
from readers import command
from samples import ACROSS, BALANCED, BROKEN, FOLDER, SKIPPED, UNBALANCED, WAIVED, WORDY, Words

from projektkort.finding import Result
from projektkort.frozen import replace
from projektkort.output import Options, Tally, outcome_of, write
from projektkort.output.github_summary import LIMIT
from projektkort.output.markdown import Note
from projektkort.span import Span


def commands(*results: Result) -> list[tuple[str, dict[str, str], str]]:
    return [command(line) for line in write("github", results, Words(), Options(language="en")).splitlines()]


def test_a_command_has_the_place_the_title_and_the_remedy() -> None:
    assert commands(replace(BALANCED, path="a, b: 100%.md", findings=(UNBALANCED, WAIVED))) == [
        (
            "error",
            {
                "file": "a, b: 100%.md",
                "line": "30",
                "endLine": "30",
                "col": "10",
                "endColumn": "16",
                "title": "Title of budget-balances",
            },
            "Budget and financing differ.\nDo this: Write where the money comes from.",
        ),
        (
            "notice",
            {
                "file": "a, b: 100%.md",
                "line": "4",
                "endLine": "4",
                "col": "1",
                "endColumn": "7",
                "title": "Title of week-without-year",
            },
            "week-without-year en\nSet aside until 1 January 2027: aftalt",
        ),
    ]


def test_what_would_end_a_property_or_a_command_is_escaped_as_github_does() -> None:
    text = write("github", [replace(BALANCED, path="a%0A,b::c\n.md", findings=(UNBALANCED,))], Words(), Options())
    assert text.startswith("::error file=a%250A%2Cb%3A%3Ac\\n.md,line=30,")
    assert text.count("\n") == 1


def test_severities_have_commands_of_their_own() -> None:
    assert [name for name, _, _ in commands(BROKEN, ACROSS)] == ["warning", "error", "notice"]


def test_columns_stand_only_within_one_line_and_in_a_word_document_not_even_lines() -> None:
    long = replace(UNBALANCED, span=Span(3, 2, 5, 1))
    (several, word) = commands(replace(BALANCED, findings=(long,)), replace(BALANCED, findings=(WORDY,)))
    assert list(several[1]) == ["file", "line", "endLine", "title"]
    assert list(word[1]) == ["file", "title"]
    assert word[2] == "table 2, row 5, column B: odd en"


def test_a_note_has_the_sums_a_table_and_the_findings() -> None:
    assert (
        write("markdown", [BROKEN, BALANCED, SKIPPED, ACROSS], Words(), Options())
        == """\
2 filer kontrolleret: 1 fejl, 1 advarsel, 1 oplysning.

Ikke kontrolleret: 1 tekstdokument i et andet format (gem det som .docx).

| Fil | Resultat |
| --- | --- |
| b/dårlig.md | 1 fejl, 1 advarsel |
| god.yaml | i orden |
| notat.doc | ikke kontrolleret: tekstdokument i et andet format (gem det som .docx) |

### b/dårlig.md

- **advarsel**, linje 4 (`week-without-year`): week-without-year da
- **fejl**, linje 30 (`budget-balances`): Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje 26), finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr.
  *Gør sådan:* Skriv, hvor de 1.000 kr. kommer fra (fx egne penge eller billetsalg), eller sæt en udgift ned.

### en.md

- **oplysning**, linje 2 (`text-twice`): text-twice da

"""  # noqa: E501 - a line as it is written
    )


def test_a_note_about_a_word_document_names_the_cell() -> None:
    note = write("markdown", [replace(BALANCED, findings=(WORDY,))], Words(), Options(language="en"))
    assert "- **warning**, table 2, row 5, column B (`odd`): odd en\n" in note


def test_a_note_of_nothing_has_no_table() -> None:
    assert write("markdown", [], Words(), Options(language="sv")) == "Ingenting är kontrollerat.\n\n"


def test_signs_of_markdown_and_html_are_shown_as_they_are() -> None:
    path = "a|b_*c*_<i>[x](y)`d`&amp;~~#1.md"
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(write("markdown", [replace(BROKEN, path=path)], Words(), Options()))
    )
    shown = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    assert shown.count(path) == 2  # in the table and over the findings


def test_the_summary_of_a_job_has_no_row_for_files_in_order() -> None:
    whole = write("github-summary", FOLDER, Words(), Options())
    assert "god.yaml" not in whole
    assert "| b/dårlig.md | 1 fejl, 1 advarsel |" in whole and "| notat.doc |" in whole


def test_the_summary_of_a_job_stays_within_what_github_takes() -> None:
    """What is too much is counted, not cut."""
    results = (replace(BROKEN, path=f"mappe/{number:05}.md") for number in range(3000))
    whole = write("github-summary", results, Words(), Options())
    assert LIMIT * 0.99 < len(whole.encode()) < 1 << 20
    told = whole.count("### mappe/")
    assert whole.endswith(f"\nog {3000 - told} filer mere\n")
    assert whole.count("| mappe/") == told
    assert whole.startswith("3000 filer kontrolleret: 3000 fejl, 3000 advarsler.\n")


def test_files_in_order_are_not_among_those_that_are_left_out_of_a_short_note() -> None:
    note, tally = Note(Options(language="en"), limit=10), Tally()
    for result in (BALANCED, BROKEN, BALANCED, SKIPPED):
        tally.add(outcome_of(result))
        note.add(outcome_of(result), "")
    assert "".join(note.closing(tally)).endswith("\n\nand 2 files more\n")
