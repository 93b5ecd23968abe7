"""Knows how a rule explains itself: what it checks, why, and examples that are right and wrong; and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from projektkort.finding import Finding
from projektkort.locale import Phrases
from projektkort.rules.texts import SUBJECTS, Catalogue

PHRASES = Phrases(Path(__file__).with_name("explain.phrases.yaml"))


def listing(catalogue: Catalogue, language: str) -> str:
    """All rules by subject, one a line: name, severity, title."""
    names = catalogue.names()
    wide = max(map(len, names))
    lines: list[str] = []
    for subject in SUBJECTS:
        own = [name for name in names if catalogue.subject(name) == subject]
        lines += ["", f"{PHRASES.say(subject, language)} ({subject})"]
        for name in own:
            severity = PHRASES.say(str(catalogue.severity(name)), language)
            lines.append(f"  {name:<{wide}}  {severity:<9}  {catalogue.title(name, language)}")
    return "\n".join(lines[1:]) + "\n"


def explanation(catalogue: Catalogue, name: str, language: str, findings: Sequence[Finding]) -> str:
    """All about one rule; `findings` are those of its bad example, so that the message shown is the real one."""
    entry = catalogue.entry(name)
    severity = PHRASES.say(str(entry.severity), language)
    blocks = [
        f"{name} ({severity}, {entry.subject})\n{catalogue.title(name, language)}",
        catalogue.why(name, language),
    ]
    for key, example in zip(("good", "bad"), catalogue.examples(name), strict=True):
        if example:
            blocks.append(f"{PHRASES.say(key, language)}\n{_indented(example)}")
    for finding in findings:
        if finding.rule == name:
            line = PHRASES.say("line", language, line=str(finding.span.line))
            said = f"{line}: {catalogue.message(finding, language)}"
            blocks += [said, f"{PHRASES.say('help', language)} {catalogue.help(finding, language)}"]
    return "\n\n".join(blocks) + "\n"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.rstrip().splitlines())
