"""What a cost is for, by its cell, its group, its label and its type."""

from __future__ import annotations

import pytest
from asking import bound

from projektkort.rules.categories import category_of
from projektkort.schema.model import Schema

FUND = Schema(id="fund", currency="DKK", language="da", categories={"audit": ("skitser", "tilsyn med byggeri")})


def of_label(label: str, schema: Schema | None = None) -> str | None:
    project, chosen = bound(f'budget: [{{label: "{label}", amount: 100}}]', schema or "none")
    assert project.budget is not None
    return category_of(project.budget.lines[0], chosen)


@pytest.mark.parametrize(
    ("label", "category"),
    [
        ("Løn til projektleder", "staff"),
        ("Projektlederløn", "staff"),
        ("Personalkostnader", "staff"),
        ("Staff costs", "staff"),
        ("Overhead 15 %", "indirect"),
        ("Indirekta kostnader", "indirect"),
        ("Busleje", "travel"),
        ("Rejseudgifter", "travel"),
        ("Tågresor", "travel"),
        ("Sociala avgifter", "staff"),
        ("Köpt projektledning", "external"),
        ("Leje af bus til udflugten", "travel"),
        ("Kunstnerhonorarer", "external"),
        ("Kjøp av tjenester", "external"),
        ("Workshopmaterialer", "equipment"),
        ("Ombygning af klubhus", "infrastructure"),
        ("Lokalhyra", "venue"),
        ("Leie av lokaler", "venue"),
        ("Mad til frivillige", "catering"),
        ("Kaffe, 10 kr. pr. person", "catering"),
        ("Annonceudgifter", "communication"),
        ("PR", "communication"),
        ("Revisjon", "audit"),
        ("Ideell tid", "volunteer"),
        ("Dugnad", "volunteer"),
        ("Uforudsete udgifter", "contingency"),
    ],
)
def test_the_words_of_a_label_tell(label: str, category: str) -> None:
    assert of_label(label) == category


@pytest.mark.parametrize("label", ["Diverse", "Teknologi", "Forsikring", "Leje pr. dag", "Nr. 7", "—"])
def test_other_words_tell_nothing(label: str) -> None:
    assert of_label(label) is None


def test_the_words_of_the_schema_go_first() -> None:
    assert of_label("Skitser til plakaten", FUND) == "audit"
    assert of_label("Tilsyn med byggeri", FUND) == "audit"
    assert of_label("Plakat", FUND) == "communication"


def test_a_cell_goes_before_a_group_and_a_group_before_the_label() -> None:
    text = """
    budget:
      Personale:
        Rejser: 100
      Åbningsfest med musik:
        Lokaleleje: 100
      lines:
        - {label: Rejser, category: Eksterne ydelser, amount: 100}
    """
    project, schema = bound(f"language: da{text}".replace("\n    ", "\n"))
    assert project.budget is not None
    found = {(line.label.value, line.group): category_of(line, schema) for line in project.budget.lines}
    assert found["Rejser", "Personale"] == "staff"
    assert found["Lokaleleje", "Åbningsfest med musik"] == "venue"  # not every heading names a category
    assert "external" in found.values()


def test_work_that_nobody_is_paid_for_is_voluntary() -> None:
    project, schema = bound("budget: [{label: Opstilling, type: frivillig, amount: 100}]")
    assert project.budget is not None
    assert category_of(project.budget.lines[0], schema) == "volunteer"


def test_a_subtotal_ends_a_group() -> None:
    project, _ = bound("budget:\n  Personale:\n    Leder: 100\n    Vikar: 100\n  Delsum: 200\n  Mad: 200\n")
    assert project.budget is not None
    assert [(line.label.value, line.group) for line in project.budget.lines] == [
        ("Leder", "Personale"),
        ("Vikar", "Personale"),
        ("Mad", None),
    ]
