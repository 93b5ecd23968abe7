"""A finding shows the lines that it speaks of, never a personal number, and of a long line only a part."""

from __future__ import annotations

from projektkort.finding import Excerpt
from projektkort.source import excerpts
from projektkort.span import Lines, Span

LINES = Lines("første\n\tanden\r\ntredje\nfjerde")


def test_the_first_line_of_each_span_is_shown_once_and_in_order() -> None:
    spans = [Span(3, 2, 4, 1), Span(1, 1, 1, 3), Span(3, 1, 3, 2), Span(2, 1, 2, 2)]
    assert excerpts(LINES, spans) == (Excerpt(1, "første"), Excerpt(2, "\tanden"), Excerpt(3, "tredje"))


def test_no_span_no_excerpt() -> None:
    assert excerpts(LINES, []) == ()


def test_personal_numbers_are_masked() -> None:
    [excerpt] = excerpts(Lines("Kontakt: CPR 010190-1234, tlf."), [Span(1, 1, 1, 2)])
    assert "1234" not in excerpt.text
    assert "0101" not in excerpt.text
    assert excerpt.text.startswith("Kontakt: CPR ")


def test_a_long_line_is_cut_around_its_first_span_and_columns_still_count() -> None:
    line = "".join(chr(0x4E00 + number) for number in range(1000))
    [excerpt] = excerpts(Lines(line), [Span(1, 900, 1, 905), Span(1, 501, 1, 505)], width=160)
    assert len(excerpt.text) == 160
    assert (excerpt.text[0], excerpt.text[-1]) == ("…", "…")
    assert excerpt.text[501 - 1 - excerpt.offset] == line[500]
    assert excerpt.text[1:-1] in line


def test_near_its_ends_a_long_line_is_cut_at_one_side_only() -> None:
    line = "".join(chr(0x4E00 + number) for number in range(200))
    [begin] = excerpts(Lines(line), [Span(1, 3, 1, 4)], width=50)
    assert (begin.offset, begin.text) == (0, line[:49] + "…")
    [end] = excerpts(Lines(line), [Span(1, 200, 1, 201)], width=50)
    assert (end.offset, end.text) == (150, "…" + line[151:])


def test_a_line_of_just_the_width_is_whole() -> None:
    assert excerpts(Lines("a" * 50), [Span(1, 50, 1, 51)], width=50) == (Excerpt(1, "a" * 50),)
