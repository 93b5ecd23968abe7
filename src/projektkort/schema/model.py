"""Knows what a fund asks for: the parts of one schema file. Reading such a file, `loading` knows."""

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from projektkort.schema.demands import Attachment, Days, FlatRate, Length, LengthByAmount, Limits, Partners
from projektkort.schema.kinds import (
    GOAL_ROLES,
    REPORTS,
    Amount,
    ColumnRole,
    Commitment,
    CostCategory,
    Currency,
    FinancingType,
    Grade,
    Id,
    Kind,
    Language,
    Level,
    LocalText,
    Register,
    Share,
    Stage,
    Strict,
    ordered,
)

__all__ = [
    "GOAL_ROLES",
    "REPORTS",
    "Amount",
    "Attachment",
    "ColumnRole",
    "Commitment",
    "CostCategory",
    "Currency",
    "Days",
    "FinancingType",
    "FlatRate",
    "Grade",
    "Id",
    "Kind",
    "Language",
    "Length",
    "LengthByAmount",
    "Level",
    "Limits",
    "LocalText",
    "Markers",
    "Partners",
    "Provenance",
    "Register",
    "Schema",
    "SectionSchema",
    "Share",
    "SideSchema",
    "Stage",
    "Strict",
    "Validity",
]


class SectionSchema(Strict):
    """One section that the fund asks for. `labels` come beside those of the shared vocabulary."""

    id: Id
    title: LocalText = Field({})
    labels: tuple[str, ...] = ()
    required: bool = False
    words: Length | None = None
    characters: Length | None = None
    pages: Length | None = None
    """Of `page_characters` each."""
    by_amount: tuple["LengthByAmount", ...] = ()
    """Other lengths for small applications than for large ones: the first that the amount applied for falls under."""
    instructions: tuple[str, ...] = ()
    """Sentences of the form itself, which an applicant should have written over."""
    refused_answers: tuple[str, ...] = ()
    """How an answer begins with which the fund refuses the project."""
    parts: tuple["SectionSchema", ...] = ()


class SideSchema(Strict):
    """What the fund asks of the budget or of the financing."""

    required: bool = False
    title: LocalText = Field({})
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


class Markers(Strict):
    """How running text tells where a sub-project and an entry begin.

    Words as they stand, with {number}, {title} and {period} where these are: "Focus area {number} - {title}".
    """

    subproject: tuple[str, ...] = ()
    entry: tuple[str, ...] = ()


class Schema(Strict):
    """What one fund or office asks for."""

    id: Id
    title: LocalText = Field({})
    kind: Kind = "application"
    language: Language | None = None
    currency: Currency | None = None
    provenance: Provenance | None = None
    valid: Validity | None = None
    sections: tuple[SectionSchema, ...] = ()
    budget: SideSchema = SideSchema.model_construct()
    financing: SideSchema = SideSchema.model_construct()
    limits: Limits = Limits.model_construct()
    flat_rates: tuple[FlatRate, ...] = ()
    refused_costs: tuple[str, ...] = ()
    """Words for costs that the fund never pays, as they would stand in a line of the budget."""
    categories: dict[CostCategory, tuple[str, ...]] = Field({})
    """Words for kinds of costs, before those of the shared vocabulary."""
    vat: Literal["told", "included", "excluded"] | None = None
    """What the budget must say of VAT: only whether it is in the amounts, that it is, or that it is not."""
    ordered: bool = False
    """Whether the sections must come in the form's order."""
    page_characters: int = 2400
    """How many characters, white space included, the fund counts as a page (2,400: the Danish and Norwegian norm)."""
    length: LengthByAmount | None = None
    """How long the whole document may be."""
    attachments: tuple[Attachment, ...] = ()
    days: Days = Days.model_construct()
    partners: Partners = Partners.model_construct()
    applicant_id: tuple[Register, ...] = ()
    """The registers in one of which the applicant must be, and whose number must be told."""
    publish: bool = False
    """Whether the documents are published, so that nothing private may stand in them."""
    clauses: dict[str, str] = Field({})
    """What the fund says in its own rules, in a sentence of ours with the clause, by the key that it belongs to:
    a limit ("applied_max"), a section, an attachment, another key of the schema."""
    rules: dict[str, Level] = Field({})
    stages: dict[Stage, dict[str, Level]] = Field({})
    """Other severities while a project is a draft, submitted, granted or closed."""
    columns: dict[ColumnRole, tuple[str, ...]] = Field({})
    """Heads of the form's own tables, beside those of the shared vocabulary."""
    markers: Markers = Markers.model_construct()
    status_words: dict[Grade, tuple[str, ...]] = Field({})
    """Words for how far a goal is, before those of the shared vocabulary."""
    extends: str | None = None
    """The id of a schema of ours on which this one builds; it is laid under before this one is read."""
    matchable: bool = True
    """Whether a document may be matched to it by its labels. One with a fund's own demands is only for those who ask
    for it: nobody's application may be measured by the wrong fund's limits."""
    names: tuple[str, ...] = ()
    """What documents call the fund in their first lines; one that does so unasked is told that there is a form."""

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
