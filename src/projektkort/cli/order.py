"""Knows what the words of `projekt validate` mean: the request, the outputs, what counts, the processes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from projektkort.batch.check import Given
from projektkort.batch.jobs import AUTO, processes
from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.place import cache_folder
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import STDIN, found, standard_input
from projektkort.cli.values import day, language
from projektkort.cli.write import colourful, in_ci, width
from projektkort.config import BrokenConfiguration, Configuration, Configurations, Known
from projektkort.engine import Request, catalogue
from projektkort.finding import Severity
from projektkort.frozen import Frozen, replace
from projektkort.output import FORMATS, Options, UnknownFormat, load
from projektkort.rules.firm import firm
from projektkort.rules.texts import SUBJECTS
from projektkort.schema.loading import load_all
from projektkort.source import Found

Wanted = tuple[tuple[str, str | None, Options], ...]
"""The outputs: format, file (None: standard output), options."""


class Order(Frozen):
    """The words of the command, as typed."""

    paths: Sequence[str] | None = None
    schema: str | None = None
    kind: str | None = None
    output_format: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    fail_on: str | None = None
    lang: str | None = None
    as_of: str | None = None
    stdin_filename: str | None = None
    jobs: str | None = None
    no_cache: bool = False
    excerpts: bool | None = None
    statistics: bool = False
    no_across: bool = False
    config: str | None = None
    force_exclude: bool = False
    scheduler: str | None = None
    publish: bool = False
    baseline: str | None = None
    changed_since: str | None = None
    content: bytes | None = None
    """What standard input held, where it has been read already."""

    @property
    def configurations(self) -> Configurations:
        """Where the configuration of a file is asked for."""
        return Configurations(_known, self.config)

    @property
    def configuration(self) -> Configuration:
        """What is configured for the run itself."""
        with readable():
            return self.configurations.of_run(self.paths or ["."])

    @property
    def files(self) -> Iterator[Found]:
        """What the paths name, in order."""
        with readable():
            yield from self._found(self.paths or ["."]) if self.changed_since is None else self._changed()

    def _found(self, paths: Sequence[str]) -> Iterator[Found]:
        return found(list(paths), self.configurations.globs, forced=self.force_exclude)

    def _changed(self) -> Iterator[Found]:
        from projektkort.cli.changed import Since  # noqa: PLC0415 - runs git, which few ask for

        since = Since(self.paths or ["."], self.changed_since or "")
        paths = since.there()
        return since.changed(self._found(paths)) if paths else iter(())

    @property
    def whole(self) -> bool:
        """Whether all findings are asked for, of all files that the paths name."""
        return not (self.select or self.ignore or self.changed_since)

    @property
    def cache_folder(self) -> str | None:
        """Where results are kept; None where they are not to be, or are found by other machines."""
        told = self.configuration.cache
        if self.no_cache or told is False or self.scheduler is not None:
            return None
        return told if isinstance(told, str) else cache_folder()

    @property
    def request(self) -> Request:
        """What is asked about each file. Raises WrongCommand, as all below."""
        kinds = sorted({each.kind for each in load_all()}) if self.kind is not None else []
        return Request(
            schema=known_schema(self.schema),
            kind=None if self.kind is None else _among("schema of the kind", self.kind, kinds),
            as_of=day(self.as_of),
            select=_rules(self.select or ()),
            ignore=_rules(self.ignore or ()),
            publish=self.publish or None,
            across=not self.no_across,
        )

    @property
    def least(self) -> Severity:
        """The mildest severity that makes the exit code 1."""
        told = self.fail_on or self.configuration.fail_on or Severity.ERROR
        return Severity(_among("severity", told, [s.value for s in Severity if s is not Severity.OFF]))

    @property
    def count(self) -> int:
        """How many processes may check."""
        told = self.configuration.jobs or AUTO if self.jobs is None else self.jobs
        try:
            return processes(told)
        except ValueError as wrong:
            raise WrongCommand(f"--jobs takes a number from 1, or auto, not “{told}”.") from wrong

    @property
    def given(self) -> tuple[Given, ...]:
        """Standard input, where it is asked for."""
        if STDIN not in (self.paths or ()):
            return ()
        content = standard_input() if self.content is None else self.content
        return (Given(STDIN, self.stdin_filename or STDIN, content),)

    def wanted(self, *, alone: bool) -> Wanted:
        """The outputs; those that go into a file know nothing of the terminal."""
        configured = self.configuration
        told = configured.excerpts if self.excerpts is None else self.excerpts
        shown = not in_ci() if told is None else told
        plain = Options(
            language=language(self.lang or configured.lang),
            as_of=day(self.as_of),
            alone=alone,
            excerpts=shown,
            statistics=self.statistics,
        )
        screen = replace(plain, colour=colourful(), width=width())
        formats = _apart([_format(each) for each in self.output_format or ("text",)])
        return tuple((name, target, plain if target else screen) for name, target in formats)


@contextmanager
def readable() -> Iterator[None]:
    """Makes a configuration that cannot be used a wrong command."""
    try:
        yield
    except BrokenConfiguration as broken:
        raise WrongCommand(str(broken)) from broken


def _known() -> Known:
    """The names that a configuration may use."""
    return Known(catalogue().names(), SUBJECTS, firm())


def _format(given: str) -> tuple[str, str | None]:
    name, _, target = given.partition("=")
    try:
        load(name)
    except UnknownFormat as wrong:
        raise unknown("output format", name, FORMATS, "projekt validate --help") from wrong
    return name, target or None


def _apart(formats: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """The same formats; two that would be written into each other are a wrong command."""
    places = [os.path.realpath(target) if target else None for _, target in formats]
    twice = next((at for at, place in enumerate(places) if place in places[:at]), None)
    if twice is not None:
        name, target = formats[twice]
        place = f"“{target}”" if target else "standard output"
        raise WrongCommand(f"two outputs cannot both go to {place}. Name a file: --output-format {name}={name}.out")
    return formats


def _rules(given: Sequence[str]) -> frozenset[str]:
    known = {*catalogue().names(), *SUBJECTS} if given else frozenset()
    for name in given:
        if name not in known:
            raise unknown("rule or subject", name, known, "projekt rule")
    return frozenset(given)


def _among(what: str, given: str, known: Sequence[str]) -> str:
    if given not in known:
        raise unknown(what, given, known)
    return given
