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
        ("Opfyldt for alle strande, men ikke for havnen", None),
        ("Uppfyllt under året", "året"),
        ("Delvist opfyldt – der mangler en evaluering", None),
        ("Opfyldt takket være mange frivillige", None),
        ("Opfyldt i den forstand at alle parter nu taler sammen om vejene", None),
    ],
)
def test_what_a_grade_holds_for_stands_behind_it(text: str, scope: str | None) -> None:
    assert SHARED.graded(text).scope == scope


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Delvist opfyldt: to kurser er aflyst", "partly"),
        ("Delvist opfyldt (to kurser er aflyst)", "partly"),
        ("Delvist opfyldt idet kommunen ikke har svaret", "partly"),
        ("Delvis uppfyllt: mötet inställt", "partly"),
        ("Delvis nådd: to kurs avlyst", "partly"),
        ("Partly met (two cancelled)", "partly"),
        ("Løbende: 4 af 6 er gennemført", "ongoing"),
        ("Igangsat men ikke afsluttet", "ongoing"),
        ("Opfyldt: ikke alle har svaret", "met"),
        ("Følger planen men et møde er aflyst", "expected"),
        ("Forventes fortsat at blive delvist opfyldt", "partly"),
        ("Status: Forsinket", "delayed"),
        ("(ikke) opfyldt", "not_met"),
        ("Løbende opfyldt", "met"),
    ],
)
def test_the_grade_that_leads_is_not_overridden_by_its_explanation(text: str, grade: str) -> None:
    assert SHARED.graded(text).grade == grade


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Opfyldt 40 %", "partly"),
        ("80 % opfyldt", "partly"),
        ("Uppfyllt 60 procent", "partly"),
        ("Opfyldt 100 %", "met"),
        ("Opfyldt (42 %)", "met"),
        ("Opfyldt 40 gange", "met"),
        ("Opfyldt i mindre grad", "partly"),
        ("Stort set opfyldt", "partly"),
        ("I stort sett uppnått", "partly"),
        ("Oppnådd i liten grad", "partly"),
        ("Largely met", "partly"),
        ("Opfyldt i høj grad", "met"),
        ("Vurderes opfyldt", "expected"),
        ("Vurderes ikke opfyldt", "not_met"),
    ],
)
def test_less_than_met_is_not_met(text: str, grade: str) -> None:
    assert SHARED.graded(text).grade == grade


@pytest.mark.parametrize(
    ("text", "year", "grade"),
    [
        ("Opfyldes i 2027", 2026, "expected"),
        ("Opfyldes i 2027", None, "expected"),
        ("Målet uppnås 2027", 2026, "expected"),
        ("Målet uppnås 2026", 2026, "met"),
        ("Målet nås", 2026, "met"),
        ("Opfyldt i 2027", 2026, "met"),
    ],
)
def test_a_verb_in_the_present_is_a_promise_where_its_year_is_to_come(text: str, year: int | None, grade: str) -> None:
    assert SHARED.graded(text, year).grade == grade


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Met in full", None),
        ("Målet uppnått. 43 lägenheter klara i juni.", None),
        ("Udgået: opgaven er gennemført i andet regi", None),
        ("Ikke igangsat: opstart er planlagt i 2027", None),
        ("Opfyldt i samarbejde med skolen i 2026", None),
        ("Genomfört i samband med mässan i maj", None),
        ("Delvist opfyldt for 2025: to møder afholdt i 2026", "2025"),
        ("2026: Opfyldt", "2026"),
        ("I 2026 opfyldt", "2026"),
        ("Opfyldt, 2026", "2026"),
        ("Opfyldt for hele perioden", "hele perioden"),
        ("Uppfyllt våren 2026", "våren 2026"),
        ("Met in the spring of 2026", "the spring of 2026"),
        ("Opfyldt i juni 2026 med 40 gæster", "juni 2026"),
        ("Opfyldt for 2025 og 2026", "2025 og 2026"),
        ("Opfyldt for skoleåret 2025/26", "skoleåret 2025/26"),
    ],
)
def test_a_grade_holds_for_a_time_only(text: str, scope: str | None) -> None:
    assert SHARED.graded(text).scope == scope


@pytest.mark.parametrize(
    ("text", "year", "grade", "scope"),
    [
        ("2024: Ikke igangsat\n2025: Igangsat\n2026: Opfyldt", None, "met", "2026"),
        ("2024: Ikke igangsat; 2025: Igangsat; 2026: Opfyldt", 2025, "ongoing", "2025"),
        ("Opfyldt for 2024. Ikke opfyldt for 2025.", None, "not_met", "2025"),
        ("Opfyldt for 2025, forventes opfyldt for 2026", None, "met", "2025"),
        ("Opfyldt for 2025, forventes opfyldt for 2026", 2026, "expected", "2026"),
        ("Ikke opfyldt i 2026. Forventes opfyldt i 2027.", 2026, "not_met", "2026"),
        ("1. halvår: Igangsat\n2. halvår: Opfyldt", 2026, "met", "2. halvår"),
        ("Planlagt i 2026, forventes opfyldt i 2027", None, "not_started", "2026"),
        ("Delvist opfyldt for 2025: to møder afholdt i 2026", 2026, "partly", "2025"),
    ],
)
def test_of_several_statuses_the_one_that_holds_now_counts(
    text: str, year: int | None, grade: str, scope: str | None
) -> None:
    found = SHARED.graded(text, year)
    assert (found.grade, found.scope) == (grade, scope)


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("Opfyldt\nIkke opfyldt", True),
        ("Opfyldt / Delvist opfyldt / Ikke opfyldt", True),
        ("Uppfyllt. Ej påbörjat.", True),
        ("Opfyldt\nOpfyldt", False),
        ("Delvist opfyldt, ikke afsluttet", False),
        ("Opfyldt. Evalueringen er delvist gennemført.", False),
        ("Opfyldt for 2025. Ikke opfyldt for 2026.", False),
        ("Forsinket. Forventes opfyldt i 2027", False),
    ],
)
def test_two_statuses_that_cannot_hold_at_once_are_none(text: str, torn: bool) -> None:
    found = SHARED.graded(text)
    assert (found.torn, found.grade is None) == (torn, torn)


def test_the_words_of_a_schema_come_first() -> None:
    own = Labels(Schema(id="own", status_words={"partly": ("Opfyldt", "På vippen"), "met": ("Landet",)}))
    assert own.graded("Opfyldt for 2026").grade == "partly"
    assert own.graded("Sagen er landet i 2026") == own.graded("Landet i 2026")
    assert own.graded("Ikke landet").grade == "not_met"
    assert own.graded("Forsinket. Sagen er på vippen").grade == "partly"
    assert own.graded("Udgået").grade == "dropped"
