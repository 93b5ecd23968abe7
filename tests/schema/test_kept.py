"""Which answers are kept: those about short texts."""

from __future__ import annotations

from projektkort.schema.kept import KEPT, MANY, SHORT, kept, kept_together


def test_short_texts_are_asked_about_once_and_long_ones_each_time() -> None:
    asked: list[str] = []

    @kept
    def size(text: str, factor: int) -> int:
        asked.append(text[:1])
        return len(text) * factor

    assert [size("a" * SHORT, 2), size("a" * SHORT, 2), size("a" * SHORT, 3)] == [2 * SHORT, 2 * SHORT, 3 * SHORT]
    assert [size("b" * (SHORT + 1), 1), size("b" * (SHORT + 1), 1)] == [SHORT + 1, SHORT + 1]
    assert asked == ["a", "a", "b", "b"]


def test_when_there_are_too_many_answers_all_are_forgotten() -> None:
    asked: list[str] = []

    @kept
    def same(text: str) -> str:
        asked.append(text)
        return text

    texts = [str(number) for number in range(KEPT + 1)]
    assert [*map(same, texts), same("0"), same(texts[-1])] == [*texts, "0", texts[-1]]
    assert asked == [*texts, "0"]


def test_the_labels_of_a_form_are_asked_about_once_and_very_many_each_time() -> None:
    asked: list[int] = []

    @kept_together
    def joined(labels: tuple[str, ...]) -> str:
        asked.append(len(labels))
        return "".join(labels)

    form, many = ("a", "b"), ("c",) * (MANY + 1)
    assert [joined(form), joined(form), joined(form[::-1])] == ["ab", "ab", "ba"]
    assert joined(many) == joined(many)
    assert asked == [2, 2, MANY + 1, MANY + 1]
