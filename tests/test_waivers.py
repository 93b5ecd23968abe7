"""A finding that the writer has set aside stays visible and does not count; a waiver that is wrong is a finding."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desk import GOOD, UNBALANCED
from projektkort.engine import Request, catalogue, check, load, schema_problems
from projektkort.finding import Finding, Holds, Result, Severity
from projektkort.source import decode
from projektkort.span import Span

DAY = dt.date(2026, 11, 22)
WRONG = UNBALANCED.replace("Redskaber: 2.500\nI alt: 10.000", "Redskaber: 2.500\nI alt: 11.000")
"""Two findings: the total of the costs (line 10), and the two sides (line 14)."""
YAML = """\
skema: generisk
sprog: da
projektnavn: Fælles køkkenhave
formål: Naboer dyrker grøntsager sammen.
periode: 1. marts - 30. juni 2027
søgt beløb: 9.000 kr.
budget:
  Jord og planter: 7.500
  Redskaber: 2.500
  I alt: 10.000
finansiering:
  Lokalpuljen (søgt): 9.000
  Egne penge: 500
  I alt: 9.500
"""


def checked(text: str, path: str = "a.md", **asked: object) -> Result:
    return check(decode(text.encode(), path), Request(**{"as_of": DAY, **asked}))  # type: ignore[arg-type]  # any field by name


def told(result: Result) -> list[tuple[str, int, str | None]]:
    """Each finding with its line and, where it is set aside, the reason."""
    return [(each.rule, each.span.line, each.waived.reason if each.waived else None) for each in result.findings]


def front(waivers: str, text: str = UNBALANCED) -> str:
    return f"---\n{waivers}\n---\n{text}"


def last_line(text: str, comment: str) -> str:
    """The text with a comment at the end of its last line."""
    return f"{text.rstrip()} {comment}\n"


# --- Where a waiver counts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- projekt: ignore budget-balances: agreed with the fund -->",
        "<!-- projekt: undtag budget-balances: agreed with the fund -->",
        "<!--Projekt: UNDANTA budget-balances  :  agreed with\n the fund-->",
        "<!-- projekt: unnta budget-balances til og med 1. marts 2027: agreed with the fund -->",
        "<!-- projekt: ignore balance until 2026-11-22: agreed with the fund -->",
        "<!-- projekt: ignore budget-balances, balance til 22.11.2026: agreed with the fund -->",
    ],
)
def test_a_comment_at_the_end_of_a_line_is_about_that_line(comment: str) -> None:
    [finding, *others] = checked(last_line(UNBALANCED, comment)).findings
    assert finding.rule == "budget-balances"
    assert finding.waived is not None
    assert finding.waived.reason == "agreed with the fund"
    assert [each.rule for each in others if each.rule != "waiver-unused"] == []


def test_a_comment_alone_is_about_the_next_line_that_says_anything() -> None:
    waiver = "<!-- projekt: ignore budget-total: the bill is late -->\n\n<!-- another\nremark -->\n"
    text = WRONG.replace("I alt: 11.000", f"{waiver}I alt: 11.000")
    assert told(checked(text)) == [("budget-total", 14, "the bill is late"), ("budget-balances", 18, None)]


def test_in_yaml_it_is_the_same() -> None:
    behind = YAML.replace("I alt: 9.500", "I alt: 9.500  # projekt: undtag budget-balances: aftalt")
    above = YAML.replace("  I alt: 9.500", "  # projekt: undtag budget-balances: aftalt\n  # husk det\n  I alt: 9.500")
    assert told(checked(behind, "a.yaml")) == [("budget-balances", 14, "aftalt")]
    assert told(checked(above, "a.yaml")) == [("budget-balances", 16, "aftalt")]


def test_on_another_line_it_is_unused_and_the_finding_counts() -> None:
    text = UNBALANCED.replace("Formål:", "<!-- projekt: ignore budget-balances: agreed -->\nFormål:")
    result = checked(text)
    assert told(result) == [("waiver-unused", 4, None), ("budget-balances", 15, None)]
    assert (result.count(Severity.ERROR), result.count(Severity.WARNING)) == (1, 1)


def test_behind_the_last_line_it_is_unused() -> None:
    assert told(checked(f"{GOOD}<!-- projekt: ignore balance: agreed -->")) == [("waiver-unused", 15, None)]


@pytest.mark.parametrize(
    "waivers",
    [
        "undtagelser:\n  budget-balances: aftalt",
        "waivers:\n  - {rule: budget-balances, reason: aftalt}",
        "undantag:\n  - regel: budget-balances\n    skäl: aftalt\n    till och med: 1 mars 2027",
        "unntak:\n  - budget-balances til 1. mars 2027: aftalt",
        "undtagelser:\n  balance: {grund: aftalt, til: 2027-03-01}",
    ],
)
def test_the_key_of_front_matter_is_about_the_whole_document(waivers: str) -> None:
    result = checked(front(waivers))
    assert [(each.rule, each.waived and each.waived.reason) for each in result.findings] == [
        ("budget-balances", "aftalt")
    ]
    assert result.count(Severity.ERROR) == 0


def test_the_key_counts_in_yaml_and_is_no_label_and_no_text() -> None:
    text = f"{YAML}undtagelser:\n  budget-balances: aftalt, 5.000 kr. følger\n"
    assert told(checked(text, "a.yaml")) == [("budget-balances", 14, "aftalt, 5.000 kr. følger")]
    project = load(decode(text.encode(), "a.yaml")).project
    assert [section.label.value for section in project.other] == []
    assert [amount.text.value for amount in project.amounts_in_text] == ["9.000 kr."]
    assert [comment.value.partition("\n")[0] for comment in project.comments] == ["undtagelser:"]


@pytest.mark.parametrize(
    "waivers",
    ["waivers: budget-balances", "waivers: budget-balances: agreed", "undtagelser: ja", "unntak:", "waiver: x"],
)
def test_a_text_behind_the_key_is_no_waiver_and_says_so(waivers: str) -> None:
    result = checked(front(waivers))
    assert [each.rule for each in result.findings] == ["waiver-unclear", "budget-balances"]
    assert [each.waived for each in result.findings] == [None, None]
    assert "- rule:" in catalogue().help(result.findings[0], "en")


@pytest.mark.parametrize(
    "waivers",
    [
        "waiver:\n  balance: agreed",
        "undtagelse: {balance: agreed}",
        "waivers: {Budget-Balances: agreed}",
        "waivers: {BALANCE: agreed}",
        "waivers:\n  - rule: [budget-balances]\n    reason: agreed",
    ],
)
def test_the_key_in_the_singular_capitals_and_a_list_of_rules_do_too(waivers: str) -> None:
    assert [(rule, reason) for rule, _, reason in told(checked(front(waivers)))] == [("budget-balances", "agreed")]


def test_of_several_rules_each_has_the_reason() -> None:
    waivers = "waivers:\n  - rule: [budget-balances, budget-total]\n    reason: agreed"
    assert [each.waived and each.waived.reason for each in checked(front(waivers, WRONG)).findings] == [
        "agreed",
        "agreed",
    ]


def test_a_waiver_has_the_place_where_it_stands_and_its_last_day() -> None:
    comment = "<!-- projekt: ignore budget-balances until 2027-03-01: agreed -->"
    [finding] = checked(last_line(UNBALANCED, comment)).findings
    assert finding.waived is not None
    assert finding.waived.until == "2027-03-01"
    assert finding.waived.span == Span(14, 19, 14, 75)


def test_a_personal_number_in_a_reason_is_masked() -> None:
    comment = "<!-- projekt: ignore budget-balances: 010190-1234 pays the rest -->"
    reasons = {
        each.rule: each.waived and each.waived.reason for each in checked(last_line(UNBALANCED, comment)).findings
    }
    assert "1234" not in str(reasons["budget-balances"])
    assert "pays the rest" in str(reasons["budget-balances"])


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- projekt: Byttedag -->",
        "<!-- Projekt: balance i livet -->",
        "<!-- Projekt ignorerer regler -->",
        "<!-- projects -->",
        "<!-- projekt: ignored -->",
        "<!-- ignore budget-balances: agreed -->",
        "<!-- -->",
    ],
)
def test_other_comments_set_nothing_aside(comment: str) -> None:
    assert told(checked(last_line(UNBALANCED, comment))) == [("budget-balances", 14, None)]


# --- What may be wrong with one ----------------------------------------------------------------------------------


def about(result: Result, rule: str) -> Finding:
    [finding] = [each for each in result.findings if each.rule == rule]
    return finding


@pytest.mark.parametrize(
    "said",
    [
        "<!-- projekt: ignore budget-balances -->",
        "<!-- projekt: ignore budget-balances: -->",
        "<!-- projekt: ignore budget-balances because it was agreed -->",
        "<!-- projekt: ignore budget-balances until 2027-03-01 -->",
    ],
)
def test_without_a_reason_nothing_is_set_aside(said: str) -> None:
    assert told(checked(last_line(UNBALANCED, said))) == [
        ("budget-balances", 14, None),
        ("waiver-without-reason", 14, None),
    ]


@pytest.mark.parametrize("waivers", ["waivers: [budget-balances]", "waivers: [{rule: budget-balances}]"])
def test_nor_without_one_in_the_key(waivers: str) -> None:
    assert told(checked(front(waivers)))[0][0] == "waiver-without-reason"
    assert checked(front(waivers)).count(Severity.ERROR) == 2


@pytest.mark.parametrize(
    "said", ["<!-- projekt: ignore: agreed -->", "<!-- projekt: ignore until 2027-03-01: agreed -->"]
)
def test_without_a_rule_nothing_is_set_aside(said: str) -> None:
    finding = about(checked(last_line(UNBALANCED, said)), "waiver-unknown-rule")
    assert finding.variant == "none"


@pytest.mark.parametrize(
    "waivers", ["waivers: [{rule: [[balance]], reason: agreed}]", "waivers: [{rule: {}, reason: x}]"]
)
def test_a_rule_that_is_no_text_is_none(waivers: str) -> None:
    assert about(checked(front(waivers)), "waiver-unknown-rule").variant == "none"


def test_a_name_that_nobody_knows_is_told_with_the_one_that_was_meant() -> None:
    result = checked(last_line(UNBALANCED, "<!-- projekt: ignore budget-balance: agreed -->"))
    finding = about(result, "waiver-unknown-rule")
    assert "“budget-balances”" in catalogue().help(finding, "en")
    assert about(result, "budget-balances").waived is None
    unheard = about(checked(last_line(UNBALANCED, "<!-- projekt: ignore xyzzy: agreed -->")), "waiver-unknown-rule")
    assert "projekt rule" in catalogue().help(unheard, "en")


@pytest.mark.parametrize("day", ["snart", "marts 2027", "2027-02-30"])
def test_a_last_day_that_is_no_day_is_told_and_nothing_set_aside(day: str) -> None:
    result = checked(last_line(UNBALANCED, f"<!-- projekt: undtag balance til {day}: aftalt -->"))
    assert told(result) == [("budget-balances", 14, None), ("waiver-day-unreadable", 14, None)]


def test_when_its_last_day_is_over_the_finding_counts_again() -> None:
    text = last_line(UNBALANCED, "<!-- projekt: undtag balance til 2026-11-21: aftalt -->")
    assert told(checked(text)) == [("budget-balances", 14, None), ("waiver-expired", 14, None)]
    assert told(checked(text, as_of=dt.date(2026, 11, 21))) == [("budget-balances", 14, "aftalt")]
    assert told(checked(text, as_of=None)) == [("budget-balances", 14, "aftalt")]


def test_one_that_is_over_and_has_nothing_to_set_aside_is_only_unused() -> None:
    text = last_line(GOOD, "<!-- projekt: undtag budget-balances til 2026-01-01: aftalt -->")
    assert told(checked(text)) == [("waiver-unused", 14, None)]


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("personal-number", ""),
        ("file-empty", ""),
        ("waiver-unused", ""),
        ("waivers", ""),
        ("text-twice", "across"),
        ("across", "across"),
    ],
)
def test_some_things_cannot_be_set_aside(name: str, variant: str) -> None:
    finding = about(checked(front(f"waivers: {{{name}: agreed}}")), "waiver-not-allowed")
    assert (finding.severity, finding.variant) == (Severity.ERROR, variant)


def test_a_personal_number_counts_whatever_its_subject_is_set_aside_for() -> None:
    subject = catalogue().subject("personal-number")
    result = checked(front(f"waivers: {{{subject}: agreed}}", GOOD.replace("sammen.", "sammen. 010190-1234")))
    assert about(result, "personal-number").waived is None


def wrong(text: str) -> tuple[str, str]:
    """Rule and variant of the one thing that is wrong with a waiver, which sets nothing aside."""
    result = checked(text)
    assert [each.waived for each in result.findings] == [None, None], told(result)
    assert about(result, "budget-balances").severity is Severity.ERROR
    [finding] = [each for each in result.findings if each.rule != "budget-balances"]
    assert finding.severity is Severity.ERROR
    return finding.rule, finding.variant


@pytest.mark.parametrize(
    ("parts", "rule", "variant"),
    [
        ("rule: balance\n    reason: agreed\n    untl: 2020-01-01", "waiver-unclear", "suggestion"),
        ("rule: balance\n    reason: agreed\n    expires: 2020-01-01", "waiver-unclear", "key"),
        ("regel: balance\n    grund: aftalt\n    udløber: 2020-01-01", "waiver-unclear", "key"),
        ("rule: balance\n    reason: agreed\n    until:", "waiver-day-unreadable", "none"),
        ("rule: balance\n    reason: agreed\n    until: [2027-03-01]", "waiver-day-unreadable", "none"),
        ("rule: balance\n    reason: agreed\n    reason: no", "waiver-unclear", "twice"),
        ("rule: balance\n    reason: agreed\n    until: 2027-03-01\n    til: 2020-01-01", "waiver-unclear", "twice"),
        ("rule: balance\n    rule: dates\n    reason: agreed", "waiver-unclear", "twice"),
        ("rule: balance\n    reason: agreed until 2020-01-01", "waiver-unclear", "day"),
        ("balance: agreed\n    until: 2020-01-01", "waiver-unclear", "list"),
        ("balance: agreed\n    untl: soon enough", "waiver-unknown-rule", ""),
        ("balance: {reason: agreed, untl: 2020-01-01}", "waiver-unclear", "suggestion"),
        ("balance: {reason: agreed, rule: dates}", "waiver-unclear", "twice"),
        ("balance until 2027-03-01: {reason: agreed, until: 2020-01-01}", "waiver-unclear", "twice"),
        ("reason: agreed", "waiver-unclear", "list"),
    ],
)
def test_of_a_waiver_that_is_not_understood_nothing_counts(parts: str, rule: str, variant: str) -> None:
    assert wrong(front(f"waivers:\n  - {parts}")) == (rule, variant)
    if not parts.startswith("balance"):
        assert wrong(front(f"waivers:\n    {parts}")) == (rule, variant)


def test_the_key_that_was_meant_is_named() -> None:
    result = checked(front("undtagelser:\n  - {regel: balance, grundd: aftalt}"))
    assert "“Grund”" in catalogue().help(about(result, "waiver-unclear"), "en")


@pytest.mark.parametrize("second", ["  balance: agreed", "  Balance: again", "undtagelser:\n  dates: agreed"])
def test_what_stands_twice_counts_neither_time(second: str) -> None:
    result = checked(front(f"waivers:\n  balance: agreed\n{second}"))
    assert {(each.rule, each.variant) for each in result.findings if each.rule != "budget-balances"} == {
        ("waiver-unclear", "twice")
    }
    assert about(result, "budget-balances").waived is None


@pytest.mark.parametrize(
    ("head", "variant"),
    [("balance 2020-01-01", ""), ("balance and dates", ""), ("balance, budget-balance", "suggestion")],
)
def test_one_name_that_nobody_knows_is_enough(head: str, variant: str) -> None:
    said = ("waiver-unknown-rule", variant)
    assert wrong(last_line(UNBALANCED, f"<!-- projekt: ignore {head}: agreed -->")) == said


@pytest.mark.parametrize(("day", "variant"), [("01/02/2027", "two"), ("1 May", "year"), ("weekend", "")])
def test_a_last_day_that_may_be_two_or_has_no_year_says_which(day: str, variant: str) -> None:
    said = ("waiver-day-unreadable", variant)
    assert wrong(last_line(UNBALANCED, f"<!-- projekt: ignore balance until {day}: agreed -->")) == said


@pytest.mark.parametrize(
    "reason", ["agreed until 2020-01-01", "agreed (until 1 March 2020).", "aftalt til og med 1. marts 2027"]
)
def test_a_last_day_in_the_reason_is_told(reason: str) -> None:
    said = ("waiver-unclear", "day")
    assert wrong(last_line(UNBALANCED, f"<!-- projekt: ignore balance: {reason} -->")) == said


@pytest.mark.parametrize("reason", ["we wait until the board meets", "moved to March, until then nobody can say"])
def test_a_reason_may_speak_of_time(reason: str) -> None:
    assert told(checked(last_line(UNBALANCED, f"<!-- projekt: ignore balance: {reason} -->")))[0][2] == reason


@pytest.mark.parametrize("reason", ["TODO", "...", "x", "xxx", "[reason here]", "TBD tbd", "- 7 -"])
def test_a_reason_has_a_word_that_is_nothing_to_fill_in(reason: str) -> None:
    said = ("waiver-without-reason", "")
    assert wrong(last_line(UNBALANCED, f"<!-- projekt: ignore balance: {reason} -->")) == said


@pytest.mark.parametrize(
    "comment",
    [
        "projekt: ignor budget-balances: agreed",
        "projekt: ingore balance: agreed",
        "projekt ignore budget-balances: agreed",
        "project: ignore balance: agreed",
        "prosjekt: unnta balance: avtalt",
        "Projekt; undanta balance: avtalat",
        "projekt: budget-balances: agreed",
        "projekt: disable=budget-balances",
        "projekt: undtagelser balance: aftalt",
        "projektkort: ignore all",
    ],
)
def test_a_comment_with_a_slip_says_how_it_is_written(comment: str) -> None:
    assert wrong(last_line(UNBALANCED, f"<!-- {comment} -->")) == ("waiver-unclear", "comment")


# --- When nothing is said of one that is unused -------------------------------------------------------------------


def test_what_was_not_looked_for_is_not_unused() -> None:
    text = last_line(GOOD, "<!-- projekt: ignore budget-balances, balance: agreed -->")
    assert [rule for rule, _, _ in told(checked(text))] == ["waiver-unused", "waiver-unused"]
    assert told(checked(text, select=frozenset({"dates", "waivers"}))) == []
    assert told(checked(text, ignore=frozenset({"balance"}))) == []
    off = (("budget-balances", "off"),)
    assert [rule for rule, _, _ in told(checked(text, levels=off))] == ["waiver-unused"]


def test_a_second_waiver_for_one_finding_is_unused() -> None:
    text = front("waivers: {budget-balances: agreed}", last_line(UNBALANCED, "<!-- projekt: ignore balance: again -->"))
    assert [(rule, reason) for rule, _, reason in told(checked(text))] == [
        ("budget-balances", "agreed"),
        ("waiver-unused", None),
    ]


def test_the_rules_of_waivers_may_be_milder_and_are_never_off() -> None:
    text = last_line(GOOD, "<!-- projekt: ignore balance: agreed -->")
    assert about(checked(text, levels=(("waiver-unused", "info"),)), "waiver-unused").severity is Severity.INFO
    assert about(checked(text, levels=(("waiver-unused", "off"),)), "waiver-unused").severity is Severity.WARNING


# --- For how long a result holds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "holds"),
    [("balance: agreed", Holds.ALWAYS), ("balance until 2027-03-01: agreed", Holds.DAY)],
)
def test_a_result_holds_for_a_day_only_where_a_waiver_has_a_last_one(comment: str, holds: Holds) -> None:
    assert checked(last_line(UNBALANCED, f"<!-- projekt: ignore {comment} -->")).holds is holds


# --- What is never off --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["rules: {RULE: 'off'}", "stages:\n  draft: {RULE: 'off'}"])
@pytest.mark.parametrize("rule", ["personal-number", "file-unreadable", "waiver-expired"])
def test_a_schema_cannot_switch_off_what_nobody_sets_aside(where: str, rule: str, tmp_path: Path) -> None:
    file = tmp_path / "egen.yaml"
    head = "id: egen\ntitle: {da: Egen pulje}\nlanguage: da\ncurrency: DKK\n"
    file.write_text(head + where.replace("RULE", rule), "utf-8")
    [problem] = schema_problems(str(file))[1]
    assert (problem.rule, problem.variant, problem.values["name"]) == ("schema-unknown-rule", "firm", rule)
    assert problem.place.text.strip("'") == "off"
    file.write_text(head + where.replace("RULE", rule).replace("off", "info"), "utf-8")
    assert schema_problems(str(file))[1] == ()


def test_nor_does_it_have_an_effect_when_it_is_told_all_the_same() -> None:
    text = GOOD.replace("sammen.", "sammen. 010190-1234")
    off = (("personal-number", "off"), ("budget-balances", "off"))
    assert about(checked(text, levels=off), "personal-number").severity is Severity.ERROR
    mild = (("personal-number", "info"),)
    assert about(checked(text, levels=mild), "personal-number").severity is Severity.INFO


# --- Severities by stage -----------------------------------------------------------------------------------------

STAGES = """\
id: egen
title: {da: Egen pulje}
language: da
currency: DKK
rules: {budget-total: warning}
stages:
  draft: {budget-balances: warning, budget-total: "off"}
  granted: {budget-balances: info}
"""


@pytest.mark.parametrize(
    ("stage", "levels"),
    [
        ("", {"budget-total": "warning", "budget-balances": "error"}),
        ("Projektstatus: udkast\n", {"budget-balances": "warning"}),
        ("Projektstatus: bevilget\n", {"budget-total": "warning", "budget-balances": "info"}),
    ],
)
def test_the_stage_of_a_project_decides_how_grave_a_finding_is(
    stage: str, levels: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    schema = tmp_path_factory.mktemp("schemas") / "egen.yaml"
    schema.write_text(STAGES, "utf-8")
    text = WRONG.replace("Skema: generisk\n", "").replace("Formål:", f"{stage}Formål:")
    found = {each.rule: str(each.severity) for each in checked(text, schema=str(schema)).findings}
    assert {rule: found[rule] for rule in ("budget-total", "budget-balances") if rule in found} == levels
    above = checked(text, schema=str(schema), levels=(("budget-balances", "error"),))
    assert about(above, "budget-balances").severity is Severity.ERROR
