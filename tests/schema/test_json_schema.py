"""The JSON Schemas for editors: fresh, and saying what each key may hold."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from projektkort.schema import compiled, loading
from projektkort.schema.json_schema import files, json_schema
from projektkort.schema.loading import ids, load


def test_the_files_are_fresh() -> None:
    stale = [path.name for path, text in files() if path.read_text("utf-8") != text]
    assert stale == [], "run python -m projektkort.schema"
    assert sorted(path.stem for path, _ in files()) == list(ids())


def test_one_command_makes_all_generated_files(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[Path, str] = {}
    monkeypatch.setattr(Path, "write_text", lambda path, text, *_, **__: made.update({path: text}))
    runpy.run_module("projektkort.schema", run_name="__main__")
    assert made == {**dict(compiled.files()), **dict(loading.files()), **dict(files())}


@pytest.mark.parametrize("name", ids())
def test_every_reference_leads_somewhere(name: str) -> None:
    schema = json_schema(load(name))
    text = json.dumps(schema)
    used = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert used == set(schema["$defs"])


def test_keys_are_those_of_the_forms_language() -> None:
    keys = json_schema(load("lokaludvalg"))["properties"]
    assert keys["budget"] == {"$ref": "#/$defs/side"}
    assert keys["søgt beløb"] == {"$ref": "#/$defs/amount"}
    assert keys["projektperiode"] == keys["period"] == {"$ref": "#/$defs/period"}
    assert keys["hvad vil vi opnå med projektet?"] == keys["target_group"] == {"$ref": "#/$defs/text"}
    assert keys["skema"] == keys["projektnavn"] == {"$ref": "#/$defs/line"}
    assert "syfte" not in keys


def test_the_general_one_knows_the_keys_of_all_languages() -> None:
    keys = json_schema(load("generisk"))["properties"]
    assert {"formål", "syfte", "formål med prosjektet", "purpose", "sökt stöd", "søknadsbeløp"} <= set(keys)


def test_rows_of_a_budget() -> None:
    row = json_schema(load("none"))["$defs"]["row"]["properties"]
    assert row["amount"] == row["unit_price"] == {"$ref": "#/$defs/amount"}
    assert row["funder"] == {"$ref": "#/$defs/text"}
