"""How it stands with all that is asked: what was not checked is never in order."""

from __future__ import annotations

import pytest

from desk import GOOD, UNBALANCED
from projektkort.engine import Loaded, Request, check_loaded, load
from projektkort.engine.standing import standing
from projektkort.finding import Outcome, Standing
from projektkort.locale import LANGUAGES
from projektkort.pages.voice import Voice
from projektkort.rules.registry import rules
from projektkort.rules.standing import STOPPING
from projektkort.rules.texts import Catalogue
from projektkort.source import decode

OUTLINE = "Skema: outline\nSprog: da\nTitel: En bænk\nFormål: At sidde ned.\n"


def stands(text: str, **request: object) -> list[Standing]:
    asked = Request(**request)  # type: ignore[arg-type]  # fields by name
    loaded: Loaded = load(decode(text.encode(), "a.md"), asked)
    result = check_loaded(loaded, asked)
    return list(standing(loaded.project, loaded.choice.schema, result, asked.levels))


def of(rule: str, text: str, **request: object) -> list[tuple[Outcome, tuple[str, ...]]]:
    return [(each.outcome, each.lacks) for each in stands(text, **request) if each.rule == rule]


def test_a_rule_that_ran_and_found_nothing_is_in_order() -> None:
    assert of("budget-balances", GOOD) == [(Outcome.IN_ORDER, ())]


def test_a_finding_is_told_with_what_it_says() -> None:
    (each,) = [each for each in stands(UNBALANCED) if each.rule == "budget-balances"]
    assert each.outcome is Outcome.FOUND
    assert each.finding is not None and each.finding.span.line == 14


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (GOOD.split("Finansiering")[0], ("financing",)),
        (GOOD.replace("Redskaber: 2.500", "Redskaber: 2.5.00"), ("budget-unread",)),
        (
            GOOD.replace("Redskaber: 2.500", "Redskaber: 2.5.00").split("Finansiering")[0],
            ("budget-unread", "financing"),
        ),
    ],
)
def test_what_lacks_a_part_could_not_be_checked(text: str, lacks: tuple[str, ...]) -> None:
    assert of("budget-balances", text) == [(Outcome.UNCHECKED, lacks)]


def test_of_money_nothing_is_asked_where_none_is_wanted() -> None:
    assert of("budget-balances", OUTLINE) == []
    assert of("weekday-wrong", OUTLINE) == [(Outcome.IN_ORDER, ())]


def test_a_limit_that_the_schema_does_not_set_is_not_asked_for() -> None:
    assert of("applied-too-high", GOOD) == []


def test_a_rule_that_is_off_is_not_asked_for() -> None:
    assert of("budget-balances", GOOD, levels=(("budget-balances", "off"),)) == []
    assert of("required-section", GOOD, levels=(("required-section", "off"),)) == []


def test_each_required_section_that_is_there_is_named() -> None:
    told = [each.section for each in stands(GOOD) if each.section]
    assert told == ["title", "purpose"]
    told = [each.section for each in stands(GOOD.replace("Formål:", "Andet:")) if each.section]
    assert told == ["title"]


@pytest.mark.parametrize("text", ["", "skema: findes-ikke\n" + GOOD.partition("\n")[2]])
def test_nothing_is_in_order_in_a_file_that_was_not_read_or_has_no_schema(text: str) -> None:
    outcomes = {each.outcome for each in stands(text) if not each.section}
    assert outcomes == {Outcome.FOUND, Outcome.UNCHECKED}


def test_what_stops_a_check_is_a_rule_with_words() -> None:
    assert set(Catalogue().names()) >= STOPPING


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_rule_needs_has_words_for_its_absence(language: str) -> None:
    parts = {part for rule in rules() for part in rule.needs}
    unread = {f"{part}-unread" for part in parts & {"budget", "financing", "applied", "period"}}
    for part in parts | unread | {"text", "schema", "rule"}:
        assert Voice(language, "md").say(f"lacks-{part}").endswith(".")


ASIDE = "<!-- projekt: undtag {}: aftalt med kontoret -->"
AIM = "Formål: Naboer dyrker grøntsager sammen."


@pytest.mark.parametrize(
    ("text", "open_rules"),
    [
        (GOOD, False),
        (UNBALANCED, False),  # there is something to mend
        (GOOD.replace("Redskaber: 2.500", f"Redskaber: efter tilbud {ASIDE.format('amounts')}"), True),
        (UNBALANCED.replace("I alt: 9.500", f"I alt: 9.500 {ASIDE.format('balance')}"), True),
        (GOOD.replace(AIM, f"Formål: {ASIDE.format('empty-section')}"), False),
        (GOOD.replace("Periode: 1. marts - 30. juni 2027", "Periode: snart"), False),
    ],
)
def test_what_cannot_be_called_in_order_though_there_is_nothing_to_mend(text: str, open_rules: bool) -> None:
    assert any(each.open for each in stands(text)) is open_rules


def test_what_the_schema_demands_and_nobody_could_check_is_open() -> None:
    undated = [each for each in stands(GOOD, schema="dk-eventpulje") if each.lacks == ("date",)]
    assert undated and not any(each.open for each in undated)  # the office knows when it came
    text = GOOD.replace("Periode: 1. marts - 30. juni 2027\n", "")
    lacking = [each for each in stands(text, schema="dk-eventpulje") if each.lacks == ("period",)]
    assert lacking and all(each.open for each in lacking if each.rule in DEMANDED)


DEMANDED = {rule.name for rule in rules() if rule.asks}
