"""Knows how it stands with all that a schema asks of a document: found, set aside, in order, or not to be checked.

What was not checked is never in order. How that is told to people is left to the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.finding import Finding, Outcome, Standing
from projektkort.project.models import Project
from projektkort.rules.registry import wanted
from projektkort.rules.rule import Rule
from projektkort.rules.sections import SIDES, is_told
from projektkort.schema.model import Schema

MONEY = frozenset({"budget", "financing", "applied"})
SECTIONS = ("many-sections-missing", "required-section")
"""These two are told of section by section."""
STOPPING = frozenset(
    {
        "file-empty", "file-unreadable", "file-too-large", "not-text", "word-unreadable", "check-crashed",
        "yaml-syntax", "yaml-empty", "not-a-mapping", "many-documents", "too-deep", "too-large", "alias-expanding",
        "schema-unknown",
    }
)  # fmt: skip
"""After these some of the text, or of the schema, was not looked at."""


def standings(project: Project, schema: Schema, findings: Sequence[Finding]) -> tuple[Standing, ...]:
    """How it stands, for every finding, every required section that is there, and every rule that found nothing.

    `findings` are all that a check with this schema came to, those that were set aside among them.
    """
    found = [Standing(each.rule, Outcome.WAIVED if each.waived else Outcome.FOUND, each) for each in findings]
    reported = {each.rule for each in findings}
    stopped = not reported.isdisjoint(STOPPING)
    levels = schema.rules
    sections = _sections(project, schema, stopped=stopped) if levels.get(SECTIONS[1]) != "off" else ()
    quiet = [rule for rule in _asked(project, schema) if rule.name not in reported and levels.get(rule.name) != "off"]
    crashed = {str(each.values["name"]) for each in findings if each.rule == "rule-crashed"}
    rest = (_standing(rule, project, stopped=stopped, crashed=rule.name in crashed) for rule in quiet)
    return (*found, *sections, *rest)


def _asked(project: Project, schema: Schema) -> Iterable[Rule]:
    """The rules that are asked for; of money only where the schema wants any, or the document tells of it."""
    for rule in wanted(project, schema):
        silent = any(getattr(project, part) is None for part in rule.needs & MONEY)
        if rule.name not in SECTIONS and (schema.monetary or not silent):
            yield rule


def _sections(project: Project, schema: Schema, *, stopped: bool) -> Iterator[Standing]:
    """The required sections that are there; of the others the findings tell."""
    for section in schema.required:
        if section.id not in SIDES and is_told(project, section.id):
            yield Standing(SECTIONS[1], Outcome.IN_ORDER, section=section.id)
        elif stopped:
            yield Standing(SECTIONS[1], Outcome.UNCHECKED, section=section.id, lacks=("text",))


def _standing(rule: Rule, project: Project, *, stopped: bool, crashed: bool) -> Standing:
    """Of a rule that found nothing."""
    lacks = ("rule",) if crashed else ("text",) if stopped else tuple(_lacking(project, rule))
    return Standing(rule.name, Outcome.UNCHECKED if lacks else Outcome.IN_ORDER, lacks=lacks)


def _lacking(project: Project, rule: Rule) -> Iterator[str]:
    """The parts that the rule needs and that are not there, or were not read: of those it could say nothing."""
    for part in sorted(rule.needs):
        if getattr(project, part) is None:
            yield part
        elif not _is_read(project, part):
            yield f"{part}-unread"


def _is_read(project: Project, part: str) -> bool:
    match part:
        case "budget" | "financing":
            side = getattr(project, part)
            return side is not None and side.bounds is not None
        case "applied":
            return project.applied is not None and project.applied.amount is not None
        case "period":
            return project.period is not None and project.period.period.start is not None
    return True
