"""The messages that a case worker pastes into a letter, word by word in Danish and Swedish."""

from __future__ import annotations

from decimal import Decimal

import pytest

from projektkort.finding import Finding, Note, Severity, Value
from projektkort.money import Money
from projektkort.rules.texts import Catalogue
from projektkort.span import Span


def line(number: int) -> Span:
    return Span(number, 1, number, 9)


def dkk(amount: str) -> Money:
    return Money(Decimal(amount), "DKK")


def sek(amount: str) -> Money:
    return Money(Decimal(amount), "SEK")


def told(language: str, rule: str, at: int, *related: int, **values: Value) -> str:
    """The message and what to do, as in a letter; a variant follows the rule's name behind a stroke."""
    rule, _, variant = rule.partition("/")
    finding = Finding(rule, Severity.ERROR, line(at), variant, values, tuple(line(number) for number in related))
    return f"{Catalogue().message(finding, language)} {Catalogue().help(finding, language)}"


def test_costs_and_financing_differ() -> None:
    costs, financing, difference = dkk("21500"), dkk("20500"), dkk("1000")
    values: dict[str, Value] = {"costs": costs, "financing": financing, "difference": difference}
    assert told("da", "budget-balances/missing", 30, 26, **values) == (
        "Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje 26), "
        "finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr. "
        "Skriv, hvor de 1.000 kr. kommer fra (fx egne penge eller billetsalg), eller sæt en udgift ned. "
        "De to beløb skal være ens."
    )


def test_voluntary_hours_stand_on_one_side_only() -> None:
    hint = Note("line", {"which": Note("the-line", {"label": "Ideell tid", "line": line(21)})})
    values: dict[str, Value] = {
        "costs": sek("388000"),
        "financing": sek("286000"),
        "difference": sek("102000"),
        "hint": hint,
    }
    assert told("sv", "budget-balances/missing-volunteer", 28, 23, 21, **values) == (
        "Budget och finansiering går inte ihop: kostnaderna är 388 000 kr (rad 23), "
        "finansieringen 286 000 kr (rad 28). "
        'Det fattas 102 000 kr, precis raden "Ideell tid" (rad 21). '
        "Ta upp den ideella tiden även under Finansiering, eller skriv vem som betalar."
    )


def test_a_section_is_missing() -> None:
    also = Note("also", {"labels": ("Forankringsstrategi",)})
    values: dict[str, Value] = {"label": "Forankring", "before": "Forventede resultater", "also": also}
    assert told("da", "required-section", 15, 13, about=Note("about-anchoring"), **values) == (
        "Afsnittet »Forankring« mangler. Det burde stå her, efter »Forventede resultater« (linje 13). "
        "Skriv overskriften »Forankring« og mindst én sætning om, hvem der fører projektet videre. "
        "»Forankringsstrategi« gælder også."
    )
    assert told("sv", "required-section", 8, 8, label="Målgrupp", before="Mål", about=Note("about-target_group")) == (
        'Avsnittet "Målgrupp" saknas. Det borde stå här, efter "Mål" (rad 8). '
        'Skriv rubriken "Målgrupp" och minst en mening om vilka projektet är till för.'
    )


def test_an_amount_cannot_be_read() -> None:
    unchecked = Note("unchecked-sum")
    values: dict[str, Value] = {"text": "25.00.000", "reason": Note("grouping-dot"), "unchecked": unchecked}
    assert told("da", "amount-unreadable/grouping", 23, **values) == (
        "Beløbet »25.00.000« kan ikke læses: der skal stå tre cifre efter hvert punktum. "
        "Summen er derfor ikke kontrolleret. "
        "Skriv beløbet med tal, fx 25.000, 250.000 eller 2.500.000. Kendes prisen ikke endnu, så skriv »ca. 25.000«."
    )
    values = {"text": "enligt offert", "reason": Note("words"), "unchecked": unchecked}
    assert told("sv", "amount-unreadable/words", 18, **values) == (
        'Beloppet "enligt offert" går inte att läsa som ett tal. Summan är därför inte kontrollerad. '
        'Skriv ett belopp, t.ex. 25 000. Är det osäkert, skriv "ca 25 000".'
    )


def test_an_amount_can_be_read_in_two_ways() -> None:
    values: dict[str, Value] = {"text": "25,000", "unchecked": Note("unguessed-sum")}
    danish = told("da", "amount-ambiguous/spelled", 3, small=dkk("25"), large=dkk("25000"), **values)
    assert danish == (
        "Beløbet »25,000« kan betyde 25 kr. eller 25.000 kr. Der gættes ikke, og summen er derfor ikke kontrolleret. "
        "Skriv 25.000 for femogtyve tusind kroner eller 25,00 for femogtyve kroner."
    )
    swedish = told("sv", "amount-ambiguous/spelled", 3, small=sek("25"), large=sek("25000"), **values)
    assert swedish == (
        'Beloppet "25,000" kan betyda 25 kr eller 25 000 kr. Ingen gissning görs, så summan är inte kontrollerad. '
        "Skriv 25 000 för tjugofem tusen kronor eller 25,00 för tjugofem kronor."
    )


def test_a_total_is_not_the_sum_of_its_lines() -> None:
    terms = Note("terms", {"amounts": (Decimal(9500), Decimal(3750), Decimal(9250))})
    values: dict[str, Value] = {
        "stated": dkk("21500"),
        "computed": dkk("22500"),
        "difference": dkk("-1000"),
        "terms": terms,
    }
    assert told("da", "budget-total", 26, label="I alt", **values) == (
        "»I alt« siger 21.500 kr., men linjerne giver 22.500 kr. (9.500 + 3.750 + 9.250). Forskellen er 1.000 kr. "
        "Ret totalen til 22.500, eller ret den linje, der er forkert. Se så efter, om finansieringen stadig passer."
    )
    amounts: dict[str, Value] = {"stated": sek("388000"), "computed": sek("398000"), "difference": sek("-10000")}
    assert told("sv", "budget-total", 23, label="Summa", **amounts) == (
        '"Summa" säger 388 000 kr, men raderna ger 398 000 kr. Skillnaden är 10 000 kr. '
        "Ändra summan till 398 000 eller rätta den rad som är fel. Kontrollera sedan finansieringen."
    )


def test_a_week_has_no_year() -> None:
    others = Note("also-weeks", {"weeks": ("20", "23")})
    assert told("da", "week-without-year", 17, text="uge 13", others=others) == (
        "»uge 13« står uden årstal (også uge 20 og 23), og året kan ikke ses andre steder i dokumentet. "
        "Skriv året én gang, fx »Tidsplan 2027«. Så gælder det alle ugerne."
    )
    values: dict[str, Value] = {"text": "v. 6", "years": ("2027", "2028"), "suggestion": "v. 6 2028"}
    assert told("sv", "week-without-year/two-years", 15, **values) == (
        '"v. 6" saknar årtal, och projektperioden går över två år (2027 och 2028). Skriv "v. 6 2028" om det är då.'
    )


def test_a_personal_number() -> None:
    assert told("da", "personal-number", 12) == (
        "Linje 12 indeholder noget, der ligner et CPR-nummer (tallet vises ikke). "
        "Det må ikke offentliggøres, heller ikke med dagsordenen. "
        "Slet tallet i filen; fødselsåret er nok, hvis alderen betyder noget. "
        "Er det et sags- eller P-nummer, så skriv det foran: »P-nr.«."
    )
    assert told("sv", "personal-number", 12) == (
        "Rad 12 innehåller något som ser ut som ett personnummer (siffrorna visas inte). Det får inte publiceras. "
        'Ta bort siffrorna; födelseår räcker. Är det ett organisationsnummer, skriv "org.nr" framför.'
    )


@pytest.mark.parametrize(
    ("language", "sample", "message"),
    [
        (
            "da",
            "Afsnit om målgruppe og børn",
            "Filen er gemt med et ældre tegnsæt (Windows-1252). Den er læst sådan: »Afsnit om målgruppe og børn«.",
        ),
        (
            "sv",
            "Målgrupp och resultat",
            'Filen är sparad med en äldre teckenkodning (Windows-1252). Den har lästs så här: "Målgrupp och resultat".',
        ),
    ],
)
def test_an_older_encoding(language: str, sample: str, message: str) -> None:
    assert told(language, "encoding-legacy", 1, sample=sample).startswith(message)


def test_what_to_do_about_an_older_encoding() -> None:
    assert told("da", "encoding-legacy", 1).endswith(
        "Ser æ, ø og å rigtige ud, så gem på ny i Notesblok: Filer > Gem som > Kodning: UTF-8. "
        "Ellers bed afsenderen om originalen."
    )
    assert "Ser å, ä och ö rätt ut, spara om i Anteckningar: Arkiv > Spara som > Kodning: UTF-8." in told(
        "sv", "encoding-legacy", 1
    )
