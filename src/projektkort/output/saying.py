"""Knows what is said of findings and of a whole run, in words; where and how it stands, the formats know."""

from __future__ import annotations

import datetime as dt

from projektkort.finding import Finding, Result, Severity, Waiver
from projektkort.locale import date
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import counted, reason, say, told
from projektkort.output.tally import COUNTED, Outcome, Tally
from projektkort.output.typeset import escape

WAIVED = "waived"
"""What stands in the place of the severity of a finding that is set aside."""


def level(finding: Finding) -> str:
    """The severity of a finding, or WAIVED."""
    return finding.severity if finding.waived is None else WAIVED


def is_in_order(result: Result) -> bool:
    """Whether nothing was found that is not set aside."""
    return all(finding.waived is not None for finding in result.findings)


def message(finding: Finding, catalogue: Catalogue, language: str) -> str:
    """What is wrong; of a Word document the paragraph or cell first, for there a line says nothing."""
    text = catalogue.message(finding, language).strip()
    return text if finding.where is None else f"{told(finding.where, language)}: {text}"


def in_one_line(finding: Finding, catalogue: Catalogue, language: str) -> str:
    """What is wrong, and of a finding that is set aside why it is."""
    said = message(finding, catalogue, language)
    return said if finding.waived is None else f"{said} {set_aside(finding.waived, language)}"


def remedy(finding: Finding, catalogue: Catalogue, language: str) -> str:
    """What to do about it, introduced, or why nothing need be done; empty where there is nothing to say."""
    if finding.waived is not None:
        return set_aside(finding.waived, language)
    text = catalogue.help(finding, language).strip()
    return text and f"{say('remedy', language)} {text}"


def set_aside(waiver: Waiver, language: str) -> str:
    """That a finding is set aside, perhaps until when, and why."""
    if waiver.until is None:
        return say("set-aside", language, reason=waiver.reason)
    day = date(dt.date.fromisoformat(waiver.until), language)
    return say("set-aside-until", language, day=day, reason=waiver.reason)


def advice(finding: Finding, catalogue: Catalogue, language: str) -> str:
    """What is wrong, and on a second line what to do; nothing in it that a terminal would obey."""
    lines = (message(finding, catalogue, language), remedy(finding, catalogue, language))
    return "\n".join(escape(line) for line in lines if line)


def counts(numbers: tuple[int, int, int], language: str) -> str:
    """Errors, warnings and infos, such as "1 error, 2 warnings"; empty where there are none."""
    named = zip(COUNTED, numbers, strict=True)
    return ", ".join(counted(f"count-{severity}", number, language) for severity, number in named if number)


def left_out(key: str, language: str) -> str:
    """That a file was not checked, and why."""
    return say("left-out", language, reason=reason(key, None, language))


def summary(tally: Tally, language: str) -> list[str]:
    """How many files were checked and what came of it; what was set aside; what was not checked."""
    lines = [say("interrupted", language)] if tally.interrupted else []
    errors, warnings, infos = (tally.counts[severity] for severity in COUNTED)
    found = counts((errors, warnings, infos), language) or say("no-findings", language)
    files = counted("files-checked", tally.checked, language)
    lines.append(f"{files}: {found}." if tally.checked else say("nothing-checked", language))
    if tally.waived:
        lines.append(say("waived", language, findings=counted("findings-waived", tally.waived, language)))
    if tally.skipped:
        kinds = [reason(key, number, language) for key, number in tally.skipped.most_common()]
        lines.append(say("not-checked", language, kinds=", ".join(kinds)))
    return lines


def language_of(tally: Tally, options: Options) -> str:
    """What is said about all files together is said in the language that they share, else in English."""
    return options.language or tally.language or "en"


class Spoken:
    """The language for each result in turn; one that was left out has none, and is told of in that of the last."""

    __slots__ = ("_chosen", "_language")

    def __init__(self, options: Options) -> None:
        self._chosen = options.language
        self._language = options.language or "en"

    def of(self, outcome: Outcome) -> str:
        if outcome.skipped is None and self._chosen is None:
            self._language = outcome.language or "en"
        return self._language


def gravest(numbers: tuple[int, int, int]) -> Severity | None:
    """The gravest severity that was counted."""
    return next((severity for severity, number in zip(COUNTED, numbers, strict=True) if number), None)
