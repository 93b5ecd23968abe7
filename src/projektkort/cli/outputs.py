"""Knows how the outputs of one run are written side by side: frames around pieces, to the terminal or to files."""

from __future__ import annotations

from collections.abc import Iterable

from projektkort.cli.write import Target, to_stdout
from projektkort.engine import catalogue
from projektkort.output import Frame, Options, Outcome, Tally, load
from projektkort.output.spool import Spool

PEOPLE = frozenset({"text", "concise"})
"""The formats for a terminal, which may lack a letter; all others are exact, whatever the terminal."""
BUFFER = 1 << 16  # characters: to write each piece by itself is slow where standard output is not buffered


class Screen:
    """Standard output, written a portion at a time. With `held` all waits while a progress bar has the terminal."""

    __slots__ = ("_exact", "_held", "_kept", "_size", "deserted")

    def __init__(self, *, exact: bool, held: bool) -> None:
        self._exact = exact
        self._held = Spool() if held else None
        self._kept: list[str] = []
        self._size = 0
        self.deserted = False

    def write(self, text: str) -> None:
        """Writes, at the latest when the buffer is full."""
        if self._held is not None:
            self._held.add(text)
            return
        self._kept.append(text)
        self._size += len(text)
        if self._size >= BUFFER:
            self._flush()

    def close(self) -> None:
        """Writes what is left."""
        held, self._held = self._held, None
        for text in held or ():
            self.write(text)
        self._flush()

    def discard(self) -> None:
        """Leaves what is left unwritten."""
        self._kept.clear()

    def _flush(self) -> None:
        if self._kept:
            self.deserted = not to_stdout("".join(self._kept), exact=self._exact) or self.deserted
        self._kept, self._size = [], 0


class Paper:
    """A text that is at hand when it is written."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[str] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, text: str) -> None:
        """Writes what comes next."""
        self._pieces.append(text)

    def close(self) -> None:
        """Leaves the text to whoever asks for it."""

    def discard(self) -> None:
        """Leaves it too: nobody will ask."""


class Outputs:
    """All outputs of a run: each is told of every result, in order. Files appear whole at the end, or not at all."""

    def __init__(
        self, wanted: Iterable[tuple[str, str | None, Options]], *, held: bool, paper: Paper | None = None
    ) -> None:
        self._open: list[tuple[Frame, Screen | Target | Paper]] = []
        try:
            for name, target, options in wanted:
                screen = paper or Screen(exact=name not in PEOPLE, held=held)
                frame = load(name).frame(catalogue(), options)
                place = screen if target is None else Target(target)
                self._open.append((frame, place))
                place.write(frame.opening())
        except BaseException:
            self.discard()
            raise

    @property
    def are_for_nobody(self) -> bool:
        """Whether all that is left would be written to standard output, whose reader is gone."""
        return all(isinstance(place, Screen) and place.deserted for _, place in self._open)

    def add(self, outcome: Outcome, pieces: Iterable[str]) -> None:
        """Writes the next result."""
        for (frame, place), piece in zip(self._open, pieces, strict=True):
            place.write(frame.add(outcome, piece))

    def close(self, tally: Tally) -> list[str]:
        """Writes the ends. Of a run that was interrupted no file is left: half of it would be taken for all.

        Returns the files that were not written.
        """
        dropped = []
        for frame, place in self._open:
            if tally.interrupted and isinstance(place, Target):
                place.discard()
                dropped.append(place.shown)
            else:
                for text in frame.closing(tally):
                    place.write(text)
                place.close()
        return dropped

    def discard(self) -> None:
        """Leaves everything unwritten."""
        for _, place in self._open:
            place.discard()
