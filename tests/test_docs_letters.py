"""What docs/letters.md shows is what happens: the letter word by word, the template, the states and the marks."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

from conftest import ROOT
from desk import UNBALANCED, lay
from projektkort.pages.checklist import SYMBOLS
from projektkort.pages.letter import LetterState
from terminal import projekt

PAGE = (ROOT / "docs/letters.md").read_text("utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return str(found)


def test_the_letter_is_real(at_root: Path) -> None:
    command, _, shown = block("console").partition("\n")
    assert projekt(*shlex.split(command.removeprefix("$ projekt "))).out == shown


def test_the_commands_work(desk: Path) -> None:
    lay("application.md", UNBALANCED)
    lay("applications/a.md", UNBALANCED)
    commands = [line.partition("#")[0] for line in block("sh").splitlines()]
    assert [projekt(*shlex.split(each.removeprefix("projekt "))).code for each in commands] == [0, 0, 0, 0]
    assert Path("letters/a.md").is_file()


def test_the_template_works(desk: Path) -> None:
    lay("brev.md.j2", block("jinja"))
    out = projekt("render", lay("a.md", UNBALANCED), "--template", "brev.md.j2").out
    assert out.endswith("Puljesekretariatet\n\n(Linjetallene gælder filen »a.md«, som I har sendt os.)\n")
    assert "senest den 1. marts 2027." in out and "________." not in out


def test_every_state_and_mark_is_explained() -> None:
    assert all(f"`{state}`" in PAGE for state in get_args(LetterState))
    assert re.findall(r"^\| (\S) \|", PAGE, re.MULTILINE) == list(SYMBOLS.values())
