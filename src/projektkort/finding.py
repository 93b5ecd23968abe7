"""Knows what a problem, a finding and a result are. How they are worded and written is left to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.span import Place, Span, Where


class Severity(StrEnum):
    """How grave a finding is. `off` in a schema or configuration silences the rule."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for errors; larger is milder."""
        return list(Severity).index(self)


class Note(Frozen):
    """A phrase of its own inside a message: a hint, a reason. Its words stand beside the rules, under `notes`."""

    key: str
    values: Mapping[str, Value]

    def __init__(self, key: str, values: Mapping[str, Value] | None = None) -> None:
        super().__init__(key, values or {})


Value = str | int | Decimal | Money | Span | Place | Note | tuple["Value", ...] | None
"""What a message can speak of. A Place becomes its Span in a finding; a tuple is written as a list."""


class Edit(Frozen):
    """Replace the text at a place by another."""

    place: Place
    text: str


class Fix(Frozen):
    """Edits that would mend a problem; `safe` where the meaning cannot change. What it does, the rule's `fix` says.

    One without edits saves the file as UTF-8, and changes none of its text.
    """

    edits: tuple[Edit, ...]
    safe: bool = False


class Problem(Frozen):
    """What a reader, the binding or a rule has to say about a place; the engine makes a finding of it.

    `rule` is filled in by the engine for rules; readers and binding name theirs. `variant` chooses between
    several wordings of one rule. Everything else given by name becomes a value of the message.
    """

    place: Place
    rule: str
    variant: str
    values: Mapping[str, Value]
    related: tuple[Place, ...]
    fix: Fix | None

    def __init__(
        self,
        place: Place,
        *,
        rule: str = "",
        variant: str = "",
        related: Iterable[Place | None] = (),
        fix: Fix | None = None,
        **values: Value,
    ) -> None:
        others = tuple(other for other in related if other is not None)
        super().__init__(place, rule, variant, values, others, fix)


class Excerpt(Frozen):
    """One line of the source as shown beside a finding, personal numbers masked; `number` counts from 1.

    Of a very long line only the part from `offset` on is kept: column c stands at index c - 1 - offset of `text`.
    """

    number: int
    text: str
    offset: int = 0


class Waiver(Frozen):
    """Why a finding is set aside, and until when (ISO date), and where that is said."""

    reason: str
    until: str | None
    span: Span | None


class SpanEdit(Frozen):
    """An edit by line and column, which outlives the source."""

    span: Span
    text: str


class SpanFix(Frozen):
    """A fix by line and column."""

    safe: bool
    edits: tuple[SpanEdit, ...]


class Elsewhere(Frozen):
    """A place in another file, as shown."""

    path: str
    span: Span


class Fact(Frozen, guarded=False):
    """What the rules across files remember of a file: what it is, 8 bytes of a hash of it, and where it stands."""

    kind: str
    key: bytes
    span: Span


NO_VALUES: Mapping[str, Value] = {}


class Finding(Frozen):
    """One located problem of a checked file, without a tie to its text: values, spans, few masked lines."""

    rule: str
    severity: Severity
    span: Span
    variant: str = ""
    values: Mapping[str, Value] = NO_VALUES
    related: tuple[Span, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    fix: SpanFix | None = None
    waived: Waiver | None = None
    where: Where | None = None
    """The paragraph or cell of a Word document; None for a file of text."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Places in other files, of a finding across files."""

    @property
    def order(self) -> tuple[Span, str]:
        return self.span, self.rule


class Outcome(StrEnum):
    """What came of one thing that was asked."""

    FOUND = "found"
    WAIVED = "waived"
    UNCHECKED = "unchecked"
    IN_ORDER = "in-order"


class Standing(Frozen):
    """How it stands with one thing that is asked of a document: with a rule, with a required section."""

    rule: str
    outcome: Outcome
    finding: Finding | None = None
    """What was found, or set aside."""
    section: str = ""
    """The id of a required section that is there; the rule says nothing of others."""
    lacks: tuple[str, ...] = ()
    """What could not be checked for want of: parts of a project, "…-unread" where one is there; "text", "schema" where
    only the name of the form is unknown, "rule"."""
    open: bool = False
    """Whether the document cannot be called in order for it, though there is nothing to mend: what is asked for was not
    checked, or an error in its figures was set aside."""


class Holds(StrEnum):
    """How long a result holds for the same bytes."""

    ALWAYS = "always"
    DAY = "day"  # the day of the check was asked for
    ONCE = "once"  # other files were read, or something failed


class Result(Frozen):
    """All about one checked file that outlives it."""

    path: str
    sha256: str = ""
    schema: str | None = None
    schema_by: str | None = None
    kind: str | None = None
    language: str | None = None
    findings: tuple[Finding, ...] = ()
    skipped: str | None = None
    """Why the file was not checked (a key of the notes: "word", "not-a-project", …); None: it was checked."""
    crash: str | None = None
    """The name of a rule that failed on this file through a fault of ours; None: none did."""
    facts: tuple[Fact, ...] = ()
    """What the rules across files need of this one."""
    applied: Money | None = None
    """The amount applied for, where one was read; it counts towards the pool."""
    levels: tuple[tuple[str, str], ...] = ()
    """The severities of the rules across files, by rule, where this one's schema or the request sets them."""
    across: bool = False
    """Whether this is no file's own result, but carries a finding across files at its place in this one."""
    holds: Holds = Holds.ONCE
    """For how long the same bytes give the same result."""

    def count(self, severity: Severity) -> int:
        """How many findings of this severity are not set aside."""
        return sum(f.severity is severity and f.waived is None for f in self.findings)
