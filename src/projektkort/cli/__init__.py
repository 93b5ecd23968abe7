"""The command line: words become one call, its text is written, its exit code is returned.

`main` answers what needs nothing heavy, and is the one place where our own faults become an exit code.
"""

from __future__ import annotations

import gc
import sys

from projektkort import __version__
from projektkort.cli.errors import Terminated, WrongCommand

BUG = 4
INTERRUPTED = 130
TERMINATED = 143
WRONG_COMMAND = 2


def main(words: list[str] | None = None) -> int:
    """Runs `projekt` with these words (default: the command line's) and returns its exit code."""
    words = sys.argv[1:] if words is None else words
    if words in (["--version"], ["-V"]):
        print(f"projektkort {__version__}")  # noqa: T201 - the command line prints
        return 0
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?" and goes on
    try:
        return _run(words)
    except WrongCommand as wrong:
        from projektkort.identity import mask  # noqa: PLC0415 - only when something is wrong

        sys.stderr.write(mask(f"projekt: {wrong}\n"))
        return WRONG_COMMAND
    except KeyboardInterrupt:
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except Exception as fault:  # whatever it is: here alone a fault of ours becomes an exit code
        return _own_fault(fault)


def _run(words: list[str]) -> int:
    gc.disable()  # while modules are loaded: what they make lives to the end of the process
    if words[:1] == ["validate"] and words[1:] and not any(word.startswith("-") for word in words):
        # Paths and no options, as most runs are: typer would take as long as the check.
        return _validate(words[1:])
    from projektkort.cli.app import run  # noqa: PLC0415 - as above

    _mind_the_end()
    _collect()
    return run(words)


def _validate(paths: list[str]) -> int:
    from projektkort.cli import answered  # noqa: PLC0415 - after the short cut of `--version`

    question = answered.question(paths[0]) if len(paths) == 1 else None
    told = answered.answer(question) if question is not None else None
    if told is not None:
        try:
            sys.stdout.write(told[1])
            sys.stdout.flush()
        except OSError:
            from projektkort.cli.write import to_stdout  # noqa: PLC0415 - it knows what to do when nobody reads us

            to_stdout(told[1])
        return told[0]
    from projektkort.cli import checking  # noqa: PLC0415 - after the short cut above
    from projektkort.cli.order import Order  # noqa: PLC0415 - as above

    _mind_the_end()
    gc.freeze()
    return checking.answer(paths[0], question) if question is not None else checking.check_paths(Order(paths))


def _mind_the_end() -> None:
    """Makes of SIGTERM an exception, unless somebody who calls us has other plans for it."""
    import signal  # noqa: PLC0415 - after the short cuts above
    from contextlib import suppress  # noqa: PLC0415 - as above

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # it often comes twice, to us and to our group: we are ending already
        raise Terminated(TERMINATED)

    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        with suppress(ValueError):  # beside the main thread nobody is told of signals
            signal.signal(signal.SIGTERM, end)


def _collect() -> None:
    """Lets the collector look after the documents, and never again at what was loaded before them."""
    gc.freeze()
    gc.enable()


def _own_fault(fault: Exception) -> int:
    from traceback import format_exception  # noqa: PLC0415 - only when something went wrong

    from projektkort.identity import mask  # noqa: PLC0415 - as above

    sys.stderr.write(mask("".join(format_exception(fault))))
    sys.stderr.write("\nThis is a fault of projektkort, not of your file. Please report it with the lines above.\n")
    return BUG
