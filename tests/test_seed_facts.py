"""The five real documents beside what a careful reader wrote down about them: every fact comes out of `inspect`."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from terminal import projekt

Data = dict[str, Any]

SEEDS = ("000", "001", "002", "003", "004")
FOR_THE_READER = {
    "traps",
    "years",
    "background_points",
    "activities",
    "weeks_without_year",
    "schedule_covers_all_subprojects",
}
"""Facts that `inspect` has no key for; those that can be counted have a test of their own below."""


@pytest.fixture(scope="module")
def facts() -> dict[str, Data]:
    folder = os.environ.get("PROJEKT_DOCUMENTS")
    if not folder:
        pytest.skip("not run: PROJEKT_DOCUMENTS names no folder with the real documents")
    known: dict[str, Data] = yaml.safe_load((Path(folder) / "seeds" / "facts.yaml").read_text("utf-8"))
    return {name[:3]: told for name, told in known.items()}


@pytest.fixture
def inspected(documents: Path, seed: str) -> Data:
    [path] = (documents / "seeds").glob(f"{seed}_*")
    read: Data = json.loads(projekt("inspect", str(path), "--output-format", "json").out)
    return read


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fact_comes_out(facts: dict[str, Data], inspected: Data, seed: str) -> None:
    told = facts[seed]
    found = {key: _found(key, inspected, told) for key in told if key not in FOR_THE_READER}
    assert found == {key: _plain(fact) for key, fact in told.items() if key not in FOR_THE_READER}


def _plain(fact: Any) -> Any:
    """A fact as JSON would tell it: dates as ISO text."""
    if isinstance(fact, dict):
        return {key: _plain(value) for key, value in fact.items()}
    if isinstance(fact, list):
        return [_plain(value) for value in fact]
    return fact.isoformat() if isinstance(fact, date) else fact


def _found(key: str, inspected: Data, told: Data) -> Any:
    project = inspected["project"]
    match key:
        case "kind" | "language":
            return inspected[key]
        case "title" | "balances":
            return project[key]
        case "currency":
            return project["budget"]["currency"]
        case "sections":
            return {each["label"]: each["id"] for each in project["sections"] if each["label"] in told["sections"]}
        case "budget" | "financing":
            return _side(project[key], told[key])
        case "amounts_in_text":
            return [
                {"amount": int(each["amount"]), "currency": each["currency"], "approximate": each["approximate"]}
                for each in project[key]
            ]
        case "economy":
            return next(each["text"] for each in project["sections"] if each["id"] == "economy")
        case _:
            return _goals(key, project) if "goals" in told else _reported(key, project)


def _side(side: Data | None, told: Data | None) -> Data | None:
    """The lines with the keys that the reader wrote down, and the total."""
    if side is None or told is None:
        return side
    names = {"label": "label", "source": "funder", "quantity": "quantity", "amount": "amount"}
    lines = [
        {key: line[names[key]] if key in {"label", "source"} else int(line[names[key]]) for key in known}
        for line, known in zip(side["lines"], told["lines"], strict=True)
    ]
    return {"lines": lines, "stated_total": int(side["stated_total"])}


def _goals(key: str, project: Data) -> Any:
    goals = project["goals"]
    match key:
        case "goals":
            return {goal["id"]: [goal["status"]["text"], goal["status"]["grade"]] for goal in goals}
        case "subgoals":
            return list(dict.fromkeys(goal["subgoal"] for goal in goals))
        case "count_by_grade":
            return dict(Counter(goal["status"]["grade"] for goal in goals))
    raise KeyError(key)


def _reported(key: str, project: Data) -> Any:
    subprojects = project["subprojects"]
    match key:
        case "report_number":
            return project["report"]["number"]
        case "period":
            return [project["report"]["period"][end] for end in ("start", "end")]
        case "subprojects":
            return [each["title"] for each in subprojects]
        case "periods":
            [periods] = {json.dumps(_periods(each)) for each in subprojects}
            return {int(number): ends for number, ends in json.loads(periods).items()}
        case "periods_contiguous":
            ends = list(_periods(subprojects[0]).values())
            return all(date.fromisoformat(a[1]) + timedelta(1) == date.fromisoformat(b[0]) for a, b in pairwise(ends))
        case "entries":
            return sum(entry["text"].strip() != "" for each in subprojects for entry in each["entries"])
    raise KeyError(key)


def _periods(subproject: Data) -> Data:
    return {entry["number"]: [entry["period"]["start"], entry["period"]["end"]] for entry in subproject["entries"]}


@pytest.mark.parametrize("seed", ["001"])
def test_the_points_of_the_outline_are_there_one_by_one(facts: dict[str, Data], inspected: Data) -> None:
    sections = {each["id"]: each for each in inspected["project"]["sections"]}
    assert len(sections["activities"]["items"]) == facts["001"]["activities"]
    points = [line for line in sections["background"]["text"].split("\n") if line.strip()]
    assert len(points) == facts["001"]["background_points"] + 1  # and the line that leads to them


@pytest.mark.parametrize("seed", ["004"])
def test_the_schedule_names_every_sub_project(facts: dict[str, Data], inspected: Data) -> None:
    [schedule] = [each["text"] for each in inspected["project"]["sections"] if each["id"] == "schedule"]
    plain = schedule.replace("-", " ")
    named = [
        each["title"].replace("-", " ").replace("  ", " ") in plain.replace("  ", " ")
        for each in inspected["project"]["subprojects"]
    ]
    assert all(named) is facts["004"]["schedule_covers_all_subprojects"]
