"""The text of an ODF file becomes Markdown as that of a Word file does."""

from __future__ import annotations

import pytest

from projektkort.source import Source, decode
from projektkort.span import Where
from word_file import odt


def source_of(body: str, **parts: str | bytes) -> Source:
    source = decode(odt(body, **parts), "a.odt")
    assert source.problems == ()
    return source


def read(body: str, **parts: str | bytes) -> str:
    return source_of(body, **parts).text


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def cells(*texts: str) -> str:
    return "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in texts)


def test_headings_stand_below_a_title() -> None:
    source = source_of(p("Bryggan", "P1") + h("Syfte", 1) + h("Mål", 2))
    assert (source.text, source.encoding) == ("# Bryggan\n\n## Syfte\n\n### Mål\n", "odt")
    assert read(h("Syfte", 1)) == "# Syfte\n"
    assert read("<text:h>Syfte</text:h>") == "# Syfte\n"


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        ('<text:span text:style-name="T1">Syfte:</text:span> Fler möts.', "**Syfte:** Fler möts."),
        ("a\n   b<text:s/><text:s text:c='2'/>c", "a b   c"),
        ("a <text:span>  b</text:span>", "a b"),
        ("a<text:tab/>1<text:line-break/>b", "a\t1\nb"),
        ("så\xad<text:soft-page-break/>här", "såhär"),
        ('<text:a xmlns:x="y" x:href="z">vår sida</text:a>', "vår sida"),
        ("a<office:annotation>nej</office:annotation>b", "ab"),
        ("Syfte: <text:placeholder>&lt;Skriv här&gt;</text:placeholder>", "Syfte:"),
        ('Syfte: <loext:content-control loext:showing-place-holder="true">Skriv</loext:content-control>', "Syfte:"),
        ('<loext:content-control loext:checkbox="true">☒</loext:content-control> Ja', "☒ Ja"),
        ('Syns <text:span text:style-name="T2">inte</text:span>', "Syns"),
        ("Sida <text:page-number>3</text:page-number>", "Sida"),
        ("# 1 i byn", "\\# 1 i byn"),
    ],
)
def test_running_text(inside: str, written: str) -> None:
    assert read(p(inside)) == f"{written}\n"


def test_styles_of_paragraphs() -> None:
    assert read(p("Syfte", "P2")) == "**Syfte**\n"
    assert read(p("Dold", "P3") + p("Syns")) == "Syns\n"
    assert read(p("Innehåll 2", "Contents_20_1") + p("Syfte")) == "Syfte\n"


def test_lists_are_counted() -> None:
    deep = f"<text:list><text:list-item>{p('c')}</text:list-item></text:list>"
    inner = f"<text:list><text:list-item>{p('b')}{deep}</text:list-item></text:list>"
    bullets = f'<text:list text:style-name="L1"><text:list-item>{p("a")}{inner}</text:list-item></text:list>'
    assert read(bullets) == "- a\n  - b\n    - c\n"
    numbers = bullets.replace("L1", "L2")
    assert read(numbers) == "1. a\n   a) b\n\n1.a.1 c\n"
    more = f'<text:list text:style-name="L2"><text:list-item>{p("d")}{p("e")}</text:list-item></text:list>'
    assert read(numbers + more) == "1. a\n   a) b\n\n1.a.1 c\n\n1. d\n\ne\n"
    again = more.replace("<text:list ", '<text:list text:continue-numbering="true" ')
    assert read(more + again) == "1. d\n\ne\n\n2. d\n\ne\n"


def test_a_list_may_hold_a_header_and_a_table() -> None:
    table = f"<table:table><table:table-row>{cells('a', '1')}</table:table-row></table:table>"
    body = f"<text:list-header>{p('Plan')}</text:list-header><text:list-item>{table}</text:list-item>"
    assert read(f"<text:list>{body}</text:list>") == "Plan\n\n| a | 1 |\n| --- | --- |\n"


def test_a_paragraph_may_have_its_list_from_its_style() -> None:
    styles = (
        '<office:automatic-styles><style:style style:name="P9" style:family="paragraph" style:list-style-name="L9"/>'
        '<text:list-style style:name="L9"><text:list-level-style-number text:level="1" style:num-format="I"'
        ' style:num-suffix="." text:start-value="3"/></text:list-style></office:automatic-styles>'
    )
    body = f"<text:list><text:list-item>{p('a', 'P9')}</text:list-item></text:list>"
    assert read(body, master=styles) == "III. a\n"


def test_tables() -> None:
    head = f"<table:table-row>{cells('Post', 'Antal', 'Belopp')}</table:table-row>"
    total = (
        f'<table:table-row><table:table-cell table:number-columns-spanned="2">{p("Summa")}</table:table-cell>'
        f"<table:covered-table-cell/>{cells('92 000')}</table:table-row>"
    )
    below = f"<table:table-row><table:covered-table-cell/>{cells('4', '92 000')}</table:table-row>"
    source = source_of(
        f"<table:table><table:table-column/><table:table-header-rows>{head}</table:table-header-rows>{below}{total}</table:table>"
    )
    assert source.text == ("| Post | Antal | Belopp |\n| --- | --- | --- |\n| | 4 | 92 000 |\n| Summa | | 92 000 |\n")
    assert source.lines.where(source.text.rindex("92")) == Where(table=1, row=3, column="C")


def test_what_is_repeated_is_written_as_often_and_no_more_than_anybody_would() -> None:
    row = f'<table:table-row table:number-rows-repeated="2">{cells("a", "1")}</table:table-row>'
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    body = f"<table:table>{row}<table:table-row>{cells('b', '2')}{empty}</table:table-row></table:table>"
    assert read(body) == "| a | 1 |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n"


def test_rows_may_hold_what_is_no_cell() -> None:
    row = f"<table:table-row>{cells('a')}<text:soft-page-break/>{cells('1')}</table:table-row>"
    assert read(f"<table:table><text:soft-page-break/>{row}</table:table>") == "| a | 1 |\n| --- | --- |\n"


def test_boxes_sections_and_indexes() -> None:
    frame = f"<draw:frame><draw:text-box>{p('I rutan')}</draw:text-box></draw:frame>"
    index = f"<text:table-of-content><text:index-body>{p('Syfte 1')}</text:index-body></text:table-of-content>"
    index += f"<text:alphabetical-index>{p('a 2')}</text:alphabetical-index>"
    tracked = f"<text:tracked-changes><text:changed-region>{p('borta')}</text:changed-region></text:tracked-changes>"
    source = source_of(f"{tracked}{index}<text:section>{p('Text' + frame)}</text:section>{frame}{p('Slut')}")
    assert source.text == "Text\n\nI rutan\n\nI rutan\n\nSlut\n"
    assert source.lines.where(source.text.index("I rutan")) == Where(paragraph=1)


def test_check_boxes_of_forms() -> None:
    forms = (
        '<office:forms><form:form><form:checkbox form:id="k1" form:current-state="checked"/>'
        '<form:checkbox xml:id="k2" form:state="unchecked"/></form:form></office:forms>'
    )
    drawn = "".join(f'<draw:control draw:control="{name}"/>' for name in ("k1", "k2", "k3"))
    assert read(forms + p(drawn + " Ja")) == "☒☐ Ja\n"


def test_notes_and_margins_stand_at_the_end() -> None:
    body = f"<text:note-body>{p('Fyra')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    margin = p("Byalaget<text:tab/>Sida <text:page-number>1</text:page-number>")
    master = (
        f"<office:master-styles><style:master-page><style:header>{margin}</style:header>"
        "</style:master-page></office:master-styles>"
    )
    text = read(p(f"Bryggor{note}<text:note/>"), master=master)
    assert text == "Bryggor[^1][^2]\n\n# Noter\n\n[^1]: Fyra\n\n# Sidhuvud och sidfot\n\nByalaget\n"


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "<office:styles>" + "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}"/>'
        for name, parent in ("xy", "yx")
    )
    assert read(p("Syfte", "x"), master=f"{styles}</office:styles>") == "Syfte\n"


def test_a_few_bytes_do_not_become_a_million_cells() -> None:
    row = '<table:table-row table:number-rows-repeated="63">'
    row += f'<table:table-cell table:number-columns-repeated="63">{p("x")}</table:table-cell></table:table-row>'
    source = decode(odt(f"<table:table>{row * 40}</table:table>"), "a.odt")
    [problem] = source.problems
    assert (problem.rule, problem.values["reason"], source.text) == ("word-unreadable", "oversized", "")
