"""Knows to whom a letter is written, and tells on standard error about the others: nobody is left out in silence."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence

from projektkort.engine import Loaded, catalogue
from projektkort.finding import Finding
from projektkort.frozen import Frozen
from projektkort.identity import mask
from projektkort.pages import Checked
from projektkort.pages.letter import Letter, LetterState, letter
from projektkort.pages.voice import Voice

ANSWERED: frozenset[LetterState] = frozenset({"faulty", "unread"})
COUNTED: tuple[tuple[LetterState, str], ...] = (
    ("faulty", "to be corrected"),
    ("unread", "could not be read"),
    ("unchecked", "not wholly checked"),
    ("notes", "in order with remarks"),
    ("in-order", "in order"),
    ("office", "without a letter, for the check has faults of its own"),
)

EXTENDS = re.compile(r"""\{%-?\s*extends\s+["']letter\.(?:md|html)\.j2["']""")
"""How a template of the user's own says that it is a letter."""


class Looked(Frozen):
    """A file that was read, and what the check of it came to."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    checked: Checked


def is_letter(template: str, own: str | None) -> bool:
    """Whether a template writes letters: ours, or one that builds on it; `own` is the text of the user's."""
    return template == "letter" or (own is not None and EXTENDS.search(own) is not None)


def due(files: Sequence[Looked], *, alone: bool) -> list[Looked]:
    """The files about which a letter is written: of several those with faults, of one named alone that one."""
    states = []
    for each in files:
        written = _letter(each)
        for message in written.office:
            sys.stderr.write(f"{each.checked.path}: not in the letter: {message}\n")
        _tell_aside(each)
        states.append(written.state)
    if not alone:
        _tell(states)
    wanted = ANSWERED | {"unchecked", "notes", "in-order"} if alone else ANSWERED
    return [each for each, state in zip(files, states, strict=True) if state in wanted]


def _tell_aside(file: Looked) -> None:
    """What the writer of a document has set aside: the office says whether that is accepted."""
    for finding in file.findings:
        if finding.waived is not None:
            message = f"{catalogue().message(finding, 'en')} Reason given: {finding.waived.reason}"
            sys.stderr.write(mask(f"{file.checked.path}:{finding.span.line}: set aside: {message}\n"))


def _letter(file: Looked) -> Letter:
    """What the letter would say, in the language of what is told on standard error."""
    return letter(file.loaded.project, file.findings, file.checked, catalogue(), Voice("en", "md"))


def _tell(states: Sequence[LetterState]) -> None:
    counts = Counter(states)
    told = [f"{counts[state]} {words}" for state, words in COUNTED if counts[state]]
    if told:
        sys.stderr.write(f"Files: {', '.join(told)}.\n")
