"""Knows how to write small Word and ODF files for tests, as Word and LibreOffice do, with nothing superfluous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATED = f"{_SCHEMAS}/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{_RELATED}"'
    f' xmlns:mc="{_SCHEMAS}/markup-compatibility/2006" xmlns:m="{_SCHEMAS}/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_SPACES = " ".join(
    [f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style", "form")]
    + [f'xmlns:draw="{_ODF}:drawing:1.0"', f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"']
    + ['xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
STYLES = """\
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Afsnitstitel"><w:name w:val="Afsnitstitel"/>
  <w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik3"><w:name w:val="Rubrik 3"/></w:style>
<w:style w:type="paragraph" w:styleId="INDHOLD1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktopstilling"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """\
<w:abstractNum w:abstractNumId="10">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="20">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="30">
  <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="20"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="30"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="20"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def run(text: str, properties: str = "") -> str:
    """A run of Word; TABs and line breaks of the text are the elements."""
    told = escape(text, quote=False).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    told = told.replace("<w:t>", '<w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{told}</w:t></w:r>'


def bold(text: str) -> str:
    """A run in bold."""
    return run(text, "<w:b/>")


def raw_paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word around runs and whatever else may stand in one."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word."""
    return raw_paragraph(run(text), style, properties)


def item(text: str, number: int, depth: int = 0) -> str:
    """An item of one of the lists in `NUMBERING`."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(inside: str, properties: str = "") -> str:
    """A cell of Word around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def spanning(text: str, columns: int) -> str:
    """A cell that takes several columns."""
    return cell(paragraph(text), f'<w:gridSpan w:val="{columns}"/>')


def raw_table(*rows: Iterable[str]) -> str:
    """A table of Word, of cells."""
    drawn = (f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(drawn)}</w:tbl>"


def table(*rows: Iterable[str]) -> str:
    """A table of Word with a paragraph for each line of a text in its cell."""
    return raw_table(*([cell("".join(map(paragraph, text.split("\n")))) for text in row] for row in rows))


def control(inside: str, properties: str = "") -> str:
    """A content control of Word; with `<w:showingPlcHdr/>` it shows the words that ask to be written over."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def part(name: str, inside: str) -> str:
    """The XML of a part of a Word file."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {SPACES}>{inside}</w:{name}>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, inside in parts.items():
            # Word and LibreOffice leave a mimetype as it is, so that other programs can tell what the file is.
            archive.writestr(name, inside, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file; further parts of the folder `word` by name without ending: `footnotes=…`, `header1=…`."""
    told = {
        "styles": part("styles", STYLES),
        "numbering": part("numbering", NUMBERING),
        **{
            name: part({"header": "hdr", "footer": "ftr"}.get(name[:6], name), inside) for name, inside in parts.items()
        },
    }
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": related({"officeDocument": "word/document.xml"}),
            "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            "word/_rels/document.xml.rels": related({name: f"{name}.xml" for name in told}),
            **{f"word/{name}.xml": inside for name, inside in told.items()},
        }
    )


def related(targets: Mapping[str, str]) -> str:
    """A part that names others by their kind; figures behind a kind are no part of it."""
    told = (f'<Relationship Type="{_RELATED}/{kind.rstrip("123")}" Target="{name}"/>' for kind, name in targets.items())
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{"".join(told)}</Relationships>'


ODF_STYLES = """\
<office:styles>
<style:default-style style:family="paragraph">
<style:text-properties fo:language="sv" fo:country="SE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph"/>
</office:styles>
"""
ODF_AUTOMATIC = """\
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P3" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-bullet text:level="1" text:bullet-char="x"/><text:list-level-style-bullet text:level="2"/>
</text:list-style>
<text:list-style style:name="L2">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>
</text:list-style>
</office:automatic-styles>
"""


def odt(body: str, **parts: str | bytes) -> bytes:
    """An ODF text; further parts by name without ending; `master` stands in styles.xml."""
    master = parts.pop("master", "")
    told = {f"{name}.xml": inside for name, inside in parts.items()}
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF_SPACES}>{ODF_AUTOMATIC}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF_SPACES}>{ODF_STYLES}{master!s}</office:document-styles>",
            **told,
        }
    )
