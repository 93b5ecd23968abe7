"""Knows the format `junit`: a test report in XML, in which every file is a test, one that passed too."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Finding, Result, Severity
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.markup import PROLOGUE, attributes, content
from projektkort.output.phrases import say
from projektkort.output.saying import Spoken, advice, counts, language_of, left_out, level
from projektkort.output.spool import Spool
from projektkort.output.tally import Outcome, Tally, outcome_of
from projektkort.output.typeset import escape


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """The test case: errors in one failure (an error where a rule of ours failed), all else as its output.

    Of a file that was left out nothing: the frame tells of it, in the language of the others.
    """
    if result.skipped is not None:
        return ""
    language = options.language_for(result)
    errors = [each for each in result.findings if level(each) == Severity.ERROR]
    others = [each for each in result.findings if level(each) != Severity.ERROR]
    inner = _failure(result, errors, catalogue, language)
    if others:
        inner += f"      <system-out>{_told(result.path, others, catalogue, language)}</system-out>\n"
    return _case(result.path, inner)


def _case(path: str, inner: str) -> str:
    case = attributes(name=path, classname="projektkort")
    return f"    <testcase{case}>\n{inner}    </testcase>\n" if inner else f"    <testcase{case}/>\n"


def _failure(result: Result, errors: list[Finding], catalogue: Catalogue, language: str) -> str:
    if not errors:
        return ""
    tag = "error" if result.crash else "failure"
    heading = attributes(message=counts(outcome_of(result).counts, language), type=errors[0].rule)
    return f"      <{tag}{heading}>{_told(result.path, errors, catalogue, language)}</{tag}>\n"


def _told(path: str, findings: list[Finding], catalogue: Catalogue, language: str) -> str:
    """Each finding by its place and rule, message and remedy below, an empty line behind it."""
    heads = (f"{escape(path)}:{each.span.line}:{each.span.column}: {each.rule}" for each in findings)
    advices = (advice(each, catalogue, language) for each in findings)
    return content("\n\n".join(f"{head}\n{said}" for head, said in zip(heads, advices, strict=True)))


class Suite:
    """The test suite; its cases wait, for it tells first how many there are."""

    __slots__ = ("_cases", "_errors", "_failures", "_options", "_skipped", "_spoken", "_tests")

    def __init__(self, options: Options) -> None:
        self._options = options
        self._spoken = Spoken(options)
        self._cases = Spool()
        self._tests = self._skipped = self._errors = self._failures = 0

    def opening(self) -> str:
        return PROLOGUE

    def add(self, outcome: Outcome, piece: str) -> str:
        self._tests += 1
        language = self._spoken.of(outcome)
        if outcome.skipped is not None:
            self._skipped += 1
            piece = _case(outcome.path, f"      <skipped{attributes(message=left_out(outcome.skipped, language))}/>\n")
        self._errors += bool(outcome.crash and outcome.counts[0])
        self._failures += bool(outcome.counts[0] and not outcome.crash)
        self._cases.add(piece)
        return ""

    def closing(self, tally: Tally) -> Iterator[str]:
        numbers = attributes(tests=self._tests, failures=self._failures, errors=self._errors)
        skipped = attributes(skipped=self._skipped)
        yield f'<testsuites{numbers}>\n  <testsuite name="projektkort"{numbers}{skipped}>\n'
        yield from self._cases
        if tally.interrupted:
            yield f"    <system-err>{content(say('interrupted', language_of(tally, self._options)))}</system-err>\n"
        yield "  </testsuite>\n</testsuites>\n"


def frame(catalogue: Catalogue, options: Options) -> Suite:
    return Suite(options)
