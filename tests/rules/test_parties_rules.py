"""Partners, countries and numbers that the fund asks for; names that are spelt in two ways."""

from __future__ import annotations

import pytest
from asking import ask, bound, lines, only
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Note
from projektkort.rules.members import countries_in, partners
from projektkort.rules.spellings import _near, are_one
from projektkort.schema.model import Partners, Schema, SectionSchema

FORM = Schema(id="form", language="da", partners=Partners(min=3, countries_min=2), applicant_id=("dk.cvr",))


def text(body: str, applicant: str = "Strandby Kor (Danmark)") -> str:
    return f"Sprog: da\n\n# Fest\n\nAnsøger: {applicant}\n\n## Samarbejdspartnere\n\n{body}\n\n## Formål\n\nVi vil.\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- Vikens sångkör, Sverige, som leder arbejdet\n- DTU (DK)", ["Vikens sångkör, Sverige", "DTU (DK)"]),
        ("- KTH, Sverige: Drift\n- NTNU, Norge \u2013 Tilsyn", ["KTH, Sverige: Drift", "NTNU, Norge \u2013 Tilsyn"]),
        ("Kommunen (mark), simklubben, campingen", ["Kommunen (mark)", "simklubben", "campingen"]),
        ("Genbrugspladsen og Vestervang Skole", ["Genbrugspladsen", "Vestervang Skole"]),
        ("- Skolen, CVR-nr. 39990008\n- Koret", ["Skolen, CVR-nr. 39990008", "Koret"]),
        ("- Kommunen, Skolen\n- Strandby Kor", ["Kommunen", "Skolen"]),
        ("| Partner | Land |\n|---|---|\n| Lunds kommun | SE |", [" Lunds kommun , SE "]),
        ("", []),
    ],
)
def test_partners_are_told_in_lists_lines_and_tables(body: str, expected: list[str]) -> None:
    assert partners(bound(text(body, "Strandby Kor"), FORM, path="a.md")[0]) == expected


def test_too_few_partners_are_counted_with_the_applicant() -> None:
    problem = only("partners-too-few", text("- Vikens sångkör, Sverige"), FORM, path="a.md")
    assert (problem.values["count"], problem.values["limit"], problem.place.text) == (2, 3, "Samarbejdspartnere")
    assert problem.variant == ""
    assert ask("partners-too-few", text("- Vikens sångkör\n- Skolen"), FORM, path="a.md") == []


@pytest.mark.parametrize(
    "told",
    [
        "Vi samarbejder med Rosmark Kommune om lokaler. Lunds kommun stiller med musikere.",
        "Vi samarbejder med alle skoler i byen.",
        "Kommunen hjælper os\nmed lokaler og lys hele sommeren igennem.",
    ],
)
def test_partners_told_in_sentences_are_not_counted(told: str) -> None:
    assert ask("partners-too-few", text(told), FORM, path="a.md") == []
    assert ask("countries-too-few", text(told.replace("Lunds", "Rosmark")), FORM, path="a.md") == []


@pytest.mark.parametrize("told", ["Skolen (som har lånt os sin sal).", "- Skolen stiller sin gamle sal til rådighed."])
def test_a_list_with_full_stops_is_counted(told: str) -> None:
    assert only("partners-too-few", text(told), FORM, path="a.md").values["count"] == 2


def test_two_partners_are_the_applicant_and_one_more() -> None:
    two = Schema(id="two", language="da", partners=Partners(min=2))
    alone = "Sprog: da\n\n# Fest\n\n## Formål\n\nVi synger.\n"
    problem = only("partners-too-few", alone, two, path="a.md")
    assert (problem.variant, problem.values["count"], problem.values["limit"]) == ("none", 1, 2)
    assert only("partners-too-few", text("- Strandby Kor", "Strandby Kor"), two, path="a.md").variant == "none"
    assert ask("partners-too-few", text("- Vikens sångkör"), two, path="a.md") == []
    demanded = Schema(id="two", partners=Partners(min=2), sections=(SectionSchema(id="partners", required=True),))
    assert ask("partners-too-few", alone, demanded, path="a.md") == []  # that the section is missing has been said


def test_too_few_countries_are_found_where_all_are_told() -> None:
    problem = only("countries-too-few", text("- Skolen, Danmark\n- Kirken (DK)"), FORM, path="a.md")
    assert (problem.values["count"], problem.values["limit"]) == (1, 2)
    assert ask("countries-too-few", text("- Skolen, Danmark\n- Kirken"), FORM, path="a.md") == []
    assert ask("countries-too-few", text("- Skolen, Danmark\n- Kören, Sverige"), FORM, path="a.md") == []
    assert ask("countries-too-few", text("- Skolen, Danmark", "Strandby Kor"), FORM, path="a.md") == []
    assert ask("countries-too-few", "Sprog: da\n\n# Fest\n", FORM, path="a.md") == []


@pytest.mark.parametrize(
    ("number", "found"),
    [("CVR 39990008", 1), ("CVR 39990009", 0), ("org.nr 202100-5489", 0)],
)
def test_a_right_number_of_a_register_tells_the_country(number: str, found: int) -> None:
    body = text("- Skolen, Danmark", f"Strandby Kor, {number}")
    assert len(ask("countries-too-few", body, FORM, path="a.md")) == found
    assert len(ask("countries-too-few", text(f"- Skolen, {number}"), FORM, path="a.md")) == found


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("KTH, Sverige", {"SE"}),
        ("University of Oulu, Finland", {"FI"}),
        ("Kommunen (NO)", {"NO"}),
        ("Kören – IS", {"IS"}),
        ("| DTU | DK |", {"DK"}),
        ("Nuuk og Tórshavn", {"GL", "FO"}),
        ("NO problem, IT-klubben", set()),
        ("Islandsk Forening", {"IS"}),
    ],
)
def test_countries_are_known_by_name_town_and_code(words: str, codes: set[str]) -> None:
    assert countries_in(words) == codes


def test_an_applicant_tells_its_number() -> None:
    problem = only("applicant-number-missing", "Sprog: da\nAnsøger: Strandby Kor\n", FORM, path="a.md")
    assert (problem.variant, problem.values["name"]) == ("", "Strandby Kor")
    assert problem.values["registers"] == (Note("dk-cvr"),)
    assert problem.place.start == problem.place.end
    for told in ("Ansøger: Strandby Kor, CVR 39990008", "Ansøger: Strandby Kor\nCVR-nummer: 12345678"):
        assert ask("applicant-number-missing", f"Sprog: da\n{told}\n", FORM, path="a.md") == []
    both = Schema(id="form", applicant_id=("dk.cvr", "se.orgnr"))
    assert only("applicant-number-missing", "applicant: Strandby Kor\n", both).variant == "several"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lasse rosmark", "lassen rosmark"),
        ("ditte strandmark", "ditte strandmarck"),
        ("ditte strandmark", "ditte stranmdark"),
        ("ditte strandmark", "ditte strendmark"),
        ("strandby kor syd", "strendby kor syd"),
        ("genbrugspladsen", "genbrugspladesn"),
    ],
)
def test_a_slip_of_the_pen_is_one_name(one: str, other: str) -> None:
    assert are_one(tuple(one.split()), tuple(other.split()))
    assert are_one(tuple(other.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("anne strandmark", "anna strandmark"),
        ("maria strandmark", "marie strandmark"),
        ("ditte strandmark", "mette strandmark"),
        ("ditte strandmark", "ditte strandmarks"),
        ("strandby lokaludvalg", "strandby lokaludvalget"),
        ("strandby forening", "strandby föreningen"),
        ("ungdomsklub", "ungdomsklubs"),
        ("skolen nord", "skolen syd"),
        ("kor 1971", "kor 1972"),
        ("skolen", "skoler"),
        ("strandby kor", "strandby kor syd"),
        ("østre skole", "vestre skole"),
        ("strandby kor", "strandby kor"),
    ],
)
def test_other_people_and_other_endings_are_two(one: str, other: str) -> None:
    assert not are_one(tuple(one.split()), tuple(other.split()))


def test_a_name_in_running_text_is_compared_with_those_of_the_head() -> None:
    head = "Sprog: da\n\n# Fest\n\nAnsvarlig: Miljøgruppen v. Lasse Rosmark"
    body = "Formand Lassen Rosmark leder. Lassen Rosmark bor her.\n"
    problem = only("spelt-twice", f"{head}\n\n## Forankring\n\n{body}", path="a.md")
    assert (problem.place.text, problem.values["other"], list(lines(problem))) == (
        "Lassen Rosmark",
        "Lasse Rosmark",
        [5],
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Projektleder Lassen Rosmark. Kontakt Lasse Rosmark.", ["Lasse Rosmark"]),
        ("Vores projektleder Lassen Rosmark ringer. Lasse Rosmark bor her.", ["Lasse Rosmark"]),
        ("Kontaktperson: Lassen Rosmark. Formand er Lasse Rosmark.", ["Lasse Rosmark"]),
        ("Projektleder Anne Rosmark. Kontakt Anna Rosmark.", []),
        ("Projektleder Lasse Rosmark. Kontakt Lasse Rosmark.", []),
        ("Projektleder Lasse Rosmark. Kontakt Ditte Strandmark.", []),
        ("Lassen Rosmark kommer. Lasse Rosmark bliver hjemme.", []),
    ],
)
def test_a_name_behind_what_somebody_does_is_known_as_well(sentence: str, found: list[str]) -> None:
    problems = ask("spelt-twice", f"Sprog: da\n\n# Fest\n\n## Forankring\n\n{sentence}\n", path="a.md")
    assert [problem.place.text for problem in problems] == found


def test_funders_and_partners_are_names_too() -> None:
    body = "partners: [Rosmarkfonden, The school]\nfinancing: {Rosmarkfnoden: 100}\n"
    problem = only("spelt-twice", body)
    assert (problem.place.text, problem.place.line, list(lines(problem))) == ("Rosmarkfnoden", 2, [1])


@pytest.mark.parametrize(
    "body",
    [
        "contact: Ditte Strandmark\norganisation: Ditte Strandmarks hus er åbent.\n",
        "contact: Ditte Strandmark\norganisation: Ditte (D.) Strandmark og Anna Strandmark leder det.\n",
        "applicant: Anne Strandmark\ncontact: Anna Strandmark\n",
        "applicant: Strandby Lokaludvalg\norganisation: Strandby Lokaludvalget mødes.\n",
        "purpose: Lasse Rosmark og Lassen Rosmark\n",
    ],
)
def test_what_is_no_slip_is_no_finding(body: str) -> None:
    assert ask("spelt-twice", body) == []


WORDS = st.sampled_from(["rosmark", "rosmrak", "rosmarks", "vejle", "vejla", "anna", "anne", "by", "hovedbiblioteket"])
SPELLINGS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=8, unique=True)


@given(SPELLINGS, SPELLINGS)
def test_spellings_that_are_not_compared_are_not_one(told: list[tuple[str, ...]], known: list[tuple[str, ...]]) -> None:
    every = dict.fromkeys([*known, *told])
    near = _near(every, frozenset(known))
    for words in every:
        assert set(near.get(words, ())) == {other for other in known if are_one(words, other)}
