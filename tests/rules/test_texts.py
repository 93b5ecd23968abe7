"""Everything that rules say is there in four languages, speaks only of known values, and is found by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

import projektkort
from projektkort.finding import Finding, Note, Severity
from projektkort.locale import LANGUAGES
from projektkort.rules.entry import Entry, UnknownRule
from projektkort.rules.sentence import LocalText
from projektkort.rules.texts import SUBJECTS, Catalogue, read_subject
from projektkort.span import Span

CATALOGUE = Catalogue()
ENTRIES = [CATALOGUE.entry(name) for name in CATALOGUE.names()]
HERE = Span(3, 1, 3, 9)
PLACES = re.compile(r"line[12]?")
SOURCE = Path(projektkort.__file__).parent


def said(entry: Entry) -> Iterator[LocalText]:
    """Every text of an entry; not every rule has a fix."""
    yield from (entry.title, entry.why, *entry.related)
    for wording in (entry.wording, *entry.variants.values()):
        yield from (wording.message, wording.help, *((wording.fix,) if wording.fix else ()))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_everything_is_said_in_four_languages_about_the_same_values(entry: Entry) -> None:
    for text in said(entry):
        assert set(text) == set(LANGUAGES)
        assert all(sentence.strip() == sentence and sentence for sentence in text.values())
        spoken = {frozenset(placeholders(sentence)) for sentence in text.values()}
        assert len(spoken) == 1
        assert {name for names in spoken for name in names if not PLACES.fullmatch(name)} <= set(entry.values)


def test_every_rule_says_how_much_work_it_is_to_mend() -> None:
    """Read from the files themselves, so that all that are missing are named at once."""
    texts = {name: yaml.safe_load((SOURCE / "rules" / f"{name}.yaml").read_text("utf-8")) for name in SUBJECTS}
    entries = {rule: entry for own in texts.values() for rule, entry in own.items() if rule != "notes"}
    assert [rule for rule, entry in entries.items() if entry.get("effort") not in {1, 2, 3, 4}] == []
    assert CATALOGUE.effort("amount-unreadable") == 1
    assert CATALOGUE.effort("required-section") == 3


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_note_is_said_in_four_languages_about_the_same_values(name: str) -> None:
    for text in read_subject(name).notes.values():
        assert set(text) == set(LANGUAGES)
        assert len({frozenset(placeholders(sentence)) for sentence in text.values()}) == 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_whole_sentences_without_jargon(entry: Entry, language: str) -> None:
    for wording in (entry.wording, *entry.variants.values()):
        for text in (wording.message, wording.help):
            assert text[language][-1] in ".?}»”"
            assert not re.search(r"pydantic|Traceback|NoneType|loc=|\bfield\b|\bparse", text[language])
    assert CATALOGUE.title(entry.name, language)[-1] not in ".!"
    assert CATALOGUE.why(entry.name, language)[-1] == "."


MARKS = {"en": "»«", "da": "“”", "sv": "“”»«", "nb": "“”"}
"""Quotation marks of others, by language."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_quotation_marks_and_no_english_amounts(language: str) -> None:
    texts = [text[language] for entry in ENTRIES for text in said(entry)]
    texts += [text[language] for name in SUBJECTS for text in read_subject(name).notes.values()]
    assert [text for text in texts if set(MARKS[language]) & set(text) or (language != "sv" and '"' in text)] == []
    if language != "en":
        assert [text for text in texts if re.search(r"\bDKK|\bSEK|\d,\d{3}\b", text)] == []
    order = {"da": "»«", "nb": "«»"}.get(language)
    assert not order or [text for text in texts if re.search(rf"{order[1]}\w|\w{order[0]}", text)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_message_has_more_to_say_than_the_title_and_the_help_says_what_to_do(entry: Entry) -> None:
    for language in LANGUAGES:
        for wording in (entry.wording, *entry.variants.values()):
            assert wording.message[language].rstrip(".") != entry.title[language]
            assert wording.help[language] != wording.message[language]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_value_leaves_a_sentence(entry: Entry, language: str) -> None:
    for variant in ("", "nobody-wrote-this-one", *entry.variants):
        finding = Finding(entry.name, Severity.ERROR, HERE, variant)
        for text in (CATALOGUE.message(finding, language), CATALOGUE.help(finding, language)):
            assert text
            assert not re.search(r"[{}]|  |\.\.(?!\.)", text.replace("[ eller {", "").replace("] eller }", "")) or (
                variant == "flow-open"
            )


def test_every_problem_that_the_code_names_has_its_texts() -> None:
    named = {
        match
        for path in SOURCE.rglob("*.py")
        for match in re.findall(r'rule="([a-z-]+)"|Problem\([^\n]*?"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8"))
        for match in match
        if match
    }
    assert "near-miss-label" in named
    assert named <= set(CATALOGUE.names())


def test_every_reason_why_an_amount_cannot_be_read_has_its_words() -> None:
    doc = re.sub(r"\([^)]*\)", "", (SOURCE / "money" / "model.py").read_text("utf-8"))
    [reasons] = re.findall(r"Of an UNREADABLE one: ([^.]*)\.", doc)
    words = {re.split(r"\s", reason.strip())[0] for reason in reasons.split(",")}
    assert {"words", "percent", "two-amounts"} <= words
    assert words <= set(read_subject("amounts").notes)


def test_names_stand_by_subject_and_only_once() -> None:
    names = CATALOGUE.names()
    assert len(names) == len(set(names))
    subjects = [CATALOGUE.subject(name) for name in names]
    assert sorted(subjects, key=SUBJECTS.index) == subjects


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(UnknownRule) as error:
        CATALOGUE.entry("budget-balance")
    assert error.value.name == "budget-balance"


def test_severities_are_those_of_the_file() -> None:
    assert CATALOGUE.severity("budget-balances") is Severity.ERROR
    assert CATALOGUE.severity("week-without-year") is Severity.WARNING
    assert CATALOGUE.severity("line-break-unusual") is Severity.INFO


def test_a_language_nobody_wrote_is_answered_in_english() -> None:
    assert CATALOGUE.title("file-empty", "de") == "The file is empty"
    assert CATALOGUE.title("file-empty", "no") == CATALOGUE.title("file-empty", "nb") == "Filen er tom"
    assert CATALOGUE.title("file-empty", "sv-FI") == "Filen är tom"


def test_the_last_related_text_goes_for_all_behind_it() -> None:
    finding = Finding("budget-balances", Severity.ERROR, HERE, related=(HERE, HERE, HERE))
    assert [CATALOGUE.related(finding, index, "da") for index in range(3)] == [
        "Udgifterne",
        "En linje i regnestykket",
        "En linje i regnestykket",
    ]
    assert CATALOGUE.related(Finding("file-empty", Severity.ERROR, HERE), 0, "da") == ""


def test_related_texts_speak_of_values_too() -> None:
    finding = Finding("mixed-currencies", Severity.ERROR, HERE, values={"first": "EUR"}, related=(HERE,))
    assert CATALOGUE.related(finding, 0, "sv") == "I EUR"


def test_a_note_of_another_subject_or_of_none_is_passed_over() -> None:
    finding = Finding("not-text", Severity.ERROR, HERE, values={"reason": "other"})
    assert CATALOGUE.message(finding, "da") == "Filen er ikke en tekst. Intet er kontrolleret."
    finding = Finding("not-text", Severity.ERROR, HERE, values={"reason": "word"})
    assert CATALOGUE.message(finding, "da") == "Filen er ikke en tekst men et Word-dokument. Intet er kontrolleret."
    finding = Finding("applied-amount", Severity.ERROR, HERE, values={"hint": Note("swapped")})
    assert CATALOGUE.message(finding, "en").endswith("The difference is, as if two digits had changed places.")
