"""Knows which classes of defects GrantKit can see, put into a proposal in its own form, and asks it about them.

The proposal is the one that it lays out itself, with a sentence in each of its sections. It names no line or column.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from grantkit import UNWRITTEN, VENV, install
from peers import quietly
from scores import Score, Scores
from timing import environment

FUNDER = "nuffield-rda"
SENTENCE = "Four villages share one hall, and nobody knows who holds the key; we ask who does."
TOO_MANY = 3000  # words; no section of that funder may have as many

Change = Callable[[Path], None]


def asked(folder: Path) -> dict[str, Scores]:
    """Its scores by class; raises Failed where it cannot be installed or refuses the good proposal."""
    install()
    good = folder / "good"
    quietly([_program(), "init", str(good), "--funder", FUNDER])
    for response in sorted(good.glob("responses/*.md")):
        response.write_text(response.read_text("utf-8").replace(UNWRITTEN, SENTENCE), "utf-8")
    quietly([_program(), "check", str(good), "--strict"])
    scores: dict[str, Score] = {}
    for rule, change in _changes(good):
        bad = folder / "bad"
        shutil.copytree(good, bad)
        change(bad)
        said = _said(bad)
        shutil.rmtree(bad)
        one = Score(1, int(said > 0), 0, max(said - 1, 0))
        scores[rule] = scores.get(rule, Score()).plus(one)
    return {"GrantKit (own form)": scores}


def _program() -> str:
    return str(VENV / "bin/grantkit")


def _said(folder: Path) -> int:
    """How many things it says; one where it ends in a traceback, which tells that something is wrong."""
    ran = subprocess.run(
        [_program(), "check", ".", "--json"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        return len(json.loads(ran.stdout)["items"])
    except ValueError:
        return int(ran.returncode != 0)


def _changes(good: Path) -> Iterator[tuple[str, Change]]:
    for response in sorted(good.glob("responses/*.md")):
        name = f"responses/{response.name}"
        yield "required-section", partial(_remove, name)
        for rule, new in (
            ("empty-section", ""),
            ("placeholder-left", f"{SENTENCE} TBD."),
            ("too-long", "key " * TOO_MANY),
        ):
            yield rule, partial(_write, name, SENTENCE, new)
    yield "yaml-syntax", partial(_write, "grant.yaml", "title: ''", "title: [")


def _remove(name: str, folder: Path) -> None:
    (folder / name).unlink()


def _write(name: str, old: str, new: str, folder: Path) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text, name
    (folder / name).write_text(text.replace(old, new), "utf-8")
