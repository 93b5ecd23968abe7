"""Knows the format `text`: what a person reads in a terminal, findings with excerpt and remedy, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from projektkort.finding import Result, Severity
from projektkort.output.block import PAINT, block, paint
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.phrases import counted, reason, say
from projektkort.output.typeset import escape, width, wrap

COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def write(results: Sequence[Result], catalogue: Catalogue, options: Options) -> str:
    """The findings and a summary; for several files a line for each of them first."""
    language = _common_language(results, options)
    checked = [result for result in results if result.skipped is None]
    alone = len(results) == len(checked) == 1
    parts = [_overview(results, options, language)] if results and not alone else []
    for result in checked:
        own = options.language_for(result)
        shown = [finding for finding in result.findings if finding.waived is None]
        parts += [block(result.path, finding, catalogue, options, own) for finding in shown]
    about = _single(checked[0], language) if alone else []
    parts.append(_wrapped([*about, *_summary(results, checked, language)], options))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _common_language(results: Sequence[Result], options: Options) -> str:
    """What is said about all files together is said in the language that they share, else in English."""
    languages = {result.language for result in results if result.skipped is None}
    return options.language or (languages.pop() if len(languages) == 1 else None) or "en"


def _overview(results: Sequence[Result], options: Options, language: str) -> list[str]:
    names = [escape(result.path) for result in results]
    longest = min(max(map(width, names)), 60)
    lines = []
    for name, result in zip(names, results, strict=True):
        verdict = _verdict(result, language)
        schema = f"  ({result.schema})" if result.schema else ""
        gap = " " * max(longest - width(name) + 2, 2)
        lines.append(f"{name}{gap}{paint(verdict, _colour(result), options)}{schema}")
    return lines


def _colour(result: Result) -> str:
    """The colour of the gravest finding; none where there is none."""
    return next((PAINT[severity] for severity in COUNTED if result.count(severity)), "")


def _verdict(result: Result, language: str) -> str:
    if result.skipped is not None:
        return say("left-out", language, reason=reason(result.skipped, None, language))
    return _counts([result], language) or say("in-order", language)


def _counts(results: Sequence[Result], language: str) -> str:
    """A sum such as "1 error, 2 warnings"; empty where nothing was found."""
    totals = {severity: sum(result.count(severity) for result in results) for severity in COUNTED}
    return ", ".join(counted(f"count-{severity}", total, language) for severity, total in totals.items() if total)


def _summary(results: Sequence[Result], checked: Sequence[Result], language: str) -> list[str]:
    """How many files were checked and what came of it; what was set aside; what was not checked."""
    files = counted("files-checked", len(checked), language)
    counts = _counts(checked, language) or say("no-findings", language)
    lines = [f"{files}: {counts}." if checked else say("nothing-checked", language)]
    waived = sum(finding.waived is not None for result in checked for finding in result.findings)
    if waived:
        lines.append(say("waived", language, findings=counted("findings-waived", waived, language)))
    reasons = Counter(result.skipped for result in results if result.skipped is not None)
    if reasons:
        kinds = [reason(key, total, language) for key, total in reasons.most_common()]
        lines.append(say("not-checked", language, kinds=", ".join(kinds)))
    return lines


def _single(result: Result, language: str) -> list[str]:
    """What was checked in one file: that it is in order, the schema and why that one."""
    lines = [] if _counts([result], language) else [f"{result.path}: {say('in-order', language)}."]
    if result.schema and result.schema_by:
        why = say(f"by-{result.schema_by}", language)
        lines.append(say("schema", language, schema=result.schema, why=why))
    return lines


def _wrapped(lines: Iterable[str], options: Options) -> list[str]:
    return [piece for line in lines for piece in wrap(line, options.width or 80)]
