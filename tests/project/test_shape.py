"""What is remembered of the heads of tables and of the keys of lines."""

from __future__ import annotations

from projektkort.project.shape import SHORT, Words, remembered


def test_short_words_are_asked_about_once_and_long_ones_each_time() -> None:
    asked: list[tuple[int, str]] = []

    @remembered
    def count(words: Words, language: str) -> int:
        """Counts."""
        asked.append((len(words), language))
        return len(words)

    short, long = ("Post", "Beløb"), ("x" * SHORT, "y")
    assert [count(short, "da"), count(short, "da"), count(short, "sv")] == [2, 2, 2]
    assert [count(long, "da"), count(long, "da"), count((), "da")] == [2, 2, 0]
    assert asked == [(2, "da"), (2, "sv"), (2, "da"), (2, "da"), (0, "da")]
    assert count.__doc__ == "Counts."
