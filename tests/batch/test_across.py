"""Files that are compared: each cause is found once, at the later file; what only looks alike is not."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import lay
from projektkort.batch.across import Across
from projektkort.batch.asked import Asked
from projektkort.batch.check import Check, Checked
from projektkort.batch.head import head_of
from projektkort.batch.records import KINDS, packed_facts
from projektkort.engine import Request, catalogue
from projektkort.finding import Elsewhere, Fact, Finding, Result, Severity
from projektkort.source import Found
from projektkort.span import Span
from round import CHOIR, GARDEN, TIMBER, application

pytestmark = pytest.mark.usefixtures("desk")
Told = tuple[str, str, str]
"""Path, rule with its variant, the path elsewhere."""


def itself(result: Result) -> Result:
    return result


def across(*names: str, request: Request | None = None) -> list[Result]:
    """What is found where these files are compared, in this order."""
    found = Across()
    for each in Check(Asked(request or Request(across=True)), itself)(tuple(map(Found, names))):
        found.add(each)
    return list(found.results())


def one(result: Result) -> Finding:
    [finding] = result.findings
    return finding


def told(results: Iterable[Result]) -> list[Told]:
    found = []
    for result in results:
        finding = one(result)
        rule = f"{finding.rule}/{finding.variant}".rstrip("/")
        found.append((result.path, rule, *(place.path for place in finding.elsewhere)))
    return found  # type: ignore[return-value]  # each finding has one place elsewhere


def test_the_same_number_is_told_at_the_later_file() -> None:
    application("a.md", number="2027-01")
    application("b.md", number="2027-01")
    [result] = across("a.md", "b.md")
    assert (result.path, result.across, result.language) == ("b.md", True, "da")
    assert one(result) == Finding(
        "number-twice",
        Severity.WARNING,
        Span(4, 16, 4, 23),
        values={"path": "a.md", "there": Span(4, 16, 4, 23), "count": 2, "also": None},
        elsewhere=(Elsewhere("a.md", Span(4, 16, 4, 23)),),
    )


def test_the_same_applicant_is_told_and_no_other() -> None:
    names = [
        application("a.md", applicant="Haveklubben, CVR 12345674"),
        application("b.md", applicant="Foreningen Haven (CVR-nr. 12 34 56 74)", budget=["Løn: 9.000"]),
        application("c.md", applicant="Haveklubben", budget=["Løn: 9.000"]),
    ]
    assert told(across(*names)) == [("b.md", "applicant-twice", "a.md")]


def test_the_same_text_is_told_with_whom_it_came_from() -> None:
    names = [
        application("a.md", purpose=GARDEN, applicant="Haveklubben"),
        application("b.md", purpose=GARDEN, applicant="Skolen", budget=["Løn: 9.000"]),
        application("c.md", purpose=GARDEN, budget=["Løn: 9.000"]),
        application("d.md", purpose=CHOIR),
    ]
    assert told(across(*names)) == [("b.md", "text-twice/others", "a.md"), ("c.md", "text-twice", "a.md")]


def test_the_same_cost_of_one_applicant_is_told() -> None:
    names = [
        application("a.md", applicant="Haveklubben", budget=[TIMBER, "Te: 300"]),
        application("b.md", applicant="Haveklubben", budget=["Te: 300", "Løn: 4.000", TIMBER]),
        application("c.md", applicant="Skolen", budget=[TIMBER]),
    ]
    [result] = across(*names)
    assert told([result]) == [("b.md", "cost-twice", "a.md")]
    assert one(result).span.line == 9
    assert catalogue().message(one(result), "da") == (
        "Den samme ansøger har en udgift med dette navn og beløb i »a.md« (linje 10). Ens er også: 1 udgift mere. "
        "Det kan være to forskellige ting."
    )


def test_three_versions_of_one_application_are_two_findings() -> None:
    same = {"number": "2027-01", "applicant": "Haveklubben"}
    names = [
        application("a.md", **same, purpose=GARDEN),
        application("b.md", **same, purpose=CHOIR, budget=["Løn: 9.000"]),
        application("c.md", **same, purpose=CHOIR, budget=["Løn: 9.000"]),
    ]
    assert told(across(*names)) == [("b.md", "number-twice/same", "a.md"), ("c.md", "number-twice/same", "a.md")]


def test_two_causes_in_one_file_are_two_findings_by_their_places() -> None:
    names = [
        application("a.md", purpose=CHOIR),
        application("b.md", number="2027-01"),
        application("c.md", number="2027-01", purpose=CHOIR),
    ]
    assert told(across(*names)) == [("c.md", "number-twice", "b.md"), ("c.md", "text-twice", "a.md")]


def test_what_only_looks_alike_is_not_told() -> None:
    names = [
        application("a.md", number="2027-01", applicant="Haveklubben", purpose="Naboer mødes."),
        application("b.md", number="2027-02", applicant="Skolen", purpose="Naboer mødes."),
        application(
            "c.md", number="2027-01", applicant="Haveklubben", head="Skema: outline\nSprog: da\n", purpose=GARDEN
        ),
        application("d.md", number="2027-01", head="Skema: status-report\nSprog: da\nRapport nr.: 1\n", purpose=GARDEN),
        application("e.md", number="2027-01", head="Skema: status-report\nSprog: da\nRapport nr.: 2\n", purpose=GARDEN),
    ]
    assert across(*names) == []


def test_the_same_report_is_told() -> None:
    for name in ("a.md", "b.md"):
        application(name, number="2027-01", head="Skema: status-report\nSprog: da\nRapport nr.: 1\n")
    assert told(across("a.md", "b.md")) == [("b.md", "number-twice/report", "a.md")]


def test_what_stands_in_many_files_is_told_once_with_their_number() -> None:
    names = [application(f"{number:02}.md", number="9", purpose=GARDEN) for number in range(12)]
    [result] = across(*names)
    assert told([result]) == [("01.md", "number-twice/many", "00.md")]
    assert one(result).values["count"] == 12
    assert len(across(*names[:10])) == 9


def test_what_few_share_is_told_beside_what_many_do() -> None:
    names = [application(f"{number:02}.md", purpose=GARDEN, number="7" if number < 2 else "") for number in range(11)]
    assert told(across(*names)) == [("01.md", "number-twice", "00.md"), ("01.md", "text-twice/many", "00.md")]


def test_the_number_of_files_is_that_of_what_is_told() -> None:
    found = Across()
    for number in range(30):
        found.add(made(number, [("text", 1), *([("number", 1)] if number < 12 else [])]))
    [result] = found.results()
    assert (one(result).rule, one(result).values["count"]) == ("number-twice", 12)


def test_a_file_name_that_is_no_utf_8_is_kept() -> None:
    found = Across()
    for name in ("a\udcff.md", "b\udcff.md"):
        found.add(made(0, [("number", 1)])._replace(path=name))
    [result] = found.results()
    assert (result.path, one(result).elsewhere[0].path) == ("b\udcff.md", "a\udcff.md")


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(across=True, ignore=frozenset({"number-twice"})), "text-twice"),
        (Request(across=True, levels=(("number-twice", "off"),)), "text-twice"),
        (Request(across=True, select=frozenset({"text-twice"})), "text-twice"),
        (Request(across=True, select=frozenset({"across"})), "number-twice"),
    ],
)
def test_a_rule_that_is_not_asked_for_leaves_room_for_another(request_: Request, expected: str) -> None:
    names = [application(name, number="1", purpose=GARDEN) for name in ("a.md", "b.md")]
    [result] = across(*names, request=request_)
    assert one(result).rule == expected


@pytest.mark.parametrize("names", [("across",), ("number-twice", "text-twice", "cost-twice", "applicant-twice")])
def test_rules_that_nobody_asks_for_find_nothing(names: tuple[str, ...]) -> None:
    files = [application(name, number="1", purpose=GARDEN, applicant="Haveklubben") for name in ("a.md", "b.md")]
    assert across(*files, request=Request(across=True, ignore=frozenset(names))) == []


def test_the_later_file_decides_how_grave_it_is() -> None:
    own = "id: own\ntitle: {da: Egen}\nlanguage: da\ncurrency: DKK\nrules: {number-twice: error}\nsections: []\n"
    lay("own.yaml", own)
    plain = application("a.md", number="1")
    strict = application("b.md", number="1", head="Skema: own.yaml\nSprog: da\n")
    assert one(across(plain, strict)[0]).severity is Severity.ERROR
    assert one(across(strict, plain)[0]).severity is Severity.WARNING


def test_without_being_asked_nothing_is_remembered() -> None:
    application("a.md", number="1", applicant="Haveklubben")
    [checked] = Check(Asked(Request()), itself)((Found("a.md"),))
    assert (checked.facts, checked.value.facts, checked.value.applied) == (b"", (), None)


def test_a_personal_number_in_a_name_is_not_shown() -> None:
    names = [application(f"{name} 240771-0000.md", number="1") for name in ("a", "b")]
    [result] = across(*names)
    assert (result.path, one(result).elsewhere[0].path) == ("b ••••••-••••.md", "a ••••••-••••.md")
    assert "2407" not in catalogue().message(one(result), "da")


def made(number: int, facts: Iterable[tuple[str, int]]) -> Checked:
    """A file with these facts, each a kind and a key, the line of each its place."""
    built = tuple(
        Fact(kind, f"{KINDS.index(kind)}{key:07}".encode(), Span(line, 1, line, 5))
        for line, (kind, key) in enumerate(dict.fromkeys(facts), 1)
    )
    result = Result(f"{number:05}.md", kind="application", language="da", facts=built)
    return Checked(None, result.path, head_of(result), packed_facts(built), None, lasting=True)


FILES = st.lists(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9)), max_size=5), max_size=30)


@settings(max_examples=60, deadline=None)
@given(FILES)
def test_of_each_two_files_that_share_something_the_later_one_is_told(files: list[list[tuple[str, int]]]) -> None:
    found = Across()
    for number, facts in enumerate(files):
        found.add(made(number, facts))
    results = list(found.results())
    paths = [result.path for result in results]
    assert paths == sorted(paths)
    earlier: set[tuple[str, int]] = set()
    for number, facts in enumerate(files):
        path = f"{number:05}.md"
        again = earlier & set(facts)
        rare = {fact for fact in again if sum(fact in other for other in files) <= 10}
        assert path in paths if rare else again or path not in paths
        earlier |= set(facts)
    pairs = [(result.path, one(result).elsewhere[0].path, one(result).variant == "many") for result in results]
    assert len(set(pairs)) == len(pairs)
    assert all(place < path for path, place, _ in pairs)


def test_more_files_than_are_put_away_at_a_time() -> None:
    found, numbers = Across(), random.Random(4)
    for number in range(1234):
        found.add(made(number, [("number", number % 617), ("text", numbers.randrange(10**6, 10**7))]))
    results = list(found.results())
    assert len(results) >= 617
    assert told(results)[0][:2] == ("00617.md", "number-twice")
