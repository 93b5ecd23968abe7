"""Personal identity numbers are found and masked wherever they stand; numbers that only look like them are not."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.identity import PLAIN, find_personal, mask, organisation, personal
from projektkort.identity.personal import CANDIDATE

BIRTHS = st.dates(dt.date(1930, 1, 1), dt.date(1999, 12, 31))


def luhn(digits: str) -> str:
    """The control digit that follows nine digits."""
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(digits))
    return str(-total % 10)


def cpr(born: dt.date, serial: int = 123) -> str:
    return f"{born:%d%m%y}-{serial % 4000:04}"


def personnummer(born: dt.date, serial: int = 123, *, added: int = 0) -> str:
    nine = f"{born:%y%m}{born.day + added:02}{serial % 1000:03}"
    return f"{nine[:6]}-{nine[6:]}{luhn(nine)}"


def norwegian(born: dt.date, serial: int = 123) -> str | None:
    nine = f"{born:%d%m%y}{serial % 500:03}"
    first = -sum(w * int(d) for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), nine, strict=True)) % 11
    second = -sum(w * int(d) for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), f"{nine}{first}", strict=False)) % 11
    return None if 10 in (first, second) else f"{nine}{first}{second}"


def finnish(born: dt.date, serial: int = 123) -> str:
    number = f"{born:%d%m%y}{serial % 800 + 2:03}"
    return f"{born:%d%m%y}-{serial % 800 + 2:03}{'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(number) % 31]}"


def found(text: str) -> list[str]:
    return [text[start:stop] for start, stop in find_personal(text)]


BORN = dt.date(1983, 4, 21)
CPR, SWEDE, NORSE, FINN = cpr(BORN), personnummer(BORN), norwegian(BORN, 124) or "", finnish(BORN)


@pytest.mark.parametrize(
    "number",
    [
        CPR,
        CPR.replace("-", ""),
        CPR.replace("-", " "),
        CPR.replace("-", " - "),
        CPR.replace("-", "–"),
        CPR.replace("-", "\u2011"),
        CPR.replace("-", "\xa0"),
        CPR.replace("-", "-\n"),
        CPR.replace("-", "-\r\n"),
        CPR.replace("-", "-\n    "),
        CPR.replace("-", "\\-"),
        "21.04.83-0123",
        "21 04 83-0123",
        "070707-1234",  # no modulus 11
        SWEDE,
        SWEDE.replace("-", ""),
        SWEDE.replace("-", "+"),
        "19" + SWEDE,
        "19" + SWEDE.replace("-", ""),
        personnummer(BORN, added=60),
        NORSE,
        f"{NORSE[:6]} {NORSE[6:]}",
        FINN,
        FINN.lower(),
        "".join(chr(ord(digit) + 0xFEE0) if digit.isdigit() else digit for digit in CPR),
    ],
)
def test_a_personal_number_is_found_in_every_spelling(number: str) -> None:
    around = ("{0}", "({0})", "**{0}**", "_{0}_", "CPR: {0}.", "Ole, {0}, Vej 3", "{0},{0}")
    for text in (frame.format(number) for frame in around):
        assert set(found(text)) == {number}, text
        assert not any(c.isdecimal() for c in mask(text).replace("Vej 3", ""))


def test_a_number_glued_to_its_name_is_found() -> None:
    assert found("cpr" + CPR) == [CPR]
    assert found(f"CPR-nr.{CPR}") == [CPR]
    assert found(f"cpr_nr: {CPR}") == [CPR]


@pytest.mark.parametrize(
    "text",
    [
        "konto 1234 0012345678, {}",
        "Sag 1234567890, {}",
        "P-nr. 1234567890 og {}",
        "P-nr. {}",
        "pnr {}",
        "ansvarlig: *a{}",
        "x{}",
        "{}kr",
        "{}.5",
        "# {}",
        "note: x  #{}",
    ],
)
def test_nothing_in_front_or_behind_hides_a_number_in_two_parts(text: str) -> None:
    for number in (CPR, SWEDE):
        assert found(text.format(number)) == [number]


UNWORDED = [
    "210483\u00ad-0123",
    "210483-\u00ad0123",
    "210483\u200b-0123",
    "210483-\u200b0123",
    "2104\u200b83-01\u200b23",
    "210483&#45;0123",
    "210483&#x2d;0123",
    "210483&ndash;0123",
    "210483&shy;-0123",
    "210483&nbsp;-&nbsp;0123",
    "&#50;10483-012&#51;",
    "210483**-0123",
    "210483-**0123",
    "210483<b>-0123",
    "**2104**83-0123",
    "210483--0123",
    "210483 / 0123",
    "210483/0123",
    "21/04/83-0123",
    "21-04-83-0123",
]
WORDED = [
    "21.04.1983-0123",
    "21041983-0123",
    "210483.0123",
    "210483_0123",
    "21 04 83 01 23",
    "2 1 0 4 8 3 - 0 1 2 3",
    "210483 -- 0123",
    "(210483)0123",
    "210483 &ndash; 0123",
]


@pytest.mark.parametrize("number", UNWORDED)
def test_a_number_is_found_as_it_is_seen(number: str) -> None:
    for around in ("{}", "Ole ({}), Vej", "CPR: {}."):
        text = around.format(number)
        assert [each.strip("*") for each in found(text)] == [number.strip("*")], text
        assert not any(sign.isdecimal() for sign in mask(text))


@pytest.mark.parametrize("number", WORDED)
def test_behind_the_word_every_sign_may_part_the_digits(number: str) -> None:
    for around in ("CPR: {}", "cpr-nr. {}, 12 børn", "Personnummer {}.", "**Fødselsnr.:** {}", "pnr {}\n"):
        text = around.format(number)
        assert [each.strip("(") for each in found(text)] == [number.strip("(")], text


def test_a_swede_and_a_norwegian_may_part_the_digits_too() -> None:
    day, month, year, end = NORSE[:2], NORSE[2:4], NORSE[4:6], NORSE[6:]
    for text in (f"{day}.{month}.{year} {end}", f"{day} {month} {year} {end[:2]} {end[2:]}"):
        assert found(f"fødselsnr {text}") == [text]
    for text in ("19" + SWEDE.replace("-", " - "), SWEDE.replace("-", "/"), SWEDE.replace("-", "")[:6] + ".9876"):
        assert found(f"pnr {text}") == found(f"personnr {text}") == ([] if text.endswith(".9876") else [text])
    assert found("CPR: 21.04.1999, kl. 10.30") == []


@pytest.mark.parametrize(
    "text",
    [
        "P-nr. 1001234567",
        "P-nr.: 1001234567 og 1001234568",
        "P-numre 1001234567, 1001234568, 1001234569",
        "p_nummer: 1001234567",
        "P-nummer:\n1001234567",
        'p_nummer: "1001234567"',
        "| P-nr. | 1001234567 |",
        "**Kontonummer:** 0102031234",
        "konto 1234 0102031234",
        "Reg.nr. 0102031234",
        "Sagsnr. 0102031234",
        "sagsnr. 2020-0206611",
        "ordrenr. 0102031234",
        "Ärendenummer 0102031234",
        "tlf. 0102031234",
        "+4701020312345",
        "#0102031234",
        "2021/0102031234",
        "1001234567 kr.",
        "beløb 1001234567",
        "kr. 1001234567",
        "0102031234,50",
        "130211",
        "2.10203-1234",
        "310203-1234",  # 31 February
        "010203-12345",
        "010203-1234-5",
        "0102031234567",
        "123456789012",
        "010203-123",
        "556677-8899",
        "org.nr 556677-8899",
        "212000-1355",
        "16212000-1355",
        "010524-300624",
        "01.05.24-2026",
        "01.05.2024-30.06.2024",
        "2024-05-01",
        "20 30 40 50",
        "x0102031234",
        "0102031234x",
        "x010203-1234-4abc-9def",
        "1.250.000",
        "64942212",
        "DK5000400440116243",
    ],
)
def test_what_only_looks_like_one_does_not_alarm(text: str) -> None:
    assert found(text) == []
    assert mask(text) == text


def test_a_wrong_control_digit_makes_no_swedish_norwegian_or_finnish_number() -> None:
    swede = personnummer(dt.date(1983, 12, 24))  # 83 is no day, so it can be no Danish number either
    assert found(swede) == [swede]
    for number in (swede, NORSE):
        assert found(number[:-1] + str((int(number[-1]) + 1) % 10)) == []
    assert found(FINN[:-1] + ("A" if FINN[-1] != "A" else "B")) == []


def test_the_nearest_word_decides() -> None:
    assert found(f"tlf. 20304050, {CPR}") == [CPR]
    assert found(f"Konto for CPR {CPR}") == [CPR]
    assert found(f"Personnr. {CPR}") == [CPR]
    assert found(f"Sagen gælder {CPR}") == [CPR]
    assert found(f"P-nr. 1001234567 og CPR {CPR}") == [CPR]


def test_the_number_of_a_sole_trader_is_that_of_a_person() -> None:
    assert found(f"org.nr {SWEDE}") == [SWEDE]
    assert found(f"Organisationsnummer: 19{SWEDE}") == ["19" + SWEDE]
    assert found(f"org.nr {SWEDE.replace('-', '')}, momsregistrerad") == [SWEDE.replace("-", "")]
    assert found("org.nr 556677-8899") == []  # no month has 66 days, and no year 66 months
    assert found(f"CVR {SWEDE}") == []


@pytest.mark.parametrize(
    "word", ["Saksnr.", "bankkonto", "NemKonto", "ISBN-10:", "Projektnr.", "ref. nr.", "Ansökningsnummer"]
)
def test_a_word_for_another_number_goes_before_it(word: str) -> None:
    assert found(f"{word} {CPR.replace('-', '')}") == []
    assert found(f"{word}, og {CPR}") == [CPR]


def test_only_the_digits_are_replaced() -> None:
    assert mask(f"Ole ({CPR}), 25.000 kr.") == "Ole (••••••-••••), 25.000 kr."
    assert mask(FINN)[-1] == ("•" if FINN[-1].isdigit() else FINN[-1])


@given(BIRTHS, st.integers(0, 3999))
def test_every_invented_number_is_found(born: dt.date, serial: int) -> None:
    numbers = [cpr(born, serial), personnummer(born, serial), finnish(born, serial), norwegian(born, serial)]
    for number in [*numbers, personnummer(born, serial, added=60)]:
        assert found(f"Kontakt: {number}, Anna") == ([number] if number else [])


NUMBERISH = st.text(alphabet="0123456789" * 3 + "-+ .,/•PnrCkto\n–０*_&#;x\u00ad\u200b<b>", max_size=40)


@given(
    st.lists(NUMBERISH | st.sampled_from([CPR, SWEDE, NORSE, FINN, "P-nr. ", " og ", "cpr ", "&#45;"]), max_size=5).map(
        "".join
    )
)
def test_masking_changes_only_digits_and_needs_no_second_time(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new == old or (new == "•" and old.isdecimal()) for old, new in zip(text, masked, strict=True))
    assert mask(masked) == masked


@given(st.integers(10**8, 10**10 - 1))
def test_ten_digits_behind_a_register_word_never_alarm(number: int) -> None:
    assert found(f"Kontonr. {number:010}") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CVR 64942212", "64942212"),
        ("CVR-nr.: 64 94 22 12", "64942212"),
        ("Foreningen Torvet (CVR: DK-13585628)", "13585628"),
        ("cvr_nr 13585628", "13585628"),
        ("13585628", "13585628"),
        ("org.nr 556677-8899", "5566778899"),
        ("Organisationsnummer: 212000-1355", "2120001355"),
        ("2120001355", "2120001355"),
        ("Org.nr. 974 760 673", "974760673"),
        ("organisasjonsnummer NO 974760673", "974760673"),
        ("Y-tunnus 2077474-0", "20774740"),
        ("FO-nummer 2077474-0", "20774740"),
        ("CVR 12345678", None),  # control digit
        ("tlf. 64942212", None),
        ("64 94 22 12", None),
        (f"org.nr {SWEDE}", None),  # the number of a sole trader is that of a person
        ("Foreningen Torvet", None),
        ("", None),
    ],
)
def test_the_number_a_party_gives_for_itself(text: str, number: str | None) -> None:
    assert organisation(text) == number


def test_text_without_candidates_loads_no_check_digits() -> None:
    text = "25.000 kr. den 1. maj 2024, tlf. 20 30 40 50"
    code = f"import sys; from projektkort.identity import mask; mask({text!r}); print('stdnum' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("around", ["{} kr.", "beløb: {}", "kr. {}", "{},50", "amount: {},5"])
@pytest.mark.parametrize("number", [CPR, SWEDE, f"{NORSE[:6]} {NORSE[6:]}"])
def test_nobody_writes_an_amount_in_two_such_parts(around: str, number: str) -> None:
    text = around.format(number)
    assert [text[start:stop] for start, stop in find_personal(text)] == [number]


AROUND = [CPR, SWEDE, NORSE, FINN, CPR.replace("-", " \\\N{EN DASH}\n"), "cpr", "ø", "\xa0"]


@given(st.lists(NUMBERISH | st.sampled_from(AROUND), max_size=8))
def test_nothing_is_passed_over_by_looking_at_the_digits_first(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = text.translate(PLAIN)
    told = [
        match.span()
        for match in CANDIDATE.finditer(plain)
        if personal._is_personal(match)
        and (not personal._of_other_register(plain, match) or personal._of_sole_trader(plain, match))
    ]
    assert list(personal._bare(text, personal._outline(text))) == told


@given(st.text("0123456789 -/.\u00ad１A:|cprn", max_size=24))
def test_a_text_with_too_few_digits_holds_no_number(text: str) -> None:
    quick = list(find_personal(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(personal, "_FEWEST", 0)
        assert list(find_personal(text)) == quick


@pytest.mark.parametrize(
    "text",
    [
        "CPR 010190×1234",
        "CPR-nr. 010190 ÷ 1234",
        "Personnummer: 010190 &times; 1234",
        f"CPR{' ' * 398}01 01 90 12 34",
        f"fødselsnummer{' ' * 390}: 01.01.90.12.34",
    ],
)
def test_signs_that_stand_among_letters_and_wide_gaps_hide_no_number(text: str) -> None:
    assert sum(map(str.isdecimal, mask(text))) == 0


def test_a_finnish_number_is_one_whatever_word_is_before_it() -> None:
    assert mask("Org.nr. 131052-308T") == "Org.nr. ••••••-•••T"
