"""Knows the format `markdown`: a note for a merge request or an agenda: sums, a table of the files, findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import counted, say, told
from projektkort.output.saying import Spoken, counts, language_of, left_out, level, set_aside, summary
from projektkort.output.spool import Spool
from projektkort.output.tally import Outcome, Tally
from projektkort.output.typeset import escape

MARKS = re.compile(r"[\\`*_\[\]<>|~&#$]")


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """A heading with the path and a list of the findings; nothing where nothing was found."""
    language = options.language_for(result)
    items = []
    for finding in result.findings:
        line = say("at-line", language, line=str(finding.span.line))
        place = line if finding.where is None else told(finding.where, language)
        head = f"**{say(f'severity-{level(finding)}', language)}**, {place} (`{finding.rule}`)"
        items.append(f"- {head}: {plain(catalogue.message(finding, language).strip())}\n")
        if finding.waived is not None:
            items.append(f"  *{plain(set_aside(finding.waived, language))}*\n")
        elif help_ := catalogue.help(finding, language).strip():
            items.append(f"  *{say('remedy', language)}* {plain(help_)}\n")
    return f"### {plain(result.path)}\n\n{''.join(items)}\n" if items else ""


def plain(text: str) -> str:
    """The text with nothing in it that Markdown or HTML would understand."""
    return MARKS.sub(r"\\\g<0>", escape(text))


class Note:
    """The sums stand first and the findings last, so that all waits until the end.

    With a `limit`, in bytes, files in order have no row, and what would be too much is counted instead.
    """

    __slots__ = ("_findings", "_left", "_limit", "_options", "_rows", "_size", "_spoken")

    def __init__(self, options: Options, limit: int | None = None) -> None:
        self._options = options
        self._limit = limit
        self._spoken = Spoken(options)
        self._rows, self._findings = Spool(), Spool()
        self._size = self._left = 0

    def opening(self) -> str:
        return ""

    def add(self, outcome: Outcome, piece: str) -> str:
        row = self._row(outcome)
        self._size += len(row.encode()) + len(piece.encode())
        if self._limit is not None and self._size > self._limit:
            self._left += bool(row or piece)
        else:
            self._rows.add(row)
            self._findings.add(piece)
        return ""

    def _row(self, outcome: Outcome) -> str:
        language = self._spoken.of(outcome)
        if outcome.across or (outcome.clean and self._limit is not None):
            return ""
        if outcome.skipped is not None:
            verdict = left_out(outcome.skipped, language)
        else:
            verdict = counts(outcome.counts, language) or say("in-order", language)
        return f"| {plain(outcome.path)} | {plain(verdict)} |\n"

    def closing(self, tally: Tally) -> Iterator[str]:
        language = language_of(tally, self._options)
        yield "".join(f"{plain(line)}\n\n" for line in summary(tally, language))
        rows = iter(self._rows)
        if first := next(rows, ""):
            yield f"| {say('head-file', language)} | {say('head-verdict', language)} |\n| --- | --- |\n{first}"
            yield from rows
            yield "\n"
        yield from self._findings
        if self._left:
            yield say("more-files", language, files=counted("files", self._left, language)) + "\n"


def frame(catalogue: Catalogue, options: Options) -> Note:
    return Note(options)
