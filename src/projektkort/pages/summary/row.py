"""Knows what a summary keeps of one file: a small value that travels between processes. `whole` adds them up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum
from typing import Literal

from projektkort.finding import Fact, Result, Severity
from projektkort.frozen import Frozen
from projektkort.pages.cover import clean
from projektkort.pages.summary.figures import UNTOLD, Figure, applied_figure, own_figure, side_figure
from projektkort.project.models import Project, Side
from projektkort.schema.model import Schema
from projektkort.span import LINE_BREAK

LONGEST = 160
"""More characters of a title or a name are no title."""
PERSONAL = "personal-number"
SECTIONS = frozenset({"required-section", "empty-section"})
"""The rules whose findings are told by the section that they speak of."""
Balances = Literal["yes", "no", "unknown", ""]


class State(IntEnum):
    """What came of a file, gravest first. Those that were read have the rank of their gravest finding."""

    FAULTY = Severity.ERROR.rank
    WARNED = Severity.WARNING.rank
    IN_ORDER = Severity.INFO.rank
    UNREAD = 3
    FOREIGN = 4  # no project description
    FOLDER = 5  # a folder that was not entered, or could not be


STATES = {"not-a-project": State.FOREIGN, "folder-not-entered": State.FOLDER, "folder-unreadable": State.FOLDER}
"""What came of a file that was not read, by the reason; for any other reason it is unread."""


class Lack(Frozen):
    """What a file lacks: the rule that says so, and the section where it speaks of one."""

    rule: str
    severity: Severity
    section: str = ""


class Row(Frozen):
    """What the summary says of one file, personal numbers masked.

    `reason` says why a file was not read: why it was skipped, else the rule that found nothing to read. `share` is the
    own money's part of the financing (0.1 is ten per cent). `link` leads from the summary to the file, where it can.
    """

    path: str
    state: State
    reason: str = ""
    number: str = ""
    title: str = ""
    applicant: str = ""
    language: str | None = None
    applied: Figure = UNTOLD
    expects: bool = False
    """Whether it is an application, which must tell an amount."""
    budget: Figure = UNTOLD
    own: Figure = UNTOLD
    share: Decimal | None = None
    balances: Balances = ""
    """Empty where it has neither costs nor financing, and need not."""
    lacks: tuple[Lack, ...] = ()
    unchecked: bool = False
    """Whether it cannot be called in order, though nothing of it is to be mended."""
    personal: bool = False
    crashed: bool = False
    facts: tuple[Fact, ...] = ()
    link: str = ""

    @property
    def is_read(self) -> bool:
        """Whether it stands in the table of projects."""
        return self.state <= State.IN_ORDER

    def count(self, severity: Severity) -> int:
        """How many of its findings are of this severity."""
        return sum(lack.severity is severity for lack in self.lacks)


def row_of(project: Project, result: Result, schema: Schema, *, unchecked: bool = False) -> Row:
    """The row of a file that was read and checked; `unchecked` where something was not, or was set aside in doubt."""
    lacks = tuple(_lacks(result))
    least = State.WARNED if unchecked else State.IN_ORDER
    currency = _currency(project)
    own = own_figure(project.financing, currency)
    return Row(
        path=result.path,
        state=State(min([*(lack.severity.rank for lack in lacks), least])),
        number=_line(project.id.value) if project.id else "",
        title=_line(LINE_BREAK.split(project.title.value.strip(), maxsplit=1)[0]) if project.title else "",
        applicant=_line(project.applicant.name.value) if project.applicant else "",
        language=project.language,
        applied=applied_figure(project.applied, currency),
        expects=project.kind == "application",
        budget=side_figure(project.budget, currency),
        own=own,
        share=_share(own, project.financing),
        balances=_balances(project, schema),
        lacks=lacks,
        unchecked=unchecked,
        personal=any(finding.rule == PERSONAL and finding.waived is None for finding in result.findings),
        crashed=result.crash is not None,
        facts=result.facts,
    )


def unread_row(result: Result) -> Row:
    """The row of a file that was skipped, or in which there was nothing to read."""
    reason = result.skipped or next((finding.rule for finding in result.findings), "")
    return Row(result.path, STATES.get(reason, State.UNREAD), reason, lacks=tuple(_lacks(result)))


def _lacks(result: Result) -> Iterator[Lack]:
    """What is missing, errors first, and personal numbers before all."""
    for finding in sorted(result.findings, key=lambda each: (each.rule != PERSONAL, each.severity.rank)):
        if finding.waived is None and finding.severity in {Severity.ERROR, Severity.WARNING}:
            section = finding.values.get("label") if finding.rule in SECTIONS else None
            yield Lack(finding.rule, finding.severity, _line(str(section)) if section else "")


def _currency(project: Project) -> str | None:
    """The currency of figures that name none: the document's own, else the one that its other figures name."""
    figures = (project.applied, project.budget, project.financing)
    named = {each.currency for each in figures if each is not None and each.currency}
    return project.currency or (named.pop() if len(named) == 1 else None)


def _share(own: Figure, financing: Side | None) -> Decimal | None:
    """The own money's part of the financing; None where one of them is not known exactly."""
    whole = financing.figure if financing is not None else None
    if not whole or own.bounds is None or own.low is None or own.low != own.high:
        return None
    return own.low / whole


def _balances(project: Project, schema: Schema) -> Balances:
    if project.balances is not None:
        return "yes" if project.balances else "no"
    both = project.budget is not None and project.financing is not None
    weighed = both or project.kind == "application" or schema.budget.required or schema.financing.required
    return "unknown" if weighed else ""


def _line(text: str) -> str:
    line = clean(text)
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"
