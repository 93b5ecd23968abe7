"""Telephones and mailboxes of persons are told from those of offices, and accounts from other numbers."""

from __future__ import annotations

import pytest

from projektkort.rules.contacts import find_private


def found(text: str, *, people: bool = False, accounts: bool = False) -> list[str]:
    whole = [(0, len(text))]
    return [text[p.start : p.end] for p in find_private(text, whole if people else (), whole if accounts else ())]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("tlf. 20 30 40 50", ["20 30 40 50"]),
        ("Tlf.nr.: 20304050", ["20304050"]),
        ("telefon: 20.30.40.50", ["20.30.40.50"]),
        ("Ring til: 2030 4050", ["2030 4050"]),
        ("mobil 203 04 050", ["203 04 050"]),
        ("tlf. 20304050 / 20304051 og 20304052", ["20304050", "20304051", "20304052"]),
        ("Anna Holm (20304050)", ["20304050"]),
        ("+45 20 30 40 50", ["+45 20 30 40 50"]),
        ("0046 70 123 45 67", ["0046 70 123 45 67"]),
        ("070-123 45 67", ["070-123 45 67"]),
        ("Mobil: 0701234567", ["0701234567"]),
        ("tel (08) 123 45 67", ["(08) 123 45 67"]),
        ("Sekretariatet: Anna Holm, tlf. 20304050", ["20304050"]),
        ("| Navn | Tlf. |\n|---|---|\n| Anna | 20304050 |", ["20304050"]),
        ("| Navn | Beløb |\n|---|---|\n| Anna | 20304050 |", []),
        ("Sekretariatet, tlf. 33 66 33 66", []),
        ("Kommunens kontor: +45 33 66 33 66", []),
        ("ring til Anna på 20 30 40 50", ["20 30 40 50"]),
        ("tlf. oplyses senere, CVR 64942212", []),
        ("Uge 10 12 14 16", []),
        ("CVR 64 94 22 12", []),
        ("Foreningen Torvet, CVR 64942212", []),
        ("2026-03-01 til 2027-03-01", []),
        ("1.250.000 kr. og 12 345 678 kr.", []),
        ("Telefoner og udstyr 20.000.000", []),
    ],
)
def test_telephones(text: str, private: list[str]) -> None:
    assert found(text) == private


def test_in_a_field_about_people_a_number_needs_no_word() -> None:
    assert found("formanden, 20 30 40 50", people=True) == ["20 30 40 50"]
    assert found("formanden, 20 30 40 50") == []
    assert found("sagsnr. 20304050, CVR 64942212", people=True) == []
    assert found("kontoret, 20 30 40 50", people=True) == []


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("skriv til anna.holm@example.dk.", ["anna.holm@example.dk"]),
        ("mailto:anna@example.co.uk)", ["anna@example.co.uk"]),
        ("anna [at] example.dk", ["anna [at] example.dk"]),
        ("anna(snabel-a)example.dk", ["anna(snabel-a)example.dk"]),
        ("info@byhaven.dk, post@x.no, kontakt.syd@x.se", []),
        ("byhaven@byhaven.dk", []),
        ("anna@annaholm.dk", ["anna@annaholm.dk"]),
        ("formand@byhaven.dk", []),
        ("@byhaven på Instagram", []),
    ],
)
def test_mailboxes(text: str, private: list[str]) -> None:
    assert found(text) == private


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Kontonr. 1234 0102031234", ["1234 0102031234"]),
        ("Reg.nr. 1234, konto 5678901", ["1234", "5678901"]),
        ("NemKonto: 1234-0102031234", ["1234-0102031234"]),
        ("bankgiro 123-4567 eller pg 12 34 56-7", ["123-4567", "12 34 56-7"]),
        ("DK50 0040 0440 1162 43.", ["DK50 0040 0440 1162 43"]),
        ("IBAN: DK00 0040 0440 1162 43", ["DK00 0040 0440 1162 43"]),
        ("8601.11.17947", ["8601.11.17947"]),
        ("8601.11.17948", []),
        ("DK51 0040 0440 1162 43", []),
        ("konto 6300: reklame", []),
        ("kontoret ligger på 20304050", []),
        ("kontor 1234567", []),
    ],
)
def test_accounts(text: str, private: list[str]) -> None:
    assert found(text) == private


def test_in_a_field_for_it_any_number_is_an_account() -> None:
    assert found("1234 0102031234", accounts=True) == ["1234 0102031234"]
    assert found("oplyses senere", accounts=True) == []
