"""Page numbers, running heads, footnotes and broken words of a print are set aside; numbers of the text stay."""

from __future__ import annotations

import pytest
from report_text import LONG, danish, report, text_of, unplaced


def printed(*pages: str) -> str:
    """A report whose situation fills the pages."""
    return "Byen Rapport 2\n\nStatus:\n" + "\n".join(pages) + "\n"


@pytest.mark.parametrize(
    "number",
    ["{}", "- {} -", "– {} –", "Side {} af 9", "Side {}", "Sida {} (9)", "{}/9", "s. {}", "Page {} of 9"],
)
def test_page_numbers_at_the_ends_of_lines_or_alone_are_no_text(number: str) -> None:
    alone = printed(*(f"{LONG}\n{number.format(page)}" for page in (3, 4, 5)))
    read = danish(alone)
    assert text_of(read, "situation").split() == (LONG * 3).split()
    assert unplaced(read) == [number.format(page) for page in (3, 4, 5)]


def test_bare_numbers_at_the_ends_of_lines_that_go_up_by_one_are_pages() -> None:
    read = danish(printed(*(f"{LONG}{page}" for page in (2, 3, 4))))
    assert text_of(read, "situation").split() == (LONG * 3).split()
    assert unplaced(read) == ["2", "3", "4"]


def test_the_last_page_may_be_short_where_its_number_stands_behind_a_sentence() -> None:
    pages = [f"{LONG}{page}" for page in (2, 3, 4)]
    assert text_of(danish(printed(*pages, "Slut. 5")), "situation").endswith("Slut.")
    assert text_of(danish(printed(*pages, "Slut nummer 5")), "situation").endswith("Slut nummer 5")


@pytest.mark.parametrize(
    "lines",
    [
        "Møde i uge 12\nMøde i uge 13\nMøde i uge 14",
        "Der kom 40\nDer kom 41\nDer kom 42",
        f"{LONG}12\n{LONG}14\n{LONG}16",
        f"{LONG}12\n{LONG}13",
        f"{LONG}uge 12\n{LONG}uge 13\n{LONG}uge 14",
        f"{LONG}2024\n{LONG}2025\n{LONG}2026",
        "1\nIndledning\n2\nOm byen\n3\nOm os",
        "Fase 1 er slut.\nFase 2 er slut.\nFase 3 er slut.",
        "Se side 3\nSe side 4\nSe side 5",
    ],
)
def test_numbers_that_belong_to_the_text_stay(lines: str) -> None:
    read = danish(printed(*lines.split("\n")))
    assert text_of(read, "situation").split() == lines.split()
    assert unplaced(read) == []


def test_a_head_with_the_number_that_changes_sides_is_no_text() -> None:
    text = "Byen ved fjorden\n\nStatus:\nByen ved fjorden 2 Vi er i gang.\n3 Byen ved fjorden Det går godt.\n"
    read = danish(text)
    assert text_of(read, "situation").split("\n") == ["Vi er i gang.", "Det går godt."]
    assert unplaced(read) == ["Byen ved fjorden 2", "3 Byen ved fjorden"]


def test_a_head_that_repeats_the_name_of_the_document_is_no_text() -> None:
    text = "Byen ved fjorden\n\nStatus:\nByen ved fjorden 2 Vi er i gang.\nByen ved fjorden 3 Det går godt.\n"
    assert text_of(danish(text), "situation").split("\n") == ["Vi er i gang.", "Det går godt."]


@pytest.mark.parametrize(
    "lines", ["Ny fase 2 Vi er i gang.\nNy fase 3 Det går.", "2 nye huse er købt.\n3 nye huse er solgt."]
)
def test_lines_that_begin_alike_and_count_are_text(lines: str) -> None:
    assert text_of(danish(printed(*lines.split("\n"))), "situation") == lines


def test_a_head_or_foot_without_a_number_of_its_own_is_no_text() -> None:
    pages = [f"Byens nye havn\n{LONG}\nFonden for byer · {page}" for page in (2, 3, 4, 5)]
    read = danish("Havnen\n\nStatus:\nByens nye havn\n" + "\n".join(pages) + "\n")
    assert text_of(read, "situation").count("Fonden") == 0
    assert text_of(read, "situation").count("Byens nye havn") == 2  # those before any page has ended


def test_words_broken_at_the_end_of_a_page_are_whole_and_keep_their_places() -> None:
    text = printed(f"{LONG}Vi tog bevæ- 2", f"gelsen op. {LONG}3", f"{LONG}4")
    read = danish(text)
    [situation] = [section for section in read.sections if section.id == "situation"]
    at = situation.text.value.index("bevægelsen op.")
    place = situation.text.at(at, at + len("bevægelsen"))
    assert (place.line, place.text) == (7, "bevæ- 2\ngelsen")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Vi tog bevæ-\ngelsen op.", "Vi tog bevægelsen op."),
        ("Vi tog bevæ\u00ad\ngelsen op.", "Vi tog bevægelsen op."),
        ("- Vi tog bevæ-\ngelsen op.", "- Vi tog bevægelsen op."),
        ("Et studie-og arbejdsår.", "Et studie-og arbejdsår."),
        ("Både studie-\nog arbejdsår.", "Både studie-\nog arbejdsår."),
        ("Åbent jan-\nfeb hvert år.", "Åbent jan-feb hvert år."),
        ("Vi tog til Aarhus-\nHasle.", "Vi tog til Aarhus-\nHasle."),
        ("Fra 2013-\n2014 gik det.", "Fra 2013-\n2014 gik det."),
        ("Tag del: bevæ-\ngelsen begynder.", "Tag del: bevægelsen begynder."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_falls_away_only_inside_a_word(lines: str, whole: str) -> None:
    assert text_of(danish(f"## Status\n{lines}\n"), "situation") == whole


def test_a_label_keeps_the_word_that_its_line_breaks_off() -> None:
    assert (
        text_of(danish("# Byen\n\n**Risici:** Der kan komme regn i som-\nmer.\n"), "risks")
        == "Der kan komme regn i sommer."
    )


def test_a_sentence_that_a_page_has_parted_goes_on() -> None:
    pages = (f"{LONG}Vi har hentet 2", f"brosten i byen. {LONG}3", f"{LONG}Vi mødte Ulla 4", f"Holm på torvet. {LONG}5")
    situation = text_of(danish(printed(*pages)), "situation")
    assert "hentet brosten" in situation
    assert "mødte Ulla Holm" in situation
    assert len(situation.split("\n")) == 2


def test_a_hyphen_that_waits_for_and_stays_when_the_page_is_turned() -> None:
    pages = (f"{LONG}Vi købte sten- 2", f"og trævarer. {LONG}3", f"{LONG}4")
    assert "sten- og trævarer" in text_of(danish(printed(*pages)), "situation")


@pytest.mark.parametrize("note", ["{broken} 1 Ordet er lånt fra tysk. 3", "{broken}\n1 Ordet er lånt fra tysk.\n3"])
def test_a_footnote_between_the_halves_of_a_word_is_no_text(note: str) -> None:
    style = "\n" if "\n" in note else " "
    pages = (f"{LONG.strip()}{style}2", note.format(broken=f"{LONG}Vi tog bevæ-"), f"gelsen op. {LONG.strip()}{style}4")
    read = danish(printed(*pages))
    assert "Vi tog bevægelsen op." in text_of(read, "situation")
    assert unplaced(read) == ["2", "1 Ordet er lånt fra tysk.", "3", "4"]


def test_a_heading_or_an_item_at_the_foot_of_a_page_loses_the_number_only() -> None:
    text = f"## Status\n{LONG}2\n{LONG}3\n- Havnen {LONG}4\n\n## Økonomi 5\nGodt.\n"
    read = danish(text)
    assert text_of(read, "situation").endswith(f"- Havnen {LONG.strip()}")
    assert text_of(read, "economy") == "Godt."


def test_a_document_without_any_of_this_is_left_as_it_is() -> None:
    text = "# Byen\n\n## Status\nVi er i gang.\n\n- Et\n- To\n"
    assert text_of(report(text), "situation") == "Vi er i gang.\n\n- Et\n- To"


def test_two_pages_have_numbers_where_the_second_ends_the_text() -> None:
    read = danish(printed(LONG, " " * 60 + "1", LONG, " " * 60 + "2"))
    assert text_of(read, "situation").split() == (LONG * 2).split()
    assert unplaced(read) == ["1", "2"]


@pytest.mark.parametrize(
    "pages",
    [
        (LONG, "1", LONG, "2", "Slut."),  # the second is not the end
        (LONG, "1", "Kort.", "2"),  # no page lies between them
        (LONG, "Antal møder:", "1", LONG, "Antal ture:", "2"),  # answers
        (LONG, "2", LONG, "3"),
        (LONG, "1", LONG),
    ],
)
def test_other_numbers_on_lines_of_their_own_stay(pages: tuple[str, ...]) -> None:
    assert unplaced(danish(printed(*pages))) == []
