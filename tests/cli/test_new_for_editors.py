"""A YAML form beside the JSON Schema of its keys tells an editor so, and nobody else minds."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from terminal import projekt

LINE = "# yaml-language-server: $schema=lokaludvalg.json\n"


@pytest.fixture
def described(desk: Path) -> Path:
    """A folder with the JSON Schema that we print."""
    (desk / "round").mkdir()
    (desk / "round/lokaludvalg.json").write_text(projekt("schema", "json-schema", "lokaludvalg").out, "utf-8")
    return desk / "round"


def test_the_first_line_names_it(described: Path) -> None:
    assert projekt("new", "lokaludvalg", "-o", "round/a.yaml").code == 0
    text = (described / "a.yaml").read_text("utf-8")
    assert text.startswith(LINE)
    jsonschema.validate(yaml.safe_load(text), json.loads((described / "lokaludvalg.json").read_text("utf-8")))


def test_reading_the_form_finds_nothing_more(described: Path) -> None:
    projekt("new", "lokaludvalg", "-o", "round/a.yaml")
    projekt("new", "lokaludvalg", "-o", "b.yaml")
    assert (described / "a.yaml").read_text("utf-8") == LINE + (described.parent / "b.yaml").read_text("utf-8")
    found = [
        [(each["rule"], each["message"]) for each in json.loads(projekt(*words).out)["files"][0]["findings"]]
        for words in (("validate", "--output-format", "json", path) for path in ("round/a.yaml", "b.yaml"))
    ]
    assert [rule for rule, _ in found[0]] == [rule for rule, _ in found[1]]


def test_elsewhere_there_is_no_such_line(described: Path) -> None:
    for words in (
        ("generisk", "-o", "round/c.yaml"),
        ("lokaludvalg", "-o", "round/d.md"),
        ("lokaludvalg", "--to", "yaml"),
    ):
        out = projekt("new", *words).out
        text = Path(words[2]).read_text("utf-8") if words[1] == "-o" else out
        assert "yaml-language-server" not in text
        assert text
