"""Which sections a form must have for its demands to be checked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT
from projektkort.schema.hanging import of_applied, unasked
from projektkort.schema.loading import ids, load
from projektkort.schema.model import Attachment, Days, Limits, Partners, Schema, SectionSchema

OWN = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("examples/*/*.yaml"))


@pytest.mark.parametrize("name", [*ids(), *OWN])
def test_our_own_forms_ask_for_all_that_their_demands_are_held_against(name: str) -> None:
    schema = load(str(ROOT / name) if Path(name).suffix else name)
    applied = schema.section("applied")
    assert list(unasked(schema)) == []
    assert not of_applied(schema) or (applied is not None and applied.required)


def test_what_a_form_does_not_ask_for() -> None:
    schema = Schema(
        id="fund",
        limits=Limits(applied_max=Decimal(9), applied_share_max=Decimal("0.5")),
        days=Days(start="decision", deadlines=(dt.date(2027, 1, 1),), months_max=9),
        partners=Partners(min=2),
        attachments=(Attachment(id="quote", applied_from=Decimal(5)),),
    )
    assert dict(unasked(schema)) == {
        "applied": ("applied_max", "applied_from", "applied_share_max"),
        "date": ("start", "deadlines"),
        "period": ("start", "months_max"),
        "partners": ("min",),
        "attachments": ("attachments",),
    }
    asked = ("applied", "date", "period", "partners", "attachments")
    whole = schema.model_copy(update={"sections": tuple(SectionSchema(id=each) for each in asked)})
    assert list(unasked(whole)) == []


def test_a_report_tells_what_was_given() -> None:
    assert of_applied(Schema(id="fund", kind="status-report", limits=Limits(applied_share_max=Decimal("0.5")))) == ()
