"""Word files that are broken, locked, too large or something else are findings with words, never a traceback."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from projektkort.engine import check
from projektkort.source import decode, read_file
from projektkort.source.word import archive, tree
from word_file import docx, odt, packed, paragraph, part

GOOD = docx(paragraph("Formål"), comments=f"<w:comment>{paragraph('Hej')}</w:comment>")


def refused(raw: bytes, name: str = "a.docx") -> str:
    """Why a file is not read."""
    source = decode(raw, name)
    [problem] = source.problems
    assert (problem.rule, source.text, source.encoding) == ("word-unreadable", "", "")
    return str(problem.values["reason"])


def main(xml: str) -> bytes:
    return packed({"word/document.xml": xml})


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"x", "damaged"),
        (b"PK\x03\x04 word/document.xml", "damaged"),
        (GOOD[:-30], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "older"),
        (b"{\\rtf1 hej}", "older"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (packed({"a.txt": "hej"}), "incomplete"),
        (packed({"xl/workbook.xml": "<x/>"}), "incomplete"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "incomplete"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "incomplete"),
        (main("<x/>"), "incomplete"),
        (main(""), "damaged"),
        (main("<w:document"), "damaged"),
        (main('<?xml version="1.0" encoding="klingon"?><x/>'), "damaged"),
        (main('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "damaged"),
        (main("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"), "damaged"),
        (main("<a>" * 300 + "</a>" * 300), "oversized"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_cannot_be_read_is_said(raw: bytes, reason: str) -> None:
    assert refused(raw) == reason


def test_an_empty_file_is_empty() -> None:
    assert [problem.rule for problem in decode(b"", "a.docx").problems] == ["file-empty"]
    assert [problem.rule for problem in decode(docx(""), "a.docx").problems] == ["file-empty"]


def test_a_password_on_a_part_or_an_odf_file() -> None:
    locked = bytearray(GOOD)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (found := locked.find(sign, start)) >= 0:
            locked[found + at] |= 1
            start = found + 1
    assert refused(bytes(locked)) == "password"
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert refused(odt("", **{"META-INF/manifest": manifest}), "a.odt") == "password"
    open_one = manifest.replace("<m:encryption-data/>", "")
    assert decode(odt("<text:p>Hej</text:p>", **{"META-INF/manifest": open_one}), "a.odt").text == "Hej\n"


def test_what_is_packed_small_and_unpacks_large(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = docx(paragraph("nul " * 20_000))
    assert decode(raw, "a.docx").problems == ()
    monkeypatch.setattr(archive, "MAX_UNPACKED", 50_000)
    assert refused(raw) == "oversized"


def test_what_a_zip_says_of_its_sizes_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = bytearray(docx(paragraph("nul " * 20_000)))
    with ZipFile(BytesIO(raw)) as opened:
        size = opened.getinfo("word/document.xml").file_size
    told = bytes(raw).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    monkeypatch.setattr(archive, "MAX_UNPACKED", 50_000)
    assert refused(told) == "damaged"


def test_more_parts_or_elements_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_ELEMENTS", 20)
    assert refused(docx(paragraph("a") * 10)) == "oversized"
    monkeypatch.setattr(archive, "MAX_PARTS", 2)
    assert refused(GOOD) == "oversized"


def test_a_large_file_with_pictures_is_read_and_one_larger_still_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with ZipFile(path, "w") as archived:
        archived.writestr("word/document.xml", part("document", f"<w:body>{paragraph('Hej')}</w:body>"))
        archived.writestr("word/media/image1.jpeg", bytes(11_000_000))
    assert read_file(path).text == "Hej\n"
    with path.open("r+b") as file:
        file.truncate(101_000_000)
    [problem] = read_file(path).problems
    assert (problem.rule, problem.values["reason"]) == ("file-too-large", "100 MB")


@pytest.mark.parametrize(
    ("raw", "variant"),
    [(GOOD, "renamed"), (odt("<text:p>Hej</text:p>"), "renamed"), (b"\xd0\xcf\x11\xe0", "older"), (b"{\\rtf", "older")],
    ids=["docx", "odt", "doc", "rtf"],
)
def test_a_file_under_another_name_is_told_what_to_be_called(raw: bytes, variant: str) -> None:
    [problem] = decode(raw, "a.md").problems
    assert (problem.rule, problem.variant, problem.values["reason"]) == ("not-text", variant, "word")


@pytest.mark.parametrize("raw", [GOOD, odt("<text:p>Formål</text:p>")], ids=["docx", "odt"])
def test_damage_anywhere_is_a_finding_or_nothing(raw: bytes) -> None:
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(raw)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        result = check(decode(bytes(broken[: chance.choice((None, len(broken) - 40))]), "a.docx"))
        assert result.crash is None


def test_tables_in_tables_without_end() -> None:
    body = paragraph("x")
    for _ in range(40):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert decode(docx(body), "a.docx").text == "x\n"
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert refused(docx(body)) == "oversized"
