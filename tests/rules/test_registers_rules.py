"""Numbers of organisations and accounts are looked at where a word says what they are, and nowhere else."""

from __future__ import annotations

import pytest
from asking import ask, marked, only

from projektkort.rules.numbers import numbers_in
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Schema

ORGANISATION, ACCOUNT = "organisation-number-wrong", "account-number-wrong"
FUND = Schema(
    id="puljen",
    language="da",
    applicant_id=("dk.cvr", "no.orgnr"),
    clauses={"applicant_id": "Kun nordiske foreninger."},
)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("CVR-nr. 12345678", "da", "12345678"),
        ("Foreningen Torvet (CVR: DK-64942221)", "da", "64942221"),
        ("cvr: 64 94 22 21 og tlf.", "da", "64 94 22 21"),
        ("SE-nr. 13585629", "da", "13585629"),
        ("Org.nr. 974 760 674 MVA", "nb", "974 760 674"),
        ("organisasjonsnummer: 974760674", "nb", "974760674"),
        ("| Org.nr | 974760674 |", "nb", "974760674"),
        ("Organisationsnummer: 556677-8890", "sv", "556677-8890"),
        ("organisationsnummer 556677-8890", "da", "556677-8890"),
        ("Y-tunnus 2077474-1", "sv", "2077474-1"),
        ("FO-nummer: 2077474-1", "sv", "2077474-1"),
    ],
)
def test_a_control_digit_that_does_not_fit(text: str, language: str, number: str) -> None:
    [found] = numbers_in(text, language)
    assert (text[found.start : found.end], found.wrong) == (number, "check")


@pytest.mark.parametrize(
    ("text", "language", "digits"),
    [
        ("CVR-nr. 6494221", "da", 7),
        ("cvr_nr: 064942212", "da", 9),
        ("P-nr. 100123456", "da", 9),
        ("p-nummer: 10012345678", "da", 11),
        ("org.nr 556677-889", "sv", 9),
        ("Org.nr. 9747606735", "nb", 10),
    ],
)
def test_a_number_of_another_length(text: str, language: str, digits: int) -> None:
    [found] = numbers_in(text, language)
    assert (found.wrong, found.digits) == ("length", digits)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("CVR 64942212", "da"),
        ("CVR-nr.:\N{NO-BREAK SPACE}64 94 22 12", "da"),
        ("CVR 64942212 20304050", "da"),
        ("P-nr. 1001234567", "da"),
        ("Org.nr. 974 760 673", "nb"),
        ("org.nr 974760673 (Norge)", "sv"),  # of a partner in another country
        ("org.nr 64942212", "sv"),
        ("org.nr 16556677-8899", "sv"),
        ("Y-tunnus 2077474-0", "sv"),
        ("Organisation number 556677-8899", None),
        ("organisationsnummer 5566778", "da"),  # of which country?
    ],
)
def test_a_number_that_may_be_right(text: str, language: str | None) -> None:
    assert [found.wrong for found in numbers_in(text, language)] in ([""], [])


@pytest.mark.parametrize(
    "text",
    [
        "12345678",
        "tlf. 12345678",
        "CVR 2026",
        "2026-03-01 - 2027-03-01",
        "Organisationen fik 12 345 678 kr.",
        "Se 12 34 56 78",
        "cvr-register",
        "EAN 5790000123456",
        "CVR-nr.: oplyses senere",
    ],
)
def test_what_no_word_calls_so_is_left_alone(text: str) -> None:
    assert list(numbers_in(text, "da")) == []


def test_what_it_says() -> None:
    problem = only(ORGANISATION, "language: da\nansøger: Torvet, CVR 6494221\n")
    assert (problem.place.text, problem.variant) == ("6494221", "length")
    assert (problem.values["digits"], problem.values["wanted"]) == (7, 8)
    assert ask(ORGANISATION, "ansøger: Torvet  # CVR 6494221\n") == []
    assert marked(ask(ORGANISATION, "budget: {Skolen (CVR 64942221): 100}\n")) == ["64942221"]


def test_the_number_of_a_sole_trader_is_not_told() -> None:
    found = ask(ORGANISATION, "language: sv\nsökande: Snickeriet, org.nr 811218-9876\n")
    assert found == []  # hidden as the number of a person before any rule reads it


def test_the_register_that_a_fund_asks_for() -> None:
    text = "language: sv\nsökande: Torget\norganisationsnummer: 556677-8899\n"
    problem = only("applicant-register", text, FUND)
    assert problem.place.text == "556677-8899"
    assert str(problem.values["wanted"]).count("Note") == 2
    assert ask("applicant-register", text.replace("556677-8899", "974760673"), FUND) == []
    assert ask("applicant-register", text.replace("556677-8899", "974760674"), FUND) == []  # another rule says so
    assert ask("applicant-register", "ansøger: Torvet\npartnere: Torget, org.nr 556677-8899\n", FUND) == []


@pytest.mark.parametrize(
    ("text", "path", "numbers"),
    [
        ("account: DK50 0040 0440 1162 34\n", "a.yaml", ["DK50 0040 0440 1162 34"]),
        ("account: DK50 0040 0440 1162\n", "a.yaml", ["DK50 0040 0440 1162"]),
        ("account: DK50 0040 0440 1162 43 BIC DABADKKK\n", "a.yaml", []),
        ("purpose: paid to IBAN SE4550000000058398257465.\n", "a.yaml", ["SE4550000000058398257465"]),
        ("purpose: paid to IBAN DE89370400440532013001\n", "a.yaml", ["DE89370400440532013001"]),
        ("language: nb\nkontonummer: 8601.11.17948\n", "a.yaml", ["8601.11.17948"]),
        ("language: nb\nkontonummer: 8601 11 1794\n", "a.yaml", ["8601 11 1794"]),
        ("language: nb\nkontonummer: 8601.11.17947\n", "a.yaml", []),
        ("language: da\nkontonummer: 8601 0111794800\n", "a.yaml", []),
        ("purpose: DK50 0040 0440 1162 34\n", "a.yaml", []),
    ],
)
def test_accounts(text: str, path: str, numbers: list[str]) -> None:
    assert marked(ask(ACCOUNT, text, path=path)) == numbers


def test_every_register_has_a_name_in_every_language() -> None:
    catalogue = Catalogue()
    for name in (ORGANISATION, "applicant-register", ACCOUNT):
        entry = catalogue.entry(name)
        for words in (entry.title, entry.why, entry.wording.message, entry.wording.help):
            assert set(words) == {"da", "sv", "nb", "en"}
