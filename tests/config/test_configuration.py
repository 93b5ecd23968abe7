"""What a configuration file says becomes values; whatever is wrong with it is told at once, each with its place."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest
from settings import known, put, said, wrong

from conftest import ROOT
from projektkort.config import EMPTY, BrokenConfiguration, Configuration, Configurations, Pool, Settings

WHOLE = """\
schema = "our-fund"
schemas = ["forms/our-fund.yaml"]
include = ["*.md", "*.yaml"]
exclude = ["drafts/"]
select = ["balance", "personal-number"]
ignore = ["prose"]
severity = { budget-balances = "warning" }
fail-on = "warning"
lang = "sv"
publish = true
excerpts = false
required-version = ">=0.1, <100, !=0.1.99"
cache = ".cache/projekt"
jobs = 4

[pool]
amount = "900.000 kr."
currency = "DKK"
decisions = "pool.csv"

[[folder]]
path = "reports/"
schema = "status-report"
publish = false
ignore = ["dates"]

[folder.severity]
budget-balances = "off"
empty-section = "info"
"""


@pytest.fixture
def whole(desk: Path) -> Configuration:
    own = put(desk / "forms", (ROOT / "schemas/lokaludvalg.yaml").read_text("utf-8"), "our-fund.yaml")
    own.write_text(own.read_text("utf-8").replace("id: lokaludvalg", "id: our-fund", 1), "utf-8")
    return said(desk, WHOLE)


def test_every_key_is_read(whole: Configuration, desk: Path) -> None:
    assert (whole.path, whole.root) == ("projekt.toml", desk.resolve().as_posix())
    assert whole.settings == Settings(
        schema="forms/our-fund.yaml",
        schemas=("forms/our-fund.yaml",),
        levels=(("budget-balances", "warning"),),
        select=frozenset({"balance", "personal-number"}),
        ignore=frozenset({"prose"}),
        publish=True,
    )
    assert (whole.globs.include, whole.globs.exclude) == (("*.md", "*.yaml"), ("drafts/",))
    assert (whole.fail_on, whole.lang, whole.excerpts) == ("warning", "sv", False)
    assert (whole.cache, whole.jobs) == (".cache/projekt", "4")
    assert whole.pool == Pool("900.000 kr.", "DKK", "pool.csv")


def test_what_is_said_about_a_folder_stands_above_the_rest(whole: Configuration) -> None:
    assert whole.for_file(f"{whole.root}/a.md") == whole.settings
    assert whole.for_file(f"{whole.root}/reports/2026/a.md") == Settings(
        schema="status-report",
        schemas=("forms/our-fund.yaml",),
        levels=(("budget-balances", "off"), ("empty-section", "info")),
        select=whole.settings.select,
        ignore=frozenset({"prose", "dates"}),
        publish=False,
    )


def test_of_two_folders_that_hold_a_file_the_later_one_counts(desk: Path) -> None:
    put(desk, '[[folder]]\npath = "a/"\npublish = true\nschema = "none"\n[[folder]]\npath = "*.md"\npublish = false\n')
    found = Configurations(known)
    assert [found.for_file(path).publish for path in ("a/x.yaml", "a/x.md", "x.md", "x.yaml")] == [True, *[False] * 3]
    assert [found.for_file(path).schema for path in ("a/x.yaml", "a/x.md", "x.md")] == ["none", "none", None]


def test_it_travels_and_can_be_a_key(whole: Configuration, desk: Path) -> None:
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert len({whole, pickle.loads(pickle.dumps(whole)), EMPTY}) == 2
    sent = pickle.loads(pickle.dumps(Configurations(known)))
    assert sent.for_file("reports/x.md") == whole.for_file(f"{whole.root}/reports/x.md")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("cache = true", "cache", True),
        ("cache = false", "cache", False),
        ('jobs = "auto"', "jobs", "auto"),
        ("pool.amount = 900000", "pool", Pool("900000")),
        ("pool.amount = 900000.50", "pool", Pool("900000.50")),
        ("pool.amount = 9e5", "pool", Pool("900000")),
        ('schema = "Generisk"', "settings", Settings(schema="Generisk")),
    ],
)
def test_values_that_may_be_written_in_several_ways(desk: Path, line: str, field: str, value: object) -> None:
    assert getattr(said(desk, line), field) == value


def test_paths_are_told_as_from_the_file_and_seen_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "round/forms", "", "our.yaml")
    shutil.copy(ROOT / "schemas/none.yaml", tmp_path / "round/forms/our.yaml")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    made = said(tmp_path / "round", 'schema = "forms/our.yaml"\ncache = "kept"\n[pool]\ndecisions = "p.csv"')
    assert (made.path, made.settings.schema) == ("../round/projekt.toml", "../round/forms/our.yaml")
    assert (made.cache, made.pool.decisions) == ("../round/kept", "../round/p.csv")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('exlude = ["a"]', ["1:1: there is no key “exlude”. Did you mean “exclude”?"]),
        ("[pool]\nsize = 1", ["2:1: there is no key “size”. Known: amount, currency, decisions."]),
        ('  schema = "lokaludvalgg"', ["1:12: there is no schema “lokaludvalgg”. Did you mean “lokaludvalg”?"]),
        ('schema = "zzz"', ["1:10: there is no schema “zzz”. To see them all: projekt schema list"]),
        ('schema = "gone.yaml"', ["1:10: there is no file “gone.yaml”."]),
        ('schemas = ["gone.yaml"]', ["1:12: there is no file “gone.yaml”."]),
        ("schema = 1", ["1:10: “schema” takes a text."]),
        ('include = "*.md"', ["1:11: “include” takes a list of texts."]),
        (
            'exclude = [\n  "a",\n  2, "!"]',
            ["3:3: “exclude” takes a list of texts.", "3:6: “!” is no pattern as in .gitignore."],
        ),
        (
            'exclude = ["[z-a]", ""]',
            ["1:12: “[z-a]” is no pattern as in .gitignore.", "1:21: “” is no pattern as in .gitignore."],
        ),
        ('select = ["balanc"]', ["1:11: there is no rule or subject “balanc”. Did you mean “balance”?"]),
        ('ignore = ["zzz"]', ["1:11: there is no rule or subject “zzz”. To see them all: projekt rule"]),
        (
            'severity = { budget-balance = "off", budget-balances = "bad" }',
            [
                "1:14: there is no rule “budget-balance”. Did you mean “budget-balances”?",
                "1:56: the severity of a rule is error, warning, info or off.",
            ],
        ),
        ("severity.budget-balances = false", ["1:28: the severity of a rule is error, warning, info or off."]),
        (
            'severity = { personal-number = "off", waiver-expired = "info" }',
            ["1:32: “personal-number” cannot be switched off: it is error, warning or info."],
        ),
        ("severity = 3", ["1:12: “severity” takes a table of rules."]),
        ('fail-on = "off"', ["1:11: “fail-on” is error, warning or info, not “off”."]),
        ('lang = "de"', ["1:8: “lang” is da, sv, nb or en, not “de”."]),
        ('publish = "yes"', ["1:11: “publish” takes true or false."]),
        ("cache = 1", ["1:9: “cache” takes true, false or a folder."]),
        ("jobs = 0", ["1:8: “jobs” takes a number from 1, or “auto”."]),
        ("jobs = true", ["1:8: “jobs” takes a number from 1, or “auto”."]),
        ('jobs = "two"', ["1:8: “jobs” takes a number from 1, or “auto”."]),
        ('required-version = "~2"', ["1:20: “required-version” takes versions such as “>=0.2” or “>=0.2, <1”."]),
        ("pool = 5", ["1:8: “pool” takes a table."]),
        ("[folder]\npath = 'a'", ["1:1: write [[folder]], with two brackets: there may be several."]),
        ("folder = [1]", ["1:11: “folder” takes a table."]),
        ("[[folder]]\npublish = true", ["1:1: a [[folder]] needs a “path”."]),
        ("[[folder]]\npath='a'\n[[folder]]\npath = ''", ["4:8: “” is no pattern as in .gitignore."]),
        (
            "[[folder]]\npath='a'\nselect = []",
            ["3:1: there is no key “select”. Known: ignore, path, publish, schema, severity."],
        ),
        ("a = ", ["1:5: here or just before, this is no TOML (invalid value)."]),
        ('a = """', ["1:8: here or just before, this is no TOML (unterminated string)."]),
    ],
)
def test_a_fault_is_told_with_its_place(desk: Path, text: str, faults: list[str]) -> None:
    assert wrong(desk, text) == faults


def test_all_faults_are_told_at_once_in_their_order(desk: Path) -> None:
    put(desk, "lang = 1\njobs = []\nnope = 1\n[pool]\namount = true\n")
    with pytest.raises(BrokenConfiguration) as broken:
        Configurations(known).nearest(desk)
    assert str(broken.value).splitlines() == [
        "the configuration “projekt.toml” cannot be used:",
        "  projekt.toml:1:8: “lang” takes a text.",
        "  projekt.toml:2:8: “jobs” takes a number from 1, or “auto”.",
        "  projekt.toml:3:1: there is no key “nope”. Did you mean “ignore”?",
        "  projekt.toml:5:10: “amount” takes a text or a number.",
    ]


def test_for_another_version_nothing_else_is_wrong(desk: Path) -> None:
    [fault] = wrong(desk, 'new-key = 1\nrequired-version = ">=99"')
    assert fault.startswith("2:20: this is projektkort ")
    assert fault.endswith("; “>=99” is required here.")


def test_a_schema_of_the_funds_own_that_is_broken_is_told(desk: Path) -> None:
    put(desk, "id: our\nsections: 5\n", "our.yaml")
    found = wrong(desk, 'schemas = ["our.yaml"]')
    assert found == ["1:12: the schema “our.yaml” cannot be used. See why: projekt schema check our.yaml"]


def test_rules_are_asked_for_only_where_some_are_named(desk: Path) -> None:
    put(desk, 'schema = "none"\nselect = []\nseverity = {}\n')

    def nobody() -> object:
        raise AssertionError("nothing was named")

    assert Configurations(nobody).nearest(desk).settings.schema == "none"  # type: ignore[arg-type] # it is never called
