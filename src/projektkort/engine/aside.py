"""Knows which findings of a document its writer has set aside, and what is wrong with the waivers that say so.

How a waiver is written, `waivers` knows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from projektkort.engine.findings import catalogue, is_asked
from projektkort.engine.request import Request
from projektkort.engine.waivers import Said
from projektkort.finding import Finding, Problem, Waiver
from projektkort.frozen import Frozen, replace
from projektkort.identity import mask
from projektkort.rules import across
from projektkort.rules.texts import SUBJECTS, UnknownRule
from projektkort.schema.model import Schema
from projektkort.span import Text

OWN = "waivers"
PRIVACY = "privacy"  # asked for only where a document is to be published: what is not found today may be tomorrow
FIRM = frozenset(
    {
        *("personal-number", "rule-crashed", "check-crashed", "schema-unknown"),
        *("file-empty", "file-unreadable", "file-too-large", "not-text", "word-unreadable"),
        *("not-a-mapping", "too-deep", "too-large"),
    }
)
"""What nobody sets aside: numbers that must not be seen, and that a document was not read or not checked."""


def may_be_set_aside(rule: str) -> bool:
    """Whether anybody may set findings of a rule aside: in the document itself, or by a baseline."""
    return rule not in FIRM and catalogue().subject(rule) != OWN


class Aside(Frozen):
    """What is asked about the waivers of one document; `schema` with the severities that hold."""

    schema: Schema
    request: Request

    def judge(
        self, waivers: Iterable[Said], findings: Sequence[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
        """The findings in their order, with the waivers that count, and what is wrong with the others."""
        kept, problems = list(findings), list[Problem]()
        for said in waivers:
            fault = self._unusable(said)
            problems += [fault] if fault is not None else self._apply(said, kept)
        return tuple(kept), tuple(problems)

    def _unusable(self, said: Said) -> Problem | None:
        """Why a waiver has no effect whatever it names, if it has none."""
        if not said.names:
            return Problem(said.place, rule="waiver-unknown-rule", variant="none")
        if not said.reason:
            return Problem(said.place, rule="waiver-without-reason", name=said.names[0].value)
        if said.day is not None and said.until is None:
            return Problem(said.day.place, rule="waiver-day-unreadable", text=said.day.value)
        return None

    def _apply(self, said: Said, kept: list[Finding]) -> Iterator[Problem]:
        """Sets aside what a waiver is about, name by name."""
        until = said.until
        waiver = Waiver(mask(said.reason), until.isoformat() if until else None, said.place.span)
        for name in said.names:
            wrong = _wrong(name)
            about = [at for at, finding in enumerate(kept) if wrong is None and _is_about(said, name, finding)]
            if wrong is not None:
                yield wrong
            elif not about:
                yield from self._unused(said, name)
            elif self._is_over(until):
                place = said.day.place if said.day is not None else said.place
                yield Problem(place, rule="waiver-expired", name=name.value, day=waiver.until)
            else:
                for at in about:
                    kept[at] = replace(kept[at], waived=waiver)

    def _is_over(self, until: dt.date | None) -> bool:
        return until is not None and self.request.as_of is not None and until < self.request.as_of

    def _unused(self, said: Said, name: Text) -> Iterator[Problem]:
        """That there is nothing to set aside, unless nobody has looked for it."""
        if name.value in SUBJECTS:
            looked = name.value != PRIVACY and not (self.request.select or self.request.ignore)
        else:
            looked = catalogue().subject(name.value) != PRIVACY and is_asked(name.value, self.request)
        if looked and self.schema.rules.get(name.value) != "off":
            yield Problem(name.place, rule="waiver-unused", variant="line" if said.line else "", name=name.value)


def _is_about(said: Said, name: Text, finding: Finding) -> bool:
    """Whether a finding is one that a waiver names, on the line that it is about, and not set aside already."""
    if finding.waived is not None or (said.line is not None and said.line != finding.span.line):
        return False
    named = name.value in {finding.rule, catalogue().subject(finding.rule)}
    return named and may_be_set_aside(finding.rule)


def _wrong(name: Text) -> Problem | None:
    """What is wrong with the name of a rule or subject, if anything is."""
    if name.value in {OWN, across.SUBJECT, *across.RULES, *FIRM}:
        variant = "across" if name.value in {across.SUBJECT, *across.RULES} else ""
        return Problem(name.place, rule="waiver-not-allowed", variant=variant, name=name.value)
    try:
        allowed = name.value in SUBJECTS or may_be_set_aside(name.value)
    except UnknownRule:
        meant = next(iter(get_close_matches(name.value, (*catalogue().names(), *SUBJECTS), n=1)), None)
        variant = "suggestion" if meant else ""
        return Problem(name.place, rule="waiver-unknown-rule", variant=variant, name=name.value, suggestion=meant)
    return None if allowed else Problem(name.place, rule="waiver-not-allowed", name=name.value)
