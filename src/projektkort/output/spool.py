"""Knows how text is set aside until the end of an output: in memory while it is short, else on the disk."""

from __future__ import annotations

from collections.abc import Iterator

HELD = 1 << 20  # bytes in memory
PORTION = 1 << 16  # characters


class Spool:
    """Text that is added to piece by piece and read once; empty, it costs nothing."""

    __slots__ = ("_file",)

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile  # noqa: PLC0415 - loads what packs files; some outputs set nothing aside

        # Lone surrogates of bad file names pass: whoever writes the output says what becomes of them.
        self._file = SpooledTemporaryFile(  # noqa: SIM115 - it is read, and closed, when the output ends
            HELD, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )

    def __del__(self) -> None:
        # Of a run that was stopped nobody asks for the end.
        self._file.close()

    def add(self, text: str) -> None:
        """Sets aside what comes next."""
        self._file.write(text)

    def __iter__(self) -> Iterator[str]:
        """All of it, a portion at a time; then it is gone."""
        self._file.seek(0)
        with self._file:
            while text := self._file.read(PORTION):
                yield text
