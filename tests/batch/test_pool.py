"""What is applied for in all against the pool: told at the place of the amount, with what the sum leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from desk import lay
from projektkort.batch.head import head_of
from projektkort.batch.pool import Applied
from projektkort.config import Configuration, Configurations, Known, Pool
from projektkort.engine import Request, catalogue
from projektkort.finding import Result, Severity
from projektkort.money import Money
from projektkort.rules.across import RULES
from projektkort.span import Span

pytestmark = pytest.mark.usefixtures("desk")


def dkk(amount: int) -> Money:
    return Money(Decimal(amount), "DKK")


def heads(*amounts: Money | None, kind: str = "application", language: str = "da") -> list[str]:
    return [head_of(Result("a.md", kind=kind, language=language, applied=amount)) for amount in amounts]


def compared(configuration: Configuration, lines: Iterable[str], request: Request | None = None) -> list[Result]:
    applied = Applied(configuration, request or Request())
    for line in lines:
        applied.add(line)
    return list(applied.results())


def message(results: list[Result], language: str = "da") -> str:
    [result] = results
    [finding] = result.findings
    return catalogue().message(finding, language)


def configured(text: str, name: str = "projekt.toml") -> Configuration:
    return Configurations(lambda: Known(RULES, ("across",)), lay(name, text)).nearest(".")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("projekt.toml", '[pool]\namount = "900.000 kr."\n', Span(2, 1, 2, 7)),
        ("projekt.toml", "jobs = 2\npool = {currency = 'DKK', amount = 900000}\n", Span(2, 27, 2, 33)),
        ("pyproject.toml", "[tool.other]\n[tool.projekt]\npool.amount = 900_000\n", Span(3, 6, 3, 12)),
        ("round.toml", "pool.amount = 900000\n", Span(1, 6, 1, 12)),
    ],
)
def test_more_than_there_is_is_told_at_the_amount(name: str, text: str, place: Span) -> None:
    [result] = compared(configured(text, name), heads(dkk(600_000), dkk(634_000)))
    [finding] = result.findings
    assert (result.path, result.across, result.language) == (name, True, "da")
    assert (finding.rule, finding.severity, finding.span) == ("pool-exceeded", Severity.INFO, place)
    assert message([result]) == (
        "I alt er der søgt om 1.234.000 kr., og puljen er på 900.000 kr. Det er 334.000 kr. mere, end der er."
    )


def test_what_could_not_be_counted_is_said() -> None:
    lines = heads(dkk(950_000), dkk(1), None, Money(Decimal(5), "SEK")) + heads(None, kind="outline")
    assert message(compared(Configuration(pool=Pool("900000")), lines)) == (
        "I alt er der søgt om 950.001 kr., og puljen er på 900.000 kr. Det er 50.001 kr. mere, end der er. "
        "Én ansøgning har intet beløb, der kan læses. Én ansøgning er i en anden valuta og er ikke talt med."
    )
    lines += heads(None, Money(Decimal(5), "EUR"))
    assert message(compared(Configuration(pool=Pool("900000")), lines), "sv").endswith(
        "2 ansökningar har inget belopp som går att läsa. 2 ansökningar är i andra valutor och är inte medräknade."
    )


@pytest.mark.parametrize("amounts", [(), (dkk(900_000),), (dkk(1), None), (Money(Decimal(1_000_000), "SEK"), dkk(5))])
def test_as_much_as_there_is_is_no_finding(amounts: tuple[Money | None, ...]) -> None:
    assert compared(Configuration(pool=Pool("900000", "DKK")), heads(*amounts)) == []


@pytest.mark.parametrize("told", ["ca. 900.000 kr.", "mange penge", "900-1000"])
def test_a_pool_that_cannot_be_read_is_told(told: str) -> None:
    assert message(compared(Configuration(pool=Pool(told)), heads(dkk(1)))) == (
        f"Puljen »{told}« er ikke et præcist beløb, så den er ikke sammenlignet med det, der er søgt."
    )


def test_the_amount_is_read_in_the_language_of_the_configuration_or_of_all_files() -> None:
    mixed = heads(dkk(950_000)) + heads(dkk(1), language="en")
    assert "»900.000«" in message(compared(Configuration(pool=Pool("900.000")), mixed))
    for lang, told in (("da", "900.000"), ("en", "900,000")):
        [finding] = compared(Configuration(pool=Pool(told), lang=lang), mixed)[0].findings
        assert finding.values["pool"] == dkk(900_000)
    assert compared(Configuration(pool=Pool("950.000,50")), mixed[:1]) == []


def test_files_of_several_languages_share_none() -> None:
    [result] = compared(Configuration(pool=Pool("1")), heads(dkk(950)) + heads(dkk(1), language="en"))
    assert result.language is None


@pytest.mark.parametrize(
    ("pool", "request_", "asked"),
    [
        (Pool("1"), Request(), True),
        (Pool(), Request(), False),
        (Pool("1"), Request(ignore=frozenset({"across"})), False),
        (Pool("1"), Request(select=frozenset({"balance"})), False),
        (Pool("1"), Request(levels=(("pool-exceeded", "off"),)), False),
    ],
)
def test_who_does_not_ask_is_not_told(pool: Pool, request_: Request, asked: bool) -> None:
    assert Applied(Configuration(pool=pool), request_).is_asked is asked


def test_the_configuration_says_how_grave_it_is() -> None:
    request = Request(levels=(("pool-exceeded", "error"),))
    [result] = compared(Configuration(pool=Pool("1")), heads(dkk(2)), request)
    assert result.findings[0].severity is Severity.ERROR


def test_a_configuration_that_was_changed_meanwhile_has_no_place() -> None:
    configuration = configured("pool.amount = 1\n")
    Path("projekt.toml").unlink()
    [result] = compared(configuration, heads(dkk(2)))
    assert (result.path, result.findings[0].span) == ("projekt.toml", Span(1, 1, 1, 1))
