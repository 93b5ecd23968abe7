"""Knows what stands in a letter to the applicant: what to mend, the least work first, and where. No name of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import Literal

from projektkort.finding import Finding, Severity
from projektkort.locale import quote
from projektkort.pages.checked import Checked, Words
from projektkort.pages.cover import clean
from projektkort.pages.voice import Voice
from projektkort.pages.whereabouts import whereabouts
from projektkort.project.models import Project
from projektkort.span import LINE_BREAK

OFFICE = "setup"
"""The subject of what the sender of the letter must mend, not the applicant: schemas, rules, files beside this one."""
LetterState = Literal["unread", "faulty", "unchecked", "notes", "in-order", "office"]


@dataclass(frozen=True, slots=True)
class Point:
    """One place: where, what is wrong there, and what to do; `help` is empty where it is said once for all places."""

    where: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Item:
    """One number of the list: one kind of fault with all its places, and what to do about each of them."""

    head: str
    points: tuple[Point, ...]
    help: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a letter says. `must` has to be mended, `also` should be looked at; each the least work first."""

    state: LetterState
    """"office": nothing to tell the applicant before the sender has mended what `office` says."""
    to: str
    about: str
    opening: str
    must: tuple[Item, ...]
    also: tuple[Item, ...]
    unchecked: tuple[Point, ...]
    """What cannot be called in order, though nothing of it is in the lists: it was not checked, or it was set aside."""
    lines: str
    """Which file the numbers of lines are those of; empty where none is named."""
    office: tuple[str, ...]

    @property
    def answer(self) -> bool:
        """Whether something is to be sent back."""
        return self.state in {"unread", "faulty"}


def letter(project: Project, findings: Sequence[Finding], checked: Checked, words: Words, voice: Voice) -> Letter:
    """The letter about a document, in the language of the voice. Of what was set aside only errors in figures are."""
    told = [each for each in findings if each.waived is None and each.severity in {Severity.ERROR, Severity.WARNING}]
    office = [each for each in told if words.subject(each.rule) == OFFICE]
    own = [each for each in told if each not in office]
    writer = _Writer(project, words, voice)
    must, also = (writer.items(own, severity) for severity in (Severity.ERROR, Severity.WARNING))
    unchecked = tuple(dict.fromkeys(writer.unchecked(checked, faulty=bool(must))))
    state = _state(checked, (must, unchecked, also), any(each.severity is Severity.ERROR for each in office))
    name = quote(clean(PurePath(checked.path).name), voice.language)
    opening = [voice.say(f"letter-{state}", file=name, **_thing(project, voice))]
    if state in {"faulty", "notes"} and len(must) + len(also) > 1:
        opening.append(voice.say("letter-order"))
    shown = [*own, *(each.finding for each in checked.standings if each.open and each.finding is not None)]
    numbered = state in {"faulty", "unchecked", "notes"} and any(each.where is None for each in shown)
    return Letter(
        state=state,
        to=_to(project, voice),
        about=voice.say("letter-about-file", file=name) if state == "unread" else _about(project, voice),
        opening=" ".join(opening),
        must=must,
        also=also if state != "unread" else (),
        unchecked=unchecked if state != "unread" else (),
        lines=voice.say("letter-lines", file=name) if numbered else "",
        office=tuple(clean(words.message(each, voice.language)) for each in office),
    )


def _state(checked: Checked, told: tuple[object, object, object], blocked: bool) -> LetterState:
    """The gravest state; `told` is what must be mended, what was not checked, and what should be looked at."""
    must, unchecked, also = told
    if not checked.read:
        return "unread"
    if must:
        return "faulty"
    if blocked:
        return "office"
    return "unchecked" if unchecked else "notes" if also else "in-order"


def _thing(project: Project, voice: Voice) -> dict[str, str]:
    """What the document is called: “application”, “the application”."""
    return {"thing": voice.say(f"thing-{project.kind}"), "the": voice.say(f"the-{project.kind}")}


def _to(project: Project, voice: Voice) -> str:
    name = clean(project.applicant.name.value) if project.applicant else ""
    return voice.say("letter-to", name=name) if name else voice.say("letter-to-nobody")


def _about(project: Project, voice: Voice) -> str:
    """ "The application “Tables in the square”, no. 17, amount applied for 18,500 kr.", as far as that is known."""
    title = clean(LINE_BREAK.split(project.title.value.strip(), 1)[0]) if project.title else ""
    named = quote(title, voice.language) if title else ""
    parts = [voice.say("letter-about", title=named, **_thing(project, voice)).strip()]
    if project.id is not None:
        parts.append(voice.say("letter-number", number=clean(project.id.value)))
    applied = project.applied
    if applied is not None and applied.amount is not None:
        amount = voice.money(applied.amount, applied.currency or project.currency)
        parts.append(voice.say("letter-applied", amount=amount))
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Words findings for the applicant of one project."""

    project: Project
    words: Words
    voice: Voice

    def items(self, findings: Iterable[Finding], severity: Severity) -> tuple[Item, ...]:
        """Findings of one severity by their rule, those that are least work first, else in the order of the text."""
        graded = [each for each in findings if each.severity is severity]
        first = {each.rule: each.span for each in reversed(graded)}
        graded.sort(key=lambda each: (self.words.effort(each.rule), first[each.rule], each.rule))
        return tuple(self._item(rule, list(same)) for rule, same in groupby(graded, lambda each: each.rule))

    def unchecked(self, checked: Checked, *, faulty: bool) -> Iterator[Point]:
        """Why something could not be checked, where no fault says so already; errors in figures that were set aside."""
        standings = [each for each in checked.standings if each.open]
        reasons = [lack for each in standings for lack in each.lacks] if not faulty else []
        yield from (Point("", self.voice.say(f"lacks-{lack}"), "") for lack in dict.fromkeys(reasons))
        for each in standings:
            if each.finding is not None and each.finding.waived is not None:
                where = whereabouts(self.project, each.finding, self.voice)
                reason = self.voice.say("check-waived", reason=clean(each.finding.waived.reason))
                message = clean(self.words.placed(each.finding, self.voice.language))
                yield Point(where, f"{message} {reason}", "")

    def _item(self, rule: str, findings: Sequence[Finding]) -> Item:
        points = tuple(dict.fromkeys(self._points(findings)))  # what stands twice in a line is told once
        title = clean(self.words.title(rule, self.voice.language))
        head = self.voice.say("letter-several", title=title, count=str(len(points))) if len(points) > 1 else title
        helps = {point.help for point in points}
        if len(helps) > 1:
            return Item(head, points, "")
        return Item(head, tuple(Point(each.where, each.message, "") for each in points), helps.pop())

    def _points(self, findings: Iterable[Finding]) -> Iterator[Point]:
        for each in findings:
            message, remedy = (say(each, self.voice.language) for say in (self.words.placed, self.words.help))
            yield Point(whereabouts(self.project, each, self.voice), clean(message), clean(remedy))
