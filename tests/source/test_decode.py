"""Bytes become text, whatever wrote them; what had to be guessed is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Problem
from projektkort.source import Source, decode, read_file
from projektkort.source.decode import MAX_BYTES

DANISH = "Målgruppe\nBørn på Ærø\n"


def only(source: Source) -> Problem:
    [problem] = source.problems
    return problem


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (DANISH.encode(), "utf-8"),
        (DANISH.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + DANISH.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + DANISH.encode("utf-16-be"), "utf-16-be"),
        (DANISH.encode("utf-16-le"), "utf-16-le"),
        (DANISH.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_read_without_a_word(raw: bytes, encoding: str) -> None:
    source = decode(raw, "a.md")
    assert (source.text, source.encoding, source.problems) == (DANISH, encoding, ())


def test_the_source_knows_its_path_its_lines_and_the_hash_of_its_bytes() -> None:
    source = decode(b"\xef\xbb\xbfa\r\nb", "x/a.md")
    assert source.path == "x/a.md"
    assert source.text == "a\r\nb"
    assert [source.lines.line(1), source.lines.line(2)] == ["a", "b"]
    assert source.place(3, 4).text == "b"


def test_the_hash_is_that_of_the_bytes() -> None:
    assert decode(b"abc", "a").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_an_older_encoding_is_read_and_shown_by_a_line_with_its_letters(encoding: str) -> None:
    source = decode(f"Titel: x\n  {DANISH}".encode(encoding), "a.md")
    problem = only(source)
    assert source.text == f"Titel: x\n  {DANISH}"
    assert source.encoding == "cp1252"
    assert (problem.rule, problem.values["sample"]) == ("encoding-legacy", "Målgruppe")
    assert (problem.place.line, problem.place.text) == (2, "Målgruppe")


def test_a_line_with_letters_is_shown_rather_than_one_with_signs() -> None:
    problem = only(decode("“a”\r\n– b\r\nBørn".encode("cp1252"), "a.md"))
    assert problem.values["sample"] == "Børn"


def test_where_there_are_no_letters_the_signs_are_shown() -> None:
    assert only(decode("a\n– b".encode("cp1252"), "a.md")).values["sample"] == "– b"


def test_bytes_that_windows_does_not_know_are_kept() -> None:
    source = decode(b"a\x81\xe5", "a.md")
    assert source.text == "a\x81å"
    assert [problem.rule for problem in source.problems] == ["encoding-legacy", "control-character"]


def test_an_older_line_pasted_into_unicode_does_not_spoil_the_rest() -> None:
    source = decode("Målgruppe\nÆldre\n".encode() + "Børn\n".encode("cp1252"), "a.md")
    assert (source.text, source.encoding) == ("Målgruppe\nÆldre\nBørn\n", "utf-8")
    assert only(source).values["sample"] == "Børn"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850"])
@pytest.mark.parametrize("text", ["Målgruppe: børn", "Øster Å", "Förväntat resultat"])
def test_letters_garbled_before_they_were_saved_are_one_problem_with_the_remedy(text: str, encoding: str) -> None:
    garbled = text.encode().decode(encoding)
    [problem] = [p for p in decode(f"x\n{garbled}\n{garbled}".encode(), "a.md").problems if "encoding" in p.rule]
    assert (problem.rule, problem.values["sample"], problem.place.line) == ("encoding-garbled", text, 2)
    assert problem.values["garbled"] == garbled


def test_letters_garbled_twice_are_mended_twice() -> None:
    garbled = "Målgruppe".encode().decode("cp1252").encode().decode("cp1252")
    assert only(decode(garbled.encode(), "a.md")).values["sample"] == "Målgruppe"


@pytest.mark.parametrize("text", ["Château, São Paulo, crème brûlée", "«Å», “Ø” – Æ…", "naïve Ängelholm √2"])
def test_foreign_letters_and_signs_are_not_garbled(text: str) -> None:
    assert decode(text.encode(), "a.md").problems == ()


def test_letters_that_were_lost_are_said() -> None:
    problem = only(decode("Fællesspisning\nB\ufffdrn og \ufffdldre".encode(), "a.md"))
    assert (problem.rule, problem.variant, problem.values["count"]) == ("encoding-garbled", "lost", 2)
    assert problem.values["sample"] == "B\ufffdrn og \ufffdldre"
    assert (problem.place.span.line, problem.place.span.column) == (2, 2)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 x", "pdf"),
        (b"PK\x03\x04 word/document.xml", "word"),
        (b"PK\x03\x04 xl/workbook.xml", "excel"),
        (b"PK\x03\x04 a.txt", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "word"),
        (b"{\\rtf1 hej}", "word"),
        (b"\x89PNG\r\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"GIF89a", "image"),
        (b"Titel\0: x", "other"),
    ],
)
def test_what_is_no_text_is_named_and_not_read(raw: bytes, reason: str) -> None:
    source = decode(raw, "a.md")
    problem = only(source)
    assert (problem.rule, problem.values["reason"]) == ("not-text", reason)
    assert (source.text, source.encoding) == ("", "")


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file_is_a_problem(raw: bytes) -> None:
    assert only(decode(raw, "a.md")).rule == "file-empty"


def test_a_file_that_is_too_large_is_not_read() -> None:
    source = decode(b"a" * (MAX_BYTES + 1), "a.md")
    assert (only(source).rule, only(source).values["reason"], source.text) == ("file-too-large", "10 MB", "")
    assert decode(b"a" * MAX_BYTES, "a.md").problems == ()


@pytest.mark.parametrize("sign", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_unusual_line_breaks_are_counted_once_and_end_no_line(sign: str) -> None:
    source = decode(f"a{sign}b\nc{sign}".encode(), "a.md")
    problem = only(source)
    assert (problem.rule, problem.values["count"]) == ("line-break-unusual", 2)
    assert (problem.values["code"], problem.place.span.column) == (f"U+{ord(sign):04X}", 2)
    assert source.lines.count == 2


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x1f", "\x7f", "\x80", "\x9f", "\uffff"])
def test_control_characters_are_a_problem(sign: str) -> None:
    problem = only(decode(f"ab{sign}".encode(), "a.md"))
    assert (problem.rule, problem.place.text, problem.values["sample"]) == ("control-character", sign, f"ab{sign}")


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\xad", "\u2060"])
def test_invisible_characters_are_a_problem(sign: str) -> None:
    problem = only(decode(f"mål{sign}gruppe {sign}".encode(), "a.md"))
    assert (problem.rule, problem.values["count"]) == ("invisible-character", 2)


def test_a_joiner_is_at_home_in_an_emoji_and_nowhere_else() -> None:
    assert decode("familie 👨‍👩‍👧".encode(), "a.md").problems == ()
    assert only(decode("mål\u200dgruppe".encode(), "a.md")).rule == "invisible-character"


def test_tabs_and_line_breaks_of_any_system_are_no_problem() -> None:
    assert decode(b"a\tb\r\nc\rd\n", "a.md").problems == ()


@given(st.binary(max_size=60))
def test_any_bytes_become_a_source(raw: bytes) -> None:
    source = decode(raw, "a.md")
    for problem in source.problems:
        assert source.lines.text[problem.place.start : problem.place.end] == problem.place.text
        assert problem.place.span.line >= 1


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60).filter(
        lambda text: text[0] != "\ufeff"
    )
)
def test_whatever_is_written_in_utf_8_comes_back(text: str) -> None:
    raw = text.encode()
    assert decode(raw, "a.md").text == text or raw.startswith((b"%PDF-", b"PK\x03\x04", b"GIF8", b"{\\rtf"))


def test_a_file_is_read_under_the_path_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_bytes(DANISH.encode())
    assert (read_file("./a.md").path, read_file("a.md").text) == ("a.md", DANISH)


def test_a_file_that_cannot_be_read_is_a_source_with_the_reason(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "gone.md", "vanished"), (tmp_path, "folder"), (tmp_path / "a\0b", "other")):
        source = read_file(path)
        assert (only(source).rule, only(source).values["reason"]) == ("file-unreadable", reason)
        assert (source.text, source.path) == ("", path.as_posix())


@pytest.mark.parametrize(("error", "reason"), [(PermissionError(), "permission"), (OSError(), "other")])
def test_a_file_that_may_not_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    assert only(read_file(tmp_path / "a.md")).values["reason"] == reason


def test_no_more_of_a_large_file_is_read_than_needed(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 50)
    assert only(read_file(path)).rule == "file-too-large"


def test_the_real_documents_are_read_without_a_word(documents: Path) -> None:
    paths = [*(documents / "seeds").glob("*.txt"), *(documents / "corpus").glob("*.txt")]
    assert len(paths) > 20
    for path in paths:
        source = read_file(path)
        assert (source.problems, source.text.encode()) == ((), path.read_bytes().removeprefix(b"\xef\xbb\xbf"))


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 3_000_000])
def test_a_file_of_any_length_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * (size - 1) + b"\n")
    source = read_file(path)
    assert (len(source.text), source.text[-2:], source.problems) == (size, "a\n", ())
