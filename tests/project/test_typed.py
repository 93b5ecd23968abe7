"""The typed fields of a project: title, people, period, steps, applied amount."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from project_text import DANISH, in_yaml, project, seen


def title_of(text: str) -> str | None:
    title = project(text).title
    return title.value if title else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Projektnavn: Fest\n\nFormål: x", "Fest"),
        ("# Noget andet\n\nProjektnavn: Fest\n\nFormål: x", "Fest"),
        ("**Projektets navn:**\n\nFest\n\n**Formål:** x", "Fest"),
        ("# Fest\n\n## Formål\n\nx", "Fest"),
        ("Fest\n====\n\nFormål: x", "Fest"),
        ("## Fest\n\nFormål: x", "Fest"),
        ("### Fest\n\nFormål: x", None),
        ("Fest i gården\n\nFormål: x", "Fest i gården"),
        ("7. Fest i gården\n\nFormål: x", "Fest i gården"),
        ("Sprog: da\n\n# Fest\n\nFormål: x", "Fest"),
        ("- Fest\n- Sang\n\nFormål: x", None),
        ("1. Fest\n2. Sang\n\nFormål: x", None),
        ("Ansøgning om støtte\n\nFormål: x", None),
        ("# Ansøgning\n\n## Formål\n\nx", None),
        ('Ansøgning om støtte til "Fest i gården"\n\nFormål: x', 'Ansøgning om støtte til "Fest i gården"'),
        ("Dato: 1. maj 2026\n\nFormål: x", None),
        (f"{'Fest ' * 40}\n\nFormål: x", None),
        ("Formål: x", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert title_of(text) == title


def test_the_name_of_a_form_is_not_lost() -> None:
    assert [text.value for text in project("Ansøgning om støtte\n\nFormål: x").unplaced] == ["Ansøgning om støtte"]
    assert [section.label.value for section in project("# Ansøgning\n\n## Formål\n\nx").other] == ["Ansøgning"]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("Ansøger: Foreningen", "Foreningen", None),
        ("Ansøger: Foreningen, CVR-nr. 12345674", "Foreningen", "12345674"),
        ("Sökande: Föreningen (org.nr 802002-4280)", "Föreningen", "8020024280"),
        ("Sökande: Föreningen, org.nr 802002-4280, Byn", "Föreningen, org.nr 802002-4280, Byn", "8020024280"),
        ("Sökande: Org.nr 802002-4280", "Org.nr 802002-4280", "8020024280"),
        ("Ansøger: Foreningen\nCVR-nr.: 12 34 56 74", "Foreningen", "12345674"),
        ("Ansøger: Foreningen\nCVR-nr.: 12345675", "Foreningen", None),
        ("Ansøger:\n\nForeningen\nGade 1", "Foreningen", None),
        ("Sökande: Föreningen\nOrganisationsnummer: 556036-0793", "Föreningen", "556036-0793"),
        ("Søker: Laget\nOrg.nr.: 923 609 016", "Laget", "923609016"),
        ("Ansøger:", None, None),
        ("Formål: x", None, None),
    ],
)
def test_applicant(text: str, name: str | None, number: str | None) -> None:
    applicant = project(text).applicant
    assert (applicant.name.value if applicant else None) == name
    digits = "".join(filter(str.isdigit, applicant.id)) if applicant and applicant.id else None
    assert digits == (number.replace("-", "") if number else None)


def test_applicant_in_yaml() -> None:
    for text in ("{navn: Foreningen, cvr: 12345674}", "Foreningen (CVR 12345674)", "[Foreningen, CVR 12345674]"):
        applicant = in_yaml(f"ansøger: {text}").applicant
        assert applicant is not None
        assert (applicant.name.value.split(" (")[0], applicant.id) == ("Foreningen", "12345674")


def test_people_place_number_and_attachments() -> None:
    read = project(
        "Sagsnummer: 2026-17\nProjektansvarlig: Gruppen\nKontaktperson: formanden\nSted: Torvet\nDato: 1. maj 2026\n\n"
        "Bilag:\n- Tegning\n- Tilbud\n"
    )
    assert [text.value if text else None for text in (read.id, read.responsible, read.contact, read.place)] == [
        "2026-17",
        "Gruppen",
        "formanden",
        "Torvet",
    ]
    assert read.date == dt.date(2026, 5, 1)
    assert [text.value for text in read.attachments] == ["Tegning", "Tilbud"]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("stage: draft", "draft"),
        ("status: kladde", "draft"),
        ("projektstatus: bevilget", "granted"),
        ("status: Vi har afsluttet første del", None),
        ("status: xyzzy", None),
        ("formål: x", None),
    ],
)
def test_stage(text: str, stage: str | None) -> None:
    assert in_yaml(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "periode: 1. marts 2026 - 30. juni 2026",
        "periode: {start: 2026-03-01, slut: 2026-06-30}",
        "period:\n  start: 2026-03-01\n  end: 2026-06-30",
        "projektperiode: {fra: 1. marts 2026, til: 30. juni 2026}",
    ],
)
def test_period_in_yaml(text: str) -> None:
    period = in_yaml(f"sprog: da\n{text}").period
    assert period is not None
    assert (period.period.start, period.period.end) == (dt.date(2026, 3, 1), dt.date(2026, 6, 30))


def test_an_empty_period_is_none() -> None:
    assert in_yaml("sprog: da\nperiode:").period is None
    assert in_yaml("sprog: da\nperiode: {}").period is None
    assert in_yaml("sprog: da\nperiode: {start: [a, b]}").period is not None


def steps(text: str) -> list[tuple[str, str | None]]:
    read = project(DANISH + text)
    return [
        (step.text.value, step.when.start.isoformat() if step.when and step.when.start else None)
        for step in read.schedule
    ]


def test_steps_of_the_schedule_by_line_and_by_clause() -> None:
    assert steps("Periode: 2026\n\nTidsplan:\n- uge 13: planlægning\n- 1. maj: fest\n- bagefter: rydde\n") == [
        ("uge 13: planlægning", "2026-03-23"),
        ("1. maj: fest", "2026-05-01"),
        ("bagefter: rydde", None),
    ]
    assert steps("Tidsplan 2026: plan i uge 13, mad, og drikke, fest i uge 20; oprydning i uge 21") == [
        ("plan i uge 13, mad, og drikke", "2026-03-23"),
        ("fest i uge 20", "2026-05-11"),
        ("oprydning i uge 21", "2026-05-18"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Periode: 1. marts - 30. juni 2027\n\nTidsplan: fest i uge 13", "2027-03-29"),
        ("Periode: 1. november 2026 - 30. juni 2027\n\nTidsplan: fest i uge 13", None),
        ("Formål: fest i 2027\n\nTidsplan: fest i uge 13", "2027-03-29"),
        ("Formål: fest i 2027\n\nBaggrund: som i 2025\n\nTidsplan: fest i uge 13", None),
        ("Projektnavn: Byen 2027\n\nTidsplan: fest i uge 13", "2027-03-29"),
        ("Projektnavn: Byen 2020\n\nFormål: fest i 2027\n\nTidsplan: fest i uge 13", "2027-03-29"),
        ("Formål: 2.027 gæster, sag 2026-2027-11\n\nTidsplan: fest i uge 13", None),
        ("Tidsplan: fest i uge 13", None),
    ],
)
def test_weeks_belong_to_the_year_that_the_document_tells(text: str, expected: str | None) -> None:
    assert [when for _, when in steps(text)] == [expected]


def test_dates_know_their_section_and_stay_out_of_the_tables() -> None:
    read = project(
        f"{DANISH}# Fest\n\nSkrevet 1. april 2026.\n\n## Formål\n\nFest 1. maj 2026.\n\n"
        "## Budget\n\nTelte 2. maj 2026: 500\n"
    )
    assert [(found.place.text, found.section) for found in read.dates] == [
        ("1. maj 2026", "purpose"),
        ("1. april 2026", None),
    ]


@pytest.mark.parametrize(
    ("text", "amount", "by"),
    [
        ("Ansøgt beløb: 8.000 kr.", Decimal(8000), "stated"),
        ("Ansøgt beløb: efter aftale", None, "stated"),
        ("Finansiering:\n\nBydelen (søgt): 8.000\nFonden (søgt): 500\nKassen 500\n", Decimal(8500), "financing"),
        ("Finansiering:\n\nBydelen (søgt): 8.000\nFonden (søgt): -\n", None, None),
        ("Finansiering:\n\nKassen 500\n", None, None),
        ("Ansøgt beløb: 8.000 kr.\n\nFinansiering:\n\nBydelen (søgt): 9.000", Decimal(8000), "stated"),
        ("Formål: x", None, None),
    ],
)
def test_applied(text: str, amount: Decimal | None, by: str | None) -> None:
    applied = project(DANISH + text).applied
    assert (applied.amount if applied else None, applied.by if applied else None) == (amount, by)


def test_types_and_commitments_of_funders() -> None:
    read = project(
        f"{DANISH}Finansiering:\n\nBydelen (søgt): 1\nKommunen, bevilget: 2\nEgne penge 3\nFrivillige timer 4\n"
        "Billetsalg 5\nLån i banken 6\nMomsrefusion 7\nLån af telte 8\nFonden, afslag: 9\nNaboerne 10\n"
    )
    assert read.financing is not None
    assert [(line.type, line.commitment) for line in read.financing.lines] == [
        ("applied", "applied"),
        ("grant", "granted"),
        ("own", None),
        ("volunteer", None),
        ("revenue", None),
        ("loan", None),
        ("vat", None),
        ("in_kind", None),
        ("grant", "refused"),
        (None, None),
    ]


def test_amounts_in_text_are_all_outside_the_rows_in_order() -> None:
    read = project(
        f"{DANISH}# Fest\n\nVi har 100 kr. i kassen.\n\nFormål: Sidst kostede det 20.000 kr. og ca. 5.000 i gaver.\n\n"
        "## Budget\n\nBudgettet er på 500 kr.\n\nTelte 500 kr.\nI alt 500 kr.\nHeraf moms: 125 kr.\n\n"
        "## Resultater\n\n### Kort sigt\n\nDer spares 1.000 kr.\n"
    )
    found = [(each.text.value, each.reading) for each in read.amounts_in_text]
    assert [seen(text, reading.amount, reading.approximate) for text, reading in found] == [
        ("100 kr.", 100, False),
        ("20.000 kr.", 20000, False),
        ("ca. 5.000", 5000, True),
        ("500 kr.", 500, False),
        ("125 kr.", 125, False),
        ("1.000 kr.", 1000, False),
    ]


def test_amounts_in_labels_and_titles_are_amounts_in_text_and_units_are_none() -> None:
    read = project(
        f"{DANISH}# Fest for 9.000 kr.\n\n## Gaver til 500 kr.\n\nMange.\n\n## Budget (i 1.000 kr.)\n\nTelte 5\n"
    )
    assert [found.text.value for found in read.amounts_in_text] == ["9.000 kr.", "500 kr."]
    labelled = project(f"{DANISH}Projektnavn: Fest for 9.000 kr.\n")
    assert [found.text.value for found in labelled.amounts_in_text] == ["9.000 kr."]


def test_the_first_paragraph_below_a_heading_tells_the_period() -> None:
    text = "Sprog: da\n\n## Projektperiode\n\n1. maj 2026 - 2. juni 2026\n\nTidligere skulle vi slutte i marts 2027."
    period = project(text).period
    assert period is not None
    assert (str(period.period.start), str(period.period.end)) == ("2026-05-01", "2026-06-02")


@pytest.mark.parametrize("key", ["id", "cvr", "CVR-nummer"])
def test_an_applicant_in_yaml_may_have_its_number_under_a_key(key: str) -> None:
    party = in_yaml(f"titel: Kor\nansøger: {{navn: Lauget, {key}: '10150817'}}\n").applicant
    assert party is not None
    assert (party.name.value, party.id) == ("Lauget", "10150817")


def test_the_title_may_stand_behind_the_name_of_the_form() -> None:
    assert title_of("# Søknad om støtte: Lys i løypa\n\n## Formål\n\nx") == "Lys i løypa"
    assert title_of("# Ansøgning om tilskud: Lys på stien\n\n## Formål\n\nx") == "Lys på stien"
    assert title_of("# Søknad om støtte\n\n## Formål\n\nx") is None


def test_the_period_may_be_a_line_of_the_schedule() -> None:
    schedule = "## Tidsplan\n\nProjektperiode: 11. januar 2027 - 30. juni 2027. Regnskab følger.\n\n- Fest i uge 4\n"
    read = project(f"{DANISH}## Formål\n\nSiden 2019.\n\n{schedule}")
    assert read.period is not None
    assert str(read.period.period.end) == "2027-06-30"
    steps = "## Tidsplan\n\nPeriode: maj 2027\n\nPeriode: juni 2027\n"
    assert project(f"{DANISH}## Formål\n\nx\n\n{steps}").period is None


def test_a_week_lies_in_the_year_that_stands_right_before_it() -> None:
    text = "## Periode\n\n2027-2029\n\n## Aktiviteter\n\nLejr i ferien 2028 (uge 42) og igen i uge 7.\n"
    weeks = [date.period for date in project(f"{DANISH}{text}").dates if date.period.weeks]
    assert [(week.weeks[0], week.start and week.start.year) for week in weeks] == [(42, 2028), (7, None)]


def test_a_telephone_line_without_a_colon_opens_no_section() -> None:
    read = project(f"{DANISH}Formål:\n\nAt feste.\n\nVenlig hilsen\n\nTlf. 22 83 09 51\n", "x.txt")
    assert [section.id for section in read.sections] == ["language", "purpose"]
