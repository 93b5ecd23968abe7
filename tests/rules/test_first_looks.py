"""Most texts are put aside by a first look: what is found in them is the same as without it."""

from __future__ import annotations

import re

import pytest
from asking import bound
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.identity import find_personal, personal, signs
from projektkort.project.models import Project
from projektkort.rules import cut_off, numbers, sections, vat_all
from projektkort.rules.lists import lists
from projektkort.rules.spellings import CAPITALISED, PAIR
from projektkort.schema.labels import normalise

PERSONS = (
    "cpr|CPR-nr.|Cpr.nr|pnr|Personnummer|personnummeret|fødselsnummer|FØDSELSNR|Födelsenummer|identity number"
    "|Henkilötunnus|hetu-id|konto|og|å|–|210483|2104830123|8|3|0123|210483-0123|12|21.04.83.0123|21 04 83 01 23"
    "|2\u00ad10483-0123|210483\u200b-0123|21\uff10483-0123"
)
REGISTERS = (
    "CVR|cvr-nr.|CVR-nummer|SE-nr|P-nummer|org.nr|Organisationsnummer|organisasjonsnr.|foretaksnr|Y-tunnus|FO-nummer"
    "|DK|NO|SE-|Projektnummer|ø|–|12345674|12 34 56 74|556036-0793|974760673|1234567-1|2027|25|000 100|\uff12"
)
VAT = "|".join([word for own in lists("vat_all").values() for words in own.values() for word in words])
AROUND_VAT = "|MOMS|Mva|inkl.|ekskl.|excl.|uden|i hele kroner|i SEK|Alle|beløb|er|priser|og|Budgettet er|.|ø|–"


def texts(words: str) -> st.SearchStrategy[str]:
    """The words in any order, with what may stand between them."""
    gaps = st.sampled_from([" ", " ", "", ": ", "\n", "\n\n      ", "\t", "\u00a0", "-", ".", " | ", "*", "_", "/"])
    parts = st.tuples(st.sampled_from(words.split("|")), gaps)
    return st.lists(parts, max_size=9).map(lambda pairs: "".join(map("".join, pairs)))


@settings(max_examples=400, deadline=None)
@given(texts(PERSONS))
def test_personal_numbers_behind_a_word(text: str) -> None:
    found = list(find_personal(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(personal, "_LONG", re.compile(b""))
        patch.setattr(personal, "_may_be_told", lambda _: True)
        patch.setattr(signs, "_RARE", bytes(range(256)))
        assert list(find_personal(text)) == found


@settings(max_examples=400, deadline=None)
@given(texts(REGISTERS))
def test_numbers_of_registers(text: str) -> None:
    found = list(numbers.numbers_in(text, "nb"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "_endings", lambda: (b"",))
        patch.setattr(numbers, "_DIGITS", re.compile(rb"0(?:[ -]?0){5,}"))
        assert list(numbers.numbers_in(text, "nb")) == found


CUT_OFF = "|".join([word for own in lists("cut_off").values() for words in own.values() for word in words])
ENDING = "|Vi bygger en bro|28|1|500 kr|100|b|Penge til 21.875 kr|.|. |.|...|-|\u2026|\u00b2|\u0663"


@settings(max_examples=400, deadline=None)
@given(texts(CUT_OFF + ENDING), st.sampled_from([".", "28.", "\u00b2.", "\u0663.", "og", "-"]))
def test_a_sentence_with_its_full_stop_is_not_cut_off(text: str, ending: str) -> None:
    """Those that are skipped have no sign of it: a full stop is one only behind digits."""
    end = (text + ending).rstrip()
    skipped = end[-1:] == "." and not end[-2:-1].isdecimal()
    assert not skipped or not any(cut_off._sign(end, cut_off._words(code)) for code in ("da", "sv", "nb", "en", None))


LABEL = st.sampled_from(["Mål", "MÅL", "Mål:", " mål ", "1. Mål", "Formaal", "Formål", "", "-"])


@given(st.lists(LABEL, max_size=6))
def test_labels_that_all_differ(labels: list[str]) -> None:
    seen: dict[str, int] = {}
    twice = [at for at, label in enumerate(labels) if seen.setdefault(normalise(label), at) != at]
    assert sections._all_differ(tuple(labels)) == (not twice)


@given(st.text(st.sampled_from("Aaé Øø-.1\n"), max_size=12))
def test_names_of_two_words(text: str) -> None:
    assert PAIR.search(text) or not CAPITALISED.search(text)


@settings(max_examples=200, deadline=None)
@given(texts(VAT + AROUND_VAT))
def test_vat_in_all_amounts(text: str) -> None:
    project, _ = bound(f"# Budget\n\n{text}\n", path="example.md")
    found = list(vat_all.said_of_all(project))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vat_all, "_hints", lambda _: {b"": ()})
        patch.setattr(vat_all, "may_hold", lambda *_: True)
        assert list(vat_all.said_of_all(project)) == found


@pytest.mark.parametrize(
    "text", ["Alle beløb er ekskl. moms.", "ALLA BELOPP\nanges inkl. mervärdesskatt", "- Prices are excl. VAT"]
)
def test_vat_in_all_amounts_is_heard(text: str) -> None:
    project, _ = bound(f"# Budget\n\n{text}\n", path="example.md")
    assert len(list(vat_all.said_of_all(project))) == 1


def test_what_is_found_out_about_a_project_is_kept_with_it_alone() -> None:
    project, _ = bound("titel: Et hus\n")
    asked: list[str] = []

    def title(told: Project) -> str | None:
        asked.append("asked")
        return told.title.value if told.title else None

    assert [project.once(title), project.once(title), asked] == ["Et hus", "Et hus", ["asked"]]
    assert project.model_copy(update={"title": None}).once(title) is None
