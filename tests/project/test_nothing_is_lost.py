"""Nothing of a document is lost: every character has its place in the project, every word stands in `inspect`."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from project_text import data, loaded

from projektkort.engine import Loaded
from projektkort.project.models import Project, Section

SHORT = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=25, deadline=None)
WORDS = ["naboer", "fest", "12", "uge 13", "5.000 kr.", "2027", "og", "Ålen", "17.30", "(120-150)", "»ja«", "i alt"]
KNOWN = ["Formål", "Målgruppe", "Tidsplan", "Ansøger", "Forventede resultater", "Kort sigt", "Budget", "Finansiering"]
ODD = ["Naboerne siger", "Hvad så", "Målgrupppe", "Skema", "Sprog", "Status", "Telefon"]
LABELS = [
    *("**{}:** {}", "**{}:**\n\n{}", "**{}**\n{}", "{}: {}", "{}:\n{}", "{}\n\n{}", "- {}: {}", "3. {}: {}"),
    *("# {}\n{}", "### {}\n\n{}", "## **{}:** {}", "{}\n====\n{}", "<b>{}</b> {}", "| {} | {} |", "{}\t{}"),
    *("**{}** {}", "{} – {}", "| {}<br>{} |"),
]
TAGS = re.compile(r"</?[a-z]+[^<>]*>")
# marks of comments, front matter, titles, the line below a table's head, and tags before what a line says
HIDDEN = re.compile(r"<!--|-->|^\| - \|$|^-{3}$|^-{5}$|^={4}$|^(?:</?(?:ul|div|table|tr|td|th|p)>\s*)+", re.MULTILINE)
STRUCTURE = {"sections", "title", "text"}  # keys that only say where a section's label and text stand

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
names = st.sampled_from(KNOWN + ODD)
amounts = st.sampled_from(["500", "1.000 kr.", "-", "", "efter aftale", "2-3.000", "25,000"])


@st.composite
def labels(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(LABELS))
    return form.format(draw(names), draw(words))


@st.composite
def tables(draw: st.DrawFn) -> str:
    form = draw(
        st.sampled_from(
            [
                "| {} | {} |",
                "| {} |\n| {} |",
                "| {}<br>{} |",
                "{};{}",
                "{}\t{}",
                "{}     {}",
                "{}: {}",
                "{} {}",
                "- {}: {}",
                "{}\n{}",
            ]
        )
    )
    rows = draw(st.lists(st.tuples(st.one_of(words, names, st.just("I alt")), amounts), min_size=1, max_size=4))
    head = "| Post | Beløb |\n|---|---|\n" if form.startswith("|") and draw(st.booleans()) else ""
    return head + "\n".join(form.format(*row) for row in rows)


lists = st.lists(words, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}\n  {item}" for item in items))
comments = words.map(lambda text: f"<!-- {text} -->")
fences = words.map(lambda text: f"```\n{text}\n```")
quotes = words.map(lambda text: f"> {text}")


@st.composite
def drawn(draw: st.DrawFn) -> str:
    """A table of HTML or one drawn with lines, a form or not, with cells of several lines."""
    rows = draw(st.lists(st.tuples(st.one_of(names, words), st.one_of(words, amounts)), min_size=1, max_size=4))
    if draw(st.booleans()):
        cell, gap = (
            draw(st.sampled_from(["<td>{}</td>", "<td><p>{0}</p><p>{0}</p>", "<th>{}"])),
            draw(st.sampled_from(["", "\n"])),
        )
        body = [f"<tr>{gap}{gap.join(cell.format(each) for each in row)}" for row in rows]
        return f"<table>{gap}{gap.join(body)}</table>"
    rule = draw(st.sampled_from(["+---+---+", "+===+===+", "├───┼───┤"]))
    return "\n".join(
        [rule, *(f"| {label} | {text} |\n{draw(st.sampled_from([rule, '|  | og |']))}" for label, text in rows)]
    )


@st.composite
def pasted(draw: st.DrawFn) -> str:
    """Blocks of HTML outside tables."""
    forms = [
        "<h2>{}</h2>",
        "<p><b>{}:</b> {}</p>",
        "<p>{}<br>{}</p>",
        "<ul>\n<li>{}</li>\n</ul>",
        "<div><p>{}</p>{}</div>",
    ]
    chosen = draw(st.lists(st.sampled_from(forms), min_size=1, max_size=4))
    return draw(st.sampled_from(["", "\n"])).join(form.format(draw(names), draw(words)) for form in chosen)


others = st.sampled_from(["-----", "Skema: generisk", "Sprog: da", "Side 3 af 4", "***", "Kære alle,"])
blocks = st.one_of(labels(), labels(), tables(), drawn(), pasted(), words, lists, comments, fences, quotes, others)
documents = st.lists(blocks, min_size=1, max_size=9).flatmap(
    lambda parts: st.sampled_from(["\n\n", "\n"]).map(lambda gap: gap.join(parts) + "\n")
)


def kept(read: Loaded) -> Iterator[tuple[int, int]]:
    """The ranges that belong to something; a title's line belongs to it with its marks."""
    project = read.project
    yield from ((section.place.start, section.place.end) for section in (*project.sections, *project.other))
    yield from ((text.start, text.end) for text in project.unplaced)
    yield from ((each.place.start, each.place.end) for each in project.subprojects)
    yield from ((goal.place.start, goal.place.end) for goal in project.goals)
    if project.title is not None:
        lines = project.title.lines
        start = lines.starts[lines.position(project.title.start)[0] - 1]
        yield start, start + len(lines.line(project.title.line))


def lost(read: Loaded, text: str) -> str:
    """The characters, white space and hidden marks aside, that belong to nothing."""
    left = [*text]
    for start, end in kept(read):
        left[start:end] = " " * (end - start)
    for mark in HIDDEN.finditer(text):
        left[mark.start() : mark.end()] = " " * len(mark[0])
    return "".join(left).strip()


def missing(text: str, path: str, schema: str | None = None) -> set[str]:
    """The words and figures that `inspect` does not show."""
    shown = json.dumps(data(text, path, schema), ensure_ascii=False)
    return set(re.findall(r"\w+", TAGS.sub(" ", text))) - set(
        re.findall(r"\w+", shown.replace("\\n", " ").replace("\\t", " "))
    )


@SHORT
@given(documents)
@example("# Fest\n====\n\n- Hej\n\n-----\nSide 1\n")
@example("<!-- 5 -->\nFest\n\n<!-- 6 -->\n\nMere\n")
@example("Fest\n\nFest\n")
@example("7. Fest\n\n8. Sang\n")
@example("Ansøgning om støtte\n\n> 12\n")
@example("<table>\n<tr>\n<td><p>Naboerne siger</p>\n<td><p>500</p>\n<tr>\n<td><p>Formål</p>\n<td><p>500</p></table>\n")
def test_every_character_and_word_of_a_text_has_its_place(text: str) -> None:
    assert lost(loaded(text), text) == ""
    assert missing(text, "x.md") == set()


@SHORT
@given(documents, words)
def test_front_matter_before_it_changes_nothing(text: str, value: str) -> None:
    whole = f"---\nprojektnavn: {value}\nukendt: [{value.replace('(', '')}]\n---\n{text}"
    assert lost(loaded(whole), whole) == ""
    assert missing(whole, "x.md") == set()


@SHORT
@given(st.text(alphabet="aÅ3. :-#*_|>`<!&\t\n=\u00a0\u2028", max_size=80))
@example("<!-- -->\n--->\n")
def test_any_signs_at_all_are_kept(text: str) -> None:
    assert re.sub(r"[<>!-]", "", lost(loaded(text), text)).strip() == ""


values = st.recursive(
    st.one_of(words, amounts, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)),
    max_leaves=6,
)
sections = st.lists(st.one_of(words, st.fixed_dictionaries({"title": names, "text": values})), max_size=3)
mappings = st.dictionaries(st.one_of(names, st.sampled_from(["i alt", "post", "beløb", "valuta"])), values, max_size=6)


@SHORT
@given(mappings, sections, st.booleans())
def test_every_word_of_yaml_has_its_place(mapping: dict[str, object], listed: list[object], flow: bool) -> None:
    content = {**mapping, **({"sections": listed} if listed else {})}
    text = yaml.safe_dump(content, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=1000)
    read = loaded(text, "x.yaml")
    assert not set(re.findall(r"\w+", lost(read, text))) - STRUCTURE
    assert missing(text, "x.yaml") <= STRUCTURE | {"null"}


SENTENCES = ["Vi er i gang med ¤.", "Der kom 12 naboer til ¤ i maj.", "Rapport 2 fortalte om ¤.", "Møde om ¤ i uge 13"]
BROKEN = ["Vi byg-\nger ¤ videre.", "Se ¤ i jan-feb.", "Både ¤- og\nbådsport."]
PARTS = ["Havnebad", "Kommunikation", "Delprojekt 1: Sti", "Delprojekt 2 - Kajgade", "Fokusområde 3 - Kor"]
NAMES = ["Status", "Delprojekter", "Tidsplan", "Økonomi", "Afvigelser", "Næste skridt", "Rapport nr. 2", *PARTS]
PERIODS = ["1. juli – 30. september 2026", "4. kvartal 2026", "2027-01-01-2027-03-31", "i foråret"]
ALONE = ["Side 2 af 9", "- 3 -", "4", "**Økonomi:** 40 % til ¤", "Afvigelser: ¤", "Delprojekt 4: Park\n¤"]
sentences = st.lists(st.sampled_from([*SENTENCES, *BROKEN]), min_size=1, max_size=3).map(" ".join)
markers = st.builds("Rapport {}, {}".format, st.integers(1, 4), st.sampled_from(PERIODS))
titles = st.sampled_from(NAMES)
glued = st.lists(st.one_of(sentences, sentences, titles, markers), min_size=1, max_size=6).map(" ".join)
pages = st.lists(glued, min_size=1, max_size=5).map(
    lambda texts: "\n".join(f"{(text + ' ') * (1 + 200 // len(text))}{at}" for at, text in enumerate(texts, 2))
)
contents = st.lists(st.tuples(titles, st.integers(1, 9)), min_size=2, max_size=5).map(
    lambda rows: "Indhold " + " ".join(f"{title}... {page}" for title, page in sorted(rows, key=lambda row: row[1]))
)
headings = st.builds("{} {}".format, st.sampled_from(["##", "###", "####"]), st.one_of(titles, markers))
reports = st.lists(
    st.one_of(glued, glued, pages, contents, headings, headings, st.sampled_from(ALONE)), min_size=1, max_size=8
).flatmap(lambda parts: st.sampled_from(["\n\n", "\n"]).map(lambda gap: "Byen Rapport 2\n" + gap.join(parts) + "\n"))


def told(section: Section) -> Iterator[str]:
    yield section.text.value
    for part in section.parts:
        yield from told(part)


def all_told(project: Project) -> Iterator[str]:
    """Every text of a status report, wherever it was put."""
    entries = [entry for each in project.subprojects for entry in each.entries]
    for section in (*project.sections, *project.other, *(part for entry in entries for part in entry.sections)):
        yield from told(section)
    yield from (entry.text.value for entry in entries)
    yield from (each.title.value for each in project.subprojects)
    yield from (text.value for text in project.unplaced)


@FEW
@given(reports)
def test_every_character_of_a_status_report_has_its_place_and_every_word_just_one(report: str) -> None:
    marks = iter(range(report.count("¤")))
    text = re.sub("¤", lambda _: f"ord{next(marks)}", report)
    read = loaded(text, schema="status-report")
    assert lost(read, text) == ""
    found = Counter(re.findall(r"ord\d+", "\n".join(all_told(read.project))))
    assert found == {f"ord{number}": 1 for number in range(report.count("¤"))}


TOLD = {"delprojekter", "status", "titel", "nr", "periode", "tekst", "rapporter"}  # keys whose values have fields
entries = st.fixed_dictionaries(
    {},
    optional={
        "nr": st.one_of(st.integers(1, 4), words),
        "periode": st.one_of(st.sampled_from(PERIODS), words, st.fixed_dictionaries({"start": words, "slut": words})),
        "tekst": values,
        "afvigelser": values,
        "noget andet": values,
        "titel": words,
    },
)
told_entries = st.one_of(
    st.lists(entries, max_size=3), st.dictionaries(st.one_of(markers, words), st.one_of(words, entries), max_size=3)
)
keyed = st.fixed_dictionaries(
    {"titel": titles}, optional={"nr": st.integers(1, 9), "rapporter": told_entries, "tekst": words}
)
held = st.one_of(
    st.lists(st.one_of(keyed, words), max_size=3),
    st.dictionaries(titles, st.one_of(values, entries, keyed), max_size=3),
)


@FEW
@given(st.sampled_from(["delprojekter", "status", "Delprojekt 7: Kor"]), held, words)
def test_every_word_of_a_status_report_in_yaml_has_its_place(key: str, value: object, risks: str) -> None:
    text = yaml.safe_dump({key: value, "risici": risks}, allow_unicode=True, sort_keys=False, width=1000)
    read = loaded(text, "x.yaml", "status-report")
    assert not set(re.findall(r"\w+", lost(read, text))) - TOLD
    marks = {"Delprojekt", "Fokusområde", "Rapport", "Delprojekter", "Status"} | set("12347")
    assert missing(text, "x.yaml", "status-report") <= TOLD | STRUCTURE | marks | {"null", "start", "slut"}
