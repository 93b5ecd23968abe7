"""Knows what each rule says, in four languages, from the YAML beside the rules, read when a text is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from projektkort import locale
from projektkort.finding import Finding, Severity, Value
from projektkort.rules.entry import Entry, Subject, UnknownRule, Wording
from projektkort.rules.sentence import LocalText, Speaker

KEPT = 1024  # rules; there are not half as many
REMARK = "  # "
"""In the bad example of a rule: what follows tells part of the message on that line, and is not part of the example."""
SUBJECTS = (
    "sections",
    "contents",
    "prose",
    "balance",
    "applied",
    "shares",
    "rates",
    "costs",
    "amounts",
    "dates",
    "days",
    "attachments",
    "parties",
    "registers",
    "goals",
    "subprojects",
    "reports",
    "spending",
    "across",
    "privacy",
    "waivers",
    "reading",
    "notation",
    "binding",
    "setup",
)
"""The files, in the order in which rules are listed; those of the last five are reported by readers and binding,
those of `across` where files are compared."""


@cache
def read_subject(name: str) -> Subject:
    """The texts of one subject, with the phrases that all subjects share among its notes."""
    file = _file(name)
    notes = {**_file("phrases"), **file.get("notes", {})}
    return Subject({rule: _entry(rule, name, texts) for rule, texts in file.items() if rule != "notes"}, notes)


@cache
def _file(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = locale.plain(_source(name))
    return loaded


def _source(name: str) -> str:
    return Path(__file__).with_name(f"{name}.yaml").read_text("utf-8")


@lru_cache(maxsize=KEPT)
def _subject_of(rule: str) -> str | None:
    """The subject whose file names the rule: to look for the name takes a hundredth of reading what the files say."""
    return next((name for name in SUBJECTS if f"\n{rule}:" in f"\n{_source(name)}"), None)


@cache
def _headings() -> locale.Phrases:
    """What else is said around the rules; the headings of the subjects are among it."""
    return locale.Phrases(Path(__file__).with_name("explain.phrases.yaml"))


@cache
def _speaker(language: str, subject: str) -> Speaker:
    return Speaker(language, read_subject(subject).notes)


def _entry(name: str, subject: str, texts: dict[str, Any]) -> Entry:
    common = _wording(texts, Wording({}, {}, {}, {}))
    return Entry(
        name=name,
        subject=subject,
        severity=Severity(texts["severity"]),
        effort=int(texts["effort"]),
        title=texts["title"],
        why=texts["why"],
        wording=common,
        variants={variant: _wording(own, common) for variant, own in texts.get("variants", {}).items()},
        related=tuple(texts.get("related", ())),
        values=tuple(texts.get("values", ())),
        good=texts.get("good", ""),
        bad=texts.get("bad", ""),
        schema=texts.get("schema", "none"),
        form=texts.get("form", "yaml"),
        clauses=tuple(texts.get("clauses", ())),
    )


def _wording(texts: dict[str, Any], common: Wording) -> Wording:
    """What stands there, else what goes for all variants."""
    placed = texts.get("placed", {} if "message" in texts else common.placed)
    message, remedy, fix = (texts.get(name, getattr(common, name)) for name in ("message", "help", "fix"))
    return Wording(message, remedy, fix, placed)


class Catalogue:
    """The words of all rules. Languages nobody wrote are answered in English; UnknownRule for a name that is none."""

    def names(self) -> tuple[str, ...]:
        """Every rule by subject, in the order of the files."""
        return tuple(rule for name in SUBJECTS for rule in read_subject(name).entries)

    def entry(self, rule: str) -> Entry:
        """All that is said about a rule."""
        subject = _subject_of(rule)
        found = read_subject(subject).entries.get(rule) if subject is not None else None
        if found is None:
            raise UnknownRule(rule)
        return found

    def subject(self, rule: str) -> str:
        """The subject that a rule belongs to: the name of its file."""
        return self.entry(rule).subject

    def subjects(self) -> tuple[str, ...]:
        """The subjects, in the order in which rules are listed."""
        return SUBJECTS

    def heading(self, subject: str, language: str) -> str:
        """What a subject is about, in a few words."""
        return _headings().say(subject, language)

    def severity(self, rule: str) -> Severity:
        """How grave a rule's findings are where nobody says otherwise."""
        return self.entry(rule).severity

    def effort(self, rule: str) -> int:
        """How much work it is to mend what a rule finds, from 1 to 4."""
        return self.entry(rule).effort

    def title(self, rule: str, language: str) -> str:
        """What is wrong, in a few words."""
        return self._say(self.entry(rule), self.entry(rule).title, {}, language)

    def why(self, rule: str, language: str) -> str:
        """Why it matters."""
        return self._say(self.entry(rule), self.entry(rule).why, {}, language)

    def examples(self, rule: str) -> tuple[str, str]:
        """An example that is right, and one that is not without the comments that name its findings; or nothing."""
        entry = self.entry(rule)
        bare = [line.split(REMARK, 1)[0].rstrip(" ") for line in entry.bad.split("\n")]
        return entry.good, "\n".join(bare)

    def message(self, finding: Finding, language: str) -> str:
        """What is wrong here: both facts, in whole sentences."""
        entry = self.entry(finding.rule)
        return self._told(finding, entry, entry.wording_for(finding.variant).message, language)

    def placed(self, finding: Finding, language: str) -> str:
        """The message for somebody who is told the place beside it."""
        entry = self.entry(finding.rule)
        wording = entry.wording_for(finding.variant)
        return self._told(finding, entry, wording.placed or wording.message, language)

    def help(self, finding: Finding, language: str) -> str:
        """What to do about it."""
        entry = self.entry(finding.rule)
        return self._told(finding, entry, entry.wording_for(finding.variant).help, language)

    def fix(self, finding: Finding, language: str) -> str:
        """What the fix of a finding does, in a few words."""
        entry = self.entry(finding.rule)
        return self._told(finding, entry, entry.wording_for(finding.variant).fix, language)

    def related(self, finding: Finding, index: int, language: str) -> str:
        """What stands at a related place; the last text goes for all places behind it, empty where there is none."""
        entry = self.entry(finding.rule)
        texts = entry.related
        return self._told(finding, entry, texts[min(index, len(texts) - 1)], language) if texts else ""

    def _told(self, finding: Finding, entry: Entry, words: LocalText, language: str) -> str:
        lines = {f"line{number}": span for number, span in enumerate(finding.related, 1)}
        return self._say(entry, words, {"line": finding.span, **lines, **finding.values}, language)

    def _say(self, entry: Entry, words: LocalText, values: Mapping[str, Value], language: str) -> str:
        return _speaker(locale.normal(language) or "en", entry.subject).say(words, values).strip()
