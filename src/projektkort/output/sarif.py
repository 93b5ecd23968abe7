"""Knows the format `sarif` (2.1.0): all findings of a run with their rules, as code scanning services read them."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.record import TOOL, Json, dumped
from projektkort.output.sarif_results import notification, results
from projektkort.output.sarif_rules import descriptor
from projektkort.output.saying import Spoken, language_of
from projektkort.output.spool import Spool
from projektkort.output.tally import Outcome, Tally

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
OPENING = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
FAULT, STOPPED = 4, 130  # exit codes: a rule of ours failed; somebody stopped the run


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """The results of the file. Where it was left out there are none, and the frame tells of it."""
    return ",\n".join(map(dumped, results(result, catalogue, options)))


class Log(Row):
    """The log of one run. Its results come first; what is known only at the end stands behind them."""

    __slots__ = ("_catalogue", "_left_out", "_notifications", "_options", "_rules", "_spoken")

    def __init__(self, catalogue: Catalogue, options: Options) -> None:
        super().__init__(OPENING, before="\n", between=",\n")
        self._catalogue = catalogue
        self._options = options
        self._spoken = Spoken(options)
        self._rules: set[str] = set()
        self._notifications = Row(before="\n", between=",\n")
        self._left_out = Spool()

    def add(self, outcome: Outcome, piece: str) -> str:
        language = self._spoken.of(outcome)
        if outcome.skipped is not None:
            told = dumped(notification(outcome.path, outcome.skipped, language))
            self._left_out.add(self._notifications.add(outcome, told))
            return ""
        self._rules.update(outcome.rules, outcome.waived)
        return super().add(outcome, piece)

    def closing(self, tally: Tally) -> Iterator[str]:
        language = language_of(tally, self._options)
        rules = [descriptor(rule, self._catalogue, language) for rule in sorted(self._rules)]
        driver = TOOL | {"language": language, "rules": rules}
        # The last key of the invocation is written by hand: the list may be long, and waits on the disk.
        invocation = dumped(_invocation(tally)).removesuffix("}")
        yield f'\n],\n"tool": {dumped({"driver": driver})},\n"invocations": [{invocation}, '
        yield '"toolExecutionNotifications": ['
        yield from self._left_out
        yield "]}]}]}\n"


def _invocation(tally: Tally) -> Json:
    """The exit code where it is known here: what is an error to the caller, `--fail-on` decides."""
    code = STOPPED if tally.interrupted else FAULT if tally.crashed else None
    return {"executionSuccessful": code is None} | ({} if code is None else {"exitCode": code})


def frame(catalogue: Catalogue, options: Options) -> Log:
    return Log(catalogue, options)
