"""Amounts and dates are read by short cuts where they have their usual forms: what is read is the same without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from projektkort import money, period
from projektkort.locale import LANGUAGES
from projektkort.money import bare, heading, piece, plain, prose, whole
from projektkort.money.lexicon import lexicon
from projektkort.period import moments, reading
from projektkort.period.beginnings import BEGINNING, Beginnings, beginnings, holds_digit
from projektkort.period.forms import MEANINGS
from projektkort.period.phrase import Phrases
from projektkort.period.vocabulary import vocabulary

ALL = st.sampled_from([*LANGUAGES, None])
AMOUNTS = (
    "3|16|450|2026|25000|25.000|25,000|1.250.000|12,50|12.50|1.250,5|0,5|½|1/2|007|2-3|1.234.567.890.123"
    "|25 000|1 000|999999999999999"
)
BESIDE = (
    "kr|kr.|DKK|sek|SEK|€|$|US$|tkr|mio.|million|tusind|k|m|%|,-|:-|pr.|ca.|c:a|mellem|from|til|og|a|x|×|à|timer|uge"
    "|nr.|+|-|–|=|(|)|[|*|;|_|#|.|:|beløb|N/A|i|år|Løn|t. kr.|danske kroner|i alt"
    "|er|under|kronor|kron|m2"
)
DATES = (
    "2026-03-01|2026-02-30|01.03.2026|1.3.26|1/3|3/1-26|2026|2026-03|12|4.|13|130211|20260301|12345678|2026-W13|2026Q1"
    "|Q2|'26|19.30|1. marts 2026|1 maj 2027|31. dec. 2026|16.30-19|5.980|2027-000060|8-10|1-2-2027|4/30 2026"
    "|18–01–2027|’26|\u0661/\u0663|2026-\u0660\u0663|\uff12\uff10\uff12\uff16-W13"
)
WORDS = (
    "maj|May|marts|jul|uge|week|kvartal|quarter|sommer|fredag|halvår|skoleåret|første|den|dato:|d.|the|fra|senest|inden"
    "|primo|i|i starten af|ca.|om|til|to|og|and|-|–|/|,|;|:|(|)|,-|deltagere|timer|kr|DKK|Møde|%|'|h"
    "|W13|mens|årige|i slutningen af"
)
GAPS = st.sampled_from([" ", " ", " ", "", "  ", ", ", "\n", "\u00a0", "\t", ". "])


def texts(figures: str, words: str) -> st.SearchStrategy[str]:
    """Figures and words in any order, with what may stand between them."""
    either = st.sampled_from(figures.split("|")) | st.sampled_from(words.split("|"))
    return st.lists(st.tuples(either, GAPS), max_size=7).map(lambda pairs: "".join(map("".join, pairs)))


@contextmanager
def every_number_looked_at() -> Iterator[None]:
    """Amounts without any short cut."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "ordinary", lambda *_: None)
        patch.setattr(whole, "readings", whole.readings.__wrapped__)  # which keeps nothing from before
        patch.setattr(prose, "ordinary", lambda *_: None)
        patch.setattr(prose, "tells_money", lambda _: True)
        patch.setattr(prose, "plain_amounts", lambda *_: None)
        patch.setattr(piece, "nothing_before", lambda *_: False)
        patch.setattr(piece, "nothing_behind", lambda *_: False)
        patch.setattr(heading, "_may_name", lambda *_: True)
        patch.setattr(heading, "_kept_unit", heading._unit_in)
        patch.setattr(heading, "_kept_currency", heading._currency_in)
        yield


@contextmanager
def every_form_tried() -> Iterator[None]:
    """Dates without any short cut."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_kept", reading._read)
        patch.setattr(reading, "holds_digit", lambda _: True)
        patch.setattr(reading, "days_at", lambda *_: None)
        patch.setattr(reading, "days_alone", lambda *_: None)
        patch.setattr(moments, "day_at", lambda *_: None)
        patch.setattr(Beginnings, "tells_date", lambda *_: True)
        patch.setattr(Beginnings, "leads", lambda *_: True)
        patch.setattr(Beginnings, "is_count", lambda *_: False)
        yield


@settings(max_examples=120, deadline=None)
@given(texts(AMOUNTS, BESIDE), ALL, st.sampled_from([1, 1000, 1_000_000]))
def test_a_cell_reads_the_same(text: str, language: str | None, unit: int) -> None:
    quick = money.read(text, language, unit=Decimal(unit))
    with every_number_looked_at():
        assert money.read(text, language, unit=Decimal(unit)) == quick


@settings(max_examples=120, deadline=None)
@example("Projektet koster i alt 25.000 kr...", "da")
@example("310 GBP\u2009.", None)
@example("1.000 kr....8", "da")
@given(texts(AMOUNTS, BESIDE), ALL)
def test_the_same_amounts_are_found_in_prose(text: str, language: str | None) -> None:
    quick = list(money.find(text, language))
    with every_number_looked_at():
        assert list(money.find(text, language)) == quick


@pytest.mark.parametrize(
    "text", ["25 000", "25.000", "25,000", "1.250", "1 250 000", "25.000,00", "25000", "25.000 kr."]
)
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_a_number_that_stands_alone_is_an_amount_of_prose_or_none(text: str, language: str | None) -> None:
    quick = list(money.find(text, language))
    with every_number_looked_at():
        assert list(money.find(text, language)) == quick


@settings(max_examples=120, deadline=None)
@given(texts("1.000|1000|2026", BESIDE), ALL)
def test_a_heading_declares_the_same(text: str, language: str | None) -> None:
    quick = money.unit_of(text, language), money.currency_of(text, language)
    with every_number_looked_at():
        assert (money.unit_of(text, language), money.currency_of(text, language)) == quick


@settings(max_examples=120, deadline=None)
@given(texts(DATES, WORDS), ALL, st.sampled_from([None, 2026]))
def test_the_same_dates_are_found_in_prose(text: str, language: str | None, year: int | None) -> None:
    quick = list(period.find(text, language, year=year))
    with every_form_tried():
        assert list(period.find(text, language, year=year)) == quick


@settings(max_examples=120, deadline=None)
@given(texts(DATES, WORDS), ALL)
def test_a_date_in_a_cell_reads_the_same(text: str, language: str | None) -> None:
    quick = period.read(text, language)
    with every_form_tried():
        assert period.read(text, language) == quick


@given(texts(f"{DATES}|½|², ³", WORDS) | st.text(max_size=8))
def test_whether_figures_stand_in_a_text_is_seen_at_a_glance(text: str) -> None:
    assert holds_digit(text) == any(map(str.isdecimal, text))
    assert money.holds_number(text) == (re.search("[0-9½¼¾]", text) is not None)


@given(texts(f"{DATES}|§ 2|#12|_a|a_b|2.a|3b", WORDS))
def test_dates_begin_with_a_digit_or_a_word_that_nothing_stands_before(text: str) -> None:
    simple = re.compile(r"(?<![\w§#])(?<!\d[.,:/-])(?:\d|[^\W\d_]+)")
    assert [each.span() for each in BEGINNING.finditer(text)] == [each.span() for each in simple.finditer(text)]


def test_most_numbers_of_prose_are_seen_to_be_no_amounts_at_a_glance() -> None:
    """Else the tests above would compare nothing."""
    assert not bare.tells_money("Uge 13 kommer 12 deltagere, mellem 10 og 16 år, den 2026-03-01 kl. 19.30.")
    assert bare.tells_money("Vi søger ca. 500 kr. til det.")


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Huset er fra 1970, og taget blev lagt om for 87.700 kr., mens 12 medlemmer så på.", ["87.700 kr."]),
        ("Ca. 25.000 kr. mangler, og kontingentet er 300 kr.", ["Ca. 25.000 kr.", "300 kr."]),
        ("Kl. 16.30 var der 24 220 kronor. Per talte dem.", None),
        ("Det koster 20-25.000 kr.", None),
        ("Vi lejer 3 telte x 500 kr.", None),
        ("Vi har kr. 25.000", None),
        ("Vi har 25.000", None),
    ],
)
def test_most_amounts_of_prose_are_read_at_a_glance(text: str, amounts: list[str] | None) -> None:
    found = plain.plain_amounts(text, lexicon("da"))
    assert (None if found is None else [text[amount.start : amount.end] for amount in found]) == amounts


def looked_at(text: str, patch: pytest.MonkeyPatch) -> list[str]:
    """What follows wherever a date is looked for with every form that could stand there."""
    tried: list[str] = []
    patch.setattr(Phrases, "at", lambda phrases, offset: tried.append(phrases.text[offset:]))
    assert not list(period.find(text, "da"))
    return tried


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("Mellem 10 og 16 børn, 25.000 kr. og 3 hold", []),
        ("I 1959 kostede driften 5.980 kr., kl. 16.30-19, i de 20 år efter 2023, mens huset stod", []),
        ("12 personer, 8-10 timer på en uge, 5.980 kr., kl. 16.30-19; 5-årige, efter 2023", ["uge, 5.980 kr."]),
        ("12 personer, 5 børn og den 3. maj", ["den 3. maj", "3. maj"]),
        ("mellem 10 og 16 år om sommeren, så 10 og 16. maj", ["10 og 16. maj", "16. maj"]),
        ("den nye hal er altid åben for alle, som bor her, fra 3. maj", ["fra 3. maj", "3. maj"]),
    ],
)
def test_most_of_prose_is_seen_to_begin_no_date(text: str, tried: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = looked_at(text, monkeypatch)
    assert len(found) == len(tried)
    assert all(there.startswith(expected) for there, expected in zip(found, tried, strict=True))


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_the_longest_words_before_a_date_lead_to_it(language: str | None) -> None:
    words = vocabulary(language)
    spelt = words.words.groups | words.words.leads
    for meaning in MEANINGS:
        for lead in spelt[meaning]:
            longest = " ".join([lead, *(max(spelt[group], key=len) for group in ("plain", "article"))])
            first = BEGINNING.match(longest)
            assert first is not None
            text = f"{longest} 2026-03-01"
            leads = Phrases(text, words, prose=True).at(0) is not None  # "by the" is taken before "by the end of"
            assert beginnings(words).leads(text, 0, first[0]) == leads
            assert leads or lead == "by the end of"
