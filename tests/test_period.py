"""Dates, weeks and periods come out as their writers meant them, and what is no date is left alone."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.period import Period, Precision, find, read

LANGUAGES = {"no": "nb", "sv-AX": "sv", "*": None}
KINDS = {
    "date": Precision.DAY,
    "ambiguous": Precision.DAY,
    "period": Precision.RANGE,
    "open period": Precision.RANGE,
    "list of dates": Precision.RANGE,
    "approx": Precision.APPROXIMATE,
    "month with word": Precision.MONTH,
}
MONTHS = {
    "da": [
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ],
    "sv": [
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ],
    "nb": [
        *("januar", "februar", "mars", "april", "mai", "juni"),
        *("juli", "august", "september", "oktober", "november", "desember"),
    ],
    "en": [
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ],
}
NORDIC = ("da", "sv", "nb")
DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def outcome(period: Period) -> tuple[str, str, str]:
    return period.precision.value, str(period.start or ""), str(period.end or "")


def slices(text: str, language: str | None, year: int | None = None) -> list[str]:
    return [text[p.begin : p.stop] for p in find(text, language, year=year)]


def test_every_row_of_the_real_dates_reads_as_told(documents: Path) -> None:
    with (documents / "data" / "dates.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = []
    for row in rows:
        kind, _, note = row["kind"].partition(" (")
        period = read(row["text"], LANGUAGES.get(row["language"], row["language"]))
        expected = (KINDS.get(kind) or Precision(kind), day(row["start"]), day(row["end"]), note.startswith("no year"))
        if (period.precision, period.start, period.end, period.yearless) != expected:
            wrong.append((row["text"], period, expected))
    assert len(rows) > 130
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "language", "precision", "start", "end"),
    [
        ("1. marts - 30. juni 2027", "da", "range", "2027-03-01", "2027-06-30"),
        ("2027-03-01 – 2028-02-29", "sv", "range", "2027-03-01", "2028-02-29"),
        ("1/5 - 30/6 2024", "da", "range", "2024-05-01", "2024-06-30"),
        ("1.5.-30.6.2024", "nb", "range", "2024-05-01", "2024-06-30"),
        ("1.5-30.6.2024", "nb", "range", "2024-05-01", "2024-06-30"),
        ("26-04-2012", "da", "day", "2012-04-26", "2012-04-26"),
        ("20130131", "sv", "day", "2013-01-31", "2013-01-31"),
        ("1. maj '24", "da", "day", "2024-05-01", "2024-05-01"),
        ("(12/10-69)", "da", "day", "2069-10-12", "2069-10-12"),
        ("12/10-70", "da", "day", "1970-10-12", "1970-10-12"),
        ("1. maj 2024 - 30. juni", "da", "range", "2024-05-01", "2024-06-30"),
        ("fra den 1. til den 15. marts 2024", "da", "range", "2024-03-01", "2024-03-15"),
        ("från och med den 1 mars 2024", "sv", "range", "2024-03-01", ""),
        ("2024-05-01 T.O.M. 2024-06-30", "sv", "range", "2024-05-01", "2024-06-30"),
        ("uge 50, 2024 - uge 2, 2025", "da", "week", "2024-12-09", "2025-01-12"),
        ("uge nr. 33/2026", "da", "week", "2026-08-10", "2026-08-16"),
        ("week 13 of 2026", "en", "week", "2026-03-23", "2026-03-29"),
        ("1.-2. kvartal 2026", "da", "quarter", "2026-01-01", "2026-06-30"),
        ("kvartal 4 2023", "da", "quarter", "2023-10-01", "2023-12-31"),
        ("2024 Q1", None, "quarter", "2024-01-01", "2024-03-31"),
        ("H1 2024", "en", "half", "2024-01-01", "2024-06-30"),
        ("andra halvåret 2024", "sv", "half", "2024-07-01", "2024-12-31"),
        ("efteråret 2024 - foråret 2025", "da", "season", "2024-09-01", "2025-05-31"),
        ("vinteren 2024/2025", "da", "season", "2024-12-01", "2025-02-28"),
        ("maj 2024 til uge 40 2024", "da", "range", "2024-05-01", "2024-10-06"),
        ("September 2024", "en", "month", "2024-09-01", "2024-09-30"),
        ("2024-05", None, "month", "2024-05-01", "2024-05-31"),
        ("by 3 May 2024", "en", "deadline", "", "2024-05-03"),
        ("Frist: 1. maj 2024", "da", "deadline", "", "2024-05-01"),
        ("senest i maj 2024", "da", "deadline", "", "2024-05-31"),
        ("by the end of May 2024", "en", "approximate", "", "2024-05-31"),
        ("i begynnelsen av 2025", "nb", "approximate", "2025-01-01", ""),
        ("ca. 1. maj 2024", "da", "approximate", "2024-05-01", "2024-05-01"),
        ("jul 2024", "da", "approximate", "", ""),
        ("Løbende fra 1. maj 2024 til 30. juni 2024", "da", "ongoing", "2024-05-01", "2024-06-30"),
        ("Årlig fest 3. maj 2024 kl. 14-16", "da", "recurring", "2024-05-03", "2024-05-03"),
        ("var 6:e vecka", "sv", "recurring", "", ""),
        ("Mötet var 3 maj 2024 i skolan", "sv", "day", "2024-05-03", "2024-05-03"),
        ("6-8 uger", "da", "duration", "", ""),
        ("23. august 2024 at 7 pm", "en", "day", "2024-08-23", "2024-08-23"),
        ("2024-05-12T10:00:00Z", None, "day", "2024-05-12", "2024-05-12"),
        ("Mandag, d. 6/5-24", "da", "day", "2024-05-06", "2024-05-06"),
        ("06/13/2024", "en", "day", "2024-06-13", "2024-06-13"),
        ("13/06/2024", "en", "day", "2024-06-13", "2024-06-13"),
        ("05/05/2024", "en", "day", "2024-05-05", "2024-05-05"),
        ("uge 13, 14, 20 og 21 2026", "da", "week", "2026-03-23", "2026-05-24"),
        ("uge 50 2025, 3. marts 2026", "da", "range", "2025-12-08", "2026-03-03"),
    ],
)
def test_a_text_meant_as_a_period_is_read(
    text: str, language: str | None, precision: str, start: str, end: str
) -> None:
    assert outcome(read(text, language)) == (precision, start, end)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("30. februar", "da", "no-such-day"),
        ("29. februar 2023", "da", "no-such-day"),
        ("31.04.2024", "nb", "no-such-day"),
        ("1. maj - 31. juni 2024", "da", "no-such-day"),
        ("13/2024", "da", "no-such-month"),
        ("uge 54", "da", "no-such-week"),
        ("vecka 53 2021", "sv", "no-such-week"),
        ("5. kvartal 2024", "da", "no-such-quarter"),
        ("3. halvår 2024", "da", "no-such-half"),
        ("0. halvår 2024", "da", "no-such-half"),
        ("30. juni - 1. marts 2027", "da", "end-before-start"),
        ("2016-2012", None, "end-before-start"),
    ],
)
def test_what_no_calendar_has_is_impossible_and_says_why(text: str, language: str | None, reason: str) -> None:
    period = read(text, language)
    assert (period.precision, period.reason) == (Precision.IMPOSSIBLE, reason)
    assert period.start is period.end is None


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("05/06/2024", None, "day-or-month"),
        ("2007-08", None, "month-or-years"),
        ("vinteren 2024", "da", "which-winter"),
    ],
)
def test_where_two_readings_remain_none_is_chosen(text: str, language: str | None, reason: str) -> None:
    period = read(text, language)
    assert (period.reason, period.start, period.end) == (reason, None, None)


@pytest.mark.parametrize(
    "text",
    [
        *("efter aftale", "16.15-16.22", "2013-2", "1. maj 2204", "1. maj 2024 - 31. junij 2024"),
        *("12.5", "sommer 2023-24", "kl. 10", "4 til 6"),
    ],
)
def test_what_cannot_be_read_whole_is_not_read_in_part(text: str) -> None:
    period = read(text, "da")
    assert (period.precision, period.start, period.end) == (Precision.NONE, None, None)


def test_reading_keeps_the_text_as_written_and_its_whole_slice() -> None:
    text = " den\xa01. maj 2024 "
    period = read(text, "da")
    assert (period.text, period.begin, period.stop) == (text, 0, len(text))
    assert period.start == dt.date(2024, 5, 1)


def test_decomposed_letters_read_like_composed_ones() -> None:
    assert read("lo\u0308rdag den 4 maj 2024", "sv").start == dt.date(2024, 5, 4)
    assert read("efteråret 2024", "da").start == dt.date(2024, 9, 1)


def test_a_weekday_that_does_not_fit_is_told_and_the_date_kept() -> None:
    wrong, right = read("mandag den 1. maj 2024", "da"), read("onsdag den 1. maj 2024", "da")
    assert (wrong.reason, wrong.start) == ("weekday-wrong", dt.date(2024, 5, 1))
    assert right.reason == ""
    assert read("lørdag den 3. og mandag den 4. maj 2025", "da").reason == "weekday-wrong"


def test_the_year_of_the_document_fills_in_only_where_none_is_told() -> None:
    assert read("uge 13", "da", year=2026).start == dt.date(2026, 3, 23)
    assert read("uge 13 2024", "da", year=2026).start == dt.date(2024, 3, 25)
    assert read("29. februar", "da", year=2026).reason == "no-such-day"
    assert not read("9. januar", "da", year=2026).yearless
    assert read("9. januar", "da").yearless


def test_a_range_over_new_year_takes_no_year_that_it_cannot_have() -> None:
    period = read("november - februar", "da", year=2026)
    assert (period.yearless, period.start, period.end, period.precision) == (True, None, None, Precision.MONTH)
    half = read("1. november 2026 - 28. februar", "da")
    assert (half.yearless, half.start, half.end) == (True, dt.date(2026, 11, 1), None)
    assert read("uge 52-2", "da", year=2026).weeks == (52, 2)


def test_weeks_are_told_by_number() -> None:
    assert read("uge 13-16", "da").weeks == (13, 16)
    assert read("v. 6", "sv").weeks == (6, 6)
    assert read("uge 13, 14 og 20", "da").weeks == (13, 20)
    assert read("maj 2024", "da").weeks == ()


def test_six_digits_need_the_language() -> None:
    assert read("130211", "sv").start == dt.date(2013, 2, 11)
    assert read("130211", "da").start == dt.date(2011, 2, 13)
    assert read("130211", "en").precision is Precision.NONE
    assert read("130211", None).precision is Precision.NONE


def test_month_names_read_without_a_language() -> None:
    assert read("3. maj 2024 – 5 June 2024", None).end == dt.date(2024, 6, 5)
    assert read("26.04.2012", "xx").start == dt.date(2012, 4, 26)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Plan i uge 13, breve senest uge 14, fest i uge 20.", "da", ["uge 13", "senest uge 14", "uge 20"]),
        ("uge 13, 14, 20 og 21", "da", ["uge 13", "14", "20", "21"]),
        ("uge 13, 14-16 og 20 2026", "da", ["uge 13", "14-16", "20 2026"]),
        ("I uge 13, 14 deltagere; i uge 13, 14 unge; i uge 13, 2022 fem", "da", ["uge 13", "uge 13", "uge 13, 2022"]),
        ("v. 6: invigning, 12 april 2027: bygglov", "sv", ["v. 6", "12 april 2027"]),
        ("lørdag den 22. maj kl. 10-14", "da", ["lørdag den 22. maj"]),
        ("Fra 1. januar 2026 til 31. desember 2026", "nb", ["Fra 1. januar 2026 til 31. desember 2026"]),
        ("9. januar 27. januar 23 februar", "da", ["9. januar", "27. januar", "23 februar"]),
        ("den 28-29 maj och 3/4 av alla, den 3/4", "sv", ["28-29 maj", "3/4"]),
        ("senest 1/5, på 1/5", "da", ["senest 1/5"]),
        ("mødet d. 26.04.12 og 26.04.12, d. 27.04.12", "da", ["26.04.12", "27.04.12"]),
        ("mødet 26.04.12", "da", []),
        ("Møder april/marts 2023", "da", ["april", "marts 2023"]),
        ("primo 2022, 2012-2016, i maj; 2024", "da", ["primo 2022"]),
        ("den 1.\nmaj 2024, 3. maj\n\n2024, 4. maj\t2024", "da", ["1.\nmaj 2024", "3. maj", "4. maj"]),
        ("Pr. 15. januar 2014 2.113.738 kr.", "da", ["15. januar 2014"]),
        ("1. maj 2000 kr. og 2. maj 2000", "da", ["1. maj", "2. maj 2000"]),
        ("Punkt 4, 12. maj 2024, 3 til 5. maj og 4 personer", "da", ["12. maj 2024", "3 til 5. maj"]),
        ("We may 12 times march 5 miles, on May 12", "en", ["May 12"]),
        ("may 2024 or May 2024", "en", ["May 2024"]),
        ("5. Jul på torvet, 6. jul 2024, jul 2025", "da", ["6. jul 2024", "jul 2025"]),
        ("31.04.2024 og 45.99.2024", "da", ["31.04.2024"]),
        ("uge 37 timer, 37 timer pr. uge, 3 ugers arbejde", "da", []),
        ("kl. 16.15-16.22, tlf. 20 12 05 24, 20.12.05.24", "da", []),
        ("25.000 kr., 1.250.000, version 2.0.12, 10 %", "da", []),
        ("Sag 2020-0206611, 2013-04-01-77, 27.03.05-P20-1-19", "da", []),
        ("Ingen tal om maj her", "da", []),
    ],
)
def test_prose_yields_its_dates_and_nothing_else(text: str, language: str, found: list[str]) -> None:
    assert slices(text, language) == found
    assert [p.text for p in find(text, language)] == found


def test_a_year_at_the_end_counts_for_the_dates_before_it() -> None:
    found = list(find("28. februar og 23. juni 2023", "da"))
    assert [p.start for p in found] == [dt.date(2023, 2, 28), dt.date(2023, 6, 23)]
    weeks = list(find("uge 13, 14-16 og 20 2026", "da"))
    assert [(p.weeks, p.start) for p in weeks] == [
        ((13, 13), dt.date(2026, 3, 23)),
        ((14, 16), dt.date(2026, 3, 30)),
        ((20, 20), dt.date(2026, 5, 11)),
    ]


def test_the_year_of_the_document_counts_in_prose_too() -> None:
    found = find("i uge 13 og den 3/4", "da", year=2026)
    assert [p.start for p in found] == [dt.date(2026, 3, 23), dt.date(2026, 4, 3)]


def test_a_long_list_is_found_to_its_end() -> None:
    text = ", ".join(f"{number}. maj 2024" for number in range(1, 31))
    assert len(slices(text, "da")) == 30
    assert len(slices("uge " + ", ".join(["13"] * 500), "da")) >= 24


@given(DAYS, st.sampled_from(NORDIC))
def test_days_read_back_however_they_are_written(date: dt.date, language: str) -> None:
    d, m, y = date.day, date.month, date.year
    name = MONTHS[language][m - 1]
    forms = [f"{y}-{m:02}-{d:02}", f"{d}. {name} {y}", f"den {d} {name} {y}", f"{d}.{m}.{y}", f"{d:02}.{m:02}.{y}"]
    forms += [f"{d}/{m} {y}", f"{d}/{m}-{y % 100:02}", f"{d:02}-{m:02}-{y}"]
    assert {outcome(read(form, language)) for form in forms} == {("day", str(date), str(date))}


@given(DAYS)
def test_english_days_read_back(date: dt.date) -> None:
    name = MONTHS["en"][date.month - 1]
    d, y = date.day, date.year
    for form in (f"{name} {d}, {y}", f"{d} {name} {y}", f"{name[:3]} {d} {y}"):
        assert outcome(read(form, "en")) == ("day", str(date), str(date))


@given(DAYS, st.sampled_from([("da", "uge"), ("sv", "vecka"), ("sv", "v."), ("nb", "uke"), ("en", "week")]))
def test_weeks_read_back(date: dt.date, words: tuple[str, str]) -> None:
    language, word = words
    year, week, weekday = date.isocalendar()
    monday = date - dt.timedelta(days=weekday - 1)
    for form in (f"{word} {week} {year}", f"{word} {week}, {year}", f"{year}-W{week:02}"):
        period = read(form, language)
        assert (period.start, period.end) == (monday, monday + dt.timedelta(days=6))
        assert period.weeks == (week, week)


@given(DAYS, DAYS, st.sampled_from([" - ", "–", " til ", "--", "..", "/"]))
def test_ranges_read_back_or_run_backwards(first: dt.date, second: dt.date, joint: str) -> None:
    period = read(f"{first}{joint}{second}", "da")
    if first <= second:
        assert outcome(period) == ("range", str(first), str(second))
    else:
        assert period.reason == "end-before-start"


@given(
    st.lists(
        st.sampled_from(
            [
                *("uge", "maj", "den", "1", "13", "30.", "/", "-", ".", ",", " ", "2024", "og", "til", "mandag"),
                *("v.", "\n", "Q4", "kr", "jul", "nov", "vinter", "24", "hver"),
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["da", "sv", "nb", "en", None]),
)
def test_any_text_is_read_in_peace_and_slices_are_true(pieces: list[str], language: str | None) -> None:
    text = "".join(pieces)
    read(text, language, year=2026)
    at = 0
    for period in find(text, language, year=2026):
        assert at <= period.begin < period.stop <= len(text)
        assert period.text == text[period.begin : period.stop]
        assert not (period.start and period.end and period.start > period.end)
        at = period.stop


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("lørdag-søndag d. 5.-6. juni 2027", "da"),
        ("fredag til søndag den 4.-6. juni 2027", "da"),
        ("lørdag og søndag den 5. og 6. juni 2027", "da"),
        ("fredag, lørdag og søndag den 4., 5. og 6. juni 2027", "da"),
        ("lørdag-søndag d. 5.-6. og 12.-13. juni 2027", "da"),
        ("lördag–söndag 5–6 juni 2027", "sv"),
        ("lørdag–søndag 5.–6. juni 2027", "nb"),
        ("Saturday-Sunday 5-6 June 2027", "en"),
        ("2027-06-01 (tirsdag)", "da"),
        ("1. juni 2027, en tirsdag", "da"),
        ("hver onsdag: 2. juni, 9. juni 2027", "da"),
    ],
)
def test_weekdays_fit_the_days_that_they_belong_to(text: str, language: str) -> None:
    assert read(text, language).reason == ""
    assert [period.reason for period in find(f"Fest {text} i byen.", language) if period.reason] == []


@pytest.mark.parametrize(
    ("text", "language", "misnamed"),
    [
        ("lørdag-søndag d. 6.-7. juni 2027", "da", 6),
        ("lørdag-mandag d. 5.-6. juni 2027", "da", 6),
        ("lørdag og søndag den 5. og 7. juni 2027", "da", 7),
        ("lørdag-søndag d. 5.-6. og 12.-14. juni 2027", "da", 14),
        ("lördag–måndag 5–6 juni 2027", "sv", 6),
        ("fredag–mandag 4.–6. juni 2027", "nb", 6),
        ("Saturday-Monday 5-6 June 2027", "en", 6),
        ("2027-06-01 (mandag)", "da", 1),
        ("1. juni 2027, en mandag", "da", 1),
        ("1 June 2027, a Monday", "en", 1),
        ("hver onsdag: 2. juni, 10. juni 2027", "da", 10),
    ],
)
def test_a_weekday_of_several_that_does_not_fit_is_told(text: str, language: str, misnamed: int) -> None:
    day = dt.date(2027, 6, misnamed)
    assert (read(text, language).reason, read(text, language).misnamed) == ("weekday-wrong", day)
    assert [period.misnamed for period in find(f"Fest {text} i byen.", language) if period.reason] == [day]


@pytest.mark.parametrize(
    "text",
    ["lørdag og søndag d. 5. juni 2027", "onsdag: 1. juni 2027", "1. juni 2027, en mandag d. 7. juni 2027"],
)
def test_weekdays_that_could_be_of_other_days_are_no_fault(text: str) -> None:
    assert [period.reason for period in find(text, "da") if period.reason] == []
