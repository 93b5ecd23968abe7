"""`projekt rule`: every rule is listed, and explains itself in every language without a gap."""

from __future__ import annotations

import re

import pytest

from projektkort.engine import catalogue, load_schema
from projektkort.locale import LANGUAGES
from terminal import projekt

NAMES = catalogue().names()
WIDTH = 80


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_rules_are_listed_by_subject_each_on_a_line_that_a_terminal_holds(lang: str) -> None:
    ran = projekt("rule", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split(maxsplit=1) for line in ran.out.splitlines() if line.startswith("  ")]
    assert [name for name, _ in rows] == list(NAMES)
    assert [title for name, title in rows] == [catalogue().title(name, lang) for name in NAMES]
    assert max(map(len, ran.out.splitlines())) <= WIDTH
    heads = [line for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert [re.findall(r"\(([a-z]+)\)$", head) for head in heads] == [[name] for name in catalogue().subjects()]


def test_a_subject_lists_its_own_rules() -> None:
    assert (
        projekt("rule", "days", "--lang", "sv").out
        == """\
Tidsfrister och projektets tid (days)
  started-too-early        Projektet börjar tidigare än det får
  applied-too-late         Ansökan är daterad efter sista ansökningsdagen
  project-too-long         Projektet pågår längre än finansiären tillåter
  outside-frame            Projektet ligger utanför finansiärens period
  several-years            Projektet ligger i mer än ett år
  activity-outside-period  En aktivitet ligger utanför projektperioden
"""
    )


def test_several_are_told_one_after_the_other_each_once() -> None:
    both = projekt("rule", "budget-total", "days", "budget-total", "--lang", "sv").out
    one, other = (projekt("rule", name, "--lang", "sv").out for name in ("budget-total", "days"))
    assert both == f"{one.rstrip()}\n\n\n{other}"


def test_of_several_none_is_told_where_nobody_knows_one() -> None:
    ran = projekt("rule", "budget-total", "budget-totla")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no rule “budget-totla”. Did you mean “budget-total”?" in ran.err


def test_a_rule_explains_itself() -> None:
    assert projekt("rule", "grant-share-too-high", "--lang", "da") == (
        0,
        """\
grant-share-too-high
Der søges om en større andel, end puljen giver

En pulje, der betaler halvdelen, skal kunne se, hvem der betaler den anden
halvdel.

Puljen i eksemplerne kræver:
    limits: {applied_share_max: 50 %}

Sådan er det i orden:
    budget:    [{label: Hall, amount: 1000}]
    financing: [{funder: The fund (applied for), amount: 500}, {funder: Own funds, amount: 500}]

Sådan er det ikke:
    budget:    [{label: Hall, amount: 1000}]
    financing: [{funder: The fund (applied for), amount: 600}, {funder: Own funds, amount: 400}]

Linje 2: Der søges om 600 kr., som er 60 % af udgifterne på 1.000 kr. (linje 1).
Puljen giver højst 50 % af de tilskudsberettigede udgifter, altså 500 kr. Det er
100 kr. for meget.

Gør sådan: Søg om højst 500 kr., og skriv, hvor de 100 kr. kommer fra i stedet.

Hvor alvorligt: fejl. Puljens skema, projektets status (et udkast slipper tit
nemmere) eller projekt.toml kan bestemme noget andet. Det kræver lidt arbejde:
tal, der skal findes, eller et afsnit, der skal skrives.

Kan rettes automatisk: nej, det kræver en, der kender projektet.

Hvornår: kun hvor puljen beder om det; det står i dens skema under
`limits.applied_share_max`.

Kan det godtages alligevel? Så skriv hvorfor, sidst på linjen eller på linjen
over den. Bemærkningen kan stadig ses, men tæller ikke mere:

    # projekt: undtag grant-share-too-high: begrundelsen
""",
        "",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_speaks_every_language(lang: str) -> None:
    for name in NAMES:
        ran = projekt("rule", name, "--lang", lang)
        assert (ran.code, ran.err) == (0, ""), name
        blocks = ran.out.split("\n\n")
        assert all(block.strip() for block in blocks), name
        entry = catalogue().entry(name)
        told = " ".join(" ".join(line for line in ran.out.splitlines() if not line.startswith("    ")).split())
        assert blocks[0] == f"{name}\n{entry.title[lang]}"
        assert entry.why[lang] in told
        assert lang == "en" or entry.why["en"] not in told
        assert not re.search(r"[{}]|\.\.(?!\.)", told.replace("[ eller {", "").replace("] eller }", "")) or name in {
            "yaml-syntax"
        }, name


@pytest.mark.parametrize(("name", "words"), [
    ("near-miss-label", "Done for you: yes, `projekt validate FILE --fix` does this: “Write “"),
    ("budget-total", "Done for you: if you ask for it (“Write DKK 100 as the total”)."),
    ("encoding-legacy", "Done for you: sometimes;"),
    ("personal-number", "Accepted all the same? No, this must be mended."),
    ("schema-unknown-key", "Accepted all the same? No, this must be mended."),
    ("text-twice", "Whoever checks them can turn the rule off under `severity`"),
    ("parts-differ", "    <!-- projekt: ignore parts-differ: the reason -->"),
    ("attachment-missing", "It takes others to mend it:"),
])  # fmt: skip
def test_what_a_rule_says_of_mending_and_of_waivers(name: str, words: str) -> None:
    said = projekt("rule", name, "--lang", "en").out
    assert words in (said if words.startswith(" ") else " ".join(said.split()))


def test_capitals_do_not_matter() -> None:
    assert projekt("rule", "Budget-Balances", "--lang", "en") == projekt("rule", "budget-balances", "--lang", "en")
    assert projekt("rule", "DAYS", "--lang", "en") == projekt("rule", "days", "--lang", "en")
    assert "Did you mean “budget-balances”?" in projekt("rule", "Budget_Balance").err


def test_a_schema_is_quoted_and_its_severity_told() -> None:
    said = " ".join(projekt("rule", "attachment-missing", "--schema", "dk-lag", "--lang", "da").out.split())
    assert "Hvor alvorligt: advarsel, som »dk-lag« har bestemt." in said
    clauses = load_schema("dk-lag").clauses
    for paper in ("plan", "quotes"):
        assert f"Det siger »dk-lag«: »{clauses[paper]}«" in said


def test_a_schema_that_does_not_ask_leaves_the_rule_silent() -> None:
    said = " ".join(projekt("rule", "costs-too-low", "--schema", "lokaludvalg", "--lang", "nb").out.split())
    assert "«lokaludvalg» gjør det ikke, så der finner regelen ingenting." in said
    assert "Det sier «lokaludvalg»" not in said


@pytest.mark.parametrize(("variable", "value", "word"), [
    ("LANG", "da_DK.UTF-8", "Afsnit"),
    ("LANG", "nn_NO.UTF-8", "Avsnitt"),
    ("LC_ALL", "sv_FI", "Avsnitt"),
    ("LANG", "C.UTF-8", "Sections"),
    ("LANG", "de_DE.UTF-8", "Sections"),
])  # fmt: skip
def test_without_a_wish_it_speaks_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, word: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert projekt("rule", "sections").out.startswith(f"{word} (sections)\n")


@pytest.mark.parametrize(("given", "words"), [
    (("budget-balanse",), "there is no rule “budget-balanse”. Did you mean “budget-balances”?"),
    (("date",), "there is no rule “date”. Did you mean “dates”?"),
    (("budget-balances", "--schema", "dk-lagg"), "there is no schema “dk-lagg”. Did you mean “dk-lag”?"),
    (("budget-balances", "--lang", "xx"), "there is no language “xx”."),
])  # fmt: skip
def test_a_name_that_nobody_knows(given: tuple[str, ...], words: str) -> None:
    ran = projekt("rule", *given)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
