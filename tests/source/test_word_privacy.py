"""Personal numbers in a Word file are found wherever they stand, and shown nowhere. (The numbers are nobody's.)"""

from __future__ import annotations

import pytest

from projektkort.engine import check
from projektkort.finding import Finding
from projektkort.source import Source, decode
from projektkort.span import Where
from word_file import cell, docx, odt, packed, paragraph, part, raw_paragraph, raw_table, related, run

NUMBER = "010203-1234"
PROPERTIES = "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Brev {}</dc:title></cp:coreProperties>"


def with_part(name: str, inside: str | bytes) -> bytes:
    """A Word file that holds one more part."""
    from io import BytesIO
    from zipfile import ZipFile

    stream = BytesIO(docx(paragraph("Formål")))
    with ZipFile(stream, "a") as archive:
        archive.writestr(name, inside)
    return stream.getvalue()


def found(raw: bytes, name: str = "a.docx") -> list[Finding]:
    result = check(decode(raw, name))
    return [finding for finding in result.findings if finding.rule == "personal-number"]


def area(raw: bytes, name: str = "a.docx") -> str:
    """Where the one personal number is that the text does not show."""
    [finding] = found(raw, name)
    assert (finding.variant, finding.span.line, finding.where) == ("unseen", 1, None)
    return str(finding.values["area"])


def text_of(raw: bytes) -> Source:
    return decode(raw, "a.docx")


def test_in_the_text_it_is_masked_and_told_with_its_place() -> None:
    number = raw_paragraph(run("0102") + run("03-1234"))
    raw = docx(paragraph("Kontakt") + raw_table([cell(paragraph("Formand")), cell(number)]))
    assert text_of(raw).text == "Kontakt\n\n| Formand | ••••••-•••• |\n| --- | --- |\n"
    [finding] = found(raw)
    assert (finding.variant, finding.where) == ("", Where(table=1, row=1, column="B"))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (docx(paragraph("Et"), comments=f"<w:comment>{paragraph(NUMBER)}</w:comment>"), "comments"),
        (docx(paragraph("Et"), comments=f"<w:comment w:author='{NUMBER}'/>"), "comments"),
        (with_part("docProps/core.xml", PROPERTIES.format(NUMBER)), "properties"),
        (with_part("customXml/item1.xml", f"<x>{NUMBER}</x>"), "properties"),
        (docx(raw_paragraph(run("Et") + run(NUMBER, "<w:vanish/>"))), "hidden"),
        (docx(raw_paragraph(run("Et") + f"<w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del>")), "hidden"),
        (docx(raw_paragraph(run("Et") + "<w:drawing><w:docPr descr='" + NUMBER + "'/></w:drawing>")), "hidden"),
        (docx(raw_paragraph(run("Et") + f"<w:sdt><w:sdtPr><w:tag w:val='{NUMBER}'/></w:sdtPr></w:sdt>")), "hidden"),
        (with_part("word/_rels/extra.xml.rels", related({"hyperlink": f"https://eksempel.dk/?id={NUMBER}"})), "hidden"),
        (with_part("word/afchunk.htm", f"<p>{NUMBER}</p>"), "hidden"),
        (with_part("word/broken.xml", f"<p>{NUMBER}"), "hidden"),
        (with_part("word/embeddings/a.docx", docx(paragraph(NUMBER))), "hidden"),
        (with_part("word/embeddings/a.xlsx", packed({"xl/sharedStrings.xml": f"<t>{NUMBER}</t>"})), "hidden"),
    ],
    ids=[
        "comment",
        "author",
        "title",
        "custom",
        "hidden",
        "deleted",
        "picture",
        "control",
        "link",
        "chunk",
        "broken",
        "document",
        "workbook",
    ],
)
def test_where_the_text_does_not_show_it(raw: bytes, told: str) -> None:
    assert area(raw) == told
    assert NUMBER not in repr(check(decode(raw, "a.docx")))


def test_in_an_odf_file() -> None:
    noted = f"<text:p>Et<office:annotation><text:p>{NUMBER}</text:p></office:annotation></text:p>"
    assert area(odt(noted), "a.odt") == "hidden"
    assert area(odt("<text:p>Et</text:p>", meta=f"<x>{NUMBER}</x>"), "a.odt") == "properties"


def test_a_number_that_is_seen_is_told_once() -> None:
    raw = docx(paragraph(NUMBER), comments=f"<w:comment>{paragraph('010203 - 1234')}</w:comment>")
    assert [finding.variant for finding in found(raw)] == [""]


def test_of_one_area_once() -> None:
    twice = paragraph(NUMBER) + paragraph("020304-1234")
    assert area(docx(paragraph("Et"), comments=f"<w:comment>{twice}</w:comment>")) == "comments"


def test_figures_of_the_file_are_no_personal_numbers() -> None:
    ids = '<w:sdt><w:sdtPr><w:id w:val="0102031234"/></w:sdtPr><w:sdtContent/></w:sdt>'
    assert found(docx(raw_paragraph(run("Et") + ids) + raw_paragraph(run("010203") + "<w:r><w:br/></w:r>"))) == []
    tabs = "<w:r><w:t>010203</w:t><w:tab/><w:t>1234</w:t></w:r>"
    assert found(docx(raw_paragraph(f"<w:del>{tabs}</w:del>"))) == []


def test_what_lies_deep_or_cannot_be_opened_is_left() -> None:
    raw = packed({"word/document.xml": part("document", f"<w:body>{paragraph(NUMBER)}</w:body>")})
    for _ in range(3):
        raw = packed({"word/document.xml": part("document", "<w:body/>"), "word/embeddings/a.docx": raw})
    assert found(with_part("word/embeddings/a.docx", raw)) == []
    assert found(with_part("word/embeddings/a.docx", b"PK\x03\x04")) == []


def test_an_attachment_that_unpacks_large_is_refused() -> None:
    deep = with_part("word/embeddings/a.docx", packed({"a.xml": "<a>" * 300 + "</a>" * 300}))
    [problem] = decode(deep, "a.docx").problems
    assert (problem.rule, problem.values["reason"]) == ("word-unreadable", "oversized")
