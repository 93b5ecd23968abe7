"""What docs/outputs.md says holds: it names every format, and its commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from readers import READERS

from conftest import ROOT
from desk import UNBALANCED, lay
from projektkort.output import FORMATS
from terminal import projekt

PAGE = (ROOT / "docs/outputs.md").read_text("utf-8")
COMMANDS = re.findall(r"(?<=\bprojekt )validate [^|\n]*", "\n".join(re.findall(r"^```.*?^```", PAGE, re.S | re.M)))


def test_every_format_is_named_and_shown() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE) and set(FORMATS) == set(
        re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)
    )
    shown = {name for command in COMMANDS for name in re.findall(r"--output-format ([a-z-]+)", command)}
    assert set(FORMATS) - shown == {"github-summary"}  # which is written unasked
    assert all(name in projekt("validate", "--help").out for name in FORMATS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, desk: Path) -> None:
    lay("applications/a.md", UNBALANCED)
    lay("applications/b.md")
    words = shlex.split(command)
    ran = projekt(*words)
    assert (ran.code, ran.err) == (1, "")
    for word in words:
        name, sign, target = word.partition("=")
        if sign:
            assert READERS[name](Path(target).read_bytes().decode("utf-8")) == ["budget-balances"]
