"""What docs/waivers.md says holds: its documents are read as they stand, its table is that of the rules."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from desk import UNBALANCED, lay
from projektkort.engine import Request, catalogue, check
from projektkort.finding import Severity
from projektkort.rules.texts import read_subject
from projektkort.schema.vocabulary import exactly, vocabulary
from projektkort.source import decode
from terminal import projekt

PAGE = (ROOT / "docs/waivers.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ENGLISH, DANISH, SWEDISH, SCHEMA = [text for kind, text in BLOCKS if kind in {"markdown", "yaml"}]
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
TOLD = next(text for kind, text in BLOCKS if kind == "text")


@pytest.mark.parametrize(
    ("text", "path", "rules"),
    [
        (ENGLISH, "a.md", ["budget-total", "budget-balances"]),
        (DANISH, "a.yaml", ["budget-total", "budget-balances"]),
        (SWEDISH, "a.md", ["required-section", "budget-balances"]),
    ],
)
def test_a_document_has_findings_and_none_of_them_counts(text: str, path: str, rules: list[str]) -> None:
    found = check(decode(text.encode(), path)).findings
    assert sorted(finding.rule for finding in found) == sorted(rules)
    assert all(finding.waived for finding in found)


def test_the_output_is_what_is_written(desk: Path) -> None:
    lay("a.yaml", DANISH)
    ran = projekt("validate", "a.yaml", "--as-of", "2026-11-22")
    assert ran.out.startswith(TOLD)
    assert ran.code == 0


def test_the_table_has_all_rules_and_their_severities() -> None:
    told = re.findall(r"^\| `(waiver-[a-z-]+)` \|.*\| (error|warning) \|", PAGE, re.MULTILINE)
    assert sorted(told) == sorted((rule, str(catalogue().severity(rule))) for rule in read_subject("waivers").entries)


def test_the_words_are_those_of_the_vocabulary() -> None:
    rows = re.findall(r"^\| (in a comment|the key|the keys in it) \| (.*) \|$", PAGE, re.MULTILINE)
    for head, cells in rows:
        for cell in cells.split(" | "):
            words = re.findall(r"`([^`]+)`", cell)
            group = "waiving" if head == "in a comment" else "keys"
            known = {word.label for word in vocabulary().words(group)} if group == "waiving" else None
            for word in words:
                assert word in known if known is not None else exactly(word, group), word
    assert [head for head, _ in rows] == ["in a comment", "the key", "the keys in it"]


def test_the_schema_is_milder_with_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "havepuljen.yaml"
    file.write_text(SCHEMA, "utf-8")
    text = UNBALANCED.replace("Skema: generisk", "Projektstatus: udkast")
    [finding] = check(decode(text.encode(), "a.md"), Request(schema=str(file))).findings
    assert (finding.rule, finding.severity) == ("budget-balances", Severity.WARNING)


@pytest.mark.skipif(shutil.which("git") is None, reason="not run: git is not installed")
@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_run(command: str, desk: Path) -> None:
    lay("applications/a.md", UNBALANCED)
    own = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "begin"]):
        subprocess.run([*own, *words], check=True)
    assert projekt(*shlex.split(command)[1:]).code == 0
