"""Knows how the paths of `projekt validate` become results, what is written of them, and the exit code.

How its options are written, `validate` knows; without any, `main` comes here at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.cli.errors import unknown
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import blamed, found, open_source
from projektkort.cli.values import day, language
from projektkort.cli.write import colourful, keep, to_file, to_stdout, width
from projektkort.engine import Request, catalogue, check
from projektkort.finding import Result, Severity
from projektkort.identity import mask
from projektkort.output import FORMATS, Options, UnknownFormat, load
from projektkort.rules.texts import SUBJECTS
from projektkort.schema.loading import load_all


def check_paths(  # noqa: PLR0913, PLR0917 - one parameter an option, in the order of `validate`
    paths: list[str] | None,
    schema: str | None = None,
    kind: str | None = None,
    formats: list[str] | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: str = "error",
    lang: str | None = None,
    as_of: str | None = None,
    stdin_filename: str | None = None,
) -> int:
    """Checks all that the paths name and writes the results; the exit code. Raises WrongCommand."""
    request = _request(schema, kind, as_of, select, ignore)
    least = Severity(_among("severity", fail_on, [s.value for s in Severity if s is not Severity.OFF]))
    options = Options(language=language(lang), as_of=request.as_of, colour=colourful(), width=width())
    return _run(paths, request, least, options, formats or ["text"], stdin_filename)


def _request(
    schema: str | None, kind: str | None, as_of: str | None, select: list[str] | None, ignore: list[str] | None
) -> Request:
    return Request(
        schema=known_schema(schema),
        kind=kind if kind is None else _among("schema of the kind", kind, sorted({each.kind for each in load_all()})),
        as_of=day(as_of),
        select=_rules(select),
        ignore=_rules(ignore),
    )


def _run(
    paths: list[str] | None,
    request: Request,
    least: Severity,
    options: Options,
    formats: list[str],
    stdin_filename: str | None,
) -> int:
    wanted = [_format(each) for each in formats]
    checked = list(_results(paths or [], request, stdin_filename))
    keep((path for path, _ in checked), (target for _, target in wanted if target is not None))
    results = [result for _, result in checked]
    for name, target in wanted:
        _write(name, target, results, options)
    return exit_code(results, least)


def _results(paths: list[str], request: Request, stdin_filename: str | None) -> Iterator[tuple[str, Result]]:
    """Each file by its path as it is, and what came of it: there the path holds no personal number any more."""
    for file in found(paths):
        if file.skipped is not None:
            yield file.path, Result(path=mask(file.path), skipped=file.skipped)
        else:
            with blamed(file.path):
                source = open_source(file, stdin_filename)
                yield source.path, check(source, request if file.named else request.walked())


def _write(name: str, target: str | None, results: Sequence[Result], options: Options) -> None:
    if target is None:
        to_stdout(load(name).write(results, catalogue(), options), exact=name == "json")
    else:
        to_file(target, load(name).write(results, catalogue(), Options(options.language, options.as_of)))


def _format(given: str) -> tuple[str, str | None]:
    name, _, target = given.partition("=")
    try:
        load(name)
    except UnknownFormat as wrong:
        raise unknown("output format", name, FORMATS) from wrong
    return name, target or None


def _rules(given: list[str] | None) -> frozenset[str]:
    known = {*catalogue().names(), *SUBJECTS} if given else frozenset()
    for name in given or []:
        if name not in known:
            raise unknown("rule or subject", name, known, "projekt rule")
    return frozenset(given or [])


def _among(what: str, given: str, known: Sequence[str]) -> str:
    if given not in known:
        raise unknown(what, given, known)
    return given


def exit_code(results: Sequence[Result], least: Severity) -> int:
    """4 a rule of ours failed, 1 findings of this severity or graver, 3 nothing was checked, 0 in order."""
    checked = [result for result in results if result.skipped is None]
    if any(result.crash for result in checked):
        return 4
    findings = (finding for result in checked for finding in result.findings if finding.waived is None)
    if any(finding.severity.rank <= least.rank for finding in findings):
        return 1
    return 0 if checked else 3
