"""One engine behind everything: which schema a document is checked by, and what becomes of a problem."""

from __future__ import annotations

import pytest

from desk import GOOD, OWN_SCHEMA, UNBALANCED, lay
from projektkort.engine import Request, check, is_foreign, load, load_schema
from projektkort.finding import Severity
from projektkort.schema.choose import Choice
from projektkort.schema.loading import BrokenSchema, UnknownSchema, load_all
from projektkort.schema.traits import Traits
from projektkort.source import decode

PLAIN = GOOD.replace("Skema: generisk\n", "")


def chosen(text: str, **asked: str) -> tuple[str, str]:
    choice = load(decode(text.encode(), "a.md"), Request(**asked)).choice  # type: ignore[arg-type] # names of fields
    return choice.schema.id, choice.by


def test_the_option_goes_before_the_document_and_that_before_configuration() -> None:
    assert chosen(GOOD, schema="none", configured="lokaludvalg") == ("none", "option")
    assert chosen(GOOD.replace("generisk", "Generisk "), configured="lokaludvalg") == ("generisk", "document")
    assert chosen(GOOD.replace("generisk", "zzz"), configured="none") == ("none", "configuration")
    assert chosen(PLAIN, configured="lokaludvalg") == ("lokaludvalg", "configuration")
    assert chosen(PLAIN) == ("generisk", "match")
    assert chosen("En tekst.\n") == ("generisk", "default")


@pytest.mark.parametrize(("text", "currency"), [
    ("Skema: leader\nTitel: Brygga\nSyfte: Fler ska vilja bo kvar här och hälsa på oss.\n", "SEK"),
    ("Skema: ukendt\nTitel: Have\nFormål: Vi vil gerne dyrke grøntsager sammen, og der er plads til alle.\n", "DKK"),
])  # fmt: skip
def test_what_stands_in_for_an_unknown_form_has_no_currency_of_its_own(text: str, currency: str) -> None:
    text += f"\n## Budget\nTrä: 5 000 kr\nSumma: 5 000 kr\n\n## Finansiering\nEgna: 5 000 {currency}\nSumma: 5 000 kr\n"
    result = check(decode(text.encode(), "a.md"))
    assert [each.rule for each in result.findings] == ["schema-unknown"]
    assert result.schema == "none"


def test_the_form_that_was_probably_meant_is_named() -> None:
    (found,) = check(decode(b"Skema: leader\nTitel: Brygga\n", "a.md")).findings
    assert (found.rule, found.values["suggestion"]) == ("schema-unknown", "se-leader")


def test_a_schema_that_is_asked_for_must_be_there(desk: object) -> None:
    lay("egen.yaml", OWN_SCHEMA)
    assert chosen(PLAIN, configured="egen.yaml") == ("egen", "configuration")
    for asked in ("schema", "configured"):
        with pytest.raises(UnknownSchema):
            chosen(PLAIN, **{asked: "zzz"})
        with pytest.raises(BrokenSchema):
            chosen(PLAIN, **{asked: lay("broken.yaml", "id: Egen\n")})


def levels(text: str, rules: str) -> dict[str, Severity]:
    schema = lay("egen.yaml", f"{OWN_SCHEMA}rules: {rules}\n")
    return {each.rule: each.severity for each in check(decode(text.encode(), "a.md"), Request(schema=schema)).findings}


def test_a_schema_sets_the_level_of_a_rule_or_silences_it(desk: object) -> None:
    text = UNBALANCED.replace("Projektnavn", "Projektnavnn")
    assert levels(text, "{}") == {"near-miss-label": Severity.WARNING, "budget-balances": Severity.ERROR}
    assert levels(text, "{budget-balances: info}")["budget-balances"] is Severity.INFO
    assert levels(text, '{budget-balances: "off"}') == {"near-miss-label": Severity.WARNING}
    assert levels(text, '{near-miss-label: "off"}') == {"budget-balances": Severity.ERROR}


def test_findings_stand_in_the_order_of_their_places() -> None:
    text = "periode: 31. februar 2027\nformål: TBD\nbudget:\n  Telte: 25.00.000\n"
    places = [each.span for each in check(decode(text.encode(), "a.yaml")).findings]
    assert len(places) >= 4
    assert places == sorted(places)


def test_amounts_and_the_language_have_a_say_in_the_match(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bool, str | None]] = []

    def chosen_by(*_: object, traits: Traits, language: str | None, **__: object) -> Choice:
        asked.append((traits.money, language))
        return Choice(load_schema("none"), "match")

    monkeypatch.setattr("projektkort.engine.schemas.choose", chosen_by)
    for text in (PLAIN, "Sprog: sv\nSyfte: Kaffe till alla\n"):
        assert chosen(text) == ("none", "match")
    assert asked == [(True, "da"), (False, "sv")]


OUTLINE = "# Orgelaften\n\n## Formål\nMusik til alle.\n\n## Aktiviteter\n- Koncert\n"
PROSE = (
    "Orgelaften\n\nMålet er, at flere hører orglet. Vi holder fire aftener i samarbejde med skolen, og målgruppen er "
    "alle i sognet.\n\nKirken står tom om vinteren, og det er der mange, der er kede af.\n"
)
MINUTES = (
    "Referat\n\nVi mødtes tirsdag og talte om løst og fast, til kaffen var drukket. Ingen havde noget til punktet\n"
)


def rules(text: str, **asked: str) -> list[str]:
    request = Request(**asked)  # type: ignore[arg-type] # names of fields
    return [each.rule for each in check(decode(text.encode(), "a.md"), request).findings]


def test_a_document_that_is_taken_for_one_without_a_budget_is_told_so() -> None:
    assert chosen(OUTLINE) == ("outline", "match")
    assert rules(OUTLINE)[0] == "kind-assumed"
    assert chosen(PROSE) == ("description", "match")
    assert "kind-assumed" in rules(PROSE)
    for text, asked in (
        (OUTLINE, {"kind": "outline"}),
        (OUTLINE, {"schema": "outline"}),
        (OUTLINE, {"configured": "outline"}),
        (f"Skema: outline\n\n{OUTLINE}", {}),
        (PLAIN, {}),
        ("En tekst.\n", {}),
    ):
        assert "kind-assumed" not in rules(text, **asked)


def test_a_kind_that_is_asked_for_is_the_one_that_is_checked() -> None:
    assert chosen(PLAIN, kind="description") == ("description", "match")
    assert chosen("En tekst.\n", kind="goal-report") == ("goal-report", "default")
    assert chosen(OUTLINE, kind="application") == ("generisk", "match")


@pytest.mark.parametrize(("text", "foreign"), [(OUTLINE, False), (PROSE, False), (MINUTES * 3, True)])
def test_running_text_in_a_folder_must_tell_of_a_project(text: str, foreign: bool) -> None:
    assert is_foreign(load(decode(text.encode(), "a.md"))) is foreign


FUNDS = [(schema.id, name) for schema in load_all() for name in schema.names]


@pytest.mark.parametrize(("fund", "name"), FUNDS)
def test_each_fund_is_found_by_each_of_its_names(fund: str, name: str) -> None:
    text = PLAIN.replace("sammen.", f"sammen. Vi søger hos {name.upper()}.")
    found = [each for each in check(decode(text.encode(), "a.md")).findings if each.rule == "form-suggested"]
    shared = {other for other, same in FUNDS if same == name}
    assert [str(each.values["fund"]).lower() for each in found] == [name.lower()]
    assert {str(each.values["name"]) for each in found} <= shared | {fund}
