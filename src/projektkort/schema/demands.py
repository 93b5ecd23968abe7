"""Knows what a fund may demand beside its sections: lengths, limits, rates, papers, days, partners."""

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from projektkort.schema.kinds import Amount, CostCategory, FinancingType, Id, LocalText, Share, Strict, ordered


class Length(Strict):
    """How long a text may be, counted in words or in characters (white space included)."""

    min: int | None = None
    max: int | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        return ordered(self, self.min, self.max)


class LengthByAmount(Strict):
    """How long a text may be where no more than `up_to` is applied for; without `up_to` for all others."""

    up_to: Amount | None = None
    words: Length | None = None
    characters: Length | None = None
    pages: Length | None = None


OWN = frozenset({"own", "volunteer", "in_kind"})
"""The types of financing that come from the applicant; the others are other people's money."""


class Limits(Strict):
    """Figures of the fund; one that is absent means silence. Shares are fractions: 10 % is 0.10."""

    applied_min: Amount | None = None
    applied_max: Amount | None = None
    applied_share_max: Share | None = None
    """Of the eligible costs: of those that no line marks as not eligible."""
    applied_step: Amount | None = None
    """The amount applied for must be a multiple of it, where the fund prescribes rounding."""
    costs_min: Amount | None = None
    costs_max: Amount | None = None
    own_share_min: Share | None = None
    own_share_of: Literal["costs", "applied"] = "costs"
    own_share_from: Amount | None = None
    """Only who applies for this much must pay a share."""
    own_counts: tuple[FinancingType, ...] = ("own",)
    """The types of financing that count as the applicant's own."""
    own_not: tuple[str, ...] = ()
    """Words at the beginning of a word in the name of a funder whose money never counts, whatever its type."""
    own_cash_min: Share | None = None
    """How much of the own share must be money, from whomever it comes that counts, and not work or things."""
    own_cash_of: Literal["least", "own"] = "least"
    """Whether that is a part of the least own share, or of all that counts."""
    volunteer_rate: Amount | None = None
    """The highest value of an hour of voluntary work."""
    hours_per_year: int | None = None
    """Hours that one person may be counted with in a year."""
    line_share_max: Share | None = None
    """A line that is a larger share of all costs needs a note."""
    change_share_max: Share | None = None
    """How far a line of the accounts may lie from its budget without the fund's approval; of the line's budget."""
    change_amount_max: Amount | None = None
    """The same as an amount; where both are told, either one makes approval necessary."""
    de_minimis_max: Amount | None = None
    """What one undertaking may receive in de minimis aid over three years, this application included; in EUR."""
    spending_gap: Share | None = None
    """How far the share of the budget that is used may lie from the share of the time that is gone."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        ordered(self, self.costs_min, self.costs_max)
        return ordered(self, self.applied_min, self.applied_max)

    @property
    def joint(self) -> bool:
        """Whether what others pay counts too, so that the share is one of co-financing and not all one's own."""
        return not OWN.issuperset(self.own_counts)


class FlatRate(Strict):
    """Costs that are no bills but a share of other costs."""

    category: CostCategory
    share: Share
    of: tuple[CostCategory, ...] = ()
    """The categories that it is reckoned of; none: all costs but itself."""
    without: tuple[CostCategory, ...] = ()
    """Categories that are not part of what it is reckoned of."""
    covers: tuple[CostCategory, ...] = ()
    """Categories that it pays for, so that they must not stand in the budget once more."""


class Attachment(Strict):
    """A paper that must come along; asked of all, or only of those who apply for `applied_from` or more."""

    id: Id = Field(examples=["permission"])
    title: LocalText = Field({})
    labels: tuple[str, ...] = ()
    applied_from: Amount | None = None


class Days(Strict):
    """When a project may run, and when the fund must have which paper."""

    start: Literal["application", "decision"] | None = None
    """A project must not begin before its application is sent, or before the fund has decided."""
    decisions: tuple[dt.date, ...] = ()
    """The days on which the fund decides, where it has published them."""
    deadlines: tuple[dt.date, ...] = ()
    """The days by which applications must be there."""
    decision_weeks: int | None = None
    """How many weeks lie between a deadline, or else the application, and the decision at the least."""
    months_max: int | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    """No project may begin before the one or end after the other."""
    same_year: bool = False
    """The project must lie within one calendar year."""


class Partners(Strict):
    """With how many others a project must be made."""

    min: int | None = None
    """The applicant included."""
    countries_min: int | None = None
    """In how many countries all of them must be."""
