"""What a document looks like before any schema is known."""

from __future__ import annotations

import pytest

from projektkort.document import read
from projektkort.schema.goal_signs import AIMS, LETTERS, STATES
from projektkort.schema.labels import Labels
from projektkort.schema.spelling import key
from projektkort.schema.traits import Seen
from projektkort.schema.vocabulary import vocabulary
from projektkort.source import decode


def traits(text: str, language: str | None = "da", path: str = "a.md") -> Seen:
    return Seen(read(decode(text.encode(), path)), Labels(None), language)


PRICED = {
    "rows": "| Telte | 9.500 |\n|---|---|\n| Mad | 3.750 |\n",
    "rows below a head": "| Post | Beløb |\n|---|---|\n| Telte | 950 |\n| Mad | 375 |\n",
    "tabs": "Telte\t9.500 kr.\nMad\t3.750 kr.\n",
    "labels": "Telte: 9.500 kr.\nMad: 3.750 kr.\n",
    "labels without a currency": "Telte: 9.500\nMad: 12.750\n",
    "aligned": "Telte        9.500 kr.\nMad          3.750 kr.\n",
    "a list": "- Telte 9.500 kr.\n- Mad og drikke 3.750 kr.\n",
}
UNPRICED = {
    "sentences": "Vi har fået 25.000 kr. af kommunen til det her.\n\nDer er omkring 400.000 afsat til mere.\n",
    "one remark": "Entré: 50 kr.\n",
    "labels of something else": "Telefon: 33 445 566\nCVR: 12 345 678\nKonto: 1.234.567\nDeltagere: 1.200\n",
    "years and a phone": "| År | Telefon |\n|---|---|\n| 2026 | 33 44 55 66 |\n| 2027 | 33 44 55 77 |\n",
    "a table of goals": "| Mål | Status |\n|---|---|\n| Salg 1.200.000 kr. | Nået |\n| 900.000 kr. | Nået |\n",
    "dates": "Start: 1.3.2027\nSlut: 30.6.2027\n",
}


@pytest.mark.parametrize("text", PRICED.values(), ids=PRICED)
def test_amounts_in_rows_are_money(text: str) -> None:
    assert traits(text).money is True


@pytest.mark.parametrize("text", UNPRICED.values(), ids=UNPRICED)
def test_amounts_in_sentences_and_numbers_of_other_things_are_none(text: str) -> None:
    assert traits(text).money is False


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("poster:\n  Telte: 9.500 kr.\n  Mad: 3.750 kr.\n", True),
        ("poster:\n  - {post: Telte, beløb: 950}\n  - {post: Mad, beløb: 375}\n", True),
        ("baggrund: Vi fik 5.000 kr.\nformål: Vi vil have 9.000 kr.\n", False),
        ("mål:\n  - {mål: Mere, status: Opfyldt}\n  - {mål: Mindre, status: Opfyldt}\n", False),
        ("antal: 2\nlængde: 375\n", False),
    ],
)
def test_amounts_in_yaml(text: str, money: bool) -> None:
    assert traits(text, path="a.yaml").money is money


@pytest.mark.parametrize(
    ("text", "path", "goals"),
    [
        ("| Delmål | Mål | Status |\n|---|---|---|\n| 1 | To møder | Opfyldt |\n", "a.md", True),
        ("Delmål\tMålopfyldelse\tStatus oktober 2023\n1.1 Puls\tTo møder\tOpfyldt\n", "a.md", True),
        ("Mål\tTid\tStatus\nFler möten\tMaj\tUppfyllt\n", "a.md", True),
        ("| Mål | Ansvarlig |\n|---|---|\n| To møder | Formanden |\n", "a.md", False),
        ("| Fond | Beløb | Status |\n|---|---|---|\n| Banken | 9.000 | søgt |\n", "a.md", False),
        ("mål:\n  - mål: To møder\n    status: Opfyldt\n", "a.yaml", True),
        ("mål:\n  - delmål: 1\n    mål:\n      - mål: To møder\n        status: Opfyldt\n", "a.yaml", True),
        ("finansiering:\n  - kilde: Banken\n    status: søgt\n", "a.yaml", False),
        ("mål: [To møder, Tre ture]\n", "a.yaml", False),
        ("### Mål 1.1.A To årlige møder\nTidspunkt: maj\nStatus: Opfyldt\n", "a.md", True),
        ("**Mål 1.1.A To årlige møder**\n\n**Status:** Opfyldt\n", "a.md", True),
        ("## Mål\nTo møder om året\n\nStatus: Vi er i gang\n", "a.md", False),
        ("### Mål 1 To møder\nTekst\n\n## Projektet\nStatus: Vi er i gang\n", "a.md", False),
        ("**Mål 1:** To møder\n**Tiltag:** Møde i maj\n**Status:** Opfyldt\n", "a.md", True),
        ("Delmål 1.1: To møder\nHvad er gjort: Møde i maj\nStatus: Opfyldt\n", "a.txt", True),
        ("Mål 1: To møder\nStatus: Se ansøgningen\n\nTekst\n", "a.txt", True),
        ("1.1 To møder\nStatus: Opfyldt\n\n1.2 Tre ture\nStatus: I gang\n", "a.md", True),
        ("1.1 Projektet\nStatus: I gang\n\n1.2 Økonomi\nIngen\n", "a.md", False),
        ("1.1 Projektet\nStatus: ansøgt\n\n1.2 Økonomi\nStatus: søgt\n", "a.md", False),
        ("- Mål 1: To møder – opfyldt for 2026\n- Mål 2: Tre ture (ikke igangsat)\n", "a.md", True),
        ("- Mål 1: To møder – opfyldt for 2026\n- Mål 2: Tre ture\n", "a.md", False),
        ("- Mål 1: To møder – ét om foråret\n- Mål 2: Tre ture – én til havet\n", "a.md", False),
        ("Mål             Status        Bemærkning\nTo møder        Opfyldt\n", "a.txt", True),
        ("Mål             Status        Bemærkning\n\nTekst\n", "a.txt", False),
        ("mål:\n  1.1 To møder: {status: Opfyldt}\n", "a.yaml", True),
        ("mål:\n  1 Møder:\n    1.1 To møder: {status: Opfyldt}\n", "a.yaml", True),
        ("mål:\n  1.1 To møder: Opfyldt\n", "a.yaml", True),
        ("mål:\n  1.1 To møder: i maj\n", "a.yaml", False),
        ("finansiering:\n  Banken: {status: bevilget}\n", "a.yaml", False),
    ],
)
def test_goals_are_those_with_a_status(text: str, path: str, goals: bool) -> None:
    assert traits(text, path=path).goals is goals


@pytest.mark.parametrize(
    ("text", "path", "calls"),
    [
        ("# Havnebad, statusrapport 3\n", "a.md", "status-report"),
        ("Projekt Rönn Lägesrapport 6\nInnehåll\n", "a.txt", "status-report"),
        ("Harbour baths\n\nProgress report no. 2\n", "a.md", "status-report"),
        ("Titel: Fremdriftsrapport for stien\n", "a.md", "status-report"),
        ("titel: Sluttrapport for stien\n", "a.yaml", "status-report"),
        ("# Ansøgning om støtte: statusrapport for havet\n", "a.md", "application"),
        ("# Søknad om midler\n", "a.md", "application"),
        ("# Havnebad\n\nVi sender en slutrapport til kommunen, når arbejdet er gjort.\n", "a.md", None),
        ("# Havnebad\n\nEvaluering: slutrapport\n", "a.md", None),
        ("# Havnebad\nEt\n\nTo\n\nTre\n\n## Slutrapport\n", "a.md", None),
        ("titel: Havnebad\nevaluering: slutrapport\n", "a.yaml", None),
        ("Projektskitse: Havnebad\n", "a.txt", "outline"),
        ("Prosjektbeskrivelse: Havnebad\n", "a.txt", "description"),
        ("# Måluppföljning 2026\n", "a.md", "goal-report"),
        ("# Havnebad\nAnsøgning: ../ansoegning.md\n", "a.md", None),
    ],
)
def test_a_document_calls_itself_something_at_its_head(text: str, path: str, calls: str | None) -> None:
    assert traits(text, path=path).calls == calls


SENTENCE = "Vi vil lave et sted ved vandet, hvor børn og voksne kan mødes hele året rundt. "


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (f"Havnebad\n\n{SENTENCE * 3}\n\n{SENTENCE}\n", True),
        (f"# Havnebad\n\n{SENTENCE * 3}\n", True),
        (f"# Havnebad\n\n{SENTENCE * 3}\n\n## Mere\n\n{SENTENCE}\n", False),
        (f"Havnebad\n\n{SENTENCE}\n", False),
        (f"{SENTENCE * 2}\n\n" + "- bad og sauna\n" * 9, False),
        ("| Vi vil lave et sted ved vandet, hvor børn og voksne kan mødes hele året. | x |\n" * 9, False),
    ],
)
def test_prose_is_paragraphs_and_hardly_anything_else(text: str, prose: bool) -> None:
    assert traits(text).prose is prose


def test_yaml_is_no_prose() -> None:
    assert traits(f"tekst: {SENTENCE * 5}\n", path="a.yaml").prose is False


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "Byen Rapport 1, 1. januar – 30. juni 2026 Tegnet. Rapport 2, 1. juli – 31. december 2026 Bygget.",
            "status-report",
        ),
        ("Byen Rapport 1, 1. januar – 30. juni 2026 Tegnet. Rapport 1, 1. januar – 30. juni 2026 Bygget.", None),
        ("Byen Rapport 1, som er god. Rapport 2, der ikke er.", None),
    ],
)
def test_a_text_of_report_after_report_is_one(text: str, calls: str | None) -> None:
    assert traits(SENTENCE * 3 + text).calls == calls


def test_no_word_for_a_goal_or_its_status_is_shorter_than_a_head_that_is_looked_at() -> None:
    words = [word for word in vocabulary().words("goal_columns") if word.id in STATES | AIMS]
    assert min(len(key(word.label)) for word in words) == LETTERS
