"""The first of the real documents, beside what a careful reader wrote down about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from projektkort.engine import Loaded, Request, load
from projektkort.pages.inspection import Inspected, as_data
from projektkort.source import decode

Data = dict[str, Any]


@pytest.fixture
def facts(documents: Path) -> Data:
    known: Data = yaml.safe_load((documents / "seeds" / "facts.yaml").read_text("utf-8"))
    first: Data = next(known[name] for name in known if name.startswith("000_"))
    return first


@pytest.fixture
def read(documents: Path) -> Loaded:
    [path] = (documents / "seeds").glob("000_*")
    return load(decode(path.read_bytes(), path.name), Request())


@pytest.fixture
def inspected(read: Loaded) -> Data:
    return as_data(Inspected("000.txt", read.project, read.choice.schema.id, read.choice.by))


def amounts(lines: list[Data], name: str) -> list[tuple[str, int]]:
    return [(line[name], int(line["amount"])) for line in lines]


def test_kind_language_schema_and_title(facts: Data, inspected: Data) -> None:
    assert (inspected["kind"], inspected["language"]) == (facts["kind"], facts["language"])
    assert (inspected["schema"], inspected["schema_by"]) == ("lokaludvalg", "match")
    assert inspected["project"]["title"] == facts["title"]


def test_every_section_has_its_id_and_its_text(facts: Data, inspected: Data) -> None:
    found = {section["label"]: section for section in inspected["project"]["sections"]}
    assert {label: found[label]["id"] for label in facts["sections"]} == facts["sections"]
    assert all(found[label]["text"] or found[label]["parts"] for label in facts["sections"])
    assert [part["id"] for part in found["Forventede resultater"]["parts"]] == ["short_term", "long_term"]
    assert [section["text"] for section in inspected["project"]["other"]] == [""]  # the name of the form


def test_every_amount_line_and_total(facts: Data, inspected: Data) -> None:
    project = inspected["project"]
    for name, label, known in (("budget", "label", "label"), ("financing", "funder", "source")):
        side, told = project[name], facts[name]
        assert amounts(side["lines"], label) == amounts(told["lines"], known)
        assert [line["quantity"] and int(line["quantity"]) for line in side["lines"]] == [
            line.get("quantity") for line in told["lines"]
        ]
        assert int(side["stated_total"]) == int(side["computed_total"]) == told["stated_total"]
        assert side["currency"] == facts["currency"]
    assert project["balances"] is facts["balances"]
    assert project["amounts_in_text"] == []


def test_the_weeks_without_a_year(facts: Data, read: Loaded) -> None:
    weeks = [date.period for date in read.project.dates if "uge" in date.period.text]
    assert [int(week.text.split()[-1]) for week in weeks] == facts["weeks_without_year"]
    assert all(week.start is None for week in weeks)


def test_nothing_is_left_over_but_the_name_of_the_form(read: Loaded, inspected: Data) -> None:
    assert [text.value for text in read.project.unplaced] == []
    assert read.problems == ()
    assert inspected["project"]["schedule"][0]["when"]["precision"] == "week"
