"""Knows what it means that one schema extends another: what it says itself is laid over the other, the rest shows."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from projektkort.schema.model import Days, Limits, Partners, SectionSchema, SideSchema

Part = TypeVar("Part", bound=BaseModel)
TABLES = ("rules", "columns", "categories", "clauses")
LISTS = ("sections", "parts")


def overlaid(base: Part, own: Part) -> Part:
    """`own` over `base`: sections and parts by their ids, new ones behind; tables and groups of keys one by one."""
    return base.model_copy(
        update={name: _one(name, getattr(base, name), getattr(own, name)) for name in own.model_fields_set}
    )


def _one(name: str, base: Any, own: Any) -> object:
    """One field of both; what they hold has passed the model."""
    if name in LISTS:
        return _sections(base, own)
    if name in TABLES:
        return {**base, **own}
    if name == "stages":
        return {**base, **{stage: {**base.get(stage, {}), **levels} for stage, levels in own.items()}}
    if isinstance(own, Limits | SideSchema | Days | Partners):
        return overlaid(base, own)
    return own


def _sections(base: tuple[SectionSchema, ...], own: tuple[SectionSchema, ...]) -> tuple[SectionSchema, ...]:
    mine = {section.id: section for section in own}
    kept = [overlaid(section, mine.pop(section.id)) if section.id in mine else section for section in base]
    return (*kept, *mine.values())
