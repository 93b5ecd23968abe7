"""Knows what is said about one rule, as values; where it is read from, `texts` knows."""

from __future__ import annotations

from collections.abc import Mapping

from projektkort.finding import Severity
from projektkort.frozen import Frozen
from projektkort.rules.sentence import LocalText


class UnknownRule(LookupError):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """No rule has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Wording(Frozen):
    """One way to say what is wrong, what to do, and what a fix does, where there is one.

    `placed` is the message where its place is told already; empty where that is the same.
    """

    message: LocalText
    help: LocalText
    fix: LocalText
    placed: LocalText


class Entry(Frozen):
    """All that is said about one rule. `values` names what its templates may speak of; examples may be empty.

    `effort` is how much work it is to mend: 1 a few letters, 2 a sentence or a figure to correct, 3 figures to find out
    or a section to write, 4 a paper or a decision to get from others. `clauses` are the keys under which a schema may
    quote the fund on it; `sections` and `attachments` stand for the ids of all.
    `schema` is the one that the examples are checked with: the id of one of ours, nothing for the one that fits best,
    or, where the rule needs a demand, what one demands beyond `none`. `form` is how they are written: yaml, md, or
    schema, where a file of a schema is itself the example.
    """

    name: str
    subject: str
    severity: Severity
    effort: int
    title: LocalText
    why: LocalText
    wording: Wording
    variants: Mapping[str, Wording]
    related: tuple[LocalText, ...]
    values: tuple[str, ...]
    good: str
    bad: str
    schema: str
    form: str
    clauses: tuple[str, ...]

    @property
    def demands(self) -> str:
        """What the schema of the examples demands beyond `none`; nothing where it is one of ours."""
        return self.schema if ":" in self.schema else ""

    def wording_for(self, variant: str) -> Wording:
        """The wording of a variant; the common one where there is none of its own."""
        return self.variants.get(variant, self.wording)


class Subject(Frozen):
    """One file of texts."""

    entries: Mapping[str, Entry]
    notes: Mapping[str, LocalText]
