"""Knows the small types that a schema file is made of: names from fixed lists, ids, amounts, shares."""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from projektkort.money import State, read

Kind = Literal["application", "outline", "description", "goal-report", "status-report"]
REPORTS: frozenset[Kind] = frozenset({"goal-report", "status-report"})
"""The kinds that tell how a project has gone; the others tell what it will be."""
Language = Literal["da", "sv", "nb", "en"]
Level = Literal["error", "warning", "info", "off"]
Grade = Literal[
    "met", "expected", "partly", "not_met", "ongoing", "not_started", "delayed", "dropped", "not_assessed"
]  # fmt: skip
"""How far a goal is; the words for each stand in the vocabulary, a schema may add its own."""
Stage = Literal["draft", "submitted", "granted", "closed"]
FinancingType = Literal["applied", "grant", "own", "volunteer", "in_kind", "revenue", "loan", "vat"]
Commitment = Literal["applied", "granted", "refused", "paid", "expected"]
CostCategory = Literal[
    "staff", "indirect", "travel", "external", "equipment", "infrastructure", "venue", "catering", "communication",
    "audit", "volunteer", "contingency",
]  # fmt: skip
"""What a cost is for; the words for each stand in the vocabulary, a schema may add its own."""
Register = Literal["dk.cvr", "se.orgnr", "no.orgnr", "fi.ytunnus"]
"""A register of organisations, by its module in python-stdnum."""
ColumnRole = Literal[
    "label", "funder", "amount", "total", "costs", "income", "quantity", "unit", "unit_price", "category", "type",
    "commitment", "actual", "eligible", "note", "vat", "partner", "year",
    "subgoal", "goal", "measures", "time", "status", "fulfilment", "explanation", "responsible",
]  # fmt: skip
"""What a column holds. Those of the last line are of tables of goals; "fulfilment" is headed so that its cells must
tell whether they hold the goal or its status."""
GOAL_ROLES = frozenset({"subgoal", "goal", "measures", "time", "status", "fulfilment", "explanation", "responsible"})
Bound = TypeVar("Bound", int, Decimal, dt.date)
Part = TypeVar("Part", bound="Strict")
LocalText = dict[Language, str]
"""The same words in several languages."""

PERCENT = re.compile(r"(100|\d{1,2}(?:[.,]\d+)?)\s*%")


class Strict(BaseModel):
    """Frozen, and an unknown key is an error. Only the whole is ever validated: the parts alone need no validator."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def ordered(whole: Part, low: Bound | None, high: Bound | None) -> Part:
    """The same with its two limits looked at: the lower must not lie above the upper."""
    if low is not None and high is not None and low > high:
        raise PydanticCustomError("swapped", "the lower limit lies above the upper one")
    return whole


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$")]
"""An id in English, as in every output: small letters, digits, and - or _ between them."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""


def _amount(value: object, info: ValidationInfo) -> object:
    """An amount as the schema's language writes it: 250.000 in a Danish one is a quarter of a million."""
    if not isinstance(value, str):
        return value
    reading = read(value, (info.context or {}).get("language"))
    if reading.state is not State.EXACT:
        raise ValueError
    return reading.amount


def _share(value: object) -> object:
    """A percentage as a fraction, with a comma or a point; a bare number is none."""
    if not isinstance(value, str):
        return value
    number = PERCENT.fullmatch(value.strip())
    if number is None:
        raise ValueError
    return Decimal(number[1].replace(",", ".")) / 100


Amount = Annotated[Decimal, BeforeValidator(_amount)]
Share = Annotated[Decimal, BeforeValidator(_share)]
