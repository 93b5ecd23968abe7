"""What running text may tell instead of headings, and numbers in it that contradict each other."""

from __future__ import annotations

import pytest
from asking import ask, bound, lines, only

from projektkort.engine import check_text
from projektkort.finding import Note
from projektkort.rules.mentions import contradictions
from projektkort.rules.texts import Catalogue
from projektkort.span import Lines, Text

TOLD = {
    "da": {
        "background": "Der er behov for et sted at mødes.",
        "purpose": "Formålet med det hele er at mødes.",
        "target_group": "Det henvender sig til børn.",
        "activities": "Projektet består af tre ture.",
        "results": "Resultatet bliver mange gæster.",
        "partners": "Det sker i samarbejde med skolen.",
        "organisation": "Styregruppen er tre kokke.",
        "schedule": "Projektet starter, når isen smelter.",
        "anchoring": "Efter projektperiodens afslutning driver skolen det.",
        "evaluation": "Det evalueres af en lærer.",
        "budget": "Der budgetteres med tre telte.",
        "financing": "Det finansieres af banken.",
    },
    "sv": {
        "background": "Det finns behov av en plats.",
        "purpose": "Syftet är att mötas.",
        "target_group": "Det vänder sig till barn.",
        "activities": "Projektet består av tre turer.",
        "results": "Resultatet blir många gäster.",
        "partners": "Det sker i samarbete med skolan.",
        "organisation": "Styrgruppen är tre kockar.",
        "schedule": "Projektet startar när isen smälter.",
        "anchoring": "Efter projektets slut sköter skolan det.",
        "evaluation": "Det utvärderas av en lärare.",
        "budget": "Det budgeteras tre tält.",
        "financing": "Det finansieras av banken.",
    },
    "nb": {
        "background": "Det er behov for et sted.",
        "purpose": "Målet med det hele er å møtes.",
        "target_group": "Det retter seg mot barn.",
        "activities": "Prosjektet omfatter tre turer.",
        "results": "Resultatet blir mange gjester.",
        "partners": "Det skjer i samarbeid med skolen.",
        "organisation": "Styringsgruppen er tre kokker.",
        "schedule": "Prosjektet starter når isen smelter.",
        "anchoring": "Etter prosjektets slutt driver skolen det.",
        "evaluation": "Det evalueres av en lærer.",
        "budget": "Det budsjetteres med tre telt.",
        "financing": "Det finansieres av banken.",
    },
    "en": {
        "background": "There is a need for a place.",
        "purpose": "The aim of it all is to meet.",
        "target_group": "It is aimed at children.",
        "activities": "The project consists of three walks.",
        "results": "The result is many guests.",
        "partners": "It is made in cooperation with the school.",
        "organisation": "The steering group is three cooks.",
        "schedule": "The project starts when the ice melts.",
        "anchoring": "After the end of the project the school runs it.",
        "evaluation": "It will be evaluated by a teacher.",
        "budget": "We budget with three tents.",
        "financing": "It is funded by the bank.",
    },
}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("wanted", TOLD["en"])
def test_a_place_where_a_missing_section_seems_to_be_told_is_offered(language: str, wanted: str) -> None:
    text = f"language: {language}\n\nXyz\n\n{TOLD[language][wanted]}\n"
    found = ask("section-told-in-text", text, "description", "a.md")
    [problem] = [each for each in found if each.place.line == 5]
    assert problem.place.text in TOLD[language][wanted]
    assert not problem.place.text.endswith(".")


OUTLINE = (
    "formål: Vi bygger i samarbejde med skolen.\naktiviteter: Bygge\ntitel: Skur\nbaggrund: Intet\nmålgruppe: Alle\n"
)


def test_what_has_a_section_of_its_own_is_not_sought() -> None:
    problem = only("section-told-in-text", f"{OUTLINE}tidsplan: maj 2027\n", "outline")
    assert problem.values == {"label": "Samarbejdspartnere", "text": "i samarbejde med skolen", "years": None}
    assert problem.place.text == "i samarbejde med skolen"
    assert ask("section-told-in-text", f"{OUTLINE}tidsplan: maj\nsamarbejde: Skolen\n", "outline") == []


def test_one_finding_names_the_first_place() -> None:
    text = "Skur\n\n" + "\n\n".join(f"Dag {number} er i samarbejde med skolen." for number in range(1, 9)) + "\n"
    [problem] = [
        each for each in ask("section-told-in-text", text, "outline", "a.md") if "samarbejde" in each.place.text
    ]
    assert problem.place.line == 3
    assert list(lines(problem)) == []


def test_years_in_a_text_hint_at_its_schedule() -> None:
    text = "Skur\n\nVi tegner i 2028, som i 2027, og bygger i 2028.\n\nVi har 2000 venner og sag 2027-12.\n"
    [problem] = [each for each in ask("section-told-in-text", text, "outline", "a.md") if each.values["years"]]
    assert problem.values["years"] == Note("years", {"years": ("2000", "2027", "2028")})
    assert (problem.place.text, list(lines(problem))) == ("2028", [3, 5])
    said = check_text(f"Sprog: da\n\n{text}", schema="outline").findings
    messages = [Catalogue().message(each, "da") for each in said if each.rule == "section-told-in-text"]
    assert messages[-1] == (
        "Der er ikke noget afsnit »Tidsplan«. Teksten nævner 2000, 2027 og 2028. Måske er det dér, det står."
    )
    assert ask("section-told-in-text", text, "lokaludvalg", "a.md") == []


def test_years_of_the_background_and_of_the_head_are_no_schedule() -> None:
    head = "# Skur\n\nDato: 1. maj 2026\n\n## Baggrund\n\nSkuret brændte i 2015.\n\n## Formål\n\nLy.\n"
    assert [each.place.text for each in ask("section-told-in-text", head, "outline", "a.md")] == []
    found = ask("section-told-in-text", head.replace("Ly.", "Ly fra 2027."), "outline", "a.md")
    assert [each.place.text for each in found] == ["2027"]


@pytest.mark.parametrize(
    "text",
    [
        "Frivillige vil bidrage til at skabe liv, og børnene er svære at nå i løbet af projektet.",
        "Vi afholder ture sammen med alle, og der mangler penge.",
        "Ungdomarna är svårt att nå, och projektet vill bidra till liv under projektperioden.",
        "In order to follow up, we want to hold walks together with the neighbours; it costs little.",
    ],
)
def test_phrases_that_may_tell_anything_are_no_hint(text: str) -> None:
    assert ask("section-told-in-text", f"Xyz\n\n{text}\n", "description", "a.md") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Der søges om ca. 40.000 kr. Tak.", "Der søges om ca. 40.000 kr."),
        (
            "Det sker i samarbejde med bl.a. Skolen og tlf. 12345678. Tak.",
            "i samarbejde med bl.a. Skolen og tlf. 12345678",
        ),
        ("Det sker i samarbejde med H. Hansens Eftf. Tak.", "i samarbejde med H. Hansens Eftf"),
        ("Projektets budget er 1,4 mio. Tak.", "Projektets budget er 1,4 mio."),
        ("Målgruppen er børn i 3. klasse. 40 er med.", "Målgruppen er børn i 3. klasse"),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, quoted: str) -> None:
    found = ask("section-told-in-text", f"language: da\n\nSkur\n\n{text}\n", "description", "a.md")
    assert [each.place.text for each in found] == [quoted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Projektets budget er 1,4 millioner"),
        ("sv", "Projektets budget är 1,4 miljoner"),
        ("nb", "Prosjektets budsjett er 1,4 millioner"),
        ("en", "The project's budget is 1.4 million"),
    ],
)
def test_a_budget_in_a_sentence_is_found(language: str, text: str) -> None:
    [problem] = ask("section-told-in-text", f"language: {language}\n\nSkur\n\n{text}.\n", "description", "a.md")
    assert problem.place.text == text


def test_an_application_is_searched_for_what_it_must_have_only() -> None:
    whole = "titel: Skur\nformål: Vi bygger i samarbejde med skolen, og det koster lidt.\nbudget: {Bræt: 100}\n"
    assert ask("section-told-in-text", f"{whole}finansiering: {{Egne penge: 100}}\n", "generisk") == []
    told = ask("section-told-in-text", whole.replace("det koster lidt", "banken har bevilget det"), "generisk")
    assert [(each.values["label"], each.place.text) for each in told] == [("Finansiering", "har bevilget det")]
    text = "titel: Skur\nbaggrund: Målet er at bygge.\n"
    assert [each.values["label"] for each in ask("section-told-in-text", text, "generisk")] == ["Formål"]


def test_comments_are_not_searched() -> None:
    text = "<!-- Formålet er at mødes, i samarbejde med skolen. -->\nSkur\n\nEt skur ved skoven.\n"
    assert ask("section-told-in-text", text, "outline", "a.md") == []


def test_a_wrapped_sentence_is_one() -> None:
    text = "Skur\n\nFormålet er at bygge et skur\ntil alle. Mere tekst følger.\n"
    [problem] = ask("section-told-in-text", text, "outline", "a.md")
    assert problem.place.text == "Formålet er at bygge et skur\ntil alle"


def test_where_no_language_is_known_all_phrases_count() -> None:
    project, schema = bound("Xyz\n\nVi vil x.\n\nThe goal is x.\n\nFormålet er x.\n", "outline", "a.md")
    assert project.language is None
    assert len(ask("section-told-in-text", "Xyz\n\nMålet är x.\n", schema, "a.md")) == 1


# --- one finding for all that is missing -----------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "variant"), [("Skur\n\nVi bygger.\n", "prose"), ("Formål: Skur\n", "")])
def test_a_text_without_headings_has_one_finding_that_names_all(text: str, variant: str) -> None:
    problem = only("many-sections-missing", text, "description", "a.md")
    assert problem.variant == variant
    assert ask("required-section", text, "description", "a.md") == []


def test_a_text_without_headings_is_told_so_in_words() -> None:
    result = check_text("Sprog: da\n\nSkur\n\nVi bygger.\n", schema="description")
    [finding] = [each for each in result.findings if each.rule == "many-sections-missing"]
    assert Catalogue().message(finding, "da") == (
        "Teksten har ingen overskrifter, så 6 af de 7 afsnit, som skemaet »description« kræver, kan ikke findes: "
        "»Baggrund«, »Formål«, »Målgruppe«, »Aktiviteter«, »Samarbejdspartnere« og »Tidsplan«."
    )


def test_what_is_left_to_fill_in_is_seen_in_text_below_no_heading() -> None:
    text = "Skur\n\n<!-- [indsæt dato] -->\nVi bygger den [indsæt dato] ved skoven.\n"
    [problem] = ask("placeholder-left", text, "description", "a.md")
    assert problem.place.line == 4
    assert ask("placeholder-left", text, "generisk", "a.md") == []


# --- numbers ---------------------------------------------------------------------------------------------------------


def contradicted(language: str | None, *paragraphs: str) -> list[tuple[str, str]]:
    texts = [Text(text, Lines(text), 0, len(text)) for text in paragraphs]
    return [(one.text.value, other.text.value) for one, other in contradictions(texts, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "da",
            "Foreningen holder minimum 3 årlige sommerkoncerter. Der holdes minimum 4 koncerter i projektperioden.",
            ("minimum 3 årlige sommerkoncerter", "minimum 4 koncerter"),
        ),
        (
            "da",
            "Kurserne har højst 20 deltagere. Der er højst 25 deltagere.",
            ("højst 20 deltagere", "højst 25 deltagere"),
        ),
        (
            "da",
            "Der afholdes 3 møder i projektperioden. I projektperioden afholdes der 4 møder.",
            ("3 møder", "4 møder"),
        ),
        (
            "da",
            "Vi laver mindst fem workshops. Der bliver mindst seks workshops.",
            ("mindst fem workshops", "mindst seks workshops"),
        ),
        (
            "sv",
            "Varje by ordnar minst 3 träffar per år. Det blir minst 5 träffar.",
            ("minst 3 träffar", "minst 5 träffar"),
        ),
        (
            "sv",
            "Det blir totalt 12 öppna kvällar. Totalt 15 öppna kvällar.",
            ("totalt 12 öppna kvällar", "Totalt 15 öppna kvällar"),
        ),
        (
            "nb",
            "Laget har minst to dugnader hvert år. Det blir minst 5 dugnader.",
            ("minst to dugnader", "minst 5 dugnader"),
        ),
        (
            "en",
            "We run at least 3 public workshops. There are at least 4 workshops.",
            ("at least 3 public workshops", "at least 4 workshops"),
        ),
    ],
)
def test_numbers_of_one_thing_that_do_not_go_together(language: str, text: str, expected: tuple[str, str]) -> None:
    assert contradicted(language, text) == [expected]


QUIET = {
    "the same number": ("da", "Vi holder mindst 3 møder. Der er mindst tre møder."),
    "for whom": ("da", "Vi holder mindst 3 kurser for børn. Vi holder mindst 5 kurser for voksne."),
    "who": ("da", "Styregruppen holder mindst 3 møder. Projektgruppen holder mindst 10 møder."),
    "whose": ("da", "Hver landsby får minimum 2 bænke. Torvet får minimum 4 bænke."),
    "which year": ("da", "I 2026 holder vi mindst 3 møder. I 2027 holder vi mindst 4 møder."),
    "each year its own": ("da", "Hvoraf 1 møde i 2015 og 1 møde i 2016."),
    "which season": ("da", "I foråret er der mindst 3 koncerter. I efteråret er der mindst 4 koncerter."),
    "a year and three years": ("da", "Der holdes mindst 2 årlige møder. Der holdes mindst 6 møder i alt i perioden."),
    "a month and a year": (
        "da",
        "Der er mindst 1 månedlig tur. Der er mindst 2 månedlige ture, mindst 24 årlige ture.",
    ),
    "the past": ("da", "Sidste år holdt vi mindst 4 fester. Vi holder mindst 6 fester."),
    "measures": ("da", "Kurset varer mindst 3 dage. Turen varer mindst 5 dage."),
    "items of a list": ("da", "- mindst 3 møder med skolen\n- mindst 4 møder med byrådet"),
    "one sentence": ("da", "Der er mindst 3 møder for dem, og der er mindst 5 møder til."),
    "plain numbers": ("da", "5 frivillige står i boden. 3 frivillige bager kage."),
    "plain numbers with a frame apart": ("da", "Naboen har 300 medlemmer i byen. Vi har 412 medlemmer på landet."),
    "other bounds": ("da", "Der er mindst 10 deltagere. Der er højst 20 deltagere."),
    "years": ("da", "Det var 2015 møder. Det var 2016 møder."),
    "nothing counted": ("da", "Der er mindst 3 i dag. Der er mindst 4 og flere."),
    "none": ("da", "Der er mindst 0 fester. Der er mindst 3 fester."),
    "short words": ("da", "Der er mindst 3 bål. Der er mindst 4 bål."),
    "places in Swedish": ("sv", "Skolan har minst 3 ledare. Kyrkan har minst 2 ledare."),
    "a share": ("sv", "Totalt 200 deltagare. Minst 40 ungdomar."),
    "no plural in English": ("en", "At least 3 staff come. At least 4 staff come."),
    "no language": (None, "At least 3 walks. At least 4 walks."),
}


@pytest.mark.parametrize(("language", "text"), QUIET.values(), ids=QUIET)
def test_numbers_of_two_things_are_let_be(language: str | None, text: str) -> None:
    assert contradicted(language, text) == []


def test_a_thing_is_told_once_however_often_it_stands() -> None:
    text = " ".join(f"Der holdes mindst {number} møder." for number in range(2, 400))
    assert contradicted("da", text) == [("mindst 2 møder", "mindst 3 møder")]


SKETCH = "sprog: da\nformål: Mindst 3 årlige fester.\naktiviteter: Mindst 4 fester.\n"


def test_counts_are_compared_where_a_text_is_prose_or_something_is_missing() -> None:
    problem = only("counts-differ", SKETCH, "outline")
    assert (problem.place.line, list(lines(problem))) == (3, [2])
    assert problem.values == {"text": "Mindst 4 fester", "first": "Mindst 3 årlige fester"}
    assert len(ask("counts-differ", SKETCH, "generisk")) == 1
    assert ask("counts-differ", f"titel: Fest\n{SKETCH}", "generisk") == []
