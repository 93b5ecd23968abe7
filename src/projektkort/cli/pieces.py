"""Knows what is made of a result where a file is checked: its piece of each output, and what is counted of it."""

from __future__ import annotations

from projektkort.engine import catalogue
from projektkort.finding import Result
from projektkort.frozen import Frozen
from projektkort.output import Options, Outcome, load, outcome_of


class Pieces(Frozen):
    """Makes the pieces of a result, one for each output; it travels to the processes that check."""

    outputs: tuple[tuple[str, Options], ...]

    def __call__(self, result: Result) -> tuple[Outcome, tuple[str, ...]]:
        """What is counted, and the pieces in the order of the outputs."""
        return outcome_of(result), tuple(load(name).piece(result, catalogue(), each) for name, each in self.outputs)
