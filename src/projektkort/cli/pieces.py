"""Knows what is made of a result where a file is checked: its piece of each output, and what is counted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from projektkort.engine import catalogue
from projektkort.finding import Result
from projektkort.frozen import Frozen
from projektkort.output import Options, Outcome, load, outcome_of

if TYPE_CHECKING:
    from projektkort.cli.marks import Baseline, Mark


class Made(NamedTuple):
    """What is counted of a result, the pieces in the order of the outputs, and the marks that a baseline needs."""

    outcome: Outcome
    pieces: tuple[str, ...]
    marks: tuple[Mark, ...] = ()


class Pieces(Frozen):
    """Makes the pieces of a result, one for each output; it travels to the processes that check."""

    outputs: tuple[tuple[str, Options], ...]
    baseline: Baseline | None = None

    def __call__(self, result: Result) -> Made:
        """What is written of the result, and counted; what the baseline sets aside is so in all of it."""
        marks: tuple[Mark, ...] = ()
        if self.baseline is not None:
            result, marks = self.baseline.applied(result)
        pieces = tuple(load(name).piece(result, catalogue(), each) for name, each in self.outputs)
        return Made(outcome_of(result), pieces, marks)
