"""One engine behind everything: which schema a document is checked by, and what becomes of a problem."""

from __future__ import annotations

import pytest

from desk import GOOD, OWN_SCHEMA, UNBALANCED, lay
from projektkort.engine import Request, check, load, load_schema
from projektkort.finding import Severity
from projektkort.schema.choose import Choice
from projektkort.schema.loading import BrokenSchema, UnknownSchema
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

    def chosen_by(*_: object, has_amounts: bool, language: str | None, **__: object) -> Choice:
        asked.append((has_amounts, language))
        return Choice(load_schema("none"), "match")

    monkeypatch.setattr("projektkort.engine.schemas.choose", chosen_by)
    for text in (PLAIN, "Sprog: sv\nSyfte: Kaffe till alla\n"):
        assert chosen(text) == ("none", "match")
    assert asked == [(True, "da"), (False, "sv")]
