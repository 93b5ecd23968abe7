"""What `projekt` says to words that make no command, and the help that teaches by example."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from desk import MINUTES, lay
from projektkort import __version__
from terminal import projekt

COMMANDS = ("validate", "render", "inspect", "summary", "new", "convert", "rule", "schema", "cache")
HELPED = [
    *((name,) for name in COMMANDS),
    *(("schema", name) for name in ("list", "show", "sections", "check", "json-schema")),
    ("cache", "info"),
    ("cache", "clear"),
]
pytestmark = pytest.mark.usefixtures("desk")

WRONG = [
    ("valdate a.md", "there is no command “valdate”. Did you mean “validate”?"),
    ("xyz", "there is no command “xyz”. To see them all: projekt --help"),
    ("a.md", "“a.md” is no command. To check it: projekt validate a.md"),
    ("folder", "“folder” is no command. To check it: projekt validate folder"),
    ("validate b.md", "there is no file or folder “b.md”. Did you mean “a.md”?"),
    ("validate foldr/x.md", "there is no file or folder “foldr/x.md”. Did you mean “folder/x.md”?"),
    ("validate qqqqqq", "there is no file or folder “qqqqqq”."),
    ("validate *.docx", "there is no file or folder “*.docx”."),
    ("render b.md", "there is no file or folder “b.md”. Did you mean “a.md”?"),
    ("inspect b.md", "there is no file or folder “b.md”. Did you mean “a.md”?"),
    ("validate a.md --lang xx", "there is no language “xx”. Known: da, en, nb, sv."),
    ("render a.md --lang xx", "there is no language “xx”. Known: da, en, nb, sv."),
    ("validate a.md --output-format jsn", "there is no output format “jsn”. Did you mean “json”?"),
    ("validate a.md --output-format x=y", "there is no output format “x”. To see them all: projekt validate --help"),
    ("inspect a.md --output-format yaml", "there is no output format “yaml”. Known: json, text."),
    ("validate a.md --schema lokaludvlg", "there is no schema “lokaludvlg”. Did you mean “lokaludvalg”?"),
    ("validate a.md --schema own.yaml", "there is no file or folder “own.yaml”. Did you mean “owns.yaml”?"),
    ("rule budgt-balances", "there is no rule “budgt-balances”. Did you mean “budget-balances”?"),
    ("validate a.md --select blance", "there is no rule or subject “blance”. Did you mean “balance”?"),
    ("validate a.md --ignore zzzz", "there is no rule or subject “zzzz”. To see them all: projekt rule"),
    ("validate a.md --fail-on eror", "there is no severity “eror”. Did you mean “error”?"),
    ("validate a.md --kind outlne", "there is no schema of the kind “outlne”. Did you mean “outline”?"),
    ("validate a.md --as-of 2026-02-30", "--as-of takes a day such as 2026-03-01, not “2026-02-30”."),
    ("render a.md --to htm", "there is no kind of page “htm”. Did you mean “html”?"),
    ("render a.md --template rapport", "there is no template “rapport”. Did you mean “report”?"),
    ("render a.md --template ours.j2", "there is no template “ours.j2”. Known: card, checklist, letter, report."),
    ("rule budget-balance", "there is no rule “budget-balance”. Did you mean “budget-balances”?"),
    ("rule zzzz", "there is no rule “zzzz”. To see them all: projekt rule"),
    ("schema show lokaludvlg", "there is no schema “lokaludvlg”. Did you mean “lokaludvalg”?"),
    ("schema json-schema qqq", "there is no schema “qqq”. To see them all: projekt schema list"),
    ("schema check qqq", "there is no schema “qqq”. To see them all: projekt schema list"),
    ("schema check own.yaml", "there is no file or folder “own.yaml”. Did you mean “owns.yaml”?"),
    ("schema check a.md", "“a.md” is no schema file: its name would end in .yaml."),
]  # fmt: skip


@pytest.mark.parametrize(("command", "said"), WRONG, ids=[command for command, _ in WRONG])
def test_a_wrong_word_is_answered_with_the_right_one(command: str, said: str) -> None:
    lay("a.md")
    lay("folder/x.md")
    lay("owns.yaml", "id: egen\n")
    assert projekt(*command.split()) == (2, "", f"projekt: {said}\n")


@pytest.mark.parametrize(
    ("command", "said", "path"),
    [
        ("validate --lnag da", "there is no option “--lnag”. Did you mean “--lang”?", "projekt validate"),
        ("validate --zzz", "there is no option “--zzz”.", "projekt validate"),
        ("render -x", "there is no option “-x”.", "projekt render"),
        ("validate --lang", "option “--lang” requires an argument.", "projekt"),
        ("schema lsit", "no such command “lsit”. Did you mean “list”?", "projekt schema"),
        ("schema show", "missing argument “ID|FILE”.", "projekt schema show"),
    ],
)
def test_a_wrong_option_or_argument_is_named(command: str, said: str, path: str) -> None:
    assert projekt(*command.split()) == (2, "", f"projekt: {said}\nTo see what it takes: {path} --help\n")


def test_a_path_with_blanks_is_quoted_in_the_right_command() -> None:
    lay("min mappe/a.md", MINUTES)
    assert projekt("min mappe").err == "projekt: “min mappe” is no command. To check it: projekt validate 'min mappe'\n"


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("schema",)])
def test_without_words_there_is_help(words: tuple[str, ...]) -> None:
    ran = projekt(*words)
    helped = bool(words) and words[0] != "schema"
    assert ran.code == (0 if helped else 2)
    assert (ran.out if helped else ran.err).startswith("Usage: projekt")
    assert "projekt schema list" in ran.err if words == ("schema",) else "projekt validate" in ran.out + ran.err


@pytest.mark.parametrize("words", HELPED, ids=" ".join)
def test_help_shows_the_command_as_it_is_typed(words: tuple[str, ...]) -> None:
    ran = projekt(*words, "--help")
    command = " ".join(["projekt", *words])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: {command} ")
    assert "<str>" not in ran.out and "list[" not in ran.out
    if len(words) == 1:
        assert ran.out.count(f"\n  {command}") >= 2
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_help_of_validate_names_the_exit_codes() -> None:
    told = " ".join(projekt("validate", "--help").out.split())
    assert "Exit codes: 0 in order, 1 findings, 2 wrong command, 3 nothing to check, 4 a bug in projektkort." in told


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("--version", "validate")])
def test_the_version(words: tuple[str, ...]) -> None:
    assert projekt(*words) == (0, f"projektkort {__version__}\n", "")


def test_every_command_of_the_help_is_one() -> None:
    listed = projekt("--help").out.partition("Commands:")[2].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == list(COMMANDS)
    assert Path.cwd().name not in listed


@pytest.mark.parametrize("words", [["validate", "a.md"], ["inspect", "a.md"]])
def test_the_collector_looks_after_the_documents(words: list[str], desk: Path) -> None:
    lay("a.md")
    assert projekt(*words).code == 0
    assert gc.isenabled()
