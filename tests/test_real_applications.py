"""Real applications, exactly as people typed them: they lie outside the project and are read where there are some."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from terminal import projekt

FENCE = re.compile(r"```(yaml|markdown)\n(.*?)```", re.DOTALL)
ENDINGS = {"yaml": "yaml", "markdown": "md"}
TYPED = {
    "yaml": ("lokaludvalg", "da", Decimal(21500), ["yaml-repaired"]),
    "markdown": ("generisk", "sv", Decimal(388000), ["week-without-year"]),
}
SEED = "seeds/000_2f47ef32ef7e91ea.txt"


@pytest.mark.parametrize("form", TYPED)
def test_an_application_as_typed_is_read_whole_balances_and_exits_0(documents: Path, tmp_path: Path, form: str) -> None:
    schema, language, figure, rules = TYPED[form]
    texts = dict(FENCE.findall((documents / "MESSAGES.md").read_text("utf-8")))
    path = tmp_path / f"application.{ENDINGS[form]}"
    path.write_text(texts[form], "utf-8")

    result = _checked(str(path))
    read = json.loads(projekt("inspect", str(path), "--output-format", "json").out)

    assert (result["schema"], result["language"]) == (schema, language)
    assert [finding["rule"] for finding in result["findings"]] == rules
    assert read["project"]["balances"] is True
    assert Decimal(read["project"]["budget"]["computed_total"]) == figure
    assert Decimal(read["project"]["financing"]["computed_total"]) == figure
    assert (read["project"]["other"], read["unplaced"]) == ([], [])


def test_the_first_seed_has_no_error(documents: Path) -> None:
    result = _checked(str(documents / SEED))
    assert result["schema"] == "lokaludvalg"
    assert [finding["rule"] for finding in result["findings"]] == ["spelt-twice", "week-without-year"]


@pytest.mark.parametrize("to", ["md", "html"])
def test_the_page_of_the_first_seed_shows_all_sections_and_both_sides(documents: Path, to: str) -> None:
    page = projekt("render", str(documents / SEED), "--to", to).out
    read = json.loads(projekt("inspect", str(documents / SEED), "--output-format", "json").out)["project"]
    labels = [section["label"] for section in read["sections"] if section["id"] != "title"]
    funders = [line["funder"] for line in read["financing"]["lines"]]
    posts = [line["label"] for line in read["budget"]["lines"]]
    assert [text for text in (read["title"], *labels, *posts, *funders) if text not in page] == []


def _checked(path: str) -> dict[str, Any]:
    ran = projekt("validate", path, "--output-format", "json")
    assert ran.code == 0
    (result,) = json.loads(ran.out)["files"]
    assert isinstance(result, dict)
    return result
