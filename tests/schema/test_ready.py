"""Our schemas are read from one compiled file, which says what theirs say, and never from one that is out of date."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from projektkort.schema import loading, ready
from projektkort.schema.folder import folder
from projektkort.schema.loading import ids, load
from projektkort.schema.model import Schema

OWN = """
id: harbour-fund
title: { en: Harbour fund }
language: en
provenance: { text: "At most 250,000.", read: 2026-02-01 }
valid: { from: 2026-01-01, to: 2026-12-31 }
sections:
  - id: purpose
    required: true
    words: { max: 300 }
    parts: [{ id: background, labels: [Before, Until now] }]
budget: { required: true }
limits: { applied_max: "250,000", own_share_min: 12.5 % }
rules: { cost-twice: off }
columns: { amount: [Price] }
"""


def parsed(wanted: str) -> Schema:
    """The schema in its own file."""
    return load(str(folder() / f"{wanted}.yaml"))


def test_the_compiled_file_is_that_of_all_schemas() -> None:
    assert {ready.path(): ready.path().read_text("utf-8")} == dict(loading.files()), "run python -m projektkort.schema"
    assert tuple(ready.ready()) == ids()


@pytest.mark.parametrize("name", ids())
def test_a_compiled_schema_is_the_one_in_its_file(name: str) -> None:
    assert ready.schema_of(ready.ready()[name]) == parsed(name)


def test_days_amounts_and_parts_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "harbour.yaml"
    path.write_text(OWN, "utf-8")
    schema = load(str(path))
    packed = json.loads(ready.file([schema])[1])["schemas"]["harbour-fund"]
    made = ready.schema_of(packed)
    assert made == schema
    assert made.model_dump() == schema.model_dump()
    assert made.valid is not None
    assert (made.valid.end, made.limits.applied_max) == (dt.date(2026, 12, 31), Decimal(250000))
    assert made.sections[0].parts[0].labels == ("Before", "Until now")


@pytest.mark.parametrize("change", ["edited", "gone"])
def test_what_is_out_of_date_says_nothing(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in (*folder().glob("*.yaml"), ready.path()):
        shutil.copy(file, tmp_path)
    monkeypatch.setattr(ready, "folder", lambda: tmp_path)
    assert tuple(ready.ready.__wrapped__()) == ids()
    if change == "edited":
        outline = tmp_path / "outline.yaml"
        outline.write_text(f"{outline.read_text('utf-8')}\n# edited\n", "utf-8")
    else:
        ready.path().unlink()
    assert ready.ready.__wrapped__() == {}
