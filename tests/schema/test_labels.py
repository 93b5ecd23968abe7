"""What labels mean, as people write them."""

from __future__ import annotations

import pytest

from projektkort.schema.labels import Labels, Match
from projektkort.schema.loading import load
from projektkort.schema.model import Schema

SHARED = Labels()


def meaning(text: str) -> str | None:
    match = SHARED.section(text)
    return match.id if match else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Projektnavn", "title"),
        ("Projekt navn", "title"),
        ("Navn på projektet", "title"),
        ("Projektansvarlig (arbejdsgruppe + tovholder)", "responsible"),
        ("Hvad vil vi opnå med projektet?", "purpose"),
        ("Formål med projektet", "purpose"),
        ("Hvorfor vil vi det?", "background"),
        ("Baggrund for projektet:", "background"),
        ("Målgruppe(r):", "target_group"),
        ("malgruppe", "target_group"),
        ("maalgruppe", "target_group"),
        ("Hvilke aktivitet(er) består projektet af?", "activities"),
        ("Kort sigt", "short_term"),
        ("På langt sigt", "long_term"),
        ("Forankringsstrategi", "anchoring"),
        ("Udgifter", "budget"),
        ("Indtægter", "financing"),
        ("Økonomi", "economy"),
        ("oekonomi", "economy"),
        ("søgt beløb", "applied"),
        ("CVR-nr.", "applicant_id"),
        ("Sökande", "applicant"),
        ("Sökt stöd", "applied"),
        ("Efter projektet", "anchoring"),
        ("Samverkan", "partners"),
        ("Tidplan", "schedule"),
        ("Budget (kr inkl. moms)", "budget"),
        ("Budget i kr.", "budget"),
        ("Kostnader 2026", "budget"),
        ("Lägesbeskrivning", "situation"),
        ("Omsøkt beløp", "applied"),
        ("Kostnadsoverslag", "budget"),
        ("Fremdriftsplan", "schedule"),
        ("Videreføring", "anchoring"),
        ("4. Budsjett", "budget"),
        ("Project title", "title"),
        ("target_group", "target_group"),
        ("Work packages", "activities"),
        ("# **2.1 Risks**", "risks"),
        ("Blomster", None),
        ("Oplægsholdere", None),
        ("Vi ønsker", None),
        ("", None),
    ],
)
def test_labels_of_the_four_languages(text: str, wanted: str | None) -> None:
    assert meaning(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted", "near"),
    [
        ("Finasiering", "financing", "Finansiering"),
        ("Samarbejdspatnere", "partners", "Samarbejdspartnere"),
        ("Målgrupppe", "target_group", "Målgruppe"),
        ("2. Evaluring", "evaluation", "Evaluering"),
    ],
)
def test_a_near_miss_says_what_it_nearly_is(text: str, wanted: str, near: str) -> None:
    assert SHARED.section(text) == Match(wanted, near, own=False)


@pytest.mark.parametrize(
    "text",
    [
        "Mil",  # too short to be a misspelling of anything
        "Tidsplan7x",  # a figure is no misspelling
        "Resultatmal2",
        "Projektor",
    ],
)
def test_what_is_no_near_miss(text: str) -> None:
    assert SHARED.section(text) is None


def test_a_near_miss_of_two_meanings_is_none() -> None:
    schema = Schema.model_validate(
        {"id": "x", "sections": [{"id": "a", "labels": ["Kaffekoppen"]}, {"id": "b", "labels": ["Kaffekopper"]}]}
    )
    assert Labels(schema).section("Kaffekopped") is None
    assert Labels(schema).section("Kaffekopper") == Match("b", None, own=True)


FORM = Schema.model_validate(
    {
        "id": "form",
        "language": "da",
        "sections": [
            {"id": "goals", "title": {"da": "Hvad er drømmen?"}, "parts": [{"id": "stage", "labels": ["Status"]}]},
            {"id": "background", "labels": ["Formål", "Landsbyens historie"]},
            {"id": "village", "title": {"da": "Landsbyen", "en": "The village"}, "labels": ["Bygden"]},
        ],
        "budget": {"title": {"da": "Hvad koster det?"}},
        "columns": {"amount": ["Drømmepris"], "label": ["Beløb"]},
    }
)


def test_the_forms_own_labels_win_over_the_shared_ones() -> None:
    labels = Labels(FORM)
    assert labels.section("Formål") == Match("background", None, own=True)
    assert labels.section("Hvad er drømmen") == Match("goals", None, own=True)
    assert labels.section("Hvad koster det?") == Match("budget", None, own=True)
    assert labels.section("Landsbyens histore") == Match("background", "Landsbyens historie", own=True)
    assert labels.section("Tidsplan") == Match("schedule", None, own=False)


def test_parts_come_first_inside_their_section() -> None:
    form = Schema.model_validate(
        {
            "id": "form",
            "sections": [
                {"id": "goals", "parts": [{"id": "grade", "labels": ["Status"]}]},
                {"id": "x", "labels": ["Status"]},
            ],
        }
    )
    labels = Labels(form)
    assert labels.section("Status", within="goals") == Match("grade", None, own=True)
    assert labels.section("Status", within="x") == labels.section("Status") == Match("x", None, own=True)
    assert SHARED.section("Status", within="goals") == Match("situation", None, own=False)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Beløb", "amount"),
        ("Beløb i kr.", "amount"),
        ("Kr.", "amount"),
        ("I alt", "total"),
        ("Post", "label"),
        ("Aktivitet", "label"),
        ("Kilde", "funder"),
        ("Tilskudsgiver", "funder"),
        ("Udgifter", "costs"),
        ("Kostnader", "costs"),
        ("Indtægter", "income"),
        ("Antal", "quantity"),
        ("Stk.", "quantity"),
        ("Enhedspris", "unit_price"),
        ("À-pris", "unit_price"),
        ("Utfall", "actual"),
        ("unit_price", "unit_price"),
        ("Bemærkning", "note"),
        ("Vejret", None),
    ],
)
def test_column_heads(text: str, role: str | None) -> None:
    assert SHARED.column(text) == role


def test_the_forms_own_columns_win() -> None:
    assert Labels(FORM).column("Drømmepris (kr)") == "amount"
    assert Labels(FORM).column("Beløb") == "label"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("skema", "schema"),
        ("Språk", "language"),
        ("valuta", "currency"),
        ("i_alt", "total"),
        ("poster", "lines"),
        ("x", None),
    ],
)
def test_keys_of_yaml(text: str, wanted: str | None) -> None:
    assert SHARED.key(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "commitment"),
    [
        ("Vestervang Lokaludvalg (søgt)", "applied", "applied"),
        ("Vestervang Lokaludvalg (soegt)", "applied", "applied"),
        ("Leader Skogsbygd, sökt", "applied", "applied"),
        ("Rönnbackens kommun, beviljat", "grant", "granted"),
        ("Egne penge", "own", None),
        ("Byalagets egna pengar", "own", None),
        ("Ideell tid", "volunteer", None),
        ("Egen arbejdsindsats", "volunteer", None),
        ("Deltagerbetaling", "revenue", None),
        ("Lån", "loan", None),
        ("Lån af lokaler", "in_kind", None),
        ("Momskompensasjon", "vat", None),
        ("Kommunen, bevilget inkl. moms", "grant", "granted"),
        ("Fonden for Natur, endnu ikke søgt", "grant", "expected"),
        ("Kulturpuljen (ikke bevilget)", "grant", "refused"),
        ("Fylket, ennå ikke innvilget", "grant", "expected"),
        ("Sponsor, udbetalt", "revenue", "paid"),
        ("Søgt tilskud, afventer svar", "applied", "applied"),
        ("in_kind", "in_kind", None),
        ("Vestervang Lokaludvalg", None, None),
        ("", None, None),
    ],
)
def test_words_in_a_funders_name(text: str, kind: str | None, commitment: str | None) -> None:
    assert (SHARED.type_of(text), SHARED.commitment_of(text)) == (kind, commitment)


def test_stages_and_answers() -> None:
    stages = ["Kladde", "inskickad", "Innvilget", "closed", "hvem ved"]
    assert [SHARED.stage_of(text) for text in stages] == ["draft", "submitted", "granted", "closed", None]
    assert [SHARED.yes_no(text) for text in ("Ja", "nej", "x", "måske")] == [True, False, True, None]


def test_languages_of_a_label() -> None:
    assert SHARED.languages("1. Syfte") == ("sv",)
    assert SHARED.languages("Formål") == ("da", "nb")
    assert SHARED.languages("in_kind") == SHARED.languages("Blomster") == ()


def test_titles_to_show() -> None:
    assert SHARED.label_for("purpose", "sv") == "Syfte"
    assert SHARED.label_for("target_group", "en") == "Target group"
    assert SHARED.label_for("own_idea", "da") == "Own idea"
    form = Labels(load("lokaludvalg"))
    assert form.label_for("purpose", "da") == "Hvad vil vi opnå med projektet?"
    assert form.label_for("purpose", "nb") == "Formål"
    assert form.label_for("anchoring", "da") == "Forankring"
    assert Labels(FORM).label_for("village", "en") == "The village"
    assert Labels(FORM).label_for("village", "sv") == "Landsbyen"
    assert Labels(FORM).label_for("budget", "da") == "Hvad koster det?"


def test_spellings_that_would_count() -> None:
    form = Labels(load("lokaludvalg"))
    assert form.spellings("anchoring", "da")[:3] == ("Forankring", "Forankringsstrategi", "Forankringsplan")
    assert Labels(FORM).spellings("village", "en") == ("The village", "Landsbyen", "Bygden")
    assert SHARED.spellings("own_idea", "da") == ()


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("Finansring", "Finansiering"), ("Budgat", "Budget"), ("Vejrudsigt", None), ("Hestevogn", None)],
)
def test_did_you_mean(text: str, suggestion: str | None) -> None:
    assert SHARED.suggest(text) == suggestion


def test_a_near_miss_of_an_id_is_not_the_forms_own() -> None:
    assert SHARED.section("applicant_idd") == Match("applicant_id", "applicant_id", own=False)
