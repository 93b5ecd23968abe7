"""What a fund demands is told in whole, in every language, with what the fund itself says."""

from __future__ import annotations

import pytest

from desk import lay
from projektkort.locale import LANGUAGES
from projektkort.schema.demanded import demands
from projektkort.schema.loading import ids, load
from projektkort.schema.model import Limits
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
DEMANDING = """\
id: havn
title: {da: Havnepuljen}
language: da
currency: DKK
provenance: {text: Puljen er opdigtet., url: "https://havn.example", read: 2026-11-22}
valid: {from: 2026-01-01, to: 2027-12-31}
ordered: true
page_characters: 1800
length: {pages: {max: 4}}
publish: true
sections:
  - {id: purpose, required: true, words: {min: 10, max: 200}}
  - {id: summary, by_amount: [{up_to: 20.000, pages: {max: 1}}, {pages: {max: 5}}]}
  - {id: applicant_id}
budget: {required: true}
limits:
  applied_min: 5.000
  applied_max: 40.000
  applied_share_max: 50 %
  applied_step: 500
  costs_min: 10.000
  costs_max: 90.000
  own_share_min: 12,5 %
  own_share_of: applied
  own_share_from: 10.000
  own_counts: [own, volunteer, in_kind]
  own_cash_min: 50 %
  volunteer_rate: 125
  hours_per_year: 1720
  line_share_max: 60 %
  change_share_max: 10 %
  change_amount_max: 100.000
  de_minimis_max: 300.000
  spending_gap: 20 %
flat_rates:
  - {category: indirect, share: 15 %, of: [staff], covers: [indirect, venue]}
  - {category: contingency, share: 5 %, without: [staff, audit]}
refused_costs: [alkohol, gaver]
vat: told
attachments:
  - {id: statutes, title: {da: Vedtægter}}
  - {id: quote, title: {da: Tilbud}, applied_from: 20.000}
days:
  start: decision
  deadlines: [2027-01-15, 2027-08-15]
  decisions: [2027-03-01]
  decision_weeks: 8
  months_max: 12
  earliest: 2027-01-01
  latest: 2028-12-31
  same_year: true
partners: {min: 3, countries_min: 2}
applicant_id: [dk.cvr, se.orgnr]
clauses:
  applied_max: Der gives højst 40.000 kr. (§ 2).
  purpose: Formålet skrives kort (§ 7).
  statutes: Vedtægterne lægges ved (§ 9).
"""
SHOWN = """\
havn: Havnepuljen
  Puljen er opdigtet.
  Læst 22. november 2026: https://havn.example
  Gælder fra 1. januar 2026 til og med 31. december 2027

  påkrævet  Formål (mindst 10 ord, højst 200 ord)
      Formålet skrives kort (§ 7).
  valgfrit  Resumé (højst 1 side, når der højst søges om 20.000 kr.; ellers højst 5 sider)
  påkrævet  CVR-nummer
  påkrævet  Budget
  valgfrit  Finansiering

Det kræves også
  afsnittene skal stå i denne rækkefølge
  hele ansøgningen: højst 4 sider
  1.800 tegn med mellemrum regnes for en side
  ansøgningen offentliggøres: der må ikke stå noget privat i den
  ansøgerens nummer skal oplyses: CVR-nummer, organisationsnummer (Sverige)
  mindst 3 skal være med, ansøgeren medregnet
  de skal komme fra mindst 2 lande
  projektet må ikke begynde, før ansøgningen er afgjort
  ansøgningsfrister: 15. januar 2027 og 15. august 2027
  ansøgninger afgøres 1. marts 2027
  det tager mindst 8 uger at få svar
  projektet må højst vare 12 måneder
  det må tidligst begynde 1. januar 2027
  det skal slutte senest 31. december 2028
  projektet skal ligge i ét kalenderår
  skal følge med: Vedtægter
      Vedtægterne lægges ved (§ 9).
  skal følge med: Tilbud, når der søges om 20.000 kr. eller mere
  der kan søges om mindst 5.000 kr.
  der kan søges om højst 40.000 kr.
      Der gives højst 40.000 kr. (§ 2).
  der kan søges om højst 50 % af de tilskudsberettigede udgifter
  det beløb, der søges om, skal gå op i 500 kr.
  egne penge skal være mindst 12,5 % af det beløb, der søges om, når der søges om 10.000 kr. eller mere \
(frivilligt arbejde og naturalier tæller med)
  mindst 50 % af det skal være penge
  højst 300.000 EUR i de minimis-støtte over tre år, dette tilskud medregnet
  projektet skal koste mindst 10.000 kr.
  projektet må højst koste 90.000 kr.
  en time frivilligt arbejde må højst sættes til 125 kr.
  højst 1.720 timer for én person på et år
  en post på mere end 60 % af alle udgifter skal have en note
  senere ændringer på over 10 % af en post skal godkendes
  senere ændringer på over 100.000 kr. skal godkendes
  der må højst være 20 % mellem de brugte penge og den brugte tid
  budgettet skal sige, om beløbene er med eller uden moms
  indirekte udgifter: 15 % af løn; det dækker også lokaleleje
  uforudsete udgifter: 5 % af alle andre udgifter undtagen løn og revision og evaluering
  der gives ikke penge til: alkohol og gaver
"""


def test_all_that_a_schema_demands_is_shown() -> None:
    assert projekt("schema", "show", lay("havn.yaml", DEMANDING)).out == SHOWN


def test_every_limit_is_told() -> None:
    schema = load(lay("havn.yaml", DEMANDING))
    told = {demand.key for demand in demands(schema, "da")}
    assert set(Limits.model_fields) - told == {"own_share_of", "own_share_from", "own_counts", "own_not", "own_cash_of"}


def test_a_share_of_co_financing_says_whose_money_counts_and_whose_does_not() -> None:
    text = DEMANDING.replace(
        "own_counts: [own, volunteer, in_kind]", "own_counts: [own, grant]\n  own_not: [Havneby Kommune]"
    )
    text = text.replace("own_cash_min: 50 %", "own_cash_min: 50 %\n  own_cash_of: own")
    told = {demand.key: demand.text for demand in demands(load(lay("havn.yaml", text)), "da")}
    assert told["own_share_min"] == (
        "medfinansieringen skal være mindst 12,5 % af det beløb, der søges om, når der søges om 10.000 kr. eller mere "
        "(egne penge og tilskud fra andre tæller med; dog ikke fra Havneby Kommune)"
    )
    assert told["own_cash_min"] == "mindst 50 % af al medfinansieringen skal være penge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demands_are_told_in_every_language(language: str) -> None:
    schema, danish = load(lay("havn.yaml", DEMANDING)), "da"
    own, other = (list(demands(schema, each)) for each in (language, danish))
    assert [(demand.key, demand.about) for demand in own] == [(demand.key, demand.about) for demand in other]
    same = {demand.text for demand in own} & {demand.text for demand in other}
    assert len(same) == (len(own) if language == danish else 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ids())
def test_the_demands_of_our_own_schemas_name_parts_of_theirs(name: str, language: str) -> None:
    schema = load(name)
    parts = {"", "budget", "financing", "period", "date", "partners", "attachments", "applicant"}
    for demand in demands(schema, language):
        assert demand.text
        assert demand.about in parts | {section.id for section in schema.walk()}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("from: 2026-01-01", "Valid from 1 January 2026"),
        ("to: 2026-12-31", "Valid until 31 December 2026"),
    ],
)
def test_a_schema_may_hold_from_a_day_or_until_one(days: str, said: str) -> None:
    name = lay("own.yaml", f"id: own\ntitle: {{en: Own}}\nlanguage: en\nvalid: {{{days}}}\n")
    assert projekt("schema", "show", name).out.startswith(f"own: Own\n  {said}\n\n")
