"""Knows what a fund asks for: the parts of one schema file. Reading such a file, `loading` knows."""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator
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


class Length(Strict):
    """How long a text may be, counted in words or in characters (white space included)."""

    min: int | None = None
    max: int | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return ordered(self, self.min, self.max)


class SectionSchema(Strict):
    """One section that the fund asks for. `labels` come beside those of the shared vocabulary."""

    id: Id
    title: LocalText = {}
    labels: tuple[str, ...] = ()
    required: bool = False
    words: Length | None = None
    characters: Length | None = None
    instructions: tuple[str, ...] = ()
    """Sentences of the form itself, which an applicant should have written over."""
    parts: tuple["SectionSchema", ...] = ()


class SideSchema(Strict):
    """What the fund asks of the budget or of the financing."""

    required: bool = False
    title: LocalText = {}
    labels: tuple[str, ...] = ()


class Provenance(Strict):
    """Where the demands were read, for findings to quote."""

    text: str = ""
    url: str = ""
    read: dt.date | None = None


class Validity(Strict):
    """From and to which day the schema holds; in the file `from` and `to`."""

    start: dt.date | None = Field(None, alias="from")
    end: dt.date | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return ordered(self, self.start, self.end)


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


class Limits(Strict):
    """Figures of the fund; one that is absent means silence."""

    applied_min: Amount | None = None
    applied_max: Amount | None = None
    own_share_min: Share | None = None
    """A fraction: 10 % is 0.10."""
    spending_gap: Share | None = None
    """How far the share of the budget that is used may lie from the share of the time that is gone."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return ordered(self, self.applied_min, self.applied_max)


class Markers(Strict):
    """How running text tells where a sub-project and an entry begin.

    Words as they stand, with {number}, {title} and {period} where these are: "Focus area {number} - {title}".
    """

    subproject: tuple[str, ...] = ()
    entry: tuple[str, ...] = ()


class Schema(Strict):
    """What one fund or office asks for."""

    id: Id
    title: LocalText = {}
    kind: Kind = "application"
    language: Language | None = None
    currency: Currency | None = None
    provenance: Provenance | None = None
    valid: Validity | None = None
    sections: tuple[SectionSchema, ...] = ()
    budget: SideSchema = SideSchema.model_construct()
    financing: SideSchema = SideSchema.model_construct()
    limits: Limits = Limits.model_construct()
    rules: dict[str, Level] = {}
    columns: dict[ColumnRole, tuple[str, ...]] = {}
    """Heads of the form's own tables, beside those of the shared vocabulary."""
    markers: Markers = Markers.model_construct()
    status_words: dict[Grade, tuple[str, ...]] = {}
    """Words for how far a goal is, before those of the shared vocabulary."""
    extends: str | None = None
    """The id of a schema of ours on which this one builds; it is laid under before this one is read."""
    matchable: bool = True
    """Whether a document may be matched to it by its labels; `none` is only for those who ask for it."""

    def __hash__(self) -> int:
        """Its mappings cannot be hashed, and its id tells schemas apart well enough to keep things by schema."""
        return hash(self.id)

    @property
    def monetary(self) -> bool:
        """Whether its documents tell of amounts: applications, status reports, whatever must have a budget."""
        return self.kind in {"application", "status-report"} or self.budget.required or self.financing.required

    @property
    def required(self) -> tuple[SectionSchema, ...]:
        """The sections that must be there, in the form's order; budget and financing have rules of their own."""
        return tuple(section for section in self.walk() if section.required)

    def walk(self) -> tuple[SectionSchema, ...]:
        """All sections and parts, in the form's order."""
        return tuple(s for section in self.sections for s in (section, *section.parts))

    def section(self, wanted: str) -> SectionSchema | None:
        """The section or part with this id."""
        return next((s for s in self.walk() if s.id == wanted), None)
