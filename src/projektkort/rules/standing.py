"""Knows how it stands with all that a schema asks of a document: found, set aside, in order, or not to be checked.

What was not checked is never in order. How that is told to people is left to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from projektkort.finding import Finding, Outcome, Severity, Standing
from projektkort.project.models import Project
from projektkort.rules.filled import is_told
from projektkort.rules.registry import wanted
from projektkort.rules.rule import Rule
from projektkort.rules.sections import SIDES
from projektkort.schema.model import Schema

MONEY = frozenset({"budget", "financing", "applied"})
UNTOLD = frozenset({"text", "schema", "rule", *(f"{part}-unread" for part in MONEY)})
"""For want of these a document was not checked as it should be, whatever its schema demands."""
FIGURES = frozenset({"amounts", "applied", "balance", "costs", "rates", "shares", "spending"})
"""The subjects whose errors leave figures in doubt, though somebody sets them aside."""
OFFICE = "date"
"""When an application came the office knows, though it tells no date."""
NO_SCHEMA = "schema-unknown"
SECTIONS = ("many-sections-missing", "required-section")
"""These two are told of section by section."""
STOPPING = frozenset(
    {
        "file-empty", "file-unreadable", "file-too-large", "not-text", "word-unreadable", "check-crashed",
        "yaml-syntax", "yaml-empty", "not-a-mapping", "many-documents", "too-deep", "too-large", "alias-expanding",
    }
)  # fmt: skip
"""After these some of the text was not looked at."""


def standings(
    project: Project, schema: Schema, findings: Sequence[Finding], subject_of: Callable[[str], str]
) -> tuple[Standing, ...]:
    """How it stands, for every finding, every required section that is there, and every rule that found nothing.

    `findings` are all that a check with this schema came to, those that were set aside among them; `subject_of` is
    the subject of a rule by its name.
    """
    reported = {each.rule for each in findings}
    stopped = "text" if not reported.isdisjoint(STOPPING) else "schema" if NO_SCHEMA in reported else ""
    levels = schema.rules
    sections = _sections(project, schema, stopped) if levels.get(SECTIONS[1]) != "off" else ()
    quiet = [rule for rule in _asked(project, schema) if rule.name not in reported and levels.get(rule.name) != "off"]
    crashed = {str(each.values["name"]) for each in findings if each.rule == "rule-crashed"}
    rest = (_standing(rule, project, "rule" if rule.name in crashed else stopped) for rule in quiet)
    return (*(_found(each, subject_of) for each in findings), *sections, *rest)


def _found(finding: Finding, subject_of: Callable[[str], str]) -> Standing:
    if finding.waived is None:
        return Standing(finding.rule, Outcome.FOUND, finding)
    doubtful = finding.severity is Severity.ERROR and subject_of(finding.rule) in FIGURES
    return Standing(finding.rule, Outcome.WAIVED, finding, open=doubtful)


def _asked(project: Project, schema: Schema) -> Iterable[Rule]:
    """The rules that are asked for; of money only where the schema wants any, or the document tells of it."""
    for rule in wanted(project, schema):
        silent = any(getattr(project, part) is None for part in rule.needs & MONEY)
        if rule.name not in SECTIONS and (schema.monetary or not silent):
            yield rule


def _sections(project: Project, schema: Schema, stopped: str) -> Iterator[Standing]:
    """The required sections that are there; of the others the findings tell."""
    for section in schema.required:
        if section.id not in SIDES and is_told(project, section.id):
            yield Standing(SECTIONS[1], Outcome.IN_ORDER, section=section.id)
        elif stopped:
            yield Standing(SECTIONS[1], Outcome.UNCHECKED, section=section.id, lacks=(stopped,), open=True)


def _standing(rule: Rule, project: Project, stopped: str) -> Standing:
    """Of a rule that found nothing; `stopped` says why it could not, whatever it needs."""
    lacks = (stopped,) if stopped else tuple(_lacking(project, rule))
    if not lacks:
        return Standing(rule.name, Outcome.IN_ORDER)
    return Standing(rule.name, Outcome.UNCHECKED, lacks=lacks, open=_is_open(rule, frozenset(lacks)))


def _is_open(rule: Rule, lacks: AbstractSet[str]) -> bool:
    """Whether it matters that a rule was not checked: text or figures were not read, or the schema demands it."""
    return not UNTOLD.isdisjoint(lacks) or (bool(rule.asks) and lacks != {OFFICE})


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
