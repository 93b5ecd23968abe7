"""What editors are told about a configuration file is what the file may hold."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from projektkort.config.keys import FOLDER, KEYS, POOL, file, json_schema


def test_the_json_schema_is_fresh() -> None:
    path, text = file()
    assert path.read_text("utf-8") == text, "run python -m projektkort.config"


def test_one_command_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[Path, str] = {}
    monkeypatch.setattr(Path, "write_text", lambda path, text, *_, **__: made.update({path: text}))
    runpy.run_module("projektkort.config", run_name="__main__")
    assert made == dict([file()])


def test_it_has_every_key_with_what_it_is_for() -> None:
    properties = json_schema()["properties"]
    assert list(properties) == [*(key.name for key in KEYS), "pool", "folder"]
    assert list(properties["pool"]["properties"]) == [key.name for key in POOL]
    assert list(properties["folder"]["items"]["properties"]) == [key.name for key in FOLDER]
    assert '"description": ""' not in json.dumps(properties)
    assert properties["fail-on"]["enum"] == ["error", "warning", "info"]
