"""What a document says of VAT is heard in all four languages, where it says it."""

from __future__ import annotations

import pytest

from projektkort.rules.vat_words import said_of_vat


@pytest.mark.parametrize(
    "text",
    [
        "Budget (inkl. moms)",
        "Moms er medtaget, fordi foreningen selv bærer den.",
        "| Post | Beløb m. moms |",
        "Beløp m/mva",
        "Priserne er tillagt moms",
        "Budget (incl. VAT)",
        "Momsen er indregnet i priserne",
        "Alla belopp anges inklusive moms, inte exakt",
        "Moms ingår i beloppen",
        "Beløpene er inkl. mva.",
        "Merverdiavgift er inkludert",
        "All amounts include VAT.",
        "moms: inkl.",
        "Priserne er med moms. Vi er ikke registreret.",
    ],
)
def test_that_it_is_in_the_amounts(text: str) -> None:
    assert said_of_vat(text) == {"included"}


@pytest.mark.parametrize(
    "text",
    [
        "Budget ekskl. moms",
        "Beløbene er uden moms",
        "Moms er ikke medregnet",
        "inkl. moms: nej",
        "Moms tillkommer",
        "Kostnader exkl. moms",
        "Moms ingår inte",
        "Uten mva.",
        "VAT is not included",
        "net of VAT",
        "500 kr plus moms",
    ],
)
def test_that_it_is_not_in_them(text: str) -> None:
    assert said_of_vat(text) == {"excluded"}


def test_an_amount_of_vat_by_itself_tells_that_it_is_known() -> None:
    assert said_of_vat("Moms: 5.000") == {"told"}
    assert said_of_vat("| Post | Moms | Beløb |") == {"told"}
    assert said_of_vat("| Beløb ekskl. moms | Moms | Beløb inkl. moms |") == {"told", "included", "excluded"}


@pytest.mark.parametrize(
    "text",
    ["", "Foreningen er ikke registreret.", "Vi har talt med skat om, hvordan moms virker for foreninger", "—"],
)
def test_what_is_said_about_other_things_is_not_heard(text: str) -> None:
    assert said_of_vat(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Foreningen er ikke momsregistreret.",
        "Vi kan ikke afløfte moms",
        "Föreningen är inte momsregistrerad",
        "Laget er ikke mva-registrert",
        "The society is not VAT registered.",
    ],
)
def test_that_the_applicant_does_not_or_does_pay_it(text: str) -> None:
    assert said_of_vat(text) == {"liable"}


def test_what_is_said_of_the_amounts_stands_beside_who_pays() -> None:
    assert said_of_vat("Alle beløb er inkl. moms; foreningen er ikke momsregistreret.") == {"included", "liable"}
