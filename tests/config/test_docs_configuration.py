"""docs/configuration.md tells every key once, and its examples are read as they stand."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
from settings import known, put

from conftest import ROOT
from projektkort.config import Configurations
from projektkort.config.keys import FOLDER, KEYS, POOL, json_schema
from terminal import projekt

PAGE = (ROOT / "docs/configuration.md").read_text("utf-8")
PROJEKT, PYPROJECT = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_every_key_is_told_once() -> None:
    told = re.findall(r"^\| `([\w-]+)` \| (.*) \|$", PAGE, re.MULTILINE)
    assert told == [(key.name, key.says) for key in (*KEYS, *POOL, *FOLDER)]


@pytest.mark.parametrize(("name", "text"), [("projekt.toml", PROJEKT), ("pyproject.toml", PYPROJECT)])
def test_an_example_is_read(desk: Path, name: str, text: str) -> None:
    put(desk, text, name)
    found = Configurations(known)
    assert found.nearest(desk).path == name
    assert found.for_file("reports/x.md").schema == ("status-report" if text == PROJEKT else None)


def test_the_examples_show_all_keys_but_one() -> None:
    first, second = tomllib.loads(PROJEKT), tomllib.loads(PYPROJECT)["tool"]["projekt"]
    for each in (first, second):
        jsonschema.validate(each, json_schema())
    shown = {*first, *second} - {"pool", "folder"}
    assert shown == {key.name for key in KEYS} - {"schemas"}
    assert {key for each in (*first["folder"], *second["folder"]) for key in each} == {key.name for key in FOLDER}


@pytest.mark.parametrize(
    "wrong", ['lang = "de"', "jobs = 0", "nope = 1", "[[folder]]\npublish = true", 'severity = {a = "x"}']
)
def test_an_editor_would_tell_what_we_tell(wrong: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(wrong), json_schema())


def test_the_commands_for_editors_work(desk: Path) -> None:
    [commands] = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for command in commands.splitlines():
        words, _, target = command.partition(" > ")
        ran = projekt(*words.split()[1:])
        assert ran.code == 0, ran.err
        if target:
            Path(target).write_text(ran.out, "utf-8")
    assert json.loads(Path("projekt.json").read_text("utf-8")) == json_schema()
    assert Path("application.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=lokaludvalg.json\n")
