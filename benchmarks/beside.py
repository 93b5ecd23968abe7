"""Knows which classes of defects the peers can see, and asks them about the same documents with the same defects.

Each is told of every good document just what it may demand: check-jsonschema a JSON Schema with all its keys and the
notation of its amounts, rumdl, a linter of Markdown, all its headings in order. A peer is asked only about documents
that it lets pass while they are good. GrantKit reads forms of its own; what it is asked, `granting` knows.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from peers import VENV
from plots import Plot
from scores import Score, Scores, Trial
from timing import environment

STRUCTURE = frozenset(
    {"required-section", "budget-missing", "financing-missing", "key-twice", "yaml-syntax", "many-documents"}
    | {"amount-unreadable", "amount-ambiguous", "encoding-legacy", "near-miss-label"}
)
"""What a JSON Schema, or the reader before it, can see."""
HEADINGS = frozenset({"required-section", "budget-missing", "financing-missing", "label-twice", "near-miss-label"})
"""What a rule about headings can see."""
AMOUNT = r"^(ca\.? )?-?\d{1,3}([. \u00a0]?\d{3})*(,\d{1,2}|\.\d{1,2})?( ?(kr\.?|DKK|SEK|NOK|EUR)|,-|:-)?$"
MOST = 25
"""Documents that a peer is asked about for each class: it is started for each of them."""
HEADING = re.compile(r"^#{1,6} .+$", re.MULTILINE)
TOLD = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): ", re.MULTILINE)


class Seen(NamedTuple):
    """What a peer says about a file: at which lines and columns, none where it names no place; empty: nothing."""

    places: tuple[tuple[int, int] | None, ...] = ()


Asking = Callable[[Plot, bytes, Path], Seen | None]
"""Shows a peer a document, which stands for the good one; None where it has nothing to demand of that."""


def asked(trials: Iterable[Trial], folder: Path) -> dict[str, Scores]:
    """The scores of each peer by class, of the documents that it could be asked about."""
    kept = [trial for trial in trials if trial.rule in STRUCTURE | HEADINGS]
    return {
        "check-jsonschema": _scores(kept, "yaml", STRUCTURE, _jsonschema, folder / "json"),
        "rumdl (MD043, MD024)": _scores(kept, "md", HEADINGS, _rumdl, folder / "md"),
    }


def _scores(trials: list[Trial], form: str, classes: frozenset[str], ask: Asking, folder: Path) -> Scores:
    scores: Scores = {}
    good: dict[str, bool] = {}
    own = [trial for rule in sorted(classes) for trial in _some(trials, form, rule)]
    for number, trial in enumerate(own):
        name = trial.plot.name
        if name not in good:
            seen = ask(trial.plot, trial.plot.text.encode(), folder / f"good{number}")
            good[name] = seen is not None and not seen.places
        seen = ask(trial.plot, trial.sown.content, folder / str(number)) if good[name] else None
        if seen is not None:
            there = (trial.sown.line, trial.sown.column)
            one = Score(1, int(bool(seen.places)), int(there in seen.places), max(len(seen.places) - 1, 0))
            scores[trial.rule] = scores.get(trial.rule, Score()).plus(one)
    return scores


def _some(trials: list[Trial], form: str, rule: str) -> list[Trial]:
    """As many trials of a class as a peer is asked about, from all over the documents."""
    own = [trial for trial in trials if trial.plot.form == form and trial.rule == rule]
    return own[:: max(1, len(own) // MOST)][:MOST]


def _jsonschema(plot: Plot, content: bytes, folder: Path) -> Seen:
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_bytes(content)
    (folder / "schema.json").write_text(json.dumps(_shape(yaml.load(plot.text, yaml.BaseLoader))), "utf-8")
    argv = [
        str(VENV / "bin/check-jsonschema"),
        "--output-format",
        "json",
        "--schemafile",
        "schema.json",
        "document.yaml",
    ]
    told = json.loads(_ran(argv, folder))
    return Seen((None,) * len([*told.get("errors", ()), *told.get("parse_errors", ())]))


def _shape(value: Any) -> dict[str, Any]:
    """A JSON Schema of one document: its keys and no others, and amounts as amounts are written."""
    if isinstance(value, dict):
        below = {key: _shape(each) for key, each in value.items()}
        return {"type": "object", "required": [*below], "properties": below, "additionalProperties": False}
    if isinstance(value, list):
        return {"type": "array", "minItems": len(value), "items": {"anyOf": [_shape(each) for each in value]}}
    return {"type": ["string", "number"], "pattern": AMOUNT} if re.match(AMOUNT, value) else {}


def _rumdl(plot: Plot, content: bytes, folder: Path) -> Seen | None:
    headings = HEADING.findall(plot.text)
    if len(headings) < 2:  # a document with labels in bold or before a colon has none
        return None
    folder.mkdir(parents=True)
    (folder / "document.md").write_bytes(content)
    config = (
        f'[global]\nenable = ["MD043", "MD024"]\n\n[MD043]\nheadings = {json.dumps(headings, ensure_ascii=False)}\n'
    )
    (folder / "rumdl.toml").write_text(config, "utf-8")
    said = _ran([str(VENV / "bin/rumdl"), "check", "--no-cache", "--config", "rumdl.toml", "document.md"], folder)
    return Seen(tuple((int(match["line"]), int(match["column"])) for match in TOLD.finditer(said)))


def _ran(argv: list[str], folder: Path) -> str:
    ran = subprocess.run(argv, cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False)
    return ran.stdout + ran.stderr if argv[0].endswith("rumdl") else ran.stdout
