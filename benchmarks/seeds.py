"""Knows the classes of defects, each named after the rule that must tell of it.

A seed changes one thing; what else is then said is a false alarm. Where it must be found follows from where it was
put: at its first character, or where a missing thing would stand.
"""

from __future__ import annotations

from sowing import Seed
from sowing_files import behind_title, bracket, colon, legacy, two_documents
from sowing_money import (
    around,
    in_dollars,
    more_paid,
    other_amount,
    other_applied,
    other_quantity,
    side_gone,
    split_amount,
    wrong_subtotal,
    wrong_total,
)
from sowing_text import (
    another_number,
    comment,
    emptied,
    misspelt,
    other_status,
    same_number,
    section_gone,
    sentence_more,
    step_too_late,
    too_many_words,
    turned_period,
    twice,
)

A_PERSON = "121212-1212"
COSTS = {
    "da": " Projektet koster i alt 987.654 kr.",
    "sv": " Projektet kostar totalt 987 654 kr.",
    "nb": " Prosjektet koster i alt 987 654 kr.",
    "en": " The project costs 987,654 in all.",
}
WEDNESDAY = {
    "da": " Onsdag den 22. maj 2027.",
    "sv": " Onsdagen den 22 maj 2027.",
    "nb": " Onsdag 22. mai 2027.",
    "en": " Wednesday 22 May 2027.",
}
"""It is a Saturday."""

SEEDS = (
    Seed("budget-total", wrong_total("budget")),
    Seed("financing-total", wrong_total("financing")),
    Seed("subtotal-differs", wrong_subtotal),
    Seed("budget-balances", more_paid),
    Seed("quantity-times-price", other_quantity),
    Seed("applied-amount", other_applied),
    Seed("mixed-currencies", in_dollars),
    Seed("amount-unreadable", other_amount(lambda _: "25.00.000")),
    Seed("amount-ambiguous", other_amount(lambda _: "25,000")),
    Seed("amount-range", other_amount(around)),
    Seed("required-section", section_gone),
    Seed("empty-section", emptied),
    Seed("near-miss-label", misspelt),
    Seed("label-twice", twice, ("md",)),
    Seed("key-twice", twice, ("yaml",)),
    Seed("budget-missing", side_gone("budget")),
    Seed("financing-missing", side_gone("financing")),
    Seed("period-reversed", turned_period),
    Seed("date-impossible", sentence_more(" 31. september 2027.", 1)),
    Seed("weekday-wrong", sentence_more(WEDNESDAY, 1)),
    Seed("personal-number", sentence_more(f" {A_PERSON}.", 1)),
    Seed("placeholder-left", sentence_more(" TBD.", 1)),
    Seed("control-character", sentence_more("\a", 0), ("md",)),
    Seed("invisible-character", sentence_more(" Al\u200bt.", 3)),
    Seed("encoding-legacy", legacy),
    Seed("yaml-syntax", bracket, ("yaml",)),
    Seed("yaml-repaired", colon, ("yaml",)),
    Seed("many-documents", two_documents, ("yaml",)),
    Seed("status-unknown", other_status("Se bilaget")),
    Seed("goal-id-twice", same_number),
    Seed("too-long", too_many_words),
    Seed("activity-outside-period", step_too_late),
    Seed("organisation-number-wrong", another_number),
    Seed("amount-told-differs", sentence_more(COSTS, 1, where="budget")),
    Seed("waiver-unused", comment("projekt: ignore column-unknown: the column is ours", "column")),
    Seed("waiver-without-reason", comment("projekt: ignore column-unknown", "")),
    Seed("comment-cuts-text", behind_title(" #2"), ("yaml",)),
    Seed("flow-splits-amount", split_amount, ("yaml",)),
)
