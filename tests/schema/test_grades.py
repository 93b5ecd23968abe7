"""How far a goal is, as people say it in four languages, and what that holds for."""

from __future__ import annotations

import pytest

from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema

SHARED = Labels()


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Opfyldt", "met"),
        ("**Opfyldt**", "met"),
        ("Gennemført", "met"),
        ("Målet er opfyldt, men evalueringen er forsinket", "met"),
        ("Forventes opfyldt", "expected"),
        ("Forventes afsluttet i 2027", "expected"),
        ("Delvist opfyldt", "partly"),
        ("Forventes delvist opfyldt", "partly"),
        ("Ikke helt opfyldt", "partly"),
        ("Ikke opfyldt", "not_met"),
        ("Forventes ikke opfyldt", "not_met"),
        ("Forventes ikke at blive opfyldt", "not_met"),
        ("Målet er endnu ikke opfyldt", "not_met"),
        ("Ikke gennemført på grund af manglende midler", "not_met"),
        ("Løbende driftsopgave", "ongoing"),
        ("Under udmøntning", "ongoing"),
        ("I gang, forventes afsluttet 2027", "ongoing"),
        ("Ikke igangsat", "not_started"),
        ("Forventes igangsat i 2027", "not_started"),
        ("Under planlægning", "not_started"),
        ("Forsinket. Forventes opfyldt i 2027", "delayed"),
        ("Udgået", "dropped"),
        ("Ikke vurderet", "not_assessed"),
        ("Uppfyllt", "met"),
        ("Genomförd åtgärd", "met"),
        ("Målet kan uppnås", "expected"),
        ("Bedöms uppfyllas", "expected"),
        ("Kan delvis uppnås", "partly"),
        ("Ej uppfyllt", "not_met"),
        ("Blir svårt att uppnå", "not_met"),
        ("Bedöms ej uppfyllas under året", "not_met"),
        ("Påbörjad åtgärd", "ongoing"),
        ("Ej påbörjad åtgärd", "not_started"),
        ("Något försenad", "delayed"),
        ("Avförd åtgärd", "dropped"),
        ("Bedömning saknas", "not_assessed"),
        ("Oppnådd", "met"),
        ("I rute", "expected"),
        ("Delvis oppnådd", "partly"),
        ("Målet nås ikke", "not_met"),
        ("Igangsatt", "ongoing"),
        ("Ikke startet", "not_started"),
        ("Utgått", "dropped"),
        ("Ikke vurdert", "not_assessed"),
        ("On track", "expected"),
        ("Partly met", "partly"),
        ("Not yet started", "not_started"),
        ("Not assessed", "not_assessed"),
        ("not_met", "not_met"),
    ],
)
def test_a_status_has_a_grade(text: str, grade: str) -> None:
    assert SHARED.graded(text).grade == grade


@pytest.mark.parametrize(
    ("text", "grade"), [("Ja", "met"), ("Nej", "not_met"), ("Delvist", "partly"), ("Nei", "not_met"), ("Gul", "partly")]
)
def test_an_answer_is_a_grade_only_as_the_whole_of_a_cell(text: str, grade: str) -> None:
    assert SHARED.graded(text).grade == grade
    assert SHARED.graded("Ja, det drøftes på næste møde").grade is None


@pytest.mark.parametrize(("text", "grade"), [("😊", "met"), ("😐", "partly"), ("😒", "not_met"), (":-)", "met")])
def test_a_sign_tells_where_no_words_do(text: str, grade: str) -> None:
    assert SHARED.graded(text).grade == grade
    assert SHARED.graded(f"Ikke igangsat {text}").grade == "not_started"


@pytest.mark.parametrize(
    "text", ["", "Se bilag", "Ikke forsinket", "Afventer svar", "Opfyldt hvis man ikke ser på prisen"]
)
def test_words_that_tell_nothing_have_no_grade(text: str) -> None:
    assert SHARED.graded(text).grade is None


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Opfyldt", None),
        ("Opfyldt for perioden", "perioden"),
        ("Opfyldt i 2023", "2023"),
        ("Forventes opfyldt 2023", "2023"),
        ("Forventes opfyldt i 2. halvår 2023", "2. halvår 2023"),
        ("Opfyldt for perioden 2022 – 2024", "perioden 2022 – 2024"),
        ("Opfyldt (2026)", "2026"),
        ("Opfyldt for alle strande, men ikke for havnen", "alle strande"),
        ("Uppfyllt under året", "året"),
        ("Delvist opfyldt – der mangler en evaluering", None),
        ("Opfyldt takket være mange frivillige", None),
        ("Opfyldt i den forstand at alle parter nu taler sammen om vejene", None),
    ],
)
def test_what_a_grade_holds_for_stands_behind_it(text: str, scope: str | None) -> None:
    assert SHARED.graded(text).scope == scope


def test_the_words_of_a_schema_come_first() -> None:
    own = Labels(Schema(id="own", status_words={"partly": ("Opfyldt", "På vippen"), "met": ("Landet",)}))
    assert own.graded("Opfyldt for 2026").grade == "partly"
    assert own.graded("Sagen er landet i 2026") == own.graded("Landet i 2026")
    assert own.graded("Ikke landet").grade == "not_met"
    assert own.graded("Forsinket. Sagen er på vippen").grade == "partly"
    assert own.graded("Udgået").grade == "dropped"
