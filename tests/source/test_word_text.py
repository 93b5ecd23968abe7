"""The text of a Word file becomes Markdown: headings, labels, lists, fields, boxes, notes, what is left out."""

from __future__ import annotations

import pytest

from projektkort.source import decode
from word_file import bold, control, docx, item, paragraph, part, raw_paragraph, run


def read(body: str, **parts: str) -> str:
    """The Markdown of a Word file, which is read without a problem."""
    source = decode(docx(body, **parts), "a.docx")
    assert source.problems == ()
    assert source.encoding == "docx"
    return source.text


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("", "Formål"),
        ("Overskrift1", "# Formål"),
        ("Overskrift2", "## Formål"),
        ("Afsnitstitel", "## Formål"),  # by the style that it is based on
        ("Rubrik3", "### Formål"),  # by its name alone
        ("Titel", "# Formål"),
        ("Ukendt", "Formål"),
    ],
)
def test_a_heading_is_one_by_its_style(style: str, written: str) -> None:
    assert read(paragraph("Formål", style)) == f"{written}\n"


def test_a_heading_is_one_by_its_own_outline_level() -> None:
    assert read(paragraph("Formål", properties='<w:outlineLvl w:val="2"/>')) == "### Formål\n"
    assert read(paragraph("Formål", properties='<w:outlineLvl w:val="9"/>')) == "Formål\n"


def test_headings_stand_below_a_title() -> None:
    body = paragraph("Byttedag", "Titel") + paragraph("Formål", "Overskrift1") + paragraph("Mål", "Overskrift2")
    assert read(body) == "# Byttedag\n\n## Formål\n\n### Mål\n"


def test_without_styles_the_text_is_there() -> None:
    from word_file import packed

    raw = packed({"word/document.xml": part("document", f"<w:body>{paragraph('Hej', 'Overskrift1')}</w:body>")})
    assert decode(raw, "a.docx").text == "Hej\n"


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (bold("Formål:") + run(" Naboer mødes."), "**Formål:** Naboer mødes."),
        (bold("Formål") + run(": Naboer mødes."), "**Formål:** Naboer mødes."),
        (run("  ") + bold("For") + bold("mål: ") + run("Naboer"), "**Formål:** Naboer"),
        (bold("Formål"), "**Formål**"),
        (bold("Formål:"), "**Formål:**"),
        (bold("Formål\n") + run("Naboer mødes."), "**Formål**\nNaboer mødes."),
        (bold("Vi") + run(" mødes"), "Vi mødes"),
        (run("Vi ") + bold("mødes: nu"), "Vi mødes: nu"),
        (bold("I alt\t9.500"), "I alt\t9.500"),
        (run("Formål", '<w:rStyle w:val="Strk"/>'), "**Formål**"),
        (run("Formål", '<w:rStyle w:val="Strk"/><w:b w:val="0"/>'), "Formål"),
        (run("Formål", "<w:rStyle w:val='Ukendt'/>"), "Formål"),
    ],
)
def test_bold_makes_labels(runs: str, written: str) -> None:
    assert read(raw_paragraph(runs)) == f"{written}\n"


def test_a_style_can_be_bold() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Fed"><w:name w:val="Fed"/><w:rPr><w:b/></w:rPr></w:style>'
    assert read(paragraph("Formål", "Fed"), styles=styles) == "**Formål**\n"


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("xy", "yx")
    )
    assert read(paragraph("Formål", "x"), styles=styles) == "Formål\n"


def test_lists_are_lists() -> None:
    body = item("Telte", 1) + item("To store", 1, 1) + item("Borde", 1) + paragraph("Stole", "Punktopstilling")
    assert read(paragraph("Vi bruger") + body + paragraph("Slut")) == (
        "Vi bruger\n\n- Telte\n  - To store\n- Borde\n- Stole\n\nSlut\n"
    )


NESTED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'


def test_numbers_are_counted_as_word_does() -> None:
    body = item("Plan", 2) + item("Kyst", 2, 1) + item("Rene strande", 2, 2) + item("Havn", 2, 1) + item("Drift", 2)
    assert read(body) == "1. Plan\n\n1.1 Kyst\n\n1.1.A Rene strande\n\n1.2 Havn\n\n2. Drift\n"
    assert read(raw_paragraph(bold("Kyst"), "", NESTED)) == "**1.1 Kyst**\n"
    assert read(item("a", 2) + item("b", 2) + item("c", 4)) == "1. a\n2. b\n1. c\n"
    assert read(item("a", 3) + item("b", 3)) == "b) a\nc) b\n"
    assert read(item("a", 9) + item("b", 0)) == "- a\n\nb\n"  # a list that is not there, and none


def test_a_numbered_heading_keeps_its_number() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    assert read(paragraph("Formål", "Overskrift1", properties)) == "# 1. Formål\n"


def test_a_list_can_take_its_levels_from_a_style() -> None:
    numbering = """
    <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Liste"/></w:abstractNum>
    <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Liste"/>
      <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
    body = "".join(item(str(at), 1) for at in range(3)) + item("Budget", 1)
    assert read(body, numbering=numbering) == "I. 0\n\nII. 1\n\nIII. 2\n\nIV. Budget\n"


def test_line_breaks_and_tabs_stay() -> None:
    assert read(paragraph("Telte\t9.500") + paragraph("Borde\t500")) == "Telte\t9.500\nBorde\t500\n"
    assert read(paragraph("\tMål 1.2\tOpfyldt\t") + paragraph("\tIndrykket")) == "\tMål 1.2\tOpfyldt\t\n\nIndrykket\n"
    assert read(item("Telte\ntil 40", 1)) == "- Telte\n  til 40\n"
    assert read(paragraph("To\nlinjer", "Overskrift1")) == "# To linjer\n"
    assert read(raw_paragraph('<w:r><w:br w:type="page"/></w:r>') + paragraph("Ny side")) == "Ny side\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# 1 i byen", "\\# 1 i byen"),
        ("## Formål", "## Formål"),
        ("**Formål:** Naboer", "**Formål:** Naboer"),
        ("##", "\\##"),
        ("> 100 gæster", "\\> 100 gæster"),
        ("12. maj mødes vi", "12. maj mødes vi"),
        ("- Telte", "- Telte"),
        ("____________", "____________"),
        ("* Skal udfyldes", "\\* Skal udfyldes"),
        ("+ moms", "\\+ moms"),
        ("25*450*2", "25*450*2"),
        ("a | b", "a \\| b"),
        ("<!-- ikke væk -->", "<\\!-- ikke væk -->"),
        ("<br> er et ord", "\\<br> er et ord"),
        ("a < b", "a < b"),
        ("C:\\_data", "C:\\\\_data"),
        ("slut\\", "slut\\\\"),
        ("---", "\\---"),
        ("```", "\\```"),
    ],
)
def test_signs_of_markdown_are_signs(typed: str, written: str) -> None:
    assert read(paragraph(typed)) == f"{written}\n"


def test_a_sign_at_the_end_of_a_heading_is_a_sign() -> None:
    assert read(paragraph("Sted #", "Overskrift1")) == "# Sted \\#\n"


def test_prompts_that_nobody_wrote_over_are_no_answers() -> None:
    prompt = "<w:showingPlcHdr/>"
    asked = bold("Formål: ") + control(run("Klik her for at skrive"), prompt)
    block = control(paragraph("Klik her for at skrive"), prompt)
    answered = control(paragraph("Naboer mødes."), '<w:showingPlcHdr w:val="0"/>')
    assert read(raw_paragraph(asked) + block + answered) == "**Formål:**\n\nNaboer mødes.\n"


def test_what_is_tracked_as_deleted_is_gone_and_as_inserted_is_there() -> None:
    inside = run("Vi søger ") + "<w:del><w:r><w:delText>18.000</w:delText></w:r></w:del>"
    inside += f"<w:ins>{run('20.000')}</w:ins><w:moveFrom>{run(' eller')}</w:moveFrom>"
    inside += f"<w:moveTo>{run(' kr.')}</w:moveTo>"
    assert read(raw_paragraph(inside)) == "Vi søger 20.000 kr.\n"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    joined = paragraph("Naboer ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("mødes.")
    assert read(joined) == "Naboer mødes.\n"


def test_hidden_text_is_not_seen() -> None:
    assert read(raw_paragraph(run("Synlig") + run(" skjult", "<w:vanish/>"))) == "Synlig\n"


def field(code: str, result: str, begun: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begun}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_are_their_results() -> None:
    inner = field(" IF ", run("1. maj"))
    assert read(raw_paragraph(run("Den ") + inner + run(" kl. 10"))) == "Den 1. maj kl. 10\n"
    nested = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{field("PAGE", run("7"))}{run("kode")}'
    nested += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("svar")}'
    nested += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(raw_paragraph(nested)) == "svar\n"
    assert read(raw_paragraph(f'<w:fldSimple w:instr="DATE">{run("2. maj")}</w:fldSimple>')) == "2. maj\n"


def test_a_field_that_was_never_closed_hides_no_more_than_its_paragraph() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(raw_paragraph(run("a") + opened) + paragraph("b") + raw_paragraph(ended + run("c"))) == "a\n\nb\n\nc\n"


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ("<w:checked/>", "☒"),
        ('<w:checked w:val="0"/><w:default/>', "☐"),
        ("<w:default/>", "☒"),
        ('<w:default w:val="0"/>', "☐"),
    ],
)
def test_check_boxes_of_the_older_kind(box: str, sign: str) -> None:
    begun = f"<w:ffData><w:checkBox>{box}</w:checkBox></w:ffData>"
    assert read(raw_paragraph(field("FORMCHECKBOX", "", begun) + run(" Ja"))) == f"{sign} Ja\n"


def test_check_boxes_of_the_newer_kind_and_signs_of_fonts() -> None:
    ticked = control(run("☒"), "<w14:checkbox/>")
    signs = "".join(f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>' for code in ("F0FE", "F0A8", "F041", "x"))
    assert read(raw_paragraph(ticked + run(" Ja ") + signs)) == "☒ Ja ☒☐\uf041\n"


def test_links_formulas_and_small_signs() -> None:
    link = f"<w:hyperlink>{run('vores side')}</w:hyperlink>"
    formula = "<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>"
    hyphens = "<w:r><w:t>by</w:t><w:noBreakHyphen/><w:t>fest</w:t><w:softHyphen/><w:t>en so\xadm</w:t></w:r>"
    assert read(raw_paragraph(link + run(": ") + formula + run(" ") + hyphens)) == "vores side: 2+2 by-festen som\n"


def box(inside: str) -> str:
    return f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box(paragraph('I boksen'))}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('I boksen')}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(raw_paragraph(run("Teksten") + shape) + paragraph("Mere")) == "Teksten\n\nI boksen\n\nMere\n"
    older = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Ældre')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert read(raw_paragraph(older)) == "Ældre\n"


def test_of_what_is_written_for_several_versions_one_is_read() -> None:
    twice = f"<mc:AlternateContent><mc:Choice>{paragraph('a')}</mc:Choice><mc:Fallback>{paragraph('b')}</mc:Fallback>"
    assert read(f"{twice}</mc:AlternateContent>") == "a\n"
    nothing = "<w:r><mc:AlternateContent/><w:instrText>kode uden felt</w:instrText></w:r>"
    assert read(raw_paragraph(nothing + run("c"))) == "c\n"
    inside = f"<mc:AlternateContent><mc:Fallback>{run('b')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>"
    assert read(raw_paragraph(inside) + "<mc:AlternateContent/>") == "b\n"


def test_notes_stand_at_the_end_under_their_marks() -> None:
    first = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    second = '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
    footnotes = f'<w:footnote w:id="0">{paragraph("-")}</w:footnote>'
    footnotes += f'<w:footnote w:id="2">{paragraph("Fire stk.")}{paragraph("# og en")}</w:footnote>'
    text = read(
        raw_paragraph(run("Telte") + first + run(" og borde") + second),
        footnotes=footnotes,
        endnotes=f'<w:endnote w:id="1">{paragraph("Tilbud")}</w:endnote>',
    )
    assert text == "Telte[^1] og borde[^2][^3]\n\n# Noter\n\n[^1]: Fire stk.\n\\# og en\n\n[^2]: Tilbud\n"


def test_margins_stand_at_the_end_without_numbers_of_pages() -> None:
    page = f"{run('Byforeningen' + chr(9) + 'Side ')}{field('PAGE', run('1'))}{run(' af ')}"
    page += f'<w:fldSimple w:instr="NUMPAGES">{run("3")}</w:fldSimple>'
    text = read(
        paragraph("Byttedag"),
        header1=raw_paragraph(page),
        header2=paragraph("Byttedag") + paragraph("Byforeningen"),
        footer1=paragraph("CVR 20304050"),
    )
    assert text == "Byttedag\n\n# Sidehoved og sidefod\n\nByforeningen\n\nCVR 20304050\n"
    assert read(paragraph("Byttedag"), header1=raw_paragraph(field(" PAGE ", run("1")))) == "Byttedag\n"


def test_a_table_of_contents_is_no_text() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = control(paragraph("Indhold", "Overskrift1"), gallery) + paragraph("Formål\t2", "INDHOLD1")
    assert read(contents + paragraph("Formål", "Overskrift1")) == "# Formål\n"


def test_comments_and_empty_paragraphs_leave_nothing() -> None:
    body = paragraph("") + paragraph("Et") + paragraph("  ") + raw_paragraph("<w:r><w:commentReference/></w:r>")
    assert read(body, comments=f"<w:comment>{paragraph('Er det nok?')}</w:comment>") == "Et\n"


def test_paragraphs_may_be_wrapped_in_much() -> None:
    wrapped = f"<w:ins>{paragraph('a')}</w:ins><w:customXml>{paragraph('b')}</w:customXml><w:sdt/>"
    assert read(wrapped + raw_paragraph("<w:sdt/>" + run("c"))) == "a\n\nb\n\nc\n"


def test_a_list_may_begin_anew_only_where_it_says_so() -> None:
    numbering = """
    <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"/></w:num>"""
    assert read(item("a", 1) + item("b", 2), numbering=numbering) == "1. a\n2. b\n"
