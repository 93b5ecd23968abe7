"""Knows when two documents say the same, however they are written: what is left of their data without its form."""

from __future__ import annotations

import re
from typing import Any

from projektkort.schema.spelling import key

FORM = frozenset({"path", "schema_by", "line", "span", "items"})
"""Where something stands and how it was found; the items of a list stand in its text too."""
SETTINGS = frozenset({"title", "schema", "language", "currency", "kind"})
"""Sections that say nothing which does not stand elsewhere in the data."""
HOLDERS = {
    "budget": ("budget",),
    "financing": ("financing",),
    "economy": ("budget",),
    "schedule": ("schedule",),
    "report_number": ("report", "number"),
    "report_period": ("report", "period"),
}
"""The sections whose text is typed elsewhere, and the way there."""
EMPTIED = {"goals": "goals", "situation": "subprojects", "subprojects": "subprojects"}
"""The sections that are empty where all that stood in them was read as something else."""
BULLET = re.compile(r"^[ \t]*[-*+•–][ \t]+", re.MULTILINE)


def essence(data: dict[str, Any], *, placed: bool = False) -> dict[str, Any]:
    """What a project's data (as `as_data` gives it) says, without what depends on how it was written.

    With `placed` its parts keep their lines, so that somebody can be told where they stand.
    """
    project = data["project"]
    sections = [each for each in project["sections"] if not _is_form(each, project)]
    plain: dict[str, Any] = _plain(
        {**data, "project": {**project, "sections": sections}}, FORM - {"line"} if placed else FORM
    )
    plain["project"]["amounts_in_text"].sort(key=lambda each: str({**each, "line": None}))
    _share_themes(plain["project"]["goals"])
    return plain


def _share_themes(goals: list[dict[str, Any]]) -> None:
    """The words of a sub-goal hold for all of its goals, whether they stand once or beside each."""
    themes = {goal["subgoal"]: goal["theme"] for goal in reversed(goals) if goal["theme"]}
    for goal in goals:
        goal["theme"] = goal["theme"] or themes.get(goal["subgoal"])


def _is_form(section: dict[str, Any], project: dict[str, Any]) -> bool:
    """Whether a section holds only what is typed elsewhere."""
    wanted: str | None = section["id"]
    if wanted in EMPTIED:
        return bool(project[EMPTIED[wanted]]) and not section["text"].strip() and not section["parts"]
    found: Any = project if wanted in HOLDERS else None
    for step in HOLDERS.get(wanted or "", ()):
        found = found and found[step]
    return wanted in SETTINGS or bool(found)


def _plain(value: Any, form: frozenset[str]) -> Any:
    if isinstance(value, dict):
        kept = {name: _plain(each, form) for name, each in value.items() if name not in form}
        if "id" in kept and "label" in kept:  # a section
            kept["label"] = key(value["label"])
        if kept.get("start") and kept.get("end"):  # a period that was read, however it is written
            del kept["text"]
        return kept
    if isinstance(value, list):
        return [_plain(each, form) for each in value]
    return " ".join(BULLET.sub("", value).split()) if isinstance(value, str) else value
