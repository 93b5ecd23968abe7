"""`projekt render`: pages as text and as files, built-in and own templates, and what is never written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk import GOOD, MINUTES, UNBALANCED, lay
from projektkort.cli.render import HELP
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")


def files(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_markdown_goes_to_standard_output() -> None:
    ran = projekt("render", lay("a.md"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("""\
# Fælles køkkenhave

**Budget og finansiering stemmer: 10.000 kr. = 10.000 kr.**

Ansøgt beløb 9.000 kr. (90 % af udgifterne) · Samlede udgifter 10.000 kr. · \
Egne penge 1.000 kr. (10 % af finansieringen)
""")
    assert "## Formål\n\nNaboer dyrker grøntsager sammen.\n" in ran.out
    assert "| Jord og planter | 7.500 |\n" in ran.out


def test_html_is_one_file_in_the_language_of_the_document() -> None:
    page = projekt("render", lay("a.md", UNBALANCED), "--to", "html").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="da">')
    assert page.count("<h1") == 1
    assert "Content-Security-Policy" in page
    assert "<script" not in page
    assert "Der mangler 500 kr." in page


@pytest.mark.parametrize("to", ["md", "html"])
def test_a_card_is_the_first_screen_of_the_report(to: str) -> None:
    lay("a.md")
    card, report = (projekt("render", "a.md", "--to", to, "--template", each).out for each in ("card", "report"))
    assert "Budget og finansiering stemmer" in card and "Budget og finansiering stemmer" in report
    assert "Naboer dyrker" in report and "Naboer dyrker" not in card
    assert len(card) < len(report)


def test_the_page_speaks_the_language_that_is_asked_for() -> None:
    assert (
        "**Budget and financing agree: DKK 10,000 = DKK 10,000**" in projekt("render", lay("a.md"), "--lang", "en").out
    )


def test_several_pages_on_one_output() -> None:
    lay("a.md")
    lay("b.yaml", "skema: none\nprojektnavn: Anden\n")
    ran = projekt("render", ".")
    assert ran.code == 0
    assert [page.splitlines()[0] for page in ran.out.split("\n---\n\n")] == ["# Fælles køkkenhave", "# Anden"]
    assert projekt("render", ".", "--to", "html") == (
        2,
        "",
        "projekt: 2 HTML pages do not go on one output: name a folder with -o.\n",
    )


# --- files -------------------------------------------------------------------------------------------------------


def test_a_page_goes_into_a_file() -> None:
    assert projekt("render", lay("a.md"), "--to", "html", "-o", "ud/side.html") == (0, "", "")
    assert Path("ud/side.html").read_text("utf-8") == projekt("render", "a.md", "--to", "html").out
    assert files("ud") == ["side.html"]


def test_a_file_keeps_its_mode_and_a_link_its_target() -> None:
    lay("a.md")
    Path(lay("side.md", "old")).chmod(0o640)
    Path("link.md").symlink_to("side.md")
    assert projekt("render", "a.md", "-o", "link.md").code == 0
    assert Path("link.md").is_symlink()
    assert Path("side.md").read_text("utf-8").startswith("# Fælles")
    assert Path("side.md").stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_of_a_new_file() -> None:
    before = os.umask(0o027)
    try:
        projekt("render", lay("a.md"), "-o", "side.md")
    finally:
        os.umask(before)
    assert Path("side.md").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_and_not_replaced() -> None:
    target = Path("/dev/null")
    assert projekt("render", lay("a.md"), "-o", str(target)).code == 0
    assert target.is_char_device()


@pytest.mark.parametrize("output", ["ud", "ud/"])
def test_several_pages_go_into_a_folder(output: str) -> None:
    lay("in/a.md")
    lay("in/b/c.md")
    assert projekt("render", "in", "--to", "html", "-o", output) == (0, "", "")
    assert files("ud") == ["a.html", "b/c.html"]


def test_one_page_goes_into_a_folder_that_is_named_so() -> None:
    lay("in/a.md")
    Path("there").mkdir()
    assert projekt("render", "in", "-o", "ud/").code == projekt("render", "in", "-o", "there").code == 0
    assert files("ud") == files("there") == ["a.md"]


def test_names_that_would_be_alike_tell_their_ending() -> None:
    for name in ("in/a.md", "in/a.txt", "in/a.md.txt", "in/b.md"):
        lay(name)
    projekt("render", "in", "--to", "html", "-o", "ud")
    assert files("ud") == ["a-md.html", "a-txt.html", "a.md-txt.html", "b.html"]


def test_no_page_leaves_the_folder_that_is_named(desk: Path) -> None:
    lay("elsewhere/a.md")
    lay("here/b.md")
    os.chdir("here")
    projekt("render", "../elsewhere/a.md", str(desk / "here/b.md"), "-o", "ud")
    assert files("ud") == ["elsewhere/a.md", "here/b.md"]


@pytest.mark.parametrize("output", [".", "a.md", "./sub/../a.md"])
def test_a_page_never_replaces_its_own_source(output: str) -> None:
    lay("sub/x.doc", b"x")
    ran = projekt("render", lay("a.md"), "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("is a file that was read; it would be lost. Name another one.\n")
    assert Path("a.md").read_text("utf-8") == GOOD


def test_several_pages_do_not_go_into_one_file() -> None:
    lay("in/a.md")
    lay("in/b.md")
    lay("page.md", "mine")
    said = "projekt: “page.md” is a file: 2 pages need a folder.\n"
    assert projekt("render", "in", "-o", "page.md") == (2, "", said)
    assert Path("page.md").read_text("utf-8") == "mine"


def test_what_cannot_be_written_is_said() -> None:
    lay("a.md")
    lay("file", "x")
    assert projekt("render", "a.md", "-o", "file/page.md") == (
        2,
        "",
        "projekt: “file/page.md” cannot be written: File exists.\n",
    )


def test_a_file_is_written_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md")
    lay("page.md", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ran = projekt("render", "a.md", "-o", "page.md")
    assert ran == (2, "", "projekt: “page.md” cannot be written: No space left on device.\n")
    assert Path("page.md").read_text("utf-8") == "old"
    assert files(".") == ["a.md", "page.md"]


# --- what can be read --------------------------------------------------------------------------------------------


def test_the_exit_code_says_whether_anything_could_be_read() -> None:
    lay("a.md")
    lay("empty.md", "")
    lay("brev.doc", b"x")
    assert projekt("render", "a.md", "empty.md").code == 0
    assert projekt("render", "empty.md").code == 1
    said = "brev.doc: not read (text document of another format (save it as .docx))\n"
    assert projekt("render", "*.doc") == (3, "", said)
    assert projekt("render", lay("b.md", UNBALANCED)).code == 0  # findings are for validate


def test_of_a_folder_only_project_descriptions_become_pages() -> None:
    lay("in/a.md")
    lay("in/referat.md", MINUTES)
    ran = projekt("render", "in", "-o", "ud/")
    assert ran == (0, "", "in/referat.md: not read (text that is no project description)\n")
    assert files("ud") == ["a.md"]


# --- templates of the user's own ---------------------------------------------------------------------------------


def test_an_own_template_lays_out_the_page() -> None:
    lay("ours.j2", "{{ page.title }}: {{ page.verdict.text }}\n")
    assert projekt("render", lay("a.md"), "--template", "ours.j2").out == (
        "Fælles køkkenhave: Budget og finansiering stemmer: 10.000 kr. = 10.000 kr.\n"
    )


def test_an_own_template_may_build_on_ours() -> None:
    lay("ours.html.j2", '{% extends "report.html.j2" %}')
    lay("a.md")
    own = projekt("render", "a.md", "--to", "html", "--template", "ours.html.j2").out
    assert own == projekt("render", "a.md", "--to", "html").out


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("\n{% for %}\n", "ours.j2:2: Expected an expression, got 'end of statement block'"),
        ("{{ page.title }}\n\n{{ page.nope }}", "ours.j2:3: 'projektkort.pages.view.Page"),
        ("{{ nope }}", "ours.j2:1: 'nope' is undefined"),
        ("{{ page.title.__class__ }}", "ours.j2:1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ 1 / 0 }}", "ours.j2:1: division by zero"),
        ("\n{% include '/etc/hostname' %}", "ours.j2:2: "),
        ("{{ range(10000000) }}", "ours.j2:1: "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_own_template_is_told_with_its_line(template: str, said: str) -> None:
    lay("ours.j2", template)
    ran = projekt("render", lay("a.md"), "--template", "ours.j2", "-o", "page.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"projekt: {said}")
    assert "Traceback" not in ran.err
    assert not Path("page.md").exists()


def test_a_template_that_cannot_be_read() -> None:
    lay("ours.j2", b"\xe6\xf8")
    Path("folder.j2").mkdir()
    said = "projekt: the template “ours.j2” is not a text in UTF-8.\n"
    assert projekt("render", lay("a.md"), "--template", "ours.j2") == (2, "", said)
    said = "projekt: the template “folder.j2” cannot be read: Is a directory.\n"
    assert projekt("render", "a.md", "--template", "folder.j2") == (2, "", said)


# --- Markdown or HTML --------------------------------------------------------------------------------------------

OURS = "<h1>{{ page.title }}</h1>\n"
SHARP = GOOD.replace("Fælles køkkenhave", "Te & <script>alert(1)</script>")


def test_the_line_in_the_help_escapes_what_people_wrote() -> None:
    lay("application.md", SHARP)
    lay("ours.html.j2", OURS)
    line = "projekt render application.md --template ours.html.j2 -o page.html"
    assert line in HELP
    assert projekt(*line.split()[1:]) == (0, "", "")
    assert Path("page.html").read_text("utf-8") == "<h1>Te &amp; &lt;script&gt;alert(1)&lt;/script&gt;</h1>\n"


@pytest.mark.parametrize("words", [["--template", "ours.html.j2"], ["--template", "ours.HTML"], ["-o", "page.htm"]])
def test_one_name_is_enough_to_make_html(words: list[str]) -> None:
    lay("a.md", SHARP)
    lay("ours.html.j2", OURS)
    lay("ours.HTML", OURS)
    out = projekt("render", "a.md", *words).out or Path("page.htm").read_text("utf-8")
    assert "Te &amp; &lt;script&gt;" in out
    assert "<script>" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "md", "-o", "y.html"], "“--to” asks for md, but “y.html” for html."),
        (["--to", "html", "-o", "y.md"], "“--to” asks for html, but “y.md” for md."),
        (["--template", "ours.html.j2", "-o", "y.md"], "“y.md” asks for md, but “ours.html.j2” for html."),
    ],
)
def test_names_that_contradict_each_other(words: list[str], said: str) -> None:
    lay("a.md")
    lay("ours.html.j2", OURS)
    assert projekt("render", "a.md", *words) == (2, "", f"projekt: {said}\n")
    assert files(".") == ["a.md", "ours.html.j2"]
