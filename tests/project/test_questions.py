"""Questions of one word as labels, and amounts that say in a sentence that they are applied for."""

from __future__ import annotations

import pytest
from project_text import loaded, project

from projektkort.schema.labels import Labels, Match

FIVE = {
    "da": ("Hvad", "Hvorfor", "Hvordan", "Hvem", "Hvornår", "Hvor"),
    "sv": ("Vad", "Varför", "Hur", "Vem", "När", "Var"),
    "nb": ("Hva", "Hvorfor", "Hvordan", "Hvem", "Når", "Hvor"),
    "en": ("What", "Why", "How", "Who", "When", "Where"),
}
IDS = ["summary", "background", "activities", "target_group", "period", "place"]


def ids(text: str, path: str = "x.md") -> list[str | None]:
    return [section.id for section in project(text, path, "outline").sections]


@pytest.mark.parametrize("form", ["{}: Noget.", "**{}?** Noget.", "## {}?\n\nNoget.", "{} – noget"])
@pytest.mark.parametrize("language", FIVE)
def test_questions_are_labels_among_each_other(language: str, form: str) -> None:
    assert ids("Have\n\n" + "\n".join(form.format(word) for word in FIVE[language])) == IDS
    assert loaded("\n".join(form.format(word) for word in FIVE[language])).choice.schema.id == "outline"


def test_keys_of_yaml_may_be_questions() -> None:
    assert ids("titel: Fest\nhvad: En fest\nhvordan: Med kage\n", "x.yaml") == ["title", "summary", "activities"]


@pytest.mark.parametrize(
    "text",
    [
        "Hvad: En have.",
        "Hvad\n\nEn have.\n\nHvordan\n\nMed spader.",
        "Hvad: En fest.\nHvem: Alle.\n\nHvad: En tur.\nHvem: Børn.",
        "## Aktiviteter\n\nHvad: En fest\nHvordan: Med kage",
    ],
    ids=["one", "no colon", "twice", "under a heading that is known"],
)
def test_other_questions_are_text(text: str) -> None:
    assert set(ids(f"Have\n\n{text}\n")) <= {"activities"}
    assert len(project(f"# Have\n\n{text}\n", schema="outline").sections) == text.count("#") // 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Hvad vil vi?**\nPlante.\n\n**Hvem er med?**\nSkolen.", ["purpose", "partners"]),
        ("**Hva vil vi?**\nPlante.\n\n**Hvem er med?**\nSkolen.", ["purpose", "partners"]),
        ("**Vad vill vi?**\nPlantera.\n\n**Vilka är med?**\nSkolan.", ["purpose", "partners"]),
        ("**What do we want?**\nTrees.\n\n**Who is involved?**\nThe school.", ["purpose", "partners"]),
    ],
)
def test_bold_questions(text: str, expected: list[str]) -> None:
    assert ids(f"Xyz\n\n{text}\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Beløb: Der søges om 25.000 kr.",
        "Belopp: Vi söker 25 000 kr",
        "Beløp: Vi søker om 25 000 kr",
        "Amount: We apply for DKK 25000",
    ],
)
def test_an_amount_that_is_applied_for_in_a_sentence(line: str) -> None:
    read = project(f"# Xyz\n\n## Activities\n\nVi planter.\n\n{line}\n")
    assert read.applied is not None
    assert read.applied.amount == 25000
    same = project(f"titel: Xyz\n{line}\n", "x.yaml").applied
    assert same is not None
    assert same.amount == 25000


def test_another_amount_is_text_of_its_section() -> None:
    read = project("# Xyz\n\n## Aktiviteter\n\nVi planter.\n\nBeløb: Kommunen giver 25.000 kr.\n")
    assert read.applied is None


@pytest.mark.parametrize(
    "text",
    [
        "Hvorfor?\nVi mangler ly.\n\nHvem er med?\nSkolen.\n\nHvornår?\nForår 2027\n\nHvad koster det?\nCa. 9.500 kr.",
        "Hvorfor?\nVi mangler ly.\n\nHvem er med?\nSkolen.\n\nNår?\nVåren 2027\n\nHva koster det?\nCa. 9 500 kr.",
        "Varför?\nLy saknas.\n\nVilka är med?\nSkolan.\n\nNär?\nVåren 2027\n\nVad kostar det?\nCa 9 500 kr.",
        "Why?\nNo roof.\n\nWho is involved?\nThe school.\n\nWhen?\nSpring 2027\n\nWhat will it cost?\nUSD 9,500.",
    ],
    ids=["da", "nb", "sv", "en"],
)
def test_questions_on_lines_of_their_own(text: str) -> None:
    assert ids(f"Xyz\n\n{text}\n", "x.txt") == ["background", "partners", "period", "economy"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Diarienr", "id"),
        ("Genomförda aktiviteter", "activities"),
        ("Gennemførte aktiviteter", "activities"),
        ("Gjennomførte aktiviteter", "activities"),
    ],
)
def test_labels_of_files_and_reports(label: str, expected: str) -> None:
    assert Labels().section(label) == Match(expected, None, own=False)
