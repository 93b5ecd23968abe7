"""Knows which demands of a schema are held against which section, and of which sections a form does not ask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from projektkort.schema.model import REPORTS, Schema

KEPT = 256  # schemas
OF_DATE = ("start", "deadlines")
OF_PERIOD = ("start", "months_max", "earliest", "latest", "same_year")


@lru_cache(maxsize=KEPT)
def by_applied(schema: Schema) -> tuple[str, ...]:
    """The demands that hold amounts of the fund against the one applied for."""
    limits = schema.limits
    sections = [section.by_amount for section in schema.walk()]
    lengths = {"by_amount": [entry for entries in sections for entry in entries]}
    lengths["length"] = [schema.length] if schema.length is not None else []
    found = [key for key in ("applied_min", "applied_max", "applied_step", "own_share_from") if _told(limits, key)]
    found += [key for key, entries in lengths.items() if any(entry.up_to is not None for entry in entries)]
    return (*found, *(["applied_from"] if any(paper.applied_from for paper in schema.attachments) else []))


@lru_cache(maxsize=KEPT)
def of_applied(schema: Schema) -> tuple[str, ...]:
    """The demands for which it must be known how much is applied for; none of a report, which tells what was given."""
    if schema.kind in REPORTS:
        return ()
    limits = schema.limits
    shares = [key for key in ("applied_share_max", "de_minimis_max") if _told(limits, key)]
    own = ["own_share_of"] if limits.own_share_min is not None and limits.own_share_of == "applied" else []
    return (*by_applied(schema), *shares, *own)


def unasked(schema: Schema) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sections that a form does not have, with the demands that are held against what stands there."""
    days = schema.days
    held = {
        "applied": of_applied(schema),
        "date": tuple(key for key in OF_DATE if _told(days, key)),
        "period": tuple(key for key in OF_PERIOD if _told(days, key)),
        "partners": tuple(key for key in ("min", "countries_min") if _told(schema.partners, key)),
        "attachments": ("attachments",) if schema.attachments else (),
    }
    yield from ((wanted, keys) for wanted, keys in held.items() if keys and schema.section(wanted) is None)


def _told(holder: object, key: str) -> bool:
    return getattr(holder, key) not in (None, False, ())
