"""Knows the format `text`: what a person reads in a terminal, findings with excerpt and remedy, then a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from projektkort.finding import Finding, Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import counted, say
from projektkort.output.saying import Spoken, counts, gravest, is_in_order, language_of, left_out, summary
from projektkort.output.tally import Outcome, Tally, outcome_of
from projektkort.output.typeset import escape, wrap


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """The file's line, then its findings, parted by empty lines; of a file that is alone, what was checked comes last.

    Of a file that was left out nothing: the frame tells of it, in the language of the others.
    """
    if result.skipped is not None:
        return ""
    language = options.language_for(result)
    parts = [_block(result.path, finding, catalogue, options, language) for finding in result.findings]
    if options.alone:
        return "".join(f"{_text(lines)}\n" for lines in parts) + _text(_wrapped(_about(result, language), options))
    if not result.across:
        parts.insert(0, [_line(result.path, outcome_of(result).counts, result.schema, language, options)])
    return "\n".join(map(_text, parts))


def _block(path: str, finding: Finding, catalogue: Catalogue, options: Options, language: str) -> list[str]:
    from projektkort.output.block import block  # noqa: PLC0415 - only where something was found

    return block(path, finding, catalogue, options, language)


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _line(path: str, numbers: tuple[int, int, int], schema: str | None, language: str, options: Options) -> str:
    from projektkort.output.block import PAINT, paint  # noqa: PLC0415 - a file that is alone has no such line

    grave = gravest(numbers)
    verdict = paint(counts(numbers, language) or say("in-order", language), PAINT[grave] if grave else "", options)
    return f"{escape(path)}  {verdict}" + (f"  ({escape(schema)})" if schema else "")


def _about(result: Result, language: str) -> Iterator[str]:
    """What was checked in one file: that it is in order, the schema and why that one."""
    if is_in_order(result):
        yield f"{result.path}: {say('in-order', language)}."
    if result.schema and result.schema_by:
        yield say("schema", language, schema=result.schema, why=say(f"by-{result.schema_by}", language))


def _wrapped(lines: Iterable[str], options: Options) -> list[str]:
    return [part for line in lines for part in wrap(line, options.width or 80)]


class Report:
    """The pieces, an empty line before and behind findings, and at the end what came of it all."""

    __slots__ = ("_catalogue", "_options", "_parted", "_spoken")

    def __init__(self, catalogue: Catalogue, options: Options) -> None:
        self._catalogue = catalogue
        self._options = options
        self._spoken = Spoken(options)
        self._parted: bool | None = None
        """Whether an empty line must follow, whatever comes next; None: not even before the summary."""

    def opening(self) -> str:
        return ""

    def add(self, outcome: Outcome, piece: str) -> str:
        text, parted, language = piece, bool(outcome.rules or outcome.waived), self._spoken.of(outcome)
        if outcome.skipped is not None:
            text = f"{escape(outcome.path)}  {left_out(outcome.skipped, language)}\n"
        gap = "\n" if self._parted or (parted and self._parted is not None) else ""
        self._parted = parted if outcome.skipped is not None or not self._options.alone else None
        return gap + text

    def closing(self, tally: Tally) -> Iterator[str]:
        language = language_of(tally, self._options)
        parts = [_wrapped(summary(tally, language), self._options)]
        if self._options.statistics and tally.rules:
            parts.insert(0, self._statistics(tally, language))
        if tally.failed and not self._options.alone:
            parts.insert(0, self._failed(tally, language))
        yield ("" if self._parted is None else "\n") + "\n".join(map(_text, parts))

    def _failed(self, tally: Tally, language: str) -> list[str]:
        lines = [_line(outcome.path, outcome.counts, None, language, self._options) for outcome in tally.failed]
        more = [say("more-files", language, files=counted("files", tally.hidden, language))] if tally.hidden else []
        return [say("files-with-findings", language), *(f"  {line}" for line in (*lines, *more))]

    def _statistics(self, tally: Tally, language: str) -> list[str]:
        """Each rule with its number, its title behind it, in columns."""
        rows = [(rule, str(number), self._catalogue.title(rule, language)) for rule, number in tally.by_rule()]
        names, numbers = (max(len(row[at]) for row in rows) for at in (0, 1))
        lines = (f"  {rule:<{names}}  {number:>{numbers}}  {title}" for rule, number, title in rows)
        return [say("findings-by-rule", language), *lines]


def frame(catalogue: Catalogue, options: Options) -> Report:
    return Report(catalogue, options)
