"""Knows which findings of a document its writer has set aside, and what is wrong with the waivers that say so.

How a waiver is written, `waivers` knows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from projektkort.document.hidden import blanked
from projektkort.engine.findings import catalogue, is_asked
from projektkort.engine.request import Request
from projektkort.engine.said import Said
from projektkort.engine.waivers import UNCLEAR
from projektkort.finding import Finding, Problem, Waiver
from projektkort.frozen import Frozen, replace
from projektkort.identity import mask
from projektkort.period import Precision
from projektkort.rules import across
from projektkort.rules.firm import OWN, firm
from projektkort.rules.texts import SUBJECTS
from projektkort.schema.model import Schema
from projektkort.span import Text

PRIVACY = "privacy"  # asked for only where a document is to be published: what is not found today may be tomorrow
_WORD = re.compile(r"[^\W\d_]{2,}")


def may_be_set_aside(rule: str) -> bool:
    """Whether anybody may set findings of a rule aside: in the document itself, or by a baseline."""
    return rule not in firm()


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
            faults = list(_faults(said))
            if not faults and not any(map(_wrong, said.beside)):
                faults = list(self._apply(said, kept))
            problems += faults
        return tuple(kept), tuple(problems)

    def _apply(self, said: Said, kept: list[Finding]) -> Iterator[Problem]:
        """Sets aside what a waiver is about, name by name."""
        until = said.until
        waiver = Waiver(mask(said.reason), until.isoformat() if until else None, said.place.span)
        for name in said.names:
            about = [at for at, finding in enumerate(kept) if _is_about(said, name, finding)]
            if not about:
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
        rule = _rule(name)
        if rule in SUBJECTS:
            looked = rule != PRIVACY and not (self.request.select or self.request.ignore)
        else:
            looked = catalogue().subject(rule) != PRIVACY and is_asked(rule, self.request)
        if looked and self.schema.rules.get(rule) != "off":
            yield Problem(name.place, rule="waiver-unused", variant="line" if said.line else "", name=name.value)


def _faults(said: Said) -> Iterator[Problem]:
    """Why a waiver has no effect, if it has none: the first thing that is not understood, or all names that are not."""
    name = said.names[0].value if said.names else ""
    if said.faults:
        yield from said.faults
    elif not said.names:
        yield Problem(said.place, rule="waiver-unknown-rule", variant="none")
    elif said.reason and (wrong := list(filter(None, map(_wrong, said.names)))):
        yield from wrong
    elif not _says_anything(said.reason):
        yield Problem(said.place, rule="waiver-without-reason", name=name)
    elif said.day is not None and said.until is None:
        yield Problem(said.day.place, rule="waiver-day-unreadable", variant=_unreadable(said), text=said.day.value)
    elif said.day_in_reason is not None:
        yield Problem(said.place, rule=UNCLEAR, variant="day", name=name, day=said.day_in_reason)


def _says_anything(reason: str) -> bool:
    """Whether a reason has a word that is more than something to fill in."""
    if not reason:
        return False
    from projektkort.rules.placeholders import find  # noqa: PLC0415 - few documents have waivers

    told = reason.upper()  # as most of what is to be filled in is written
    return _WORD.search(blanked(told, tuple(find(told)), " ")) is not None


def _unreadable(said: Said) -> str:
    """What is wrong with a last day that cannot be read: it may be two days, or has no year."""
    told = said.period
    if told is None or told.precision is not Precision.DAY:
        return ""
    return "year" if told.yearless else "two"


def _rule(name: Text) -> str:
    """The rule or subject that is meant, in capitals or not."""
    return name.value.lower()


def _is_about(said: Said, name: Text, finding: Finding) -> bool:
    """Whether a finding is one that a waiver names, on the line that it is about, and not set aside already."""
    if finding.waived is not None or (said.line is not None and said.line != finding.span.line):
        return False
    named = _rule(name) in {finding.rule, catalogue().subject(finding.rule)}
    return named and may_be_set_aside(finding.rule)


def _wrong(name: Text) -> Problem | None:
    """What is wrong with the name of a rule or subject, if anything is."""
    rule, known = _rule(name), (*catalogue().names(), *SUBJECTS)
    if rule in {OWN, across.SUBJECT, *across.RULES, *firm()}:
        variant = "across" if rule in {across.SUBJECT, *across.RULES} else ""
        return Problem(name.place, rule="waiver-not-allowed", variant=variant, name=name.value)
    if rule in known:
        return None
    meant = next(iter(get_close_matches(rule, known, n=1)), None)
    variant = "suggestion" if meant else ""
    return Problem(name.place, rule="waiver-unknown-rule", variant=variant, name=name.value, suggestion=meant)
