"""The schema that docs/schemas.md shows can be used, and the page names every key that a schema may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT
from projektkort.engine import check_text, load_schema
from projektkort.schema.demands import Attachment, Days, FlatRate, Limits, Partners
from projektkort.schema.model import Schema, SectionSchema, Strict

PAGE = (ROOT / "docs/schemas.md").read_text("utf-8")
OF_REPORTS = {"markers", "columns", "status_words"}


def test_the_schema_that_is_shown_can_be_used(tmp_path: Path) -> None:
    shown = re.search(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert shown
    file = tmp_path / "havnepuljen.yaml"
    file.write_text(shown[1], "utf-8")
    schema = load_schema(str(file))
    assert (schema.id, str(schema.limits.applied_max)) == ("havnepuljen", "40000")


@pytest.mark.parametrize(("kind", "limit"), [("own", 8000), ("least", 5000)])
@pytest.mark.usefixtures("desk")
def test_the_co_financing_that_is_shown_comes_to_what_the_page_says(kind: str, limit: int) -> None:
    shown = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[1]
    Path("fund.yaml").write_text(f"id: fund\nlanguage: da\n{shown}".replace("of: own", f"of: {kind}"), "utf-8")
    for money, found in ((limit, []), (limit - 1, ["own-cash-too-low"])):
        text = (
            "skema: fund.yaml\nbudget: {Hal: 100.000}\nfinansiering:\n  Fonden (søgt): 80.000\n"
            f"  Egne penge: {money}\n  Frivilligt arbejde: 8.000\n  Havneby Kommunes kulturpulje (bevilget): 9.000\n"
        )
        rules = [each.rule for each in check_text(text, "a.yaml", "fund.yaml").findings]
        assert [rule for rule in rules if rule.startswith("own-cash")] == found


@pytest.mark.parametrize("model", [Schema, SectionSchema, Limits, Days, Partners, FlatRate, Attachment])
def test_every_key_is_told_of(model: type[Strict]) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert {key for key in keys if not re.search(rf"`[^`]*\b{key}\b[^`]*`", PAGE)} == set()
