"""Tables of a Word file: rows and cells, spans, frames and forms, and where each cell of the text stood."""

from __future__ import annotations

import pytest

from projektkort.source import Source, decode
from projektkort.span import Where
from word_file import bold, cell, control, docx, item, paragraph, raw_paragraph, raw_table, run, spanning, table

CONTINUED = "<w:vMerge/>"


def source_of(body: str) -> Source:
    return decode(docx(body), "a.docx")


def read(body: str) -> str:
    return source_of(body).text


def where(source: Source, text: str) -> Where | None:
    """Where this piece of the text, which stands there once, was in the file."""
    assert source.text.count(text) == 1
    return source.lines.where(source.text.index(text))


def test_rows_are_rows_and_cells_are_cells() -> None:
    body = table(("Post", "Beløb"), ("Telte | borde", "9.500"), ("`Leje`", ""), ("I alt", "9.500"))
    assert read(paragraph("Budget") + body + paragraph("Slut")) == (
        "Budget\n\n| Post | Beløb |\n| --- | --- |\n| Telte \\| borde | 9.500 |\n| \\`Leje\\` | |\n"
        "| I alt | 9.500 |\n\nSlut\n"
    )


def test_tables_one_after_the_other_stay_apart() -> None:
    body = table(("a", "1")) + table(("b", "2"))
    assert read(body) == "| a | 1 |\n| --- | --- |\n\n| b | 2 |\n| --- | --- |\n"


def test_paragraphs_and_items_of_a_cell_stand_on_its_line() -> None:
    measures = cell(item("Rensning", 1) + item("Skilte", 1) + paragraph("ved\thavnen"))
    body = raw_table([cell(paragraph("1.1")), measures, cell(paragraph("a\nb"))])
    assert read(body) == "| 1.1 | - Rensning<br>- Skilte<br>ved havnen | a<br>b |\n| --- | --- | --- |\n"


def test_spans_are_empty_cells() -> None:
    body = raw_table(
        [cell(paragraph(text)) for text in ("Post", "Antal", "Pris", "Beløb")],
        [cell(paragraph(text)) for text in ("Telte", "2", "4.750", "9.500")],
        [spanning("I alt", 3), cell(paragraph("9.500"))],
    )
    assert read(body).splitlines()[2:] == ["| Telte | 2 | 4.750 | 9.500 |", "| I alt | | | 9.500 |"]


def test_a_cell_that_goes_on_downwards_stands_in_its_first_row() -> None:
    body = raw_table(
        [cell(paragraph("1.1"), '<w:vMerge w:val="restart"/>'), cell(paragraph("Mål A"))],
        [cell(paragraph(""), CONTINUED), cell(paragraph("Mål B"))],
    )
    assert read(body) == "| 1.1 | Mål A |\n| --- | --- |\n| | Mål B |\n"


def test_borders_that_were_dragged_make_no_columns() -> None:
    body = raw_table(
        [cell(paragraph("Titel")), spanning("Byttedag", 3)],
        [spanning("Ansøger", 2), spanning("Byforeningen", 2)],
    )
    assert read(body) == "| Titel | Byttedag |\n| --- | --- |\n| Ansøger | Byforeningen |\n"


def test_a_column_that_is_only_a_gap_is_none() -> None:
    gap = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    body = raw_table(
        [gap, cell(paragraph("a")), cell(paragraph("")), cell(paragraph("b")), cell(paragraph("c"))],
        [gap, spanning("d", 2), cell(paragraph("e")), cell(paragraph("f"))],
    )
    assert read(body) == "| a | b | c |\n| --- | --- | --- |\n| d | e | f |\n"


def test_a_first_row_from_side_to_side_is_a_line_above() -> None:
    body = raw_table([spanning("Budget", 2)], [cell(paragraph("Telte")), cell(paragraph("9.500"))])
    assert read(body) == "Budget\n\n| Telte | 9.500 |\n| --- | --- |\n"


def test_rows_of_nothing_and_deleted_rows_are_none_and_those_below_keep_their_numbers() -> None:
    deleted = "<w:trPr><w:del/></w:trPr>"
    body = raw_table(
        [cell(paragraph("a")), cell(paragraph("1"))],
        [deleted, cell(paragraph("b")), cell(paragraph("2"))],
        [cell(paragraph("")), cell(paragraph(""))],
        [cell(paragraph("c"), "<w:cellDel/>"), cell(paragraph("3"))],
    )
    source = source_of(body)
    assert source.text == "| a | 1 |\n| --- | --- |\n| | 3 |\n"
    assert where(source, "3") == Where(table=1, row=4, column="B")
    assert read(raw_table([cell(paragraph("")), cell(paragraph(""))])) == ""


def test_content_controls_may_hold_rows_and_cells() -> None:
    body = raw_table(
        [control(cell(paragraph("a"))), cell(paragraph("1"))],
        [control(cell(paragraph("Vælg")), "<w:showingPlcHdr/>"), cell(paragraph("2"))],
    ).replace("</w:tbl>", control(f"<w:tr>{cell(paragraph('c'))}{cell(paragraph('3'))}</w:tr>") + "</w:tbl>")
    assert read(body) == "| a | 1 |\n| --- | --- |\n| | 2 |\n| c | 3 |\n"


def test_a_table_with_one_column_is_a_frame() -> None:
    body = raw_table([cell(raw_paragraph(bold("Formål")))], [cell(paragraph("Naboer mødes.") + item("Telte", 1))])
    source = source_of(body)
    assert source.text == "**Formål**\n\nNaboer mødes.\n\n- Telte\n"
    assert where(source, "Naboer") == Where(table=1, row=2, column="A")


def test_a_cell_with_a_heading_over_its_text_is_no_row() -> None:
    page = cell(paragraph("Formål", "Overskrift2") + paragraph("Naboer mødes."))
    assert read(raw_table([page, cell(paragraph("2027"))])) == "## Formål\n\nNaboer mødes.\n\n2027\n"
    heads = [cell(paragraph(text, "Overskrift2")) for text in ("Post", "Beløb")]
    body = raw_table(heads, [cell(paragraph("Telte")), cell(paragraph("9.500"))])
    assert read(body) == "| Post | Beløb |\n| --- | --- |\n| Telte | 9.500 |\n"


def test_a_form_with_long_answers_is_written_out() -> None:
    answer = cell(paragraph("Naboer, der ellers aldrig ser hinanden, bytter ting.") + item("Telte", 1))
    body = raw_table([cell(paragraph("Formål")), answer], [cell(paragraph("Sted")), cell(paragraph("Torvet"))])
    source = source_of(body)
    assert source.text == (
        "**Formål**\n\nNaboer, der ellers aldrig ser hinanden, bytter ting.\n\n- Telte\n\n**Sted**\n\nTorvet\n"
    )
    assert where(source, "Telte") == Where(table=1, row=1, column="B")
    assert where(source, "Sted") == Where(table=1, row=2, column="A")


@pytest.mark.parametrize(
    "rows",
    [
        (("Uge 13", "Planlægning af hele dagen, og så mødes alle, der er med, på torvet\nog spiser"),),  # no label
        (("Telte", "9.500\ninkl. moms"),),  # short
        (("a", "b", "c"), ("Formål", "En lang forklaring, som fylder mere end en linje i en celle, med\nto afsnit")),
    ],
)
def test_what_is_no_form_stays_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(table(*rows)).startswith("| ")


def test_a_table_in_a_cell_is_a_table() -> None:
    inner = table(("Telte", "9.500"), ("Borde", "500"))
    body = raw_table(
        [cell(paragraph("Budget")), cell(inner)],
        [cell(paragraph("Søgt beløb")), cell(paragraph("10.000"))],
        [cell(paragraph("")), cell(paragraph("Note 1"))],
    )
    source = source_of(body + table(("Ny", "tabel")))
    assert source.text == (
        "**Budget**\n\n| Telte | 9.500 |\n| --- | --- |\n| Borde | 500 |\n\n**Søgt beløb**\n\n10.000\n\nNote 1\n\n"
        "| Ny | tabel |\n| --- | --- |\n"
    )
    assert where(source, "9.500") == where(source, "Borde") == Where(table=1, row=1, column="B")
    assert where(source, "Ny") == Where(table=2, row=1, column="A")


def test_paragraphs_are_counted_outside_tables_empty_ones_too() -> None:
    prompt = control(paragraph("Skriv her"), "<w:showingPlcHdr/>")
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Boks')}{table(('x', 'y'))}</w:txbxContent></w:pict></w:r>"
    body = paragraph("Et") + paragraph("") + table(("a", "1")) + prompt + raw_paragraph(run("Fire") + box)
    source = source_of(body + paragraph("Fem"))
    assert where(source, "Et") == Where(paragraph=1)
    assert where(source, "a ") == Where(table=1, row=1, column="A")
    assert where(source, "Fire") == where(source, "Boks") == where(source, "x ") == Where(paragraph=4)
    assert where(source, "Fem") == Where(paragraph=5)


def test_margins_and_notes_have_no_place_in_the_text() -> None:
    source = decode(docx(paragraph("Et"), header1=paragraph("Byforeningen")), "a.docx")
    assert where(source, "Byforeningen") is None
    assert decode(b"Et", "a.md").lines.where(0) is None


def test_wide_tables_have_letters_enough() -> None:
    source = source_of(table([f"c{at}" for at in range(28)]))
    assert where(source, "c25") == Where(table=1, row=1, column="Z")
    assert where(source, "c27") == Where(table=1, row=1, column="AB")


def test_the_start_of_a_row_is_its_first_cell() -> None:
    source = source_of(paragraph("Et") + table(("a", "1"), ("b", "2")))
    assert source.lines.where(source.text.index("| b")) == Where(table=1, row=2, column="A")
    assert source.lines.where(source.text.index(" 2")) == Where(table=1, row=2, column="B")


def test_a_note_in_a_table_and_a_table_in_a_note() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = raw_table([cell(raw_paragraph(run("Telte") + mark)), cell(paragraph("9.500"))])
    told = decode(docx(body, footnotes=f'<w:footnote w:id="2">{table(("a", "b"))}</w:footnote>'), "a.docx")
    assert told.text == "| Telte[^1] | 9.500 |\n| --- | --- |\n\n# Noter\n\n[^1]: a\nb\n"
