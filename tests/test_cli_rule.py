"""`projekt rule`: every rule is listed, and explains itself in every language without a gap."""

from __future__ import annotations

import pytest

from projektkort.engine import catalogue
from projektkort.locale import LANGUAGES
from terminal import projekt

NAMES = catalogue().names()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_rules_are_listed_by_subject(lang: str) -> None:
    ran = projekt("rule", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split(maxsplit=2) for line in ran.out.splitlines() if line.startswith("  ")]
    assert [name for name, _, _ in rows] == list(NAMES)
    assert len({severity for _, severity, _ in rows}) == 3
    assert all(title for _, _, title in rows)


def test_a_rule_explains_itself() -> None:
    assert projekt("rule", "budget-balances", "--lang", "da") == (
        0,
        """\
budget-balances (fejl, balance)
Budget og finansiering giver ikke det samme

En pulje sender en ansøgning retur, når de to sider ikke er ens.

Sådan er det i orden:
    budget:    [{label: Hall, amount: 100}]
    financing: [{funder: Own funds, amount: 100}]

Sådan er det ikke:
    budget:    [{label: Hall, amount: 100}]
    financing: [{funder: Own funds, amount: 90}]

Linje 2: Budget og finansiering giver ikke det samme: udgifterne er 100 kr. (linje 1), \
finansieringen 90 kr. (linje 2). Der mangler 10 kr.

Gør sådan: Skriv, hvor de 10 kr. kommer fra (fx egne penge eller billetsalg), eller sæt en udgift ned. \
De to beløb skal være ens.
""",
        "",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_rule_speaks_every_language(name: str, lang: str) -> None:
    ran = projekt("rule", name, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    entry = catalogue().entry(name)
    told = ran.out
    for example in (entry.good, entry.bad):
        for line in example.splitlines():
            told = told.replace(line.split("  # ", 1)[0].rstrip(), "")
    assert not set("{}") & set(told)
    assert "  " not in told.replace("\n    ", "").strip()
    assert all(block.strip() for block in ran.out.split("\n\n"))
    assert entry.title[lang] in ran.out
    assert entry.why[lang] in ran.out
    if lang != "en":
        assert entry.why["en"] not in ran.out
    if entry.bad:
        assert ran.out.count("\n\n") >= 4
