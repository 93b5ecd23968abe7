"""Knows the pool of a round: its amount, and what the committee has filled into the CSV file of a summary."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from projektkort.cli.errors import WrongCommand
from projektkort.config import Pool
from projektkort.engine import catalogue, finding_of
from projektkort.frozen import replace
from projektkort.locale import quote
from projektkort.money import Money, State, read
from projektkort.pages.summary import Decision, Row
from projektkort.pages.summary.decisions import Decided, Faults, read_decisions
from projektkort.pages.voice import Voice
from projektkort.source import read_file


def pool_of(given: Sequence[str], configured: Pool) -> Pool:
    """What the values of `--pool` name, an amount and a CSV file, else what is configured; raises WrongCommand."""
    files = [word for word in given if word.lower().endswith(".csv")]
    amounts = [word for word in given if word not in files]
    if len(files) > 1 or len(amounts) > 1:
        raise WrongCommand("--pool takes one amount and one CSV file.")
    if amounts:
        return Pool(amounts[0], configured.currency, next(iter(files), configured.decisions))
    return replace(configured, decisions=files[0]) if files else configured


def amount_of(pool: Pool, language: str) -> Money | None:
    """What there is to give out; raises WrongCommand for what is no exact amount in this language."""
    if pool.amount is None:
        return None
    reading = read(pool.amount, language)
    if reading.state is not State.EXACT or reading.amount is None or reading.approximate:
        raise WrongCommand(f"the pool “{pool.amount}” is no exact amount. Write it in plain digits, such as 900000.")
    return Money(reading.amount, reading.currency or pool.currency)


def decided(
    file: str | None, target: str | None, rows: Sequence[Row], language: str, paths: Sequence[str]
) -> Mapping[str, Decision]:
    """What a file says was decided about the files of these rows; raises WrongCommand for what cannot be read.

    `target` is the CSV file that is written: what was filled into it stays, or nothing is written. `paths` are those of
    the command.
    """
    if file is not None and not Path(file).is_file() and not (target is not None and _same(file, target)):
        begin = shlex.join(["projekt", "summary", *paths, "-o", file])
        raise WrongCommand(f"there is no file “{file}”. To begin it: {begin}")
    if target is None or not Path(target).is_file():
        begun = target is not None and _same(file, target)  # the first summary: nobody can have filled it in
        return _read(file, rows, language).decisions if file and not begun else {}
    before = _read(target, rows, language)
    decisions = before.decisions if file is None or _same(file, target) else _read(file, rows, language).decisions
    for lost in _lost(before, decisions):
        raise WrongCommand(f"what {lost} of “{target}” says would be lost. Name another file with -o.")
    return decisions


def _same(one: str | None, other: str) -> bool:
    return one is not None and os.path.realpath(one) == os.path.realpath(other)


def _lost(before: Decided, decisions: Mapping[str, Decision]) -> Iterator[str]:
    """What a file says that the new one would not."""
    yield from (f"the column “{head}”" for head in before.others)
    yield from (f"the row of {path}" for path, own in before.decisions.items() if decisions.get(path) != own)


def _read(path: str, rows: Sequence[Row], language: str) -> Decided:
    source = read_file(path)
    if not source.encoding:
        raise WrongCommand(f"{path}: {catalogue().message(finding_of(source.problems[0]), language)}")
    voice = Voice(language, "md")
    try:
        return read_decisions(source.text, rows, voice)
    except Faults as found:
        raise WrongCommand(
            "\n  ".join([voice.say("decisions-unusable", file=quote(path, language)), *found.faults])
        ) from found
