"""What a document says of itself, and what in it may be a label, before anybody asks by which schema it is read."""

from __future__ import annotations

import pytest
from project_text import loaded

from projektkort.document import read
from projektkort.project.bind import bind
from projektkort.project.signs import Signs
from projektkort.schema.loading import load
from projektkort.source import decode


def signs(text: str, path: str = "x.md") -> Signs:
    return Signs(read(decode(text.encode(), path)))


def test_what_stands_first_says_it() -> None:
    own = signs("---\nsprog: da\n---\n\nSprog: sv\nSkema: lokaludvalg\n\n## Formål\n\nValuta: SEK\n").own
    assert {key: (text.value, text.line) for key, text in own.items()} == {
        "language": ("da", 2),
        "schema": ("lokaludvalg", 6),
    }


def test_only_a_single_value_answers_a_key() -> None:
    assert "language" not in signs("sprog: [da, sv]\n", "x.yaml").own


def test_labels_are_keys_headings_lines_and_the_left_cells_of_a_form() -> None:
    text = (
        "---\ntitel: Fest\n---\n# Vores fest\n\n**Kontakt:** Per Holm\n\nFormål – At mødes.\n\n"
        "| Sted | Havnen |\n|---|---|\n| Telt | 5.000 |\n"
    )
    assert signs(text).labels == ["titel", "Vores fest", "Kontakt", "Formål", "Sted"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hvad: En fest\n", ["summary"]),
        ("# Hvad\n", ["summary"]),
        ("Hvad\n\nEn fest\n", []),  # looks like a label, and nothing more
        ("Hvad?\n\nEn fest\n", ["summary"]),
        ("**Hvad**\n\nEn fest\n", ["summary"]),
        ("Hvad – En fest\n", ["summary"]),
        ("Formål: En fest\n", []),
    ],
)
def test_questions_stand_as_labels_by_more_than_their_looks(text: str, asked: list[str]) -> None:
    assert [word.id for _, word in signs(text).questions] == asked


def test_the_language_of_a_schema_comes_behind_that_of_the_document() -> None:
    danish = load("lokaludvalg")
    assert signs("Purpose: x\n\nTarget group: y\n").language() == "en"
    assert signs("Purpose: x\n\nTarget group: y\n").language(danish) == "da"
    assert signs("Language: en\n\nBudget: 5\n").language(danish) == "en"


def test_a_document_binds_alike_with_the_signs_of_its_choice_and_with_its_own() -> None:
    read_once = loaded("# Fest\n\n## Formål\n\nAt mødes i uge 13.\n\n## Budget\n\nTelt: 5.000 kr.\n")
    document, schema = read_once.document, read_once.choice.schema
    assert bind(document, schema) == bind(document, schema, signs=Signs(document))
    assert bind(document, schema)[0] == read_once.project
