"""Papers that the fund asks for, papers that the text speaks of, and files that should lie beside the document."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from asking import ask, lines, marked, only

from projektkort.engine import Request, check, check_text
from projektkort.finding import Holds, Note
from projektkort.schema.model import Attachment, Schema
from projektkort.source import read_file

FORM = Schema(
    id="form",
    language="da",
    currency="DKK",
    attachments=(
        Attachment(id="statutes", title={"da": "Vedtægter", "en": "Statutes"}),
        Attachment(id="accounts", labels=("Årsregnskab", "Regnskab"), applied_from=Decimal(20000)),
    ),
    clauses={"statutes": "Vedtægterne skal følge med."},
)
HEAD = "# Fest\n\nSprog: da\nSøgt beløb: 24.000 kr.\n\n## Formål\n\nVi vil.\n\n"


def missing(body: str, head: str = HEAD) -> list[object]:
    found = ask("attachment-missing", head + body, FORM, path="a.md")
    return [problem.values.get("title") or problem.values["titles"] for problem in found]


def test_each_paper_that_is_not_listed_is_missed_below_the_list() -> None:
    problem = only("attachment-missing", f"{HEAD}## Bilag\n\n- Budget\n- Regnskab 2026\n", FORM, path="a.md")
    assert (problem.values["title"], problem.values["label"], problem.place.line) == ("Vedtægter", "Bilag", 13)
    assert problem.values["source"] == Note("source", {"text": "Vedtægterne skal følge med."})
    assert list(lines(problem)) == [10]
    assert missing("## Bilag\n\n- Budget\n") == ["Vedtægter", "Årsregnskab"]


def test_without_any_list_all_are_missed_at_once() -> None:
    assert missing("") == [("Vedtægter", "Årsregnskab")]


@pytest.mark.parametrize(
    "line",
    [
        "- Vedtægter eftersendes",
        "- Vedtægter (eftersendes)",
        "- Budget og vedtægter, som sendes senere",
        "- Vedtægter: kommer senere",
        "- Stadgar och vedtægter skickas senare",
        "- Vedtægter – ettersendes",
        "- Vedtægter (to follow)",
    ],
)
def test_a_paper_that_is_to_follow_later_is_not_there(line: str) -> None:
    text = f"{HEAD}## Bilag\n\n{line}\n- Regnskab\n"
    problem = only("attachment-missing", text, FORM, path="a.md")
    assert (problem.variant, problem.values["title"], problem.place.line) == ("later", "Vedtægter", 12)
    assert problem.place.text == line[2:]
    assert ask("attachment-missing", f"{text}- Vedtægterne ligger ved\n", FORM, path="a.md") == []


@pytest.mark.parametrize("line", ["- Vedtægter, budget eftersendes", "- Budget eftersendes og vedtægter"])
def test_another_paper_may_follow_later(line: str) -> None:
    assert ask("attachment-missing", f"{HEAD}## Bilag\n\n{line}\n- Regnskab\n", FORM, path="a.md") == []


@pytest.mark.parametrize(
    "line",
    [
        "- Ingen vedtægter",
        "- Vedtægter (foreligger ikke)",
        "- Vedtægter: mangler",
        "- Vedtægter, findes ikke endnu",
        "- Budget, men ingen vedtægter",
        "- Inga vedtægter",
        "- Vedtægter (finnes ikke)",
        "- Vedtægter not attached",
    ],
)
def test_a_paper_that_is_said_not_to_be_there_is_missing(line: str) -> None:
    assert missing(f"## Bilag\n\n{line}\n- Regnskab\n") == ["Vedtægter"]


@pytest.mark.parametrize(
    "line",
    [
        "- Vedtægter, ingen brochure",
        "- Vedtægter (mangler underskrift fra kassereren)",
        "- Vedtægter (ingen ændringer siden sidst)",
        "- Ingen vedtægter\n- Vedtægter for klubben",
    ],
)
def test_what_else_is_not_there_says_nothing_of_the_paper(line: str) -> None:
    assert missing(f"## Bilag\n\n{line}\n- Regnskab\n") == []


def test_a_paper_is_asked_of_large_applications_only() -> None:
    assert missing("## Bilag\n\n- Vedtægter\n", HEAD.replace("24.000", "19.999")) == []
    assert missing("## Bilag\n\n- Vedtægter\n", HEAD.replace("24.000", "20.000")) == ["Årsregnskab"]
    assert missing("## Bilag\n\n- Vedtægter\n", HEAD.replace("24.000 kr.", "24.000 EUR")) == []
    assert missing("## Bilag\n\n- Vedtægter\n", HEAD.replace("Søgt beløb: 24.000 kr.\n", "")) == []


@pytest.mark.parametrize(
    "body",
    [
        "## Bilag\n\n1. Foreningens vedtægter (2024)\n2. Årsregnskabet for 2026\n",
        "## Bilag\n\nBilag 1: Foreningsvedtægter, bilag 2: regnskab\n",
        "## Bilag\n\n- Vedtæger\n- Arsregnskab\n",
        "## Bilag\n\n- vedtaegter.pdf\n- regnskab-2026.xlsx\n",
        "Bilag: Budget, vedtægter og regnskab\n",
        "Foreningens vedtægter og seneste regnskab er vedlagt.\n",
        "## Bilag 1: Vedtægter\n\n§ 1\n\n## Bilag 2: Regnskab\n\nI orden.\n",
    ],
)
def test_a_paper_may_be_named_in_many_ways(body: str) -> None:
    assert missing(body) == []


def test_a_paper_without_words_is_called_by_its_id() -> None:
    bare = Schema(id="form", attachments=(Attachment(id="bank-statement"),))
    assert ask("attachment-missing", "attachments: [The bank statement]\n", bare) == []
    assert only("attachment-missing", "attachments: [CV]\n", bare).values["title"] == "bank statement"
    short = Schema(id="form", attachments=(Attachment(id="cv", labels=("CV",)),))
    assert ask("attachment-missing", "attachments: [CV of the leader]\n", short) == []
    assert len(ask("attachment-missing", "attachments: [CVR extract]\n", short)) == 1


LIST = "## Bilag\n\n- Budget\n- Vedtægter\n"


def unlisted(sentence: str, listing: str = LIST) -> list[object]:
    text = f"Sprog: da\n\n# Fest\n\n## Formål\n\n{sentence}\n\n{listing}"
    return [problem.values["number"] for problem in ask("attachment-unlisted", text, path="a.md")]


def test_a_number_beyond_the_list_is_found_once() -> None:
    text = f"# Fest\n\n## Formål\n\nTaget skal laves (se bilag 3). Bilag 3 viser det.\n\n{LIST}"
    problem = only("attachment-unlisted", text, path="a.md")
    assert (problem.place.text, problem.values["count"], list(lines(problem))) == ("bilag 3", 2, [7])


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Se bilag 1 og 2.", []),
        ("Se bilag 1, 2 og 4.", [4]),
        ("Se bilag 1-3.", [3]),
        ("Se bilag nr. 5.", [5]),
        ("Se vedlegg 4 og annex 6.", [4, 6]),
        ("Se bilag 3 til bekendtgørelsen.", []),
        ("Se lovens bilag 4 og bilag 7 til bekendtgørelsen.", []),
        ("Se bilag 4 og bilag 7 til bekendtgørelsen.", []),
        ("Se støttebekendtgørelsens bilag 4 og vores bilag 5.", [5]),
        ("Se lagens bilaga 4 og forskriftens vedlegg 5.", []),
        ("Se bilag 2027.", []),
        ("Bilag 3 000 kr.", []),
    ],
)
def test_numbers_are_read_as_people_write_them(sentence: str, numbers: list[int]) -> None:
    assert unlisted(sentence) == numbers


def test_a_list_that_numbers_its_papers_says_which_there_are() -> None:
    assert unlisted("Se bilag 2.", "## Bilag\n\nBilag 1: Budget\nBilag 3: Vedtægter\n") == [2]
    assert unlisted("Se bilag 3.", "## Bilag\n\nBudget, vedtægter og regnskab\n") == []
    assert unlisted("Se bilag 4.", "## Bilag 4: Tegning\n\nTaget.\n\n" + LIST) == []
    assert unlisted("Se bilag 4.", "") == []


def test_lines_of_the_budget_speak_of_attachments_too() -> None:
    text = "budget:\n  Roof (see annex 3): 9000\nattachments: [Quote]\n"
    assert marked(ask("attachment-unlisted", text)) == ["annex 3"]


def beside(folder: Path, listing: str) -> list[tuple[str, object]]:
    (folder / "application.md").write_text(f"# Fair\n\n## Purpose\n\nMeet.\n\n## Attachments\n\n{listing}\n", "utf-8")
    result = check(read_file(str(folder / "application.md")), Request(schema="none"))
    named = [finding for finding in result.findings if finding.rule == "attachment-not-found"]
    return [(str(finding.values["name"]), finding.values["suggestion"]) for finding in named]


def test_a_file_that_is_named_lies_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "budget.xlsx").touch()
    assert beside(tmp_path, "- budget.xlsx\n- Statutes: statutes.pdf") == [("statutes.pdf", None)]
    assert beside(tmp_path, "- budgett.xlsx") == [("budgett.xlsx", "budget.xlsx")]


@pytest.mark.parametrize(
    "listing",
    ["- Budget.XLSX", "- [Budget](budget.xlsx)", "- Hall: `budget.xlsx`", "- Budget 2027 final.pdf and budget.xlsx",
     "- See the plan, papers/plan of 2027.pdf", "- Budget"],
)  # fmt: skip
def test_a_file_is_found_whatever_stands_before_its_name(tmp_path: Path, listing: str) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("budget.xlsx", "Budget 2027 final.pdf", "papers/plan of 2027.pdf"):
        (tmp_path / name).touch()
    assert beside(tmp_path, listing) == []


@pytest.mark.parametrize(
    "listing", ["- https://example.org/plan.pdf", "- /etc/plan.pdf", "- ../../plan.pdf", "- ~/plan.pdf"]
)
def test_nobody_looks_far_from_the_document(tmp_path: Path, listing: str) -> None:
    assert beside(tmp_path, listing) == []


def test_a_result_that_hangs_on_other_files_holds_once() -> None:
    assert check_text("attachments: [plan.pdf]\n", schema="none").holds is Holds.ONCE
    assert check_text("attachments: [The plan]\n", schema="none").holds is Holds.ALWAYS


def test_a_text_that_is_no_file_has_nothing_beside_it() -> None:
    found = check_text("attachments: [plan.pdf]\n", "-", schema="none").findings
    assert [finding.rule for finding in found if finding.rule.startswith("attachment")] == []
